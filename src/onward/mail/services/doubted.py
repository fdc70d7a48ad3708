"""Mail that alone is ordinary, and is read once more because of who wrote it.

A no in somebody's own words ("Nadine fängt am Samstag an") may say nothing of a job.
From a firm that the person applied to it says enough. Where it has no word of hiring at
all, it has to answer mail about an application, and the person is asked.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime

from onward.mail.models import MailMessage
from onward.mail.notes import BULK, LEAST_WORDS, answered_by
from onward.mail.rules.around.sent_on import unwrapped
from onward.mail.rules.basics.language import HOME
from onward.mail.rules.basics.text import own_text
from onward.mail.rules.facts.contact import is_no_reply
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    label_variants,
    registrable_label,
)
from onward.mail.rules.gate import might_be_hiring
from onward.mail.rules.read import read_message
from onward.mail.rules.types import (
    ENDINGS,
    HELD,
    NOT_HIRING,
    Message,
    Reading,
    Source,
    Verdict,
)
from onward.mail.rules.verdicts.classify import classify, speaks_to_you
from onward.mail.rules.verdicts.context import writes_to_all
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.rules.verdicts.thresholds import SURE_RULE
from onward.mail.scan import message_of
from onward.mail.services.rows import message_row, references_of
from onward.mail.services.talks import KnownMail, Talks, takes_back, talks_of
from onward.mail.sources.raw import RawMessage
from onward.people.models import Person

MOST_DOUBTED_CHARS = 10_000_000
"""How much of such mail waits in memory until it is known who is who."""

_OVERHEAD_CHARS = 1_000

MOST_NOTE_BYTES = 20_000_000
"""The same of answers without a word of hiring, the latest of which are kept."""

LEAST_NOTE = 0.6
"""So clearly such an answer has to be heard as something to be asked about: but for two of 24
the small talk of firms was heard as anything with less (decision 16)."""

_OVERHEAD_BYTES = 500


class DoubtedMail:
    """The personal mail of one run that was taken for ordinary."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[Message, Source]] = {}
        self._read_notes: dict[str, tuple[Message, Source]] = {}
        self._chars = 0
        self._refused: dict[str, tuple[KnownMail, bool]] = {}
        self._notes: deque[RawMessage] = deque()
        self._note_bytes = 0

    @property
    def notes(self) -> tuple[RawMessage, ...]:
        """The answers that wait unread, the earliest first."""
        return tuple(self._notes)

    @property
    def sources(self) -> list[Source]:
        """Return where what waits was read from."""
        held = (*self._waiting.values(), *self._read_notes.values())
        return [*(source for _, source in held), *(note.source for note in self._notes)]

    @property
    def waiting(self) -> list[tuple[Message, Source]]:
        """Return the mail that waits and was read."""
        return [*self._waiting.values(), *self._read_notes.values()]

    def hold_note(self, note: RawMessage) -> None:
        """Let a short answer wait that nobody has read yet."""
        self._notes.append(note)
        self._note_bytes += len(note.raw) + _OVERHEAD_BYTES
        while self._note_bytes > MOST_NOTE_BYTES:
            self._note_bytes -= len(self._notes.popleft().raw) + _OVERHEAD_BYTES

    def hold_plain(self, message: Message, reading: Reading, *, source: Source) -> None:
        """Let a mail wait that its conversation may explain, if besides a rule is sure of it.

        "We'd like to interview you Thursday at 2" names an hour, and is no answer.
        """
        if reading.verdict is Verdict.OTHER and _is_plain(message):
            self.hold(message, reading, source=source)

    def hold(self, message: Message, reading: Reading, *, source: Source) -> None:
        """Let a mail wait, if a person wrote it to a person, and more than small talk.

        A few words are no small talk where a rule is sure of them: "We'd like to interview you".
        """
        is_full = self._chars > MOST_DOUBTED_CHARS
        if is_full or reading.verdict is not Verdict.OTHER or not _is_personal(message):
            return
        if might_be_hiring(message.subject, message.text, host=message.sender.domain):
            self._waiting[message.key] = message, source
        elif references_of(message):
            # A day in it had it read; it is a note like those that nobody has read.
            self._read_notes[message.key] = message, source
        else:
            return
        self._chars += len(message.text) + _OVERHEAD_CHARS

    def known(
        self, person: Person, *, now: datetime, own: Collection[str] = ()
    ) -> Iterator[MailMessage]:
        """Yield the rows of mail from those who are known, oldest first, not saved yet.

        Such is what answers stored mail about hiring, and what comes from a person or a
        firm that the person was in touch with about work within the last half year. The
        rest waits on: what is known may grow.

        Args:
            own: The addresses that the person writes from.
        """
        if not (self._waiting or self._read_notes or self._notes):
            return
        talks = talks_of(person, own=own)
        held = [*self._waiting.values(), *self._read_notes.values()]
        theirs = [p for p in held if p[0].sender.address not in own]
        waiting = [*theirs, *self._opened(talks, own=own, now=now)]
        for message, source in sorted(waiting, key=lambda pair: pair[0].sent_at or now):
            if message.key in self._waiting:
                known, read = talks.with_firm_of(message), read_as_known
                # Whoever writes first from a house that a machine elsewhere wrote for.
                known = known or talks.called_as_domain(message)
            else:
                known, read = talks.of(message), _read_note
            if known is None:
                continue
            is_answer = talks.answered(message) is not None
            if self._refused.get(message.key) == (known, is_answer):
                continue
            reading = read(message, known=known, is_answer=is_answer)
            self._refused[message.key] = known, is_answer
            if _is_short(message):
                reading = _of_few_words(reading, message)
            if reading.verdict in ENDINGS and not talks.is_sure_of(message):
                # Of a choir whose audition waits to be looked at, nobody is told a no.
                reading = replace(reading, verdict=Verdict.AMBIGUOUS)
            if reading.verdict not in NOT_HIRING:
                row = message_row(person, message, reading, source=source, now=now)
                talks.learn_row(row)
                yield row

    def _opened(
        self, talks: Talks, *, own: Collection[str], now: datetime
    ) -> Iterator[tuple[Message, Source]]:
        """Yield the notes whose conversation may be known, read far enough to be sure."""
        for note in self._notes:
            answered, host = answered_by(note)
            if host not in talks.by_firm and not any(
                a in talks.by_id for a in answered
            ):
                continue
            message = message_of(note, now=now)
            if message is not None and message.sender.address not in own:
                yield message, note.source


def _is_personal(message: Message) -> bool:
    """Say whether a person wrote a mail, in so many words that the model can tell, or plain ones."""
    sender = message.sender
    is_bulk = any(name in message.headers for name in BULK) or writes_to_all(sender)
    is_machine = is_bulk or is_no_reply(sender.address)
    return not is_machine and (not _is_short(message) or _is_plain(message))


def _is_short(message: Message) -> bool:
    """Say whether a mail has too few words for the model to tell more than small talk."""
    return len(message.text.split()) < LEAST_WORDS


def _of_few_words(reading: Reading, message: Message) -> Reading:
    """Return a question in the place of what few words say by a rule, ordinary mail where they invite nobody.

    "We've decided to go with another supplier" may be of anything; "Tom's interview is on
    Thursday at 2" does not speak to the reader.
    """
    is_said = reading.verdict in ENDINGS or speaks_to_you(own_text(message.text))
    is_told = is_said and not is_by_ear(reading) and reading.verdict not in NOT_HIRING
    return replace(reading, verdict=Verdict.AMBIGUOUS if is_told else Verdict.OTHER)


def _is_plain(message: Message) -> bool:
    """Say whether a rule is sure that a mail invites, or says no to who had asked for work."""
    message = unwrapped(message)
    alone = classify(message)
    if alone.verdict in HELD:
        return alone.confidence >= SURE_RULE
    known = classify(message, is_known=True)
    return known.verdict in ENDINGS and known.confidence >= SURE_RULE


def read_as_known(message: Message, *, known: KnownMail, is_answer: bool) -> Reading:
    """Return what known mail says; of an agency's new opening the employer is another."""
    reading = read_message(message, is_known=True)
    if reading.role and not is_answer and not _is_of(known, message.sender.domain):
        return reading
    is_fuller = company_key(reading.company).startswith(
        f"{company_key(known.company)} "
    )
    # They sign with more of their name than whoever wrote to them knew.
    told = reading.company if known.company and is_fuller else known.company
    return replace(reading, company=told or reading.company)


def _is_of(known: KnownMail, domain: str) -> bool:
    """Say whether a domain is that of the employer itself, as far as their names tell."""
    name = compact(company_key(known.company))
    labels = label_variants(registrable_label(domain))
    return any(name.startswith(x) or x.startswith(name) for x in labels if name)


def _read_note(message: Message, *, known: KnownMail, is_answer: bool) -> Reading:
    """Return what an answer without a word of hiring may be: the person is asked.

    What follows a no is small talk. Only a time to meet is told, in the languages that the
    model knows well.
    """
    reading = read_as_known(message, known=known, is_answer=is_answer)
    if is_answer and takes_back(message, known=known):
        return replace(reading, verdict=Verdict.AMBIGUOUS)
    if known.is_over or reading.confidence < LEAST_NOTE:
        return replace(reading, verdict=Verdict.OTHER)
    is_told = reading.verdict is Verdict.INTERVIEW and reading.language in HOME
    if is_told or reading.verdict in NOT_HIRING:
        return reading
    return replace(reading, verdict=Verdict.AMBIGUOUS)
