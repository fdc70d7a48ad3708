"""Mail in the tone of hiring that is about no application of the reader's, and what only looks like it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Verdict
from tests.mail.rules.letters import make_message

_LETTERS = tomllib.loads(
    (Path(__file__).parents[3] / "fixtures" / "mail" / "other_matters.toml").read_text(
        encoding="utf-8"
    )
)
_OTHER = [
    pytest.param(subject, text, id=f"{matter}-{language}")
    for matter, letters in _LETTERS["other"].items()
    for language, subject, text in letters
]
_APPLICATIONS = [
    pytest.param(Verdict(verdict), subject, text, id=f"{verdict}-{at}")
    for verdict, letters in _LETTERS["application"].items()
    for at, (subject, text) in enumerate(letters)
]


@pytest.mark.parametrize(("subject", "text"), _OTHER)
def test_what_is_about_something_else_is_ordinary(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict in NOT_HIRING


@pytest.mark.parametrize(("verdict", "subject", "text"), _APPLICATIONS)
def test_an_application_in_such_a_house_is_one(
    verdict: Verdict, subject: str, text: str
) -> None:
    assert read_message(make_message(subject, text)).verdict is verdict


def test_a_system_that_carries_applications_writes_of_one() -> None:
    text = (
        "Dear Sam,\n\nThank you for applying to become a volunteer trustee. We'd like to "
        "interview you on Tuesday 4 May at 10:00.\n\nTalent team"
    )
    message = make_message("Interview", text, sender="no-reply@greenhouse.io")
    assert read_message(message).verdict is Verdict.INTERVIEW


def test_a_club_known_from_the_search_writes_of_that() -> None:
    text = (
        "Hi Sam,\n\nThe coaches talked it through. For the first team this season we have "
        "gone with somebody else, sorry.\n\nDan"
    )
    message = replace(
        make_message("Squad", text), sender=Address("Dan Roe", "dan@rovers.example")
    )
    assert read_message(message, is_known=True).verdict not in NOT_HIRING


def test_a_request_to_move_a_talk_is_no_contact_on_a_network() -> None:
    text = (
        "Dear Sam,\n\nI've accepted your request to move the interview. It is now on "
        "Thursday 12 March at 10 am in our office.\n\nMia Roth"
    )
    message = make_message("Your interview", text)
    assert read_message(message, is_known=True).verdict not in NOT_HIRING


def test_who_is_known_from_the_search_thanks_for_a_name_beside_a_no() -> None:
    text = (
        "Dear Sam,\n\nThank you for recommending Lydia. As for yourself, unfortunately we "
        "have chosen another candidate.\n\nMia Roth"
    )
    message = make_message("Your application", text)
    assert read_message(message, is_known=True).verdict is Verdict.REJECTION


def test_a_garage_that_somebody_known_lets_is_asked_about() -> None:
    text = (
        "Dear Sam, thank you for your interest in Garage 14. The garage has now been let "
        "to another applicant. We will keep your details on file."
    )
    reading = read_message(make_message("Garage 14", text), is_known=True)
    assert reading.verdict is Verdict.AMBIGUOUS
