"""The language files: words and rules of one language each, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from struct import Struct
from typing import Any

from onward.mail.rules.basics.plain_words import plain_letters
from onward.mail.rules.basics.tables import ROOM

LanguageData = dict[str, Any]
"""One language file as it was written; `lexicon` gives its parts their shape."""


HOME = ("de", "en")
"""The languages that every mail is read in."""

_WORDS_END = "\n[context]"
_PLAIN = "en"
_LEAST_MARKS = 3
_LEAST_SHARE = 0.5
_MOST_GUESTS = 2
GUESS_CHARS = 1_500
"""How much of a text is looked at to tell its language."""

LANE_BITS = 16
"""Wide enough for all words of a text: counting is one addition a word."""


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of all languages that have a file, in alphabetical order."""
    folder = ROOM.joinpath("languages")
    names = (path.name for path in folder.iterdir())
    return tuple(sorted(x.removesuffix(".toml") for x in names if x.endswith(".toml")))


@cache
def language_data(code: str) -> LanguageData:
    """Return the file of one language as it was written."""
    return tomllib.loads(_written(code))


def _written(code: str) -> str:
    path = ROOM.joinpath("languages", f"{code}.toml")
    return path.read_text(encoding="utf-8")


@cache
def language_words(code: str) -> LanguageData:
    """Return what a language's file begins with: its words, without the rules.

    Every mail asks for those of all languages, and next to none for the rules of most;
    reading these takes ten times as long.
    """
    return tomllib.loads(_written(code).partition(_WORDS_END)[0])


def language_files() -> tuple[LanguageData, ...]:
    """Return every language file in `languages/`, in the order of their names."""
    return tuple(map(language_data, codes()))


def all_words() -> tuple[LanguageData, ...]:
    """Return the words of every language, in the order of their files' names."""
    return tuple(map(language_words, codes()))


@cache
def text_words(kind: str) -> tuple[str, ...]:
    """Return one list of the `[text]` parts of all languages, joined.

    Args:
        kind: "reply_intro", "original", "forwarded", "header_from", "header_date",
            "header_subject", "header_to" or "abbreviations"; where a language has them, "you" and "greeting" (words
            to the reader), "reply_mark" (of a subject), "but", "talk" (an interview), "below"
            (few words that send somebody's mail on).
    """
    words = (data.get("text", {}).get(kind, []) for data in all_words())
    return tuple(dict.fromkeys(word for part in words for word in part))


@cache
def own_text_words(kind: str, languages: tuple[str, ...]) -> frozenset[str]:
    """Return one list of the `[text]` parts of some languages."""
    words = (language_words(code).get("text", {}).get(kind, []) for code in languages)
    return frozenset(word for part in words for word in part)


def _languages_by_word(
    words_of: Callable[[LanguageData], Iterable[str]],
) -> dict[str, tuple[str, ...]]:
    """Return each word of some lists with the languages whose list it is in."""
    found: dict[str, list[str]] = {}
    for data in all_words():
        for word in words_of(data):
            found.setdefault(word, []).append(data["language"])
    return {word: tuple(known) for word, known in found.items()}


@cache
def _marks() -> dict[str, tuple[str, ...]]:
    """Return each common word with the languages that it is common in."""
    return _languages_by_word(lambda data: data["marks"])


@cache
def _lanes() -> dict[str, int]:
    """Return each common word with a one in the lane of each language of `codes`."""
    return _in_lanes(_marks())


@cache
def _faint_lanes() -> dict[str, int]:
    """Return the words that tell short texts, each with a one in its languages' lanes."""
    return _in_lanes(_languages_by_word(lambda data: data["faint"].split()))


@cache
def plain_lanes() -> dict[str, int]:
    """Return common words in plain letters, each with a one in its languages' lanes."""
    found: dict[str, dict[str, None]] = {}
    for word, known in _marks().items():
        found.setdefault(plain_letters(word), {}).update(dict.fromkeys(known))
    return _in_lanes(found)


def _in_lanes(known: Mapping[str, Iterable[str]]) -> dict[str, int]:
    lane = {code: 1 << (LANE_BITS * at) for at, code in enumerate(codes())}
    return {word: sum(lane[code] for code in each) for word, each in known.items()}


def _by_language(total: int) -> dict[str, int]:
    """Return the numbers that were added up in the lanes of one integer."""
    lanes = _lane_numbers()
    numbers = lanes.unpack(total.to_bytes(lanes.size, "little"))
    return dict(zip(codes(), numbers, strict=True))


@cache
def _lane_numbers() -> Struct:
    return Struct(f"<{len(codes())}H")


@cache
def _letters() -> dict[str, re.Pattern[str]]:
    """Return for some languages the letters that no other language writes."""
    return {
        data["language"]: re.compile(f"[{data['letters']}]")
        for data in all_words()
        if "letters" in data
    }


def count_marks(low: str) -> Mapping[str, int]:
    """Return how many words of a text are common words of each language.

    A language of long endings has few words that are common as they stand: there a word
    with a letter that only this language writes is counted too. Where that tells little,
    as in a note of a few words, so are words that are a little less common.

    Args:
        low: The text in lower case; its beginning is read.
    """
    return _counted(low[:GUESS_CHARS])


@lru_cache(maxsize=8)
def _counted(low: str) -> Mapping[str, int]:
    words = low.split()
    lanes = _lanes()
    counts = _by_language(sum(filter(None, map(lanes.get, words))))
    if not low.isascii():
        unknown = [word for word in words if not (word.isascii() or word in lanes)]
        for code, letters in _letters().items():
            if letters.search(low):
                counts[code] += sum(map(bool, map(letters.search, unknown)))
    return counts if _tells(counts) else _with_faint(counts, words=words)


def _tells(counts: Mapping[str, int]) -> bool:
    """Say whether one language has words enough, and more than any other."""
    *_, second, most = sorted(counts.values())
    return most >= _LEAST_MARKS and most > second


_EDGES = ".,:;!?()\"'…"


def _with_faint(counts: dict[str, int], *, words: Sequence[str]) -> dict[str, int]:
    lanes = _faint_lanes()
    bare = (word.strip(_EDGES) for word in words)
    more = _by_language(sum(filter(None, map(lanes.get, bare))))
    return {code: count + more[code] for code, count in counts.items()}


def main_language(low: str) -> str:
    """Return the language that most words of a text belong to; English where none shows.

    Args:
        low: The text in lower case.
    """
    counts = count_marks(low)
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else _PLAIN


def is_telling(counts: Mapping[str, int]) -> bool:
    """Say whether a text has words enough of some language to know which it is in."""
    return max(counts.values()) >= _LEAST_MARKS


def languages_in(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the languages whose rules read a mail: English, German, and its own.

    English and German stand in mail of every country (forms, footers), so they are
    always read; another language where its common words are about as many as any.

    Args:
        counts: What `count_marks` found.
    """
    least = max(_LEAST_MARKS, _LEAST_SHARE * max(counts.values()))
    guests = [code for code in counts if code not in HOME and counts[code] >= least]
    guests.sort(key=lambda code: -counts[code])
    return tuple(sorted((*HOME, *guests[:_MOST_GUESTS])))
