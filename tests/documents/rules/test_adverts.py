from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.documents.rules.advert_facts import facts_in
from onward.documents.rules.advert_head import without_gender_marks
from onward.documents.rules.adverts import (
    MOST_REQUIREMENTS,
    advert_parts,
    requirements_of,
)
from onward.documents.rules.kinds import AdvertPart
from tests.documents.files import ADVERT_TEXT


@given(st.text(max_size=400))
def test_any_text_gives_facts_and_requirements_that_stand_in_it(text: str) -> None:
    facts = facts_in(text)
    words = " ".join(text.split())
    for line in requirements_of(text):
        assert " ".join(line.split()) in words
    assert facts.salary == "" or any(c.isdigit() for c in facts.salary) or ":" in text


def test_requirements_are_the_lines_under_their_headings() -> None:
    assert requirements_of(ADVERT_TEXT) == (
        "Two years of planning in logistics",
        "Excel and route planning",
        "English at B2",
        "German",
    )


def test_an_unknown_heading_ends_the_requirements() -> None:
    text = "Ihr Profil:\n- Führerschein B\n\nUnsere Fahrzeuge:\n- neun Busse"
    assert requirements_of(text) == ("Führerschein B",)


def test_each_line_says_in_which_part_it_stands() -> None:
    parts = {line: part for part, line in advert_parts(ADVERT_TEXT)}
    assert parts["Speak with drivers every morning"] == AdvertPart.TASKS
    assert parts["28 days off"] == AdvertPart.OFFER
    assert parts["Location: Leeds"] is None


def test_a_list_without_end_is_cut() -> None:
    text = "Requirements\n" + "\n".join(f"- thing {n}" for n in range(500))
    assert len(requirements_of(text)) == MOST_REQUIREMENTS


def test_labelled_lines_and_amounts_say_the_facts() -> None:
    facts = facts_in(ADVERT_TEXT)
    assert facts.title == "Warehouse Planner"
    assert facts.place == "Leeds"
    assert facts.salary == "£31,000 - £34,000 a year"
    assert facts.company == ""


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("The salary is €45.000 – €52.000 pro Jahr.", "€45.000 – €52.000 pro Jahr"),
        ("Gehalt ab 3.200 EUR brutto", "3.200 EUR"),
        ("We pay £12.50 per hour.", "£12.50 per hour"),
        ("Salaire : 28 000 € par an", "28 000 € par an"),
        ("Our revenue was $45,000,000 last year", ""),
        ("$21 - $24 an hour", "$21 - $24 an hour"),
        ("• $21.50/hr.", "$21.50/hr"),
        ("13,80 € pro Stunde", "13,80 € pro Stunde"),
        ("Monthly parking: $40", ""),
        ("$40", ""),
        ("$21 - $24", ""),
        ("$40 a month for the gym", ""),
        ("Gym for $40 a month", ""),
        ("$40 a month", ""),
        ("$29.99/month", ""),
        ("Over $300 a year saved for each client", ""),
        ("A $500 bonus after 90 days", ""),
        ("We raised $2,000,000 this year", ""),
        ("$3,000 sign-on", ""),
        ("Serving 400 patients a day", ""),
        ("24 hours a week", ""),
        ("$45,000,000", ""),
    ],
)
def test_pay_is_found_where_a_line_is_about_pay(line: str, pay: str) -> None:
    assert facts_in(f"A role\n{line}").salary == pay


def test_pay_that_stands_alone_far_below_the_head_is_any_amount() -> None:
    below = "\n".join(["You look after the desk."] * 15)
    assert facts_in(f"A role\n{below}\n$40 an hour").salary == ""


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Planner (m/w/d)", "Planner"),
        ("Pflegekraft (w/m/x) in Teilzeit", "Pflegekraft in Teilzeit"),
        ("Nurse (f/m)", "Nurse"),
        ("Teacher (maths)", "Teacher (maths)"),
        ("Développeur (H/F)", "Développeur"),
        ("Bäcker m/w/d", "Bäcker"),
    ],
)
def test_marks_of_gender_are_no_part_of_a_title(title: str, bare: str) -> None:
    assert without_gender_marks(title) == bare
