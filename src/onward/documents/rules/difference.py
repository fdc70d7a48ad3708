"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST_WORDS = 20_000
"""Of one text; what is longer is compared line by line."""

_POPULAR_FROM = 2_500
_CONTEXT = 2
_WORD = re.compile(r"\S+\s*")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that share one fate; white space behind them included."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a comparison; its pieces without white space around."""

    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        """Nothing in it changed."""
        return all(piece.change == Change.SAME for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Run:
    """Lines shown together; `is_folded` where they are alike and far from any change."""

    lines: tuple[Line, ...]
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts laid over each other."""

    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        """The words are the same in the same order."""
        return all(piece.change == Change.SAME for piece in self.pieces)

    def words(self, change: Change) -> int:
        """Return how many words had this fate."""
        return sum(len(p.text.split()) for p in self.pieces if p.change == change)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The pieces in lines, each where the text that holds it breaks."""
        return tuple(_lines(self.pieces))

    @property
    def runs(self) -> tuple[Run, ...]:
        """The lines in runs: those near a change open, long stretches alike folded."""
        return tuple(_runs(self.lines))


def compare(old: str, new: str) -> Comparison:
    """Return what became of each word of `old`, and which words of `new` are new.

    White space is no difference: a text that only broke its lines elsewhere is the same.
    """
    pattern = _WORD
    before, after = _tokens(old, pattern), _tokens(new, pattern)
    if max(len(before), len(after)) > MOST_WORDS:
        before, after = _tokens(old, _LINE), _tokens(new, _LINE)
    return Comparison(tuple(_joined(_pieces(before, after))))


def _tokens(text: str, pattern: re.Pattern[str]) -> list[str]:
    return [token for token in pattern.findall(text.strip()) if token.strip()]


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    old = [" ".join(token.split()) for token in before]
    new = [" ".join(token.split()) for token in after]
    # Words on every line say little about what belongs together, and cost most.
    is_long = max(len(old), len(new)) > _POPULAR_FROM
    matcher = SequenceMatcher(None, old, new, autojunk=is_long)
    for _tag, low, high, start, end in matcher.get_opcodes():
        if _tag == "equal":
            yield Piece(Change.SAME, "".join(after[start:end]))
            continue
        yield Piece(Change.GONE, "".join(before[low:high]))
        yield Piece(Change.NEW, "".join(after[start:end]))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces that say something; words that touch are kept apart by a space."""
    for piece in pieces:
        if piece.text:
            text = piece.text if piece.text[-1].isspace() else piece.text + " "
            yield Piece(piece.change, text)


def _lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    line: list[Piece] = []
    for piece in pieces:
        *whole, rest = piece.text.split("\n")
        for text in whole:
            if text.strip():
                line.append(Piece(piece.change, text.strip()))
            if line:
                yield Line(tuple(line))
            line = []
        if rest.strip():
            line.append(Piece(piece.change, rest.strip()))
    if line:
        yield Line(tuple(line))


def _runs(lines: Sequence[Line]) -> Iterator[Run]:
    changed = [place for place, line in enumerate(lines) if not line.is_same]
    near = {
        place + step for place in changed for step in range(-_CONTEXT, _CONTEXT + 1)
    }
    run: list[Line] = []
    is_folded = False
    for place, line in enumerate(lines):
        if run and (place not in near) != is_folded:
            yield _run(run, is_folded=is_folded)
            run = []
        is_folded = place not in near
        run.append(line)
    if run:
        yield _run(run, is_folded=is_folded)


def _run(lines: Sequence[Line], *, is_folded: bool) -> Run:
    # A line or two take less room than the fold that would hide them.
    return Run(tuple(lines), is_folded and len(lines) > _CONTEXT)
