"""Titles with the grade and the field that are part of them, and titles that are somebody else's."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS
from tests.mail.rules.facts_corpus import read_case
from tests.mail.rules.letters import make_message

SYSTEM = "Larkfield University <larkfield@myworkday.com>"


def _role(subject: str, text: str, *, sender: str = SYSTEM) -> str:
    return read_case({"from": sender, "subject": subject, "text": text}).found.role


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Application Confirmation: HVAC Technician 2",
            "Dear Robin,\n\nThank you for applying to HVAC Technician 2 (Req 2026-1187), Facilities, at Larkfield University.",
            "HVAC Technician 2",
        ),
        (
            "Your application to Larkfield University",
            "Robin,\n\nThanks for applying to Controls Technician I at Larkfield University.",
            "Controls Technician I",
        ),
        (
            "Application Received: Facilities Maintenance Technician - HVAC",
            "Dear Robin,\n\nThank you for submitting your application for Facilities Maintenance Technician - HVAC (26-055).",
            "Facilities Maintenance Technician - HVAC",
        ),
        (
            "Application Received: Maintenance Technician - NYC",
            "Dear Robin,\n\nThank you for submitting your application for Maintenance Technician - NYC.",
            "Maintenance Technician",
        ),
        (
            "Your application",
            "Dear Robin,\n\nThank you for applying to Maintenance Technician. I read it with interest. We have 2 openings.",
            "Maintenance Technician",
        ),
    ],
)  # fmt: skip
def test_a_title_has_its_grade_and_its_field(
    subject: str, text: str, role: str
) -> None:
    assert _role(subject, text) == role


def test_whose_secretary_signs_is_no_title_of_an_opening() -> None:
    role = _role(
        "Second Shift HVAC",
        "Mr. Vale,\n\nNice to see your name again. Mr. Beale would like to see you on Wednesday,"
        " June 3 at 3:00 p.m. for an interview.\n\nDonna Rausch\n"
        "Secretary to the Director of Operations\nLarkfield City Schools",
        sender="Donna Rausch <drausch@larkfieldcity.example>",
    )
    assert role != "Director of Operations"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Vertretungslehrkraft 2. Klasse", "Vertretungslehrkraft"),
        ("Associate Arbeitsrecht, Wien 1", "Associate Arbeitsrecht, Wien"),
    ],
)
def test_a_class_and_a_district_are_no_grades(subject: str, title: str) -> None:
    text = (
        "Sehr geehrter Herr Vale,\n\ngern lade ich Sie zum Gespräch ein.\n\nK. Lüders"
    )
    assert _role(subject, text, sender="K. Lüders <lueders@rebhof.example>") == title


def test_a_sentence_below_a_name_is_no_work_of_theirs() -> None:
    text = (
        "Moin Robin, Runde zwei! Passt dir der 12. um 15 Uhr?\n\n"
        "Oskar von Frachtfuchs, es geht weiter um den Disponent"
    )
    role = _role(
        "Dein zweites Gespräch", text, sender="Oskar Thies <oskar@teamtailor-mail.com>"
    )
    assert role == "Disponent"


@pytest.mark.parametrize(
    "offer",
    [
        "I DO have a Roving HVAC Technician role covering our east side. If you'd like, apply online and I'll flag it.",
        "We also have a Roving HVAC Technician opening on the east side.",
        "You could apply: a Roving HVAC Technician is wanted. If you like, apply this week.",
    ],
)
def test_what_a_no_has_besides_is_not_what_it_says_no_to(offer: str) -> None:
    text = (
        "Hi Robin,\n\nIt was so nice talking last week! All open positions at Ridgeview are on hold"
        f" until the closing, so I can't move you forward there right now.\n\n{offer}\n\nMel"
    )
    reading = read_message(make_message("Ridgeview update", text))
    assert (reading.verdict in ENDINGS, reading.role) == (True, "")


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        (
            "RE: Technical Sales Adviser (Schools & Colleges) - ref PSS/26/02",
            "Technical Sales Adviser (Schools & Colleges)",
        ),
        (
            "Interview - Learning Officer (Science and Industry)",
            "Learning Officer (Science and Industry)",
        ),
        ("Interview - Learning Officer (Leeds and Bradford)", "Learning Officer"),
        ("Interview - Learning Officer (Days and Nights)", "Learning Officer"),
    ],
)
def test_two_fields_in_brackets_belong_to_a_title_and_two_towns_do_not(
    subject: str, role: str
) -> None:
    text = "Dear Robin,\n\nThank you for your application. Could you come in on Monday at ten?\n\nWenna Vale"
    sender = "Wenna Vale <wenna.vale@larkfieldmills.example>"
    assert _role(subject, text, sender=sender) == role


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Development Editor, Secondary Science", "Development Editor, Secondary Science"),
        ("Development Editor, Nights", "Development Editor"),
    ],
)  # fmt: skip
def test_a_labelled_line_has_the_field_behind_a_comma(told: str, role: str) -> None:
    text = (
        f"Dear Robin,\n\nAs promised, here is our offer in writing.\n\nRole: {told}\nSalary: £32,750\n\n"
        "This offer is conditional on references.\n\nWenna Vale"
    )
    sender = "Wenna Vale <wenna.vale@larkfieldmills.example>"
    assert _role("Your offer from Larkfield Mills", text, sender=sender) == role
