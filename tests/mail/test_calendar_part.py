from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.calendar_part import parse_calendar


def make_calendar(*lines: str) -> str:
    inside = ["BEGIN:VCALENDAR", "METHOD:CANCEL", "BEGIN:VEVENT", *lines]
    return "\r\n".join([*inside, "END:VEVENT", "END:VCALENDAR", ""])


def test_the_method_and_the_event_are_read() -> None:
    found = parse_calendar(make_calendar("UID:1", "SUMMARY:Interview", "STATUS:X"))
    assert found == {
        "METHOD": "CANCEL",
        "UID": "1",
        "SUMMARY": "Interview",
        "STATUS": "X",
    }


def test_folded_and_escaped_values_are_made_whole() -> None:
    found = parse_calendar(make_calendar("SUMMARY:Inter", " view\\, two\\nlines\\\\"))
    assert found["SUMMARY"] == "Interview, two\nlines\\"


def test_a_colon_inside_quotes_parts_nothing() -> None:
    line = 'ORGANIZER;CN="Lind: Mara";ROLE=CHAIR:MAILTO:Mara@q.example'
    found = parse_calendar(make_calendar(line))
    assert found["ORGANIZER"] == "mara@q.example"
    assert found["ORGANIZER-NAME"] == "Lind: Mara"


def test_the_zone_of_the_start_is_kept() -> None:
    found = parse_calendar(
        make_calendar('DTSTART;TZID="Europe/Berlin":20260312T140000')
    )
    assert (found["DTSTART"], found["TZID"]) == ("20260312T140000", "Europe/Berlin")


def test_alarms_zones_and_later_events_are_left_out() -> None:
    text = make_calendar("BEGIN:VALARM", "SUMMARY:Alarm", "END:VALARM", "UID:1")
    assert parse_calendar(text + make_calendar("SUMMARY:Second"))["UID"] == "1"
    assert "SUMMARY" not in parse_calendar(text + make_calendar("SUMMARY:Second"))


def test_other_text_is_no_calendar() -> None:
    assert parse_calendar("SUMMARY:Interview") == {}


@given(lines=st.lists(st.text(max_size=30), max_size=12))
def test_no_lines_make_it_raise(lines: list[str]) -> None:
    assert parse_calendar(make_calendar(*lines)).get("METHOD")
