"""The words that a domain label runs together: "gallowaytimberframes" is Galloway Timber Frames.

A small model says of each seam between two letters whether words part there, by the letters
around it and by known words that begin, end or cross there. `benchmarks.training.label_parts`
makes it of invented employers and their addresses.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from onward.mail.rules.basics.model_file import parted, shipped
from onward.mail.rules.facts.towns import town_names

SURE = 0.7
"""From which chance on words part: what stays together wrongly still reads as one name."""

LIKELY = 0.25
"""From which on they part on the other side of an "and" that parts on one."""

FINE = 100
"""Weights are kept in steps of one hundredth."""

_LONGEST_WORD = 16
_LONGEST = 63
_SHORTEST = 4
_SIDE = 7
_ACROSS = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3))
_TIES = ("and", "und")
_SIDE_OF_TIE = 3
_THE = "the"
_GOES_ON = frozenset("aeiomnrsy")
_PLACED = "am"
_LEAST_OF_HOUSE = 5
_OF_FIRMS = 2
_SMALL = frozenset(
    [
        *("and", "und", "of", "the", "for", "in", "at", "on", "de", "del", "della", "di"),
        *("du", "des", "da", "do", "dos", "das", "e", "y", "et", "en", "la", "le", "les"),
        *("van", "von", "der", "am", "im", "zum", "zur", "die", "og", "och", "ve", "na"),
    ]
)  # fmt: skip
_SHORT = frozenset({"st", "co", "mc", "dr", "hr", "ra"})
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_BARE = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"})


def spellings(word: str) -> set[str]:
    """Return how a word may stand in an address: "Bäckerei" as baeckerei and as backerei."""
    low = word.lower()
    if low.isascii():
        return {low}
    parts = unicodedata.normalize("NFD", low.translate(_BARE))
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return {bare, *([german] if (german := low.translate(_GERMAN)).isascii() else ())}


class Known(NamedTuple):
    """What words are known.

    Attributes:
        of_firms: Words of employers' names, by their spelling in an address.
        towns: Names of towns.
    """

    of_firms: Collection[str]
    towns: Collection[str]

    def degree(self, word: str) -> int:
        """Return 2 for a word of employers' names, 1 for a town, 0 for neither."""
        if word in self.of_firms:
            return 2
        return int(word in self.towns)


def signs_of_seams(label: str, *, known: Known) -> Iterator[list[str]]:
    """Yield for each seam between two letters of a label what stands around it."""
    size = len(label)
    degrees = {
        (start, end): degree
        for start in range(size - 1)
        for end in range(start + 2, min(size, start + _LONGEST_WORD) + 1)
        if (degree := known.degree(label[start:end]))
    }
    of_degree = [
        (least, [span for span, degree in degrees.items() if degree >= least])
        for least in (1, 2)
    ]
    for at in range(1, size):
        yield [
            *_letters(f"^{label[:at]}", f"{label[at:]}$"),
            f"l{min(at, 6)}",
            f"r{min(size - at, 6)}",
            *_words_at(at, of_degree),
            f"wl{degrees.get((0, at), 0)}",
            f"wr{degrees.get((at, size), 0)}",
            f"w{degrees.get((0, at), 0)}{degrees.get((at, size), 0)}",
            f"all{degrees.get((0, size), 0)}",
        ]


def _letters(before: str, behind: str) -> Iterator[str]:
    for count in range(1, _SIDE + 1):
        if count <= len(before):
            yield f"L{before[-count:]}"
        if count <= len(behind):
            yield f"R{behind[:count]}"
    for left, right in _ACROSS:
        yield f"X{before[-left:]}|{behind[:right]}"


def _words_at(
    at: int, of_degree: Sequence[tuple[int, Sequence[tuple[int, int]]]]
) -> Iterator[str]:
    """Yield how long known words are that end, begin and cross at a seam."""
    for least, spans in of_degree:
        ends = max((at - start for start, end in spans if end == at), default=0)
        begins = max((end - at for start, end in spans if start == at), default=0)
        crosses = max(
            (end - start for start, end in spans if start < at < end), default=0
        )
        yield f"e{least}:{min(ends, 9)}"
        yield f"s{least}:{min(begins, 9)}"
        yield f"es{least}:{min(ends, 6)},{min(begins, 6)}"
        yield f"x{least}:{min(crosses, 10)}"


class Parter:
    """A model that parts labels."""

    def __init__(self, *, weights: Mapping[str, int], known: Known) -> None:
        self._weights = weights
        self._known = known

    def parts(self, label: str) -> tuple[str, ...]:
        """Return the words of a label of letters, in lower case; one where none is sure."""
        if not _SHORTEST <= len(label) <= _LONGEST:
            return (label,)
        if placed := self._placed(label):
            return placed
        scores = [0.0, *self._scores(label), 0.0]
        seams = {at for at, score in enumerate(scores) if score > _odds(SURE)}
        for start, end in _ties(label):
            begins = max((at for at in seams if at < start), default=0)
            # "Prairieland" holds an "and", and no word before it.
            is_tie = start in seams or (
                end in seams and self._known.degree(label[begins:start]) > 0
            )
            if is_tie and min(scores[start], scores[end]) > _odds(LIKELY):
                seams |= {start, end}
        cuts = [0, *sorted(seams), len(label)]
        first, *others = [label[start:end] for start, end in pairwise(cuts)]
        return _without_letters([*self._without_article(first), *others])

    def _without_article(self, word: str) -> tuple[str, ...]:
        """Return a first word with "the" apart: of "theknit" only "knit" is known."""
        rest = word.removeprefix(_THE)
        if rest == word or len(rest) < _SIDE_OF_TIE or self._known.degree(word):
            return (word,)
        # "Theodor", "Therapie": the word goes on.
        is_two = self._known.degree(rest) > 0 or rest[0] not in _GOES_ON
        return (_THE, rest) if is_two else (word,)

    def _placed(self, label: str) -> tuple[str, ...]:
        """Return the words of "klinikamsee", where a house is called after what it lies at; none of another label."""
        at = label.find(_PLACED, _LEAST_OF_HOUSE)
        while at != -1:
            kind, place = label[:at], label[at + len(_PLACED) :]
            is_place = len(place) >= _SIDE_OF_TIE and self._known.degree(place) > 0
            if is_place and self._known.degree(kind) == _OF_FIRMS:
                return (kind, _PLACED, place)
            at = label.find(_PLACED, at + 1)
        return ()

    def _scores(self, label: str) -> Iterator[float]:
        """Yield how much speaks for each seam, as the logarithm of its odds."""
        weight = self._weights.get
        for signs in signs_of_seams(label, known=self._known):
            yield (weight("", 0) + sum(weight(sign, 0) for sign in signs)) / FINE


def _odds(chance: float) -> float:
    return math.log(chance / (1 - chance))


def _ties(label: str) -> Iterator[tuple[int, int]]:
    """Yield where a word may stand that ties two others: "gosling and fry"."""
    for tie in _TIES:
        at = label.find(tie, _SIDE_OF_TIE)
        while at != -1:
            if at + len(tie) <= len(label) - _SIDE_OF_TIE:
                yield at, at + len(tie)
            at = label.find(tie, at + 1)


def _without_letters(words: list[str]) -> tuple[str, ...]:
    """Return words with letters that would stand alone put to a neighbour: "cuthberts", "alpenrose"."""
    found: list[str] = []
    for word in words:
        last = found[-1] if found else ""
        is_stray = len(last) == 2 and last not in _SMALL | _SHORT
        if found and (1 in (len(word), len(last)) or is_stray):
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


class _Model(NamedTuple):
    parter: Parter
    spelled: Mapping[str, str]


@cache
def _model() -> _Model:
    head, _ = parted(shipped("words", name="label_parts"))
    known = Known(frozenset(head["words"].split("\n")), town_names())
    return _Model(Parter(weights=head["weights"], known=known), head["spelled"])


@lru_cache(maxsize=4096)
def label_words(label: str) -> tuple[str, ...]:
    """Return the words that a domain label runs together, in lower case.

    Args:
        label: In lower case, without marks; one of other signs than letters is one word.
    """
    is_plain = label.isascii() and label.isalpha()
    return _model().parter.parts(label) if is_plain else (label,)


def name_of_words(words: Collection[str]) -> str:
    """Return words of a label as a name: "Bäckerei am Tor" of baeckerei, am, tor."""
    spelled = _model().spelled
    return " ".join(
        word
        if place and word in _SMALL
        else spelled.get(word, word[:1].upper() + word[1:])
        for place, word in enumerate(words)
    )
