"""Another opening that a no offers in the place of the one it is about: "I do have something else"."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.facts.patterns import fact_words

_READ_CHARS = 4_000
_LONGEST_LEAD = 200
_NEW_PARAGRAPH = re.compile(r"\n\s*\n")


def is_offered_instead(title: str, *, subject: str, text: str) -> bool:
    """Say whether a no names a title only as that of something else that may suit.

    "They took somebody else. But I have something else for you: driver at Acme."
    """
    low, wanted = text[:_READ_CHARS].lower(), title.lower()
    if not wanted or wanted in subject.lower():
        return False
    places = [hit.start() for hit in re.finditer(re.escape(wanted), low)]
    return bool(places) and all(_is_led_to(low, place=place) for place in places)


def _is_led_to(low: str, *, place: int) -> bool:
    before = low[max(0, place - _LONGEST_LEAD) : place]
    return _leads().search(_NEW_PARAGRAPH.split(before)[-1]) is not None


@cache
def _leads() -> re.Pattern[str]:
    words = "|".join(map(re.escape, fact_words("instead_leads")))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
