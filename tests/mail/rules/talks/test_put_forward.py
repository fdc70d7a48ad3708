"""Own words by which a recruiter may put the person forward, and what they were asked about."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.put_forward import (
    agrees_to_be_put_forward,
    title_proposed,
)
from onward.mail.rules.types import Address, Message


@pytest.mark.parametrize(
    "own",
    [
        "Das geht mit dem Bus, ja bitte, stellen Sie mich dort gern vor.",
        "Klingt gut, schicken Sie mein Profil gern hin.",
        "Sie dürfen meine Unterlagen gern weiterleiten.",
        "Yes please, put me forward for it.",
        "Sounds good. Feel free to send them my CV.",
        "I'd like to be put forward, thank you.",
    ],
)
def test_a_yes_is_one(own: str) -> None:
    assert agrees_to_be_put_forward(own)


@pytest.mark.parametrize(
    "own",
    [
        "Bitte stellen Sie mich dort nicht vor.",
        "Haben Sie mein Profil schon hingeschickt?",
        "Bitte schicken Sie mein Profil erst hin, wenn wir gesprochen haben.",
        "Please don't put me forward yet.",
        "Did you put me forward?",
        "Danke, das passt leider nicht.",
    ],
)
def test_an_if_a_no_and_a_question_are_none(own: str) -> None:
    assert not agrees_to_be_put_forward(own)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "leider hat der Kunde in Wurzen den Bedarf zurückgezogen.\n\nAber ich habe was Neues, das "
            "sogar besser passt: Assistenz der Lagerleitung (m/w/d) in Grimma. Darf ich Ihr Profil dort "
            "vorstellen?",
            "Assistenz der Lagerleitung",
        ),
        (
            "leider haben wir uns als Lagerist für einen anderen Bewerber entschieden.",
            "",
        ),
    ],
)
def test_a_no_may_propose_another_opening(text: str, title: str) -> None:
    no = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=None,
        sender=Address("Kerstin Wolf", "wolf@zeitraum-personal.example"),
        subject="Wurzen / neuer Vorschlag",
        text=f"Hallo Herr Linde,\n\n{text}\n\nViele Grüße\nKerstin Wolf\nZeitraum Personal GmbH",
    )
    assert title_proposed(no) == title
