from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.applications.services.ledger import record
from onward.exchange.commands import import_list_command
from onward.exchange.models import ImportedList
from onward.exchange.rules.export import Format
from onward.exchange.rules.proof import USUAL, ProofPart
from onward.exchange.services import (
    export_pieces,
    keep_lists,
    proof,
    take_in,
    write_everything,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_person

DAY = timedelta(days=1)
STANDING = ("stage", "reached", "no_kind", "applied_at", "last_moved_at", "is_archived")


def happened(person: Person, company: str, *kinds: EventKind) -> Application:
    there = make_application(
        person=person, company=company, role="Dispatcher", applied_at=NOW - 30 * DAY
    )
    for place, kind in enumerate(kinds):
        at = NOW - (20 - place) * DAY
        record(person, there, kind=kind, at=at, now=NOW)
    return there


@pytest.fixture
def sender(owner: Person) -> Person:
    for company, *kinds in (
        ("Amber Ltd", EventKind.INTERVIEW, EventKind.REJECTION),
        ("Birch Ltd", EventKind.WITHDRAWAL),
        ("Cedar Ltd", EventKind.OFFER, EventKind.OFFER_DECLINED),
        ("Dale Ltd", EventKind.POSITION_CLOSED),
        ("Elder Ltd", EventKind.SILENCE),
        ("Fern Ltd", EventKind.INTERVIEW),
        ("Grove Ltd", EventKind.ARCHIVED),
        ("Heath Ltd", EventKind.OFFER, EventKind.ACCEPTANCE),
        ("Ivy Ltd",),
    ):
        happened(owner, company, *kinds)
    record(
        owner,
        Application.objects.get(company="Ivy Ltd"),
        kind=EventKind.DESCRIBED,
        at=NOW,
        now=NOW,
        payload={"work_mode": "remote", "salary_min": "31000", "contact_name": "-Kit"},
    )
    return owner


def standing(person: Person) -> dict[str, list[object]]:
    own = Application.objects.for_person(person)
    return {row[0]: list(row[1:]) for row in own.values_list("company", *STANDING)}


def as_csv(person: Person) -> tuple[str, bytes]:
    pieces = export_pieces(person, form=Format.CSV, now=NOW)
    return "apps.csv", "".join(pieces).encode()


def as_json(person: Person) -> tuple[str, bytes]:
    pieces = export_pieces(person, form=Format.JSON, now=NOW)
    return "apps.json", "".join(pieces).encode()


def as_zip(person: Person) -> tuple[str, bytes]:
    target = io.BytesIO()
    write_everything(person, target, now=NOW)
    return "everything.zip", target.getvalue()


def taken_in(person: Person, export: tuple[str, bytes]) -> Person:
    other = make_person(name="Noor")
    (kept,) = keep_lists(other, name=export[0], data=export[1], now=NOW)
    take_in(kept, now=NOW)
    return other


@pytest.mark.parametrize("export", [as_csv, as_json, as_zip])
def test_what_went_out_comes_in_as_it_stood(
    sender: Person, export: Callable[[Person], tuple[str, bytes]]
) -> None:
    other = taken_in(sender, export(sender))
    assert standing(other) == standing(sender)
    ivy = Application.objects.for_person(other).get(company="Ivy Ltd")
    assert (ivy.work_mode, ivy.salary_min, ivy.contact_name) == (
        "remote",
        "31000",
        "-Kit",
    )


def test_whose_no_it_was_comes_in_too(sender: Person) -> None:
    other = taken_in(sender, as_csv(sender))
    own = Event.objects.for_person(other)
    noes = own.values_list("application__company", "kind")
    assert {*noes} >= {
        ("Amber Ltd", EventKind.REJECTION),
        ("Birch Ltd", EventKind.WITHDRAWAL),
        ("Cedar Ltd", EventKind.OFFER_DECLINED),
        ("Dale Ltd", EventKind.POSITION_CLOSED),
        ("Elder Ltd", EventKind.SILENCE),
    }
    amber = Application.objects.for_person(other).get(company="Amber Ltd")
    assert (amber.no_kind, amber.reached) == (NoKind.THEY_SAID_NO, Stage.INTERVIEW)


def test_a_backup_is_told_from_an_export(owner: Person, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "backup.zip", "w") as archive:
        archive.writestr("onward-backup.json", "{}")
        archive.writestr("onward.sqlite3", "…")
    told = CliRunner().invoke(import_list_command, [str(tmp_path / "backup.zip")])
    assert "onward restore" in told.output


def test_the_page_takes_it_in(owner_client: Client, sender: Person) -> None:
    """At home again each is known, and nothing of its table is left over."""
    events = Event.objects.count()
    file = SimpleUploadedFile(*as_json(sender))
    html = owner_client.post("/exchange/", {"file": file}, follow=True).content.decode()
    assert "9 rows, read as Onward&#x27;s own export" in html
    assert "0 new, 9 that you have already" in html
    assert "not taken" not in html
    (kept,) = ImportedList.objects.all()
    owner_client.post(f"/exchange/lists/{kept.pk}/choices/", {"take-in": "yes"})
    kept.refresh_from_db()
    assert kept.taken_in_at is not None
    new = Event.objects.order_by("number")[events:]
    assert {event.kind for event in new} == {EventKind.DESCRIBED}


def test_no_day_of_an_interview_is_made_up(sender: Person) -> None:
    """The table has the day of the last movement, and does not say of which."""
    report = proof(
        taken_in(sender, as_csv(sender)),
        first=(NOW - 40 * DAY).date(),
        last=NOW.date(),
        fields=USUAL,
        parts=(ProofPart.INTERVIEWS,),
        now=NOW,
    )
    assert not report.lines
    assert {each.company for each in report.undated} >= {"Fern Ltd"}


def both_times(person: Person, *, apart: int) -> None:
    """Let a person apply twice for one role of one employer, with a no the first time."""
    for days, kind in ((20 + apart, EventKind.REJECTION), (20, EventKind.INTERVIEW)):
        there = make_application(
            person=person,
            company="Meta Bakery",
            role="Dispatcher",
            applied_at=NOW - days * DAY,
        )
        record(person, there, kind=kind, at=NOW - (days - 9) * DAY, now=NOW)


def all_standing(person: Person) -> list[tuple[object, ...]]:
    own = Application.objects.for_person(person).order_by("applied_at")
    return list(own.values_list("company", "role", *STANDING))


@pytest.mark.parametrize("apart", [180, 10])
@pytest.mark.parametrize("export", [as_csv, as_json])
def test_two_applications_for_one_role_come_in_as_two(
    owner: Person, export: Callable[[Person], tuple[str, bytes]], apart: int
) -> None:
    both_times(owner, apart=apart)
    name, data = export(owner)
    other = taken_in(owner, (name, data))
    assert len(all_standing(other)) == 2
    assert all_standing(other) == all_standing(owner)
    (again,) = keep_lists(other, name=name, data=data, now=NOW)
    assert take_in(again, now=NOW).events == 0
    assert all_standing(other) == all_standing(owner)


def test_an_export_of_this_home_finds_each_application_again(owner: Person) -> None:
    both_times(owner, apart=10)
    before = all_standing(owner)
    (one,) = keep_lists(owner, name="apps.csv", data=as_csv(owner)[1], now=NOW)
    taken = take_in(one, now=NOW)
    assert (taken.new, taken.same, taken.left_out) == (0, 2, 0)
    assert all_standing(owner) == before


def test_two_of_an_export_are_never_taken_for_one_without_asking(owner: Person) -> None:
    both_times(owner, apart=10)
    other = make_person(name="Noor")
    make_application(
        person=other,
        company="Meta Bakery",
        role="Dispatcher",
        applied_at=NOW - 20 * DAY,
    )
    (one,) = keep_lists(other, name="apps.csv", data=as_csv(owner)[1], now=NOW)
    taken = take_in(one, now=NOW)
    assert (taken.new, taken.same, taken.left_out) == (0, 1, 1)
