"""The row that keeps a message as it was understood."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import PurePath

from onward.core.text import shown_path
from onward.mail.headers import message_ids
from onward.mail.labels import kept_in
from onward.mail.models import MailMessage, Review
from onward.mail.rules.around.more_jobs import without_more_jobs
from onward.mail.rules.facts.links import links_of
from onward.mail.rules.facts.place import place_of_work
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.talks.taken_back import CONFIDENCE as TAKEN_BACK
from onward.mail.rules.talks.taken_back import offer_declined, taken_back
from onward.mail.rules.types import (
    NOT_HIRING,
    Message,
    Reading,
    Source,
    Verdict,
)
from onward.mail.sources.kinds import folder_labels
from onward.people.models import Person

_OWN_ENDS = (
    (taken_back, SentMeaning.WITHDRAWAL),
    (offer_declined, SentMeaning.OFFER_DECLINED),
)


def message_row(
    person: Person, message: Message, reading: Reading, *, source: Source, now: datetime
) -> MailMessage:
    """Return the row that keeps `message` as it was understood; not saved yet."""
    is_ambiguous = reading.verdict == Verdict.AMBIGUOUS
    row = MailMessage(
        person=person,
        key=message.key,
        message_id=message.message_id,
        thread=message.headers.get("x-gm-thrid", ""),
        references=references_of(message),
        calendar=dict(message.calendar),
        sent_at=message.sent_at or now,
        is_date_believed=message.sent_at is not None,
        sender_name=message.sender.name,
        sender_address=message.sender.address,
        subject=message.subject,
        text=message.text,
        path=shown_path(source.path),
        offset=source.offset,
        kept_in=_kept_in(message, source),
        recipients=[address.address for address in message.to][:50],
        attachment_names=list(message.attachment_names),
        verdict=reading.verdict,
        confidence=reading.confidence,
        because=[asdict(because) for because in reading.because],
        language=reading.language,
        company=reading.company,
        role=reading.role,
        requisition=reading.requisition,
        system=reading.system,
        contact_name=reading.contact.name,
        contact_address=reading.contact.address,
        contact_role=reading.contact_role,
        place=_place(message, reading),
        accepts_replies=reading.accepts_replies,
        links=_links(message),
        review=Review.AMBIGUOUS if is_ambiguous else Review.NONE,
        recorded_at=now,
    )
    return cut_to_columns(row)


def row_as_read(
    person: Person, message: Message, reading: Reading, *, source: Source, now: datetime
) -> MailMessage:
    """Return the row of a message; what confirms a withdrawal, or that an offer was declined, is one."""
    row = message_row(person, message, reading, source=source, now=now)
    for confirmed, meaning in _OWN_ENDS:
        words = confirmed(message, reading)
        if words is not None:
            row.verdict, row.confidence = meaning.value, TAKEN_BACK
            row.because, row.review = [asdict(words)], Review.NONE
            break
    return row


def _kept_in(message: Message, source: Source) -> str:
    """Return whether a mailbox keeps a message as spam or in the bin, by its labels or its file."""
    if message.is_sent:
        return ""
    file = folder_labels((PurePath(source.path).name,))
    return kept_in((*message.headers.get("labels", "").split(", "), *file))


def _place(message: Message, reading: Reading) -> str:
    if message.is_sent or reading.verdict in NOT_HIRING:
        return ""
    return place_of_work(
        without_more_jobs(message, verdict=reading.verdict),
        verdict=reading.verdict,
        role=reading.role,
        company=reading.company,
    )


def _links(message: Message) -> list[dict[str, str]]:
    """Return the links that lead to a test, a call, … as they are kept."""
    if message.is_sent:
        return []
    return [
        {"kind": link.kind.value, "url": link.url} for link in links_of(message.text)
    ]


def references_of(message: Message) -> list[str]:
    """Return the Message-IDs that this message answers, oldest first, each once."""
    named = f"{message.headers.get('references', '')} {message.headers.get('in-reply-to', '')}"
    return list(dict.fromkeys(message_ids(named)))[-50:]


_LIMITS = {
    column.name: column.max_length
    for column in MailMessage._meta.concrete_fields
    if column.max_length
}


def cut_to_columns(row: MailMessage) -> MailMessage:
    """Cut what is longer than its column, and drop NULs, which PostgreSQL cannot keep."""
    for name, limit in _LIMITS.items():
        value = getattr(row, name)
        if isinstance(value, str):
            setattr(row, name, value.replace("\0", "")[:limit])
    row.text = row.text.replace("\0", "")
    return row
