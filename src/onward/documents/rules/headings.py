"""The headings of résumés and adverts, as their data file lists them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onward.core.text import search_fold
from onward.documents.rules.kinds import AdvertPart, SectionKind

MAX_HEADING_CHARS = 60
_MAX_LOOSE_WORDS = 5
_MAX_LINE_CHARS = MAX_HEADING_CHARS + 12
_MAX_SPACES = 9

_BULLET = re.compile(r"^\s*(?:[-+*•·▪‣◦●○■□–►]|\(?[a-z0-9]{1,2}[.)])\s+(?=\S)", re.I)
_MARKS = re.compile(r"^[\s#*_=~>|:\-–—•·.]+|[\s#*_=~|:\-–—•·.?…]+$")
_NUMBER = re.compile(r"^(?:\d{1,2}|[ivx]{1,4})[.)]?\s+(?=\D)")
_JOINT = re.compile(r"\s*(?:[&/,+|;]|\b(?:and|und|et|y|e|sowie)\b)\s*")
_SPREAD_START = re.compile(r"(?:\S {1,3}){3}\S(?: |$)")
_SPREAD = re.compile(r"^(?:\S ){3,}\S$")


@dataclass(frozen=True, slots=True)
class Headings:
    """Folded heading → what it opens."""

    resume: Mapping[str, SectionKind]
    advert: Mapping[str, AdvertPart]
    spoken: frozenset[str]


@cache
def headings() -> Headings:
    """Return the headings of the data file; read once."""
    data = tomllib.loads(Path(__file__).with_name("headings.toml").read_text("utf-8"))
    return Headings(
        resume={
            words: SectionKind(kind)
            for kind, many in data["resume"].items()
            for words in many
        },
        advert={
            words: AdvertPart(kind)
            for kind, many in data["advert"].items()
            for words in many
        },
        spoken=frozenset(data["spoken"]["names"]),
    )


def resume_heading(line: str) -> SectionKind | None:
    """Return which section of a résumé a line opens; None where it opens none."""
    words = bare(line)
    known = headings().resume
    if words in known:
        return known[words]
    first, *others = _JOINT.split(words)
    if not others or first not in known:
        return None
    # "Training, Leeds 2019" is an entry; "Skills & Drive" is a heading.
    is_short = len(words.split()) <= _MAX_LOOSE_WORDS and "," not in line
    is_listed = all(other in known for other in others)
    return known[first] if is_listed or (is_short and is_set_apart(line)) else None


def advert_heading(line: str) -> AdvertPart | None:
    """Return which part of an advert a line opens; None where it opens none."""
    words = bare(line).removeprefix("and ").removeprefix("und ")
    known = headings().advert
    if words in known:
        return known[words]
    first, *others = _JOINT.split(words)
    if others and first in known and all(other in known for other in others):
        return known[first]
    return None


def bare(line: str) -> str:
    """Return a line folded, without marks, numbers and wide letter spacing; "" if too long.

    A line that begins with a bullet is no heading.
    """
    text = line.strip()
    # Most lines are told apart by their length alone; the rest takes twenty times as long.
    if not text or len(text) > _MAX_LINE_CHARS:
        return ""
    if text.count(" ") > _MAX_SPACES and not _SPREAD_START.match(text):
        return ""
    if _BULLET.match(text) and not _NUMBER.match(text.casefold()):
        return ""
    if _SPREAD.match(text):
        text = text.replace(" ", "")
    elif "  " in text:
        parts = re.split(r"\s{2,}", text)
        if all(_SPREAD.match(part) or len(part) == 1 for part in parts):
            text = " ".join(part.replace(" ", "") for part in parts)
    text = _MARKS.sub("", search_fold(text)).replace("’", "'")
    text = _NUMBER.sub("", text)
    return text if len(text) <= MAX_HEADING_CHARS else ""


def names_spoken_language(text: str) -> bool:
    """Return whether a text names a language that people speak."""
    folded = search_fold(text)
    return any(
        re.search(rf"\b{re.escape(name)}\b", folded) for name in headings().spoken
    )


def is_set_apart(line: str) -> bool:
    """Say whether a line is written like a heading: marked, capitals, or ends in a colon."""
    text = line.strip()
    letters = [c for c in text if c.isalpha()]
    is_capitals = bool(letters) and all(c.isupper() for c in letters)
    words = [w for w in text.split() if len(w) > 3]
    is_titled = bool(words) and all(w[0].isupper() or not w[0].isalpha() for w in words)
    return (
        text.startswith(("#", "*", "="))
        or text.endswith(":")
        or is_capitals
        or is_titled
    )
