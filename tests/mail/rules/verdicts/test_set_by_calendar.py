"""An interview that a calendar's part of an answer asks to, beside words of a test."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict

_MEI = Address("Mei Castellan", "mei@kestrelcloud.example")
_PART = {
    "METHOD": "REQUEST",
    "UID": "k1",
    "SUMMARY": "Kestrel Cloud panel - Kofi Ansah-Boyd",
    "DTSTART": "20261026T100000",
}
_NEXT = "Next: the panel with Arjun (Head of Data) and Freya (Staff AE), Monday 26 October, 10:00-11:30 UK time, at our office: 3rd floor, Tib Lock, Manchester M4. Remember the clocks go back on Sunday :)\n\nMei"


def _read(
    text: str,
    *,
    subject: str = "Re: Kestrel Cloud x Kofi",
    calendar: dict[str, str] | None = None,
    sender: Address = _MEI,
) -> Verdict:
    at = datetime(2026, 10, 20, 15, tzinfo=UTC)
    message = Message(
        "k", "k@x.example", at, sender, subject, text, calendar=calendar or {}
    )
    return read_message(message).verdict


@pytest.mark.parametrize(
    "before",
    [
        "Cracking test score! ",
        "Great score in the test! ",
        "Well done on the SQL test. ",
        "",
    ],
)
@pytest.mark.parametrize("summary", [_PART["SUMMARY"], "panel interview"])
def test_a_calendar_sets_the_talk_that_a_rule_reads(before: str, summary: str) -> None:
    told = _read(before + _NEXT, calendar={**_PART, "SUMMARY": summary})
    assert told is Verdict.INTERVIEW


@pytest.mark.parametrize(
    "part",
    [
        {},
        {"METHOD": "REPLY", "DTSTART": "20261026T100000", "SUMMARY": "Panel"},
        {"METHOD": "PUBLISH", "DTSTART": "20261026T100000", "SUMMARY": "Panel"},
        {"METHOD": "REQUEST", "SUMMARY": "Panel"},
    ],
)
def test_where_no_calendar_asks_it_is_asked_about(part: dict[str, str]) -> None:
    told = _read("Cracking test score! " + _NEXT, calendar=part)
    assert told is Verdict.AMBIGUOUS


def test_of_who_does_not_answer_it_is_asked_about() -> None:
    told = _read("Cracking test score! " + _NEXT, subject="Panel", calendar=_PART)
    assert told is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("subject", "text", "summary"),
    [
        (
            "Re: Parents' evening",
            "Great test score for Ama! See you at the parents' evening on Monday 26 October at 17:00 in room 4.",
            "Parents' evening",
        ),
        (
            "Re: Check-up",
            "Your blood test is fine. See you for your check-up on Monday 26 October at 10:00.",
            "Check-up",
        ),
        (
            "Re: Five-a-side",
            "Cracking score on Sunday! Next: the match against Sale, Monday 26 October, 19:00.",
            "Match",
        ),
        (
            "Re: Driving lesson",
            "Well done on the theory test! Next lesson: Monday 26 October, 10:00.",
            "Driving lesson",
        ),
        (
            "Re: Mortgage",
            "Your score is great. Let's talk about the mortgage on Monday 26 October at 10:00.",
            "Mortgage appointment",
        ),
        (
            "Re: Choir",
            "Lovely singing test! Next rehearsal with Arjun and Freya: Monday 26 October, 19:30.",
            "Rehearsal",
        ),
        (
            "Re: House viewing",
            "Your credit check is done. The viewing with Freya is on Monday 26 October at 10:00.",
            "Viewing",
        ),
        (
            "Re: Book club",
            "Next: the book club with Arjun, Monday 26 October, 19:00, at ours.",
            "Book club",
        ),
        (
            "Re: Your MOT",
            "The car passed its test! Next service: Monday 26 October, 8:30.",
            "Service",
        ),
        (
            "Re: Quiz night",
            "Top score! Next quiz: Monday 26 October, 20:00 at the Crown.",
            "Quiz",
        ),
    ],
)
def test_what_else_a_calendar_asks_to_is_no_interview(
    subject: str, text: str, summary: str
) -> None:
    part = {**_PART, "SUMMARY": summary}
    assert _read(text, subject=subject, calendar=part) is not Verdict.INTERVIEW
