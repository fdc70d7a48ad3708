"""Where a sentence ends in mail: full stops, blank lines, bullets and short lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from onward.mail.rules.basics.language import (
    count_marks,
    is_telling,
    languages_in,
    own_text_words,
    text_words,
)
from onward.mail.rules.basics.text import Span, plain, strip_quoted

# The sign itself comes first, so that a search passes quickly over all that is none.
_BOUNDARY = re.compile(
    r"[.!?\n|•·▪‣](?:(?P<stop>(?<=[.!?])[.!?]*[\"')\]*_]*(?=\s))"
    r"|(?P<blank>(?<=\n)[ >]*\n)|(?P<line>(?<=\n))|(?P<bar>(?<=[|•·▪‣])))"
)
_DAY = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_BULLET = re.compile(r"[ ]*(?:[-*•·▪‣+>]|\(?\d{1,2}[.)])[ ]")
_LOOK_BACK_CHARS = 24
_WORD_STARTS = re.compile(r"[(\"']")
_FIRST_WORD = re.compile(r"[ ]*(\S+)")
# "Position No. 5", but "The answer is no. We …".
_BEFORE_NUMBERS = frozenset({"no"})
_NUMBER = re.compile(r"[ ]*[#\d]")
_LOWER_WORD = re.compile(r"(?<!\S)[a-zäöüßàâçéèêîôûœñáíóúışğłńśźżćęą][\w'-]*")
_LEAST_LOWER, _LEAST_LOWER_AFTER = 3, 2
_SENTENCE_ENDS = (".", "!", "?", ",", ";")
_NARROWEST_WRAP = 50
_WIDEST_WRAP = 130


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(text_words("abbreviations"))


@lru_cache(maxsize=8)
def _own_abbreviations(text: str) -> frozenset[str]:
    """Return the abbreviations of the languages that a text is written in.

    "Sam." is a Saturday in French and somebody's name in English. A text too short to
    tell its language by may be in any.
    """
    counts = count_marks(plain(text))
    if not is_telling(counts):
        return _abbreviations()
    return own_text_words("abbreviations", languages_in(counts))


def _is_abbreviation(word: str, *, text: str, end: int) -> bool:
    if word not in _abbreviations() or word not in _own_abbreviations(text):
        return False
    return word not in _BEFORE_NUMBERS or _NUMBER.match(text, end) is not None


def _is_stop(text: str, *, found: re.Match[str]) -> bool:
    """Say whether the punctuation ends a sentence rather than an abbreviation."""
    if found.group() != ".":
        return True
    last = _last_word(text, end=found.start())
    if not last:
        return True
    is_number = last[0].isdigit() and _DAY.fullmatch(last) is not None
    is_initial = len(last) == 1 and last.isalpha() and last != "i"
    return not (
        is_number
        or is_initial
        or _is_abbreviation(last, text=text, end=found.start() + 1)
    )


def _last_word(text: str, *, end: int) -> str:
    """Return the word that ends there in lower case; "" where none does."""
    before = text[max(0, end - _LOOK_BACK_CHARS) : end].removesuffix("\n")
    if not before or before[-1].isspace():
        return ""
    return _WORD_STARTS.split(before.split()[-1])[-1].lower()


def _wrap_width(text: str) -> int:
    """Return the width at which lines were wrapped, or 0 where they were not."""
    longest = max(map(len, text.split("\n")))
    return longest if _NARROWEST_WRAP <= longest <= _WIDEST_WRAP else 0


def is_unfinished(line: str, *, after: str) -> bool:
    """Say whether a line of prose breaks off, and the one after it goes on.

    Neither may be a greeting, a name or a heading: both hold words in lower case enough,
    and only the second ends as sentences do.
    """
    if not line[-1:].isalnum() or after.rstrip()[-1:] not in _SENTENCE_ENDS:
        return False
    return (
        len(_LOWER_WORD.findall(line)) >= _LEAST_LOWER
        and len(_LOWER_WORD.findall(after)) >= _LEAST_LOWER_AFTER
    )


def _line_from(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start : len(text) if end == -1 else end]


def _is_line_end(text: str, *, at: int, width: int) -> bool:
    """Say whether a single line break separates, rather than wraps, two thoughts."""
    if _BULLET.match(text, at + 1):
        return True
    word = _FIRST_WORD.match(text, at + 1)
    if word is None:
        return True
    first = word.group(1)
    if first[0].islower() or text[at - 1 : at] == " ":
        return False
    start = text.rfind("\n", 0, at) + 1
    if not width:
        return not is_unfinished(text[start:at], after=_line_from(text, at + 1))
    return at - start + 1 + len(first) <= width


def _trimmed(text: str, *, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None


@lru_cache(maxsize=8)
def own_sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences that are the writer's own words, in order."""
    return tuple(split_sentences(text, spans=strip_quoted(text)))


class Told(NamedTuple):
    """One sentence of a text: where it stands, and its words in lower case with plain quotes and single spaces."""

    start: int
    end: int
    words: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


@lru_cache(maxsize=8)
def told_sentences(text: str) -> tuple[Told, ...]:
    """Return the sentences that are the writer's own words as tables of expressions read them."""
    low = plain(text)
    return tuple(
        Told(start, end, " ".join(low[start:end].split()))
        for start, end in own_sentences(text)
    )


def split_sentences(text: str, *, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans of the sentences of a text, in order, without outer white space.

    A sentence ends at closing punctuation, at a blank line, at a bullet, and at a line
    break that wrapping does not explain. Line breaks inside wrapped text are kept.

    Args:
        spans: The parts of the text to read.
    """
    width = _wrap_width(text)
    for start, end in spans:
        first = start
        for found in _BOUNDARY.finditer(text, start, end):
            kind = found.lastgroup
            if kind == "stop" and not _is_stop(text, found=found):
                continue
            if kind == "line" and not _is_line_end(text, at=found.start(), width=width):
                continue
            sentence = _trimmed(text, start=first, end=found.end())
            if sentence is not None:
                yield sentence
            first = found.end()
        rest = _trimmed(text, start=first, end=end)
        if rest is not None:
            yield rest
