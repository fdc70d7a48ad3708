"""What the different words of a mail tell together: its languages, and if it is hiring mail.

The gate asks in every mail, so all is one sum of whole numbers, a lane for each answer.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from operator import add
from struct import Struct
from typing import NamedTuple

from onward.mail.rules.basics.language import HOME, LANE_BITS, codes, plain_lanes
from onward.mail.rules.basics.plain_words import plain_words
from onward.mail.rules.basics.remembered import Remembered
from onward.mail.rules.verdicts.voice import Least, Voice, spoken, voice

GATE_CHARS = 1_000
"""How much of a mail is looked at by single words, to tell whether to read it at all."""

LEAST_OF_GUEST = 0.5
"""From which score on mail of a language heard less of is read: 93 in 100 hiring mails of hands
that its voice never heard, beside a word of the list 99, and half the ordinary ones near to them."""

_MOST_WORDS = 50_000
_FEW_MARKS = 2
_WEIGHT_BITS = 32
# Weights are counted in steps of 1 / _FINE from -_ZERO on, so that no lane runs below 0.
# They stay within -15..15, so that a lane holds those of a hundred thousand words.
_FINE = 1 << 10
_ZERO = 1 << 14


def weighed_words(subject: str, text: str) -> set[str]:
    """Return the different words by which a mail is told from ordinary mail."""
    return plain_words(f"{subject}\n{text[:GATE_CHARS]}")


class Weighed(NamedTuple):
    """What some words tell together.

    Attributes:
        size: How many words there are.
        marks: How many of them are common in each language, in the order of `codes`.
        weights: How much they speak for hiring, by each voice that can tell.
    """

    size: int
    marks: tuple[int, ...]
    weights: tuple[int, ...]

    @property
    def guest(self) -> str:
        """The language that most of the words are common in, where no voice of it can tell; else ""."""
        most = max(self.marks)
        place = max(_scales().mute, key=self.marks.__getitem__, default=-1)
        is_guest = most > 0 and place >= 0 and self.marks[place] == most
        return codes()[place] if is_guest else ""

    @property
    def is_of_known_language(self) -> bool:
        """Say whether any of the words is a common one."""
        return any(self.marks)

    def and_of(self, others: Weighed) -> Weighed:
        """Return what these words and others, none of them the same, tell together."""
        return Weighed(
            self.size + others.size,
            tuple(map(add, self.marks, others.marks)),
            tuple(map(add, self.weights, others.weights)),
        )

    def scored(self) -> list[tuple[float, Least]]:
        """Return their score and what a mail needs, by the voice of each likely language.

        None of them where no language shows itself, or where one that may be meant has no
        voice that can tell.
        """
        scales = _scales()
        most = max(self.marks)
        if not most:
            return []
        mute = max(map(self.marks.__getitem__, scales.mute), default=0)
        if mute >= _FEW_MARKS and 3 * mute >= 2 * most:
            return []
        return [
            (self._score(each, at=at), each.least)
            for at, each in enumerate(scales.tellers)
            if 2 * self.marks[each.place] >= most
        ]

    @property
    def speaks_against(self) -> bool:
        """Say whether by any voice that can tell it is ordinary, whatever its language is.

        To a voice that does not know the words they say nothing against it.
        """
        return any(
            self._score(each, at=at) < each.least.long
            for at, each in enumerate(_scales().tellers)
        )

    @property
    def shows_language(self) -> bool:
        """Say whether common words of some language are among the words."""
        return max(self.marks) >= _FEW_MARKS

    def _score(self, teller: _Teller, *, at: int) -> float:
        size = self.size
        weight = (self.weights[at] - size * _ZERO) / _FINE
        return float(weight / max(1, size) ** 0.5 + teller.bias)


class _Teller(NamedTuple):
    """A voice that knows ordinary mail by single words."""

    place: int
    voice: Voice
    bias: float
    least: Least


class _Scales:
    """What is known of single words.

    Attributes:
        tellers: The voices that can tell.
        mute: Places in `codes` of the languages that have none.
    """

    def __init__(self) -> None:
        self.tellers = tuple(_tellers())
        places = {each.place for each in self.tellers}
        self.mute = tuple(at for at in range(len(codes())) if at not in places)
        self._first_lane = LANE_BITS * len(codes())
        self._numbers = Struct(f"<{len(codes())}H{len(self.tellers)}I")
        self._known: Remembered[str, int] = Remembered(self._of_word, most=_MOST_WORDS)
        self._marks = len(codes())

    def weigh(self, words: Set[str]) -> Weighed:
        total = sum(map(self._known.__getitem__, words))
        found = self._numbers.unpack(total.to_bytes(self._numbers.size, "little"))
        return Weighed(len(words), found[: self._marks], found[self._marks :])

    def _of_word(self, word: str) -> int:
        total = plain_lanes().get(word, 0)
        for at, each in enumerate(self.tellers):
            weight = round(each.voice.gate_weight(word) * _FINE) + _ZERO
            total += weight << (self._first_lane + _WEIGHT_BITS * at)
        return total


def _tellers() -> list[_Teller]:
    """Return what can tell; other voices saw too little ordinary mail, and stay unread."""
    voices = [(place, voice(x)) for place, x in enumerate(codes()) if x in HOME]
    return [
        _Teller(place, each, each.gate_bias, each.least)
        for place, each in voices
        if each.least is not None
    ]


@cache
def _scales() -> _Scales:
    return _Scales()


def speaks_for_hiring(words: Set[str], *, language: str) -> bool:
    """Say whether the words of a language that was heard less of speak for hiring together.

    Its voice learned from little ordinary mail: it lets mail in, and keeps none out.
    """
    if language not in spoken():
        return False
    ear = voice(language)
    weight = sum(map(ear.gate_weight, sorted(words)))
    score: float = weight / max(1, len(words)) ** 0.5 + ear.gate_bias
    return score > LEAST_OF_GUEST


def weigh(words: Set[str]) -> Weighed:
    """Return what the different words of a mail tell together.

    Args:
        words: In plain letters, as `weighed_words` gives them.
    """
    return _scales().weigh(words)
