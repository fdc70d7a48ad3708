from __future__ import annotations

import pytest

from onward.mail.rules.talks.takes_note import is_kind_word

SENDER = "Imani Oreyo imani@quarrybay.example"


@pytest.mark.parametrize(
    "text",
    [
        "Thanks Dana. Take care!\n\nImani",
        "You're very welcome, Dana. All the best!",
        "Thank you for your kind words. I wish you every success.",
        "Hi Dana,\n\nYou're welcome. Good luck!\n\nBest,\nImani",
        "Danke Ihnen, alles Gute!",
        "Gern geschehen, alles Gute für Ihren weiteren Weg!",
        "Merci à vous, bonne continuation !",
        "Gracias, mucha suerte.",
        "Grazie a lei, in bocca al lupo!",
        "Dank je wel, succes!",
        "Obrigado, boa sorte!",
        "Tack detsamma, lycka till!",
        "Dziękuję, powodzenia!",
        "Teşekkürler, başarılar!",
    ],
)
def test_thanks_and_good_wishes_are_a_kind_word(text: str) -> None:
    assert is_kind_word(text, sender=SENDER)


@pytest.mark.parametrize(
    "text",
    [
        "Good news! Our first choice dropped out.",
        "Thanks Dana. Are you free Tuesday?",
        "Thanks Dana. See you Tuesday!",
        "Welcome to the team!",
        "You're welcome to come in again.",
        "We would like to see you again.",
        "Thank you, please call me.",
        "Thanks for the test.",
        "Thanks Dana. I will get back to you.",
        "Thank you. Our offer stands.",
        "Gerne, wir wollen doch mit Ihnen weitermachen.",
        "Merci, nous aimerions vous revoir.",
        "Gracias, la plaza vuelve a estar libre.",
        "Bedankt, kom gerust nog eens langs.",
    ],
)
def test_what_says_anything_more_is_none(text: str) -> None:
    assert not is_kind_word(text, sender=SENDER)
