"""Signatures that go on with what a firm says of itself, or what somebody works on."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.company import is_company
from tests.mail.rules.facts_corpus import read_case


@pytest.mark.parametrize(
    "motto",
    [
        "Licensed Employment Agency",
        "A Registered Recruitment Business",
        "Leading Healthcare Staffing Agency",
        "Trust Framework Agency of Choice",
    ],
)
def test_what_an_agency_says_of_itself_is_no_name(motto: str) -> None:
    assert not is_company(motto)


@pytest.mark.parametrize(
    "name", ["Harbour Recruitment Agency", "Larkhill Staffing Agency"]
)
def test_an_agency_with_a_name_of_its_own_is_one(name: str) -> None:
    assert is_company(name)


@pytest.mark.parametrize(
    "work", ["Senior Consultant - Legal Support", "Consultant – Office Services"]
)
def test_what_a_consultant_works_on_is_no_employer(work: str) -> None:
    found = read_case(
        {
            "from": "Ida Roe <ida.roe@tarnpeople.example>",
            "subject": "Pim Hollis",
            "text": "Hi Robin,\n\nUnfortunately they have gone with another candidate.\n\nIda\n\n"
            f"Ida Roe | {work}",
        }
    ).found
    assert found.company not in {"Legal Support", "Office Services"}
    assert "Consultant" not in found.role


def test_a_firm_behind_a_title_is_still_the_employer() -> None:
    found = read_case(
        {
            "from": "Ida Roe <ida.roe@tarnpottery.example>",
            "subject": "Your application",
            "text": "Hi Robin,\n\nUnfortunately we have gone with another candidate.\n\nIda\n\n"
            "Ida Roe | Talent Partner - Tarn Pottery",
        }
    ).found
    assert found.company == "Tarn Pottery"
