"""The second voice: a small statistical model that reads a mail beside the rules.

It was trained on mail that a grammar composed (`benchmarks/training`), hears each
sentence by itself, then the mail as a whole, and answers with a chance for each verdict.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
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
    marked_features,
    pair_features,
    tokens,
    word_features,
)

FOLDER = "voices"
READ_CHARS = 2_000
_MOST_SENTENCES = 60
_MOST_CACHED_WORDS = 50_000
_PLAIN_LANGUAGE = "en"
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
    """What the second voice makes of a mail.

    Attributes:
        chances: For each verdict the chance that a careful reader gives it; sums to 1.
        said: The sentences, the subject first where there is one.
        intents: The names of what `said` gives chances for.
    """

    chances: dict[Verdict, float]
    said: tuple[Said, ...]
    intents: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """Return the likeliest verdict."""
        return max(self.chances, key=lambda verdict: self.chances[verdict])

    @property
    def chance(self) -> float:
        """Return the chance of the likeliest verdict."""
        return max(self.chances.values())


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

    def is_worth_hearing(self, message: Message) -> bool:
        """Say by single words whether a mail could be about hiring at all.

        One word at a time is a tenth of the work of hearing every sentence.
        """
        words = {*tokens(message.subject), *tokens(message.text[:READ_CHARS])}
        total = self._unpacked(sum(map(self._word, words)))[-1]
        score: float = total * self.head["steps"][-1] / max(1, len(words)) ** 0.5
        least: float = self.head["least"] - self.head["bias"][-1]
        return score > least

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

    def _said(self, message: Message) -> list[Said]:
        title, text = message.subject, message.text
        body = [
            Said("body", start, end, self.sentence(text[start:end]))
            for start, end in own_spans(message)
        ]
        if not title.strip():
            return body
        return [Said("subject", 0, len(title), self.sentence(title)), *body]

    def hear(self, message: Message, *, system: str) -> Heard:
        """Return what the model makes of a mail.

        Args:
            system: Applicant tracking system or job board that carried it, "" if none.
        """
        said = self._said(message)
        whole = self._whole(message, text=own_text(message), system=system)
        signs = verdict_signs(said, whole=whole, size=len(self.intents))
        chances = _softmax(
            [
                bias + sum(a * b for a, b in zip(row, signs, strict=True))
                for row, bias in zip(
                    self.head["last"], self.head["last_bias"], strict=True
                )
            ]
        )
        by_verdict = dict(zip(self.verdicts, chances, strict=True))
        return Heard(by_verdict, tuple(said), self.intents)


def own_spans(message: Message) -> list[Span]:
    """Return the sentences of a mail's own words that the model reads."""
    text = message.text[:READ_CHARS]
    return list(split_sentences(text, spans=strip_quoted(text)))[:_MOST_SENTENCES]


def own_text(message: Message) -> str:
    """Return those sentences as one text."""
    return "\n".join(message.text[start:end] for start, end in own_spans(message))


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
