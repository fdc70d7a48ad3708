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


NO_CHOICE = [
    "We selected your application as one of five for the interview round.",
    "You were chosen from 200 people as one of the final three.",
    "Wir haben uns damals für ein Gespräch mit Ihnen entschieden.",
    "Die Entscheidung ist noch nicht gefallen.",
    "Sie haben sich für unser Haus entschieden.",
    "Nous vous avons choisi parmi d'autres personnes pour l'entretien.",
    "Nous avons retenu votre candidature parmi d'autres pour l'entretien.",
    "Le elegimos entre otras personas para la entrevista.",
    "Te hemos seleccionado entre otros candidatos para la entrevista.",
    "L'abbiamo selezionata tra altri candidati per il colloquio.",
    "Abbiamo scelto la sua candidatura tra le altre per il colloquio.",
    "Abbiamo selezionato Lei tra altri candidati per il colloquio.",
    "Escolhemos a sua candidatura entre outras para a entrevista.",
    "Escolhemos-o entre outros candidatos para a entrevista.",
    "Escolhemos você entre outras pessoas para a entrevista.",
    "Wybraliśmy Panią spośród innych kandydatów na rozmowę.",
    "Wybraliśmy Twoją kandydaturę spośród wielu innych.",
    "Vi valde dig bland andra kandidater till intervjun.",
    "Sizi diğer adaylar arasından görüşme için seçtik.",
    "Başvurunuzu diğer adaylar arasından tercih ettik.",
    "We hebben jou uit andere kandidaten gekozen voor het gesprek.",
    "De keuze is nog niet gevallen.",
    "Le choix n'est pas encore arrêté.",
    "La decisión aún no ha recaído en nadie.",
    "La scelta non è ancora caduta su nessuno.",
    "Decyzja jeszcze nie zapadła.",
    "Valet har inte fallit på någon än.",
    "Henüz karar verilmedi.",
    "Thank you for choosing us over other companies.",
]
"""The choice fell on the reader or on the reader's side, or has not fallen yet."""
CHOICE = [
    "In the end we went with someone who knows our system.",
    "It will not be you this time.",
    "We chose another candidate over you.",
    "We selected somebody whose experience is closer than yours.",
    "Wir haben uns für eine andere Bewerberin entschieden.",
    "Die Wahl ist auf jemanden gefallen, der unser System kennt.",
    "Wir haben uns gegen Sie und für jemand anderen entschieden.",
    "Die Stelle haben wir an eine Kollegin vergeben.",
    "Nous avons choisi quelqu'un d'autre.",
    "Nous avons retenu une autre personne dont le profil est plus proche.",
    "Hemos elegido a otra persona.",
    "Nos hemos decantado por alguien con más experiencia que usted.",
    "Abbiamo scelto un'altra persona.",
    "Abbiamo preferito un candidato che conosce il sistema.",
    "Escolhemos outra pessoa.",
    "A escolha recaiu sobre alguém que conhece o sistema.",
    "Wybraliśmy kogoś innego.",
    "Wybór padł na osobę, która zna nasz system.",
    "Vi har valt en annan kandidat.",
    "Valet föll på någon annan än dig.",
    "Başka bir adayla ilerlemeye karar verdik.",
    "Tercihimizi diğer adaydan yana kullandık.",
    "We hebben voor een andere kandidaat gekozen.",
    "De keuze is op iemand anders gevallen.",
    "Nach dem Gespräch mit Ihnen haben wir uns für jemand anderen entschieden.",
    "Wir haben uns nicht für Sie entschieden.",
    "Thank you for your application, we selected another candidate for the interview.",
    "Je hebt goed gepresenteerd en wij hebben iemand gekozen die het systeem kent.",
    "Dziękujemy za Pani udział i wybraliśmy kogoś innego.",
    "Merci pour votre candidature, nous avons retenu une autre personne.",
]


def _shown(sentence: str, *, chance: float) -> str:
    """Return what is shown for a no of praise, heard loudest, and a sentence."""
    praise = "Your case was strong and we all enjoyed the talk."
    text = f"{praise} {sentence} Take care."
    parts = [praise, sentence, "Take care."]
    chances = [0.9, chance, 0.1]
    heard = Heard(
        said=tuple(
            Said("body", text.index(part), text.index(part) + len(part), (loud, 0.1))
            for part, loud in zip(parts, chances, strict=True)
        ),
        intents=("decline", "nothing"),
        whole=(),
    )
    (words,) = because_of(
        Classification(Verdict.OTHER, 0.5),
        heard=heard,
        chances={Verdict.REJECTION: 0.9},
        verdict=Verdict.REJECTION,
        message=Message(
            key="k",
            message_id="k@quarrybay.example",
            sent_at=None,
            sender=Address("Kim Alder", "kim.alder@quarrybay.example"),
            subject="News",
            text=text,
        ),
    )
    return words.words


@pytest.mark.parametrize("sentence", NO_CHOICE)
def test_a_choice_of_the_reader_or_to_come_is_not_shown_for_a_no(sentence: str) -> None:
    assert _shown(sentence, chance=0.8) != sentence


@pytest.mark.parametrize("sentence", CHOICE)
def test_a_choice_of_somebody_else_is_shown_for_a_no(sentence: str) -> None:
    assert _shown(sentence, chance=0.5) == sentence


def test_a_choice_hardly_heard_as_a_no_is_not_shown_for_one() -> None:
    sentence = "We chose somebody else to lead the session."
    assert _shown(sentence, chance=0.2) != sentence
    assert _shown(sentence, chance=0.5) == sentence
