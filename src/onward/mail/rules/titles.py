"""Words that are a job's title in whatever surroundings: a mail that has one is near work."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from onward.mail.rules.fact_patterns import fact_words
from onward.mail.rules.role import has_gender_marker, is_role_like

_MOST_WORDS = 9
_FEW_WORDS = 3
_SHORTEST = 4
_WORD = re.compile(r"[\w*:/-]+")


@cache
def title_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return whole words, and the ends of compounds, that only a job's title has.

    "Fundraiser" is one, "lead" and "doctor" are not: they stand in anybody's mail.
    """
    lists = _lists()
    whole = {word for word in fact_words("role_words") if len(word) >= _SHORTEST}
    ends = {word for word in fact_words("role_ends") if len(word) >= _SHORTEST}
    ends = (ends - set(lists["unsure_ends"])) | set(lists["more_ends"])
    return frozenset(whole - set(lists["everyday"])), frozenset(ends)


@cache
def _lists() -> dict[str, list[str]]:
    path = files(__package__).joinpath("titles.toml")
    lists: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return lists


@cache
def _loose() -> frozenset[str]:
    return frozenset(_lists()["loose"])


def is_title_subject(subject: str) -> bool:
    """Say whether a subject is little more than the title of a job."""
    if has_gender_marker(subject):
        return True
    words = _WORD.findall(subject)
    if len(words) > _MOST_WORDS or not is_role_like(subject):
        return False
    if len(words) <= _FEW_WORDS:
        return True
    return is_role_like(" ".join(x for x in words if x.lower() not in _loose()))
