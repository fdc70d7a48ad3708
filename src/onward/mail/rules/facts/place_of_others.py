"""Where somebody else works, as "a colleague from our Leeds office" does: no place of the opening."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables

_REST = r"\b[^.!?;:,\n]*"
_SENTENCE = re.compile(r"[.!?]\s|\n")


@cache
def _colleague() -> re.Pattern[str]:
    ways = "|".join(tables("place")["colleagues"])
    return re.compile(rf"\b(?:{ways}){_REST}", re.IGNORECASE)


@cache
def _seeks() -> re.Pattern[str]:
    return re.compile(tables("place")["seeks"], re.IGNORECASE)


def without_colleagues(prose: str) -> str:
    """Return sentences with blanks where they tell of a colleague's place; whoever is looked for has the opening's."""
    parts, at = [], 0
    for found in _colleague().finditer(prose):
        before = _SENTENCE.split(prose[: found.start()])[-1]
        if not _seeks().search(before):
            parts += [prose[at : found.start()], " " * len(found[0])]
            at = found.end()
    return "".join((*parts, prose[at:]))
