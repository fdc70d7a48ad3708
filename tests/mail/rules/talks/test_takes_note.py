"""Mail that only takes note of the reader's own no, and mail that says more than that."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.takes_note import takes_note

SENDER = "Caduff Reto, Pflegezentrum Sonnmatt reto.caduff@sonnmatt.example"


@pytest.mark.parametrize(
    "text",
    [
        "Guten Tag Frau Muster\n\nSchade, wir bedauern Ihren Entscheid, verstehen ihn aber "
        "gut. Alles Gute!\n\nReto Caduff\n",
        "Schade, aber verständlich.",
        "Hallo Robin,\n\ndas ist sehr schade, aber ich verstehe deine Entscheidung. Danke "
        "für die ehrliche Rückmeldung. Alles Gute!\n\nViele Grüße\nReto Caduff\nLeiter Pflege",
        "Liebe Frau Vale\n\nWir respektieren Ihre Absage und wünschen Ihnen viel Erfolg.\n\n"
        "Freundliche Grüsse\nReto Caduff\nTel. 052 123 45 67",
        "Dear Robin,\n\nThat's a shame, but we completely understand. Thank you for letting us "
        "know, and all the best!\n\nKind regards\nMaud Fell\nHead of Care",
        "Sorry to hear that. We wish you every success.",
        "Bonjour,\n\nQuel dommage, mais nous comprenons votre décision. Bonne continuation !",
        "Qué lástima, pero lo entiendo. ¡Mucha suerte!",
        "Peccato, ma capisco. Grazie e in bocca al lupo".replace(
            " e in bocca al lupo", "."
        ),
        "Wat jammer, maar ik begrijp het. Veel succes!".replace("Wat jammer", "Jammer"),
        "Que pena, mas entendo a sua decisão. Boa sorte!",
        "Så tråkigt, men jag förstår dig. Lycka till!",
        "Szkoda, ale rozumiem. Powodzenia!",
        "Üzüldük, ama anlıyoruz. Bol şans!",
    ],
)
def test_regret_and_good_wishes_alone_take_note(text: str) -> None:
    assert takes_note(text, sender=SENDER)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Danke.",
        "Alles Gute!",
        "Schade. Dürfen wir Sie nochmals anrufen?",
        "Schade, wir verstehen das. Rufen Sie mich doch bitte an.",
        "Schade. Danke. Rufen Sie mich an.",
        "Schade, aber verständlich. Wir würden die Nachtwochen streichen.",
        "Schade, wir verstehen das nicht.",
        "Schade, wir bedauern Ihren Entscheid. Im Herbst haben wir wieder eine Stelle.",
        "Schade. Wir haben die Stelle nun anders besetzt.",
        "Schade, das verstehen wir. Bis Montag um 9.",
        "Wir bedauern, Ihnen absagen zu müssen.",
        "Leider haben wir uns anders entschieden. Alles Gute!",
        "Schade, verstehe.\n\nViele Grüße\nReto\n\nPS: Das Angebot gilt noch bis Freitag.",
        "Schade, verstehe.\n\nViele Grüße\nReto\nMelden Sie sich gern.",
        "That's a shame. We could offer you the day shift instead.",
        "Sorry to hear that. If you change your mind, call me.",
        "We regret that the position is no longer open.",
        "I understand. Let me know by Friday.",
        "That's a shame, but we understand. See https://jobs.example",
        "Dommage. Seriez-vous libre en mars ?",
        "Lástima. Te llamo mañana.",
        "Peccato. Possiamo parlarne domani.",
        "Jammer. Wij bellen u morgen.",
        "Szkoda. Zadzwonię jutro.",
    ],
)
def test_what_says_more_is_left_to_the_person(text: str) -> None:
    assert not takes_note(text, sender=SENDER)


def test_a_long_mail_is_left_to_the_person() -> None:
    assert not takes_note("Schade, wir verstehen das. " * 20, sender=SENDER)
