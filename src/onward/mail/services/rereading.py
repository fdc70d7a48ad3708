"""Stored mail, read once more from its stored text by the present rules; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from onward.mail.models import MailMessage
from onward.mail.problems import Problem
from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.systems import load_systems
from onward.mail.rules.talks.awaited import is_awaited, read_as_awaited
from onward.mail.rules.taught.otherwise import reads_otherwise
from onward.mail.rules.types import NOT_HIRING, Address, Message, Reading, Source
from onward.mail.services.asked_mail import AskedMail
from onward.mail.services.doubted import DoubtedMail
from onward.mail.services.entries import WaitingEntry, is_entry, kept_of_entries
from onward.mail.services.learning import lessons_of
from onward.mail.services.own_addresses import wanted_by
from onward.mail.services.rows import references_of, row_as_read
from onward.mail.services.short_mail import ShortMail
from onward.mail.understanding import listed, understood
from onward.people.models import Person

# What a header may have told that is not stored: a list, and a machine.
_UNKNOWN_HEADERS: tuple[Mapping[str, str], ...] = (
    {"list-unsubscribe": "<https://list.example/>", "list-id": "<list.example>"},
    {"auto-submitted": "auto-generated", "precedence": "bulk"},
)


def message_of_row(row: MailMessage) -> Message:
    """Return a stored message as the rules see it, as far as its row tells.

    Of its headers only those are kept that tie it to others. The vendor that carried it is
    known by name, whatever told of it then.
    """
    references = " ".join(f"<{name}>" for name in row.references)
    headers = {"references": references, "x-gm-thrid": row.thread}
    if row.references:
        headers["in-reply-to"] = f"<{row.references[-1]}>"
    message = Message(
        key=row.key,
        message_id=row.message_id,
        sent_at=row.sent_at if row.is_date_believed else None,
        sender=Address(row.sender_name, row.sender_address),
        subject=row.subject,
        text=row.text,
        to=tuple(Address("", address) for address in row.recipients),
        headers=headers,
        calendar=row.calendar,
        attachment_names=tuple(row.attachment_names),
        is_sent=row.is_sent,
    )
    return _with_carrier(message, name=row.system)


def _with_carrier(message: Message, *, name: str) -> Message:
    if not name or carrier(message).shown_name == name:
        return message
    named = (each for each in load_systems() if each.shown_name == name)
    domain = next((domain for each in named for domain in each.domains), "")
    if not domain:
        return message
    return replace(message, headers={**message.headers, "dkim-domains": domain})


def is_of_list(row: MailMessage) -> bool:
    """Say whether a stored message is what a list says of one of several applications."""
    return row.message_id.endswith(f"#{row.key[:12]}")


class _Again:
    """Some stored mail, read by itself and then as its conversation explains it."""

    def __init__(self, person: Person, *, now: datetime) -> None:
        self._person = person
        self._now = now
        self._lessons = lessons_of(person)
        self._wanted = wanted_by(person)
        self._short = ShortMail()
        self._asked = AskedMail()
        self._doubted = DoubtedMail()
        self._entries: list[WaitingEntry] = []
        self.found: dict[str, MailMessage] = {}

    def take(self, row: MailMessage) -> None:
        """Read one message by itself; what its conversation may explain waits for `settle`."""
        message, source = message_of_row(row), Source(row.path, row.offset)
        reading = understood(message, source=source)
        if isinstance(reading, Problem) or listed(message, reading, source=source):
            return
        if self._lessons.lesson(message, reading) is not None:
            # What the person taught goes before what any program reads.
            return
        waits_for_it = is_awaited(
            message, references=references_of(message), awaited=self._wanted.awaited
        )
        if waits_for_it:
            reading = read_as_awaited(reading)
        self._find(message, reading, source)
        if waits_for_it:
            return
        if self._short.holds(message, reading, source=source):
            self._doubted.hold_plain(message, reading, source=source)
            return
        self._look_around(message, reading, source)

    def _find(self, message: Message, reading: Reading, source: Source) -> None:
        self.found[message.key] = row_as_read(
            self._person, message, reading, source=source, now=self._now
        )

    def _look_around(self, message: Message, reading: Reading, source: Source) -> None:
        if self._asked.holds(message, reading, source=source):
            return
        if reading.verdict in NOT_HIRING:
            self._doubted.hold(message, reading, source=source)
            if is_entry(message, reading):
                self._entries.append(WaitingEntry(message, reading, source))

    def settle(self) -> None:
        """Read what waits as the rest of the stored mail explains it."""
        person, now, own = self._person, self._now, self._wanted.own
        told = {row.key: row for row in self._short.known(person, now=now)}
        for message, reading, source in list(self._short.alone()):
            self._look_around(message, reading, source)
        for message, reading, source in self._asked.settled(person, now=now, own=own):
            self._find(message, reading, source)
        for row in self._explained():
            self.found[row.key] = row
        self.found.update(told)

    def _explained(self) -> Iterator[MailMessage]:
        person, now = self._person, self._now
        yield from kept_of_entries(person, self._entries, now=now)
        yield from self._doubted.known(person, now=now, own=self._wanted.own)


def read_again(
    person: Person,
    rows: Sequence[MailMessage],
    *,
    now: datetime,
    tell: Callable[[int], None] = lambda _done: None,
) -> Iterator[tuple[MailMessage, MailMessage]]:
    """Yield the messages that read otherwise now, each with its row as it would be, not saved.

    What was read from a header that is not stored is no difference: a message counts only
    if it reads otherwise whatever such a header may have said.

    Args:
        tell: Told, now and then, how many messages were read; may raise.
    """
    again = _Again(person, now=now)
    for done, row in enumerate(rows):
        if not is_of_list(row):
            again.take(row)
        tell(done)
    again.settle()
    for row in rows:
        found = again.found.get(row.key)
        if found is None or not reads_otherwise(found.verdict, was=row.verdict):
            continue
        if not _may_be_by_header(row):
            yield row, found


def _may_be_by_header(row: MailMessage) -> bool:
    message, source = message_of_row(row), Source(row.path, row.offset)
    readings = (
        understood(
            replace(message, headers={**message.headers, **headers}), source=source
        )
        for headers in _UNKNOWN_HEADERS
    )
    return any(
        isinstance(reading, Problem)
        or not reads_otherwise(reading.verdict, was=row.verdict)
        for reading in readings
    )
