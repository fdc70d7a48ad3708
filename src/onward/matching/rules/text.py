"""Text as it is compared: folded, each character at its old position, and cut into words."""

from __future__ import annotations

import re
import unicodedata

_HYPHENS = "-‐‑‒–—−­"
_APOSTROPHES = "’‘`´ʼ"
_TOKEN = re.compile(r"[^\W_]+(?:[+#]+)?")


class _Folding(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _HYPHENS or char.isspace():
            folded = " "
        elif char in _APOSTROPHES:
            folded = "'"
        else:
            plain = [
                c
                for c in unicodedata.normalize("NFKD", char)
                if not unicodedata.combining(c)
            ]
            low = (plain[0] if plain else char).lower()
            folded = "s" if char == "ß" else low[:1] or char
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return `text` without case, accents and hyphens, each character at its old position."""
    return text.translate(_FOLDING)


def tokens(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    return _TOKEN.findall(fold(text))
