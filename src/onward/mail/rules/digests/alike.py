"""Lines of like shape that each name an application and end in words on where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onward.mail.rules.digests.heads import leads_to_title, names_of
from onward.mail.rules.digests.names import MARK
from onward.mail.rules.digests.standings import FEW_WORDS, standing_within
from onward.mail.rules.digests.table import Line
from onward.mail.rules.digests.words import FEWEST, Entry, Standing, digest_words
from onward.mail.rules.facts.titles.words import sounds_like_title

_LONGEST_HEAD = 110
_MOST_HEAD_WORDS = 14
_LONGEST_LINE = 400
_LEAST_SAID_WORDS = 4
_WRAPPED_AT = 58


@dataclass(frozen=True, slots=True)
class _Way:
    """How a line is cut into what it names and what it tells.

    Attributes:
        is_last: The last cut counts, since the marks stand between the names too.
        is_table: A line that has such marks belongs to the list, whatever it tells.
    """

    cut: re.Pattern[str]
    is_last: bool = False
    is_table: bool = False


@dataclass(frozen=True, slots=True)
class _Item:
    """One line that is cut: its head, and where the words stand that it tells."""

    head: str
    start: int
    told: tuple[int, int]
    words: str
    is_marked: bool


@cache
def _ways() -> tuple[_Way, ...]:
    labels = sorted(digest_words().status_names, key=len, reverse=True)
    label = "|".join(map(re.escape, labels))
    return (
        _Way(re.compile(rf"[\s.;,|/–-]+(?:{label})\s?:\s+", re.IGNORECASE)),
        _Way(re.compile(r"\s*[|·•]\s*|\t+"), is_last=True, is_table=True),
        _Way(re.compile(r":\s+")),
        _Way(re.compile(r"\s*(?:→|=>|->|⇒|➜|►)\s*")),
        _Way(re.compile(r"\s+[-–—]+\s+"), is_last=True),
        _Way(re.compile(r"(?<=[^\W\d_]{2}|\w\))\.\s+(?=[^\W\d_])")),
        _Way(re.compile(r"(?<=\))\s+(?=[^\W\d_A-Z])")),
    )


def alike_in(
    lines: Sequence[Line], *, is_one_employer: bool = False
) -> Iterator[Entry]:
    """Yield the applications that neighbouring lines of like shape tell of, at least two.

    Each line has a title, or an employer and a title, and then a phrase or a sentence. Of
    several ways to cut the lines, the one that tells of most is taken.
    """
    ways = [
        list(_read(lines, way=way, is_one_employer=is_one_employer)) for way in _ways()
    ]
    yield from max(ways, key=len)


def _read(
    lines: Sequence[Line], *, way: _Way, is_one_employer: bool
) -> Iterator[Entry]:
    for run in _runs(lines, way=way):
        named = names_of([item.head for item in run], is_one_employer=is_one_employer)
        entries = [
            _entry(item, company=each.company, role=each.role, number=each.requisition)
            for item, each in zip(run, named, strict=True)
            if each.role and not leads_to_title(item.head)
        ]
        if len(entries) >= FEWEST and len(entries) * 2 > len(run):
            yield from entries


def _runs(lines: Sequence[Line], *, way: _Way) -> Iterator[Sequence[_Item]]:
    """Yield the items that follow one another, with the same mark or none."""
    run: list[_Item] = []
    for place, line in enumerate(lines):
        if not line.text.strip():
            continue
        item = _item(line, way=way)
        if item is None and run and _goes_on(lines, place):
            continue
        if item is None and way.is_table and way.cut.search(line.text):
            continue
        if item is None or (run and run[-1].is_marked is not item.is_marked):
            if len(run) >= FEWEST:
                yield run
            run = []
        if item is not None:
            run.append(item)
    if len(run) >= FEWEST:
        yield run


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line only ends what the line above it, which was full, began."""
    above = lines[place - 1].text.rstrip()
    return len(above) >= _WRAPPED_AT or lines[place].text.startswith(("  ", "\t"))


def _item(line: Line, *, way: _Way) -> _Item | None:
    mark = MARK.match(line.text)
    begin = mark.end() if mark else 0
    words = line.text[begin:].rstrip()
    if not 0 < len(words) <= _LONGEST_LINE:
        return None
    cuts = list(way.cut.finditer(words))
    for cut in reversed(cuts) if way.is_last else cuts:
        head, tail = words[: cut.start()], words[cut.end() :]
        if len(head) > _LONGEST_HEAD or not 0 < len(head.split()) <= _MOST_HEAD_WORDS:
            continue
        if _tells(tail) and standing_within(head) is None:
            start = line.start + begin
            told = (start + cut.end(), start + len(words))
            return _Item(head, start, told, tail, bool(mark and mark.group().strip()))
    return None


def _tells(words: str) -> bool:
    """Say whether words tell where something stands, or may be a sentence that does."""
    if standing_within(words) is not None:
        return True
    parts = [word for word in words.split() if word[:1].isalpha()]
    plain = [word for word in parts if word[:1].islower()]
    is_long = len(parts) >= _LEAST_SAID_WORDS and 2 * len(plain) >= len(parts)
    return is_long and not sounds_like_title(words)


def _entry(item: _Item, *, company: str, role: str, number: str) -> Entry:
    """Return what a line tells; a phrase at once, a sentence when it is read."""
    standing = standing_within(item.words)
    is_phrase = standing is not None and len(item.words.split()) <= FEW_WORDS
    return Entry(
        company=company,
        role=role,
        standing=standing if standing and is_phrase else Standing.TOLD,
        start=item.start,
        end=item.told[1],
        requisition=number,
        told=item.told,
        hint=standing,
    )
