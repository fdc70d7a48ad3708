from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message


def _role(subject: str, text: str, *, sender: str = "Noor Bakker") -> str:
    message = Message(
        key="key",
        message_id="id@zandloper.example",
        sent_at=None,
        sender=Address(sender, "n.bakker@zandloper.example"),
        subject=subject,
        text=text,
    )
    return read_message(message).role


@pytest.mark.parametrize(
    "text",
    [
        "Graag nodigen wij je uit voor een sollicitatiegesprek op maandag 4 mei. Je spreekt met een chauffeur uit ons team.",
        "Bedankt voor je sollicitatie. Een planner belt je deze week.",
        "We nodigen je uit voor een sollicitatiegesprek op maandag 4 mei om 10.00 uur, Markt 3, boven de bakker.",
        "Helaas moeten wij je afwijzen: de vacature is ingevuld door een verkoper van onze eigen winkel.",
        "Helaas kiezen wij voor een andere kandidaat, dat hadden we in de vacature moeten zetten.",
        "Uw sollicitatie is afgewezen.\n\nnamens het college van burgemeester en wethouders",
    ],
)
def test_who_is_spoken_of_is_no_title_of_the_opening(text: str) -> None:
    assert _role("Bericht", text) == ""


@pytest.mark.parametrize(
    "signature",
    [
        "mevr. mr. A. Vink\njuridisch medewerker",
        "drs. P.J. van der Laan\nbeleidsadviseur P&O",
        "Gr. Noor\nConsultant",
    ],
)
def test_what_stands_under_initials_is_the_writer_s_work(signature: str) -> None:
    text = f"Uw sollicitatie is ontvangen en in behandeling genomen.\n\n{signature}"
    assert _role("Uw sollicitatie", text) == ""


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Sollicitatie 20417 Medewerker groene ruimte",
            "Wij hebben uw sollicitatie ontvangen.",
            "Medewerker groene ruimte",
        ),
        (
            "Ontvangen",
            'Bedankt voor je sollicitatie op de vacature "Kok nachtploeg Harlingen".',
            "Kok nachtploeg Harlingen",
        ),
        (
            "Formulier",
            "Je sollicitatie is verzonden.\n\nNaam: Mo\nFunctie: Chauffeur distributie Noord\nUren: 32",
            "Chauffeur distributie Noord",
        ),
    ],
)
def test_a_title_is_read_in_full(subject: str, text: str, role: str) -> None:
    assert _role(subject, text) == role


def test_the_number_of_an_opening_is_no_title() -> None:
    text = "Uw sollicitatie op de vacature B17-0422 is ontvangen."
    assert _role("Sollicitatie", text) == ""
