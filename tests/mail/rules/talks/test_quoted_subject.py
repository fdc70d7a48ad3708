"""Answers under the subject of an invitation: their own words decide first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict


def _read(subject: str, text: str) -> Verdict:
    message = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=datetime(2026, 9, 21, 9, tzinfo=UTC),
        sender=Address("Anna Klee", "anna.klee@lindenhof.example"),
        subject=subject,
        text=f"{text}\n\nAnna Klee",
    )
    return read_message(message, is_known=True).verdict


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        ("Re: Einladung zum Kennenlernen", "Guten Tag Frau Berg,\n\nvielen Dank für Ihre Nachricht.", Verdict.OTHER),
        ("Re: Einladung zum Kennenlernen", "Guten Tag Frau Berg,\n\nvielen Dank für das nette Gespräch.", Verdict.OTHER),
        ("AW: Einladung zum Kennenlernen", "Guten Tag Frau Berg,\n\nhaben Sie einen Führerschein?", Verdict.INFORMATION_REQUEST),
        ("Re: Einladung zum Kennenlernen", "Guten Tag Frau Berg,\n\ndas wird leider nichts mit uns.", Verdict.REJECTION),
        ("WG: Einladung zum Vorstellungsgespräch", "Hallo Frau Berg,\n\ndanke, die Unterlagen sind angekommen.", Verdict.CONFIRMATION),
        ("Re: Invitation to interview", "Dear Ms Berg,\n\nThank you for coming in, it was lovely to meet you.", Verdict.OTHER),
        ("Re: Invitation to interview", "Dear Ms Berg,\n\nDo you have a driving licence?", Verdict.INFORMATION_REQUEST),
    ],
)  # fmt: skip
def test_thanks_a_question_and_a_no_are_what_they_say(
    subject: str, text: str, verdict: Verdict
) -> None:
    assert _read(subject, text) is verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Invitation to interview", "Dear Ms Berg,\n\nThat is fine, see you then."),
        ("Re: Invitation to interview", "Dear Ms Berg,\n\nThank you for letting us know. We will see you on Tuesday at 10:00."),
        ("Einladung zum Kennenlernen", "Guten Tag Frau Berg,\n\nvielen Dank für Ihre Bewerbung. Anbei finden Sie alles."),
    ],
)  # fmt: skip
def test_a_yes_a_day_and_a_subject_of_its_own_stay_on_the_talk(
    subject: str, text: str
) -> None:
    assert _read(subject, text) is Verdict.INTERVIEW
