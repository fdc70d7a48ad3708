"""Stored mail of the person's own, read as such where it was taken for somebody else's."""

from __future__ import annotations

from datetime import datetime

from onward.core.parts import ROWS_AT_ONCE
from onward.jobs.services import Progress, not_to_stop
from onward.mail.models import MailMessage, MailRun
from onward.mail.rules.talks.own_letter import is_told_by_rule, words_of_letter
from onward.mail.services.letter_writers import applicant_in
from onward.mail.services.own_addresses import wanted_by
from onward.mail.services.reader import Reader
from onward.mail.services.rereading import message_of_row
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


def read_own_again(person: Person, *, progress: Progress, now: datetime) -> int:
    """Read stored mail anew that is from an address known as the person's; return how many it was.

    The next import does the same. Where the person had a hand in it, it stays.
    """
    rows = MailMessage.objects.for_person(person).filter(is_sent=False)
    own = wanted_by(person).own or _told_by_letters(person, rows)
    theirs = rows.filter(sender_address__in=sorted(own))
    before = set(theirs.values_list("key", flat=True))
    # A run that was killed holds what it was about to read.
    killed = MailRun.objects.for_person(person).filter(finished_at=None)
    held = {row["fields"]["key"] for each in killed for row in each.taken_back}
    before |= held
    if not before:
        return 0
    run = MailRun.objects.create(person=person, paths=[], started_at=now)
    reader = Reader(person, run, now=now)
    for address in own:
        reader.learn_own(address)
    with not_to_stop():
        reader.bring_in(tell=lambda: progress(done=0))
    # It read no mail of a mailbox, of which the list of readings tells.
    MailRun.objects.filter(pk=run.pk).delete()
    left = theirs.filter(key__in=before).values_list("key", flat=True)
    return len(before.difference(left))


def _told_by_letters(
    person: Person, rows: OwnedQuerySet[MailMessage]
) -> frozenset[str]:
    """Return whose letters of application are stored, by whichever program they were read."""
    stored = (
        message_of_row(row)
        for row in rows.iterator(chunk_size=ROWS_AT_ONCE)
        if not is_told_by_rule(
            row.verdict,
            confidence=row.confidence,
            rules=[each["rule"] for each in row.because],
        )
    )
    letters = [each for each in stored if words_of_letter(each) is not None]
    return applicant_in(person, letters, known=())
