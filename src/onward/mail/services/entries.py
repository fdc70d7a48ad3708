"""Calendar entries that say nothing of hiring, kept where somebody of an application sent them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from onward.mail.models import MailMessage
from onward.mail.rules.appointments.rearranging import entry_of
from onward.mail.rules.types import (
    NOT_HIRING,
    Address,
    Message,
    Reading,
    Source,
    Verdict,
)
from onward.mail.services.conversations import Known, known_of
from onward.mail.services.rows import message_row
from onward.people.models import Person

CONFIDENCE = 0.85
"""How sure it is that what a hiring contact puts in the calendar is a talk with them."""


@dataclass(frozen=True, slots=True)
class WaitingEntry:
    """A message with a calendar part of which it is not known yet whether it is about hiring."""

    message: Message
    reading: Reading
    source: Source


def is_entry(message: Message, reading: Reading) -> bool:
    """Say whether ordinary mail puts something in the calendar, or takes it out."""
    if reading.verdict not in NOT_HIRING or not message.calendar:
        return False
    entry = entry_of(message.calendar)
    if entry is None:
        return False
    return bool(entry.starts_at or entry.on_day or entry.is_cancelled)


def kept_of_entries(
    person: Person, entries: Sequence[WaitingEntry], *, now: datetime
) -> Iterator[MailMessage]:
    """Yield the rows of entries that belong to an application, not saved yet.

    They are another version of an entry that is known, or whoever set them up wrote about
    an application: "Intro call" and "Canceled event" name no job.
    """
    if not entries:
        return
    known = known_of(person)
    contacts = [_contact(entry.message, known=known) for entry in entries]
    uids = _known_uids(person) | {
        _uid(entry)
        for entry, contact in zip(entries, contacts, strict=True)
        if contact is not None
    }
    for entry, contact in zip(entries, contacts, strict=True):
        if contact is None and _uid(entry) not in uids - {""}:
            continue
        reading = replace(
            entry.reading, verdict=Verdict.INTERVIEW, confidence=CONFIDENCE
        )
        if contact is not None:
            # Whose job it is about, of several at one firm, the contact alone tells.
            reading = replace(reading, contact=contact, accepts_replies=True)
        yield message_row(person, entry.message, reading, source=entry.source, now=now)


def _uid(entry: WaitingEntry) -> str:
    return entry.message.calendar.get("UID", "")


def _known_uids(person: Person) -> set[str]:
    calendars = MailMessage.objects.for_person(person).exclude(calendar={})
    found = (row.get("UID", "") for row in calendars.values_list("calendar", flat=True))
    return set(filter(None, found))


def _contact(message: Message, *, known: Known) -> Address | None:
    """Return who set an entry up, where they wrote about an application before."""
    calendar = message.calendar
    organiser = Address(
        calendar.get("ORGANIZER-NAME", ""), calendar.get("ORGANIZER", "").lower()
    )
    # An entry of a scheduler names who is met; one of a calendar is sent by them.
    for who in (organiser, message.sender):
        if who.address in known.people:
            return who
    return None
