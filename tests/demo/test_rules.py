from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.demo.rules import WEEKDAYS, fill_days, story_day, write_day

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))
OFFSETS = st.integers(min_value=-200, max_value=200)
STYLES = [
    "long",
    "weekday",
    "date",
    "short",
    "numeric",
    "iso",
    "monthname",
    "month",
    "year",
]


@given(ends_on=DAYS, offset=OFFSETS)
def test_a_working_day_is_at_most_a_day_away_and_never_a_weekend(
    ends_on: date, offset: int
) -> None:
    day = story_day(offset, ends_on=ends_on, works=True)
    assert abs(day - (ends_on + timedelta(days=offset))) <= timedelta(days=1)
    assert day.weekday() < 5 or day == ends_on


@given(ends_on=DAYS, offset=OFFSETS)
def test_working_days_keep_their_order(ends_on: date, offset: int) -> None:
    earlier = story_day(offset, ends_on=ends_on, works=True)
    later = story_day(offset + 1, ends_on=ends_on, works=True)
    # The last day never moves, so its neighbours can meet it but not pass it by a week.
    assert later >= earlier or ends_on.weekday() >= 5


@given(ends_on=DAYS, offset=OFFSETS)
def test_a_day_that_need_not_work_is_plain_counting(ends_on: date, offset: int) -> None:
    day = story_day(offset, ends_on=ends_on, works=False)
    assert (day - ends_on).days == offset


@given(day=DAYS, language=st.sampled_from(["en", "de", "ja"]))
def test_the_long_style_names_the_weekday_of_that_day(day: date, language: str) -> None:
    written = write_day(day, style="long", language=language)
    assert WEEKDAYS[language][day.weekday()] in written
    assert str(day.day) in written


@given(text=st.text(alphabet=st.characters(exclude_characters="{")), day=DAYS)
def test_text_without_placeholders_stays_as_it_is(text: str, day: date) -> None:
    assert fill_days(text, ends_on=day, today=day, language="en", works=True) == text


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["en", "de", "ja"])
def test_every_style_exists_in_every_language(style: str, language: str) -> None:
    assert write_day(date(2026, 11, 20), style=style, language=language)


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("{long -3}", "en", "Tuesday, 17 November"),
        ("{long -3}", "de", "Dienstag, 17. November"),
        ("{long -3}", "ja", "11月17日（火）"),
        ("{weekday -5}", "en", "Sunday"),
        ("{weekday work -5}", "en", "Monday"),
        ("{weekday work -6}", "de", "Freitag"),
        ("{date today}", "en", "10 November 2026"),
        ("{numeric today+2}", "de", "12.11.2026"),
        ("{short +1}", "en", "21 Nov"),
        ("{iso +41}", "en", "2026-12-31"),
        ("{monthname -31}", "de", "Oktober"),
        ("{nonsense -3}", "en", "{nonsense -3}"),
    ],
)
def test_placeholders_become_days_in_the_language_of_the_mail(
    text: str, language: str, written: str
) -> None:
    filled = fill_days(
        text,
        ends_on=date(2026, 11, 20),
        today=date(2026, 11, 10),
        language=language,
        works=False,
    )
    assert filled == written
