from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event, merge, take_back
from onward.exchange.rules.export import APPLICATION_FIELDS, EVENT_FIELDS, Format
from onward.exchange.services import application_records, export_pieces
from onward.exchange.services import export as services
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no


def as_json(person: Person) -> Any:
    return json.loads("".join(export_pieces(person, form=Format.JSON, now=NOW)))


def as_table(person: Person, *, events: bool = False) -> list[dict[str, str]]:
    pieces = export_pieces(person, form=Format.CSV, one_line_an_event=events, now=NOW)
    return list(csv.DictReader(io.StringIO("".join(pieces), newline="")))


def test_everything_is_in_the_json(owner: Person) -> None:
    application = make_application(person=owner, company="Zürich “Acme”", place="Leeds")
    add_event(
        owner, application, kind=EventKind.REPLY, at=NOW, note="Line\nbreak", now=NOW
    )
    take_back(owner, make_no(application=application), now=NOW)
    (record,) = as_json(owner)["applications"]
    assert set(record) == {*APPLICATION_FIELDS, "events"}
    assert record["company"] == "Zürich “Acme”"
    assert record["stage"] == "replied"
    assert [event["kind"] for event in record["events"]] == [
        "applied",
        "described",
        "reply",
        "rejection",
        "void",
    ]
    rejection = record["events"][3]
    assert rejection["is_void"] is True
    assert set(rejection) == {*EVENT_FIELDS, "payload"}
    assert record["events"][2]["note"] == "Line\nbreak"


def test_an_empty_ledger_is_an_empty_list(owner: Person) -> None:
    assert as_json(owner)["applications"] == []
    assert as_table(owner) == []


def test_the_table_has_a_line_an_application(owner: Person) -> None:
    make_application(person=owner, company='=HYPERLINK("x")')
    make_no(application=make_application(person=owner, company="Acme"))
    first, second = as_table(owner)
    assert first["company"] == '\'=HYPERLINK("x")'
    assert second["no_kind"] == "they_said_no"


def test_the_table_of_events_has_a_line_an_event(owner: Person) -> None:
    application = make_application(person=owner, company="Acme")
    make_no(application=application)
    lines = as_table(owner, events=True)
    assert [line["kind"] for line in lines] == ["applied", "described", "rejection"]
    assert {line["application_id"] for line in lines} == {str(application.pk)}


def test_a_part_is_written_with_the_application_it_shows_under(owner: Person) -> None:
    one = make_application(person=owner, company="Acme")
    other = make_application(person=owner, company="Acme GmbH")
    merge(owner, one, other=other, now=NOW)
    (record,) = as_json(owner)["applications"]
    assert record["id"] == str(one.pk)
    assert len(record["events"]) == 5


def test_nothing_of_an_outsider_is_exported(owner: Person, outsider: Person) -> None:
    make_application(person=outsider)
    assert as_json(owner)["applications"] == []


def test_batches_leave_nothing_out(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "BATCH", 2)
    companies = [f"Acme {number}" for number in range(5)]
    for company in companies:
        make_application(person=owner, company=company)
    assert [record["company"] for record in application_records(owner)] == companies


def test_more_applications_cost_no_more_queries_each(
    owner: Person, django_assert_num_queries: Any
) -> None:
    for _ in range(20):
        make_application(person=owner)
    # Applications, their parts, their events, and that there are no more.
    with django_assert_num_queries(4):
        list(application_records(owner))
