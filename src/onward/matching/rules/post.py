"""What an advert says of the post itself (pay, hours, contract, place, how to apply), asking nothing."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from onward.matching.rules.cues import fold_pattern
from onward.matching.rules.text import fold

_EDGES = " \t,;:.!?()[]\"'*|–—"
_AMOUNT = r"(?:[€£$₺]|\d{4}|\d{1,3}[.,' ]\d{2,3}|\d+ ?k\b|(?:eur|chf|gbp|pln|sek)\b|\d+ ?(?:eur|zł|kr|tl)\b)"
_BETWEEN = r"[ \w.]{0,30}?"
_WRITE_TO = re.compile(r"\w@\w|\bhttps?://|\bwww\.")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how a sentence about the post begins, and what is a whole piece about it."""
    text = files(__package__).joinpath("post.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    pay, labels = _any(data["pay"]), _any([*data["pay"], *data["labels"]])
    begins = (
        rf"(?:{labels})\s*(?:\([^)]*\)\s*)?(?:[:|–—]|$)",
        rf"(?:{pay})(?!\w){_BETWEEN}{_AMOUNT}",
        *(rf"(?:{fold_pattern(part)})(?!\w)" for part in data["apply"]),
    )
    whole = "|".join(f"(?:{fold_pattern(part)})" for part in data["terms"])
    return re.compile("|".join(begins)), re.compile(whole)


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(map(fold, words), key=len, reverse=True)))


def is_of_post(sentence: str) -> bool:
    """Say whether a sentence is about the post: "Apply by 30 November", "Salary: €44,000"."""
    begins, _whole = _patterns()
    return begins.match(fold(sentence).lstrip(_EDGES)) is not None


def is_term(piece: str) -> bool:
    """Say whether a piece of a sentence only names pay, hours, contract, a day or an address."""
    _begins, whole = _patterns()
    bare = fold(piece).strip(_EDGES)
    return whole.fullmatch(bare) is not None or _WRITE_TO.search(piece) is not None
