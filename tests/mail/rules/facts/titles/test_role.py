from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.titles.role import (
    bare_title,
    clean_role,
    contains_words,
    has_gender_marker,
    is_no_title,
    is_plausible_role,
    is_role_like,
    role_key,
    says_work,
    seniority_of,
)


@pytest.mark.parametrize(
    ("role", "key"),
    [
        ("Data Engineer", "data engineer"),
        ("Sr. Data Engineer (m/w/d) (Berlin)", "senior data engineer"),
        ("Data Engineer (f/m/x)", "data engineer"),
        ("Data Engineer (all genders)", "data engineer"),
        ("Data Engineer w/m/d", "data engineer"),
        ("Vendeuse H/F", "vendeuse"),
        ("Vendeuse f/h", "vendeuse"),
        ("Data Engineer (R-12345)", "data engineer"),
        ("Data Engineer - 40877", "data engineer"),
        ("Data Engineer - Remote", "data engineer"),
        ("Engineer (Senior)", "engineer senior"),
        ("Softwareentwickler*in", "softwareentwickler"),
        ("Softwareentwicklerin", "softwareentwickler"),
        ("Softwareentwickler/-in", "softwareentwickler"),
        ("Softwareentwickler:in (m/w/d)", "softwareentwickler"),
        ("Bürokauffrau", "buerokauffrau"),
        ("C++ & C# Developer", "cpp and csharp developer"),
        (".NET Developer", "dotnet developer"),
        ("Engineer II", "engineer 2"),
        ("Frontend Developer", "front end developer"),
    ],
)
def test_titles_are_compared_by_their_plain_words(role: str, key: str) -> None:
    assert role_key(role) == key


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the Data Engineer position", "Data Engineer"),
        ("Controller (m/w/d) bei der Acme GmbH", "Controller"),
        ("R-104482 Supply Chain Analyst", "Supply Chain Analyst"),
        ("Analyst (Req. 88412)", "Analyst"),
        ("Analyst (Req", "Analyst"),
        ("Koch in Vollzeit", "Koch"),
        ("Officer (Faculty of Arts)", "Officer"),
        ("Product Owner - Referenz", "Product Owner"),
        ("Leiter der Buchhaltung", "Leiter der Buchhaltung"),
        ("Leiter der Acme GmbH", "Leiter"),
        ("Manager Sr.", "Manager Sr."),
    ],
)
def test_what_stands_around_a_title_is_cut(text: str, role: str) -> None:
    assert clean_role(text) == role


@pytest.mark.parametrize(
    "text",
    ["Nurse", "Teamleiterin", "Volontär:in", "Irgendwas (m/w/d)", "studio assistant"],
)
def test_titles_are_known_by_words_of_work(text: str) -> None:
    assert is_role_like(text)


@pytest.mark.parametrize("text", ["Acme Robotics", "Berlin", "Thank you"])
def test_other_words_are_no_title(text: str) -> None:
    assert not is_role_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "position",
        "your application",
        "12345",
        "Hiring Manager chat",
        "a@b.example",
        "we have decided",
        "other open",
        "x",
    ],
)
def test_fragments_are_no_title(text: str) -> None:
    assert not is_plausible_role(text)


@pytest.mark.parametrize(
    "text", ["Application Engineer", "IT Support", "PhD position in Optics", "Florist"]
)
def test_titles_with_common_words_pass(text: str) -> None:
    assert is_plausible_role(text)


def test_gender_markers_are_seen() -> None:
    assert has_gender_marker("Koch (w/m/d)")
    assert not has_gender_marker("Koch (Wien)")


def test_words_are_held_in_order_and_whole() -> None:
    assert contains_words("senior data engineer", "data engineer")
    assert not contains_words("database engineer", "data")
    assert seniority_of("senior data engineer") == {"senior"}


@given(st.text(max_size=80))
def test_cleaning_and_comparing_take_any_text(text: str) -> None:
    role = clean_role(text)
    assert role == role.strip()
    assert role_key(role) == " ".join(role_key(role).split())
    assert is_plausible_role(role) in {True, False}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lab Manager search", "Lab Manager"),
        ("Kellermeister gesucht", "Kellermeister"),
        ("Ausschreibung Teamleiterin Lohn", "Teamleiterin Lohn"),
        ("Airside pass: Ramp Operative", "Ramp Operative"),
        ("Tolmer 10-22871 Stress Engineer", "Stress Engineer"),
        ("(Melkerin) vom 18.01.", "Melkerin"),
        ("Process Engineer", "Process Engineer"),
        ("Field Technician", "Field Technician"),
    ],
)
def test_a_title_is_read_without_what_a_subject_says_around_it(
    text: str, title: str
) -> None:
    assert bare_title(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Project Assistant (50 %)", "Project Assistant"),
        ("Office Administrator (part time)", "Office Administrator"),
        ("Pathologist, 1.0 FTE", "Pathologist"),
        ("Berater, Entgeltgruppe 11", "Berater"),
        ("Operative (NIC/TRA/40)", "Operative"),
        ("BWS-M-2 Metrologist", "Metrologist"),
        ("Graduate Engineer (Civil)", "Graduate Engineer (Civil)"),
    ],
)
def test_terms_and_codes_are_no_part_of_a_title(text: str, title: str) -> None:
    assert clean_role(text) == title


def test_an_occupation_is_a_title_and_says_nothing_of_work_by_itself() -> None:
    assert is_role_like("Miller")
    assert not says_work("Miller")
    assert says_work("Software Engineer")


@pytest.mark.parametrize("text", ["Geschäftsführerin Dr", "Leiter Frau"])
def test_what_was_cut_in_a_person_s_name_is_no_title(text: str) -> None:
    assert is_no_title(text)
    assert not is_plausible_role(text)


def test_the_label_of_a_number_is_no_part_of_a_title() -> None:
    assert clean_role("Glaser Kz.") == "Glaser"


@pytest.mark.parametrize(
    "text",
    [
        "05 AM",
        "30 p.m. CET",
        "11 Uhr",
        "1:30 Ida Roe, CEO",
        "15 avril",
        "3 de mayo 2026",
        "1er juin",
    ],
)
def test_a_time_is_no_title(text: str) -> None:
    assert is_no_title(text)
    assert not is_plausible_role(text)
