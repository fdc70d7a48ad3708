"""The work of who sits on a panel, and of who signs, is no opening."""

from __future__ import annotations

import pytest

from tests.mail.rules.facts.employers.reading import employer


def _role(subject: str, text: str, *, shown: str, at: str) -> str:
    return employer(subject, text, shown=shown, at=at, reads="role")


PANEL = (
    "Dear Ruth\n\nI am pleased to invite you to an interview for the above post.\n\n"
    "Date: Thursday 24 September 2026\nTime: 9.15am\nPlace: Bishops Moat Primary School, School Lane\n{}\n\n"
    "Please bring photographic ID.\n\nResourcing Team\nMarches County Council"
)


@pytest.mark.parametrize(
    "panel",
    [
        "Panel: Mrs L Beddoes (Area Catering Supervisor), Mr T Rowson (Headteacher)",
        "Panel: Mrs L. Beddoes (Area Catering Supervisor)",
        "Interviewers: Ms Beddoes (Area Catering Supervisor) and Dr T R Rowson (Headteacher)",
        "You will meet: Mrs L Beddoes, Area Catering Supervisor",
    ],
)
def test_who_sits_on_a_panel_names_no_opening(panel: str) -> None:
    found = _role(
        "Invitation to interview: Cook in Charge, Bishops Moat Primary, ref MCC/4602",
        PANEL.format(panel),
        shown="Marches County Council Jobs",
        at="no-reply@jobs.marchescc.example",
    )
    assert found == "Cook in Charge"


@pytest.mark.parametrize(
    ("applied", "role"),
    [
        ("for the post of Cook in Charge at Quarry Bay", "Cook in Charge"),
        ("for the post of Nurse in Charge at Quarry Bay", "Nurse in Charge"),
        ("for the role of Manager in Training at Quarry Bay", "Manager in Training"),
        ("for the post of Cook in York", "Cook"),
        ("for the post of Cook in our kitchen", "Cook"),
        ("for the post of Cook at Quarry Bay", "Cook"),
    ],
)
def test_in_charge_is_part_of_a_title(applied: str, role: str) -> None:
    text = f"Dear Ruth,\n\nThank you for applying {applied}. We have received your application.\n\nAnn Roe"
    found = _role(
        "Your application", text, shown="Ann Roe", at="a.roe@quarrybay.example"
    )
    assert found == role


@pytest.mark.parametrize(
    ("shown", "signed"),
    [
        ("Mrs K Ferriday", "Mrs K Ferriday\nBursar"),
        ("Mrs K Ferriday", "K. Ferriday\nBursar"),
        ("Mrs K Ferriday", "Mrs Ferriday\nBursar"),
        ("Mrs K Ferriday", "Mrs K Ferriday, Bursar"),
        ("Ashgrove Prep", "Mrs K Ferriday\nBursar"),
        ("Ashgrove Prep", "Mr T Rowson\nHeadteacher"),
    ],
)
def test_who_signs_names_no_opening(shown: str, signed: str) -> None:
    text = (
        "Dear Ms Tranter\n\nYour details were sent to us in September. We liked your CV very much then. Would you"
        " be free for a conversation this week, perhaps Thursday at 3.15pm by telephone?\n\nKind regards\n"
    )
    found = _role(
        "Catering at Ashgrove",
        f"{text}{signed}",
        shown=shown,
        at="bursar@ashgroveprep.example",
    )
    assert not found


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Interview",
            "Dear Ms R Tranter,\n\nWe would like to see you on Tuesday 13 October 2026 at 9am about the post of"
            " Bursar.\n\nKind regards\nMrs K Ferriday\nHeadteacher",
        ),
        (
            "Interview: Bursar",
            "Dear Ruth,\n\nWe would like to see you on Tuesday 13 October 2026 at 9am.\n\nKind regards\n"
            "Mrs K Ferriday\nHeadteacher",
        ),
    ],
)
def test_an_opening_stays_one_beside_who_signs(subject: str, text: str) -> None:
    found = _role(subject, text, shown="Mrs K Ferriday", at="head@ashgroveprep.example")
    assert found == "Bursar"


def test_how_one_is_addressed_is_no_house() -> None:
    found = employer(
        "Interview: Sous Chef",
        "Dear Ruth,\n\nWe would like to see you on Tuesday 13 October 2026 at 9am.\n"
        "Interviewers: Mr J Hale (Head Chef), Ms P Dunn (Bar Manager)\n\nKind regards\nAnn Roe",
        shown="Ann Roe",
        at="a.roe@quarrybay.example",
    )
    assert found != "Ms"


@pytest.mark.parametrize(
    "line",
    [
        "Candidate: Ms I Roe (School Cook)",
        "Ms I Roe, School Cook\n12 Elm Street",
        "Applicant: Ida Roe (School Cook)",
        "Mrs Roe (School Cook)",
    ],
)
def test_a_line_of_the_readers_own_is_no_colleagues(line: str) -> None:
    text = (
        f"{line}\n\nDear Ms Roe,\n\nWe would like to invite you to an interview on Tuesday 24 November at 10am.\n\n"
        "Kind regards\nKim Vale\nLarch School"
    )
    found = _role("Interview", text, shown="Kim Vale", at="kim@larchschool.example")
    assert found == "School Cook"


def test_a_candidate_who_is_greeted_otherwise_keeps_the_title() -> None:
    text = (
        "Candidate: Ms I Roe (School Cook)\n\nGood morning,\n\nWe would like to invite you to an interview on Tuesday"
        " 24 November at 10am.\n\nKind regards\nKim Vale\nLarch School"
    )
    found = _role("Interview", text, shown="Kim Vale", at="kim@larchschool.example")
    assert found == "School Cook"


def test_a_court_is_where_a_cook_works() -> None:
    text = "Dear Robin,\n\nThank you for your application for Cook in Residence Larch Court. We have received it.\n\nKim"
    found = _role("Mail", text, shown="Larch Court", at="kim@larchcourt.example")
    assert found == "Cook"


MET = "Hi Robin,\n\nGreat news, Wavecrest want to meet you! First stage, {}, 45 mins.\n\nDom"


@pytest.mark.parametrize(
    "met",
    [
        "Zoom, Tuesday 1 September, 12pm with Helen Frost (Head of Data)",
        "on Tuesday at 12pm with Helen Frost (the Head of Data) and Ann Roe (Finance Manager)",
        "in the office with Helen Frost, Head of Data",
    ],
)
def test_who_holds_the_interview_in_brackets_names_no_opening(met: str) -> None:
    found = _role(
        "Re: Data Analyst - Manchester - £38k",
        MET.format(met),
        shown="Dominic Shaw",
        at="dominic.shaw@harker.example",
    )
    assert found == "Data Analyst"


@pytest.mark.parametrize(
    "title",
    [
        "Data Analyst (Planning)",
        "Data Analyst",
        "Head of Data",
        "Finance Manager (maternity cover)",
    ],
)
def test_a_title_in_the_subject_stays_whoever_is_met(title: str) -> None:
    found = _role(
        f"Interview: {title}",
        f"Hi Robin,\n\nWe would like to meet you for the {title} role on Tuesday at 12pm with Helen Frost.\n\nDom",
        shown="Dominic Shaw",
        at="dominic.shaw@harker.example",
    )
    assert found.startswith(title.partition(" (")[0])
