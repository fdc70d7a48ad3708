"""What somebody asked for and the person sent, by their own mail that answers it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import commit_events
from onward.applications.services.deriving import parts
from onward.mail.models import MailMessage
from onward.mail.rules.talks.handed_in import is_handed_in
from onward.mail.rules.talks.own_mail import bare_subject
from onward.mail.rules.types import Verdict
from onward.mail.services.drafting import done_draft
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

KEY = "answered:"
_AT_ONCE = 200
_ASKING = (Verdict.INFORMATION_REQUEST.value, Verdict.ASSESSMENT.value)
NAMES = (
    *("key", "sent_at", "subject", "message_id"),
    *("references", "recipients", "contact_address", "sender_address"),
)


def note_answers(
    person: Person,
    rows: Mapping[str, StoredMail],
    *,
    now: datetime,
    batch: uuid.UUID | None = None,
) -> None:
    """Record as done what a message asked for once the person's own mail answered it.

    A test is done by an answer that brings it, not by one that thanks or asks.
    Once for each message, so that it stays open where the person took that back.
    """
    asking = [row for row in rows.values() if row.verdict in _ASKING]
    if not asking:
        return
    asked = {message.pk: message for message in messages_of(person, asking)}
    # An answer that names no thread stands alone: it is none of the rows.
    own = MailMessage.objects.for_person(person).filter(is_sent=True)
    since = min(message.sent_at for message in asked.values())
    replies = list(own.filter(sent_at__gt=since).only(*NAMES))
    tests = [asked[r.pk] for r in asking if r.verdict == Verdict.ASSESSMENT]
    handed_in = _handed_in(person, replies, tests=tests)
    drafts = []
    for row in asking:
        told = [r for r in replies if answers(r, asked=asked[row.pk])]
        if row.verdict == Verdict.ASSESSMENT:
            told = [reply for reply in told if handed_in.get(reply.pk) == row.pk]
        event = _open_request(person, row) if told else None
        if event is not None:
            first = min(told, key=lambda reply: (reply.sent_at, reply.key))
            key = f"{KEY}{row.key}"
            drafts.append(done_draft(event, by=first, key=key, batch=batch))
    commit_events(person, drafts, now=now)


def _handed_in(
    person: Person, replies: Sequence[MailMessage], *, tests: Sequence[MailMessage]
) -> dict[uuid.UUID, uuid.UUID]:
    """Return for each reply that brings a test the message that asked for it last."""
    asked_by: dict[uuid.UUID, uuid.UUID] = {}
    for reply in replies:
        asked = [test for test in tests if answers(reply, asked=test)]
        if asked:
            last = max(asked, key=lambda test: (test.sent_at, test.key))
            asked_by[reply.pk] = last.pk
    own = MailMessage.objects.for_person(person)
    for part in parts(sorted(asked_by), size=_AT_ONCE):
        columns = own.filter(pk__in=part).values_list("pk", "text", "attachment_names")
        for pk, text, names in columns:
            if not is_handed_in(text, file_names=names):
                del asked_by[pk]
    return asked_by


def messages_of(person: Person, rows: Sequence[StoredMail]) -> list[MailMessage]:
    """Return what says whether one of these messages answers another."""
    found: list[MailMessage] = []
    for part in parts(sorted(row.pk for row in rows), size=_AT_ONCE):
        own = MailMessage.objects.for_person(person).filter(pk__in=part)
        found += own.only(*NAMES)
    return found


def answers(reply: MailMessage, *, asked: MailMessage) -> bool:
    """Say whether a message answers another: by its thread, else by subject and address."""
    if reply.sent_at <= asked.sent_at:
        return False
    if asked.message_id in reply.references:
        return True
    if bare_subject(reply.subject) != bare_subject(asked.subject):
        return False
    askers = {asked.contact_address.lower(), asked.sender_address.lower()} - {""}
    return not askers.isdisjoint(str(each).lower() for each in reply.recipients)


def _open_request(person: Person, row: StoredMail) -> Event | None:
    """Return the event of a request about which nothing was noted as done."""
    own = Event.objects.for_person(person)
    asked = own.filter(
        source_id=row.pk, kind=EventKind(row.verdict), voided_by=None
    ).first()
    is_told = own.filter(key=f"{KEY}{row.key}").exists()
    if asked is None or is_told:
        return None
    done = own.filter(
        kind=EventKind.DONE, application=asked.application_id, voided_by=None
    )
    names = {str(event.payload.get("event")) for event in done}
    return None if str(asked.pk) in names else asked
