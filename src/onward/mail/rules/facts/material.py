"""A message laid out for finding facts: own words, wrapped lines joined, folded."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from onward.mail.rules.basics.calendar_mail import without_headings
from onward.mail.rules.basics.sentences import is_unfinished
from onward.mail.rules.basics.text import fold, lower, strip_quoted
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.systems import System, SystemKind
from onward.mail.rules.types import Message

READ_CHARS = 4_000
_FEWEST_LINES = 3
_NARROWEST_WRAP = 60
_WIDEST_WRAP = 100
_BULLET = re.compile(r"\s*(?:[-*•·>+]|\d{1,2}[.)])\s")
_MARKERS = re.compile(
    r"^\s*(?:(?:re|aw|wg|fwd?|antwort|sv|tr|rv|ext|extern|external|spam\?*)\s*[:\]]\s*"
    r"|\[(?:ext|extern|external|spam)[^\]]{0,12}\]:?\s*)+",
    re.IGNORECASE,
)
_ADDRESS_IN_TEXT = re.compile(r"\s?\(?https?://[^\s)>]+[)>]?|<mailto:[^>]*>")
# "Hotel Gipfel ****S": how many stars a house has is no part of its name.
_CLASS = re.compile(r"\*{3,5} ?(?:S(?:uperior)?\b)?")
_STARS = str.maketrans(
    {"*": " ", "_": " ", "\u200b": " ", "\u200c": " ", "\u200d": " "}
)


@dataclass(frozen=True, slots=True)
class Material:
    """What the finders of company, role, number and contact read.

    Attributes:
        subject: Folded, without Re:, Fwd: and the like.
        prose: The writer's own first words, wrapped lines joined, links taken out.
        lines: The lines of the own words as they stand, for labels and signatures.
    """

    message: Message
    system: System
    subject: str
    subject_low: str
    prose: str
    prose_low: str
    lines: tuple[str, ...]


def prepare(message: Message, *, system: System) -> Material:
    """Return the message laid out for finding facts; reads the first 4,000 characters."""
    text = message.text[:READ_CHARS]
    own = "\n".join(text[start:end].strip("\n") for start, end in strip_quoted(text))
    # Links and marks of emphasis would stand between a name and the end of it.
    plain = _CLASS.sub(" ", _ADDRESS_IN_TEXT.sub("", fold(own))).translate(_STARS)
    lines = tuple(" ".join(line.split()) for line in plain.split("\n"))
    lines = without_headings(message, lines)
    if system.name and system.kind is SystemKind.JOB_BOARD:
        lines = _without_other_openings(lines)
        lines = tuple(_TO_MEMBER.sub("", line) for line in lines)
    prose = join_wrapped(lines)
    subject = " ".join(_MARKERS.sub("", fold(message.subject)).split())
    return Material(
        message=message,
        system=system,
        subject=subject,
        subject_low=lower(subject),
        prose=prose,
        prose_low=lower(prose),
        lines=lines,
    )


# To whom a network writes, with what they call themselves: "intended for Ida Roe (Fitter)".
_TO_MEMBER = re.compile(
    r"\bthis (?:e-?mail|message) (?:was|is) (?:intended for|sent to) [^()\n]{2,60} \([^()\n]{2,120}\)\.?"
    r"|\bdiese (?:e-?mail|nachricht) (?:war|ist|wurde) (?:für|an) [^()\n]{2,60} \([^()\n]{2,120}\) (?:bestimmt|gesendet|gerichtet)\.?",
    re.IGNORECASE,
)


@cache
def _names_other_openings() -> Callable[[str], bool]:
    return first_word_finder(sorted(fact_words("other_openings")))


def _without_other_openings(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return a board's lines up to where it shows other openings: theirs are no titles here."""
    for place, line in enumerate(lines[_FEWEST_LINES:], start=_FEWEST_LINES):
        if len(line) <= _WIDEST_WRAP and _names_other_openings()(lower(line)):
            return lines[:place]
    return lines


# What an invitation says of a meeting, a line each: "Wann: 13:30".
_ON_CARD = re.compile(
    r"(?:wann|wo|was|wer|when|where|what|who|date|time|location|datum|uhrzeit|ort|quand|où|lieu"
    r"|heure|cuándo|dónde|fecha|hora|lugar|quando|dove|data|ora|luogo|onde|wanneer|waar|tijd"
    r"|plaats|kiedy|gdzie|godzina|miejsce|när|var|tid|plats|ne zaman|nerede|tarih|saat|yer):",
    re.IGNORECASE,
)


def join_wrapped(lines: tuple[str, ...]) -> str:
    """Return the lines as one text in which a line break ends a thought.

    A break that wrapping explains (the next word would not have fitted, or starts in
    lower case after a long line) becomes a space.
    """
    width = max(map(len, lines), default=0)
    is_wrapped = _NARROWEST_WRAP <= width <= _WIDEST_WRAP
    is_wrapped = is_wrapped and sum(len(line) > width - 12 for line in lines) > 1
    parts: list[str] = []
    for before, line in zip(("", *lines), lines, strict=False):
        if not line:
            continue
        is_joined = bool(parts) and bool(before) and not _BULLET.match(line)
        if is_joined and not line[0].islower():
            first = line.split(" ", 1)[0]
            is_cut = is_wrapped and len(before) + 1 + len(first) > width
            is_cut = is_cut and before[-1] not in ".:!?,"
            is_cut = is_cut and not _ON_CARD.match(line)
            is_joined = is_cut or is_unfinished(before, after=line)
        parts.append((" " if is_joined else "\n") + line if parts else line)
    return "".join(parts)
