"""Mail of one plain sentence: the whole of what some employers write."""

from __future__ import annotations

import pytest

from onward.mail.rules.gate import might_be_hiring
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict

ENGLISH = [
    "Unfortunately, your application was not successful.",
    "We regret to inform you that your application has been unsuccessful.",
    "Your application has been rejected.",
    "We have decided to go with another candidate.",
    "Unfortunately we are unable to offer you the position.",
    "We've decided not to proceed with your application.",
    "You have not been shortlisted for this role.",
]
GERMAN = [
    "Ihre Bewerbung als Buchbinderin können wir leider nicht berücksichtigen.",
    "Leider können wir Ihre Bewerbung nicht berücksichtigen.",
    "Leider müssen wir Ihnen absagen.",
    "Wir haben uns für einen anderen Bewerber entschieden.",
    "Ihre Bewerbung war leider nicht erfolgreich.",
    "Wir bedauern, Ihnen absagen zu müssen.",
]
RECEIPTS = [
    "We have received your application.",
    "Your application has been submitted.",
    "Ihre Bewerbung ist eingegangen.",
    "Vielen Dank für Ihre Bewerbung. Wir prüfen sie und melden uns.",
]
OTHER_LANGUAGES = [
    (
        "Su candidatura",
        "Lamentamos comunicarle que su candidatura no ha sido seleccionada.",
    ),
    ("Votre candidature", "Votre candidature n'a pas été retenue."),
    ("La sua candidatura", "Non possiamo dare seguito alla sua candidatura."),
    ("Sua candidatura", "Infelizmente, sua candidatura não foi selecionada."),
    ("Je sollicitatie", "Helaas ben je niet geselecteerd voor deze functie."),
    ("Twoja aplikacja", "Zdecydowaliśmy się na innego kandydata."),
    ("Başvurunuz", "Başvurunuzu olumlu değerlendiremiyoruz."),
    ("Din ansökan", "Tyvärr har vi valt en annan kandidat."),
]
GOOD_NEWS = [
    ("Your application", "Congratulations, you got the job.", Verdict.OFFER),
    ("Your application", "We are pleased to offer you the position.", Verdict.OFFER),
    (
        "Your application",
        "Can you come in for an interview on Friday?",
        Verdict.INTERVIEW,
    ),
    ("Ihre Bewerbung", "Sie haben die Stelle. Der Vertrag liegt bei.", Verdict.OFFER),
    ("Ihre Bewerbung", "Hätten Sie Freitag Zeit für ein Gespräch?", Verdict.INTERVIEW),
]
OF_SOMETHING_ELSE = [
    "Your application for a parking permit has been rejected.",
    "Your loan application was not successful.",
    "Unfortunately your application for the allotment was unsuccessful.",
    "Ihren Antrag auf Wohngeld müssen wir leider ablehnen.",
]


def read(text: str, *, subject: str) -> Verdict:
    sender = Address("Kern", "info@kern.example")
    assert might_be_hiring(subject, text)
    return read_message(
        Message("k", "k@x.example", None, sender, subject, text)
    ).verdict


@pytest.mark.parametrize("text", ENGLISH)
@pytest.mark.parametrize("subject", ["Your application", "Re: application"])
def test_a_plain_english_no_is_a_no(text: str, subject: str) -> None:
    assert read(text, subject=subject) is Verdict.REJECTION
    letter = f"Dear Ms Aster,\n\n{text}\n\nKind regards\nKern"
    assert read(letter, subject=subject) is Verdict.REJECTION


@pytest.mark.parametrize("text", GERMAN)
@pytest.mark.parametrize("subject", ["Ihre Bewerbung", "AW: Bewerbung"])
def test_a_plain_german_no_is_a_no(text: str, subject: str) -> None:
    assert read(text, subject=subject) is Verdict.REJECTION
    letter = f"Guten Tag Frau Aster,\n\n{text}\n\nMit freundlichen Grüßen\nKern"
    assert read(letter, subject=subject) is Verdict.REJECTION


@pytest.mark.parametrize(("subject", "text"), OTHER_LANGUAGES)
def test_a_plain_no_in_a_smaller_language_is_a_no(subject: str, text: str) -> None:
    assert read(text, subject=subject) is Verdict.REJECTION


@pytest.mark.parametrize(("subject", "text", "verdict"), GOOD_NEWS)
def test_plain_good_news_is_good_news(
    subject: str, text: str, verdict: Verdict
) -> None:
    assert read(text, subject=subject) is verdict


@pytest.mark.parametrize("text", RECEIPTS)
def test_a_plain_receipt_is_a_receipt(text: str) -> None:
    assert read(text, subject="Bewerbung / application") is Verdict.CONFIRMATION


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_a_plain_no_to_something_else_is_none(text: str) -> None:
    message = Message(
        "k", "k@x.example", None, Address("Kern", "info@kern.example"), "Outcome", text
    )
    assert read_message(message).verdict is not Verdict.REJECTION
