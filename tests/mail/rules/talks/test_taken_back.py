from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.talks.taken_back import offer_declined, taken_back
from onward.mail.rules.types import Address, Message, Reading, Verdict

RECEIPT = Reading(Verdict.CONFIRMATION, confidence=0.9)


def mail(text: str, *, subject: str = "Status", is_sent: bool = False) -> Message:
    return Message(
        key="k",
        message_id="k@quillmoor.example",
        sent_at=None,
        sender=Address("Quillmoor", "no-reply@softgarden.io"),
        subject=subject,
        text=text,
        is_sent=is_sent,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sie haben Ihre Bewerbung als Erzieherin (m/w/d) zurückgezogen.",
        "Hallo Robin,\n\ndeine Bewerbung als Koch bei Quillmoor wurde erfolgreich zurückgezogen.",
        "Wir bestätigen den Rückzug Ihrer Bewerbung.",
        "You have withdrawn your application for Clerk (R-77).",
        "You have withdrawn from consideration for the position of Clerk.",
        "Your application for Clerk has been successfully withdrawn.",
        "Vous avez retiré votre candidature au poste de cuisinier.",
        "Ha retirado su candidatura a camarera.",
        "Hai ritirato la tua candidatura.",
        "A sua candidatura foi retirada.",
        "Je hebt je sollicitatie als chauffeur ingetrokken.",
        "Twoja aplikacja została wycofana.",
        "Du har dragit tillbaka din ansökan.",
        "Başvurunuzu geri çektiniz.",
    ],
)
def test_a_confirmed_withdrawal_is_found(text: str) -> None:
    found = taken_back(mail(text), RECEIPT)
    assert found is not None
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sie können Ihre Bewerbung jederzeit zurückziehen.",
        "Wenn Sie Ihre Bewerbung zurückgezogen haben, ist diese Mail gegenstandslos.",
        "Die Stelle, auf die sich Ihre Bewerbung bezog, die jedoch zurückgezogen wurde, entfällt.",
        "Wir haben die Stelle zurückgezogen und Ihre Bewerbung gelöscht.",
        "If you have withdrawn your application, ignore this mail.",
        "Your application has been withdrawn from further consideration.",
        "You can withdraw your application in your account.",
        "Vous pouvez retirer votre candidature.",
    ],
)
def test_what_only_may_be_or_is_the_employers_no_is_none(text: str) -> None:
    assert taken_back(mail(text), RECEIPT) is None


def test_the_subject_alone_can_say_so() -> None:
    found = taken_back(mail("", subject="Ihre Bewerbung wurde zurückgezogen"), RECEIPT)
    assert found is not None
    assert found.where == "subject"


def test_what_the_person_wrote_is_read_elsewhere() -> None:
    text = "You have withdrawn your application."
    assert taken_back(mail(text, is_sent=True), RECEIPT) is None


@pytest.mark.parametrize("verdict", [Verdict.OTHER, Verdict.OFFER, Verdict.INTERVIEW])
def test_mail_of_another_meaning_confirms_nothing(verdict: Verdict) -> None:
    text = "You have withdrawn your application."
    assert taken_back(mail(text), Reading(verdict, confidence=0.95)) is None


def test_a_whole_mail_of_a_system_is_understood_so() -> None:
    message = mail(
        "Guten Tag,\n\nSie haben Ihre Bewerbung als Erzieherin (m/w/d) zurückgezogen. "
        "Wir bedauern Ihre Entscheidung und wünschen Ihnen alles Gute.\n\nQuillmoor gGmbH",
        subject="Bestätigung: Ihre Bewerbung wurde zurückgezogen",
    )
    assert taken_back(message, read_message(message)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Ihre Entscheidung, unser Angebot für die Stelle Kalligraf (m/w/d) nicht anzunehmen, bedauern wir sehr.",
        "Sie haben unser Angebot leider abgelehnt, was wir sehr schade finden.",
        "We were sorry to read of your decision not to accept our offer.",
        "Thank you for letting us know that you have declined our offer.",
        "Nous regrettons votre décision de ne pas accepter notre proposition.",
        "Lamentamos su decisión de no aceptar nuestra oferta.",
        "Ci dispiace per la tua decisione di non accettare la nostra offerta.",
        "Lamentamos a sua decisão de não aceitar a nossa proposta.",
        "Jammer van je besluit om ons aanbod niet aan te nemen.",
        "Rozumiemy Twoją decyzję o nieprzyjęciu naszej oferty.",
        "Vi beklagar ditt beslut att tacka nej till vårt erbjudande.",
        "Teklifimizi kabul etmediğiniz için üzgünüz.",
    ],
)
def test_an_employer_takes_note_of_an_offer_that_was_declined(text: str) -> None:
    found = offer_declined(mail(text), RECEIPT)
    assert found is not None
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(
    "text",
    [
        "If you have declined our offer by mistake, call us.",
        "Wenn Sie unser Angebot ablehnen, bitten wir um kurze Nachricht.",
        "We have decided not to make you an offer.",
        "Wir können Ihnen leider kein Angebot machen.",
        "Please let us know your decision on our offer.",
        "Wir warten auf Ihre Entscheidung über unser Angebot, gern bis Freitag.",
    ],
)
def test_an_offer_that_may_be_declined_is_not(text: str) -> None:
    assert offer_declined(mail(text), RECEIPT) is None
