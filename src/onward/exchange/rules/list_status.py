"""What the words of a status in a list mean."""

from __future__ import annotations

import json
import re

from onward.applications.rules.kinds import EventKind
from onward.core.text import search_fold, storable
from onward.exchange.rules.list_words import (
    BY_ME,
    CALLED_OFF,
    NOT_YET,
    OFFERED,
    STATUSES,
)

# Letters that no folding takes apart.
_PLAIN = str.maketrans({"ł": "l", "ı": "i", "ø": "o", "’": "'"})


def _starting(words: tuple[str, ...], *, rest: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))}){rest}")


_KINDS = tuple((kind, _starting(words)) for kind, words in STATUSES)
_STILL_TO_COME = _starting(NOT_YET, rest=r"[^,;.()/]*")
_OFFERED, _CALLED_OFF = _starting(OFFERED), _starting(CALLED_OFF)
_BY_ME = re.compile(
    rf"{_starting(BY_ME).pattern}"
    r"|\b(?:por mi|da me)\b(?! \w)"
    r"|\bhabe?\b[^,;.]*\b(?:abgelehnt|ausgeschlagen)"
    r"|\bheb\b[^,;.]*\b(?:afgewezen|geweigerd|afgeslagen)"
)


def status_of(text: str) -> EventKind | None:
    """Return what a status means, or None for one that is not known.

    What it says is still to come has not happened: "no answer yet" is an application sent.
    """
    folded = plain_letters(name_in(text))
    if (first := _first_in(folded)) == EventKind.SAVED:
        return first
    said = _STILL_TO_COME.sub(" ", folded)
    return _first_in(said) or (EventKind.APPLIED if said != folded else None)


def _first_in(folded: str) -> EventKind | None:
    kind = next((kind for kind, words in _KINDS if words.search(folded)), None)
    is_own = kind == EventKind.REJECTION and _BY_ME.search(folded)
    if not is_own and not (kind == EventKind.WITHDRAWAL and _CALLED_OFF.search(folded)):
        return kind
    if _CALLED_OFF.search(folded) and not _OFFERED.search(folded):
        return EventKind.WITHDRAWAL
    return EventKind.OFFER_DECLINED


def name_in(text: str) -> str:
    """Return the name in a status that is written as JSON, as Teal does; else the text."""
    if not text.lstrip().startswith("{"):
        return text
    try:
        return storable(str(json.loads(text).get("name", "")))
    except (ValueError, AttributeError, RecursionError):
        return text


def plain_letters(text: str) -> str:
    """Return a text without case and accents, in the letters that the words are written in."""
    return search_fold(text).translate(_PLAIN)
