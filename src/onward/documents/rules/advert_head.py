"""What the first lines of an advert say of title, company and place, without any label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onward.core.text import search_fold
from onward.documents.rules.advert_patterns import (
    GAP,
    MARK,
    TOWN,
    advert_words,
    patterns,
)
from onward.documents.rules.headings import headings

_HEAD_LINES = 15
_PLACE_LINES = 8
_LONGEST_TITLE = 120
_LONGEST_READ = 300
_NO_TITLE_ENDS = (".", ":", ",", "?")
_ALONE = re.compile(rf"(?:\d{{4,5}} )?({TOWN})(?: \([^()]{{2,20}}\))?\.?\Z")
_HOUSE = re.compile(
    rf"(?P<name>[A-ZÀ-Þ][\w&'’.-]*(?: (?:[A-ZÀ-Þ&][\w&'’.-]*|of|and|the|und|der)){{1,5}}), (?P<town>{TOWN})\Z"
)
_TERMS = frozenset(
    {"full", "part", "permanent", "temporary", "remote", "hybrid", "fixed", "contract"}
    | {"salary", "up", "from", "immediate", "vollzeit", "teilzeit", "befristet"}
    | {"unbefristet", "ab", "in", "at", "your", "our", "the", "location", "based"}
)
_POSTCODE = re.compile(rf"\b\d{{5}} ({TOWN})")


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines say; empty where they do not."""

    title: str = ""
    company: str = ""
    place: str = ""


def head_of(lines: Sequence[str]) -> Head:
    """Return what the first lines of an advert say, each as it stands there.

    A title is known by its "(m/w/d)", by who looks for it, or by standing first; a
    company by its legal form or by "at"; a place by standing behind either.
    """
    clean = [_bare(line) for line in lines[: 2 * _HEAD_LINES]]
    top = [line for line in clean if line][:_HEAD_LINES]
    line = _title_line(top)
    said = _read(line[:_LONGEST_READ])
    company = said.company or _named(top)
    if not company:
        company, beneath = _beneath(line, top)
        said = replace(said, place=said.place or beneath)
    place = said.place or _placed([one for one in top if one != line], company)
    return Head(_short(said.title), company, place)


def without_gender_marks(title: str) -> str:
    """Return a job's title without "(m/w/d)" and the like."""
    return " ".join(re.sub(rf"\s*(?:{MARK.pattern})", "", title, flags=re.I).split())


def _bare(line: str) -> str:
    """Return a line without marks of headings, and without "Stellenangebot:"."""
    line = " ".join(line.split()).strip("#*_=~ ")
    before, colon, behind = line.partition(":")
    if colon and search_fold(before) in advert_words()["head"]["headings"]:
        line = behind.strip()
    first, _, rest = line.partition(" ")
    if rest and search_fold(first) in advert_words()["head"]["openers"]:
        line = rest.lstrip("-–—:| ")
    folded = search_fold(line.rstrip("!.: "))
    return "" if folded in _no_titles() else line


@cache
def _no_titles() -> frozenset[str]:
    words = advert_words()
    labels = (label for many in words["labels"].values() for label in many)
    return frozenset((*labels, *words["head"]["headings"], *headings().advert))


def _title_line(top: Sequence[str]) -> str:
    """Return the line that has the title in it, or ""."""
    if marked := next((line for line in top if MARK.search(line)), ""):
        return marked
    others = (line for line in top if not patterns().whole_company.match(line))
    first = next(others, "")
    if len(first) <= _LONGEST_TITLE and not first.endswith(_NO_TITLE_ENDS):
        return first
    return next((line for line in top if patterns().seeking.search(line)), "")


def _read(line: str) -> Head:
    """Return what one line says that has the title in it."""
    known = patterns()
    mark = MARK.search(line)
    seeking = known.seeking.search(line[: mark.start()] if mark else line)
    if seeking is None:
        return _parted(line, start=mark.end() if mark else 0, is_sure=bool(mark))
    company = _seeker(line)
    sought = line[seeking.end() :]
    article = known.article.search(sought)
    if article is not None:
        sought = sought[article.end() :]
    elif not mark and not company:
        return Head(place=_site(line))
    inner = MARK.search(sought)
    said = _parted(sought, start=inner.end() if inner else 0, is_sure=True)
    end = known.end.search(said.title)
    return Head(
        title=said.title[: end.start()] if end and not inner else said.title,
        company=said.company or company,
        place=said.place or _site(line),
    )


def _parted(text: str, *, start: int, is_sure: bool) -> Head:
    """Return the title at the beginning, and the company and the place behind it."""
    known = patterns()
    text = re.split(r"(?<=[\w)])[.!?](?:\s|$)", text, maxsplit=1)[0]
    text = known.tail.sub("", text)
    found = known.behind.search(text, start)
    named = found.group("at") or found.group("formed") if found else None
    if found and named:
        place, end = _place_behind(text[found.end() :]), found.start()
        between = known.piece.fullmatch(text, start, end) if is_sure else None
        if between and not place:
            place, end = _place(between.group("place")), start
        return Head(text[:end], named.strip(" ,"), place)
    placed = known.within.search(text, start) if is_sure else None
    if placed and (place := _place(placed.group("place"))):
        return Head(text[: placed.start()], "", place)
    return Head(text)


def _place_behind(rest: str) -> str:
    rest = re.sub(rf"^(?:{GAP.pattern}|\s+(?:{patterns().inside})\s+)", "", rest)
    found = re.match(rf"\s*(?:\d{{4,5}} )?({TOWN})", rest)
    return _place(found[1]) if found else ""


def _named(top: Iterable[str]) -> str:
    for line in top:
        if found := patterns().company.search(line[:_LONGEST_READ]):
            return found.group("name")
    return next(filter(None, map(_seeker, top)), "")


def _beneath(title: str, top: Sequence[str]) -> tuple[str, str]:
    """Return employer and town of a line "Fernhill Physio, Newry" right below the title."""
    place = top.index(title) + 1 if title in top else len(top)
    found = _HOUSE.match(top[place]) if place < len(top) else None
    first = search_fold(found["name"].split(" ")[0].split("-")[0]) if found else ""
    if found is None or first in _TERMS or not _place(found["town"]):
        return "", ""
    return found["name"], _place(found["town"])


def _seeker(line: str) -> str:
    """Return who looks for somebody, as a sentence begins with it, or ""."""
    known = patterns()
    seeking = known.seeking.search(line[:_LONGEST_READ])
    if seeking is None:
        return ""
    before = line[: seeking.start()].strip()
    subject = known.company.search(before) or known.subject.fullmatch(before)
    return subject.group("name") if subject else ""


def _placed(top: Sequence[str], company: str) -> str:
    """Return the place that stands in the lines around the title, or ""."""
    for number, line in enumerate(top[:_PLACE_LINES]):
        found = _POSTCODE.search(line) or patterns().abroad.match(line)
        place = _place(found[1]) if found else _site(line)
        if not place and company and company in line and len(line) <= _LONGEST_TITLE:
            behind = line[line.index(company) + len(company) :]
            place = _place_behind(behind) if GAP.match(behind) else ""
            if not behind and number + 1 < len(top):
                alone = _ALONE.match(GAP.split(top[number + 1])[0])
                place = _place(alone[1]) if alone else ""
        if place:
            return place
    return ""


def _site(line: str) -> str:
    found = patterns().site.search(line[:_LONGEST_READ])
    return _place(found.group("place")) if found else ""


def _place(text: str) -> str:
    """Return a place, or "" where its first word is one of something else."""
    text = text.strip(" .,;:-")
    first = search_fold(text.split(" ")[0]) if text else ""
    return "" if first in patterns().no_place else text


def _short(title: str) -> str:
    title = without_gender_marks(title).strip(" ,;–-|·•")
    is_title = len(title) <= _LONGEST_TITLE and not title.endswith(_NO_TITLE_ENDS)
    return title if is_title else ""
