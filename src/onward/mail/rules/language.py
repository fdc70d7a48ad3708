"""The language files: words and rules of one language each, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LanguageData = dict[str, Any]
"""One language file as it was written; `lexicon` gives its parts their shape."""


@cache
def language_files() -> tuple[LanguageData, ...]:
    """Return every language file in `languages/`, in the order of their names."""
    folder = files(__package__).joinpath("languages")
    paths = sorted(
        (path for path in folder.iterdir() if path.name.endswith(".toml")),
        key=lambda path: path.name,
    )
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")) for path in paths)


@cache
def text_words(kind: str) -> tuple[str, ...]:
    """Return one list of the `[text]` parts of all languages, joined.

    Args:
        kind: "reply_intro", "original", "forwarded", "header_from", "header_next"
            or "abbreviations".
    """
    words = (data.get("text", {}).get(kind, []) for data in language_files())
    return tuple(dict.fromkeys(word for part in words for word in part))
