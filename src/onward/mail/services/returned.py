"""The person's own mail that did not arrive: found among their own, and told calmly."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import EventDraft, commit_events
from onward.core.dates import day_in
from onward.mail.models import AwaitedAnswer, MailMessage
from onward.mail.rules.around.returned import RETURNED
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.types import (
    Because,
    Message,
    Reading,
    Returned,
    Source,
    Trouble,
    Verdict,
)
from onward.mail.services.by_rule import draft_by_rule
from onward.mail.services.drafting import KEY, done_draft
from onward.mail.services.rows import message_row
from onward.mail.services.stored import StoredMail
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

ANSWERED_KEY = "sent_again:"
WITHIN = timedelta(days=7)
"""How long servers try at most before they give up, with room to spare."""

ASKS_FOR = timedelta(days=14)
"""What came back longer ago than this is told on the timeline and asks for nothing."""

_AT_ONCE = 400


def kept_of_returned(
    person: Person, reports: Sequence[tuple[Message, Source]], *, now: datetime
) -> Iterator[MailMessage]:
    """Yield the rows of reports on the person's own mail about hiring, not saved yet.

    A report on any other mail leaves no trace.
    """
    for message, source in reports:
        if message.returned is None or not message.returned.addresses:
            continue
        found = _Found.of(person, message, message.returned)
        if found is not None:
            yield found.row(person, message, source=source, now=now)


class _Found:
    """A mail of the person's own that a report is about.

    Attributes:
        about: Message-IDs of stored mail of the same conversation.
        meaning: What the mail was.
        address: Whom it did not reach.
        sent_at: When it was sent; None where it is not stored, or somebody else got it.
    """

    def __init__(
        self,
        *,
        about: Sequence[str],
        address: str,
        meaning: str = SentMeaning.THREAD,
        company: str = "",
        role: str = "",
        sent_at: datetime | None = None,
    ) -> None:
        self.about = list(about)
        self.address = address
        self.meaning = meaning
        self.company = company
        self.role = role
        self.sent_at = sent_at

    @classmethod
    def of(cls, person: Person, message: Message, told: Returned) -> _Found | None:
        """Return the mail that a report is about; None where it is nothing of hiring."""
        own = MailMessage.objects.for_person(person).filter(is_sent=True)
        if told.message_id:
            sent = own.filter(message_id=told.message_id).first()
            if sent is not None:
                return cls.sent(sent, told)
        found = cls._asked(person, told)
        if found is not None:
            return found
        at = message.sent_at or datetime.now(tz=UTC)
        if not told.message_id:
            written = own.filter(sent_at__gt=at - WITHIN, sent_at__lte=at)
            for sent in written.order_by("-sent_at")[:_AT_ONCE]:
                if not set(_lower(sent.recipients)).isdisjoint(told.addresses):
                    return cls.sent(sent, told)
        return cls._contact(person, told, at=at)

    @classmethod
    def sent(cls, sent: MailMessage, told: Returned) -> _Found:
        """Return a stored mail, and which of its recipients it did not reach."""
        asked = _lower(sent.recipients)
        reached_not = [a for a in asked if a in told.addresses]
        reached = {*asked} - {*told.addresses, sent.sender_address.lower()}
        return cls(
            about=[sent.message_id],
            address=(reached_not or list(told.addresses))[0],
            meaning=sent.verdict,
            company=sent.company,
            role=sent.role,
            sent_at=None if reached else sent.sent_at,
        )

    @classmethod
    def _asked(cls, person: Person, told: Returned) -> _Found | None:
        """Return what Onward itself sent: it is known by the answer that is waited for."""
        if not told.message_id:
            return None
        for waits in AwaitedAnswer.objects.for_person(person):
            if told.message_id in waits.message_ids:
                event = (
                    Event.objects.for_person(person)
                    .filter(payload__record=str(waits.record), voided_by=None)
                    .select_related("application__merged_into")
                    .first()
                )
                head = event.application.head if event is not None else None
                return cls(
                    about=waits.message_ids,
                    address=told.addresses[0],
                    meaning=SentMeaning.FEEDBACK,
                    company=head.company if head is not None else "",
                    role=head.role if head is not None else "",
                )
        return None

    @classmethod
    def _contact(cls, person: Person, told: Returned, *, at: datetime) -> _Found | None:
        """Return a mail that answered hiring mail, or went to who wrote such.

        What is kept of the person's own mail may lack it: not everybody reads in what
        they sent.
        """
        came = MailMessage.objects.for_person(person).filter(
            is_sent=False, sent_at__lte=at
        )
        came = came.exclude(verdict=RETURNED).order_by("-sent_at")
        answered = came.filter(message_id__in=told.answered).first()
        if answered is None:
            wrote = came.filter(
                accepts_replies=True, contact_address__in=told.addresses
            )
            answered = wrote.first()
        if answered is None:
            return None
        return cls(about=[answered.message_id], address=told.addresses[0])

    def row(
        self, person: Person, message: Message, *, source: Source, now: datetime
    ) -> MailMessage:
        """Return the row of the report, in the conversation of the mail it is about."""
        told = message.returned or Returned()
        when = self.sent_at.isoformat() if self.sent_at else ""
        reading = Reading(
            Verdict.OTHER,
            1.0,
            because=(
                Because(told.trouble, self.address, "header", 0, 0),
                Because(self.meaning, when, "header", 0, 0),
            ),
            company=self.company,
            role=self.role,
        )
        row = message_row(person, message, reading, source=source, now=now)
        row.verdict = RETURNED
        row.references = [name for name in self.about if name]
        row.links, row.place = [], ""
        return row


def _lower(addresses: Sequence[object]) -> list[str]:
    return [str(address).lower() for address in addresses]


def returned_draft(
    row: StoredMail,
    rows: Sequence[StoredMail],
    *,
    head: uuid.UUID,
    zone_name: str,
    now: datetime,
    batch: uuid.UUID | None = None,
) -> EventDraft:
    """Return what the timeline says of a mail that did not arrive.

    Where it is fresh, and nothing was sent since, Today tells of it too.
    """
    is_fresh = now - row.sent_at <= ASKS_FOR
    payload = {"note": words_of(row)}
    if when := _marks(row)[1].get("words"):
        payload["undelivered"] = when
    kind = EventKind.NOTE
    if is_fresh and not _sent_since(row, rows):
        kind = EventKind.REMINDER
        payload["until"] = day_in(row.sent_at, zone_name=zone_name).isoformat()
    return draft_by_rule(
        row,
        head=head,
        kind=kind,
        payload=payload,
        key=f"{KEY}{row.key}",
        batch=batch,
    )


def note_sent_again(
    person: Person,
    rows: Sequence[StoredMail],
    *,
    now: datetime,
    batch: uuid.UUID | None = None,
) -> None:
    """Record as done what did not arrive once the person wrote again; once for each."""
    drafts = []
    for row in rows:
        later = _sent_since(row, rows) if row.verdict == RETURNED else None
        event = _open(person, row) if later is not None else None
        if later is not None and event is not None:
            key = f"{ANSWERED_KEY}{row.key}"
            drafts.append(done_draft(event, by=later, key=key, batch=batch))
    commit_events(person, drafts, now=now)


def _sent_since(row: StoredMail, rows: Sequence[StoredMail]) -> StoredMail | None:
    later = [each for each in rows if each.is_sent and each.sent_at > row.sent_at]
    return min(later, key=lambda each: (each.sent_at, each.key), default=None)


def _open(person: Person, row: StoredMail) -> Event | None:
    own: OwnedQuerySet[Event] = Event.objects.for_person(person)
    asks = Q(kind=EventKind.REMINDER) | Q(payload__has_key="undelivered")
    event = own.filter(asks, key=f"{KEY}{row.key}", voided_by=None).first()
    if event is None or own.filter(key=f"{ANSWERED_KEY}{row.key}").exists():
        return None
    done = own.filter(kind=EventKind.DONE, voided_by=None, payload__event=str(event.pk))
    return None if done.exists() else event


def words_of(row: StoredMail) -> str:
    """Return what did not arrive and why on one line, and on the next what can be done."""
    marks = _marks(row)
    trouble = next((t for t in Trouble if t == marks[0].get("rule")), Trouble.NOT_SAID)
    told = _told(str(marks[1].get("rule", "")), address=marks[0].get("words", ""))
    why, what_now = _reason(trouble)
    return f"{told}: {why}.\n{what_now}" if why else f"{told}.\n{what_now}"


def _marks(row: StoredMail) -> list[dict[str, Any]]:
    return [*row.because, {}, {}]


def _told(meaning: str, *, address: str) -> str:
    words = {
        SentMeaning.APPLIED.value: _("Your application to %(address)s did not arrive"),
        SentMeaning.FEEDBACK.value: _(
            "Your request for feedback to %(address)s did not arrive"
        ),
        SentMeaning.WITHDRAWAL.value: _(
            "Your withdrawal to %(address)s did not arrive"
        ),
    }
    other = _("Your mail to %(address)s did not arrive")
    return words.get(meaning, other) % {"address": address}


def _reason(trouble: Trouble) -> tuple[str, str]:
    """Return why it did not arrive, and what can be done."""
    look_up = _(
        "Look the address up once more, for example in the advert, and send it again."
    )
    reasons = {
        Trouble.NO_MAILBOX: (_("the address is unknown there"), look_up),
        Trouble.NO_HOST: (_("what stands behind the @ was not found"), look_up),
        Trouble.FULL: (
            _("their mailbox is full"),
            _("Send it again in a few days, or to another address there."),
        ),
        Trouble.TOO_LARGE: (
            _("it was too large for their server"),
            _("Send it again with smaller files, or with a link to them."),
        ),
        Trouble.REFUSED: (
            _("their server refused it"),
            _("Send it to another address there, use their form, or call."),
        ),
        Trouble.LATE: (
            _("their server could not be reached for days"),
            _("Send it again, or to another address there."),
        ),
    }
    return reasons.get(
        trouble, ("", _("Send it again, to another address there, or call."))
    )
