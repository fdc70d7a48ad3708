"""What somebody asked for and the person sent, by their own mail that answers it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import commit_events
from onward.core.parts import parts
from onward.mail.models import MailMessage
from onward.mail.rules.talks.handed_in import is_handed_in
from onward.mail.rules.types import Verdict
from onward.mail.services.drafting import done_draft
from onward.mail.services.replies import (
    AT_ONCE,
    Answered,
    Replies,
    answered_among,
    untold,
)
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

KEY = "answered:"
_ASKING = (
    Verdict.INFORMATION_REQUEST.value,
    Verdict.ASSESSMENT.value,
    Verdict.INTERVIEW.value,
)


def note_answers(
    person: Person,
    rows: Mapping[str, StoredMail],
    *,
    replies: Replies,
    now: datetime,
    batch: uuid.UUID | None = None,
) -> None:
    """Record as done what a message asked for once the person's own mail answered it.

    A test is done by an answer that brings it, not by one that thanks or asks. An interview
    is only answered by it, which matters where there was a last day to do so.
    Once for each message, so that it stays open where the person took that back.
    """
    asking = [row for row in rows.values() if row.verdict in _ASKING]
    done = _done_by(person, answered_among(person, asking, replies=replies))
    waiting = untold(person, [row for row in asking if row.pk in done], key=KEY)
    drafts = [
        done_draft(event, by=done[row.pk], key=f"{KEY}{row.key}", batch=batch)
        for row, event in _open_requests(person, waiting)
    ]
    commit_events(person, drafts, now=now)


def _done_by(person: Person, asked: Sequence[Answered]) -> dict[uuid.UUID, MailMessage]:
    """Return for each message the first answer that does what it asks for."""
    tests = [each for each in asked if each.row.verdict == Verdict.ASSESSMENT]
    handed_in = _handed_in(person, tests)
    found: dict[uuid.UUID, MailMessage] = {}
    for each in asked:
        told = each.replies
        if each.row.verdict == Verdict.ASSESSMENT:
            told = [reply for reply in told if handed_in.get(reply.pk) == each.row.pk]
        if told:
            found[each.row.pk] = told[0]
    return found


def _handed_in(person: Person, tests: Sequence[Answered]) -> dict[uuid.UUID, uuid.UUID]:
    """Return for each reply that brings a test the message that asked for it last."""
    asked_by: dict[uuid.UUID, uuid.UUID] = {}
    for test in sorted(tests, key=lambda test: (test.row.sent_at, test.row.key)):
        for reply in test.replies:
            asked_by[reply.pk] = test.row.pk
    own = MailMessage.objects.for_person(person)
    for part in parts(sorted(asked_by), size=AT_ONCE):
        columns = own.filter(pk__in=part).values_list("pk", "text", "attachment_names")
        for pk, text, names in columns:
            if not is_handed_in(text, file_names=names):
                del asked_by[pk]
    return asked_by


def _open_requests(
    person: Person, rows: Sequence[StoredMail]
) -> Iterator[tuple[StoredMail, Event]]:
    """Yield the requests about which nothing was noted as done, with their events."""
    own = Event.objects.for_person(person)
    for some in parts(rows, size=AT_ONCE):
        asked = own.filter(source_id__in=[row.pk for row in some], voided_by=None)
        # Of several talks that a message sets it asks about the first.
        asked = asked.order_by("-number")
        events = {(event.source_id, event.kind): event for event in asked}
        homes = {event.application_id for event in events.values()}
        done = own.filter(kind=EventKind.DONE, application__in=homes, voided_by=None)
        over = {str(event.payload.get("event")) for event in done}
        for row in some:
            event = events.get((row.pk, row.verdict))
            if event is None or str(event.pk) in over:
                continue
            if event.kind != EventKind.INTERVIEW or event.payload.get("until"):
                yield row, event
