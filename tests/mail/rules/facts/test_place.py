from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.place import place_of_work
from onward.mail.rules.types import Address, Message, Verdict


def _place(
    text: str = "",
    *,
    subject: str = "Your application",
    verdict: Verdict = Verdict.CONFIRMATION,
    role: str = "",
) -> str:
    sender = Address("Larch Grid", "jobs@larch.example")
    message = Message("key", "id@larch.example", None, sender, subject, text)
    return place_of_work(message, verdict=verdict, role=role)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Role: Baker\nLocation: Leeds\n", "Leeds"),
        ("Stelle: Bäcker\nStandort: Bad Lindau | Vollzeit\n", "Bad Lindau"),
        ("Einsatzort: Halle (Saale)\n", "Halle"),
        ("Thank you for applying to our office in Cork.", "Cork"),
        ("We chose somebody else for the job in our Leeds branch.", "Leeds"),
        ("Ihre Bewerbung für unseren Standort Frankfurt am Main liegt vor.", "Frankfurt am Main"),
        ("Place of work: New Haven, Quince County\n", "New Haven, Quince County"),
    ],
)  # fmt: skip
def test_a_mail_says_where_the_work_is_done(text: str, place: str) -> None:
    assert _place(text) == place


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        ("Your application: Data Engineer (m/w/d) in Köln", "Köln"),
        ("Baker (Leeds)", "Leeds"),
        ("Koch in Teilzeit", ""),
        ("Interested in Leeds", ""),
    ],
)
def test_a_subject_names_the_place_behind_the_title(subject: str, place: str) -> None:
    assert _place(subject=subject) == place


def test_a_field_that_belongs_to_the_title_is_no_place() -> None:
    subject = "Teacher in Physics"
    assert _place(subject=subject, role="Teacher in Physics") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Location: Zoom",
        "Location: Remote",
        "Ort: Raum 4.17",
        "Location: to be confirmed",
    ],
)
def test_a_room_or_a_call_is_no_place_of_work(text: str) -> None:
    assert _place(f"{text}\n") == ""


def test_where_an_interview_is_held_is_no_place_of_work() -> None:
    text = "When: Monday\nLocation: Leeds\n"
    assert _place(text, verdict=Verdict.INTERVIEW) == ""
    sure = "When: Monday\nPlace of work: Leeds\n"
    assert _place(sure, verdict=Verdict.INTERVIEW) == "Leeds"


@given(st.text(max_size=300), st.text(max_size=80), st.sampled_from(list(Verdict)))
def test_any_text_gives_a_short_place_or_none(
    text: str, subject: str, verdict: Verdict
) -> None:
    found = _place(f"Standort: {text}", subject=f"Baker in {subject}", verdict=verdict)
    assert len(found) <= 60
