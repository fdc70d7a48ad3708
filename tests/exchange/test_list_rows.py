from __future__ import annotations

import pytest
from click.testing import CliRunner
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.services import take_back
from onward.exchange.rules.proposals import Proposal
from onward.exchange.services import keep_lists, proposals, take_in
from onward.method.plan.commands import today_command
from onward.people.models import Person
from tests.builders import NOW
from tests.exchange.test_lists import upload

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
        assert "Where your list had it" in told
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
