from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.searches import DAY, NOW, make_row
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.core.charts.sankey import sankey_chart
from onward.method.outlook.rules.pictures import (
    STATIONS,
    by_month,
    days_of,
    funnel_of,
    months_of,
    spans_of,
    way_of,
    year_of,
)
from onward.method.outlook.rules.rows import End, Row, end_of
from onward.method.outlook.rules.stones import StoneKind, found_in

LABELS = {key: key for key, _ in STATIONS} | {end.value: end.value for end in End}

rows_drawn = st.lists(
    st.builds(
        lambda age, reached, no_kind: make_row(
            applied=age, reached=reached, no_kind=no_kind
        ),
        st.floats(0, 400),
        st.sampled_from(
            (
                Stage.APPLIED,
                Stage.REPLIED,
                Stage.ASSESSMENT,
                Stage.INTERVIEW,
                Stage.OFFER,
                Stage.ACCEPTED,
            )
        ),
        st.sampled_from((None, *NoKind)),
    ),
    max_size=40,
)


@given(rows_drawn)
def test_the_way_has_every_application_and_every_end_once(rows: list[Row]) -> None:
    stations = way_of(rows, labels=LABELS, now=NOW)
    ends: Counter[str] = Counter()
    for station in stations:
        for end in station.ends:
            ends[end.key] += end.count
    assert ends == Counter(end_of(row, now=NOW).value for row in rows)
    assert (stations[0].stage.count if stations else 0) == len(rows)
    sankey_chart(stations)


@given(rows_drawn)
def test_the_funnel_only_narrows(rows: list[Row]) -> None:
    steps = funnel_of(rows)
    for step in steps:
        assert step.count <= step.before <= step.all == len(rows)


@given(rows_drawn)
def test_each_line_begins_before_it_ends_and_none_is_in_the_future(
    rows: list[Row],
) -> None:
    spans = spans_of(rows, has_names=True, now=NOW, zone_name="Europe/Berlin")
    assert len(spans) == len(rows)
    for span in spans:
        assert span.first <= span.last <= NOW.date()


def test_a_quiet_one_ends_thirty_days_after_its_last_sign() -> None:
    span = spans_of([make_row(applied=90)], has_names=True, now=NOW, zone_name="UTC")[0]
    assert (span.last - span.first).days == 30
    assert span.look == End.SILENT


def test_an_interview_is_a_mark_and_names_can_be_hidden() -> None:
    row = make_row(applied=20, answered=9, interview=9, reached=Stage.INTERVIEW)
    shown, hidden = (
        spans_of([row], has_names=names, now=NOW, zone_name="UTC")[0]
        for names in (True, False)
    )
    assert shown.marks == ((NOW - 9 * DAY).date(),)
    assert shown.name == "Bright Harbour"
    assert hidden.name == ""


def marks(row: Row, *, zone_name: str = "UTC") -> list[date]:
    span = spans_of([row], has_names=True, now=NOW, zone_name=zone_name)[0]
    assert all(span.first <= day <= span.last for day in span.marks)
    return list(span.marks)


def test_each_interview_that_was_held_is_a_mark_on_its_own_day() -> None:
    row = make_row(applied=40, answered=30, moved=5, reached=Stage.INTERVIEW)
    first, second, ahead = NOW - 20 * DAY, NOW - 8 * DAY, NOW + 3 * DAY
    row = replace(row, interviews=(first, second, ahead))
    assert marks(row) == [first.date(), second.date()]


def test_an_interview_after_the_no_was_not_held() -> None:
    row = make_row(
        applied=40,
        moved=9,
        reached=Stage.INTERVIEW,
        no_kind=NoKind.THEY_SAID_NO,
    )
    kept, lost = NOW - 9 * DAY + timedelta(hours=3), NOW - 4 * DAY
    assert marks(replace(row, interviews=(kept, lost))) == [kept.date()]


def test_an_interview_long_after_the_last_word_still_lies_on_its_line() -> None:
    row = make_row(applied=90, answered=80, moved=80, reached=Stage.INTERVIEW)
    late = NOW - 40 * DAY
    assert marks(replace(row, interviews=(late,))) == [late.date()]


def test_an_interview_without_a_zone_is_on_the_persons_clock() -> None:
    row = make_row(applied=20, moved=2, reached=Stage.INTERVIEW)
    late = (NOW - 3 * DAY).replace(hour=23, minute=30, tzinfo=None)
    assert marks(replace(row, interviews=(late,)), zone_name="Asia/Tokyo") == [
        late.date()
    ]


def test_days_are_those_of_the_persons_clock() -> None:
    late = NOW.replace(hour=23, minute=30)
    assert days_of([], [late], zone_name="Asia/Tokyo") == {date(2026, 11, 21): 1}
    assert days_of([], [late], zone_name="UTC") == {date(2026, 11, 20): 1}


def test_months_sum_up_what_the_picture_shows() -> None:
    days = {date(2026, 5, 2): 2, date(2026, 5, 9): 1, date(2026, 6, 1): 4}
    assert by_month(days) == [(date(2026, 5, 1), 3, 2), (date(2026, 6, 1), 4, 1)]
    assert year_of(days, last=date(2026, 6, 1), weeks=4) == {
        date(2026, 5, 9): 1,
        date(2026, 6, 1): 4,
    }


def test_lines_are_summed_up_by_the_month_in_which_they_begin() -> None:
    rows = [make_row(applied=1), make_row(applied=2), make_row(applied=300)]
    spans = spans_of(rows, has_names=False, now=NOW, zone_name="UTC")
    assert [(count, dict(looks)) for _, count, looks in months_of(spans)] == [
        (1, {"silent": 1}),
        (2, {"open": 2}),
    ]


def test_stones_are_found_in_what_happened_and_a_known_person_is_a_contact() -> None:
    events = [
        (EventKind.APPLIED, NOW - 9 * DAY),
        (EventKind.FEEDBACK_RECEIVED, NOW),
        (EventKind.INTERVIEW, NOW - 2 * DAY),
    ]
    found = found_in(events, contact="Kim Ode", contact_at=NOW - 9 * DAY)
    assert [stone.kind for stone in found] == [
        StoneKind.CONTACT,
        StoneKind.PRACTICE,
        StoneKind.FEEDBACK,
    ]


def test_an_automatic_no_left_nothing_and_says_so() -> None:
    assert found_in([(EventKind.APPLIED, NOW), (EventKind.REJECTION, NOW)]) == []
