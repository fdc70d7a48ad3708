"""Days until which somebody is not there: "we are closed until the 4th", "bis Montag im Urlaub"."""

from __future__ import annotations

import re

from onward.mail.rules.times.when_words import Words

_CLAUSE = re.compile(
    r"[,;:(–-]\s|(?<!['’])\b(?:please note|and|so|but|before|if|as|because|since|that|und|aber|damit|sonst|wenn|falls|weil|denn"
    r"|dass|et|mais|donc|que|y|pero|e|ma|mas|che|en(?! met)|maar|dus|dat|i|ale|że|och(?! med)|men|så|att|ve|ama)\b"
)


def is_away_until(low: str, *, start: int, end: int, words: Words) -> bool:
    """Say whether the day between two places of a text in lower case only ends an absence.

    Its clause says who is not there and asks for nothing: "Wegen Urlaub bitte bis Freitag
    antworten" has a last day all the same.
    """
    before = words.weekday_before.sub("", low[:start])
    is_until = words.before("away_until", gap="last_gap").search(before)
    if not (is_until or words.behind("away_until_behind").match(low, end)):
        return False
    clause = _clause_around(low, start=start, end=end)
    asked = (words.found("asks"), words.found("to_answer"))
    is_asked = any(kind.search(clause) for kind in asked)
    return not is_asked and words.found("away").search(clause) is not None


def _clause_around(low: str, *, start: int, end: int) -> str:
    begins = max((x.end() for x in _CLAUSE.finditer(low, 0, start)), default=0)
    stop = _CLAUSE.search(low, end)
    return low[begins : stop.start() if stop else len(low)]
