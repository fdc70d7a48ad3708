"""Whether a receipt's words say that the application was sent online; pure, slow to claim."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from onward.mail.rules.basics.sentences import told_sentences


def says_online(text: str, *, language: str) -> bool:
    """Say whether a mail tells in one sentence that an application was sent online.

    Args:
        language: Its code; of a language that is none of the ten nothing is told.
    """
    phrases = _phrases().get(language)
    if phrases is None:
        return False
    said, never, other = phrases
    sentences = [each.words for each in told_sentences(text)]
    return any(
        said.search(words) and not never.search(words) for words in sentences
    ) and not any(other.search(words) for words in sentences)


@cache
def _phrases() -> dict[str, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]]:
    """Return by language what says it, what keeps a sentence from it, and what a whole mail."""
    path = Path(__file__).with_name("sent_online.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        language: (
            re.compile(table["said"]),
            re.compile(table["never"]),
            re.compile(table["other"]),
        )
        for language, table in data.items()
    }
