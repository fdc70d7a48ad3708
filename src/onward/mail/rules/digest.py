"""Mail that lists several applications and where each stands: "Data Engineer at Acme - Not selected"."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files

from onward.mail.rules.company import clean_company, is_company
from onward.mail.rules.company_names import company_key, is_system_name
from onward.mail.rules.role import clean_role, is_plausible_role, is_role_like, role_key
from onward.mail.rules.text import fold, lower
from onward.mail.rules.types import Because, Message, Reading, Verdict

FEWEST = 2
MOST = 30
_READ_CHARS = 12_000
_LONGEST_LINE = 200
_BLOCK_LINES = 3
_CONFIDENCE = 0.9


class Standing(StrEnum):
    """Where a listed application stands."""

    REJECTION = "rejection"
    POSITION_CLOSED = "position_closed"
    UNSURE = "unsure"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Entry:
    """One application of a list; `start` up to `end` (exclusive) are its words in the text."""

    company: str
    role: str
    standing: Standing
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """What one listed application would be as a mail of its own.

    Attributes:
        is_news: Something happened; else the entry only tells that it still waits.
    """

    message: Message
    reading: Reading
    is_news: bool


@cache
def _phrases() -> tuple[tuple[str, ...], dict[str, Standing]]:
    """Return the words that announce a list, and the standing that each phrase tells."""
    source = files(__package__).joinpath("digest.toml").read_text(encoding="utf-8")
    data = tomllib.loads(source)
    told = {phrase: kind for kind in Standing for phrase in data[kind.value]}
    return tuple(data["lists"]), told


_LINE = re.compile(r"[^\n;]+|(?<=\n)(?=\n)")
_PARTS = re.compile(r"\s+[-–—|·•>:]+\s+|\s*[|·•]\s*|:\s+|\t+|\s{3,}")
_MARK = re.compile(r"^\s*(?:[-*•·▪‣+>]|\(?\d{1,2}[.)])?\s*")
_LABEL = re.compile(
    r"^(?:application |current |bewerbungs)?(?:status|stand|stage|état|estado|stato|durum)\b[:\s]+"
)
_AT = re.compile(
    r"^(?P<role>.{2,110}?)\s(?:at|with|bei|beim|@|chez|presso|bij|hos)\s(?:der |dem |the )?(?P<company>.{2,80})$",
    re.IGNORECASE,
)


def lists_applications(message: Message) -> bool:
    """Say whether a mail announces that it lists applications; quick."""
    low = lower(f"{message.subject}\n{message.text[:_READ_CHARS]}")
    return any(phrase in low for phrase in _phrases()[0])


def entries_of(message: Message) -> tuple[Entry, ...]:
    """Return the applications that a mail lists, at least two, or none.

    Each stands on a line that ends in where it stands, or on the lines above one that
    says nothing else.
    """
    if not lists_applications(message):
        return ()
    found: dict[tuple[str, str], Entry] = {}
    for entry in _entries(fold(message.text[:_READ_CHARS])):
        found.setdefault((company_key(entry.company), role_key(entry.role)), entry)
    entries = tuple(found.values())[:MOST]
    return entries if len(entries) >= FEWEST else ()


def _entries(text: str) -> Iterator[Entry]:
    above: list[tuple[int, str]] = []
    for found in _LINE.finditer(text):
        start, line = found.start(), found.group()
        bare = _MARK.sub("", line).strip()
        if not bare or len(bare) > _LONGEST_LINE:
            above = []
            continue
        head, standing = _told(bare)
        if standing is None:
            above = [*above, (start, bare)][-_BLOCK_LINES:]
            continue
        names = [head] if head else [words for _, words in above]
        first = start if head or not above else above[0][0]
        company, role = _named(names)
        if company or role:
            yield Entry(company, role, standing, first, start + len(line))
        above = []


def _told(line: str) -> tuple[str, Standing | None]:
    """Return what stands before the words for where it stands, and what they tell."""
    told = _phrases()[1]
    pieces = [piece.strip() for piece in _PARTS.split(line) if piece.strip()]
    last = _LABEL.sub("", lower(pieces[-1])).strip(" .!()") if pieces else ""
    if last in told:
        places = [found.start() for found in _PARTS.finditer(line)]
        head = line[: places[-1]] if places and len(pieces) > 1 else ""
        head = re.sub(
            r"[\s:|·•-]*\b(?:status|stand|stage)$", "", head, flags=re.IGNORECASE
        )
        return head.strip(), told[last]
    bracket = re.match(r"(?P<head>.+?)\s*[(\[](?P<told>[^()\[\]]+)[)\]]$", line)
    if bracket is not None and lower(bracket["told"]).strip() in told:
        return bracket["head"], told[lower(bracket["told"]).strip()]
    low = lower(line).rstrip(" .!")
    for phrase, standing in told.items():
        # The cells of a table stand on one line: "Data Engineer Larch Grid Not selected".
        if " " in phrase and low.endswith(f" {phrase}"):
            return _cells(line[: len(low) - len(phrase)].strip()), standing
    return "", None


def _cells(head: str) -> str:
    """Return a title and a name that stand side by side with a mark between them."""
    words = head.split()
    ends = [place for place, word in enumerate(words, start=1) if is_role_like(word)]
    if not ends or ends[-1] == len(words):
        return head
    return f"{' '.join(words[: ends[-1]])} | {' '.join(words[ends[-1] :])}"


def _named(lines: list[str]) -> tuple[str, str]:
    """Return company and role of an entry; "" for what does not show."""
    company = role = ""
    for piece, is_title in (found for line in lines for found in _pieces(line)):
        title = clean_role(piece)
        name = clean_company(piece)
        is_title = is_title or is_role_like(piece)
        if not role and is_title and is_plausible_role(title):
            role = title
        elif not company and is_company(name) and not is_system_name(name):
            company = name
    return company, role


def _pieces(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a line, and whether a part is a title by what follows it."""
    for piece in filter(str.strip, _PARTS.split(line)):
        joined = _AT.match(piece)
        if joined is not None and is_company(clean_company(joined["company"])):
            yield joined["role"], True
            yield joined["company"], False
        else:
            yield piece, False


def parts_of(
    message: Message, entries: Iterable[Entry], *, reading: Reading, company: str
) -> tuple[Part, ...]:
    """Return the mails that a list of applications stands for.

    Args:
        entries: What the mail lists, by `entries_of`.
        reading: What the mail as a whole was read as.
        company: The employer of all of them, where the entries name none.
    """
    return tuple(
        _part(message, entry, reading=reading, company=company) for entry in entries
    )


_VERDICTS = {
    Standing.REJECTION: Verdict.REJECTION,
    Standing.POSITION_CLOSED: Verdict.POSITION_CLOSED,
}


def _part(message: Message, entry: Entry, *, reading: Reading, company: str) -> Part:
    name = entry.company or company
    key = _key(message, entry, company=name)
    own = replace(
        message,
        key=key,
        message_id=f"{message.message_id}#{key[:12]}",
        headers={},
        calendar={},
    )
    words = message.text[entry.start : entry.end]
    read = Reading(
        verdict=_VERDICTS.get(entry.standing, Verdict.AMBIGUOUS),
        confidence=_CONFIDENCE,
        because=(Because("listed", words, "body", entry.start, entry.end),),
        language=reading.language,
        company=name,
        role=entry.role,
        system=reading.system,
    )
    return Part(own, read, is_news=entry.standing is not Standing.WAITING)


def _key(message: Message, entry: Entry, *, company: str) -> str:
    """Return the identity of what is told: a weekly list says the same many times.

    Within a year the same sender's word on the same application counts once.
    """
    year = message.sent_at.year if message.sent_at else 0
    told = (
        *(message.sender.domain, company_key(company), role_key(entry.role)),
        *(entry.standing.value, str(year)),
    )
    return hashlib.sha256("\n".join(("listed", *told)).encode()).hexdigest()
