"""Answers to the person's question for feedback, which read like a second no."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from django.db.models.functions import Coalesce

from onward.applications.models import Event
from onward.applications.rules.kinds import (
    NO_KINDS,
    DecidedBy,
    EventKind,
)
from onward.applications.services import EventDraft, commit_events, void_event
from onward.core.dates import day_in
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.talks.feedback_answer import (
    Said,
    feedback_answers,
    gives_feedback,
)
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.talks.takes_note import is_kind_word
from onward.mail.rules.times.when import appointments
from onward.mail.rules.types import Verdict
from onward.mail.services.by_rule import draft_by_rule
from onward.mail.services.drafting import KEY
from onward.mail.services.stored import StoredMail
from onward.mail.services.told_hours import own_words, read_texts
from onward.people.models import Person

FEEDBACK_KEY = "feedback:"
"""What an event's key begins with that says so of a message which stood as a no before."""

_NOES = frozenset({Verdict.REJECTION.value, Verdict.POSITION_CLOSED.value})
_VAGUE = frozenset(
    {
        *(Verdict.INTERVIEW.value, Verdict.INFORMATION_REQUEST.value),
        *(Verdict.CONFIRMATION.value, Verdict.ASSESSMENT.value),
    }
)
"""What an answer to such a question is taken for besides, by its subject and its thanks."""

_HEAD = Coalesce("application__merged_into_id", "application_id")


class FeedbackAnswers:
    """What one fold knows of questions for feedback, and which mails answer them."""

    def __init__(self, person: Person, items: Mapping[str, FoldItem]) -> None:
        self._person = person
        self._items = items
        self._noes: dict[uuid.UUID, list[datetime]] = defaultdict(list)
        self._asked: dict[uuid.UUID, list[datetime]] = defaultdict(list)
        own = Event.objects.for_person(person).filter(
            kind__in=[EventKind.FEEDBACK_ASKED, *NO_KINDS],
            decided_by=DecidedBy.PERSON,
            voided_by=None,
        )
        for head, kind, at in own.values_list(_HEAD, "kind", "at"):
            is_asked = kind == EventKind.FEEDBACK_ASKED
            (self._asked if is_asked else self._noes)[head].append(at)

    def noes_of(self, head: uuid.UUID) -> list[datetime]:
        """Return when the person recorded a no of this application by hand."""
        return self._noes[head]

    def among(self, rows: Sequence[StoredMail], *, head: uuid.UUID) -> set[str]:
        """Return the keys of these messages of one application that answer a question."""
        noes = [row for row in rows if row.verdict in _NOES]
        vague = self._vague(rows)
        if not (noes or vague) or len(noes) + len(vague) + len(self._noes[head]) < 2:
            return set()
        read_texts(self._person, [row for row in noes if row.accepts_replies])
        read_texts(self._person, vague)
        # Kind words after a no are none; that a pity it is, before any, may be the no itself.
        told = [*(row.sent_at for row in noes), *self._noes[head]]
        first = min(told, default=None)
        return feedback_answers(
            [self._said(row, may_be_kind=row.sent_at != first) for row in rows],
            noes=self._noes[head],
            asked=self._asked[head],
        )

    def _vague(self, rows: Sequence[StoredMail]) -> list[StoredMail]:
        """Return the answers to the person's questions that read as something else."""
        asks = [row for row in rows if _asks(row)]
        ids = {self._items[row.key].message_id for row in asks}
        since = min((row.sent_at for row in asks), default=None)
        if since is None:
            return []
        return [
            row
            for row in rows
            if row.verdict in _VAGUE
            and row.accepts_replies
            and row.sent_at > since
            and not (row.calendar or ids.isdisjoint(self._items[row.key].references))
        ]

    def _said(self, row: StoredMail, *, may_be_kind: bool) -> Said:
        item = self._items[row.key]
        is_no = row.verdict in _NOES and not (
            may_be_kind and row.has_text and is_kind(row)
        )
        return Said(
            key=row.key,
            at=row.sent_at,
            asks=_asks(row),
            is_no=is_no,
            is_human=row.accepts_replies,
            message_id=item.message_id,
            references=item.references,
            gives=is_no and row.accepts_replies and gives_feedback(own_words(row)),
            is_vague=self._is_vague(row),
        )

    def _is_vague(self, row: StoredMail) -> bool:
        """Say whether what reads as something else arranges nothing."""
        if row.verdict not in _VAGUE or not (row.accepts_replies and row.has_text):
            return False
        if is_kind(row):
            return False
        if row.verdict == Verdict.ASSESSMENT and not is_of_subject(row):
            # What sets a test in words of its own is a new one.
            return False
        told_on = day_in(row.sent_at, zone_name=self._person.time_zone)
        return not appointments(own_words(row), told_on=told_on)

    def say(
        self, rows: Sequence[StoredMail], *, now: datetime, batch: uuid.UUID | None
    ) -> None:
        """Say of messages that a rule took for a second no that they are feedback."""
        for row in rows:
            events = Event.objects.for_person(self._person).filter(
                source_id=row.pk,
                kind__in=_NOES | _VAGUE,
                decided_by=DecidedBy.RULE,
                voided_by=None,
            )
            for event in events:
                void_event(self._person, event, now=now, decided_by=DecidedBy.RULE)
                draft = feedback_draft(row, head=event.application_id, batch=batch)
                draft = replace(draft, key=f"{FEEDBACK_KEY}{row.key}")
                commit_events(self._person, [draft], now=now)


def is_of_subject(row: StoredMail) -> bool:
    """Say whether nothing but its subject made a message what it was read as."""
    where = {each.get("where") for each in row.because}
    return where == {"subject"} and not (row.calendar or row.is_sent)


def is_kind(row: StoredMail) -> bool:
    """Say whether a message holds nothing but thanks and good wishes; its text is read."""
    sender = f"{row.contact_name} {row.contact_address}"
    return is_kind_word(own_words(row), sender=sender)


def _asks(row: StoredMail) -> bool:
    return row.is_sent and row.verdict == SentMeaning.FEEDBACK


def feedback_draft(
    row: StoredMail, *, head: uuid.UUID, batch: uuid.UUID | None
) -> EventDraft:
    """Return the event that an answer to a question for feedback is."""
    return draft_by_rule(
        row,
        head=head,
        kind=EventKind.FEEDBACK_RECEIVED,
        payload={},
        key=f"{KEY}{row.key}",
        batch=batch,
    )
