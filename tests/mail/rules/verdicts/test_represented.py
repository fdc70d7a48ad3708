"""Agencies that ask for consent to put somebody forward, and offers that are to be confirmed."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message

_AGENT = "rory.halden@larkstaffing.example"


def _read(subject: str, told: str, *, greeting: str = "Hi Ida") -> set[Verdict]:
    """Return what it is to somebody whom the agent knows, and to anybody."""
    text = f"{greeting},\n\n{told}\n\nRory"
    message = make_message(subject, text, sender=_AGENT)
    return {
        read_message(message, is_known=is_known).verdict for is_known in (True, False)
    }


@pytest.mark.parametrize(
    "told",
    [
        'Per our call please reply "I confirm" so I can submit you: I, Ida Lark, authorize Lark '
        "Staffing to be my exclusive representative for the Medical Claims Reviewer contract at "
        "Corvane for 6 months at $24.00/hr.",
        "Reply YES if I can send your resume to the client, Medical Claims Reviewer, $24/hr.",
        "Can you reply with your agreement to the rate, $24/hr, so I can present you to the hiring "
        "manager?",
        'Please reply with "I agree" and your updated resume so I can submit you to the client for '
        "the Medical Claims Reviewer role at $24.00/hr.",
        "I need your written consent to put you forward to Corvane for the claims reviewer contract "
        "at $24/hr. Please confirm by email.",
        "Please sign the right to represent for Corvane, $24/hr W2, and I will submit your profile "
        "today.",
        "Please confirm you are okay with $24/hr on W2 and that no other agency has submitted you to "
        "this client. Once you confirm I will submit you.",
        'Kindly acknowledge this email with "I accept" to authorize us to submit your profile to our '
        "client Corvane for the position of Claims Reviewer at 24.00 per hour.",
    ],
)
def test_a_request_to_be_represented_is_no_offer(told: str) -> None:
    read = _read("Medical Claims Reviewer", told)
    assert not read & {Verdict.OFFER, Verdict.REJECTION}


@pytest.mark.parametrize(
    ("greeting", "told"),
    [
        (
            "Hallo Ida",
            "bitte bestätigen Sie mir kurz per Mail, dass ich Sie exklusiv bei unserem Kunden "
            "Corvane für 65 €/Stunde vorstellen darf.",
        ),
        (
            "Bonjour Ida",
            "merci de me confirmer par mail que je peux vous présenter à notre client Corvane à "
            "400 € par jour.",
        ),
        (
            "Hoi Ida",
            "wil je per mail bevestigen dat ik je mag voorstellen bij onze klant Corvane voor 65 "
            "euro per uur?",
        ),
        (
            "Hola Ida",
            "Por favor, confírmame por correo que puedo presentarte a nuestro cliente Corvane por "
            "25 €/hora.",
        ),
        (
            "Ciao Ida",
            "mi confermi via mail che posso presentarti al nostro cliente Corvane a 25 €/ora?",
        ),
        (
            "Hej Ida",
            "kan du bekräfta via mejl att jag får presentera dig för vår kund Corvane för 500 "
            "kr/timmen?",
        ),
        (
            "Olá Ida",
            "confirma por e-mail que te posso apresentar ao nosso cliente Corvane por 25 €/hora?",
        ),
        (
            "Cześć Ida",
            "proszę o potwierdzenie mailem, że mogę przedstawić Panią naszemu klientowi Corvane za "
            "stawkę 100 zł/h.",
        ),
        (
            "Merhaba Ida",
            "sizi müşterimiz Corvane'e saatlik 25 € ücretle sunabilmem için e-postayla onay verir "
            "misiniz?",
        ),
    ],
)
def test_it_is_none_in_other_languages(greeting: str, told: str) -> None:
    assert Verdict.OFFER not in _read("Corvane", told, greeting=greeting)


@pytest.mark.parametrize(
    "told",
    [
        "Great news! Corvane would like to offer you the Medical Claims Reviewer contract at "
        '$24.00/hr starting December 7. Please reply "I accept" by Friday.',
        "The client has selected you. We are pleased to offer you the assignment at $24/hr. Please "
        "confirm in writing so I can send the contract.",
        "You got it! Corvane picked you, $24/hr, start Monday. Reply YES and I will send your "
        "onboarding papers to the client.",
        "We are pleased to offer you the AP Secretary position, $21.47/hr. Please let me know by "
        "Friday.",
        "Attached is your offer letter for the Claims Reviewer position at $24.00/hr. Please reply "
        "with your acceptance so we can submit it to HR.",
        "I put you forward last week and Corvane said yes: they would like to hire you at $24/hr. "
        "Please confirm that you accept the job.",
        "Corvane chose you for the contract, $24/hr. Please confirm, and I will present you with the "
        "contract tomorrow.",
    ],
)
def test_an_offer_that_an_agent_hands_on_stays_one(told: str) -> None:
    assert Verdict.OFFER in _read("Medical Claims Reviewer", told)
