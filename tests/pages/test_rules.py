from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.pages.helplines import help_lines
from onward.pages.rules import (
    HelpLinesError,
    country_from_languages,
    country_from_zone,
    older_than,
    read_help_lines,
)

CHECKED = date(2026, 11, 1)
KNOWN = ["DE", "AT", "GB", "US", "FI", "SE"]


def line(**changes: Any) -> dict[str, Any]:
    usual = {
        "name": "Somebody to talk to",
        "number": "116 123",
        "source": "https://lines.example/",
        "checked_on": CHECKED,
    }
    return {k: v for k, v in (usual | changes).items() if v is not None}


def country(**changes: Any) -> dict[str, Any]:
    usual = {
        "code": "GB",
        "name": "United Kingdom",
        "emergency": ["999"],
        "source": "https://lines.example/",
        "checked_on": CHECKED,
        "line": [line()],
    }
    return {k: v for k, v in (usual | changes).items() if v is not None}


def test_a_good_file_is_read_with_its_links() -> None:
    lines = read_help_lines({"country": [country()], "elsewhere": [line()]})
    samaritan = lines.countries["GB"].lines[0]
    assert samaritan.call_address == "tel:116123"
    assert lines.oldest_check == CHECKED


def test_a_number_for_text_messages_has_its_own_link() -> None:
    entry = country(line=[line(number=None, text_to="85 258", text_body="HELLO")])
    lines = read_help_lines({"country": [entry]})
    assert lines.countries["GB"].lines[0].text_address == "sms:85258"


@pytest.mark.parametrize(
    "entry",
    [
        country(code="gb"),
        country(code=None),
        country(name=" "),
        country(emergency=[]),
        country(emergency=["nine"]),
        country(source="somewhere"),
        country(checked_on="2026-11-01"),
        country(checked_on=None),
        country(line=[line(name="")]),
        country(line=[line(number="call us")]),
        country(line=[line(number=None)]),
        country(line=[line(source=None)]),
        country(line=[line(url="lines.example")]),
        country(line=[line(checked_on=None)]),
    ],
)
def test_an_entry_that_lacks_something_is_refused(entry: dict[str, Any]) -> None:
    with pytest.raises(HelpLinesError):
        read_help_lines({"country": [entry]})


def test_a_country_stands_there_once() -> None:
    with pytest.raises(HelpLinesError, match="twice"):
        read_help_lines({"country": [country(), country()]})


@given(st.integers(0, 400), st.integers(0, 400))
def test_what_was_checked_too_long_ago_is_named(age: int, limit: int) -> None:
    lines = read_help_lines({"country": [country()]})
    old = older_than(
        lines, age=timedelta(days=limit), today=CHECKED + timedelta(days=age)
    )
    names = ["United Kingdom", "United Kingdom: Somebody to talk to"]
    assert old == (names if age > limit else [])


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("en-GB,en;q=0.9", "GB"),
        ("de", "DE"),
        ("de-AT,de;q=0.9", "AT"),
        ("en;q=0.5, de-AT;q=0.1", "AT"),
        ("en-US;q=0.4, en-GB;q=0.8", "GB"),
        ("sv", "SE"),
        ("zh-Hant-TW", ""),
        ("en", ""),
        ("", ""),
        (";;;,,-", ""),
    ],
)
def test_the_country_follows_the_languages(header: str, code: str) -> None:
    assert country_from_languages(header, known=KNOWN) == code


@given(st.text(max_size=60))
def test_no_header_breaks_it_and_only_known_countries_come_out(header: str) -> None:
    assert country_from_languages(header, known=KNOWN) in {"", *KNOWN}


def test_the_clock_names_a_country_only_where_it_is_known() -> None:
    known = {"DE", "US", "AU"}
    assert country_from_zone("Europe/Berlin", known=known) == "DE"
    assert country_from_zone("America/New_York", known=known) == "US"
    assert country_from_zone("US/Pacific", known=known) == "US"
    assert country_from_zone("Australia/Perth", known=known) == "AU"
    for name in ("", "UTC", "Etc/UTC", "Europe/Paris", "America/Bogota", "Asia/Tokyo"):
        assert country_from_zone(name, known=known) == ""


def test_every_country_with_help_lines_is_named_by_some_clock() -> None:
    known = help_lines().countries
    clocks = {country_from_zone(z, known=known) for z in available_timezones()}
    assert clocks - {""} == set(known)
