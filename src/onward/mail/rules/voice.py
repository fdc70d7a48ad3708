"""The second voice: a small statistical model that reads a mail beside the rules.

It was trained on invented mail (`benchmarks/training`), hears each sentence by itself,
then the mail as a whole, and weighs both with what the rules found.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from operator import mul
from struct import Struct
from typing import Any

from onward.mail.rules.context import is_hiring_sender
from onward.mail.rules.language import count_marks
from onward.mail.rules.sentences import split_sentences
from onward.mail.rules.systems import SystemKind, system_by_name
from onward.mail.rules.text import Span, strip_quoted
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.voice_features import (
    bucket,
    different_words,
    marked_features,
    pair_features,
    tokens,
    word_features,
)

FOLDER = "voices"
READ_CHARS = 2_000
GATE_CHARS = 1_000
"""How much of a mail is looked at by single words, to tell whether to read it at all."""

MANY_WORDS = 40
"""From so many different words on, their weights say more than any one of them."""

LEAST_SCORE = -1.0
"""Mail whose single words speak so much against hiring is not read at all.

A model may ask for more; asking for less would let in most ordinary mail for the sake of
one hiring mail in a hundred, which neither voice would know for one.
"""

_MOST_SENTENCES = 60
_MOST_CACHED_WORDS = 50_000
_PLAIN_LANGUAGE = "en"
_FEW_MARKS = 2
_LANE = 64
_LIFT = 1 << 62
# A weight is kept to a sixteenth of its step.
_FINE = 16
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


class Voice:
    """A trained model, as its file describes it.

    The weights of a feature are the lanes of one long integer, so that adding two
    features is one addition: several times quicker than lists, and without a library.
    """

    def __init__(self, head: dict[str, Any], *, weights: bytes) -> None:
        self.head = head
        self.intents: tuple[str, ...] = tuple(head["intents"])
        self.verdicts = tuple(Verdict(each) for each in head["verdicts"])
        self.negations = frozenset(head["negations"])
        self.conditions = frozenset(head["conditions"])
        # One lane more, the last, tells hiring mail from all other by single words.
        self._width = len(self.intents) + len(self.verdicts) + 1
        self._lanes = Struct(f"<{self._width}Q")
        self._lift = sum(_LIFT << (_LANE * at) for at in range(self._width))
        self._weights = memoryview(weights).cast("b")
        self._row_of = {key: at for at, key in enumerate(_gaps(head["buckets"]))}
        self._words: dict[str, int] = {}
        self._rows: dict[int, int] = {}
        self._gate = Remembered(self._gate_weight)

    @property
    def knows_ordinary_mail(self) -> bool:
        """Say whether it can tell by single words what need not be heard."""
        return self.head["least"] is not None

    def hiring_score(self, words: Set[str]) -> float:
        """Return how much single words speak for hiring; below zero, more against it.

        Args:
            words: The different words of a mail's subject and first `GATE_CHARS`.
        """
        # Summed exactly, so that the order of a set of words does not matter.
        total = math.fsum(map(self._gate.__getitem__, words))
        bias: float = self.head["bias"][-1]
        score: float = total / max(1, len(words)) ** 0.5 + bias
        return score

    def is_worth_hearing(self, words: Set[str]) -> bool:
        """Say by its single words whether a mail could be about hiring at all."""
        return self.hiring_score(words) > max(float(self.head["least"]), LEAST_SCORE)

    def _packed(self, values: Sequence[float]) -> int:
        return sum(
            round(value * _FINE) << (_LANE * at) for at, value in enumerate(values)
        )

    def _unpacked(self, total: int) -> list[float]:
        # Lifted above zero, each lane stands for itself.
        lanes = (total + self._lift).to_bytes(self._lanes.size, "little")
        return [(lane - _LIFT) / _FINE for lane in self._lanes.unpack(lanes)]

    def _row(self, feature: int) -> int:
        known = self._rows.get(feature)
        if known is None:
            at = self._row_of[feature]
            row = self._weights[at * self._width : (at + 1) * self._width]
            known = self._rows[feature] = self._packed(list(row))
        return known

    def _word(self, word: str) -> int:
        known = self._words.get(word)
        if known is None:
            values = [0.0] * self._width
            for feature, share in word_features(word):
                at = self._row_of.get(feature)
                if at is not None:
                    row = self._weights[at * self._width : (at + 1) * self._width]
                    values = [a + b * share for a, b in zip(values, row, strict=True)]
            known = self._packed(values)
            if len(self._words) > _MOST_CACHED_WORDS:
                self._words.clear()
            self._words[word] = known
        return known

    def _gate_weight(self, word: str) -> float:
        """Return how much one word speaks for hiring."""
        found = 0.0
        for feature, share in word_features(word):
            at = self._row_of.get(feature)
            if at is not None:
                found += self._weights[(at + 1) * self._width - 1] * share
        step: float = self.head["steps"][-1]
        return found * step

    def _scores(
        self, words: Collection[str], *, features: Iterable[str], part: slice
    ) -> tuple[float, ...]:
        """Return the chances of intents or verdicts for words and their features."""
        total = sum(map(self._word, words))
        row_of = self._row_of
        for feature in features:
            key = bucket(feature)
            if key in row_of:
                total += self._row(key)
        scale = 1.0 / max(1, len(words)) ** 0.5
        values = self._unpacked(total)[part]
        return _softmax(
            [
                bias + value * scale * step
                for bias, value, step in zip(
                    self.head["bias"][part],
                    values,
                    self.head["steps"][part],
                    strict=True,
                )
            ]
        )

    def sentence(self, text: str) -> tuple[float, ...]:
        """Return the chance of each intent for one sentence."""
        words = tokens(text)
        features = sentence_features(
            words, negations=self.negations, conditions=self.conditions
        )
        return self._scores(words, features=features, part=slice(0, len(self.intents)))

    def _whole(self, message: Message, *, text: str, system: str) -> tuple[float, ...]:
        words, features = mail_features(message, text=text, system=system)
        part = slice(len(self.intents), self._width - 1)
        return self._scores(words, features=features, part=part)

    def _said(self, message: Message, *, spans: Sequence[Span]) -> list[Said]:
        title, text = message.subject, message.text
        body = [
            Said("body", start, end, self.sentence(text[start:end]))
            for start, end in spans
        ]
        if not title.strip():
            return body
        return [Said("subject", 0, len(title), self.sentence(title)), *body]

    def hear(self, message: Message, *, system: str) -> Heard:
        """Return what the model makes of a mail's words alone.

        Args:
            system: Applicant tracking system or job board that carried it, "" if none.
        """
        spans = own_spans(message)
        whole = self._whole(message, text=text_of(message, spans=spans), system=system)
        return Heard(tuple(self._said(message, spans=spans)), self.intents, whole)

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


class Remembered(dict[str, float]):
    """What a function says of words, asked once for each; forgets all when it is many."""

    def __init__(
        self, ask: Callable[[str], float], *, most: int = _MOST_CACHED_WORDS
    ) -> None:
        super().__init__()
        self._ask = ask
        self._most = most

    def __missing__(self, word: str) -> float:
        if len(self) > self._most:
            self.clear()
        found = self[word] = self._ask(word)
        return found


def own_spans(message: Message) -> list[Span]:
    """Return the sentences of a mail's own words that the model reads."""
    text = message.text[:READ_CHARS]
    return list(split_sentences(text, spans=strip_quoted(text)))[:_MOST_SENTENCES]


def text_of(message: Message, *, spans: Sequence[Span]) -> str:
    """Return some sentences of a mail as one text."""
    return "\n".join(message.text[start:end] for start, end in spans)


def sentence_features(
    words: list[str], *, negations: frozenset[str], conditions: frozenset[str]
) -> list[str]:
    """Return the features of a sentence beside its words."""
    marked = marked_features(words, negations=negations, conditions=conditions)
    return [*pair_features(words), *marked]


def mail_features(
    message: Message, *, text: str, system: str
) -> tuple[set[str], set[str]]:
    """Return the words of a whole mail, and its features beside them."""
    words = tokens(text)
    title = tokens(message.subject)
    features = {f"{a} {b}" for a, b in pairwise(words)}
    features.update(f"s:{word}" for word in title)
    features.update(f"s:{a} {b}" for a, b in pairwise(title))
    features.update(f"f:{sign}" for sign in sender_signs(message, system=system))
    return {*words, *title}, features


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
    most = [max((each[k] for each in body), default=0.0) for k in range(size)]
    sums = [sum(each[k] for each in body) for k in range(size)]
    mean = [each / max(1, len(body)) for each in sums]
    subject = list(title) if title else [0.0] * size
    logs = [max(-6.0, math.log(each + 1e-6)) / 3.0 for each in whole]
    return [*most, *mean, *subject, *whole, *logs]


def _softmax(values: Sequence[float]) -> tuple[float, ...]:
    top = max(values)
    powers = [math.exp(value - top) for value in values]
    total = sum(powers)
    return tuple(power / total for power in powers)


def _gaps(gaps: Iterable[int]) -> Iterable[int]:
    at = 0
    for gap in gaps:
        at += gap
        yield at


def packed(head: dict[str, Any], *, weights: bytes) -> bytes:
    """Return a model as the bytes of its file."""
    words = json.dumps(head, separators=(",", ":"), sort_keys=True).encode()
    return zlib.compress(len(words).to_bytes(4, "big") + words + weights, 9)


def unpacked(data: bytes) -> Voice:
    """Return the model that a file holds."""
    plain = zlib.decompress(data)
    size = int.from_bytes(plain[:4], "big")
    return Voice(json.loads(plain[4 : 4 + size]), weights=plain[4 + size :])


@cache
def voice(language: str) -> Voice:
    """Return the model of a language, read once in the life of the process."""
    return unpacked(files(__package__).joinpath(FOLDER, f"{language}.bin").read_bytes())


@cache
def spoken() -> tuple[str, ...]:
    """Return the codes of the languages that have a model, in the order of their names."""
    names = (path.name for path in files(__package__).joinpath(FOLDER).iterdir())
    return tuple(sorted(x.removesuffix(".bin") for x in names if x.endswith(".bin")))


def voice_for(message: Message) -> Voice | None:
    """Return the model of the language that most words of a mail belong to.

    None where that language has no model; English where no language shows itself.
    """
    counts = count_marks(message.text[:READ_CHARS].lower())
    best = max(counts, key=lambda code: counts[code])
    if not counts[best]:
        return voice(_PLAIN_LANGUAGE)
    return voice(best) if best in spoken() else None


def weighed_words(subject: str, text: str) -> set[str]:
    """Return the different words by which a mail is told from ordinary mail."""
    return different_words(f"{subject}\n{text[:GATE_CHARS]}")


def voices_of(counts: Mapping[str, int]) -> list[Voice]:
    """Return the models that tell by single words of the languages that a mail may be in.

    None where no language shows itself, or where one that may be meant has no such model.

    Args:
        counts: How many common words of each language it has, as `known_marks` counts.
    """
    most = max(counts.values())
    if not most:
        return []
    least = max(_FEW_MARKS, most * 2 / 3)
    if any(counts[each] >= least and not _tells(each) for each in counts):
        return []
    likely = [code for code in counts if 2 * counts[code] >= most]
    return [voice(code) for code in likely if _tells(code)]


def _tells(code: str) -> bool:
    """Say whether a language has a model that knows ordinary mail by single words."""
    return code in spoken() and voice(code).knows_ordinary_mail
