"""Small print by where it stands: above the greeting, below the closing words, at the ends.

How it is worded is for every firm to choose; where it stands is not. What servers, lawyers
and portals put around the words of a mail are paragraphs of prose that speak of other
things: who may read it, what the law says, how to be left alone. A paragraph that speaks as
an answer does is kept wherever it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from onward.mail.rules.around.signed_lines import signed_end
from onward.mail.rules.basics.language import (
    HOME,
    count_marks,
    languages_in,
    own_text_words,
    text_words,
)
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import Span, lower, unquoted
from onward.mail.rules.basics.words import Hit, first_word_finder, word_finder
from onward.mail.rules.facts.employers.names import legal_form_pattern
from onward.mail.rules.facts.patterns import fact_words

LINK = re.compile(r"[ ]?[(<\[]*[ ]?https?://\S+(?:[ ][)>\]])?")

_LEAST_BLOCKS = 2
_LEAST_LEFT = 8
_LEAST_WORDS = 7
_LEAST_LINE = 60
_LONGEST_CLOSING = 60
_MOST_WORDS_OF_NAME, _MOST_CHARS_OF_NAME = 5, 40
_MOST_WORDS_OF_GREETING = 4
_FIRST_BLOCKS = 9
_LIKELY, _SURE, _ENOUGH = 2, 3, 4
_NO_LINK = "\N{LINK SYMBOL}"
_MOST_WORDS_OF_LINK = 8
_LEAST_WORDS_IN_NAME, _MOST_WORDS_IN_NAME = 2, 8
_SHORTEST_WORD = 3
_IN_NAMES = frozenset(
    ("&", "+", "and", "of", "und", "et", "de", "e", "y", "i", "en", "och")
)
_ENDS = (".", "!", "?")
_WORD = re.compile(r"[^\W\d_]{2,}")
_AROUND_CLOSING = " ,.!*_~-"
_KEPT = re.compile(
    r"[ *_(]*(?:p\. ?(?:p\. ?)?s\b|pp?s\b|n\. ?b\.|nb:|(?:enc|encl|enclosures?|attachments?"
    r"|attached|anlagen?|anhang|anhänge|beilagen?|nachtrag|pièces? jointes?|p\.j\.|adjuntos?"
    r"|anexos?|allegat[io]|bijlagen?|załączniki?|bilag(?:a|or)|ekler|ek)\b.{0,4}:)"
)
_BULLET = re.compile(
    r"^[ ]*(?:[-*•·▪‣+]|\d{1,2}[.)])[ ]|\([mwfhd](?:[/|][mwfhdx*]){1,2}\)", re.MULTILINE
)
_ROW = re.compile(r"[|·•][^|·•]*(?:\d[\d ()/-]{6,}|@|www\.)")
_YOU = {
    "en": ("you", "your", "yours"),
    "de": ("sie", r"ihr\w{0,2}", "du", "dich", "dir", r"dein\w*", "euch", r"eure\w*"),
}


class _Marks(NamedTuple):
    """The finder of all marks, and kind and language of each by its number."""

    find: Callable[[str], list[Hit]]
    of: tuple[tuple[str, str], ...]


class _Told(NamedTuple):
    """What a paragraph says."""

    signs: int
    is_of_hiring: bool
    decides: bool
    speaks_to_you: bool
    is_prose: bool
    is_link: bool


class _Sight(NamedTuple):
    """A mail as it is looked at: in lower case, its paragraphs, whose rules read it."""

    low: str
    blocks: Sequence[Span]
    languages: tuple[str, ...]

    def words(self, block: Span) -> str:
        """Return the words of a paragraph, links left out."""
        words = self.low[slice(*block)]
        return LINK.sub(_NO_LINK, words) if "://" in words else words


@cache
def _marks() -> _Marks:
    known = [
        (word, kind, language)
        for language, data in tables("small_parts").items()
        for kind, words in data.items()
        for word in words
    ]
    return _Marks(
        word_finder(word for word, _, _ in known),
        of=tuple((kind, language) for _, kind, language in known),
    )


@cache
def _closings() -> frozenset[str]:
    return frozenset(fact_words("closings"))


@cache
def _greeting() -> re.Pattern[str]:
    words = "|".join(
        (
            *("hi", "hello", "hey", "dear", "good (?:morning|afternoon|evening|day)"),
            *(r"liebe\w*", "hallo", r"sehr geehrte\w*", r"guten \w+", "moin", "servus"),
            *text_words("greeting"),
        )
    )
    name = rf"[^\n,:!]{{0,{_MOST_CHARS_OF_NAME}}}"
    return re.compile(rf"[*_ ]*(?:{words})\b(?P<name>{name})(?P<end>[,:!]|$)")


@cache
def _you(languages: tuple[str, ...]) -> re.Pattern[str]:
    own = own_text_words("you", languages)
    words = "|".join((*(word for code in HOME for word in _YOU[code]), *sorted(own)))
    return re.compile(rf"\b(?:{words})\b")


@cache
def _asks_for_no_reply() -> Callable[[str], bool]:
    return first_word_finder(fact_words("no_reply_lines"))


def outer_parts(text: str, low: str) -> list[Span]:
    """Return the paragraphs around the words of a mail that are small print, in order.

    A mail that would keep next to nothing has none.

    Args:
        low: The same text, folded and in lower case.
    """
    blocks = list(_blocks(low))
    if len(blocks) < _LEAST_BLOCKS:
        return []
    first = _greeting_at(low, blocks)
    last = _closing_at(low, blocks)
    is_bare = first < 0 and last < 0 and len(blocks) == _LEAST_BLOCKS
    if is_bare or (first == 0 and last == len(blocks) - 1):
        return []
    sight = _Sight(low, blocks, languages_in(count_marks(low)))
    small = set(_small_blocks(sight, first=first, last=last, end=_end_of_own(text)))
    if not small:
        return []
    inside = blocks[max(first, 0) : last if last > first else None]
    kept = (sight.words(block) for block in inside if block not in small)
    words = (word for part in kept for word in _WORD.finditer(part))
    is_left = sum(1 for _ in islice(words, _LEAST_LEFT)) == _LEAST_LEFT
    if not is_left:
        return []
    return [span for block in sorted(small) for span in _without_names(text, block)]


def _without_names(text: str, block: Span) -> Iterator[Span]:
    """Yield what a paragraph holds behind a name that it begins with, mostly the sender's.

    It has a legal form, or is some words in capital letters before one that is not, and
    none that often begins a sentence. Names further on are those of owners and portals; but
    where a person signs first, what they do and for whom stand in the lines below.
    """
    start, end = block
    while start < end and text[start].isspace():
        start += 1
    firm = _firm().match(text, start, end)
    named = firm.end() if firm else _name_end(text, start, end)
    start = max(named, signed_end(text, start, end))
    if start < end:
        yield start, end


@cache
def _firm() -> re.Pattern[str]:
    word = r"[^\W\d_a-zà-öø-ÿ][\w.'’&-]*"
    return re.compile(
        rf"(?:{word}[ ](?:(?:&|\+|and|of|und|et|de|e|y|i|en|och)[ ])?){{1,5}}"
        rf"(?:{legal_form_pattern()})(?!\w)"
    )


def _name_end(text: str, start: int, end: int) -> int:
    """Return where the name ends that a paragraph begins with, or where it begins."""
    line = text[start:end].lstrip("\n").partition("\n")[0].partition(",")[0]
    words = line.split(" ")[:_MOST_WORDS_IN_NAME]
    count = next(
        (at for at, word in enumerate(words) if not _is_of_name(word)), len(words)
    )
    while count and not words[count - 1][:1].isupper():
        count -= 1
    name = " ".join(words[:count])
    is_short = count < _LEAST_WORDS_IN_NAME or len(words[0]) < _SHORTEST_WORD
    is_none = is_short or name.isupper() or name[-1] in ".:;!?"
    if is_none or max(count_marks(lower(words[0])).values()):
        return start
    return text.index(name, start) + len(name)


def _is_of_name(word: str) -> bool:
    return word[:1].isupper() or word in _IN_NAMES


def _small_blocks(sight: _Sight, *, first: int, last: int, end: int) -> Iterator[Span]:
    """Yield the small print above the greeting and below the closing words, or at the end.

    Args:
        end: Where somebody else's words begin.
    """
    own = [block for block in sight.blocks if block[0] < end]
    # Above somebody else's words a remark of few words is all that a writer says.
    is_answer = end < len(sight.low)
    around = [(block, int(is_answer)) for block in own[: max(first, 0)]]
    around += [(block, 0) for block in own[last + 1 :] if last >= 0]
    for block, need in around:
        words = sight.words(block)
        if _is_small(words, _told(words, sight.languages), need=need):
            yield block
    if first < 0:
        yield from _at_start(sight, own)
    if last < 0:
        yield from _at_end(sight, own[_first_prose(sight, own, at=first) + 1 :])


def _first_prose(sight: _Sight, blocks: Sequence[Span], *, at: int) -> int:
    """Return which paragraph from a greeting on is the first that says something."""
    for place in range(max(at, 0), len(blocks)):
        if _is_prose(sight.words(blocks[place])):
            return place
    return len(blocks)


def _end_of_own(text: str) -> int:
    """Return where the words of who wrote end and somebody else's begin."""
    spans = unquoted(text)
    return spans[-1][1] if spans else 0


def _at_start(sight: _Sight, blocks: Sequence[Span]) -> Iterator[Span]:
    """Yield the small print above a mail that greets nobody: what shows signs of it."""
    for block in blocks[:_FIRST_BLOCKS]:
        words = sight.words(block)
        told = _told(words, sight.languages)
        is_other = not (told.signs and (told.is_prose or told.is_link))
        if is_other or not _is_small(words, told):
            return
        if told.is_link or told.signs >= (_SURE if told.speaks_to_you else _LIKELY):
            yield block


def _at_end(sight: _Sight, blocks: Sequence[Span]) -> Iterator[Span]:
    """Yield the small print that a mail without closing words ends in.

    From the last paragraph up to the first that is none: where all of them together show
    signs enough, or else those that do by themselves.
    """
    found: list[tuple[Span, int]] = []
    seen = 0
    for block in reversed(blocks):
        words = sight.words(block)
        told = _told(words, sight.languages)
        if _asks_for_no_reply()(words):
            seen += told.signs
            continue
        is_name = not (told.is_prose or told.is_link or told.signs >= _LIKELY)
        if is_name or words.startswith(">"):
            continue
        is_to_you = told.speaks_to_you and told.signs < _LIKELY
        if is_to_you or not _is_small(words, told):
            break
        found.append((block, told.signs))
    while found and not found[-1][1]:
        found.pop()
    is_enough = seen + sum(signs for _, signs in found) >= _ENOUGH
    yield from (block for block, signs in found if is_enough or signs >= _SURE)


def _blocks(low: str) -> Iterator[Span]:
    """Yield the paragraphs; the lines of a text that has no empty ones."""
    mark = "\n\n" if "\n\n" in low else "\n"
    start = 0
    while start < len(low):
        end = low.find(mark, start)
        end = len(low) if end == -1 else end
        if low[start:end].strip():
            yield start, end
        start = end + len(mark)


def _greeting_at(low: str, blocks: Sequence[Span]) -> int:
    """Return which of the first paragraphs begins with a greeting, or -1."""
    for at, (start, end) in enumerate(blocks[:_FIRST_BLOCKS]):
        line = low[start:end].strip().partition("\n")[0].strip()
        if _is_closing(line):
            return -1
        if _greets(line):
            return at
    return -1


def _greets(line: str) -> bool:
    if line[-1] == "," and len(line.split()) <= _MOST_WORDS_OF_NAME:
        return True
    found = _greeting().match(line)
    if found is None:
        return False
    count = len(found["name"].split())
    return count <= (_MOST_WORDS_OF_NAME if found["end"] else _MOST_WORDS_OF_GREETING)


def _closing_at(low: str, blocks: Sequence[Span]) -> int:
    """Return which paragraph holds the last closing words, or -1."""
    for at in range(len(blocks) - 1, 0, -1):
        start, end = blocks[at]
        for line in low[start:end].split("\n"):
            if len(line) <= _LONGEST_CLOSING and _is_closing(line):
                return at
    return -1


def _is_closing(line: str) -> bool:
    words = line.strip(_AROUND_CLOSING)
    if words in _closings():
        return True
    head, comma, rest = words.partition(",")
    is_name = comma != "" and len(rest.split()) <= _MOST_WORDS_OF_NAME
    return is_name and head in _closings()


def _is_small(words: str, told: _Told, *, need: int = 0) -> bool:
    """Say whether a paragraph that stands around a mail's words is small print.

    Prose that says nothing of an application and speaks to nobody is; anything else needs
    the more signs of it the more it could be an answer.

    Args:
        need: How many signs prose has to show.
    """
    begin = words.lstrip()
    if begin.startswith(">") or _KEPT.match(begin) or _asks_for_no_reply()(words):
        return False
    if told.decides or (_BULLET.search(words) and told.signs < _SURE):
        return False
    if told.is_link:
        return not told.is_of_hiring
    need = need if told.is_prose else _LIKELY
    if told.speaks_to_you:
        need = max(need, _SURE if told.is_of_hiring else 1)
    elif told.is_of_hiring:
        need = max(need, _LIKELY)
    return told.signs >= need


def _is_prose(words: str) -> bool:
    """Say whether a paragraph holds sentences, rather than names and titles."""
    return len(_WORD.findall(words)) >= _LEAST_WORDS and (
        words.rstrip(" *_\n")[-1:] in _ENDS
        or max(map(len, words.split("\n"))) >= _LEAST_LINE
    )


def _told(words: str, languages: tuple[str, ...]) -> _Told:
    """Return what a paragraph says; its signs are those of one language."""
    marks = _marks()
    line = words.replace("\n", " ")
    found = {
        index
        for index, start, _ in marks.find(line)
        if not line[start - 1 : start].isalpha()
    }
    of = Counter(marks.of[index] for index in found)
    signs = max((count for (kind, _), count in of.items() if kind == "sign"), default=0)
    said = {kind for kind, language in of if language in languages}
    is_link = _NO_LINK in words and len(words.split()) <= _MOST_WORDS_OF_LINK
    return _Told(
        signs + is_link + (_ROW.search(line) is not None),
        is_of_hiring="hiring" in said,
        decides="decides" in said,
        speaks_to_you=_you(languages).search(line) is not None,
        is_prose=_is_prose(words),
        is_link=is_link,
    )
