"""Receipts of two applications that went to whoever decides, and the noes that begin like them."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.letters import make_message

_DESK = "careers@larkclinics.example"
_RECEIVED = {Verdict.CONFIRMATION}
_OR_ASKED = {Verdict.CONFIRMATION, Verdict.AMBIGUOUS}


def _read(subject: str, told: str, *, greeting: str = "Dear Ms. Lark") -> Verdict:
    text = f"{greeting},\n\n{told}\n\nLark Clinics"
    return read_message(make_message(subject, text, sender=_DESK)).verdict


@pytest.mark.parametrize(
    "told",
    [
        "Thank you for your applications of October 30 for Medical Records Clerk and for "
        "Insurance Follow-up Clerk. Both have been forwarded to the managers.",
        "Thank you for your applications of October 30 for Medical Records Clerk and for "
        "Insurance Follow-up Clerk. Both are with the managers now.",
        "Thank you for applying for Medical Records Clerk and for Insurance Follow-up Clerk. "
        "Both have been forwarded to the managers.",
        "Thank you for your two applications. Both applications were passed on to the managers.",
        "We have passed both of your applications on to the hiring managers.",
        "Thank you for your applications for Records Clerk and Scheduler. Both went to the unit "
        "directors this morning.",
        "Thank you for your interest in both positions. Both of them have been sent on to the "
        "hiring teams for review.",
    ],
)
def test_two_applications_that_were_passed_on_were_received(told: str) -> None:
    assert _read("Your two applications", told) in _RECEIVED


@pytest.mark.parametrize(
    ("subject", "greeting", "told"),
    [
        (
            "Ihre beiden Bewerbungen",
            "Guten Tag Frau Lark",
            "vielen Dank für Ihre beiden Bewerbungen. Beide wurden an die Fachabteilungen "
            "weitergeleitet.",
        ),
        (
            "Vos deux candidatures",
            "Bonjour Madame",
            "Merci pour vos deux candidatures. Les deux ont été transmises aux responsables.",
        ),
        (
            "Sus dos candidaturas",
            "Estimada señora",
            "Gracias por sus dos candidaturas. Ambas se han remitido a los responsables.",
        ),
        (
            "Le sue candidature",
            "Gentile Signora",
            "grazie per le sue due candidature. Entrambe sono state inoltrate ai responsabili.",
        ),
        (
            "Uw sollicitaties",
            "Beste mevrouw Lark",
            "Dank voor uw twee sollicitaties. Beide zijn doorgestuurd naar de managers.",
        ),
        (
            "Pani aplikacje",
            "Dzień dobry",
            "Dziękujemy za obie aplikacje. Obie zostały przekazane kierownikom działów.",
        ),
        (
            "As suas candidaturas",
            "Cara Senhora",
            "Obrigado pelas suas duas candidaturas. Ambas foram encaminhadas aos responsáveis.",
        ),
        (
            "Dina ansökningar",
            "Hej Ida",
            "Tack för dina två ansökningar. Båda har skickats vidare till cheferna.",
        ),
        (
            "Başvurularınız",
            "Merhaba Ida Hanım",
            "İki başvurunuz için teşekkür ederiz. Her ikisi de yöneticilere iletildi.",
        ),
    ],
)
def test_they_are_no_no_in_any_language(subject: str, greeting: str, told: str) -> None:
    assert _read(subject, told, greeting=greeting) in _OR_ASKED


@pytest.mark.parametrize(
    "told",
    [
        "Thank you for your applications. We had two very strong internal candidates. Both have "
        "been forwarded to the managers.",
        "Thank you for applying. Both other candidates have been forwarded to the managers, you "
        "were not selected.",
        "Thank you for your applications. Both were passed on to the managers, but they chose "
        "other candidates.",
        "Both of your applications went to the managers, and both were declined.",
        "Thank you for your two applications. We are passing on both.",
        "Thank you for your two applications. We have decided against both.",
        "Thank you for your two applications. Both went to the managers. We regret that we "
        "cannot offer you either position.",
        "Thank you for your applications. Both were with the managers until last week. Both "
        "positions have now been filled.",
    ],
)
def test_a_no_to_both_stays_one(told: str) -> None:
    assert _read("Your applications", told) in ENDINGS


@pytest.mark.parametrize(
    ("subject", "greeting", "told"),
    [
        (
            "Vos candidatures",
            "Bonjour Madame",
            "Merci pour vos deux candidatures. Les deux ont été transmises aux responsables, qui "
            "ne souhaitent pas y donner suite.",
        ),
        (
            "Ihre Bewerbungen",
            "Guten Tag Frau Lark",
            "beide Bewerbungen wurden an die Fachabteilungen weitergeleitet, leider haben sich "
            "beide anders entschieden.",
        ),
        (
            "As suas candidaturas",
            "Cara Senhora",
            "Ambas foram encaminhadas aos responsáveis, mas infelizmente não foi selecionada.",
        ),
    ],
)
def test_a_no_behind_them_is_one_in_any_language(
    subject: str, greeting: str, told: str
) -> None:
    assert _read(subject, told, greeting=greeting) in ENDINGS


def test_without_a_word_of_thanks_it_is_no_no() -> None:
    told = "Both have been forwarded to the managers."
    assert _read("Your two applications", told) in _OR_ASKED


def test_orders_that_were_passed_on_are_no_application() -> None:
    told = "Thank you for your two orders. Both have been forwarded to the departments."
    message = make_message("Your orders", told, sender="shop@larkwares.example")
    assert read_message(message).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately neither of your applications was successful.",
        "Both applications were passed on to the managers. Neither of your applications was selected.",
    ],
)
def test_neither_of_them_is_a_no(text: str) -> None:
    assert _read("Your two applications", text) in ENDINGS
