"""What a mail on several applications says of each: a mail of its own for every one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onward.mail.rules.basics.language import HOME
from onward.mail.rules.basics.text import lower
from onward.mail.rules.digests.names import Named
from onward.mail.rules.digests.words import (
    FEWEST,
    Entry,
    Standing,
    digest_words,
    is_of_one_employer,
)
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.facts.requisition import requisition_key
from onward.mail.rules.facts.titles.role import role_key
from onward.mail.rules.types import (
    ENDINGS,
    NOT_HIRING,
    Because,
    Message,
    Reading,
    Verdict,
)
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.classify import classify_with
from onward.mail.rules.verdicts.context import is_bulk
from onward.mail.rules.verdicts.signals import engine
from onward.mail.rules.verdicts.voice import language_for

LEFT_OUT = "[…]"
_CONFIDENCE = 0.9
_HEAD_CHARS = 2_000
_SURE_TO_WAIT = 0.9
_VERDICTS = {
    Standing.REJECTION: Verdict.REJECTION,
    Standing.POSITION_CLOSED: Verdict.POSITION_CLOSED,
    Standing.INVITED: Verdict.INTERVIEW,
    Standing.RECEIVED: Verdict.CONFIRMATION,
    Standing.TEST: Verdict.ASSESSMENT,
    Standing.OFFERED: Verdict.OFFER,
    Standing.ASKED: Verdict.INFORMATION_REQUEST,
}
_SECOND_HAND = frozenset(
    {Standing.INVITED, Standing.TEST, Standing.OFFERED, Standing.ASKED}
)


Hearing = Callable[[Classification, Message], Classification]


@dataclass(frozen=True, slots=True)
class Part:
    """What one listed application would be as a mail of its own.

    Attributes:
        is_news: Something happened; else the entry only tells that it still waits.
    """

    message: Message
    reading: Reading
    is_news: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words of an entry say, and where in the mail."""

    verdict: Verdict
    confidence: float
    because: tuple[Because, ...]
    is_news: bool = True


def parts_of(
    message: Message,
    entries: Iterable[Entry],
    *,
    reading: Reading,
    company: str,
    hear: Hearing,
    is_board: bool = False,
) -> tuple[Part, ...]:
    """Return the mails that a list of applications stands for, at least two, or none.

    Args:
        entries: What the mail lists, by `entries_of` or `openings_in`.
        reading: What the mail as a whole was read as.
        company: The employer of all of them, where the entries name none.
        hear: Weighs what the rules found in the words of an entry with the second voice.
        is_board: A job board lists them, which says again what employers told.
    """
    ordered = sorted(entries, key=lambda entry: entry.start)
    company = company or _only_employer(message, reading=reading)
    pieces = _Pieces(message.text, ordered)
    said = [
        _told(message, entry, reading=reading, hear=hear, is_board=is_board)
        for entry in ordered
    ]
    if sum(told is not None for told in said) < FEWEST:
        return ()
    parts = []
    for place, (entry, read) in enumerate(zip(ordered, said, strict=True)):
        own = replace(entry, company=entry.company or company)
        told = read or _unread(message, own, reading=reading)
        if told is None:
            continue
        text, shift = pieces.of(place)
        parts.append(
            _part(message, own, told=told, text=text, shift=shift, reading=reading)
        )
    return tuple(parts)


def _only_employer(message: Message, *, reading: Reading) -> str:
    """Return the employer of all that a board lists, where it says that there is one, or "".

    "Your applications with Acme" from a board that Acme's own page runs on.
    """
    head = lower(f"{message.subject}\n{message.text[:_HEAD_CHARS]}")
    name = lower(reading.company)
    is_named = name in lower(f"{message.subject}\n{message.sender.name}")
    return reading.company if name and is_named and is_of_one_employer(head) else ""


def parts_together(
    message: Message, openings: Iterable[Named], *, reading: Reading
) -> tuple[Part, ...]:
    """Return the mails that one answer on several openings stands for, one for each."""
    parts = []
    for company, title, number in openings:
        names = [*filter(None, (role_key(title), requisition_key(number)))]
        told = "\n".join(("together", message.key, *(names or [company_key(company)])))
        key = hashlib.sha256(told.encode()).hexdigest()
        message_id = f"{message.message_id}#{key[:12]}"
        own = replace(message, key=key, message_id=message_id, headers={}, calendar={})
        read = replace(
            reading,
            company=company or reading.company,
            role=title,
            requisition=number,
        )
        parts.append(Part(own, read, is_news=True))
    return tuple(parts)


class _Pieces:
    """A text cut into what is said of all applications, and of each."""

    def __init__(self, text: str, entries: Sequence[Entry]) -> None:
        self._text = text
        headings = [(0, 0), *(entry.under for entry in entries)]
        self._under = [entry.under for entry in entries]
        self._is_first = [now != before for before, now in pairwise(headings)]
        starts = [
            entry.under[0] if is_first else entry.start
            for entry, is_first in zip(entries, self._is_first, strict=True)
        ]
        self._spans = [*pairwise(starts), (starts[-1], entries[-1].end)]

    def of(self, place: int) -> tuple[str, int]:
        """Return the mail without what it says of the others, and how far that moved it."""
        start, end = self._spans[place]
        before = self._text[: self._spans[0][0]]
        behind = self._text[self._spans[-1][1] :]
        own = self._text[start:end].rstrip()
        if place > 0:
            before += f"{LEFT_OUT}{self._gap(start)}"
        heading = slice(*self._under[place])
        if self._text[heading] and not self._is_first[place]:
            before += f"{self._text[heading]}\n"
        if place < len(self._spans) - 1:
            own += f"{self._gap(end)}{LEFT_OUT}"
        return f"{before}{own}{behind}", len(before) - start

    def _gap(self, place: int) -> str:
        return "\n" if self._text[:place].rstrip(" ").endswith("\n") else " "


def _told(
    message: Message, entry: Entry, *, reading: Reading, hear: Hearing, is_board: bool
) -> _Told | None:
    """Return what an entry says: a phrase by itself, a sentence as a mail of its own.

    Where single words of a sentence suggest something else, the person is asked.
    """
    if entry.standing is not Standing.TOLD:
        return _by_phrase(message, entry, is_board=is_board)
    read = _in_words(message, entry, reading=reading, hear=hear)
    if entry.hint is None:
        return read
    hinted = replace(entry, standing=entry.hint)
    if read is None:
        return _by_phrase(message, hinted, is_board=is_board)
    verdict = _VERDICTS.get(entry.hint)
    is_same = verdict in {None, read.verdict} or {verdict, read.verdict} <= ENDINGS
    return read if is_same else replace(read, verdict=Verdict.AMBIGUOUS)


def _unread(message: Message, entry: Entry, *, reading: Reading) -> _Told | None:
    """Return words that nobody understood, for the person to read: others are news.

    Only where the line names employer and title, as those beside it do.
    """
    if not (entry.company and entry.role) or reading.verdict is Verdict.JOB_ALERT:
        return None
    start, end = entry.told
    words = Because("listed", message.text[start:end], "body", start, end)
    return _Told(Verdict.AMBIGUOUS, _CONFIDENCE, (words,))


def _by_phrase(message: Message, entry: Entry, *, is_board: bool) -> _Told:
    words = message.text[entry.start : entry.end]
    because = (Because("listed", words, "body", entry.start, entry.end),)
    verdict = _VERDICTS.get(entry.standing, Verdict.AMBIGUOUS)
    is_news = entry.standing is not Standing.WAITING
    if is_board and entry.standing in _SECOND_HAND:
        verdict = Verdict.AMBIGUOUS
    if is_board and entry.standing is Standing.RECEIVED:
        verdict, is_news = Verdict.AMBIGUOUS, False
    return _Told(verdict, _CONFIDENCE, because, is_news)


def _in_words(
    message: Message,
    entry: Entry,
    *,
    reading: Reading,
    hear: Hearing,
) -> _Told | None:
    """Return what a sentence says of one application, read as if it had come alone.

    None where it says nothing of one: advertising and advice are listed so too.
    """
    is_other = reading.verdict in NOT_HIRING
    is_doubtful = is_other and is_bulk(message) and not reading.system
    name = entry.role or entry.company
    if not name or reading.verdict is Verdict.JOB_ALERT or is_doubtful:
        return None
    start, end = entry.told
    subjects = digest_words().subjects
    language = language_for(replace(message, text=f"{message.subject}\n{message.text}"))
    subject = subjects.get(language, subjects["en"]).format(name)
    alone = replace(message, subject=subject, text=message.text[start:end], calendar={})
    guests = () if language in HOME else (language,)
    first = classify_with(engine(*guests), alone, system=reading.system)
    # A line has few words to tell its language by: the whole mail tells it better.
    is_heard = language_for(alone) == language
    found = hear(first, alone) if is_heard else first
    if found.verdict in NOT_HIRING:
        return None
    because = tuple(_moved(found.because, by=start))
    words = because or (Because("listed", alone.text, "body", start, end),)
    are_one = (
        found.verdict is first.verdict or {found.verdict, first.verdict} <= ENDINGS
    )
    if found.verdict is Verdict.CONFIRMATION and not are_one:
        is_undecided = first.verdict in {Verdict.OTHER, Verdict.AMBIGUOUS}
        is_waiting = is_undecided and found.confidence >= _SURE_TO_WAIT
        return _Told(Verdict.AMBIGUOUS, found.confidence, words, not is_waiting)
    # A few words of a list are less than a letter: one voice alone does not decide.
    verdict = found.verdict if are_one else Verdict.AMBIGUOUS
    return _Told(verdict, found.confidence, words)


def _moved(because: Iterable[Because], *, by: int) -> Iterator[Because]:
    for each in because:
        if each.where == "body":
            yield replace(each, start=each.start + by, end=each.end + by)


def _part(
    message: Message,
    entry: Entry,
    *,
    told: _Told,
    text: str,
    shift: int,
    reading: Reading,
) -> Part:
    key = _key(message, entry, told=told)
    own = replace(
        message,
        key=key,
        message_id=f"{message.message_id}#{key[:12]}",
        text=text,
        headers={},
        calendar={},
    )
    read = Reading(
        verdict=told.verdict,
        confidence=told.confidence,
        because=tuple(_moved(told.because, by=shift)),
        language=reading.language,
        company=entry.company,
        role=entry.role,
        requisition=entry.requisition,
        system=reading.system,
        contact=reading.contact,
        contact_role=reading.contact_role,
        accepts_replies=reading.accepts_replies,
    )
    return Part(own, read, is_news=told.is_news)


def _key(message: Message, entry: Entry, *, told: _Told) -> str:
    """Return the identity of what is told: a weekly list says the same many times.

    Within a year the same sender's word on the same application counts once.
    """
    year = message.sent_at.year if message.sent_at else 0
    names: tuple[str, ...] = (
        *(message.sender.domain, company_key(entry.company), role_key(entry.role)),
        *(entry.standing.value, str(year)),
    )
    number = requisition_key(entry.requisition)
    if number:
        names = (*names, number)
    if entry.standing is Standing.TOLD:
        start, end = entry.told
        words = " ".join(message.text[start:end].casefold().split())
        names = (*names, told.verdict.value, words)
    return hashlib.sha256("\n".join(("listed", *names)).encode()).hexdigest()
