"""What invites by few words of hiring, with a day and an hour, from whoever is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onward.mail.rules.appointments.set_by_known import set_by_known
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.classify import classify
from tests.mail.rules.letters import make_message

WHEN = "Mi, 4.3., halb fünf nachmittags, wieder in Larchstedt?"


def _mail(when: str) -> Message:
    text = f"Hallo Robin, unser Vorstand möchte dich einmal selbst treffen. {when} Er beißt nicht.\n\nOlga"
    message = make_message("Noch eine letzte Runde", text)
    return replace(message, sent_at=datetime(2026, 2, 27, 12, tzinfo=UTC))


def _said(
    message: Message, *, is_known: bool = True, heard: Verdict = Verdict.OTHER
) -> tuple[Classification, Classification]:
    """Return what was heard, and what is said of it in the end."""
    first = classify(message, system="", is_known=is_known)
    first = replace(first, clues=replace(first.clues, is_known=is_known))
    said = replace(first, verdict=heard)
    return said, set_by_known(said, first=first, message=message)


def test_a_time_to_come_of_whoever_is_known_is_an_invitation() -> None:
    _, found = _said(_mail(WHEN))
    assert found.verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("when", "is_known"),
    [
        (WHEN, False),
        ("Magst du?", True),
        ("Mi, 4.3., 16:30 Uhr oder Do, 5.3., 10 Uhr?", True),
        ("Wie am 4.2.2026 um 16:30 Uhr.", True),
    ],
)
def test_nobody_else_and_no_other_time_is(when: str, is_known: bool) -> None:
    said, found = _said(_mail(when), is_known=is_known)
    assert found is said


def test_a_no_and_mail_without_a_date_stay_as_they_are_heard() -> None:
    said, found = _said(_mail(WHEN), heard=Verdict.REJECTION)
    assert found is said
    said, found = _said(replace(_mail(WHEN), sent_at=None))
    assert found is said
