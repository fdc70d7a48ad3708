"""The language files: words and rules of one language each, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Set
from functools import cache
from importlib.resources import files
from typing import Any

from onward.mail.rules.voice_features import plain_letters

LanguageData = dict[str, Any]
"""One language file as it was written; `lexicon` gives its parts their shape."""


_HOME = ("de", "en")
_LEAST_MARKS = 3
_LEAST_SHARE = 0.5
_MOST_GUESTS = 2
_GUESS_CHARS = 1_500


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of all languages that have a file, in alphabetical order."""
    folder = files(__package__).joinpath("languages")
    names = (path.name for path in folder.iterdir())
    return tuple(sorted(x.removesuffix(".toml") for x in names if x.endswith(".toml")))


@cache
def language_data(code: str) -> LanguageData:
    """Return the file of one language as it was written."""
    path = files(__package__).joinpath("languages", f"{code}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def language_files() -> tuple[LanguageData, ...]:
    """Return every language file in `languages/`, in the order of their names."""
    return tuple(map(language_data, codes()))


@cache
def text_words(kind: str) -> tuple[str, ...]:
    """Return one list of the `[text]` parts of all languages, joined.

    Args:
        kind: "reply_intro", "original", "forwarded", "header_from", "header_next"
            or "abbreviations"; where a language has them, "you" and "greeting" (words
            to the reader), "reply_mark" (of a subject), "but", "talk" (an interview).
    """
    words = (data.get("text", {}).get(kind, []) for data in language_files())
    return tuple(dict.fromkeys(word for part in words for word in part))


@cache
def _marks() -> dict[str, tuple[str, ...]]:
    """Return each common word with the languages that it is common in."""
    found: dict[str, list[str]] = {}
    for data in language_files():
        for word in data["marks"]:
            found.setdefault(word, []).append(data["language"])
    return {word: tuple(known) for word, known in found.items()}


@cache
def _letters() -> dict[str, re.Pattern[str]]:
    """Return for some languages the letters that no other language writes."""
    return {
        data["language"]: re.compile(f"[{data['letters']}]")
        for data in language_files()
        if "letters" in data
    }


def count_marks(low: str) -> dict[str, int]:
    """Return how many words of a text are common words of each language.

    A language of long endings has few words that are common as they stand: there a word
    with a letter that only this language writes is counted too.

    Args:
        low: The text in lower case; its beginning is read.
    """
    counts = dict.fromkeys(codes(), 0)
    marks = _marks()
    for word in low[:_GUESS_CHARS].split():
        known = marks.get(word, ())
        for code in known:
            counts[code] += 1
        if known or word.isascii():
            continue
        for code, letters in _letters().items():
            counts[code] += letters.search(word) is not None
    return counts


@cache
def _plain_marks() -> dict[str, tuple[str, ...]]:
    """Return each common word in plain letters with the languages it is common in."""
    found: dict[str, dict[str, None]] = {}
    for word, known in _marks().items():
        found.setdefault(plain_letters(word), {}).update(dict.fromkeys(known))
    return {word: tuple(known) for word, known in found.items()}


@cache
def _all_marks() -> frozenset[str]:
    return frozenset(_plain_marks())


def known_marks(words: Set[str]) -> dict[str, int]:
    """Return how many different common words of each language are among some words.

    Args:
        words: In plain letters, as `voice_features.different_words` gives them.
    """
    counts = dict.fromkeys(codes(), 0)
    marks = _plain_marks()
    for word in _all_marks() & words:
        for code in marks[word]:
            counts[code] += 1
    return counts


def languages_in(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the languages whose rules read a mail: English, German, and its own.

    English and German stand in mail of every country (forms, footers), so they are
    always read; another language where its common words are about as many as any.

    Args:
        counts: What `count_marks` found.
    """
    least = max(_LEAST_MARKS, _LEAST_SHARE * max(counts.values()))
    guests = [code for code in counts if code not in _HOME and counts[code] >= least]
    guests.sort(key=lambda code: -counts[code])
    return tuple(sorted((*_HOME, *guests[:_MOST_GUESTS])))
