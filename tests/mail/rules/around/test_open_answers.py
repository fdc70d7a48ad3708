"""What somebody has yet to decide is no invitation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.open_answers import without_open_answers
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your application OP-4", "Hi Kim,\n\nthank you for your application as Operator, we have saved it.\n\nWhat if it doesn't work out?\nThen we suggest other jobs.\n\nWhat if it works out?\nThen you choose a day for the interview yourself.\n\nSee you!"),
        ("Deine Bewerbung OP-4", "Hi Kim,\n\ndanke für deine Bewerbung! Wir haben sie gespeichert.\n\nWas, wenn es nicht klappt?\nDann schlagen wir dir andere Jobs vor.\n\nWas, wenn es klappt?\n\nDann suchst du dir einen Termin für das Gespräch aus.\n\nBis bald!"),
        ("Your CV", "Hi Kim, thank you for bringing your CV in for the trainee position! I'll read it on the train and should be able to tell you by the weekend whether we'd like you to come for a chat."),
        ("Deine Bewerbung", "Hallo Kim, danke für deine Bewerbung als Azubi! Ich lese sie in Ruhe und sage dir bis Sonntag, ob wir dich zu einem Gespräch einladen. Bis dann, Eva"),
        ("Votre CV", "Bonjour Kim, merci pour votre CV pour le poste de cuisinier ! Je le lis dans le train et je vous dirai d'ici dimanche si nous souhaitons vous rencontrer. Eva"),
        ("Je cv", "Hoi Kim, bedankt voor je cv voor de functie van kok! Ik lees het in de trein en laat je zondag weten of we je willen uitnodigen voor een gesprek. Eva"),
    ],
)  # fmt: skip
def test_a_receipt_that_leaves_it_open_is_one(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Trainee position", "Hi Kim, thank you for your CV. What if we met on Friday at 10 for an interview?\nThe door is at the back.\nPlease tell me whether you can come."),
        ("Deine Bewerbung", "Hallo Kim, danke für deine Bewerbung als Azubi! Wir laden dich zum Gespräch am Montag um 10 Uhr ein. Sag bitte, ob du kommen kannst."),
    ],
)  # fmt: skip
def test_an_invitation_stays_one(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "What if we met?\nOn the 4th at my place.",
        "What happens next?\nYou hear from us.",
        "Tell me whether you can come.",
        "Yes, gladly.\n\n> What if it works out?\n> Choose a day.",
        "",
    ],
)
def test_what_the_reader_is_asked_stays(text: str) -> None:
    assert without_open_answers(make_message("Mail", text)) is None


@given(st.text(alphabet="What if?\nwhether we want . 1", max_size=120))
def test_what_is_left_has_the_same_length(text: str) -> None:
    left = without_open_answers(make_message("Mail", f"What if it works?\n{text}"))
    assert left is None or len(left.text) == len(f"What if it works?\n{text}")
