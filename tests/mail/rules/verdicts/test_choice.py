"""The words shown for a no are those that say the choice, and not the praise beside them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import because_of
from onward.mail.rules.verdicts.voice import Heard, Said

NOES = [
    (
        "Hi Robin,\n\nMaya and Tom took a long time over it. Your case was strong and we all "
        "enjoyed talking to you. In the end the choice fell on somebody who has worked with our "
        "system before. It was close, and I wish I had other news.\n\nKim",
        "choice fell",
    ),
    (
        "Hallo Robin,\n\nMaja und Tom haben es sich nicht leicht gemacht. Ihre Fallstudie war "
        "stark und alle fanden das Gespräch sehr angenehm. Am Ende ist die Wahl doch auf jemanden "
        "gefallen, der unser System schon kennt.\n\nKim",
        "Wahl doch",
    ),
    (
        "Bonjour Robin,\n\nMaya et Tom ont longuement hésité. Votre étude de cas était solide et "
        "tout le monde a apprécié l'échange. Le choix s'est finalement porté sur quelqu'un qui "
        "connaît déjà notre logiciel.\n\nKim",
        "choix s'est",
    ),
    (
        "Hola Robin:\n\nMaya y Tom lo han pensado mucho. Tu caso era sólido y a todos nos gustó "
        "la conversación. Al final la elección ha recaído en alguien que ya conoce nuestro "
        "sistema.\n\nKim",
        "elección ha",
    ),
    (
        "Buongiorno Robin,\n\nMaya e Tom ci hanno pensato a lungo. Il suo caso era solido e il "
        "colloquio è piaciuto a tutti. Alla fine la scelta è caduta su qualcuno che conosce già "
        "il nostro sistema.\n\nKim",
        "scelta è",
    ),
    (
        "Hoi Robin,\n\nMaya en Tom hebben er lang over gedaan. Je presentatie was sterk en "
        "iedereen vond het een fijn gesprek. Uiteindelijk viel de keus op iemand die al met ons "
        "systeem heeft gewerkt.\n\nKim",
        "iemand die",
    ),
    (
        "Hoi Robin,\n\nJouw case was sterk en iedereen vond het een prettig gesprek. Uiteindelijk "
        "is de keuze toch gevallen op iemand die per direct kan beginnen. Het scheelde weinig."
        "\n\nKim",
        "keuze toch",
    ),
    (
        "Hej Robin,\n\nMaya och Tom har funderat länge. Ditt case var starkt och alla tyckte att "
        "det var ett trevligt samtal. Till slut föll valet på någon som redan kan vårt system."
        "\n\nKim",
        "föll valet",
    ),
]


@pytest.mark.parametrize(("text", "choice"), NOES)
def test_what_is_shown_for_a_no_says_the_choice(text: str, choice: str) -> None:
    message = Message(
        key="k",
        message_id="k@quarrybay.example",
        sent_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        sender=Address("Kim Alder", "kim.alder@quarrybay.example"),
        subject="Re: Second interview",
        text=text,
        to=(Address("Robin", "robin@person.example"),),
    )
    read = read_message(message, is_known=True)
    assert read.verdict in ENDINGS
    assert any(choice in each.words for each in read.because)


@pytest.mark.parametrize(("text", "choice"), NOES)
def test_praise_that_is_heard_loudest_gives_way_to_the_choice(
    text: str, choice: str
) -> None:
    parted = [found.span() for found in re.finditer(r"[^.]+\.", text)]
    chosen = next(n for n, (a, b) in enumerate(parted) if choice in text[a:b])
    heard = Heard(
        said=tuple(
            Said("body", start, end, (0.9 if place == chosen - 1 else 0.4, 0.1))
            for place, (start, end) in enumerate(parted)
        ),
        intents=("decline", "nothing"),
        whole=(),
    )
    message = Message(
        key="k",
        message_id="k@quarrybay.example",
        sent_at=None,
        sender=Address("Kim Alder", "kim.alder@quarrybay.example"),
        subject="News",
        text=text,
    )
    (words,) = because_of(
        Classification(Verdict.OTHER, 0.5),
        heard=heard,
        chances={Verdict.REJECTION: 0.9},
        verdict=Verdict.REJECTION,
        message=message,
    )
    assert choice in words.words
