"""Which part of a listed line is a title, and which an employer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.digests.words import Column, column_of
from onward.mail.rules.facts.employers.company import clean_company, is_company
from onward.mail.rules.facts.employers.names import (
    has_legal_form,
    is_system_name,
    legal_form_pattern,
)
from onward.mail.rules.facts.requisition import find_requisition
from onward.mail.rules.facts.titles.role import (
    clean_role,
    has_gender_marker,
    is_plausible_role,
    is_role_like,
    seniority_of,
)
from onward.mail.rules.facts.titles.words import is_surely_title, sounds_like_title

PARTS = re.compile(r"\s+[-–—|·•>:]+\s+|\s*[|·•]\s*|:\s+|\t+|\s{3,}")
MARK = re.compile(
    r"^\s*(?:[-*•·▪‣+>–—○●◦■□▸►→✓✔✗✘✕✖☑☒✅❌❎⏳⌛📩📨📅🎉]\ufe0f?|\.{1,3}(?=\s)|\(?(?:\d{1,2}|[a-z])[.)](?=\s))?\s*"
)
_AT = re.compile(
    r"^(?P<role>.{2,110}?)\s(?:at|with|bei|beim|@|chez|presso|bij|hos)\s(?:der |dem |the )?(?P<company>.{2,80})$",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(r"\s(?P<year>20[2-4]\d)(?=\s*(?:[(\[]|$))")
_LEGAL = re.compile(rf"\b{legal_form_pattern()}(?=\s)")
_GLUE = frozenset(
    {"der", "des", "für", "of", "and", "und", "im", "in", "de", "di", "da", "-", "&"}
)


class Named(NamedTuple):
    """Whose opening an entry is of; "" for what does not show."""

    company: str
    role: str
    requisition: str = ""


def names_in(lines: Iterable[str]) -> Named:
    """Return company, role and number of an entry by the lines that name it."""
    lines = list(lines)
    company = role = ""
    for piece, is_title in (found for line in lines for found in _pieces(line)):
        title = title_in(piece)
        name = clean_company(piece)
        is_title = is_title or is_role_like(piece)
        if not role and is_title and is_plausible_role(title):
            role = title
        elif not company and _is_employer(name):
            company = name
    return Named(company, role, number_in("\n".join(lines), role=role))


def title_of(head: str) -> str:
    """Return the title that a head is, where it ends as words for people at work do."""
    title = title_in(head)
    is_title = sounds_like_title(title) and not has_legal_form(head)
    return title if is_title and is_plausible_role(title) else ""


def _is_employer(name: str) -> bool:
    """Say whether a part can be an employer; a single word for people at work is none."""
    is_title = " " not in name and is_surely_title(name)
    return is_company(name) and not is_system_name(name) and not is_title


def title_in(part: str) -> str:
    """Return the title that a part of a line is, with the year that a programme is named by."""
    title = clean_role(part)
    year = _YEAR_BEHIND.match(part, part.find(title) + len(title)) if title else None
    is_programme = year is not None and _programmes().search(title) is not None
    return f"{title} {year['year']}" if year and is_programme else title


@cache
def _programmes() -> re.Pattern[str]:
    stems = "|".join(map(re.escape, tables("digest")["programmes"]))
    return re.compile(rf"\b(?:{stems})", re.IGNORECASE)


def number_in(text: str, *, role: str) -> str:
    """Return the employer's number of the opening that a line names, or ""."""
    return find_requisition("", body=text, role=role)


def labelled(line: str) -> tuple[Column | None, str]:
    """Return what the label before a line's first colon is, and what stands behind it."""
    label, colon, rest = line.partition(":")
    column = column_of(label) if colon else None
    return (column, rest.strip()) if column else (None, line)


def _pieces(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a line, and whether a part is a title by what is around it."""
    column, rest = labelled(line)
    if column is Column.OTHER:
        return
    is_opening = column is Column.OPENING
    for piece in filter(str.strip, PARTS.split(rest)):
        joined = _AT.match(piece)
        if joined is not None and is_company(clean_company(joined["company"])):
            yield joined["role"], True
            yield joined["company"], False
        else:
            yield piece, is_opening
            is_opening = False


def side_by_side(head: str, *, is_company_first: bool = False) -> str:
    """Return a title and a name that stand with no mark between them, parted by "|"."""
    words = head.split()
    split = _legal_end(head) if is_company_first else _marker_end(words)
    if not split:
        split = _role_start(words) if is_company_first else _role_end(words)
    if not 0 < split < len(words):
        return head
    return f"{' '.join(words[:split])} | {' '.join(words[split:])}"


def _legal_end(head: str) -> int:
    """Return how many words end in "GmbH"; 0 where none does."""
    found = _LEGAL.search(head)
    return len(head[: found.end()].split()) if found else 0


def _marker_end(words: list[str]) -> int:
    """Return how many words end in "(m/w/d)"; 0 where none does."""
    places = (n for n, word in enumerate(words, 1) if has_gender_marker(f"x {word}"))
    return next(places, 0)


def _role_start(words: list[str]) -> int:
    place = next((n for n, word in enumerate(words) if n and is_role_like(word)), 0)
    while place > 1 and seniority_of(words[place - 1].lower()):
        place -= 1
    return place


def _role_end(words: list[str]) -> int:
    places = [n for n, word in enumerate(words, 1) if is_role_like(word)]
    end = places[-1] if places else 0
    while end and end + 1 < len(words) and words[end].lower() in _GLUE:
        end += 2
    return end
