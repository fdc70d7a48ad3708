"""Short mail that its conversation makes hiring mail; alone it stays ordinary, and unkept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from onward.mail.models import MailMessage
from onward.mail.rules.bare_words import Bare, bare_words
from onward.mail.rules.contact import is_no_reply
from onward.mail.rules.context import is_hiring_sender
from onward.mail.rules.fold_shelf import WINDOW
from onward.mail.rules.fusion import BY_EAR
from onward.mail.rules.gate import has_word_of_hiring, might_be_hiring
from onward.mail.rules.learned import Meaning
from onward.mail.rules.returned import RETURNED
from onward.mail.rules.types import NOT_HIRING, Message, Reading, Source, Verdict
from onward.mail.rules_sent import SentMeaning
from onward.mail.services.rows import message_row, references_of
from onward.people.models import Person

MOST_SHORT = 5_000
"""How many short mails wait in memory until it is known what they answer."""

_CONFIDENCE = 0.8
_SAID = frozenset({Verdict.CONFIRMATION, Verdict.INFORMATION_REQUEST})
_HELD = _SAID | {Verdict.OTHER, Verdict.AMBIGUOUS}


@dataclass(frozen=True, slots=True)
class Short:
    """A short mail that waits until it is known what it answers.

    Attributes:
        reading: What it was read as by itself; None where nothing but its few words tells.
    """

    message: Message
    bare: Bare
    source: Source
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """One stored mail, as far as it tells what a later one is about."""

    at: datetime
    company: str
    is_application: bool


@dataclass(slots=True)
class _Talks:
    """Stored mail by its Message-ID, and the latest by who wrote it."""

    by_id: dict[str, _Known] = field(default_factory=dict)
    by_sender: dict[str, list[_Known]] = field(default_factory=dict)

    def of(self, message: Message) -> _Known | None:
        """Return the stored mail that a mail answers, else one that the same person wrote."""
        for name in reversed(references_of(message)):
            if name in self.by_id:
                return self.by_id[name]
        if message.sent_at is None or is_no_reply(message.sender.address):
            return None
        wrote = self.by_sender.get(message.sender.address, [])
        before = [k for k in wrote if k.at < message.sent_at <= k.at + WINDOW]
        return max(before, key=lambda known: known.at, default=None)


class ShortMail:
    """The short mail of one run, which waits until it is known what it answers."""

    def __init__(self) -> None:
        self._waiting: dict[str, Short] = {}

    def holds(self, message: Message, reading: Reading, *, source: Source) -> bool:
        """Let a mail wait, if its few words mean something in a conversation alone."""
        bare = bare_words(message) if reading.verdict in _HELD else None
        if bare is None:
            return False
        is_told = _is_told(message, reading)
        if is_told and reading.verdict in _SAID:
            return False
        if is_told or len(self._waiting) < MOST_SHORT:
            own = reading if is_told else None
            self._waiting[message.key] = Short(message, bare, source, own)
        return True

    def known(self, person: Person, *, now: datetime) -> Iterator[MailMessage]:
        """Yield the rows of mail in a known conversation, oldest first, not saved yet.

        Such is what answers stored mail, the person's own included, and what comes from
        somebody who wrote hiring mail within the last half year. The rest waits on.
        """
        if not self._waiting:
            return
        talks = _talks(person)
        waiting = self._waiting.values()
        for each in sorted(waiting, key=lambda each: each.message.sent_at or now):
            known = talks.of(each.message)
            if known is not None:
                row = _row(person, each, known=known, now=now)
                told = _Known(row.sent_at, row.company, is_application=False)
                talks.by_id[row.message_id] = told
                del self._waiting[each.message.key]
                yield row

    def alone(self) -> Iterator[tuple[Message, Reading, Source]]:
        """Yield what told of hiring by itself, and let go of the rest."""
        for each in self._waiting.values():
            if each.reading is not None:
                yield each.message, each.reading, each.source
        self._waiting.clear()


def _is_told(message: Message, reading: Reading) -> bool:
    """Say whether more than a few words tell that a mail is about hiring.

    The second voice alone takes such words for hiring, since it learned from hardly any
    other mail.
    """
    if reading.verdict in NOT_HIRING:
        return False
    host = message.sender.domain
    if not might_be_hiring(message.subject, message.text, host=host):
        return False
    is_by_rule = any(not b.rule.startswith(BY_EAR) for b in reading.because)
    is_sent_by_hiring = bool(reading.system) or is_hiring_sender(message.sender)
    return is_by_rule or is_sent_by_hiring or has_word_of_hiring(message.subject, "")


def _talks(person: Person) -> _Talks:
    talks = _Talks()
    rows = MailMessage.objects.for_person(person).exclude(
        verdict__in=[*NOT_HIRING, RETURNED]
    )
    names = ("message_id", "sent_at", "company", "verdict", "is_sent")
    for (
        message_id,
        at,
        company,
        verdict,
        is_sent,
        sender,
        can_answer,
    ) in rows.values_list(*names, "sender_address", "accepts_replies"):
        known = _Known(at, company, verdict == SentMeaning.APPLIED)
        talks.by_id[message_id] = known
        if can_answer and not is_sent:
            talks.by_sender.setdefault(sender.lower(), []).append(known)
    return talks


def _row(person: Person, short: Short, *, known: _Known, now: datetime) -> MailMessage:
    message, bare = short.message, short.bare
    reading = Reading(
        bare.verdict,
        _CONFIDENCE,
        because=(bare.because,),
        language=bare.language,
        company=known.company,
        contact=message.sender,
        accepts_replies=not is_no_reply(message.sender.address),
    )
    row = message_row(person, message, reading, source=short.source, now=now)
    is_receipt = bare.verdict is Verdict.CONFIRMATION
    if is_receipt and not known.is_application:
        # That papers arrived is no receipt of an application, which may begin a new one.
        row.verdict = Meaning.REPLY.value
    return row
