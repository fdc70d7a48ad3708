from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.applications.rules.listing import Show, Sort, Wanted
from onward.applications.services import (
    archive,
    came_through,
    find_applications,
    merge,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no


def companies(person: Person, **wanted: object) -> list[str]:
    found = find_applications(person, wanted=Wanted(**wanted))  # type: ignore[arg-type]
    return [application.company for application in found]


@pytest.fixture
def ledger(owner: Person) -> Person:
    """Four applications: open, in interview, closed by them, archived."""
    make_application(person=owner, company="Acme", applied_at=NOW - timedelta(days=2))
    make_application(
        person=owner,
        company="Bürohaus",
        place="Zürich",
        system="Lever",
        applied_at=NOW - timedelta(days=30),
        events=((EventKind.INTERVIEW, NOW - timedelta(days=1)),),
    )
    make_no(application=make_application(person=owner, company="Aachen Foods"))
    old = make_application(person=owner, company="Old Mill", system="Lever")
    archive(owner, old, now=NOW)
    return owner


def test_open_ones_come_first_and_the_archive_stays_away(ledger: Person) -> None:
    assert companies(ledger) == ["Bürohaus", "Acme", "Aachen Foods"]


def test_each_part_of_the_ledger_can_be_shown_alone(ledger: Person) -> None:
    assert companies(ledger, show=Show.OPEN) == ["Bürohaus", "Acme"]
    assert companies(ledger, show=Show.CLOSED) == ["Aachen Foods"]
    assert companies(ledger, show=Show.ARCHIVED) == ["Old Mill"]


@pytest.mark.parametrize("search", ["Buerohaus", "burohaus", "BÜROHAUS zuerich"])
def test_a_name_is_found_with_umlauts_spelt_out(ledger: Person, search: str) -> None:
    assert companies(ledger, search=search) == ["Bürohaus"]


def test_the_order_can_be_chosen(ledger: Person) -> None:
    assert companies(ledger, sort=Sort.APPLIED) == ["Acme", "Bürohaus", "Aachen Foods"]
    assert companies(ledger, sort=Sort.COMPANY) == ["Acme", "Bürohaus", "Aachen Foods"]


def test_what_was_never_applied_for_comes_last_by_day_applied(owner: Person) -> None:
    make_application(person=owner, company="Saved", applied_at=None)
    make_application(person=owner, company="Applied")
    assert companies(owner, sort=Sort.APPLIED) == ["Applied", "Saved"]


def test_filters_narrow_together(ledger: Person) -> None:
    assert companies(ledger, stage=Stage.INTERVIEW, system="Lever") == ["Bürohaus"]
    assert companies(ledger, stage=Stage.INTERVIEW, system="Workday") == []
    assert companies(ledger, no_kind=NoKind.THEY_SAID_NO) == ["Aachen Foods"]
    assert companies(ledger, no_kind=NoKind.JOB_WENT_AWAY) == []


def test_search_finds_words_in_any_case_order_and_accent(ledger: Person) -> None:
    assert companies(ledger, search="zurich BUROHAUS") == ["Bürohaus"]
    assert companies(ledger, search="zurich acme") == []
    assert companies(ledger, search="100%_") == []


def test_what_became_part_of_another_is_not_listed(owner: Person) -> None:
    one, two = (make_application(person=owner, company=name) for name in ("A", "B"))
    merge(owner, one, other=two, now=NOW)
    assert companies(owner) == ["A"]


def test_nobody_finds_what_is_somebody_elses(ledger: Person, outsider: Person) -> None:
    assert companies(outsider) == []
    assert came_through(outsider) == []


def test_the_systems_are_named_once_each(ledger: Person) -> None:
    assert came_through(ledger) == ["Lever"]


# Few applications have a last day: sorting those is quick without an index.
@pytest.mark.parametrize("sort", [s for s in Sort if s != Sort.DEADLINE])
def test_each_order_is_read_from_an_index(owner: Person, sort: Sort) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("The other database plans by how many rows there are.")
    found = find_applications(owner, wanted=Wanted(sort=sort))[:25]
    plan = found.explain()
    assert f"USING INDEX app_by_{sort.value}" in plan
    assert "TEMP B-TREE" not in plan


def test_the_list_is_stored_anew_with_each_event(owner: Person) -> None:
    application = make_application(person=owner)
    assert Application.objects.get(pk=application.pk).is_open
    make_no(application=application)
    assert not Application.objects.get(pk=application.pk).is_open
