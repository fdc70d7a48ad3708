"""Noes beside which a portal offers word of other openings, and alerts that are no more than that."""

from __future__ import annotations

import pytest

from onward.mail.rules.gate import might_be_hiring
from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Verdict
from tests.mail.rules.letters import make_message

_DESK = "donotreply@larkhospital.taleo.example"
_SUBJECT = "Charge Entry Specialist - 260015Z7"
_PRAISE = (
    "Lark Hospital is proud to be named one of the best places to work for the seventh year. Each "
    "month we are grateful to receive thousands of submissions from people who share our mission "
    "for children and families.\n\n"
)
_CLOSED = (
    "Other applicants are being considered for Charge Entry Specialist - 260015Z7 at this time, and "
    "your submission has been closed.\n\n"
)


def _read(subject: str, told: str, *, sender: str = _DESK) -> Verdict:
    text = f"Dear Ida,\n\n{told}\n\nStaffing Services"
    if not might_be_hiring(subject, text, host=sender.partition("@")[2]):
        return Verdict.OTHER
    return read_message(make_message(subject, text, sender=sender)).verdict


@pytest.mark.parametrize("above", ["", _PRAISE])
@pytest.mark.parametrize(
    "behind",
    [
        "",
        "We invite you to set up a job alert.",
        "You may create a job alert to hear of new openings.",
        "Please sign up for job alerts to be told of similar openings.",
    ],
)
def test_a_no_stands_beside_an_offered_alert(above: str, behind: str) -> None:
    assert _read(_SUBJECT, f"{above}{_CLOSED}{behind}") in ENDINGS


@pytest.mark.parametrize(
    "told",
    [
        "Your submission for Charge Entry Specialist has been closed.\n\nWe invite you to set up a "
        "job alert.",
        "Other applicants are being considered for Charge Entry Specialist at this time.\n\nYou may "
        "create a job alert to hear of new openings.",
        "We are considering other applicants for Charge Entry Specialist. Create a job alert on our "
        "careers site so you do not miss new openings.",
    ],
)
def test_a_no_that_no_rule_tells_is_asked_about_at_least(told: str) -> None:
    assert _read(_SUBJECT, told) in {*ENDINGS, Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        (
            "Sachbearbeiterin (4711)",
            "für die Stelle Sachbearbeiterin haben wir uns für eine andere Bewerberin "
            "entschieden.\n\nRichten Sie sich gern einen Jobalarm für neue Stellen ein.",
        ),
        (
            "Comptable (4711)",
            "Nous avons retenu un autre candidat pour le poste de comptable.\n\nNous vous invitons "
            "à créer une alerte emploi.",
        ),
        (
            "Contable (4711)",
            "Hemos elegido a otro candidato para el puesto de contable.\n\nLe invitamos a crear una "
            "alerta de empleo.",
        ),
        (
            "Contabile (4711)",
            "Abbiamo scelto un altro candidato per la posizione di contabile.\n\nLa invitiamo a "
            "creare un avviso di lavoro.",
        ),
        (
            "Boekhouder (4711)",
            "We hebben voor een andere kandidaat gekozen voor de functie van boekhouder.\n\nStel "
            "gerust een jobalert in.",
        ),
    ],
)
def test_it_does_in_other_languages(subject: str, told: str) -> None:
    assert _read(subject, told) in ENDINGS


@pytest.mark.parametrize(
    ("subject", "told", "sender"),
    [
        (
            "5 new jobs for you",
            "Create a job alert. Billing Clerk at Corvane. Charge Entry Specialist at Lindell. View "
            "all jobs.",
            "alerts@jobnest.example",
        ),
        (
            "Set up your job alert",
            "You have not set up a job alert yet. Set up a job alert to hear of new openings.",
            "hello@jobnest.example",
        ),
        (
            "Job alert created",
            "You have created a job alert for Billing Clerk. We will send you new openings.",
            "hello@jobnest.example",
        ),
        (
            "Welcome to our talent network",
            "Thanks for creating a profile. We invite you to set up a job alert.",
            _DESK,
        ),
        (
            _SUBJECT,
            "The posting for Charge Entry Specialist closes on Friday. Set up a job alert to hear of "
            "new openings.",
            _DESK,
        ),
        (
            "Your support ticket",
            "Your ticket has been closed. We invite you to set up a job alert.",
            "help@jobnest.example",
        ),
        (
            "Your account",
            "Your submission to our photo contest has been closed. Create a job alert.",
            "hello@jobnest.example",
        ),
        (
            _SUBJECT,
            "At your request, your submission has been closed. We invite you to set up a job alert.",
            _DESK,
        ),
        (
            _SUBJECT,
            "As you asked, your submission for Charge Entry Specialist has been withdrawn. We invite "
            "you to set up a job alert.",
            _DESK,
        ),
    ],
)
def test_an_alert_and_what_the_reader_asked_for_tell_no_no(
    subject: str, told: str, sender: str
) -> None:
    assert _read(subject, told, sender=sender) in {*NOT_HIRING, Verdict.AMBIGUOUS}


def test_a_receipt_and_an_invitation_stay_what_they_are() -> None:
    offer = "We invite you to set up a job alert."
    received = (
        "Thank you for applying for Charge Entry Specialist. Your submission has been received. "
        f"{offer}"
    )
    asked = (
        "We would like to invite you to an interview on Thursday, November 12 at 10:00 AM. "
        f"{offer}"
    )
    assert _read(_SUBJECT, received) is Verdict.CONFIRMATION
    assert _read(_SUBJECT, asked) is Verdict.INTERVIEW
