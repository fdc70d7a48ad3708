from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.kinds import EventKind
from onward.exchange.rules.list_days import DayOrder, moment
from onward.exchange.rules.list_status import status_of
from onward.exchange.rules.list_types import ListFormat, Table
from onward.exchange.rules.list_words import Column
from onward.exchange.rules.lists import (
    USUAL_ORDER,
    ListRow,
    bare_day,
    day_order,
    format_of,
    left_columns,
    mapping_of,
    read_rows,
)
from onward.exchange.rules.tables import (
    read_tables,
)
from tests.builders import NOW

LISTS = Path(__file__).parents[2] / "fixtures" / "lists"


def rows(name: str, *, order: DayOrder | None = None) -> list[ListRow]:
    (table,) = read_tables(name, (LISTS / name).read_bytes())
    form = format_of(table.columns)
    mapping = mapping_of(table.columns)
    decided = day_order(table, mapping, usual=order or USUAL_ORDER.get(form))
    assert decided is not None
    return read_rows(
        table, form=form, mapping=mapping, order=decided, zone_name="UTC", now=NOW
    )


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Job Applications.csv", ListFormat.LINKEDIN_APPLICATIONS),
        ("Saved Jobs.csv", ListFormat.LINKEDIN_SAVED),
        ("teal.csv", ListFormat.TEAL),
        ("huntr.csv", ListFormat.HUNTR),
        ("jobsync.csv", ListFormat.JOBSYNC),
        ("tabelle_cp1252.csv", ListFormat.OTHER),
        ("careerforge.csv", ListFormat.OTHER),
        ("Connections.csv", ListFormat.OTHER),
    ],
)
def test_each_list_is_recognised_by_its_columns(name: str, form: ListFormat) -> None:
    (table,) = read_tables(name, (LISTS / name).read_bytes())
    assert format_of(table.columns) == form


def test_linkedin_days_are_american_and_its_questions_are_no_notes() -> None:
    first, second, third = rows("Job Applications.csv")
    assert first.applied_at == datetime(2026, 11, 20, 8, 15, tzinfo=UTC)
    assert second.applied_at == datetime(2026, 4, 5, 21, 40, tzinfo=UTC)
    assert third.applied_at == datetime(2026, 9, 3, 0, 5, tzinfo=UTC)
    assert third.facts["company"] == "Quill, Press & Co"
    assert first.facts["url"].endswith("4100000001")
    assert "contact_name" not in first.facts
    assert first.note == ""


def test_a_saved_job_is_saved_and_not_applied() -> None:
    (row,) = rows("Saved Jobs.csv")
    assert row.status == EventKind.SAVED
    assert row.saved_at == datetime(2026, 9, 30, 19, tzinfo=UTC)
    assert row.applied_at is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_list_knows_of_no_deed_to_come(day: date) -> None:
    table = Table("own.csv", ("Company", "Applied on"), (("A", day.isoformat()),))
    (row,) = read_rows(
        table,
        form=ListFormat.OTHER,
        mapping=mapping_of(table.columns),
        order=DayOrder.DAY_FIRST,
        zone_name="UTC",
        now=NOW,
    )
    taken = date(1990, 1, 1) <= day <= NOW.date()
    assert (row.applied_at is not None) == taken
    assert row.unread == (() if taken else ("applied",))
    assert row.ahead == (("applied",) if day > NOW.date() else ())
    assert row.applied_at is None or row.applied_at <= NOW


def test_a_status_written_as_json_is_read() -> None:
    talking, bookmarked, declined = rows("teal.csv")
    assert talking.status == EventKind.INTERVIEW
    assert talking.facts["source"] == "Indeed"
    assert bookmarked.status == EventKind.SAVED
    assert bookmarked.applied_at is None
    assert declined.status == EventKind.REJECTION
    assert declined.updated_at == datetime(2026, 5, 20, 9, tzinfo=UTC)


def test_huntr_lists_are_stages() -> None:
    assert [row.status for row in rows("huntr.csv")] == [
        EventKind.APPLIED,
        EventKind.SAVED,
        EventKind.REJECTION,
    ]


def test_jobsync_says_na_where_it_knows_nothing() -> None:
    hybrid, remote, on_site = rows("jobsync.csv")
    assert hybrid.facts["work_mode"] == "hybrid"
    assert remote.applied_at is None
    assert remote.unread == ()
    assert "place" not in remote.facts
    assert on_site.facts["work_mode"] == "on_site"
    assert on_site.status == EventKind.REJECTION


def test_a_german_table_in_an_old_encoding_is_read() -> None:
    refused, invited, nowhere = rows("tabelle_cp1252.csv")
    assert refused.facts["company"] == "Bäckerei Körnle GmbH"
    assert refused.applied_at == datetime(2026, 9, 3, 12, tzinfo=UTC)
    assert refused.status == EventKind.REJECTION
    assert refused.note == "Nett, aber vergeben"
    assert invited.status == EventKind.INTERVIEW
    assert not nowhere.is_usable


def test_an_open_table_with_its_own_words_is_read() -> None:
    (row,) = rows("careerforge.csv")
    assert row.facts["company"] == "Northgate Museum"
    assert row.facts["role"] == "Visitor Host"
    assert row.status == EventKind.SILENCE
    assert row.updated_at is not None


def test_days_that_can_be_read_in_two_ways_are_asked_about() -> None:
    table = Table("t", ("date", "company"), (("3/4/2026", "A"), ("5/6/2026", "B")))
    mapping = mapping_of(table.columns)
    assert day_order(table, mapping) is None
    assert day_order(table, mapping, usual=DayOrder.MONTH_FIRST) == "month_first"
    sure = Table("t", table.columns, (*table.rows, ("25/6/2026", "C")))
    assert day_order(sure, mapping, usual=DayOrder.MONTH_FIRST) == "day_first"


@given(
    st.dates(date(2001, 1, 1), date(2029, 12, 31)),
    st.sampled_from(
        [
            ("%Y-%m-%d", DayOrder.DAY_FIRST),
            ("%d/%m/%Y", DayOrder.DAY_FIRST),
            ("%m/%d/%Y", DayOrder.MONTH_FIRST),
            ("%m/%d/%y", DayOrder.MONTH_FIRST),
            ("%d.%m.%Y", DayOrder.MONTH_FIRST),
            ("%d %b %Y", DayOrder.MONTH_FIRST),
            ("%b %d, %Y", DayOrder.DAY_FIRST),
            ("%B %d, %Y", DayOrder.DAY_FIRST),
        ]
    ),
)
def test_every_way_of_writing_a_day_is_read(
    day: date, way: tuple[str, DayOrder]
) -> None:
    form, order = way
    found = moment(day.strftime(form), order=order, zone_name="UTC")
    assert found is not None
    assert found.date() == day


@given(st.text(max_size=30))
def test_no_text_can_break_the_reading_of_days(text: str) -> None:
    found = moment(text, order=DayOrder.DAY_FIRST, zone_name="Europe/Berlin")
    assert found is None or found.tzinfo is not None


def test_a_moment_in_its_own_zone_stays_that_moment() -> None:
    berlin = moment(
        "20.11.2026 10:00", order=DayOrder.DAY_FIRST, zone_name="Europe/Berlin"
    )
    assert berlin == datetime(2026, 11, 20, 9, tzinfo=UTC)
    utc = moment(
        "2026-08-01 02:00:00 UTC", order=DayOrder.DAY_FIRST, zone_name="Europe/Berlin"
    )
    assert utc == datetime(2026, 8, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Applied", EventKind.APPLIED),
        ("Phone screen", EventKind.INTERVIEW),
        ("Offer declined", EventKind.OFFER_DECLINED),
        ("Declined", EventKind.REJECTION),
        ("Withdrawn", EventKind.WITHDRAWAL),
        ("No response", EventKind.SILENCE),
        ("Accepted", EventKind.ACCEPTANCE),
        ("Zusage", EventKind.OFFER),
        ("Position closed", EventKind.POSITION_CLOSED),
        ("Unsuccessful", EventKind.REJECTION),
        ("no answer", EventKind.SILENCE),
        ("They answered", EventKind.REPLY),
        ("No answer yet", EventKind.APPLIED),
        ("Interview, no answer yet", EventKind.INTERVIEW),
        ("Not yet rejected", EventKind.APPLIED),
        ("Not yet applied", EventKind.SAVED),
        ("No offer", EventKind.REJECTION),
        ("No offer yet", EventKind.APPLIED),
        ("I said no", EventKind.WITHDRAWAL),
        ("They said no", EventKind.REJECTION),
        ("Didn’t get it", EventKind.REJECTION),
        ("Successful", EventKind.OFFER),
        ("Not successful", EventKind.REJECTION),
        ("Successful interview", EventKind.INTERVIEW),
        ("result pending", EventKind.APPLIED),
        ("waiting", EventKind.APPLIED),
        ("bad news", EventKind.REJECTION),
        ("good", None),
        ("renewed", None),
        ("consent", None),
        ("", None),
    ],
)
def test_a_status_means_what_it_says(words: str, kind: EventKind | None) -> None:
    assert status_of(words) == kind


def test_a_phone_number_is_not_taken_for_a_contact() -> None:
    mapping = mapping_of(("Contact Phone Number", "Company Name", "Job Title"))
    assert Column.CONTACT not in mapping
    assert mapping == {Column.COMPANY: 1, Column.ROLE: 2}


@given(st.lists(st.text(max_size=20), max_size=12))
def test_no_column_is_taken_for_two_things(columns: list[str]) -> None:
    places = list(mapping_of(columns).values())
    assert len(places) == len(set(places))
    assert all(0 <= place < len(columns) for place in places)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Rechazada", EventKind.REJECTION),
        ("Inscrita", EventKind.APPLIED),
        ("Entrevista", EventKind.INTERVIEW),
        ("Sin respuesta", EventKind.SILENCE),
        ("Refusé", EventKind.REJECTION),
        ("Inviata", EventKind.APPLIED),
        ("Afgewezen", EventKind.REJECTION),
        ("Rozmowa", EventKind.INTERVIEW),
        ("Sem resposta", EventKind.SILENCE),
        ("Avslag", EventKind.REJECTION),
        ("keine Rückmeldung", EventKind.SILENCE),
        ("noch keine Rückmeldung", EventKind.APPLIED),
        ("Habe selbst abgesagt", EventKind.WITHDRAWAL),
        ("Firma hat abgesagt", EventKind.REJECTION),
        ("Non retenue", EventKind.REJECTION),
        ("Pas de réponse", EventKind.SILENCE),
        ("Pas encore de réponse", EventKind.APPLIED),
        ("En attente", EventKind.APPLIED),
        ("No contestaron", EventKind.SILENCE),
        ("Todavía sin respuesta", EventKind.APPLIED),
        ("Pendiente", EventKind.APPLIED),
        ("Pendiente de enviar", EventKind.SAVED),
        ("Esito negativo", EventKind.REJECTION),
        ("Nessun riscontro", EventKind.SILENCE),
        ("In attesa", EventKind.APPLIED),
        ("Não selecionado", EventKind.REJECTION),
        ("Ainda sem resposta", EventKind.APPLIED),
        ("Niet aangenomen", EventKind.REJECTION),
        ("Aangenomen", EventKind.ACCEPTANCE),
        ("Niets gehoord", EventKind.SILENCE),
        ("Nog niets gehoord", EventKind.APPLIED),
        ("Wysłano", EventKind.APPLIED),
        ("Bez odpowiedzi", EventKind.SILENCE),
        ("Nie przyjęto", EventKind.REJECTION),
        ("Jeszcze brak odpowiedzi", EventKind.APPLIED),
        ("Utan svar", EventKind.SILENCE),
        ("Gick inte vidare", EventKind.REJECTION),
        ("Väntar på svar", EventKind.APPLIED),
        ("Olumsuz", EventKind.REJECTION),
        ("Yanıt yok", EventKind.SILENCE),
        ("Bekliyor", EventKind.APPLIED),
    ],
)
def test_a_status_is_read_in_other_languages(said: str, kind: EventKind) -> None:
    assert status_of(said) is kind


def test_the_columns_of_a_spanish_table_are_known() -> None:
    found = mapping_of(("Empresa", "Puesto", "Fecha", "Estado", "Notas"))
    wanted = {Column.COMPANY, Column.ROLE, Column.APPLIED, Column.STATUS, Column.NOTE}
    assert wanted <= set(found)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (("Firma", " Datum ", "Stelle"), "Datum"),
        (("Company", "DATE"), "DATE"),
        (("Company", "Date", "Date applied"), ""),
        (("Company", "Date applied"), ""),
        (("Company", "Role"), ""),
    ],
)
def test_a_column_that_is_only_a_day_is_named(
    columns: tuple[str, ...], told: str
) -> None:
    assert bare_day(columns, mapping_of(columns)) == told


def test_a_bare_day_that_the_person_takes_for_another_is_not_named() -> None:
    columns = ("Company", "Date", "Sent")
    assert bare_day(columns, {Column.COMPANY: 0, Column.APPLIED: 2}) == ""


@pytest.mark.parametrize(
    ("name", "column"),
    [
        *((name, Column.STATUS) for name in ("Outcome", "Result", "How it went")),
        *((name, Column.STATUS) for name in ("Ergebnis", "Résultat", "Resultado")),
        *((name, Column.STATUS) for name in ("Esito", "Uitkomst", "Wynik", "Utfall")),
        *((name, Column.STATUS) for name in ("Sonuç", "Odpowiedź", "Final outcome")),
        *((name, Column.SALARY) for name in ("Pay €", "Pay (£)", "Lohn", "Ücret")),
        *((name, Column.NOTE) for name in ("Remarks", "Bemerkungen", "Uwagi", "Note:")),
    ],
)
def test_a_column_is_known_by_its_usual_names(name: str, column: Column) -> None:
    mapping = mapping_of(("Company", "Role", name))
    assert mapping[column] == 2
    assert len(mapping) == 3


def test_columns_that_say_something_and_are_not_taken_are_named() -> None:
    columns = ("Company", "Interview date", "Colour", "", "Role")
    rows = (("A", "", "-", "x", "B"), ("C", "1 May", "", "", "D"))
    table = Table("own.csv", columns, rows)
    mapping = mapping_of(columns)
    assert left_columns(table, mapping) == ["Interview date"]
    assert left_columns(table, {**mapping, Column.NOTE: 1}) == []


@given(st.lists(st.text(max_size=12), max_size=8))
def test_only_a_column_of_the_list_is_ever_named(columns: list[str]) -> None:
    told = bare_day(columns, mapping_of(columns))
    assert not told or told in {column.strip() for column in columns}
