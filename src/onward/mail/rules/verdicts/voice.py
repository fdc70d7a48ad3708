"""The second voice: a small statistical model that reads a mail beside the rules.

It was trained on invented mail (`benchmarks/training`), hears each sentence by itself,
then the mail as a whole, and weighs both with what the rules found.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, chain
from operator import mul
from typing import Any, NamedTuple

from onward.mail.rules.basics.lanes import FINE, Lanes
from onward.mail.rules.basics.language import main_language
from onward.mail.rules.basics.model_file import (
    packed as packed,  # the trainer asks here
)
from onward.mail.rules.basics.model_file import parted, shipped
from onward.mail.rules.basics.remembered import Remembered
from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.tables import ROOM
from onward.mail.rules.basics.text import Span
from onward.mail.rules.facts.systems import SystemKind, system_by_name
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.context import is_hiring_sender
from onward.mail.rules.verdicts.voice_words import (
    BUCKETS,
    Company,
    Marks,
    envelope_buckets,
    heard_words,
    word_buckets,
)

FOLDER = "voices"
READ_CHARS = 2_000
MANY_WORDS = 40
"""From so many different words on, their weights say more than any one of them."""

_MOST_SENTENCES = 60
_MOST_WORDS = 50_000
_MOST_ROWS = 50_000
_NOBODY = ("noreply", "no-reply", "donotreply", "do-not-reply", "no_reply")


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence was heard to say.

    Attributes:
        where: "subject" or "body".
        chances: For each intent, in the order of `Voice.intents`.
    """

    where: str
    start: int
    end: int
    chances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What the second voice makes of a mail before it knows what the rules say.

    Attributes:
        said: The sentences, the subject first where there is one.
        intents: The names of what `said` gives chances for.
        whole: For each of the voice's verdicts what the mail as a whole looks like.
    """

    said: tuple[Said, ...]
    intents: tuple[str, ...]
    whole: tuple[float, ...]


class Least(NamedTuple):
    """From which scores of its single words on a mail may be about hiring.

    Attributes:
        long: Of a mail of MANY_WORDS different words or more.
        short: Of a shorter one with a word that hiring mail may hold.
        wordless: Of a shorter one without.
    """

    long: float
    short: float
    wordless: float


@dataclass(frozen=True, slots=True)
class _Scale:
    """Which numbers of a row are asked for, and their bias and step to turn into chances."""

    start: int
    size: int
    steps: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _Sentences:
    """What sentences were heard to say, and the weights of each two neighbouring words."""

    chances: list[tuple[float, ...]]
    pairs: dict[bytes, int]


class Voice:
    """A trained model, as its file describes it.

    The weights of a feature are the lanes of one long integer (`Lanes`).
    """

    def __init__(self, head: dict[str, Any], *, weights: bytes) -> None:
        self.head = {key: each for key, each in head.items() if key != "buckets"}
        self.intents: tuple[str, ...] = tuple(head["intents"])
        self.verdicts = tuple(Verdict(each) for each in head["verdicts"])
        self._negations = frozenset(word.encode() for word in head["negations"])
        self._conditions = frozenset(word.encode() for word in head["conditions"])
        # One lane more, the last, tells hiring mail from all other by single words.
        self._lanes = Lanes(len(self.intents) + len(self.verdicts) + 1)
        self._weights = weights
        self._places = _places(head["buckets"])
        self._rows: Remembered[int, int] = Remembered(self._row, most=_MOST_ROWS)
        self._intents = self._scale(0, size=len(self.intents))
        self._verdicts = self._scale(len(self.intents), size=len(self.verdicts))
        self._words: Remembered[bytes, int] = Remembered(self._word, most=_MOST_WORDS)

    def _scale(self, start: int, *, size: int) -> _Scale:
        end = start + size
        bias, steps = self.head["bias"][start:end], self.head["steps"][start:end]
        return _Scale(start, size, tuple(zip(bias, steps, strict=True)))

    def _row(self, bucket: int) -> int:
        """Return the weights of a bucket as one integer, 0 where it has none."""
        place, width = self._places[bucket], self._lanes.width
        return place and self._lanes.row(
            self._weights[(place - 1) * width : place * width]
        )

    @cached_property
    def _gate_weights(self) -> Sequence[int]:
        """Return for each bucket how much it speaks for hiring."""
        width = self._lanes.width
        last = b"\0" + self._weights[width - 1 :: width]
        signed = memoryview(last).cast("b")
        return array("b", map(signed.__getitem__, self._places))

    @property
    def least(self) -> Least | None:
        """Scores of single words from which on a mail may be about hiring.

        None where it was trained on too little ordinary mail to tell.
        """
        least: dict[str, float] | None = self.head["least"]
        return None if least is None else Least(**least)

    @property
    def gate_bias(self) -> float:
        """What the score of single words begins with."""
        bias: float = self.head["bias"][-1]
        return bias

    def _word(self, word: bytes) -> int:
        """Return the weights of a word: its own, and those of its parts as one share."""
        first, parts = word_buckets(word)
        own = self._rows[first]
        known = sum(map(self._rows.__getitem__, parts))
        if not known:
            return own
        share = 1.0 / len(parts) ** 0.5
        return own + self._lanes.packed(
            [each * share for each in self._lanes.unpacked(known)]
        )

    def gate_weight(self, word: str) -> float:
        """Return how much one word speaks for hiring, in -15..15; below zero against it."""
        first, parts = word_buckets(word.encode())
        weights = self._gate_weights
        found = float(weights[first])
        share = 1.0 / max(1, len(parts)) ** 0.5
        # One after another: the order decides the last digit.
        for part in parts:
            found += weights[part] * share
        step: float = self.head["steps"][-1]
        return max(-15.0, min(15.0, found * step))

    def _chances(self, total: int, *, words: int, of: _Scale) -> tuple[float, ...]:
        """Return the chances that the weights of so many words add up to."""
        scale = 1.0 / max(1, words) ** 0.5 / FINE
        lanes = self._lanes.sixteenths(total, start=of.start, size=of.size)
        return _softmax(
            [
                bias + lane * scale * step
                for lane, (bias, step) in zip(lanes, of.steps, strict=True)
            ]
        )

    def sentence(self, text: str) -> tuple[float, ...]:
        """Return the chance of each intent for one sentence."""
        words = heard_words(text)
        return self._sentences(words, ends=[len(words)]).chances[0]

    def _sentences(self, words: Sequence[bytes], *, ends: Sequence[int]) -> _Sentences:
        """Return the chances of each intent for sentences that stand one after another.

        Args:
            words: Of all of them.
            ends: For each where its words end.
        """
        company = Company(words)
        row_of = self._rows.__getitem__
        known = list(map(self._words.__getitem__, words))
        pairs = list(map(row_of, company.pair_buckets))
        triples = list(map(row_of, company.triples))
        skipped = list(map(row_of, company.skipped))
        marks = Marks(words, negations=self._negations, conditions=self._conditions)
        chances = []
        start = 0
        for end in ends:
            second, third = max(start, end - 1), max(start, end - 2)
            rows = (
                *known[start:end],
                *filter(None, pairs[start:second]),
                *filter(None, triples[start:third]),
                *filter(None, skipped[start:third]),
                *map(row_of, marks.buckets(words[start:end])),
            )
            chances.append(
                self._chances(sum(rows), words=end - start, of=self._intents)
            )
            start = end
        return _Sentences(chances, pairs=dict(zip(company.pairs, pairs, strict=True)))

    def hear(self, message: Message, *, system: str) -> Heard:
        """Return what the model makes of a mail's words alone.

        Args:
            system: Applicant tracking system or job board that carried it, "" if none.
        """
        title = message.subject
        spans = own_spans(message)
        parts = [heard_words(message.text[start:end]) for start, end in spans]
        words = list(chain.from_iterable(parts))
        body = self._sentences(words, ends=list(accumulate(map(len, parts))))
        said = [
            Said("body", start, end, chances)
            for (start, end), chances in zip(spans, body.chances, strict=True)
        ]
        if title.strip():
            said.insert(0, Said("subject", 0, len(title), self.sentence(title)))
        entitled = heard_words(title)
        different = {*words, *entitled}
        signs = sender_signs(message, system=system)
        total = (
            sum(map(self._words.__getitem__, different))
            + sum(body.pairs.values())
            + sum(map(self._rows.__getitem__, envelope_buckets(entitled, signs=signs)))
        )
        whole = self._chances(total, words=len(different), of=self._verdicts)
        return Heard(tuple(said), self.intents, whole)

    def chances(self, heard: Heard, *, clues: Sequence[float]) -> dict[Verdict, float]:
        """Return the chance of each verdict, by the words and by what the rules found.

        Args:
            clues: What `rule_signs` tells of the rules' reading.
        """
        signs = verdict_signs(heard.said, whole=heard.whole, size=len(self.intents))
        signs += clues
        found = _softmax(
            [
                bias + sum(map(mul, row, signs))
                for row, bias in zip(
                    self.head["last"], self.head["last_bias"], strict=True
                )
            ]
        )
        return dict(zip(self.verdicts, found, strict=True))


def own_spans(message: Message) -> Sequence[Span]:
    """Return the sentences of a mail's own words that the model reads."""
    text = message.text
    # What is blanked at the top is not the writer's.
    text = text[: READ_CHARS + len(text) - len(text.lstrip())]
    return own_sentences(text)[:_MOST_SENTENCES]


def sender_signs(message: Message, *, system: str) -> list[str]:
    """Return what the envelope tells: kind of system, no-reply, list, mailbox of hiring."""
    signs = []
    if system:
        kind = system_by_name(system).kind
        signs.append(str(kind))
        if kind is not SystemKind.JOB_BOARD:
            signs.append("system")
    if message.sender.local_part.startswith(_NOBODY):
        signs.append("nobody")
    if is_hiring_sender(message.sender):
        signs.append("hiring")
    signs += [
        name for name in ("list-post", "list-unsubscribe") if name in message.headers
    ]
    return signs or ["plain"]


def verdict_signs(
    said: Sequence[Said], *, whole: Sequence[float], size: int
) -> list[float]:
    """Return the numbers from which the last step tells the verdict.

    For each intent its greatest chance in the body, in the subject, and its share of
    all sentences; for each verdict what the mail as a whole looks like.
    """
    body = [each.chances for each in said if each.where == "body"]
    title = next((each.chances for each in said if each.where == "subject"), None)
    columns = list(zip(*body, strict=True)) or [(0.0,)] * size
    most = list(map(max, columns))
    mean = [sum(column) / max(1, len(body)) for column in columns]
    subject = list(title) if title else [0.0] * size
    logs = [max(-6.0, math.log(each + 1e-6)) / 3.0 for each in whole]
    return [*most, *mean, *subject, *whole, *logs]


def _softmax(values: Sequence[float]) -> tuple[float, ...]:
    top = max(values)
    powers = [math.exp(value - top) for value in values]
    total = sum(powers)
    return tuple(power / total for power in powers)


def _places(gaps: Iterable[int]) -> array[int]:
    """Return for each bucket at which place its row stands, counted from 1; 0 where it has none.

    A row takes five times as much once it is a number, and most are never asked for.

    Args:
        gaps: How far each bucket that has a row is from the one before.
    """
    places = array("H", bytes(2 * BUCKETS))
    for place, bucket in enumerate(accumulate(gaps), start=1):
        places[bucket] = place
    return places


def unpacked(data: bytes) -> Voice:
    """Return the voice that a file holds."""
    head, weights = parted(data)
    return Voice(head, weights=weights)


@cache
def voice(language: str) -> Voice:
    """Return the model of a language, read once in the life of the process."""
    return unpacked(shipped(FOLDER, name=language))


@cache
def spoken() -> tuple[str, ...]:
    """Return the codes of the languages that have a model, in the order of their names."""
    names = (path.name for path in ROOM.joinpath(FOLDER).iterdir())
    return tuple(sorted(x.removesuffix(".bin") for x in names if x.endswith(".bin")))


def language_for(message: Message) -> str:
    """Return the language that most words of a mail belong to; English where none shows."""
    return main_language(message.text[:READ_CHARS].lower())
