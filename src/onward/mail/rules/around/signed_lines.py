"""The lines that a person signs with, where small print goes on below them without a break."""

from __future__ import annotations

import re

from onward.mail.rules.facts.contact import has_given_name, person_name

_MOST_LINES = 5
_MOST_WORDS = 8
_MOST_WORDS_OF_CARD = 16
_BARS = re.compile(r"\s+[|·•–—-]\s+|\s*[|·•]\s*|,\s")
_SHORT_WORD = 3
_ASIDE = re.compile(r"\s*\([^()\n]*\)")


def signed_end(text: str, start: int, end: int) -> int:
    """Return where the lines end that a person signs with: name, work, house; or `start` for none."""
    lines = text[start:end].split("\n")
    name = person_name(_ASIDE.sub("", lines[0]).strip())
    if " " not in name or not has_given_name(name):
        return start
    count = 1
    while count < min(len(lines), _MOST_LINES) and _is_of_card(lines[count]):
        count += 1
    is_card = count > 1 or _is_card_of_one(lines[0])
    return start + len("\n".join(lines[:count])) if is_card else start


def _is_card_of_one(line: str) -> bool:
    """Say whether a line goes on behind a name with what somebody does and where: "Ida Roe | Clerk | Acme"."""
    _, *parts = _BARS.split(line)
    is_short = len(line.split()) <= _MOST_WORDS_OF_CARD
    return is_short and bool(parts) and all(map(_is_of_card, filter(None, parts)))


def _is_of_card(line: str) -> bool:
    """Say whether a line tells what somebody does, or where: few words in capitals, no sentence."""
    words = _ASIDE.sub("", line).split()
    if not 0 < len(words) <= _MOST_WORDS or line.rstrip()[-1] in ".:;!?":
        return False
    if not words[0][:1].isupper() or any(mark in line for mark in "@:"):
        return False
    return all(
        word[:1].isupper() or len(word) <= _SHORT_WORD or not word[:1].isalpha()
        for word in words
    )
