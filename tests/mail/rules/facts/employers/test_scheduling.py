"""The employer in mail of a tool for appointments: nobody who meets, and no meeting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.employers.company import Candidate, is_company
from onward.mail.rules.facts.employers.scheduling import without_meetings
from onward.mail.rules.facts.extract import extract_facts
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.facts.systems import NO_SYSTEM, find_system
from onward.mail.rules.types import Address, Message

BY_TOOL = Address("Calendly", "notifications@calendly.com")


def _company(subject: str, text: str, *, sender: Address = BY_TOOL) -> str:
    message = Message(
        key="k",
        message_id="1@mail.example",
        sent_at=None,
        sender=sender,
        subject=subject,
        text=text,
    )
    return extract_facts(message, system=find_system(message)).company


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Confirmed: Phone Screen with Dana Fields on Tuesday, March 10, 2026",
            "Your Phone Screen with Dana Fields is scheduled.\n\nSent from Calendly",
        ),
        ("Rescheduled: First Round Interview (Robin Vale)", "First Round Interview"),
        ("Confirmé : Entretien avec Claire Aubry", "Votre entretien est planifié."),
        (
            "Bestätigt: Kennenlernen mit Anna Smit",
            "Ihr Termin mit Anna Smit ist bestätigt.",
        ),
    ],
)
def test_who_meets_is_no_employer(subject: str, text: str) -> None:
    assert _company(subject, text) == ""


def test_the_team_that_a_tool_writes_for_is_its_firms() -> None:
    team = Address("Recruiting Alstercloud", "interviews@calendly.com")
    text = "Ihr Termin mit Anna Smit ist bestätigt.\n\nUnterstützt von Calendly"
    assert _company("Bestätigt: Kennenlernen", text, sender=team) == "Alstercloud"


def test_a_firm_that_is_met_is_one() -> None:
    subject = "Confirmed: Interview with Harbour Dental"
    text = "Interview with Harbour Dental\nMonday 9 March 2026, 14:00"
    assert _company(subject, text) == "Harbour Dental"


@pytest.mark.parametrize("day", ["March 10", "10 March", "10. März", "3 de mayo"])
def test_a_day_is_no_employer(day: str) -> None:
    assert not is_company(day)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Confirmed: 30min with Ida Roe", "Event: 30min\n\nReschedule · Cancel"),
        ("Bestätigt: Kennenlernen", "Termin: 14:00\n\nUmbuchen · Absagen"),
        ("Confirmé : Entretien", "Heure : 14:00\n\nReprogrammer · Annuler"),
        (
            "Confirmed: Larch – Intro chat with Zev Orlane",
            "Event: Larch – Intro chat\nWith: Zev Orlane\nDate & time: 11:00",
        ),
        (
            "New event: Intro chat with Zev Orlane",
            "Your event is scheduled.\nHost: Zev Orlane\nWhere: Zoom",
        ),
    ],
)
def test_buttons_and_who_is_listed_are_no_employers(subject: str, text: str) -> None:
    assert _company(subject, text) == ""


def test_a_firm_that_is_listed_is_one() -> None:
    text = "Interview with Harbour Dental\nWith: Harbour Dental\nMonday 9 March 2026"
    assert _company("Confirmed: Interview with Harbour Dental", text) == (
        "Harbour Dental"
    )


@given(st.lists(st.text(max_size=30)))
def test_mail_of_others_keeps_all(names: list[str]) -> None:
    candidates = [Candidate(name, "subject", 1.0) for name in names]
    message = Message("k", "1@mail.example", None, BY_TOOL, "", "")
    material = prepare(message, system=NO_SYSTEM)
    assert without_meetings(candidates, material=material) == candidates


@pytest.mark.parametrize(
    ("end", "met"),
    [
        ("Need to make changes? Cancel | Reschedule", "Whitney Cole"),
        ("Termin verschieben oder absagen", "Whitney Cole"),
        ("See you then!", ""),
    ],
)
def test_a_tool_that_no_list_has_names_who_will_call(end: str, met: str) -> None:
    message = Message(
        key="k",
        message_id="1@mail.example",
        sent_at=None,
        sender=Address("BookMe", "notifications@bookme.example"),
        subject="Confirmed: 20 minute phone screen with Whitney Cole",
        text=(
            "Your event is scheduled.\n\n20 minute phone screen\nTuesday, March 24, 2026, 11:30am"
            f" (Eastern Time)\n\nWhitney Cole will call you at +1 740-555-0148\n\n{end}"
        ),
    )
    found = extract_facts(message, system=find_system(message))
    assert (found.contact.name, found.contact.address) == (met, "")
    assert found.company != "Eastern Time"
