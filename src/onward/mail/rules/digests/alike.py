"""Lines of like shape that each name an application and end in words on where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onward.mail.rules.digests.heads import leads_to_title, names_of
from onward.mail.rules.digests.names import MARK, Named
from onward.mail.rules.digests.standings import FEW_WORDS, standing_within
from onward.mail.rules.digests.table import Line
from onward.mail.rules.digests.words import (
    FEWEST,
    Entry,
    Standing,
    digest_words,
    worth_of,
)
from onward.mail.rules.facts.titles.words import is_surely_title, sounds_like_title

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
    """One line that is cut: its head, and where the words stand that it tells.

    Attributes:
        is_read: The words are known for where something stands, or are a sentence.
    """

    head: str
    start: int
    told: tuple[int, int]
    words: str
    is_marked: bool
    is_read: bool = True


@cache
def _ways() -> tuple[_Way, ...]:
    labels = sorted(digest_words().status_names, key=len, reverse=True)
    label = "|".join(map(re.escape, labels))
    return (
        _Way(re.compile(rf"[\s.;,|/–-]+(?:{label})\s?:\s+", re.IGNORECASE)),
        _Way(
            re.compile(r"\s*[|·•]\s*|\t+|(?<=\S)\s{3,}(?=\S)"),
            is_last=True,
            is_table=True,
        ),
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
    several ways to cut the lines, the one that tells of most is taken; a list may go on
    behind a blank line, or end there.
    """
    parts = [lines, *_paragraphs(lines)]
    ways = [
        list(_read(part, way=way, is_one_employer=is_one_employer))
        for way in _ways()
        for part in parts
    ]
    yield from max(ways, key=worth_of)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield lines with no blank one between them, where there is more than one such part."""
    ends = [n for n, line in enumerate(lines) if not line.text.strip()]
    for start, end in zip([-1, *ends], [*ends, len(lines)], strict=True):
        if ends and end - start > FEWEST:
            yield lines[start + 1 : end]


def _read(
    lines: Sequence[Line], *, way: _Way, is_one_employer: bool
) -> Iterator[Entry]:
    for run in _runs(lines, way=way):
        entries = [
            _entry(item, company=each.company, role=each.role, number=each.requisition)
            for item, each in _named(run, is_one_employer=is_one_employer)
            if each.role and not leads_to_title(item.head)
        ]
        if len(entries) >= FEWEST and len(entries) * 2 > len(run):
            yield from entries


def _named(
    run: Sequence[_Item], *, is_one_employer: bool
) -> Iterator[tuple[_Item, Named]]:
    """Yield what the heads of a run name; of words never seen only beside those that are.

    A line of the same shape belongs to the list, whatever it tells: "Baker, Acme: parked".
    """
    read = [item for item in run if item.is_read]
    heads = [item.head for item in read]
    named = names_of(heads, is_one_employer=is_one_employer)
    if len(read) < FEWEST or len(read) * 2 < len(run):
        yield from zip(read, named, strict=True)
        return
    heads = [item.head for item in run]
    together = names_of(heads, is_one_employer=is_one_employer)
    pairs = list(zip(run, together, strict=True))
    if [each for item, each in pairs if item.is_read] != list(named):
        yield from zip(read, named, strict=True)
        return
    for item, each in pairs:
        if item.is_read or each.company or is_surely_title(each.role):
            yield item, each


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
            yield from _whole(run)
            run = []
        if item is not None and (run or item.is_read):
            run.append(item)
    yield from _whole(run)


def _whole(run: list[_Item]) -> Iterator[Sequence[_Item]]:
    """Yield a run of at least two; more lines of words never seen than of others are none."""
    read = sum(item.is_read for item in run)
    if read >= FEWEST:
        yield run if read * 2 >= len(run) else [item for item in run if item.is_read]


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
    is_marked = bool(mark and mark.group().strip())
    start = line.start + begin
    found = None
    cuts = list(way.cut.finditer(words))
    for cut in reversed(cuts) if way.is_last else cuts:
        head, tail = words[: cut.start()], words[cut.end() :]
        if len(head) > _LONGEST_HEAD or not 0 < len(head.split()) <= _MOST_HEAD_WORDS:
            continue
        is_read = _tells(tail)
        is_short = found is None and 0 < len(tail.split()) <= FEW_WORDS
        if not (is_read or is_short) or standing_within(head) is not None:
            continue
        told = (start + cut.end(), start + len(words))
        item = _Item(head, start, told, tail, is_marked, is_read=is_read)
        if is_read:
            return item
        found = item
    return found


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
