from __future__ import annotations

from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.services import take_back
from onward.applications.services.by_hand import add_event
from onward.exchange.rules.proposals import Proposal
from onward.exchange.services import keep_lists, ledger_entries, proposals, take_in
from onward.method.plan.commands import today_command
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.exchange.test_lists import upload

DAY = timedelta(days=1)
LISTED = (
    "Company;Role;Applied on;Status\n"
    "Naas Nutrition;Planner;{day};applied\n"
    ";Depot Manager;01/10/2026;refused\n"
    "Swords Parcels;Transport Planner;;applied\n"
)


def test_a_day_to_come_is_no_day_of_applying_and_is_named(
    owner_client: Client, owner: Person
) -> None:
    page = upload(owner_client, "own.csv", LISTED.format(day="25/01/2127").encode())
    html = owner_client.get(page).content.decode()
    assert "1 day could not be read or has not come yet: row 1" in html
    assert "Still to come, so not taken: Day you applied" in html
    owner_client.post(f"{page}choices/", {"take-in": "yes"})
    there = Application.objects.get(company="Naas Nutrition")
    assert (there.stage, there.applied_at) == (Stage.APPLIED, None)
    assert not there.events.filter(kind=EventKind.APPLIED).exists()


def test_what_a_list_tells_without_a_day_was_not_moved_by_the_person(
    owner_client: Client, owner: Person
) -> None:
    page = upload(owner_client, "own.csv", LISTED.format(day="13/11/2026").encode())
    owner_client.post(f"{page}choices/", {"take-in": "yes"})
    for told in (
        owner_client.get("/").content.decode(),
        CliRunner().invoke(today_command, []).output,
    ):
        assert "As your list has it" in told
        assert "You moved it" not in told


@pytest.mark.parametrize("again", [False, True])
def test_a_row_that_was_taken_in_is_no_longer_new(owner: Person, again: bool) -> None:
    data = LISTED.format(day="13/11/2026").encode()
    (one,) = keep_lists(owner, name="own.csv", data=data, now=NOW)
    assert {each.proposal for each in proposals(one)} == {Proposal.NEW}
    take_in(one, now=NOW)
    if again:
        (one,) = keep_lists(owner, name="own.csv", data=data, now=NOW)
    found = proposals(one)
    assert [each.proposal for each in found] == [Proposal.SAME] * 3
    depot = Application.objects.get(role="Depot Manager")
    assert found[1].candidates == (depot.pk,)
    assert take_in(one, now=NOW).events == 0


def test_an_application_that_waits_was_sent(owner: Person) -> None:
    data = b"Company;Role;Status\nTallaght Tools;Stock Planner;waiting\n"
    (one,) = keep_lists(owner, name="own.csv", data=data, now=NOW)
    take_in(one, now=NOW)
    assert Application.objects.get().stage == Stage.APPLIED


def test_a_row_whose_list_was_undone_is_new_again(owner: Person) -> None:
    data = LISTED.format(day="13/11/2026").encode()
    (one,) = keep_lists(owner, name="own.csv", data=data, now=NOW)
    take_in(one, now=NOW)
    for event in Event.objects.filter(voided_by=None).exclude(kind=EventKind.VOID):
        take_back(owner, event, now=NOW)
    assert proposals(one)[1].proposal == Proposal.NEW


def listed(person: Person, status: str) -> None:
    data = f"Company,Role,Applied,Status\nAcme,Dispatcher,1 Nov 2026,{status}\n"
    (one,) = keep_lists(person, name="own.csv", data=data.encode(), now=NOW)
    take_in(one, now=NOW)


def test_an_interview_to_come_in_a_list_lies_ahead(
    owner: Person, owner_client: Client
) -> None:
    (one,) = keep_lists(
        owner,
        name="own.csv",
        data=b"Company,Status\nAcme,Interview booked 8 Dec 2026 10am\n",
        now=NOW,
    )
    page = owner_client.get(f"/exchange/lists/{one.pk}/").content.decode()
    assert "8 December 2026, 10:00" in page
    assert "Still to come" not in page
    take_in(one, now=NOW)
    take_in(one, now=NOW)
    (entry,) = ledger_entries(owner, now=NOW)
    assert str(entry.starts)[:16] == "2026-12-08 10:00"
    assert Application.objects.get().stage == Stage.INTERVIEW


def test_what_lies_ahead_already_is_not_told_again_by_a_list(owner: Person) -> None:
    there = make_application(
        person=owner, company="Acme", role="Dispatcher", applied_at=NOW - 20 * DAY
    )
    begins = NOW + 5 * DAY
    add_event(owner, there, kind=EventKind.INTERVIEW, at=begins, now=NOW)
    listed(owner, "Interview booked 8 Dec 2026 10am")
    assert len(ledger_entries(owner, now=NOW)) == 1


def test_a_later_interview_in_the_same_list_is_news(owner: Person) -> None:
    listed(owner, "Interview 20 Nov 2026")
    listed(owner, "Second interview 8 Dec 2026 10am")
    assert len(ledger_entries(owner, now=NOW)) == 1
    assert Event.objects.filter(kind=EventKind.INTERVIEW).count() == 2


def test_an_interview_to_come_without_its_hour_says_so(
    owner: Person, owner_client: Client
) -> None:
    data = b"Company,Applied,Status\nAcme,1 Nov 2026,Interview 8 Dec 2026\n"
    (one,) = keep_lists(owner, name="own.csv", data=data, now=NOW)
    page = owner_client.get(f"/exchange/lists/{one.pk}/").content.decode()
    assert "no hour beside it, so not taken: 8 December 2026" in page
    take_in(one, now=NOW)
    said = Event.objects.get(kind=EventKind.MOVED).payload["note"]
    assert "8 December 2026" in said
    assert "no hour" in said
    assert "does not say" not in said


def test_an_offer_of_a_day_to_come_names_it(owner: Person) -> None:
    listed(owner, "Offer 8 Dec 2026")
    said = Event.objects.get(kind=EventKind.MOVED).payload["note"]
    assert "8 December 2026 for it, a day that had not come yet" in said


def test_an_interview_before_a_no_stands_on_the_timeline(owner: Person) -> None:
    listed(owner, "Interview 12 Nov then rejected")
    kinds = Event.objects.order_by("at", "number").values_list("kind", flat=True)
    assert [kind for kind in kinds if kind != EventKind.DESCRIBED] == [
        EventKind.APPLIED,
        EventKind.INTERVIEW,
        EventKind.REJECTION,
    ]
    assert Application.objects.get().reached == Stage.INTERVIEW
