"""Mail that alone is ordinary, and is read once more because of who wrote it.

A no in somebody's own words ("Nadine fängt am Samstag an") may say nothing of a job.
From a firm that the person applied to it says enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from onward.mail.models import MailMessage
from onward.mail.rules.facts.contact import is_no_reply
from onward.mail.rules.gate import might_be_hiring
from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Message, Reading, Source, Verdict
from onward.mail.services.rows import message_row
from onward.mail.services.talks import KnownMail, talks_of
from onward.people.models import Person

MOST_DOUBTED_CHARS = 10_000_000
"""How much of such mail waits in memory until it is known who is who."""

_LEAST_WORDS = 15
_OVERHEAD_CHARS = 1_000
_BULK = frozenset({"list-id", "list-unsubscribe", "precedence", "auto-submitted"})


class DoubtedMail:
    """The personal mail of one run that the rules read and took for ordinary."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[Message, Source]] = {}
        self._chars = 0

    def hold(self, message: Message, reading: Reading, *, source: Source) -> None:
        """Let a mail wait, if a person wrote it to a person, and more than small talk."""
        is_full = self._chars > MOST_DOUBTED_CHARS
        if reading.verdict is Verdict.OTHER and not is_full and _says_much(message):
            self._waiting[message.key] = message, source
            self._chars += len(message.text) + _OVERHEAD_CHARS

    def known(self, person: Person, *, now: datetime) -> Iterator[MailMessage]:
        """Yield the rows of mail from those who are known, oldest first, not saved yet.

        Such is what answers stored mail about hiring, and what comes from a person or a
        firm that the person was in touch with about work within the last half year.
        """
        if not self._waiting:
            return
        talks = talks_of(person)
        waiting = self._waiting.values()
        for message, source in sorted(waiting, key=lambda pair: pair[0].sent_at or now):
            known = talks.with_firm_of(message)
            if known is None:
                continue
            reading = _read_as_known(message, known=known)
            if reading.verdict not in NOT_HIRING:
                row = message_row(person, message, reading, source=source, now=now)
                talks.by_id[row.message_id] = KnownMail(row.sent_at, row.company)
                yield row
        self._waiting.clear()
        self._chars = 0


def _says_much(message: Message) -> bool:
    """Say whether a mail is personal, and has so many words that the model can tell."""
    sender = message.sender
    is_bulk = not _BULK.isdisjoint(message.headers) or is_no_reply(sender.address)
    if is_bulk or len(message.text.split()) < _LEAST_WORDS:
        return False
    return might_be_hiring(message.subject, message.text, host=sender.domain)


def _read_as_known(message: Message, *, known: KnownMail) -> Reading:
    reading = read_message(message, is_known=True)
    return replace(reading, company=known.company or reading.company)
