"""An interview that was taken back by hand: a new invitation is not lost with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import (
    bring_back,
    correct_event,
    disagreements,
    take_back,
)
from onward.mail.services.committing import commit_mail
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.test_rearranging import entry, event_of, interviews, keep, read

FIRST = (
    "Dear Robin,\n\nwe would like to invite you to an interview on {day}.\n\nKim Roe"
)
INVITED = {
    "key": "first",
    "hours": 0,
    "text": FIRST.format(day="Tuesday 24 November 2026 at 10:00"),
}
pytestmark = pytest.mark.django_db


def told(text: str, *, key: str = "later", **said: Any) -> dict[str, Any]:
    return {"key": key, "hours": 24, "text": f"Dear Robin,\n\n{text}\n\nKim Roe"} | said


def hours(person: Person) -> list[str]:
    assert not list(disagreements(person))
    times = [each.starts_at for each in interviews(person) if not each.outcome]
    return [f"{each:%d %H:%M}" if each else "" for each in times]


def undo(person: Person) -> Event:
    event = event_of(person, EventKind.INTERVIEW)
    take_back(person, event, now=NOW)
    return event


NEW = [
    "We would like to invite you to an interview on Thursday 26 November 2026 at 14:00.",
    "We have to move your interview to Thursday 26 November 2026 at 14:00.",
    "Can you come to the interview on 26 November 2026 at 14:00? We are looking forward to it.",
    "Wir laden Sie zum Vorstellungsgespräch am 26. November 2026 um 14:00 Uhr ein.",
    "Nous vous invitons à un entretien le 26 novembre 2026 à 14h00.",
]


@pytest.mark.parametrize("text", NEW)
def test_a_new_invitation_is_not_lost(owner: Person, text: str) -> None:
    read(owner, INVITED)
    undo(owner)
    read(owner, told(text))
    assert hours(owner) == ["26 14:00"]


def test_nor_where_the_first_was_no_interview(owner: Person) -> None:
    read(owner, INVITED)
    event = event_of(owner, EventKind.INTERVIEW)
    correct_event(
        owner, event, kind=EventKind.REPLY, at=event.at, is_timed=True, now=NOW
    )
    read(owner, told(NEW[0]))
    assert hours(owner) == ["26 14:00"]


def test_nor_an_entry_of_a_new_hour(owner: Person) -> None:
    read(owner, INVITED | {"calendar": entry("20261124T100000")})
    undo(owner)
    later = told("Updated.", calendar=entry("20261126T140000", SEQUENCE="1"))
    read(owner, later)
    assert hours(owner) == ["26 14:00"]


def test_later_mail_is_about_the_new_one(owner: Person) -> None:
    read(owner, INVITED)
    undo(owner)
    read(owner, told(NEW[0]))
    moved = "We have to move your interview to Friday 27 November 2026 at 09:30."
    read(owner, told(moved, key="moved", hours=48))
    assert hours(owner) == ["27 09:30"]


SAID_AT_TEN = "Your interview on Tuesday 24 November 2026 will be at 10:00."
SAID_AGAIN = [
    told(
        "This is a reminder of your interview on Tuesday 24 November 2026 at 10:00.",
    ),
    told("Unfortunately we have to cancel the interview on Tuesday 24 November 2026."),
    told("We are sorry, we must call off your interview."),
    told("Your interview on 24 November will be at our office, Hall 3."),
    told("We look forward to your interview on Tuesday 24 November 2026."),
    told("Ihr Vorstellungsgespräch am 24. November findet bei uns in Halle 3 statt."),
    told("Votre entretien du 24 novembre aura lieu dans nos bureaux, salle 3."),
    told(
        "Updated.",
        calendar=entry("20261124T100000", SEQUENCE="2", METHOD="CANCEL"),
    ),
]


@pytest.mark.parametrize("letter", SAID_AGAIN)
def test_what_says_it_again_stays_with_it(
    owner: Person, letter: dict[str, Any]
) -> None:
    read(owner, INVITED)
    undo(owner)
    read(owner, letter)
    assert hours(owner) == []


@pytest.mark.parametrize(
    "text", ["{} is at our office, Hall 3.", "We look forward to {}."]
)
def test_nor_is_a_day_without_an_hour_lost_where_it_is_another(
    owner: Person, text: str
) -> None:
    read(owner, INVITED)
    undo(owner)
    read(owner, told(text.format("your interview on 26 November 2026")))
    assert hours(owner) == [""]


def test_the_hour_of_a_day_that_was_taken_back_is_no_new_one(owner: Person) -> None:
    read(owner, INVITED | {"text": FIRST.format(day="Tuesday 24 November 2026")})
    undo(owner)
    read(owner, told(SAID_AT_TEN))
    assert hours(owner) == []


def test_what_had_moved_it_stays_with_it(owner: Person) -> None:
    read(owner, INVITED)
    read(owner, told(NEW[1]))
    undo(owner)
    commit_mail(owner, now=NOW + timedelta(hours=1))
    assert hours(owner) == []


def test_one_put_right_is_the_one_that_later_mail_moves(owner: Person) -> None:
    read(owner, INVITED)
    event = event_of(owner, EventKind.INTERVIEW)
    at = event.at + timedelta(hours=2)
    correct_event(owner, event, kind=EventKind.INTERVIEW, at=at, is_timed=True, now=NOW)
    read(owner, told(NEW[1]))
    assert len(interviews(owner)) == 1
    assert hours(owner) == ["26 14:00"]


def test_one_brought_back_is_the_one_that_later_mail_moves(owner: Person) -> None:
    read(owner, INVITED)
    event = undo(owner)
    event.refresh_from_db()
    bring_back(owner, event, now=NOW)
    read(owner, told(NEW[1]))
    assert hours(owner) == ["26 14:00"]


def test_it_is_looked_up_at_once_for_all(owner: Person) -> None:
    counts: list[int] = []
    for number in range(3):
        name = f"Weaver {number}"
        first = INVITED | {"key": f"first{number}", "company": name}
        _keep_all(owner, [first, first | {"key": f"second{number}", "hours": 1}])
        commit_mail(owner, now=NOW)
        for event in Event.objects.filter(kind=EventKind.INTERVIEW, voided_by=None):
            take_back(owner, event, now=NOW)
        with CaptureQueriesContext(connection) as found:
            commit_mail(owner, now=NOW)
        counts.append(len(found))
    assert counts[1] == counts[2]


def _keep_all(person: Person, letters: Sequence[dict[str, Any]]) -> None:
    for letter in letters:
        keep(person, letter)
