"""A careers newsletter tells nobody of an interview or an offer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.around.small_print import without_small_print
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Reading, Verdict

_LETTER = Address("The Career Letter", "hello@careerletter.example")
_TALENT = Address("Nimbus Talent", "talent@nimbus.example")
_FOOTER = "\n\nRead more\nhttps://click.example/x\n\n--\nUnsubscribe"
_GOOD = {Verdict.INTERVIEW, Verdict.OFFER, Verdict.ASSESSMENT}


def _read(
    subject: str,
    text: str,
    *,
    sender: Address = _LETTER,
    is_known: bool = False,
    headers: dict[str, str] | None = None,
) -> Reading:
    at = datetime(2026, 8, 8, 6, tzinfo=UTC)
    message = Message(
        "k", "k@x.example", at, sender, subject, text, headers=headers or {}
    )
    return read_message(message, is_known=is_known)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Interview on Thursday at 2pm? Read this first",
            "Hi Kofi,\n\nYou've been invited to interview. Congratulations! Here's our checklist for the night before.",
        ),
        (
            "Your interview checklist",
            "Hi Kofi,\n\nYou've been invited to interview. Congratulations! Here's our checklist for the night before.",
        ),
        (
            "Interview on Thursday at 2pm? Read this first",
            "Hi Kofi,\n\nHere's our checklist for the night before an interview.",
        ),
        (
            "So you got an offer",
            "Hi Kofi,\n\nWe're delighted to offer you the job! Those are the words. Here are 7 questions to ask before you sign.",
        ),
        (
            "You got the interview",
            "You've been invited to interview. Great! Now what? Our checklist for the first ten minutes.",
        ),
        (
            "They said no. Now what?",
            "Hi Kofi,\n\nUnfortunately you have not been successful. Here are five things to do next.",
        ),
        (
            "The email we all wait for",
            "Hi Kofi,\n\nWe would like to invite you to an interview. What now? Seven steps for the week before.",
        ),
    ],
)
def test_a_letter_that_one_may_unsubscribe_from_tells_nothing(
    subject: str, text: str
) -> None:
    for footer in (_FOOTER, "\n\nUnsubscribe | View in browser"):
        found = _read(subject, text + footer).verdict
        assert found in {Verdict.AMBIGUOUS, Verdict.OTHER}
    told = _read(subject, text, headers={"list-unsubscribe": "<https://x.example/u>"})
    assert told.verdict in {Verdict.AMBIGUOUS, Verdict.OTHER}


@pytest.mark.parametrize(
    "footer",
    [
        *("Vom Newsletter abmelden", "Abmelden", "Se désabonner", "Darse de baja"),
        *("Annulla iscrizione", "Cancelar inscrição", "Uitschrijven", "Wypisz się"),
        *("Avsluta prenumeration", "Abonelikten çık"),
    ],
)
def test_the_way_to_leave_is_known_in_each_language(footer: str) -> None:
    text = f"Hi Kofi,\n\nYou've been invited to interview. Great! Here is what to do.\n\n{footer}"
    assert _read("Your interview", text).verdict not in _GOOD


@pytest.mark.parametrize(
    ("subject", "text", "sender"),
    [
        (
            "Interview",
            "Hi Kofi,\n\nWe would like to invite you to an interview on Monday 24 August at 10:00 in our office.",
            _TALENT,
        ),
        (
            "Interview: Data Analyst",
            "Hi Kofi,\n\nWe would like to invite you to an interview for Data Analyst. Pick a time.",
            _TALENT,
        ),
        (
            "Re: Your application",
            "Hi Kofi,\n\nWe would like to invite you to an interview. When could you come?",
            _TALENT,
        ),
        (
            "Your application",
            "Hi Kofi,\n\nThank you for applying. We would like to invite you to an interview. Pick a time.",
            Address("Nimbus", "no-reply@eu.greenhouse-mail.io"),
        ),
    ],
)
def test_who_invites_the_reader_does_so_above_any_footer(
    subject: str, text: str, sender: Address
) -> None:
    found = _read(subject, text + "\n\nUnsubscribe", sender=sender)
    assert found.verdict is Verdict.INTERVIEW


def test_of_who_is_known_a_footer_says_nothing() -> None:
    text = "Hi Kofi,\n\nThank you for your application. We would like to invite you to an interview. Pick a time.\n\nUnsubscribe"
    told = _read("Your application", text, sender=_TALENT, is_known=True)
    assert told.verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        (
            "Your application",
            "Hi Kofi,\n\nThank you for your application. We would like to invite you to an interview. Pick a time.",
            Verdict.INTERVIEW,
        ),
        (
            "Your application",
            "Hi Kofi,\n\nThank you for your application. Unfortunately we will not be taking it further.",
            Verdict.REJECTION,
        ),
    ],
)
def test_without_a_footer_it_is_told(subject: str, text: str, verdict: Verdict) -> None:
    assert _read(subject, text, sender=_TALENT).verdict is verdict


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        (
            "Thank you for your application",
            "Hi Kofi,\n\nThank you for your application. We have received it and will be in touch.",
            Verdict.CONFIRMATION,
        ),
        (
            "Next step: short game-based challenge",
            "Hi Kofi,\n\nThank you for your application. Next up: please complete our online assessment. It takes 25 minutes.",
            Verdict.ASSESSMENT,
        ),
    ],
)
def test_receipts_and_tests_stay_what_they_are(
    subject: str, text: str, verdict: Verdict
) -> None:
    told = _read(subject, f"{text}\n\nUnsubscribe", sender=_TALENT)
    assert told.verdict is verdict


def test_the_footer_is_small_print() -> None:
    text = f"You've been invited to interview.{_FOOTER}"
    message = Message("k", "k@x.example", None, _LETTER, "Interview", text)
    assert "Unsubscribe" not in without_small_print(message).text
