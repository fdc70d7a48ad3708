"""Text folded so that people find what they mean, whatever the case or accents."""

from __future__ import annotations

import os
import re
import unicodedata

# Three are left out: what goes on …
_STOPPED_TWICE = re.compile(r"(?<!\.)\.\.(?!\.)")


def storable(text: str) -> str:
    """Return text without what JSON can spell and nothing keeps: NUL, and half a character."""
    return text.replace("\x00", "").encode(errors="replace").decode()


def counted(text: str) -> int | None:
    """Return a number of nine plain digits and fewer; None for whatever else was sent."""
    is_short = text.isascii() and text.isdecimal() and len(text) < 10
    return int(text) if is_short else None


def shown_path(path: str | os.PathLike[str]) -> str:
    """Return a file's name as it can be shown and kept, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


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


# What a cut leaves behind a word: "a thank-you, …".
_LEFT_HANGING = " ,;:–-("

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
    """Return `text` on one line, cut before a word at `limit` characters with an ellipsis.

    No number is cut, "31 500" neither; a word longer than half of the line is.
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    end = line.rfind(" ", limit // 2, limit)
    while end != -1 and line[end - 1].isdigit() and line[end + 1].isdigit():
        end = line.rfind(" ", limit // 2, end)
    return line[: end if end != -1 else limit - 1].rstrip(_LEFT_HANGING) + "…"


# "31,500", "31 500", "15:30", "2026-12-03", "E13/14" and "don't" are each one.
_WHOLE = re.compile(
    r"[^\W_](?:[^\W_]|(?<=\d)[.,:/'’-](?=\d)|(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))"
    r"|(?<=[^\W\d_])['’-](?=[^\W\d_]))*"
)
_SIGNS = ("$", "€", "£", "¥", "₹")
_LONGEST_WHOLE = 60


def whole_words(text: str, *, start: int, end: int) -> tuple[int, int]:
    """Return a place in `text`, widened so that no word and no number of it is cut.

    "500 a year" in "£31,500 a year" becomes all of it. Places that are none stay.
    """
    if not 0 <= start < end <= len(text):
        return start, end
    for found in _WHOLE.finditer(text, max(0, start - _LONGEST_WHOLE)):
        if found.start() >= end:
            break
        if found.start() < start < found.end():
            start = found.start()
        if found.start() < end < found.end():
            end = found.end()
    if text[start].isdigit() and text[:start].endswith(_SIGNS):
        start -= 1
    return start, end


def once_stopped(text: str) -> str:
    """Return sentences with one full stop where a name that ends in one ends them: "on Lind S.A.."."""
    return _STOPPED_TWICE.sub(".", text)
