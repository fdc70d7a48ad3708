"""What somebody asked for and the person sent, by their own mail that answers it."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import commit_events
from onward.applications.services.deriving import parts
from onward.mail.models import MailMessage
from onward.mail.rules.talks.handed_in import is_handed_in
from onward.mail.rules.talks.own_title import bare_subject
from onward.mail.rules.types import Verdict
from onward.mail.services.drafting import done_draft
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

KEY = "answered:"
_AT_ONCE = 200
_ASKING = (
    Verdict.INFORMATION_REQUEST.value,
    Verdict.ASSESSMENT.value,
    Verdict.INTERVIEW.value,
)
NAMES = (
    *("key", "sent_at", "subject", "message_id"),
    *("references", "recipients", "contact_address", "sender_address"),
)


class Replies:
    """The person's own mail by what it answers, looked up rather than compared."""

    def __init__(self, person: Person) -> None:
        self._by_id: dict[str, list[MailMessage]] = defaultdict(list)
        self._by_subject: dict[tuple[str, str], list[MailMessage]] = defaultdict(list)
        # An answer that names no thread stands alone: it is none of the rows.
        own = MailMessage.objects.for_person(person).filter(is_sent=True)
        for reply in own.only(*NAMES).order_by("sent_at", "key"):
            for name in set(reply.references):
                self._by_id[name].append(reply)
            subject = bare_subject(reply.subject)
            for address in {str(each).lower() for each in reply.recipients}:
                self._by_subject[subject, address].append(reply)

    def to(self, asked: MailMessage) -> list[MailMessage]:
        """Return what answers a message: by its thread, else by subject and address."""
        subject = bare_subject(asked.subject)
        askers = {asked.contact_address.lower(), asked.sender_address.lower()} - {""}
        found = list(self._by_id.get(asked.message_id, ()))
        for address in askers:
            found += self._by_subject.get((subject, address), ())
        later = {r.pk: r for r in found if r.sent_at > asked.sent_at}
        return sorted(later.values(), key=lambda reply: (reply.sent_at, reply.key))


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
    asked = {message.pk: message for message in messages_of(person, asking)}
    told = {pk: replies.to(message) for pk, message in asked.items()}
    tests = [asked[r.pk] for r in asking if r.verdict == Verdict.ASSESSMENT]
    handed_in = _handed_in(person, told, tests=tests)
    answered: dict[uuid.UUID, MailMessage] = {}
    for row in asking:
        found = told[row.pk]
        if row.verdict == Verdict.ASSESSMENT:
            found = [reply for reply in found if handed_in.get(reply.pk) == row.pk]
        if found:
            answered[row.pk] = found[0]
    waiting = _open_requests(person, [row for row in asking if row.pk in answered])
    drafts = [
        done_draft(event, by=answered[row.pk], key=f"{KEY}{row.key}", batch=batch)
        for row, event in waiting
    ]
    commit_events(person, drafts, now=now)


def _handed_in(
    person: Person,
    told: Mapping[uuid.UUID, Sequence[MailMessage]],
    *,
    tests: Sequence[MailMessage],
) -> dict[uuid.UUID, uuid.UUID]:
    """Return for each reply that brings a test the message that asked for it last."""
    asked_by: dict[uuid.UUID, uuid.UUID] = {}
    for test in sorted(tests, key=lambda test: (test.sent_at, test.key)):
        for reply in told[test.pk]:
            asked_by[reply.pk] = test.pk
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


def _open_requests(
    person: Person, rows: Sequence[StoredMail]
) -> Iterator[tuple[StoredMail, Event]]:
    """Yield the requests about which nothing was noted as done, with their events."""
    own = Event.objects.for_person(person)
    for some in parts(rows, size=_AT_ONCE):
        asked = own.filter(source_id__in=[row.pk for row in some], voided_by=None)
        # Of several talks that a message sets it asks about the first.
        asked = asked.order_by("-number")
        events = {(event.source_id, event.kind): event for event in asked}
        keys = [f"{KEY}{row.key}" for row in some]
        told = set(own.filter(key__in=keys).values_list("key", flat=True))
        homes = {event.application_id for event in events.values()}
        done = own.filter(kind=EventKind.DONE, application__in=homes, voided_by=None)
        over = {str(event.payload.get("event")) for event in done}
        for row in some:
            event = events.get((row.pk, row.verdict))
            if event is None or f"{KEY}{row.key}" in told or str(event.pk) in over:
                continue
            if event.kind != EventKind.INTERVIEW or event.payload.get("until"):
                yield row, event
