"""Another opening that a no offers in the place of the one it is about: "I do have something else"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.places import places_of
from onward.mail.rules.basics.text import blanked
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.types import Message

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
    places = [start for start, _ in places_of(wanted, low)]
    return bool(places) and all(
        _is_led_to(low, place=place) or _is_offered_behind(low, place=place)
        for place in places
    )


def without_what_is_offered(message: Message) -> Message:
    """Return a no without what follows in a paragraph from where it says that it has something else, blanked."""
    low, spans, start = message.text.lower(), [], 0
    for end in (*(gap.start() for gap in _NEW_PARAGRAPH.finditer(low)), len(low)):
        if found := _said("instead_leads").search(low, start, end):
            before = _SENTENCE_END.split(low[start : found.start()])[-1]
            spans.append((found.start() - len(before), end))
        start = end
    return replace(message, text=blanked(message.text, spans))


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
