"""The cue words of adverts and résumés, read once from `cues.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from onward.matching.rules.text import fold


@cache
def _data() -> dict[str, Any]:
    text = files(__package__).joinpath("cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def stop_words() -> dict[str, frozenset[str]]:
    """Return, by language, the folded words that carry no meaning of their own."""
    return {
        name: frozenset(fold(words).split())
        for name, words in _data()["stop_words"].items()
    }


@cache
def headings(part: str) -> dict[str, re.Pattern[str]]:
    """Return the cues of one part of the file ("headings", "resume"), by their name."""
    return {
        name: any_of(cues)
        for name, cues in _data()[part].items()
        if isinstance(cues, list)
    }


@cache
def sentences(name: str) -> re.Pattern[str]:
    """Return the cues by which a sentence says "must", "nice", "task" or "none"."""
    return any_of(_data()["sentences"][name])


@cache
def around(name: str) -> re.Pattern[str]:
    """Return what stands before ("lead"), after ("trail") or opens a phrase ("opens")."""
    patterns = "|".join(f"(?:{fold_pattern(p)})" for p in _data()["around"][name])
    if name == "lead":
        return re.compile(rf"\s*(?:{patterns})(?!\w)[\s,]*")
    if name == "trail":
        return re.compile(rf"(?:^|[\s,(]+)(?:{patterns})[\s.)]*$")
    return re.compile(rf"\b(?:{patterns})\b\s*")


def any_of(cues: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of some folded cues, as whole words, the longest first."""
    folded = sorted({fold(cue) for cue in cues}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, folded))})(?!\w)")


def fold_pattern(pattern: str) -> str:
    r"""Return a regular expression folded like text, its escapes (`\b`) left as they are."""
    return re.sub(r"(\\.)|([^\\]+)", lambda m: m[1] or _fold_outside(m[2]), pattern)


def _fold_outside(text: str) -> str:
    # A character class may hold a hyphen; none of the cues needs one.
    return fold(text)
