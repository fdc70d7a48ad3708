"""Which of several offered days an answer takes by its number alone: "the 27th suits me"; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower

_PART = re.compile(r"(?P<part>(?:\d\.|[^.!?,;\n])+)(?P<end>[.!?,;\n]|\Z)")


def day_by_number(answer: str, *, offered: Sequence[datetime]) -> datetime | None:
    """Return the one offered time on the day whose number an answer takes; None for none or several.

    Whatever else has its day in the same answer makes it a doubt: "on the 27th I am away, so
    the 30th suits me" names two.
    """
    days: set[int] = set()
    is_taken = False
    for found in _PART.finditer(lower(answer)):
        numbers = {int(next(filter(None, each.groups()))) for each in _numbers(found)}
        days |= numbers
        is_question = found["end"] == "?"
        is_yes = suits(found["part"])
        is_no = is_question or _said("refused").search(found["part"]) is not None
        is_taken = is_taken or (bool(numbers) and is_yes and not is_no)
    times = [each for each in offered if each.day in days]
    return times[0] if is_taken and len(days) == len(times) == 1 else None


def suits(part: str) -> bool:
    """Say whether a sentence says that something in it suits."""
    return _said("takes").search(lower(part)) is not None


def _numbers(found: re.Match[str]) -> list[re.Match[str]]:
    return list(_said("number").finditer(found["part"]))


@cache
def _said(kind: str) -> re.Pattern[str]:
    words = [table[kind] for table in tables("chosen").values() if kind in table]
    return re.compile("|".join(f"(?:{each})" for each in words))
