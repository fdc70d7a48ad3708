"""What mail after a no tells by the subject of the mail before it alone: no event, perhaps a question."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from onward.core.dates import day_in
from onward.core.ids import uuid7
from onward.mail.models import MailMessage, Review
from onward.mail.rules.talks.own_word import GOES_ON
from onward.mail.rules.talks.said_before import (
    Letter,
    later_noes,
    says_subject_again,
)
from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import named_days, words_in
from onward.mail.rules.types import Verdict
from onward.mail.services.feedback_answers import (
    FeedbackAnswers,
    is_kind,
    is_of_subject,
)
from onward.mail.services.stored import StoredMail
from onward.mail.services.told_hours import own_words, read_texts
from onward.people.models import Person


class SaidBefore:
    """What one fold finds of such mail.

    Attributes:
        asked: Keys of that which holds more than thanks and good wishes: the person is asked.
    """

    def __init__(self, person: Person, feedback: FeedbackAnswers) -> None:
        self.asked: set[str] = set()
        self._person = person
        self._feedback = feedback

    def among(
        self, rows: Sequence[StoredMail], *, home: Sequence[uuid.UUID]
    ) -> set[str]:
        """Return the keys of the mail of one application that tells nothing new after a no.

        What names a day or an hour in words of its own goes on about a talk, and what
        answers a question for feedback is told as that.
        """
        noes = self._feedback.noes_of(home[0]) if home else ()
        told = [
            Letter(row.key, row.sent_at, row.verdict, row.subject, is_of_subject(row))
            for row in rows
        ]
        told += [Letter("", at, Verdict.REJECTION.value) for at in noes]
        again = self._again(rows, told, home=home)
        noes_again = self._noes_again(rows, told)
        self.asked |= {row.key for row in again if not is_kind(row)}
        return {row.key for row in (*again, *noes_again)}

    def _again(
        self,
        rows: Sequence[StoredMail],
        told: Sequence[Letter],
        *,
        home: Sequence[uuid.UUID],
    ) -> list[StoredMail]:
        keys = says_subject_again(told)
        if keys:
            keys -= self._feedback.among(rows, head=home[0] if home else uuid7())
        found = [row for row in rows if row.key in keys]
        read_texts(self._person, found)
        return [row for row in found if not names_time(self._person, row)]

    def _noes_again(
        self, rows: Sequence[StoredMail], told: Sequence[Letter]
    ) -> list[StoredMail]:
        """Return what was heard as a second no, and is a kind word behind the first."""
        keys = later_noes(told)
        found = [
            row
            for row in rows
            if row.key in keys and row.accepts_replies and not row.is_sent
        ]
        read_texts(self._person, found)
        return [row for row in found if is_kind(row)]


def names_time(person: Person, row: StoredMail) -> bool:
    """Say whether a message names a day or an hour in words of its own."""
    own = own_words(row)
    words = words_in(own)
    told_on = day_in(row.sent_at, zone_name=person.time_zone)
    return any(times_in(own, words=words)) or any(
        named_days(own, told_on=told_on, words=words)
    )


def mark_said_before(person: Person, keys: Collection[str]) -> None:
    """Let these messages wait for the person, and no others that were read by a subject alone."""
    came = MailMessage.objects.for_person(person).filter(
        is_sent=False, verdict__in=sorted(GOES_ON)
    )
    waiting = came.filter(review=Review.AMBIGUOUS)
    for message in waiting.only("pk", "key"):
        if message.key not in keys:
            waiting.filter(pk=message.pk).update(review=Review.NONE)
    came.filter(key__in=list(keys), review=Review.NONE).update(review=Review.AMBIGUOUS)
