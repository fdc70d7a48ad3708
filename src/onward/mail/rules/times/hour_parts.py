"""Hours told with their minutes in words: "à dix heures moins dix", "om vijf voor half tien"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onward.mail.rules.times.word_lists import WordLists

_SURE = r"(?:0?[89]|1\d|2[0-3])"
"""Fewer hours may be how long something takes: "un test de 2h et demie"."""

EXACT = ("sharp", "dot", "stroke")
"""The groups of hours that are said to be exact."""

IN_PARTS = ("told_hour", "parted_hour", "led_hour")
"""The groups of hours that have minutes in words."""


def parted(words: WordLists, *, hours: str, minutes: str, end: str) -> list[str]:
    """Return the parts for hours with minutes before or behind them, to be looked at first.

    "A las 10 y media" is no plain ten, "om tien voor tien" and "za dziesięć dziesiąta" neither.
    """
    part = words.any_part
    at = rf"(?:{part('at')}|{part('begins')})"
    hour = rf"(?:{hours}|\d{{1,2}})"
    minute = rf"(?:{minutes}|\d{{1,2}})"
    # "9h et quart" is a time without "à", "9 et quart" is none.
    lead = (
        rf"(?:{at}\s|(?={_SURE}\s?h\b)|(?=(?P<{{}}>(?:{hours})\s{part('hour_words')})))"
    )
    kinds = ("half_and", "three_quarters", "quarter_and", "quarter_less")
    return [
        rf"(?:(?P<told_at>{at})\s)?(?P<told>{minute})\s(?:(?P<told_to>{part('minutes_to')})|{part('minutes_past')})\s"
        rf"(?:(?P<told_half>{part('half_to')})\s|(?(told_at)|(?!)))(?P<told_hour>{hour})(?![.:]\d)(?={end}|\s*{part('oclock')})",
        rf"{part('minutes_led')}\s(?P<led>{minute})(?:\s{part('minute_words')})?\s(?P<led_hour>{words.any_clock_hour})(?={end})",
        rf"{lead.format('apart_parted')}(?P<parted_hour>{hour})\s?(?:(?P<parted_less>{part('less')})\s(?P<taken>{minute})"
        rf"|{part('plus')}\s(?P<added>{minutes}))(?!\w|[.:]\d)(?:\s{part('minute_words')})?",
        *(
            rf"{lead.format(f'apart_{kind}')}(?P<{kind}>{hour})\s?{part(kind)}(?!\w)"
            for kind in kinds
        ),
    ]


def labelled(words: WordLists) -> str:
    """Return the part for a dotted hour with a label, or right behind a year: "3 October 2026, 11.45".

    A dot parts minutes there, as no word says; sums and stretches of time have one too.
    """
    part = words.any_part
    lead = (
        rf"(?:{part('time_label')}\s*|(?<=20\d\d\s)|(?<=20\d\d,\s)|(?<=20\d\d\s[/|]\s))"
    )
    other = rf"[ap]\.?\s?m\b|{part('oclock')}|%|€|£|eur|h\b|hours?\b|std|stunden|mio|per\b|an\b|pro\b"
    return (
        rf"{lead}(?P<hour8>\d{{1,2}})\.(?P<minute8>[0-5]\d)"
        rf"(?!\d|\.\s?\w|\s?(?:{other}))"
    )


def exact(words: WordLists, *, hours: str) -> list[str]:
    """Return the parts for an hour that is said to be exact: "7 sharp", "um Punkt 9"."""
    part = words.any_part
    at = rf"(?:{part('at')}|{part('told_hour')})"
    oclock = rf"(?:{part('oclock')}|{part('hour_words')})"
    hour = rf"(?P<{{0}}>(?:{hours})(?!\w)|\d{{{{1,2}}}})(?:[:.](?P<{{0}}_minute>[0-5]\d))?(?![\w:]|\.\d)"
    exactly = part("exactly")
    return [
        rf"(?:{at}\s)?{hour.format('sharp')}(?:\s?{oclock})?\s{part('on_the_dot')}(?!\w)",
        rf"(?:{at}\s{exactly}|{exactly}\s{at})\s{hour.format('dot')}(?:\s?{oclock})?",
        rf"{exactly}\s{hour.format('stroke')}\s?{oclock}",
    ]


def is_exact(found: re.Match[str]) -> bool:
    """Say whether an hour is said to be exact."""
    return any(found[kind] for kind in EXACT)


def apart(words: WordLists, *, hours: str, minutes: str) -> str:
    """Return the part for an hour in words right behind its day: "lundi, neuf heures trente"."""
    part = words.any_part
    return (
        rf"(?P<apart>{hours})\s{part('hour_words')}(?:\s(?P<apart_minutes>{minutes})\b)?"
        rf"(?!\w|\s?{part('per')}|\s?{part('how_long')})"
    )


def cased(words: WordLists, *, hours: str) -> list[str]:
    """Return the parts for hours in a case that says "at": "salı günü ikide", "sabah dokuz buçukta".

    Some such words are others as well, "onda" is "on them": those need a part of the day.
    """
    part = words.any_part
    of_day, of_part = (
        "|".join(rf"(?<=\b{word}\s)" for word in words.listed(kind)) or "(?!)"
        for kind in ("cased_lead", "cased_part")
    )
    is_whole = rf"(?!\w|\s{part('cased_share')}|\s{part('cased_not')})"
    return [
        rf"(?P<cased_half>{hours}|\d{{1,2}})\s{part('cased_half_and')}(?!\w|\s{part('cased_not')})",
        rf"(?:{of_day}|{of_part})(?P<cased>{part('cased_hours')}){is_whole}",
        rf"(?:{of_part})(?P<cased_in_part>{part('cased_others')}){is_whole}",
    ]


def is_apart(found: re.Match[str]) -> bool:
    """Say whether an hour in words has no "at" before it."""
    groups = found.groupdict().items()
    return any(word for name, word in groups if name.startswith("apart"))


def with_minutes(
    found: re.Match[str], *, hours: Mapping[str, int], minutes: Mapping[str, int]
) -> tuple[int, int] | None:
    """Return the hour and minute of a part of `parted` that has minutes in words."""
    word = found["told_hour"] or found["parted_hour"] or found["led_hour"]
    told = found["told"] or found["taken"] or found["added"] or found["led"]
    hour = int(word) if word.isdecimal() else hours.get(word)
    minute = int(told) if told.isdecimal() else minutes.get(told)
    if hour is None or minute is None or not 0 < minute < 60:
        return None
    is_before = found["told_to"] or found["parted_less"] or found["led"]
    total = hour * 60 + (-minute if is_before else minute)
    total -= 30 if found["told_half"] else 0
    return (total // 60, total % 60) if total >= 0 else None
