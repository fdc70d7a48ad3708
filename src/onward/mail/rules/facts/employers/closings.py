"""The words that end a letter, where they share a line with a name."""

from __future__ import annotations

from onward.mail.rules.facts.contact import closings


def without_closing(text: str) -> str:
    """Return "Cleanteam" for "groet Cleanteam": in short mail both share a line."""
    words = text.split(" ")
    for count in (3, 2, 1):
        head = " ".join(words[:count]).lower().strip(" ,.")
        if len(words) > count and head in closings():
            return " ".join(words[count:]).strip(" ,-–—")
    return text
