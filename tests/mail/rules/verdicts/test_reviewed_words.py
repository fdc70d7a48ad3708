"""Plain mails that rules of the month before told wrongly, and what they stay right about."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict


def _read(subject: str, text: str) -> Verdict:
    sender = Address("Joan Marsh", "joan@ferncombe.example")
    return read_message(
        Message("k", "m@x.example", None, sender, subject, text)
    ).verdict


@pytest.mark.parametrize(
    "text",
    [
        "Wir bieten Ihnen die Stelle nicht an.",
        "Wir bieten dir den Job nicht an, sorry.",
        "Wir nehmen Sie doch nicht.",
        "Die anderen Bewerber haben uns mehr überzeugt. Würden Sie auch als Aushilfe kommen?",
        "Meine Wahl fiel auf Sie. Der Chef hat seinen Neffen eingestellt.",
        "Wir haben Sie für die zweite Runde ausgewählt. Gewonnen hat am Ende eine Kollegin.",
        "Wir schließen das Verfahren.",
        "Eine Kollegin hat das Rennen gemacht.",
    ],
)  # fmt: skip
def test_a_plain_german_no_is_told(text: str) -> None:
    assert _read("Ihre Bewerbung", text) in ENDINGS


@pytest.mark.parametrize(
    "text",
    [
        "You were selected out of 300 for interview, which is an achievement. We appointed Karl.",
        "It was you we liked best. The board has hired its own candidate.",
        "We've shelved the hire.",
        "We have discontinued the recruitment.",
        "Neither of your applications was successful.",
        "The team voted for the other candidate.",
        "Your application has been archived.",
        "We will be discontinuing your application.",
        "Thank you for your application. After careful review we are closing your file. Best of luck.",
    ],
)
def test_a_plain_english_no_is_told(text: str) -> None:
    assert _read("Your application", text) in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Ihre Bewerbung", "Wir haben uns für Sie entschieden!"),
        ("Ihre Bewerbung", "Sie haben das Rennen gemacht."),
        ("Ihre Bewerbung", "Wir geben Ihnen den Zuschlag."),
        ("Your application", "The choice was hard, and it fell on you."),
        ("Your application", "As requested, your application has been deactivated."),
        ("Your application", "You have been selected from 80 applicants!"),
        ("Your application", "The person we hired has left again. Would you still like the job?"),
        ("Your applications", "Neither of your applications has been selected yet; the panel meets on Friday."),
        ("Votre candidature", "Nous avons retenu votre candidature pour un entretien."),
        ("Votre candidature", "Votre candidature a été retenue pour la phase d'entretien."),
    ],
)  # fmt: skip
def test_good_and_open_news_is_no_no(subject: str, text: str) -> None:
    assert _read(subject, text) not in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your applications", "Both went to other people in the teams."),
        ("Your applications", "Both of your applications went to other candidates within the teams."),
        ("Ihre Bewerbungen", "Beide wurden von den Leitungen abgelehnt."),
    ],
)  # fmt: skip
def test_two_that_went_to_others_are_no_receipt(subject: str, text: str) -> None:
    assert _read(subject, text) is not Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        ("Interview", "We would like to invite you to an interview on 3 September at 10. Bring your nursing license application with you.", Verdict.INTERVIEW),
        ("City HR", "Your application for Unemployment Insurance, Claims Examiner II, has been received.", Verdict.CONFIRMATION),
        ("Your claim", "Your application for unemployment benefits has been received. A phone interview is scheduled for 3 September at 10:00.", Verdict.OTHER),
    ],
)  # fmt: skip
def test_what_the_work_needs_is_no_permit(
    subject: str, text: str, verdict: Verdict
) -> None:
    assert _read(subject, text) is verdict


@pytest.mark.parametrize(
    "text",
    [
        "The client says yes. $28/hr. Confirm and I'll send your CV to the client's HR.",
        "I have an interview for you with the client on Thursday at 2 pm. Please confirm and I will send your CV to the manager.",
    ],
)  # fmt: skip
def test_a_clients_yes_or_hour_is_no_request_to_represent(text: str) -> None:
    assert _read("Data Engineer", text) is not Verdict.INFORMATION_REQUEST
