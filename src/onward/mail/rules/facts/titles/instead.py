"""Another opening that a no offers in the place of the one it is about: "I do have something else"."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.facts.patterns import fact_words

_READ_CHARS = 4_000
_LONGEST_LEAD = 200
_LONGEST_OFFER = 320
_NEAR = 2
_SENTENCE_END = re.compile(r"[.!?]\)?\s+")
_NEW_PARAGRAPH = re.compile(r"\n\s*\n")


def is_offered_instead(title: str, *, subject: str, text: str) -> bool:
    """Say whether a no names a title only as that of something else that may suit.

    "They took somebody else. But I have something else for you: driver at Acme."
    """
    low, wanted = text[:_READ_CHARS].lower(), title.lower()
    if not wanted or wanted in subject.lower():
        return False
    places = [hit.start() for hit in re.finditer(re.escape(wanted), low)]
    return bool(places) and all(
        _is_led_to(low, place=place) or _is_offered_behind(low, place=place)
        for place in places
    )


def _is_led_to(low: str, *, place: int) -> bool:
    before = low[max(0, place - _LONGEST_LEAD) : place]
    return _said("instead_leads").search(_NEW_PARAGRAPH.split(before)[-1]) is not None


def _is_offered_behind(low: str, *, place: int) -> bool:
    """Say whether the sentence of a title, or the next one, asks whether it would suit."""
    behind = _NEW_PARAGRAPH.split(low[place : place + _LONGEST_OFFER])[0]
    near = " ".join(_SENTENCE_END.split(behind)[:_NEAR])
    return _said("instead_offers").search(near) is not None


@cache
def _said(kind: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, fact_words(kind)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
