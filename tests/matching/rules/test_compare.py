from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given

from onward.matching.rules.advert import read_advert
from onward.matching.rules.compare import compare
from onward.matching.rules.types import Closeness, Decision, Reason, Status
from tests.matching.rules.strategies import texts

TODAY = date(2026, 6, 1)


def decide(asked: str, resume: str) -> Decision:
    requirements = read_advert(f"Requirements\n- {asked}\n")
    return compare(requirements, resume_text=resume, today=TODAY)[0]


@pytest.mark.parametrize(
    ("asked", "resume", "status"),
    [
        ("Kubernetes", "I ran k8s", Status.FOUND),
        ("Java", "JavaScript for years", Status.MISSING),
        ("SQL", "PostgreSQL", Status.OTHERWISE),
        ("Python", "No experience with Python yet", Status.MISSING),
        ("Kundenberatung", "Beratung der Kunden", Status.FOUND),
        ("restoring church organs", "Restored organs of a church", Status.FOUND),
        ("restoring church organs", "Played the organ", Status.MISSING),
        ("Führerschein Klasse B", "Führerschein: B, C, C+E", Status.FOUND),
        ("Category C+E licence", "Driving licence: category B", Status.MISSING),
        ("Driving licence", "HGV class 1", Status.FOUND),
        ("Fluent German", "Languages: German (B1)", Status.MISSING),
        ("Fluent German", "Languages: German (C1)", Status.FOUND),
        ("German or Dutch", "Languages: Dutch", Status.FOUND),
        ("English", "I am a person who has been in the sea", Status.OTHERWISE),
        ("Bachelor's degree in nursing", "Education\nBSc Nursing", Status.FOUND),
        ("Bachelor's degree in nursing", "Education\nBSc History", Status.MISSING),
        (
            "Degree in law or a related field",
            "Education\nBA Politics",
            Status.OTHERWISE,
        ),
        ("Master's degree", "Education\nBSc Nursing", Status.MISSING),
        ("SAP EWM", "SAP MM and Excel", Status.OTHERWISE),
        ("SAP EWM", "SAP (MM, EWM)", Status.FOUND),
        ("SAP EWM", "Key user of Extended Warehouse Management", Status.FOUND),
        ("SAP EWM", "No experience with SAP EWM", Status.MISSING),
        ("SAP MM", "SAP\nMM", Status.OTHERWISE),
        ("SAP Extended Warehouse Management", "SAP MM", Status.OTHERWISE),
        ("SAP Extended Warehouse Management", "SAP EWM", Status.FOUND),
        ("SAP EWM or SAP MM", "SAP MM", Status.FOUND),
        ("Excel or SAP EWM", "Excel", Status.FOUND),
        ("SAP", "SAP MM", Status.FOUND),
        ("Gute SAP-Kenntnisse", "SAP MM", Status.FOUND),
    ],
)
def test_a_resume_answers_by_what_it_says(
    asked: str, resume: str, status: Status
) -> None:
    assert decide(asked, resume).status is status


def test_another_product_of_the_family_is_named_and_not_called_found() -> None:
    found = decide("Experience with SAP EWM", "Skills\n- SAP MM\n")
    assert found.requirement.words == "SAP EWM"
    assert found.reason is Reason.NAMED_IN_PART
    assert (found.by, found.unsaid) == ("SAP", "EWM")
    assert [place.quote for place in found.places] == ["SAP"]


def test_years_are_added_up_without_counting_overlaps_twice() -> None:
    resume = (
        "Experience\nStaff nurse, Acute ward, 01/2024 - 12/2024\n"
        "Bank nurse, Acute ward, 07/2024 - 06/2025\n"
    )
    decision = decide("2 years' experience in an acute ward", resume)
    assert decision.months == 18
    assert decision.status is Status.MISSING
    assert decision.reason is Reason.DATES_SHORT
    assert (
        decide("1 year of experience in an acute ward", resume).status is Status.FOUND
    )


def test_years_in_another_field_do_not_count() -> None:
    resume = "Experience\nBaker, Crumb & Co, 2015 - 2025\nBaked bread\n"
    assert decide("3 years of retail experience", resume).status is Status.MISSING


def test_a_place_names_its_words_its_line_and_its_section() -> None:
    decision = decide("Kubernetes", "Ada\n\nSkills\nDocker, k8s, Git\n")
    (place,) = decision.places
    assert (place.quote, place.line, place.section) == (
        "k8s",
        "Docker, k8s, Git",
        "Skills",
    )
    assert decision.reason is Reason.OTHER_NAME


@dataclass(frozen=True)
class _Certain:
    """A reader of meaning that knows one pair."""

    phrase: str
    passage: str
    similarity: float
    name: str = "certain"
    close: float = 0.8
    related: float = 0.5

    def similarities(
        self, phrases: Sequence[str], passages: Sequence[str]
    ) -> list[list[float]]:
        return [
            [
                self.similarity if (a, b) == (self.phrase, self.passage) else 0.0
                for b in passages
            ]
            for a in phrases
        ]


@pytest.mark.parametrize(
    ("similarity", "closeness"),
    [(0.9, Closeness.CLOSE), (0.6, Closeness.RELATED), (0.4, None)],
)
def test_other_words_are_called_close_or_related_or_left_out(
    similarity: float, closeness: Closeness | None
) -> None:
    requirements = read_advert("Requirements\n- Restoring church organs\n")
    meaning = _Certain("Restoring church organs", "repairs harmoniums", similarity)
    (decision,) = compare(
        requirements,
        resume_text="Ada, repairs harmoniums",
        today=TODAY,
        meaning=meaning,
    )
    assert decision.closeness is closeness
    assert (decision.status is Status.OTHERWISE) is (closeness is not None)


def test_a_program_is_never_said_by_words_that_are_only_near() -> None:
    requirements = read_advert("Requirements\n- Java\n")
    meaning = _Certain("Java", "Kotlin code", 0.99)
    (decision,) = compare(
        requirements, resume_text="Ada, Kotlin code", today=TODAY, meaning=meaning
    )
    assert decision.status is Status.MISSING


@given(texts, texts)
def test_every_requirement_is_decided_once_and_each_place_is_in_the_resume(
    advert: str, resume: str
) -> None:
    requirements = read_advert(advert)
    decided = compare(requirements, resume_text=resume, today=TODAY)
    assert [d.requirement for d in decided] == requirements
    for decision in decided:
        if decision.status is Status.FOUND:
            assert decision.places
        for place in decision.places:
            assert place.quote == resume[place.start : place.end].strip()


@given(texts)
def test_an_empty_resume_says_nothing(advert: str) -> None:
    decided = compare(read_advert(advert), resume_text="", today=TODAY)
    assert {d.status for d in decided} <= {Status.MISSING, Status.OTHERWISE}
