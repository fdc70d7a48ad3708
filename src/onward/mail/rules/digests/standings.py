"""Where an application stands, by a phrase that says more than that: "Absage am 27. März"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.digests.words import Standing, standing_of

FEW_WORDS = 6
"""Words that hold a standing and are no more than this are a phrase, not a sentence."""

_MOST_WORDS = 12
_SENTENCE_ENDS = re.compile(r"[.!?](?:\s+|$)")
_NOT_WORDS = re.compile(r"https?://\S+|\(\s*https?://[^)]*\)|[*_]+")
_CLAUSE_ENDS = re.compile(r"[,;]\s+|\s+[-–—]\s+")
_TURNS = re.compile(
    r"\b(?:but|however|aber|jedoch|doch|mais|cependant|pero|ma|però|mas|porém|maar|echter|ale|jednak|ama|fakat|ancak|men|dock)\b"
)
_WHY = re.compile(
    r"\s(?:before|because|so that|bevor|weil|damit|denn|parce|avant|porque|antes|perché|omdat|voordat|eftersom|innan)\s"
)
_DATE_BEHIND = re.compile(
    r"[\s,;:(–-]+(?:(?:on|am|since|seit|vom|le|el|il|em|op|den|dnia|od)\s+)?\d.*$"
)
_ORDINAL = re.compile(r"(?<=\d)\.")
_TOLD = (
    Standing.REJECTION,
    Standing.POSITION_CLOSED,
    Standing.INVITED,
    Standing.TEST,
    Standing.OFFERED,
    Standing.ASKED,
    Standing.RECEIVED,
    Standing.WAITING,
)
_ENDED = frozenset({Standing.REJECTION, Standing.POSITION_CLOSED})
_GOES_ON = frozenset(
    {Standing.INVITED, Standing.TEST, Standing.OFFERED, Standing.ASKED}
)


@cache
def _patterns() -> tuple[tuple[Standing, re.Pattern[str]], ...]:
    """Return what finds each standing, in any language: boards mix them."""
    languages = tables("standings").values()
    return tuple(
        (kind, re.compile("|".join(p for table in languages for p in table[kind])))
        for kind in _TOLD
    )


@cache
def _turned_round() -> re.Pattern[str]:
    return re.compile(
        "|".join(p for t in tables("standings").values() for p in t["no"])
    )


@lru_cache(maxsize=4096)
def standing_within(words: str) -> Standing | None:
    """Return where a few words say that an application stands, or None.

    A whole phrase counts first; else the first sentence is searched. What says two things
    at once, or says an invitation with a "not", is left to the person.
    """
    whole = standing_of(words)
    if whole is not None:
        return whole
    low = lower(fold(_NOT_WORDS.sub(" ", words))).strip()
    first = _SENTENCE_ENDS.split(_ORDINAL.sub(" ", low), maxsplit=1)[0].strip()
    clause = _CLAUSE_ENDS.split(first, maxsplit=1)[0]
    if len(first.split()) > _MOST_WORDS and not _TURNS.search(first):
        first = _WHY.split(clause, maxsplit=1)[0]
    if not first or len(first.split()) > _MOST_WORDS:
        return None
    found = _found_in(first)
    return _decided(found, first) or standing_of(_DATE_BEHIND.sub("", clause))


def _found_in(words: str) -> set[Standing]:
    """Return each standing that words hold; "not shortlisted for interview" is a no only."""
    at = [(kind, found) for kind, p in _patterns() if (found := p.search(words))]
    ended = [found.span() for kind, found in at if kind in _ENDED]
    return {
        kind
        for kind, found in at
        if kind not in _GOES_ON
        or not any(found.start() < end and start < found.end() for start, end in ended)
    }


def _decided(found: set[Standing], words: str) -> Standing | None:
    on = found & _GOES_ON
    ended = found & _ENDED
    if ended and on:
        return Standing.UNSURE
    if ended:
        return Standing.REJECTION if Standing.REJECTION in ended else ended.pop()
    if on:
        is_one = len(on) == 1 and not _turned_round().search(words)
        return on.pop() if is_one else Standing.UNSURE
    if Standing.RECEIVED in found:
        return Standing.RECEIVED
    return Standing.WAITING if found else None
