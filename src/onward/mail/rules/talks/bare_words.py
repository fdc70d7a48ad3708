"""Short mail that only its conversation makes hiring mail: "When could you start?"; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from onward.mail.rules.basics.sentences import split_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower, unquoted
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.types import Because, Message, Verdict

MOST_CHARS = 500
"""A longer mail says by itself what it is about."""

_GLANCE_CHARS = 1_500
_INTRODUCTION = 150
_HISTORY = tuple(
    f"\n{mark}"
    for mark in (
        *(">", "-----", "_____", "From:", "Von:", "De:", "De :", "Da:", "Van:", "Od:"),
        *("Kimden:", "Från:"),
    )
)
_ASKS, _ARRIVED = "context:asks", "context:arrived"
_THANKS = re.compile(
    r"[,;.!-]* *(?:many |vielen |besten )?(?:thanks|thank you|dank\w*|merci|gracias|grazie|obrigad[oa]|bedankt|dziękuj\w+|teşekkürler|tack)[ .!]*$"
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Bare:
    """What a short mail means to somebody who applies there.

    Attributes:
        is_hour: It names an hour and no day: it moves what is agreed, and arranges nothing.
    """

    verdict: Verdict
    because: Because
    language: str
    is_hour: bool = False


@dataclass(frozen=True)
class _Words:
    """One language's table; each expression is made when first asked."""

    language: str
    hints: tuple[str, ...]
    came: tuple[str, ...]

    @property
    def _table(self) -> dict[str, Any]:
        found: dict[str, Any] = tables("bare_words")[self.language]
        return found

    @cached_property
    def asks(self) -> re.Pattern[str]:
        """Return what finds a question."""
        return re.compile("|".join(self._table["asks"]))

    @cached_property
    def arrived(self) -> re.Pattern[str]:
        """Return what finds that something is there."""
        return re.compile("|".join(self._table["arrived"]))

    @cached_property
    def nots(self) -> re.Pattern[str]:
        """Return what finds that it is not, or not yet."""
        return re.compile(rf"(?<!\w)(?:{self._table['nots']})(?!\w)")


@cache
def _languages() -> tuple[_Words, ...]:
    return tuple(
        _Words(language, tuple(table["hints"]), tuple(table["came"]))
        for language, table in tables("bare_words").items()
    )


@cache
def _has(kind: str) -> Callable[[str], bool]:
    hints = {hint for table in tables("bare_words").values() for hint in table[kind]}
    return first_word_finder(sorted(hints))


def may_be_bare(text: str) -> bool:
    """Say whether a mail may be such a short one; quick, for all that no other word lets in.

    Args:
        text: The beginning of its text, quoted words and all.
    """
    head = text[:_GLANCE_CHARS]
    rough = above_history(head)
    kind = "hints" if "?" in rough else "came"
    if len(rough) > MOST_CHARS + _INTRODUCTION or not _has(kind)(lower(rough)):
        return False
    own = "".join(head[start:end] for start, end in unquoted(rough))
    return len(own.strip()) <= MOST_CHARS and _found(own) is not None


def above_history(text: str) -> str:
    """Return what stands above quoted mail, cut off roughly: to do it well takes long."""
    return text[
        : min((at for m in _HISTORY if (at := text.find(m)) >= 0), default=None)
    ]


def bare_words(message: Message) -> Bare | None:
    """Return what a short mail asks, or that something arrived; None for other mail.

    By itself it is ordinary: people ask their landlord when they could begin.
    """
    spans = unquoted(message.text[: 4 * _GLANCE_CHARS])
    own = "".join(message.text[start:end] for start, end in spans)
    found = _found(own) if len(own.strip()) <= MOST_CHARS else None
    if found is None:
        return None
    verdict, words, language = found
    start = max(0, message.text.find(words))
    rule = _ASKS if verdict is Verdict.INFORMATION_REQUEST else _ARRIVED
    because = Because(rule, words, "body", start, start + len(words))
    return Bare(verdict, because, language)


def _found(own: str) -> tuple[Verdict, str, str] | None:
    """Return the first question, else what says that something arrived, with its words."""
    low = lower(fold(own))
    if "?" in low:
        asking = [each for each in _languages() if any(h in low for h in each.hints)]
        return _asked(own, languages=asking)
    near = [each for each in _languages() if any(hint in low for hint in each.came)]
    for words, plain in _sentences(own) if near else ():
        told = _THANKS.sub("", plain).rstrip(" .!:)")
        for language in near:
            if language.arrived.search(told) and not language.nots.search(told):
                return Verdict.CONFIRMATION, words, language.language
    return None


def _asked(own: str, *, languages: Sequence[_Words]) -> tuple[Verdict, str, str] | None:
    for words, plain in _sentences(own) if languages else ():
        for language in languages:
            if plain.endswith("?") and language.asks.search(plain):
                return Verdict.INFORMATION_REQUEST, words, language.language
    return None


def _sentences(own: str) -> Iterator[tuple[str, str]]:
    for start, end in split_sentences(own, spans=((0, len(own)),)):
        words = own[start:end]
        yield words, _SPACES.sub(" ", lower(fold(words))).strip()
