"""The language files of this room: cues and drafts of one language each, read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from onward.core.languages import Language


@cache
def language_file(language: Language) -> dict[str, Any]:
    """Return the file of one language as it was written."""
    folder = files(__package__).joinpath("languages")
    path = folder.joinpath(f"{language.value}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def cues(kind: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of one kind in every language, a language each.

    Args:
        kind: A key of the `[cues]` parts; patterns are matched without regard to case.
    """
    return tuple(
        found for language in Language if (found := cues_of(kind, language=language))
    )


@cache
def cues_of(kind: str, *, language: Language) -> re.Pattern[str] | None:
    """Return the patterns of one kind in one language; None where it has none."""
    words: list[str] = language_file(language)["cues"].get(kind, [])
    if not words:
        return None
    return re.compile("|".join(f"(?:{word})" for word in words), re.IGNORECASE)
