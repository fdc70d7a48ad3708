"""Days of the story: from an offset and the last day to words in the mail's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

WEEKDAYS = {
    "en": [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    "de": [
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ],
    "ja": ["月", "火", "水", "木", "金", "土", "日"],
}
MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "ja": [f"{number}月" for number in range(1, 13)],
}
PLACEHOLDER = re.compile(
    r"\{(?P<style>long|weekday|date|short|numeric|iso|monthname|month|year)"
    r" (?P<work>work )?(?P<today>today)?(?P<offset>[+-]\d+)?\}"
)
"""`{long -12}`: that day of the story; `{long today+2}`: counted from the mail's own day;
`{long work -12}`: moved to a working day, as the days of all hiring mail are."""


def story_day(offset: int, *, ends_on: date, works: bool) -> date:
    """Return the day at this offset from the last day of the story.

    Args:
        offset: Days after the last day; negative before it.
        ends_on: The last day, which never moves, whatever weekday it is.
        works: Whether a weekend moves to the nearest working day, as offices do.
    """
    day = ends_on + timedelta(days=offset)
    if not works or day == ends_on or day.weekday() < 5:
        return day
    # Friday and Monday are the nearest, so the order of days is kept.
    return day + timedelta(days=-1 if day.weekday() == 5 else 1)


def fill_days(
    text: str, *, ends_on: date, today: date, language: str, works: bool
) -> str:
    """Return the text with each placeholder written out in the mail's language.

    Args:
        text: Words with placeholders such as `{long -12}`.
        ends_on: The last day of the story.
        today: The day of the mail itself, for `{date today}`.
        language: "en", "de" or "ja".
        works: Whether days are moved off the weekend without being told so.
    """

    def written(match: re.Match[str]) -> str:
        offset = int(match["offset"] or 0)
        if match["today"]:
            day = today + timedelta(days=offset)
        else:
            snaps = works or bool(match["work"])
            day = story_day(offset, ends_on=ends_on, works=snaps)
        return write_day(day, style=match["style"], language=language)

    return PLACEHOLDER.sub(written, text)


def write_day(day: date, *, style: str, language: str) -> str:
    """Return the day as people write it: "Tuesday, 14 October" for style "long"."""
    if style == "iso":
        return day.isoformat()
    if style == "year":
        return str(day.year)
    weekday = WEEKDAYS[language][day.weekday()]
    if style == "weekday":
        return weekday
    month = MONTHS[language][day.month - 1]
    if style == "monthname":
        return month
    return _STYLES[language, style](day, weekday, month)


_Writer = Callable[[date, str, str], str]
_STYLES: dict[tuple[str, str], _Writer] = {
    ("en", "long"): lambda day, weekday, month: f"{weekday}, {day.day} {month}",
    ("en", "date"): lambda day, _, month: f"{day.day} {month} {day.year}",
    ("en", "short"): lambda day, _, month: f"{day.day} {month[:3]}",
    ("en", "numeric"): lambda day, _, __: f"{day:%d/%m/%Y}",
    ("en", "month"): lambda day, _, month: f"{month} {day.year}",
    ("de", "long"): lambda day, weekday, month: f"{weekday}, {day.day}. {month}",
    ("de", "date"): lambda day, _, month: f"{day.day}. {month} {day.year}",
    ("de", "short"): lambda day, _, __: f"{day:%d.%m.}",
    ("de", "numeric"): lambda day, _, __: f"{day:%d.%m.%Y}",
    ("de", "month"): lambda day, _, month: f"{month} {day.year}",
    ("ja", "long"): lambda day, weekday, month: f"{month}{day.day}日（{weekday}）",
    ("ja", "date"): lambda day, _, month: f"{day.year}年{month}{day.day}日",
    ("ja", "short"): lambda day, _, month: f"{month}{day.day}日",
    ("ja", "numeric"): lambda day, _, __: f"{day:%Y/%m/%d}",
    ("ja", "month"): lambda day, _, month: f"{day.year}年{month}",
}
