"""Steps that a receipt lists as what comes next are nothing that was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.steps_ahead import without_steps
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message

RECEIPTS = (
    "Hi Jo,\n\nThank you for your application, it has reached us.\n\nWhat happens next?\n{}",
    "Hallo Jo,\n\nvielen Dank für deine Bewerbung als Koch, sie ist eingegangen.\n\nWie geht es weiter?\n{}",
    "Ciao Jo,\n\ngrazie per la tua candidatura, l'abbiamo ricevuta.\n\nI prossimi passi:\n{}",
    "Hoi Jo,\n\nbedankt voor je sollicitatie op de functie van kok. We hebben haar goed ontvangen.\n\nHoe nu verder?\n{}",
)
STEPS = (
    "1. You hear from us within a week.\n2. You come in and work a trial shift.\n3. We make you an offer.\n\nFern",
    "1. Wir melden uns.\n2. Du kommst zum Vorstellungsgespräch.\n3. Du arbeitest zur Probe.\n\nFarn",
    "- Ti scriviamo.\n- Fissiamo un colloquio.\n- Fai una giornata di prova.\n\nFelce",
    "1) Wij bellen je.\n2) We nodigen je uit voor een gesprek.\n3) Je loopt een dienst mee.\n\nVaren",
)


@pytest.mark.parametrize(("receipt", "steps"), zip(RECEIPTS, STEPS, strict=True))
def test_a_receipt_with_its_steps_is_one(receipt: str, steps: str) -> None:
    mail = make_message("Application", receipt.format(steps))
    assert read_message(mail).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "text",
    [
        "We invite you to an interview on Monday at ten.\n\nWhat happens on the day?\n1. You meet the team.\n2. We talk.\n3. You see the shop.",
        "Thank you for your application. Please come to an interview. Next steps:\n\n1. Choose a time.\n2. Bring your papers.\n3. Ask for Kim.",
    ],
)
def test_an_invitation_beside_a_list_stays_one(text: str) -> None:
    mail = make_message("Your application", text)
    assert read_message(mail).verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Next steps:\n1. One\n2. Two",
        "Please bring\n1. One\n2. Two\n3. Three",
        "Next steps:\n2. One\n4. Two\n5. Three",
        "",
    ],
)
def test_few_lines_and_other_lists_are_no_steps(text: str) -> None:
    assert without_steps(make_message("Mail", text)) is None


@given(st.text(alphabet="1.23)\n- Nextsp:?", max_size=120))
def test_what_is_left_has_the_same_length(text: str) -> None:
    mail = make_message("Mail", text)
    left = without_steps(mail)
    assert left is None or len(left.text) == len(mail.text)


@pytest.mark.parametrize(
    ("heading", "gap"),
    [
        ("Our process has four steps:", "\n"),
        ("The selection process consists of these stages:", "\n\n"),
        ("Unser Auswahlverfahren besteht aus vier Schritten:", "\n"),
        ("Notre processus comporte quatre étapes :".replace(" :", ":"), "\n"),
    ],
)
def test_steps_of_a_way_that_all_go_need_no_mark(heading: str, gap: str) -> None:
    steps = "Online test\nVideo interview\nAssessment centre"
    message = make_message(
        "Thanks", f"Thank you for applying.\n\n{heading}{gap}{steps}\n\nWe write soon."
    )
    rest = without_steps(message)
    assert rest is not None
    assert "Assessment centre" not in rest.text
    assert "We write soon." in rest.text


def test_what_the_reader_is_to_do_needs_a_mark() -> None:
    message = make_message(
        "Test", "Your next steps:\nTake the test\nBook a call\nSend your licence"
    )
    assert without_steps(message) is None
