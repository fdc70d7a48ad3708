"""What somebody asked for and the person sent, by their own mail in the same thread."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from datetime import datetime

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import EventDraft, commit_events
from onward.applications.services.deriving import parts
from onward.mail.models import MailMessage
from onward.mail.rules.types import Verdict
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

KEY = "answered:"
_AT_ONCE = 200


def note_answers(
    person: Person, rows: Mapping[str, StoredMail], *, now: datetime
) -> None:
    """Record as done what a message asked for once the person's own mail answered it.

    Once for each message, so that it stays open where the person took that back.
    """
    asking = [r for r in rows.values() if r.verdict == Verdict.INFORMATION_REQUEST]
    sent = [row for row in rows.values() if row.is_sent]
    if not asking or not sent:
        return
    replies = _replies(person, {row.pk for row in sent})
    names = _message_ids(person, {row.pk for row in asking})
    drafts = []
    for row in asking:
        answers = [r for r in replies.get(names[row.pk], []) if r.sent_at > row.sent_at]
        event = _open_request(person, row) if answers else None
        if event is not None:
            first = min(answers, key=lambda reply: (reply.sent_at, reply.key))
            drafts.append(_draft(event, row=row, reply=first))
    commit_events(person, drafts, now=now)


def _replies(
    person: Person, sent: Collection[uuid.UUID]
) -> dict[str, list[MailMessage]]:
    """Return the person's own messages by the Message-IDs that they answer."""
    found: dict[str, list[MailMessage]] = {}
    for part in parts(sorted(sent), size=_AT_ONCE):
        rows = MailMessage.objects.for_person(person).filter(pk__in=part)
        for row in rows.only("key", "sent_at", "references"):
            for name in row.references:
                found.setdefault(str(name), []).append(row)
    return found


def _message_ids(person: Person, asking: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    found: dict[uuid.UUID, str] = {}
    for part in parts(sorted(asking), size=_AT_ONCE):
        rows = MailMessage.objects.for_person(person).filter(pk__in=part)
        found |= dict(rows.values_list("pk", "message_id"))
    return found


def _open_request(person: Person, row: StoredMail) -> Event | None:
    """Return the event of a request about which nothing was noted as done."""
    own = Event.objects.for_person(person)
    asked = own.filter(
        source_id=row.pk, kind=EventKind.INFORMATION_REQUEST, voided_by=None
    ).first()
    is_told = own.filter(key=f"{KEY}{row.key}").exists()
    if asked is None or is_told:
        return None
    done = own.filter(
        kind=EventKind.DONE, application=asked.application_id, voided_by=None
    )
    names = {str(event.payload.get("event")) for event in done}
    return None if str(asked.pk) in names else asked


def _draft(event: Event, *, row: StoredMail, reply: MailMessage) -> EventDraft:
    return EventDraft(
        application_id=event.application_id,
        kind=EventKind.DONE,
        at=reply.sent_at,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=reply.pk,
        payload={"event": str(event.pk)},
        key=f"{KEY}{row.key}",
    )
