"""The learned finder: which words of a mail are a title, an employer or a number.

A linear model marks each word as the beginning or the inside of one of them, or as
none, by the word itself, two words on each side, and where it stands; neighbouring marks
are weighed together (a conditional random field). It was trained on invented mail
(`benchmarks/training/finder`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from operator import mul
from typing import Any, NamedTuple

from onward.mail.rules.basics.lanes import FINE, Lanes
from onward.mail.rules.basics.language import HOME, main_language
from onward.mail.rules.basics.model_file import parted, shipped
from onward.mail.rules.basics.remembered import Remembered
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.span_words import (
    AROUND,
    NOTHING,
    Part,
    Places,
    parts_of,
    word_features,
)
from onward.mail.rules.facts.titles.nominative import nominative

FOLDER = "finders"
REST = "rest"
"""The model of all languages but English and German."""

KINDS = ("role", "company", "requisition")
MARKS = 1 + 2 * len(KINDS)
"""0 for nothing, then for each kind the number of its beginning and of its inside."""

_MOST_WORDS = 20_000
_NO_ROW = (0,) * len(AROUND)
_HOPELESS = 6.0
_LEAST_START = 0.08
_LEAST_INSIDE = 0.15
_INSIDE_SHARE = 0.5
_LEAST_NOTHING = 0.02


class Span(NamedTuple):
    """Words that may be a fact.

    Attributes:
        kind: One of KINDS.
        part: Kind of the part that they stand in (`span_words`).
        chance: That a fact of this kind begins here, in 0..1.
    """

    kind: str
    part: str
    text: str
    chance: float


class Finder:
    """A trained model, as its file describes it."""

    def __init__(self, head: dict[str, Any], *, weights: bytes) -> None:
        self.head = head
        words, places = head["words"].split("\n"), head["places"].split("\n")
        self._lanes = Lanes(MARKS)
        rows = self._lanes.rows(weights)
        size = len(AROUND)
        around = [rows[at : at + size] for at in range(0, size * len(words), size)]
        self._features = dict(zip(words, around, strict=True))
        self._places = dict(zip(places, rows[size * len(words) :], strict=True))
        self._step: float = head["step"] / FINE
        self._follows = [[math.exp(x) for x in row] for row in head["follows"]]
        self._columns = list(zip(*self._follows, strict=True))
        self._opens = [math.exp(x) for x in head["opens"]]
        self._paths = _Paths(head["follows"], opens=head["opens"], step=self._step)
        self._of_place: Remembered[tuple[str, ...], int] = Remembered(
            self._place, most=_MOST_WORDS
        )
        self._of_word: Remembered[str, tuple[int, ...]] = Remembered(
            self._word, most=_MOST_WORDS
        )

    def _word(self, word: str) -> tuple[int, ...]:
        """Return what a word says of the words around it and of itself, a row for each."""
        features = word_features(word) if word else NOTHING
        rows = filter(None, map(self._features.get, features))
        return tuple(map(sum, zip(_NO_ROW, *rows, strict=True)))

    def _place(self, features: tuple[str, ...]) -> int:
        return sum(filter(None, map(self._places.get, features)))

    def _lanes_of(self, part: Part, *, places: Places) -> memoryview:
        """Return for each word of a part how much speaks for each mark, in steps."""
        nothing = self._of_word[""]
        rows = [self._of_word[text] for text in part.texts()]
        rows = [nothing, nothing, *rows, nothing, nothing]
        of_place, lifted = self._of_place, self._lanes.lifted
        # What stands two words before a word speaks of the word two behind it.
        totals = [
            lifted(b2[0] + b1[1] + own[2] + a1[3] + a2[4] + of_place[place])
            for b2, b1, own, a1, a2, place in zip(
                rows,
                rows[1:],
                rows[2:],
                rows[3:],
                rows[4:],
                places.of(part),
                strict=False,
            )
        ]
        return memoryview(b"".join(totals)).cast("I")

    def spans(self, material: Material) -> list[Span]:
        """Return what may be a fact in a mail, in the order of the text."""
        places = Places(material)
        language = language_of(material)
        return [
            span
            if span.kind != "role"
            else span._replace(text=nominative(span.text, language=language))
            for part in parts_of(material)
            for span in self._in_part(part, places=places)
        ]

    def _in_part(self, part: Part, *, places: Places) -> Iterator[Span]:
        lanes = self._lanes_of(part, places=places)
        size = len(part.words)
        for first, end in _runs(self._paths.touched(lanes, size=size)):
            scores = [
                self._powers(lanes[at : at + MARKS].tolist())
                for at in range(first * MARKS, end * MARKS, MARKS)
            ]
            chances = self._chances(scores, opens=first == 0, closes=end == size)
            for start, length, mark in _found(chances):
                begin = part.words[first + start][0]
                stop = part.words[first + start + length - 1][1]
                kind = KINDS[(mark - 1) // 2]
                yield Span(kind, part.kind, part.text[begin:stop], chances[start][mark])

    def _powers(self, lanes: Sequence[int]) -> list[float]:
        """Return what a word says for each mark, as parts of the most."""
        top, step = max(lanes), self._step
        return [math.exp((lane - top) * step) for lane in lanes]

    def _chances(
        self, own: Sequence[Sequence[float]], *, opens: bool, closes: bool
    ) -> list[list[float]]:
        """Return the chance of each mark for words that stand between words of none.

        Args:
            own: What each word says by itself.
            opens: They are the first of their part.
            closes: They are its last.
        """
        follows = self._follows
        columns = self._columns
        before = self._opens if opens else follows[0]
        forward = [_even(list(map(mul, before, own[0])))]
        for row in own[1:]:
            last = forward[-1]
            reached = [sum(map(mul, last, column)) for column in columns]
            forward.append(_even(list(map(mul, reached, row))))
        backward = [[1.0] * MARKS if closes else [row[0] for row in follows]]
        for row in reversed(own[1:]):
            ahead = list(map(mul, backward[-1], row))
            backward.append(_even([sum(map(mul, ahead, each)) for each in follows]))
        return [
            _even(list(map(mul, there, back)))
            for there, back in zip(forward, reversed(backward), strict=True)
        ]


def _even(values: list[float]) -> list[float]:
    """Return numbers as shares of their sum."""
    total = sum(values) or 1.0
    return [value / total for value in values]


class _Paths:
    """How much speaks for the best marks from a word on, against none at all.

    Only words on paths that are not hopeless have their chances reckoned: a tenth of
    the words takes most of the work.
    """

    def __init__(
        self,
        follows: Sequence[Sequence[float]],
        *,
        opens: Sequence[float],
        step: float,
    ) -> None:
        """Take how marks follow one another; all is reckoned in steps of weights."""
        none = follows[0][0]
        self._least = -_HOPELESS / step
        self._kinds = [
            tuple(
                each / step
                for each in (
                    follows[0][mark] - none,
                    opens[mark] - opens[0],
                    follows[mark][0] - none,
                    follows[mark][mark + 1] - none,
                    follows[mark + 1][mark + 1] - none,
                    follows[mark + 1][0] - none,
                )
            )
            for mark in range(1, MARKS, 2)
        ]

    def touched(self, lanes: Sequence[int], *, size: int) -> list[int]:
        """Return the places of words that may be part of something, in order."""
        found: set[int] = set()
        nothing = lanes[0::MARKS]
        for kind, steps in enumerate(self._kinds):
            begins, inside = lanes[1 + 2 * kind :: MARKS], lanes[2 + 2 * kind :: MARKS]
            found |= self._of_kind(nothing, begins, inside, steps=steps, size=size)
        return sorted(found)

    def _of_kind(
        self,
        nothing: Sequence[int],
        begins: Sequence[int],
        inside: Sequence[int],
        *,
        steps: Sequence[float],
        size: int,
    ) -> set[int]:
        enter, opens, leave, go_on, stay, end = steps
        least = self._least
        goes: list[float] = [0.0] * size
        starts = []
        # Nothing follows the last word that would have to be left for.
        ahead, left, ended = least - stay, 0.0, 0.0
        for at in range(size - 1, -1, -1):
            none = nothing[at]
            start = begins[at] - none + (enter if at else opens)
            start += left if left > go_on + ahead else go_on + ahead
            if start > least:
                starts.append(at)
            longer = stay + ahead
            ahead = inside[at] - none + (ended if ended > longer else longer)
            goes[at] = ahead
            left, ended = leave, end
        found = set()
        for at in starts:
            found.add(at)
            at += 1
            while at < size and at not in found and goes[at] + go_on > least:
                found.add(at)
                at += 1
        return found


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where runs of places that follow one another start and end."""
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[start], places[at - 1] + 1
            start = at


def _found(chances: Sequence[Sequence[float]]) -> Iterator[tuple[int, int, int]]:
    """Yield where something may begin, how many words it has, and the mark it begins with."""
    for mark in range(1, MARKS, 2):
        for at, row in enumerate(chances):
            if row[mark] < _LEAST_START:
                continue
            end = at + 1
            while end < len(chances):
                inside, nothing = chances[end][mark + 1], chances[end][0]
                least = max(_LEAST_INSIDE, _INSIDE_SHARE * max(nothing, _LEAST_NOTHING))
                if inside < least:
                    break
                end += 1
            yield at, end - at, mark


def unpacked(data: bytes) -> Finder:
    """Return the finder that a file holds."""
    head, weights = parted(data)
    return Finder(head, weights=weights)


@cache
def finder(name: str) -> Finder:
    """Return the finder of one file, read once in the life of the process."""
    return unpacked(shipped(FOLDER, name=name))


def language_of(material: Material) -> str:
    """Return the language that most words of a mail belong to; English where none shows."""
    return main_language(f"{material.subject_low}\n{material.prose_low}")


def finder_for(material: Material) -> Finder:
    """Return the model of a mail's language."""
    language = language_of(material)
    return finder(language if language in HOME else REST)
