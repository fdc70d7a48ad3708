"""What a newer program reads otherwise in stored mail: found once a program, proposed, never done."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.jobs.models import Job
from onward.jobs.services import Progress, enqueue
from onward.mail.models import (
    AnswerState,
    LearnedChange,
    LearnedExample,
    MailMessage,
    ModelAnswer,
    NewerReading,
    NewerState,
    ReadingMark,
    Review,
)
from onward.mail.rules.taught.otherwise import is_out_of_search
from onward.mail.services.read_by import (
    DECIDED,
    note_reached,
    see_program,
    to_read_again,
    waiting_newer,
)
from onward.mail.services.rereading import read_again
from onward.people.models import Person

JOB = "mail.newer"
AT_ONCE = 400
"""So many messages are read between two notes of how far it is."""

_TELL_EVERY = 25
_AGAIN_AFTER = timedelta(days=1)
"""A reading that broke off, or that the person stopped, goes on after this by itself."""

_READ = ("verdict", "confidence", "because", "language", "review")
_FACTS = (
    *("company", "role", "requisition", "place"),
    *("contact_name", "contact_address", "contact_role"),
)
_SAYS_ITSELF = frozenset(kind.value for kind in EventKind) - {
    *(EventKind.ARRANGED, EventKind.DONE, EventKind.VOID),
}


def find_newer(person: Person, *, progress: Progress, now: datetime) -> int:
    """Read the mail that another program stored once more, and keep what differs as proposals.

    Idempotent and resumable: how far it came is kept after every few hundred messages, and
    one program reads a message once. Nothing that stands is changed.

    Returns:
        How many proposals wait for the person now.

    Raises:
        Cancelled: If the person said stop; what was found until then waits for them.
    """
    mark = see_program(person, now=now)
    rows = to_read_again(person, mark=mark)
    total, done = rows.count(), 0
    while some := list(to_read_again(person, mark=mark)[:AT_ONCE]):

        def tell(count: int, before: int = done) -> None:
            if count % _TELL_EVERY == 0:
                _tell(progress, done=before + count, total=total)

        _keep(person, some, mark=mark, tell=tell, now=now)
        done += len(some)
        _tell(progress, done=done, total=total)
    return waiting_newer(person).count()


def _tell(progress: Progress, *, done: int, total: int) -> None:
    words = _("%(done)s of %(total)s stored messages read again")
    facts = {"done": f"{done:,}", "total": f"{total:,}"}
    progress(done=done, total=total, message=words % facts)


def _keep(
    person: Person,
    rows: Sequence[MailMessage],
    *,
    mark: ReadingMark,
    tell: Callable[[int], None],
    now: datetime,
) -> None:
    """Keep what differs of these messages, and that they are read, while no newer program reads."""
    theirs = said_by_person(person, [row.pk for row in rows])
    open_rows = [r for r in rows if r.pk not in theirs and r.review not in DECIDED]
    found = list(read_again(person, open_rows, now=now, tell=tell))
    standing = _standing(person, [row.pk for row, _new in found])
    dismissed = _dismissed(person, [row.pk for row, _new in found])
    made = [
        _proposal(row, new, now=now)
        for row, new in found
        if standing.get(row.pk, {row.verdict}) == {row.verdict}
        and dismissed.get(row.pk) != new.verdict
    ]
    with transaction.atomic():
        if note_reached(mark, reached=rows[-1].pk):
            NewerReading.objects.bulk_create(made, ignore_conflicts=True)


def _proposal(row: MailMessage, new: MailMessage, *, now: datetime) -> NewerReading:
    if is_out_of_search(new.verdict):
        # Put aside, as what the person says is not about their search.
        new.review = Review.SETTLED
    names = [*_READ, *(n for n in _FACTS if not getattr(row, n) and getattr(new, n))]
    return NewerReading(
        person=row.person,
        message=row,
        was=row.verdict,
        meaning=new.verdict,
        before=columns_of(row, names),
        after=columns_of(new, names),
        found_at=now,
    )


def columns_of(row: MailMessage, names: Iterable[str]) -> dict[str, Any]:
    """Return these columns of a message as they are kept beside it."""
    found = {name: getattr(row, name) for name in names}
    return {n: str(v) if isinstance(v, str) else v for n, v in found.items()}


def said_by_person(
    person: Person, messages: Collection[uuid.UUID]
) -> set[uuid.UUID | None]:
    """Return the messages of which the person said something, or undid what was said.

    What they told of an interview, or ticked off, rests on it: that is their word, too.
    """
    own = Event.objects.for_person(person)
    by_hand = own.filter(decided_by=DecidedBy.PERSON)
    said: set[uuid.UUID | None] = set(
        by_hand.filter(source_id__in=messages).values_list("source_id", flat=True)
    )
    told = dict(own.filter(source_id__in=messages).values_list("pk", "source_id"))
    on_these = by_hand.filter(payload__event__in=[str(key) for key in told])
    for key in on_these.values_list("payload__event", flat=True):
        said.add(told[uuid.UUID(key)])
    examples = LearnedExample.objects.for_person(person).filter(message__in=messages)
    changed = LearnedChange.objects.for_person(person).filter(message__in=messages)
    said.update(examples.values_list("message_id", flat=True))
    said.update(changed.values_list("message_id", flat=True))
    return said


def _standing(
    person: Person, messages: Collection[uuid.UUID]
) -> dict[uuid.UUID | None, set[str]]:
    """Return what messages say in the story by themselves, where they say anything."""
    events = Event.objects.for_person(person).filter(
        source_id__in=messages, voided_by=None, kind__in=_SAYS_ITSELF
    )
    found: dict[uuid.UUID | None, set[str]] = {}
    for message, kind in events.values_list("source_id", "kind"):
        found.setdefault(message, set()).add(kind)
    return found


def _dismissed(
    person: Person, messages: Collection[uuid.UUID]
) -> Mapping[uuid.UUID, str]:
    """Return what the person's own model proposed of messages, and they let go."""
    answers = ModelAnswer.objects.for_person(person).filter(
        message__in=messages, state=AnswerState.DISMISSED
    )
    return dict(answers.values_list("message_id", "verdict"))


def newer_of(person: Person, message: MailMessage) -> NewerReading | None:
    """Return the newer reading of a message that waits, or that was taken over; None where there is none."""
    rows = NewerReading.objects.for_person(person).filter(message=message)
    taken = rows.filter(state=NewerState.TAKEN, meaning=message.verdict)
    found = taken.first() or waiting_newer(person).filter(message=message).first()
    if found is not None:
        found.message = message
    return found


@dataclass(frozen=True, slots=True)
class Alike:
    """Newer readings that differ in the same way, the latest mail first.

    Attributes:
        count: How many there are; `readings` are the first of them.
    """

    was: str
    meaning: str
    count: int
    readings: Sequence[NewerReading]

    @property
    def more(self) -> int:
        """How many there are besides those that are shown."""
        return self.count - len(self.readings)


def alike_newer(person: Person, *, most: int) -> list[Alike]:
    """Return the newer readings that wait, those together that differ in the same way.

    Args:
        most: How many of each are read from the database, to be shown.
    """
    found: dict[tuple[str, str], list[uuid.UUID]] = {}
    rows = waiting_newer(person).order_by("-message__sent_at", "pk")
    for key, was, meaning in rows.values_list("pk", "was", "meaning"):
        found.setdefault((was, meaning), []).append(key)
    shown = [key for keys in found.values() for key in keys[:most]]
    loaded = rows.select_related("message").in_bulk(shown)
    return [
        Alike(*kind, len(keys), [loaded[key] for key in keys[:most]])
        for kind, keys in found.items()
    ]


def queue_reading_again(person: Person, *, now: datetime) -> Job | None:
    """Queue the reading of mail that another program stored; None where there is nothing to do.

    It is queued once; where it broke off, or was stopped, again a day later.
    """
    mark = see_program(person, now=now)
    if not to_read_again(person, mark=mark).exists():
        return None
    jobs = Job.objects.for_person(person).filter(kind=JOB)
    lately = jobs.filter(created_at__gte=max(mark.since, now - _AGAIN_AFTER))
    if jobs.filter(finished_at=None).exists() or lately.exists():
        return None
    return enqueue(person, kind=JOB, title=_("Reading stored mail again"), arguments={})
