"""A day that stands in the words of a status is the day of what they say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.kinds import EventKind
from onward.core.dates import zone
from onward.exchange.rules.list_days import DayOrder
from onward.exchange.rules.list_status import status_of
from onward.exchange.rules.list_types import ListFormat, Table
from onward.exchange.rules.lists import (
    ListRow,
    day_order,
    mapping_of,
    read_rows,
    rows_with_unread_days,
)
from onward.exchange.rules.proposals import happened
from onward.exchange.rules.status_day import status_day

TODAY = date(2026, 11, 29)
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def day_of(
    said: str, *, order: DayOrder = DayOrder.DAY_FIRST, after: date | None = None
) -> date | None:
    return status_day(
        said, status=status_of(said), order=order, after=after, today=TODAY
    )


@pytest.mark.parametrize(
    ("said", "month", "day"),
    [
        ("Absage am 12.10.", 10, 12),
        ("Absage am 12.10", 10, 12),
        ("Absage, 12. Oktober 2026", 10, 12),
        ("Rejected 12/10/2026", 10, 12),
        ("Rejected 2026-10-12", 10, 12),
        ("Rejected 12-Oct-2026", 10, 12),
        ("Rejected (3 Oct 2026)", 10, 3),
        ("Interview 5 Nov", 11, 5),
        ("Interview Nov 5, 2026", 11, 5),
        ("Interview 5 Nov, rejected 12 Nov", 11, 12),
        ("Gespräch am 12.11. um 14.30 Uhr", 11, 12),
        ("Refusé le 12 octobre", 10, 12),
        ("Rechazada el 12 de octubre de 2026", 10, 12),
        ("Odrzucone 12 października", 10, 12),
        ("Beworben am 3.10.", 10, 3),
        ("12.10.: Absage", 10, 12),
        ("CV sent out 12 Nov", 11, 12),
        ("Interview set 12 Nov", 11, 12),
        ("Interview set 15 Dec", 12, 15),
        ("Interview may 5 Nov", 11, 5),
        ("Knocked out 5 Nov, rejected", 11, 5),
        ("Rejected 5 May", 5, 5),
        ("Rejected May 5", 5, 5),
        ("Rejected 5 May by email", 5, 5),
        ("5 May rejected", 5, 5),
        ("Rejected 5 May, may apply again", 5, 5),
        ("Rejected at K-Mart 5 Nov", 11, 5),
        ("Rechazado después de tres semanas el 5 de noviembre", 11, 5),
        ("Entrevista 12 out", 10, 12),
        ("Rechazado 5 may tras entrevista", 5, 5),
        ("Entrevista 12 out às 14h", 10, 12),
        ("Rechazada 3 ago", 8, 3),
        ("Colloquio 12 set 2026", 9, 12),
        ("Colloquio 12 set alle 10", 9, 12),
        ("Rozmowa 5 lip o 10", 7, 5),
        ("Rejected 5 Nov after interview", 11, 5),
        ("Rejected 5 Nov after interview on 3 Nov", 11, 5),
        ("After interview rejected on 5 Nov", 11, 5),
        ("Nach Gespräch Absage am 5.11.", 11, 5),
        ("Absage nach zwei Wochen am 5.11.", 11, 5),
        ("Rejected after 10 days, 5 Nov", 11, 5),
        ("Rejected due to budget, 5 Nov", 11, 5),
        ("Rejected 5 Nov due to budget", 11, 5),
        ("Rejected by a start-up 5 Nov", 11, 5),
        ("Offer 5 Nov, start 1 Oct 2027", 11, 5),
        ("Assessment starts 5 Nov", 11, 5),
        ("Gespräch vor Ort am 5.11.", 11, 5),
        ("Rozmowa na 5 listopada", 11, 5),
    ],
)
def test_the_day_of_what_a_status_says(said: str, month: int, day: int) -> None:
    assert day_of(said) == date(2026, month, day)


@pytest.mark.parametrize(
    "said",
    [
        "Interview 5 Nov, then rejected",
        "No answer since 12.10.",
        "Absage bis 12.10.",
        "Waiting 3.10.",
        "Interview 2/3",
        "Interview am 14.10 Uhr",
        "Interview 5 Nov and 7 Nov",
        "Interview 31.2.",
        "Test 3 done",
        "Rejected",
        "Absage nach Gespräch am 3.11.",
        "Absage nach dem Gespräch (3.11.)",
        "Rejected after assessment on 5 Nov",
        "Rejected after assessment day 5 Nov",
        "Rechazado tras entrevista 5 nov",
        "Ghosted after interview 12 Oct",
        "Ghosted after 12 Oct",
        "Keine Antwort seit dem Gespräch am 3.11.",
        "Refusé après entretien le 3 novembre",
        "Afgewezen na gesprek 3 november",
        "Odrzucone po rozmowie 3 listopada",
        "Interview 2 out of 3",
        "Interview 2 (1 out of 2)",
        "Interview 2 set",
        "Interview 1 may lead to 2nd",
        "Interview 2 may be online",
        "Gespräch 2 Sie melden sich",
        "Offer expires 5 Nov",
        "Offer, answer due 5 Nov",
        "Offer, start 1 Oct",
        "Offer, 1 Oct start",
        "Offer starting 1 Oct",
        "Zusage, Start 1.10.",
        "Zusage zum 1.10.",
        "Zusage, Probetag 5.11.",
        "Rejected, reapply after 5 Nov",
        "Absage, erneut bewerben ab 5.11.",
        "No answer, followed up 5 Nov",
        "Interview, start date 1 Oct",
    ],
)
def test_what_is_no_day_of_it(said: str) -> None:
    assert status_of(said) is not None
    assert day_of(said) is None


def test_day_and_month_are_read_as_in_the_rest_of_the_list() -> None:
    said = "Rejected 12/10/2026"
    assert day_of(said, order=DayOrder.MONTH_FIRST) == date(2026, 12, 10)
    three = ("Company", "Applied", "Status")
    other = Table("a.csv", three, (("Acme", "09/28/2026", said),))
    assert day_order(other, mapping_of(three)) == DayOrder.MONTH_FIRST
    columns = ("Company", "Status")
    assert (
        day_order(Table("a.csv", columns, (("Acme", said),)), mapping_of(columns))
        is None
    )
    sure = Table("a.csv", columns, (("Acme", "Rejected 28/9/2026"),))
    assert day_order(sure, mapping_of(columns)) == DayOrder.DAY_FIRST


def test_a_day_without_a_year_is_the_first_from_the_application_on() -> None:
    assert day_of("Absage 12.10.", after=date(2024, 9, 1)) == date(2024, 10, 12)
    assert day_of("Absage 3.1.", after=date(2025, 12, 1)) == date(2026, 1, 3)
    assert day_of("Absage 20.12.") == date(2025, 12, 20)


@given(
    st.dates(date(2020, 1, 1), date(2026, 11, 29)),
    st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d %b %Y", "%B %d, %Y", "%d/%m/%Y"]),
    st.sampled_from(["Absage am {}", "Rejected on {}", "Rejected ({})", "{} rejected"]),
)
def test_any_day_is_read_in_any_writing(day: date, form: str, words: str) -> None:
    assert day_of(words.format(day.strftime(form))) == day


def row_of(*, columns: tuple[str, ...], cells: tuple[str, ...]) -> ListRow:
    return read_rows(
        Table("a.csv", columns, (cells,)),
        form=ListFormat.OTHER,
        mapping=mapping_of(columns),
        order=DayOrder.DAY_FIRST,
        zone_name="Europe/Berlin",
        now=NOW,
    )[0]


def test_the_no_stands_on_its_own_day_and_not_on_that_of_the_last_change() -> None:
    row = row_of(
        columns=("Firma", "Beworben", "Status", "Updated"),
        cells=("Acme", "1.9.2026", "Absage am 12.10.", "20.10.2026"),
    )
    kinds = [
        (each.kind, each.at.date(), each.is_day_known)
        for each in happened(row, now=NOW)
    ]
    assert kinds == [
        (EventKind.APPLIED, date(2026, 9, 1), True),
        (EventKind.REJECTION, date(2026, 10, 12), True),
    ]


def test_a_list_without_days_of_applying_has_them_in_its_status() -> None:
    row = row_of(columns=("Firma", "Status"), cells=("Acme", "Beworben am 3.10."))
    (only,) = happened(row, now=NOW)
    assert (only.kind, only.at.date()) == (EventKind.APPLIED, date(2026, 10, 3))


def test_an_interview_to_come_is_no_deed_and_the_row_is_named() -> None:
    soon = TODAY + timedelta(days=9)
    row = row_of(
        columns=("Firma", "Beworben", "Status", "Updated"),
        cells=("Acme", "1.11.2026", f"Interview {soon:%d.%m.%Y}", "20.11.2026"),
    )
    assert rows_with_unread_days([row]) == [1]
    last = happened(row, now=NOW)[-1]
    assert (last.kind, last.is_day_known) == (EventKind.MOVED, False)


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("Interview booked 8 Dec 2026 10am", 10),
        ("Gespräch am 8.12. um 14 Uhr", 14),
        ("Assessment centre 8 Dec, 9:00-15:00", 9),
        ("Entretien le 8 décembre à 15h", 15),
    ],
)
def test_an_interview_to_come_with_its_hour_lies_ahead(said: str, hour: int) -> None:
    row = row_of(
        columns=("Firma", "Beworben", "Status", "Updated"),
        cells=("Acme", "1.11.2026", said, "20.11.2026"),
    )
    assert rows_with_unread_days([row]) == []
    applied, ahead = happened(row, now=NOW)
    begins = datetime(2026, 12, 8, hour, tzinfo=zone("Europe/Berlin"))
    assert applied.kind == EventKind.APPLIED
    assert (ahead.at, ahead.begins_at) == (NOW, begins)


@pytest.mark.parametrize(
    "said",
    [
        "Interview 8 Dec 2062 10am",
        "Interview by 8 Dec 10am",
        "Interview 8 Dec 10am, call at 9:30",
        "Offer 8 Dec 2026 10am",
    ],
)
def test_what_is_no_interview_at_an_hour_does_not_lie_ahead(said: str) -> None:
    row = row_of(
        columns=("Firma", "Beworben", "Status"), cells=("Acme", "1.11.2026", said)
    )
    assert row.begins_at is None
    assert all(each.begins_at is None for each in happened(row, now=NOW))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Interview 2 Oct then rejected", [2]),
        ("Gespräch 2.10., Absage", [2]),
        ("Interview 2 Oct, second interview 9 Oct, then rejected", [2, 9]),
        ("Rejected after interview on 3 Nov", []),
        ("No interview, rejected 2 Oct", []),
    ],
)
def test_an_interview_before_a_no_stands_on_its_day_and_the_no_not_before_it(
    said: str, days: list[int]
) -> None:
    row = row_of(
        columns=("Company", "Applied", "Status"), cells=("Acme", "18.9.2026", said)
    )
    steps = happened(row, now=NOW)
    held = [each for each in steps if each.kind == EventKind.INTERVIEW]
    assert [each.at.date() for each in held] == [date(2026, 10, day) for day in days]
    assert steps[-1].kind == EventKind.REJECTION
    if days:
        assert steps[-1].at == held[-1].at
        assert not steps[-1].is_day_known


def test_a_no_with_its_own_day_keeps_it_behind_an_interview() -> None:
    row = row_of(
        columns=("Company", "Applied", "Status", "Updated"),
        cells=("Acme", "18.9.2026", "Interview 2 Oct, rejected 12 Oct", "20.10.2026"),
    )
    assert [(each.kind, each.at.date()) for each in happened(row, now=NOW)] == [
        (EventKind.APPLIED, date(2026, 9, 18)),
        (EventKind.INTERVIEW, date(2026, 10, 2)),
        (EventKind.REJECTION, date(2026, 10, 12)),
    ]
