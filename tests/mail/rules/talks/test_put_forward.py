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


@pytest.mark.parametrize(
    ("own", "is_yes"),
    [
        ("Hi, yes put me in for it. I can do the drug screen whenever.", True),
        ("Put me in for the Dayton one too please.", True),
        ("Yes please put me in touch with them.", False),
        ("Don't put me in for it yet.", False),
        ("Oui, vous pouvez transmettre mon CV.", True),
        ("Oui, je peux vous envoyer mon CV demain.", False),
        ("Ne transmettez pas mon CV, s'il vous plaît.", False),
        ("Sí, puede presentar mi candidatura.", True),
        ("No puede presentar mi candidatura todavía.", False),
        ("Sì, mandi pure il mio CV al cliente.", True),
        ("Per ora non può inviare il mio CV.", False),
        ("Ja, stel me maar voor.", True),
        ("Je mag mijn cv nog niet doorsturen.", False),
        ("Tak, proszę przekazać moje CV klientowi.", True),
        ("Proszę nie przekazać mojego CV.", False),
        ("Sim, pode enviar o meu currículo.", True),
        ("Não pode enviar o meu currículo sem me dizer.", False),
        ("Ja, skicka vidare mitt cv.", True),
        ("Skicka inte mitt cv än.", False),
        ("Evet, özgeçmişimi iletebilirsiniz.", True),
        ("Özgeçmişimi iletmeden önce konuşalım.", False),
    ],
)
def test_a_yes_is_one_in_each_language(own: str, is_yes: bool) -> None:
    assert agrees_to_be_put_forward(own) is is_yes
