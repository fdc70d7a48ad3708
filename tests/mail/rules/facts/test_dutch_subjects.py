"""Dutch: what stands beside the word for a talk is the title, and behind an agency its client."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message

TALK = (
    "Beste Jo,\n\nGraag nodigen we je uit voor een gesprek op donderdag 12 maart om 10:00"
    " op onze locatie.\n\nMet vriendelijke groet,\nAna de Vries\nLarkzorg"
)
VIEWED = "Beste Jo,\n\nJe sollicitatie is bekeken door de werkgever.\n\nWerkbord"


def named(subject: str, text: str, *, sender: Address) -> tuple[str, str]:
    message = Message("key", "one@lark.example", None, sender, subject, text)
    read = read_message(message)
    return read.company, read.role


@pytest.mark.parametrize(
    "subject",
    [
        "Selectiegesprek administratief medewerker op 12 maart",
        "Uitnodiging gesprek administratief medewerker",
        "Kennismakingsgesprek administratief medewerker",
        "Matchgesprek administratief medewerker",
        "Vervolggesprek: administratief medewerker",
    ],
)
def test_a_talk_is_no_part_of_the_title(subject: str) -> None:
    ana = Address("Ana de Vries", "ana@larkzorg.example")
    _, role = named(subject, TALK, sender=ana)
    assert role.lower() == "administratief medewerker"


def test_nor_is_it_on_a_line_of_its_own() -> None:
    text = "Bevestiging\n\nOnderwerp: Selectiegesprek Voedingsassistent\nWanneer: donderdag 12-03-2026, 10:45\n\nMet vriendelijke groet,\nLarkzorg"
    tool = Address("Larkzorg afspraken", "noreply@larkzorg.example")
    assert (
        named("Uw afspraak is bevestigd", text, sender=tool)[1] == "Voedingsassistent"
    )


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Magazijnmedewerker bekeken", VIEWED),
        ("Magazijnmedewerker gelezen", VIEWED),
        (
            "Je sollicitatie is bekeken door Larkzorg",
            "Larkzorg heeft je sollicitatie voor Magazijnmedewerker bekeken.",
        ),
    ],
)
def test_that_it_was_viewed_is_no_part_of_the_title(subject: str, text: str) -> None:
    board = Address("Werkbord", "noreply@werkbord.example")
    assert named(subject, text, sender=board)[1] == "Magazijnmedewerker"


KIM = Address("Kim Wassink - FlexZorg Oost", "kim.wassink@flexzorgoost.example")


@pytest.mark.parametrize(
    ("subject", "text", "company"),
    [
        ("leuke plek voor jou?", "Ik dacht aan jou: Huize Rozendaal in Dalfsen zoekt een medewerker huiskamer, in eerste instantie via ons. Zal ik je voorstellen?", "Huize Rozendaal"),
        ("leuke plek voor jou?", "Voor Huize Rozendaal zoeken wij een medewerker huiskamer. Heb je interesse?", "Huize Rozendaal"),
        ("gesprek", "Goed nieuws, Rozendaal wil je graag spreken. Donderdag 12 maart om 14.00 uur, je vraagt naar Bea.", "Rozendaal"),
        ("FlexZorg Oost / Huize Rozendaal: gesprek", "Ik nodig je uit voor een gesprek op donderdag 12 maart om 14.00 uur, Lindelaan 4.", "Huize Rozendaal"),
        ("gesprek", "Ik nodig je uit voor een gesprek bij ons op kantoor op donderdag 12 maart om 14.00 uur.", "FlexZorg Oost"),
    ],
)  # fmt: skip
def test_the_client_is_the_employer_where_an_agency_names_one(
    subject: str, text: str, company: str
) -> None:
    text = f"Hoi Jo,\n\n{text}\n\nGroetjes,\nKim Wassink\nIntercedent FlexZorg Oost"
    assert named(subject, text, sender=KIM)[0] == company


def test_an_employers_own_site_is_no_client() -> None:
    ana = Address("Larkzorg - Huize Rozendaal", "ana@larkzorg.example")
    assert named("Gesprek Kok", TALK, sender=ana)[0] == "Larkzorg"
