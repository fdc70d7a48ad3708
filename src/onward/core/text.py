"""Text folded so that people find what they mean, whatever the case or accents."""

from __future__ import annotations

import re
import unicodedata


def search_fold(text: str) -> str:
    """Return `text` without case, accents and doubled spaces, for searching and sorting.

    "Zürich  GmbH" and "zurich gmbh" fold to the same words; ß becomes ss.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    # Twice, since letters that stand for others ("𝕬") have a case only once taken apart.
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", decomposed)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(plain.split())


_SPELT_OUT = re.compile(r"(?<![aeioqu])([aou])e(?=\w)")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)


def search_forms(text: str) -> list[tuple[str, ...]]:
    """Return for each word of a search the folded ways in which it may be stored.

    Who has no umlauts at hand writes "Geschaeftsfuehrung", and who has finds "Mueller".
    """
    found = []
    for word in unicodedata.normalize("NFC", text).split():
        plain = search_fold(word)
        spelt = search_fold(word.translate(_UMLAUTS))
        short = _SPELT_OUT.sub(r"\1", plain)
        found.append(tuple(dict.fromkeys((plain, spelt, short))))
    return found


def one_line(text: str, *, limit: int = 200) -> str:
    """Return `text` on one line, cut at `limit` characters with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
