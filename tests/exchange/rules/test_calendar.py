from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from onward.exchange.rules.calendar import CalendarEntry, ics, nameless

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)


def entry(**more: object) -> CalendarEntry:
    plain: dict[str, object] = {
        "uid": "1",
        "title": "Interview: Acme",
        "starts": datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Europe/Berlin")),
        "changed_at": NOW,
    }
    return CalendarEntry(**{**plain, **more})  # type: ignore[arg-type]


def read(*entries: CalendarEntry) -> list[icalendar.Component]:
    calendar = icalendar.Calendar.from_ical(ics(entries, name="Onward"))
    return list(calendar.walk("VEVENT"))


def test_a_moment_keeps_its_own_zone_and_brings_its_rules() -> None:
    (event,) = read(entry())
    assert event.decoded("dtstart").isoformat() == "2026-11-24T10:00:00+01:00"
    assert "TZID:Europe/Berlin" in ics([entry()], name="x").decode()
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=1)


def test_a_last_day_lasts_all_of_it_and_blocks_nothing() -> None:
    (event,) = read(entry(starts=date(2026, 12, 1)))
    assert event.decoded("dtstart") == date(2026, 12, 1)
    assert event.decoded("dtend") == date(2026, 12, 2)
    assert event["transp"] == "TRANSPARENT"


def test_what_was_called_off_says_so_and_rings_no_bell() -> None:
    (event,) = read(entry(is_cancelled=True))
    assert event["status"] == "CANCELLED"
    assert event.walk("VALARM") == []


def test_without_names_only_the_when_is_left() -> None:
    shown = nameless(
        entry(
            place="Mill Lane 3", description="with Jo Winter", url="https://a.example"
        ),
        title="Appointment",
    )
    text = ics([shown], name="x").decode()
    assert "Appointment" in text
    for secret in ("Acme", "Mill Lane", "Winter", "a.example"):
        assert secret not in text


@given(words, words, words, st.integers(5, 600))
def test_whatever_is_written_is_read_back(
    title: str, place: str, description: str, minutes: int
) -> None:
    (event,) = read(
        entry(title=title, place=place, description=description, minutes=minutes)
    )
    assert str(event["summary"]) == title
    assert str(event.get("location", "")) == place
    assert str(event.get("description", "")) == description
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(
        minutes=minutes
    )
