from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import click
import pytest
import time_machine
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from onward.applications.commands import show_command
from onward.applications.labels import told_words
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, Stage
from onward.applications.services import (
    disagreements,
    merge,
    take_back,
    take_back_batch,
)
from onward.applications.services.ledger import record
from onward.core.dates import day_in
from onward.core.exit_codes import ExitCode
from onward.exchange import plain
from onward.exchange.commands import import_list_command
from onward.exchange.models import ImportedList
from onward.exchange.rules.proof import ProofField, ProofPart
from onward.exchange.rules.proposals import Proposal
from onward.exchange.services import (
    choose,
    keep_lists,
    let_go,
    lists,
    proof,
    proposals,
    take_in,
)
from onward.exchange.services.lists import UNDONE_AT_ONCE
from onward.exchange.views import taken_words
from onward.method.plan.services import catch_up
from onward.method.plan.today import is_resting
from onward.people.alone import alone_for
from onward.people.models import Person
from onward.people.new_zone import name_zone
from tests.builders import NOW, make_application

LISTS = Path(__file__).parents[1] / "fixtures" / "lists"
DAY = timedelta(days=1)


def kept(person: Person, name: str) -> ImportedList:
    (one,) = keep_lists(person, name=name, data=(LISTS / name).read_bytes(), now=NOW)
    return one


def companies() -> list[str]:
    rows = Application.objects.order_by("company_sort")
    return list(rows.values_list("company", flat=True))


def test_a_list_is_taken_in_and_again_adds_nothing(owner: Person) -> None:
    one = kept(owner, "teal.csv")
    taken = take_in(one, now=NOW)
    assert (taken.new, taken.same, taken.left_out) == (3, 0, 0)
    assert companies() == ["Fernhill School", "Grange Clinic", "Harbour & Sons"]
    stages = dict(Application.objects.values_list("company", "stage"))
    assert stages == {
        "Fernhill School": Stage.SAVED,
        "Grange Clinic": Stage.CLOSED,
        "Harbour & Sons": Stage.INTERVIEW,
    }
    events = Event.objects.count()
    assert take_in(one, now=NOW).events == 0
    assert take_in(kept(owner, "teal.csv"), now=NOW).events == 0
    assert Event.objects.count() == events
    assert len(companies()) == 3


def test_what_mail_told_already_is_recognised_and_only_completed(owner: Person) -> None:
    there = make_application(
        person=owner,
        company="Harbour & Sons Ltd",
        role="Dispatcher",
        applied_at=NOW.replace(month=4, day=6),
    )
    taken = take_in(kept(owner, "Job Applications.csv"), now=NOW)
    assert (taken.new, taken.same) == (2, 1)
    there.refresh_from_db()
    assert there.company == "Harbour & Sons Ltd"
    assert there.url.endswith("4100000002")
    assert there.events.filter(kind=EventKind.APPLIED).count() == 1


def test_what_a_list_says_is_said_to_come_from_it(owner: Person) -> None:
    one = kept(owner, "huntr.csv")
    take_in(one, now=NOW)
    event = Event.objects.get(
        kind=EventKind.MOVED, application__company="Bramble Bakery"
    )
    assert event.decided_by == DecidedBy.IMPORT
    assert event.source_id == one.pk
    assert "does not say on which day" in event.payload["note"]


@pytest.mark.parametrize("column", ["Datum", "Updated"])
def test_a_no_of_a_list_ends_the_application_that_began_later_that_day(
    owner: Person, column: str
) -> None:
    there = make_application(
        person=owner,
        company="De Kleurdoos",
        role="activiteitenbegeleider",
        applied_at=NOW.replace(month=3, day=27, hour=16, minute=50),
    )
    if column == "Datum":
        at = NOW.replace(month=4, day=2)
        record(owner, there, kind=EventKind.REPLY, at=at, now=NOW)
    row = "De Kleurdoos;activiteitenbegeleider;27-03-2026;Afgewezen\n"
    data = f"Bedrijf;Functie;{column};Status\n{row}"
    (one,) = keep_lists(owner, name="own.csv", data=data.encode(), now=NOW)
    taken = take_in(one, now=NOW)
    there.refresh_from_db()
    assert there.stage == Stage.CLOSED
    assert (taken.same, taken.closed) == (1, 1)
    assert "1 of them is closed now" in taken_words(taken)
    assert take_in(one, now=NOW).closed == 0


def test_the_day_of_a_list_is_no_day_of_the_interview_that_its_status_tells_of(
    owner_client: Client, owner: Person
) -> None:
    data = "Bedrijf;Functie;Datum;Status\nPrincenhage;Thuishulp;15-10-2026;Gesprek gepland\n"
    page = upload(owner_client, "own.csv", data.encode())
    shown = " ".join(owner_client.get(page).content.decode().split())
    assert "Day you applied: <time" in shown
    assert "Where it stands: Interview" in shown
    owner_client.post(f"{page}choices/", {"take-in": "yes"})
    there = Application.objects.get()
    assert there.stage == Stage.INTERVIEW
    assert not there.events.filter(kind=EventKind.INTERVIEW).exists()
    html = owner_client.get(f"/applications/{there.pk}/").content.decode()
    assert "Without a day" in html
    assert html.count("15 October 2026</time>") == 1  # when it was sent
    told = CliRunner().invoke(show_command, ["Princenhage"]).output
    assert "no day            As your list has it" in told


UNREADABLE = (
    "companyName;title;listName;Applied\n"
    "Larch Dairy;Milker;Applied;soon\n"
    "Teasel Yarns;Dyer;Applied;17/05/2026\n"
    "Coble Boats;Rigger;Rejected;31.09.2026\n"
    "Sorrel Farm;Picker;Applied;08/14/2026\n"
)


def test_a_day_that_cannot_be_read_is_never_made_up(owner: Person) -> None:
    (one,) = keep_lists(owner, name="huntr.csv", data=UNREADABLE.encode(), now=NOW)
    take_in(one, now=NOW)
    catch_up(owner, now=NOW)
    assert not is_resting(owner, NOW)
    today = NOW.date()
    told = proof(
        owner,
        first=today - 400 * DAY,
        last=today + DAY,
        fields=set(ProofField),
        parts=tuple(ProofPart),
        now=NOW,
    )
    assert [line[1] for line in told.lines] == ["Teasel Yarns"]
    there = {each.company: each for each in Application.objects.all()}
    assert there["Larch Dairy"].stage == there["Sorrel Farm"].stage == Stage.APPLIED
    assert there["Larch Dairy"].applied_at is None
    assert there["Coble Boats"].is_archived
    moved = there["Larch Dairy"].events.get(kind=EventKind.MOVED)
    assert told_words(moved) == "As your list has it"
    note = there["Coble Boats"].events.get(kind=EventKind.NOTE).payload["note"]
    assert "not on which day" in note


def test_days_that_could_not_be_read_are_named_before_and_after(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    said = "3 days could not be read or have not come yet: rows 1, 3 and 4"
    table = tmp_path / "huntr.csv"
    table.write_text(UNREADABLE)
    page = upload(owner_client, "huntr.csv", UNREADABLE.encode())
    assert said in owner_client.get(page).content.decode()
    owner_client.post(f"{page}choices/", {"take-in": "yes"})
    assert said in owner_client.get(page).content.decode()
    assert said in CliRunner().invoke(import_list_command, [str(table), "--yes"]).output


def test_a_bare_date_is_told_to_be_taken_for_the_day_of_applying(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    said = "“Datum” is taken for the day you applied."
    listed = "Firma;Stelle;Datum\nAhrenhof;Köchin;03.04.2026\n"
    table = tmp_path / "own.csv"
    table.write_text(listed, encoding="utf-8")
    told = CliRunner().invoke(import_list_command, [str(table), "--dry-run"]).output
    assert said in told
    page = upload(owner_client, "own.csv", listed.encode())
    assert said in owner_client.get(page).content.decode()
    clear = listed.replace("Datum", "Beworben am")
    page = upload(owner_client, "clear.csv", clear.encode())
    assert "is taken for" not in owner_client.get(page).content.decode()


def test_columns_that_are_not_taken_are_named(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    said = "2 columns are not taken: “Interview date”, “Mood”."
    listed = (
        "Company;Role;Date;How it went;Interview date;Mood\n"
        "Birr Brick;Planner;05/06/2026;Unsuccessful;;fine\n"
        "Carlow Cans;Planner;17/08/2026;no answer;22/09/2026;\n"
    )
    table = tmp_path / "own.csv"
    table.write_text(listed, encoding="utf-8")
    told = CliRunner().invoke(import_list_command, [str(table), "--dry-run"]).output
    assert said in told
    page = upload(owner_client, "own.csv", listed.encode())
    assert said in owner_client.get(page).content.decode()
    owner_client.post(f"{page}choices/", {"take-in": "yes"})
    kinds = Application.objects.order_by("company").values_list("no_kind", flat=True)
    assert list(kinds) == ["they_said_no", "went_quiet"]


def test_statuses_that_are_not_known_are_named_before_and_after(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    said = "2 statuses are not known here: “Marinating” (rows 1 and 3), “Zzz” (row 4)."
    listed = "Company,Job Title,Status\n" + "".join(
        f"Firm {number},Clerk,{status}\n"
        for number, status in enumerate(("Marinating", "Applied", "Marinating", "Zzz"))
    )
    table = tmp_path / "own.csv"
    table.write_text(listed)
    told = CliRunner().invoke(import_list_command, [str(table), "--dry-run"]).output
    assert said in told
    page = upload(owner_client, "own.csv", listed.encode())
    assert said in owner_client.get(page).content.decode()
    owner_client.post(f"{page}choices/", {"take-in": "yes"})
    assert said in owner_client.get(page).content.decode()
    known = listed.replace("Marinating", "Rejected").replace("Zzz", "Offer")
    table.write_text(known)
    told = CliRunner().invoke(import_list_command, [str(table), "--yes"]).output
    assert "not known" not in told


def test_days_of_a_list_stay_when_another_zone_is_named(
    owner_client: Client, owner: Person
) -> None:
    rows = "Company,Job Title,Date Applied\nFirm,Clerk,2026-11-02\n"
    rows += "Other,Clerk,2026-11-02T22:30:00Z\n"
    page = upload(owner_client, "own.csv", rows.encode())
    owner_client.post(f"{page}choices/", {"take-in": "yes"})
    name_zone(owner, "Pacific/Auckland")
    sent = dict(Application.objects.values_list("company", "applied_at"))
    days = {
        name: day_in(at, zone_name=owner.time_zone) for name, at in sent.items() if at
    }
    assert days == {"Firm": date(2026, 11, 2), "Other": date(2026, 11, 3)}


def test_what_came_from_a_list_offers_no_message(
    owner_client: Client, owner: Person
) -> None:
    one = kept(owner, "teal.csv")
    take_in(one, now=NOW)
    for each in Application.objects.all():
        page = owner_client.get(f"/applications/{each.pk}/").content.decode()
        assert "Harbour" in page or each.company != "Harbour & Sons"
        assert f"/mail/messages/{one.pk}/" not in page


def test_linkedin_knows_that_it_was_sent_and_not_whom_to_write_to(
    owner: Person,
) -> None:
    data = (LISTS / "Job Applications.csv").read_bytes()
    data = data.replace(b'"9/3/26, 12:05 AM"', b"sometime")
    (one,) = keep_lists(owner, name="Job Applications.csv", data=data, now=NOW)
    take_in(one, now=NOW)
    every = {each.company: each for each in Application.objects.all()}
    assert {each.contact_address for each in every.values()} == {""}
    unread = every["Quill, Press & Co"]
    assert (unread.stage, unread.applied_at) == (Stage.APPLIED, None)


def test_an_old_no_from_a_list_opens_no_quiet_window(owner: Person) -> None:
    take_in(kept(owner, "teal.csv"), now=NOW)
    catch_up(owner, now=NOW)
    assert not is_resting(owner, NOW)


def test_a_repeated_row_that_is_chosen_as_new_is_whole_and_comes_once(
    owner: Person,
) -> None:
    data = (
        b"Company,Role,Applied,Status\n"
        b"Oakmere Foods,Planner,2025-10-01,Rejected 9 Oct 2025\n"
        b"Oakmere Foods,Planner,2026-01-05,Interview 9 Jan 2026\n"
    )
    (one,) = keep_lists(owner, name="a.csv", data=data, now=NOW)
    choose(one, choices={2: "new"})
    take_in(one, now=NOW)
    whole = [("Oakmere Foods", "Planner", Stage.CLOSED)]
    whole += [("Oakmere Foods", "Planner", Stage.INTERVIEW)]
    own = Application.objects.order_by("applied_at")
    assert list(own.values_list("company", "role", "stage")) == whole
    assert take_in(one, now=NOW).events == 0
    (again,) = keep_lists(owner, name="a.csv", data=data, now=NOW)
    assert take_in(again, now=NOW).events == 0
    assert list(own.values_list("company", "role", "stage")) == whole


def test_after_an_undo_the_list_can_come_again(owner: Person) -> None:
    one = kept(owner, "Saved Jobs.csv")
    take_in(one, now=NOW)
    for event in Event.objects.filter(batch__isnull=False, voided_by=None):
        if event.kind != EventKind.VOID:
            take_back(owner, event, now=NOW)
    taken = take_in(one, now=NOW + DAY)
    assert taken.new == 1
    assert companies().count("Oakmere Foods") == 1


def test_a_list_comes_again_however_often_it_is_undone(owner: Person) -> None:
    for times in range(UNDONE_AT_ONCE * 2 + 2):
        now = NOW + times * DAY
        one = kept(owner, "huntr.csv")
        assert take_in(one, now=now).new == 3
        assert take_in(kept(owner, "huntr.csv"), now=now).events == 0
        assert one.batch is not None
        assert Application.objects.exclude(company="").count() == 3
        assert not disagreements(owner)
        take_back_batch(owner, one.batch, now=now)
    assert not Application.objects.filter(events=None).exists()


def test_a_row_is_compared_as_long_as_it_is_kept(owner: Person) -> None:
    role, company = "Night Porter " * 400, "Sundial " * 600
    data = f"company,role\n{company},{role}\n".encode()
    (one,) = keep_lists(owner, name="a.csv", data=data, now=NOW)
    assert len(proposals(one)) == 1
    assert take_in(one, now=NOW).new == 1
    (again,) = keep_lists(owner, name="b.csv", data=data, now=NOW)
    assert proposals(again)[0].proposal == Proposal.SAME
    assert take_in(again, now=NOW).events == 0


def test_what_mail_brought_while_the_list_waited_is_known(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = kept(owner, "Saved Jobs.csv")

    @contextmanager
    def waited(person: Person) -> Iterator[None]:
        with alone_for(person):
            make_application(
                person=person, company="Oakmere Foods", role="Depot Planner"
            )
            yield

    monkeypatch.setattr(lists, "alone_for", waited)
    taken = take_in(one, now=NOW)
    assert (taken.new, taken.same) == (0, 1)
    assert companies() == ["Oakmere Foods"]


def test_a_list_forgotten_while_it_waited_records_nothing(
    owner: Person, owner_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = kept(owner, "teal.csv")

    @contextmanager
    def waited(person: Person) -> Iterator[None]:
        let_go(ImportedList.objects.get(pk=one.pk))
        with alone_for(person):
            yield

    monkeypatch.setattr(lists, "alone_for", waited)
    answer = owner_client.post(
        f"/exchange/lists/{one.pk}/choices/", {"take-in": "1"}, follow=True
    )
    assert "Nothing of it was recorded" in answer.content.decode()
    assert companies() == []


@pytest.mark.parametrize("is_dry", [True, False])
def test_the_command_waits_before_it_writes_and_once(
    owner: Person, monkeypatch: pytest.MonkeyPatch, is_dry: bool
) -> None:
    outside = len(connection.savepoint_ids)
    waits: list[int] = []

    @contextmanager
    def waited(person: Person) -> Iterator[None]:
        waits.append(len(connection.savepoint_ids) - outside)
        with alone_for(person):
            yield

    for module in (lists, plain):
        monkeypatch.setattr(module, "alone_for", waited)
    data = (LISTS / "huntr.csv").read_bytes()
    told = plain.take_in_file("huntr.csv", data, days=None, is_dry=is_dry)
    assert "  New           3" in told
    assert waits == [0]
    assert Application.objects.exists() is not is_dry


def test_a_row_goes_to_what_its_application_was_joined_into(owner: Person) -> None:
    chosen = make_application(person=owner, company="Alpha", role="Planner")
    head = make_application(person=owner, company="Beta", role="Cook")
    data = b"company,role,notes\nGamma,Baker,They answer on Fridays\n"
    (one,) = keep_lists(owner, name="a.csv", data=data, now=NOW)
    choose(one, choices={1: str(chosen.pk).upper()})
    merge(owner, head, other=chosen, now=NOW)
    taken = take_in(one, now=NOW)
    assert (taken.new, taken.same, taken.left_out) == (0, 1, 0)
    note = Event.objects.get(kind=EventKind.NOTE)
    assert note.payload["note"] == "They answer on Fridays"
    assert note.application == head


def test_a_choice_is_shown_by_what_it_was_joined_into(
    owner_client: Client, owner: Person
) -> None:
    chosen = make_application(person=owner, company="Alpha", role="Planner")
    head = make_application(person=owner, company="Beta", role="Cook")
    data = b"company,role,notes\nGamma,Baker,They answer on Fridays\n"
    (one,) = keep_lists(owner, name="a.csv", data=data, now=NOW)
    choose(one, choices={1: str(chosen.pk)})
    merge(owner, head, other=chosen, now=NOW)
    page = owner_client.get(f"/exchange/lists/{one.pk}/").content.decode()
    assert f'<option value="{head.pk}" selected>Same as' in page
    said = {"row-1": str(head.pk), "take-in": "yes"}
    owner_client.post(f"/exchange/lists/{one.pk}/choices/", said)
    assert Event.objects.get(kind=EventKind.NOTE).application == head
    assert Application.objects.count() == 2


def test_a_row_left_undecided_stays_out(owner: Person) -> None:
    for days in (3, 40):
        make_application(
            person=owner,
            company="Oakmere Foods",
            role="Depot Planner",
            applied_at=NOW.replace(month=9, day=30) + timedelta(days=days),
        )
    taken = take_in(kept(owner, "Saved Jobs.csv"), now=NOW)
    assert (taken.new, taken.same, taken.left_out) == (0, 0, 1)


def upload(client: Client, name: str, data: bytes) -> str:
    answer = client.post("/exchange/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def test_the_whole_walk_on_the_page(owner_client: Client, owner: Person) -> None:
    page = upload(owner_client, "teal.csv", (LISTS / "teal.csv").read_bytes())
    html = owner_client.get(page).content.decode()
    assert "3 rows, read as Teal" in html
    assert "Take the whole list in" in html
    assert not Application.objects.exists()
    said = {"row-2": "skip", "take-in": "yes"}
    answer = owner_client.post(f"{page}choices/", said, follow=True)
    html = answer.content.decode()
    assert "2 new applications" in html
    assert "Take the whole list in" not in html
    assert "Take in what is new in it" in html
    assert companies() == ["Grange Clinic", "Harbour & Sons"]
    owner_client.post(f"{page}forget/")
    assert not ImportedList.objects.exists()
    assert len(companies()) == 2


def test_a_list_is_undone_in_one_press_by_its_name(
    owner_client: Client, owner: Person
) -> None:
    with time_machine.travel(NOW, tick=False):
        owner_client.force_login(owner)
        one = kept(owner, "teal.csv")
        page = owner_client.get(f"/exchange/lists/{one.pk}/").content.decode()
        assert "3 new, 0 that you have already." in page
        take_in(one, now=NOW)
        page = owner_client.get("/applications/changes/").content.decode()
        assert "A list that was taken in" in page
        assert "Details noted" not in page


def test_a_choice_alone_records_nothing(owner_client: Client, owner: Person) -> None:
    page = upload(owner_client, "teal.csv", (LISTS / "teal.csv").read_bytes())
    said = {"row-1": "skip", "row-2": "nonsense", f"row-{'9' * 12}": "new"}
    said["page"] = "9" * 5000
    answer = owner_client.post(f"{page}choices/", said)
    assert answer.headers["Location"] == f"{page}?page=1"
    assert ImportedList.objects.get().choices == {"1": "skip"}
    assert not Application.objects.exists()


def test_a_table_that_can_be_read_in_two_ways_asks(
    owner_client: Client, owner: Person
) -> None:
    data = (LISTS / "both_orders.csv").read_bytes()
    page = upload(owner_client, "both_orders.csv", data)
    asked = owner_client.get(page, follow=True)
    assert asked.redirect_chain[-1][0] == f"{page}reading/"
    assert owner_client.post(f"{page}reading/", {}).status_code == 422
    said = {"company": "1", "role": "2", "applied": "0", "order": "day_first"}
    owner_client.post(f"{page}reading/", said)
    owner_client.post(f"{page}choices/", {"take-in": "yes"})
    applied = Application.objects.order_by("applied_at").values_list("applied_at")
    assert [f"{at:%d.%m.}" for (at,) in applied] == ["03.04.", "05.06."]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.csv", b"  ", "This file is empty"),
        ("a.csv", b"only words", "no table in this file"),
        ("a.zip", b"PK\x03\x04zzz", "damaged or locked"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0,\0\rI,H\nD,R", "and no list; give"),
        ("a.bin", b"one,two\nthree,\x01\x02\x03four\n", "and no list; give"),
    ],
)
def test_bad_files_get_a_sentence(
    owner_client: Client, owner: Person, name: str, data: bytes, sentence: str
) -> None:
    answer = owner_client.post("/exchange/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_of_a_whole_linkedin_export_the_job_lists_are_kept(
    owner_client: Client, owner: Person
) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("Job Applications.csv", "Saved Jobs.csv", "Connections.csv"):
            archive.write(LISTS / name, f"Jobs/{name}")
    upload(owner_client, "linkedin.zip", file.getvalue())
    names = set(ImportedList.objects.values_list("name", flat=True))
    assert names == {"Job Applications.csv", "Saved Jobs.csv"}


def test_an_outsider_sees_and_changes_nothing(
    outsider_client: Client, outsider: Person, owner: Person
) -> None:
    one = kept(owner, "teal.csv")
    for path in ("", "reading/"):
        answer = outsider_client.get(f"/exchange/lists/{one.pk}/{path}")
        assert answer.status_code == 404
    for path in ("choices/", "forget/", "reading/"):
        answer = outsider_client.post(f"/exchange/lists/{one.pk}/{path}")
        assert answer.status_code == 404
    assert "teal.csv" not in outsider_client.get("/exchange/").content.decode()


def test_a_choice_never_reaches_somebody_elses_application(
    owner_client: Client, owner: Person, outsider: Person
) -> None:
    theirs = make_application(person=outsider, company="Secret")
    events = theirs.events.count()
    page = upload(
        owner_client, "Saved Jobs.csv", (LISTS / "Saved Jobs.csv").read_bytes()
    )
    said = {"row-1": str(theirs.pk), "take-in": "yes"}
    answer = owner_client.post(f"{page}choices/", said, follow=True)
    assert theirs.events.count() == events
    assert "1 row left out" in answer.content.decode()


def test_everything_goes_out_again_by_a_press(
    owner_client: Client, owner: Person
) -> None:
    make_application(person=owner, company="Acme", salary="30,000")
    for form in ("json", "csv"):
        answer = owner_client.get(f"/exchange/export/{form}/")
        text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
        assert "Acme" in text
        assert "30,000" in text
        assert f".{form}" in answer.headers["Content-Disposition"]


def test_the_command_takes_in_shows_and_asks(owner: Person, tmp_path: Path) -> None:
    run = CliRunner()
    shown = run.invoke(import_list_command, [str(LISTS / "huntr.csv"), "--dry-run"])
    assert "Bramble Bakery · Baker" in shown.output
    assert "New           3" in shown.output
    assert not ImportedList.objects.exists()
    taken = run.invoke(import_list_command, [str(LISTS / "huntr.csv"), "--yes"])
    assert "New           3" in taken.output
    assert "Bramble Bakery" not in taken.output
    table = tmp_path / "t.csv"
    table.write_text("date,company\n3/4/2026,Sundial\n")
    asked = run.invoke(import_list_command, [str(table)])
    assert asked.exit_code == ExitCode.USAGE
    assert "two ways" in asked.output
    told = run.invoke(import_list_command, [str(table), "--days", "day-first", "--yes"])
    assert told.exit_code == 0
    both = run.invoke(import_list_command, [str(table), "--dry-run", "--yes"])
    assert both.exit_code == ExitCode.USAGE
    nothing = run.invoke(import_list_command, [str(tmp_path / "none.csv")])
    assert nothing.exit_code == ExitCode.NOT_FOUND


def test_without_a_terminal_it_shows_records_nothing_and_says_how_to_go_on(
    owner: Person,
) -> None:
    shown = CliRunner().invoke(import_list_command, [str(LISTS / "huntr.csv")])
    assert shown.exit_code == ExitCode.USAGE
    assert "Bramble Bakery · Baker" in shown.output
    assert "give --yes" in shown.output
    assert not Application.objects.exists()
    assert not ImportedList.objects.exists()


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals here")
@pytest.mark.parametrize(("answer", "count"), [(b"y\n", 3), (b"n\n", 0)])
def test_at_a_terminal_it_shows_and_asks(
    owner: Person,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    answer: bytes,
    count: int,
) -> None:
    keys, terminal = os.openpty()
    with os.fdopen(terminal) as stdin, os.fdopen(keys, "wb", buffering=0) as typed:
        monkeypatch.setattr("sys.stdin", stdin)
        typed.write(answer)
        words = [str(LISTS / "huntr.csv")]
        if count:
            import_list_command.main(words, standalone_mode=False)
        else:
            with pytest.raises(click.Abort):
                import_list_command.main(words, standalone_mode=False)
    assert "Bramble Bakery · Baker" in capfd.readouterr().out
    assert Application.objects.count() == count


def test_rows_that_differ_behind_what_the_ledger_keeps_are_two(owner: Person) -> None:
    role = "Night Porter of the Old House " * 20
    data = (
        f"company,role,notes\nAlpha,{role}one,first\nAlpha,{role}two,second\n".encode()
    )
    (kept,) = keep_lists(owner, name="a.csv", data=data, now=NOW)
    assert take_in(kept, now=NOW).new == 2
    (again,) = keep_lists(owner, name="b.csv", data=data, now=NOW)
    assert take_in(again, now=NOW).events == 0
    assert Application.objects.for_person(owner).count() == 2
