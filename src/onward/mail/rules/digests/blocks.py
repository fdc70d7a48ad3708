"""Applications that stand one below the other in a mail: numbered, with bullets, with labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onward.mail.rules.digests.heads import names_of
from onward.mail.rules.digests.names import (
    MARK,
    PARTS,
    Named,
    labelled,
    names_in,
    number_in,
    title_of,
)
from onward.mail.rules.digests.standings import FEW_WORDS, standing_within
from onward.mail.rules.digests.table import Line
from onward.mail.rules.digests.words import (
    FEWEST,
    Column,
    Entry,
    Standing,
    standing_of,
    worth_of,
)
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.facts.titles.words import sounds_like_title

_NUMBERED = re.compile(r"^\s*\(?\d{1,2}[.)]\s+\S")
_BULLET = re.compile(r"^\s*[-–*•·▪‣+]\s+\S")
_LONGEST_HEAD = 120
_LONGEST_TITLE = 80
_LEAST_TOLD_WORDS = 3
_MOST_LINES = 12
_LEAST_LINES = 2
_MOST_IN_PARAGRAPH = 6
_ENDS = re.compile(r"[^\W\d_]{3}[.!]$")
_HEAD_ENDS = re.compile(r":\s+|\s+[-–—|]\s+|(?<=[)\w])\.\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines on one application: those that name it, and where the words on it stand."""

    lines: Sequence[Line]
    heads: Sequence[str]
    told: tuple[int, int]
    is_labelled: bool


def blocks_of(
    lines: Sequence[Line], *, is_one_employer: bool = False
) -> Iterator[Entry]:
    """Yield what each block of a list tells: a head that names it, and words or a phrase.

    Of several ways to part the blocks, the one that tells of most is taken.
    """
    ways = [
        list(_read(starts, lines=lines, is_one_employer=is_one_employer))
        for starts_of in (_numbered, _labelled, _bullets, _titled, _parted)
        if len(starts := list(starts_of(lines))) >= FEWEST
    ]
    yield from max(ways, key=worth_of, default=[])


def _read(
    starts: Sequence[int], *, lines: Sequence[Line], is_one_employer: bool
) -> Iterator[Entry]:
    blocks = _blocks(lines, starts=starts)
    told = [found for block in blocks if (found := _told_by(block)) is not None]
    names = _names(told, is_one_employer=is_one_employer)
    for each, named in zip(told, names, strict=True):
        entry = _made(each, named=named)
        if entry is not None:
            yield entry


def _names(told: Sequence[_Block], *, is_one_employer: bool) -> Sequence[Named]:
    """Return what the heads name; where all have as many lines, they are looked at together."""
    count = len(told[0].heads) if told else 0
    are_alike = len(told) >= FEWEST and all(len(x.heads) == count for x in told)
    are_labelled = any(labelled(head)[0] for each in told for head in each.heads)
    if are_alike and (count == 1 or not are_labelled):
        heads = [" | ".join(each.heads) for each in told]
        return names_of(heads, is_one_employer=is_one_employer)
    return [names_in(each.heads) for each in told]


def _blocks(
    lines: Sequence[Line], *, starts: Sequence[int]
) -> Iterator[Sequence[Line]]:
    """Yield the lines of each block.

    A block ends where the next begins, and at a blank line that no label follows.
    """
    for start, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        end = min(following, start + _MOST_LINES)
        yield lines[start : _end_of(lines, start=start, end=end)]


def _numbered(lines: Sequence[Line]) -> Iterator[int]:
    return (n for n, line in enumerate(lines) if _NUMBERED.match(line.text))


def _bullets(lines: Sequence[Line]) -> Iterator[int]:
    return (n for n, line in enumerate(lines) if _BULLET.match(line.text))


def _labelled(lines: Sequence[Line]) -> Iterator[int]:
    for n, line in enumerate(lines):
        if labelled(MARK.sub("", line.text))[0] is Column.OPENING:
            yield n


def _titled(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that are a title alone, as a heading over what is said of it."""
    for n, (line, below) in enumerate(pairwise(lines)):
        words = line.text.strip()
        is_short = 0 < len(words) <= _LONGEST_TITLE and not words.endswith((",", "."))
        is_title = is_short and (is_role_like(words) or bool(title_of(words)))
        tells = (
            _tells(below.text)
            or _is_phrase(below.text)
            or labelled(below.text)[0] is Column.STATUS
        )
        if is_title and not _tells(words) and tells:
            yield n


def _parted(lines: Sequence[Line]) -> Iterator[int]:
    """Yield where paragraphs of a few lines begin whose last line tells what the first names."""
    start = 0
    for place in range(len(lines) + 1):
        if place < len(lines) and lines[place].text.strip():
            continue
        words = [line.text.strip() for line in lines[start:place]]
        if _LEAST_LINES <= len(words) <= _MOST_IN_PARAGRAPH:
            is_named = len(words[0]) <= _LONGEST_TITLE and words[0][-1] not in ".,!?"
            last = labelled(words[-1])
            tells = last[0] is Column.STATUS or _tells(words[-1]) or _says(words[-1])
            if is_named and not _tells(words[0]) and tells:
                yield start
        start = place + 1


def _says(words: str) -> bool:
    return standing_within(words) is not None


def _is_phrase(words: str) -> bool:
    """Say whether a line is a few words on where something stands, without a full stop."""
    return _says(words) and len(words.split()) <= FEW_WORDS


def _end_of(lines: Sequence[Line], *, start: int, end: int) -> int:
    for place in range(start + 1, end):
        if lines[place].text.strip():
            continue
        behind = next((x for x in lines[place:end] if x.text.strip()), None)
        is_more = behind is not None and (
            behind.text.startswith((" ", "\t")) or labelled(behind.text)[0] is not None
        )
        if not is_more:
            return place
    return end


def _told_by(block: Sequence[Line]) -> _Block | None:
    heads: list[str] = []
    told: list[tuple[int, int]] = []
    is_labelled = False
    has_status = any(labelled(line.text)[0] is Column.STATUS for line in block[1:])
    filled = [line for line in block if line.text.strip()]
    for line in block:
        words = MARK.sub("", line.text) if line is block[0] else line.text
        words = words.strip()
        at = line.start + line.text.find(words) if words else line.start
        column, rest = labelled(words)
        if not words or column is Column.OTHER:
            continue
        if column is Column.STATUS:
            is_labelled = True
            told.append((at + len(words) - len(rest), at + len(words)))
        elif column is not None:
            heads.append(words)
        elif line is block[0]:
            head, tail = (words, "") if has_status else _cut(words)
            heads.append(head)
            if tail:
                told.append((at + len(words) - len(tail), at + len(words)))
        elif line is filled[-1] and _is_phrase(words):
            told.append((at, at + len(words)))
        elif not told and not _tells(words) and len(words) <= _LONGEST_HEAD:
            heads.append(words)
        else:
            told.append((at, at + len(words)))
    if not told or not heads:
        return None
    return _Block(block, heads, (told[0][0], told[-1][1]), is_labelled)


def _cut(words: str) -> tuple[str, str]:
    """Return the head of a line, and what it tells behind a colon, a dash or a full stop."""
    for found in _HEAD_ENDS.finditer(words):
        head, tail = words[: found.start()], words[found.end() :]
        if _tells(tail) and len(head) <= _LONGEST_HEAD:
            return head, tail
    return words, ""


def _tells(words: str) -> bool:
    """Say whether words are a phrase for where something stands, or may be a sentence."""
    if standing_of(words) is not None or (_ENDS.search(words) and _says(words)):
        return True
    parts = words.split()
    is_sentence = len(parts) >= _LEAST_TOLD_WORDS and not sounds_like_title(words)
    written = [word for word in parts if word[:1].isalpha()]
    plain = [word for word in written if word[:1].islower()]
    is_plain = 2 * len(plain) >= len(written)
    return is_sentence and is_plain and not PARTS.search(words)


def _made(block: _Block, *, named: Named) -> Entry | None:
    start, end = block.told
    heads = block.heads
    words = _between(block.lines, start=start, end=end)
    standing = standing_of(words)
    if standing is None and not named.role and len(heads) == 1:
        title = title_of(heads[0])
        named = Named("", title, number_in(heads[0], role=title))
    if not (named.company or named.role):
        return None
    hint = standing_within(words) if standing is None else None
    if standing is None and hint is not None and len(words.split()) <= FEW_WORDS:
        standing = hint
    is_sentence = block.is_labelled or len(words.split()) >= _LEAST_TOLD_WORDS
    if standing is None and not is_sentence:
        return None
    return Entry(
        company=named.company,
        role=named.role,
        standing=standing or Standing.TOLD,
        start=block.lines[0].start,
        end=end,
        requisition=named.requisition,
        told=block.told,
        hint=hint,
    )


def _between(block: Sequence[Line], *, start: int, end: int) -> str:
    """Return the words of a block between two places of the text."""
    return "\n".join(
        line.text[max(0, start - line.start) : end - line.start]
        for line in block
        if line.end > start and line.start < end
    )
