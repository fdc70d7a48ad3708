from __future__ import annotations

import pytest

from onward.mail.rules.appointments.called_off import of_appointment
from onward.mail.rules.appointments.rearranging import Turn, turn_of
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Because, Verdict
from onward.mail.rules.verdicts.classification import Classification
from tests.mail.rules.letters import make_message


def heard_as_closed(words: str, *, rule: str = "voice:closed") -> Classification:
    because = (Because(rule, words, "body", 0, len(words)),)
    return Classification(Verdict.POSITION_CLOSED, 0.6, because)


@pytest.mark.parametrize(
    "text",
    [
        "Really sorry, we've had to cancel this afternoon: the server is down.",
        "Unfortunately Thursday is cancelled, our director is stuck in Leeds.",
        "We have to cancel our call tomorrow.",
        "Leider müssen wir heute Nachmittag absagen, Herr Kolb ist krank.",
        "Leider müssen wir den Termin morgen absagen.",
        "Je dois malheureusement annuler l'entretien de demain.",
        "We moeten het gesprek van morgen helaas afzeggen.",
    ],
)
def test_a_talk_that_is_off_is_no_opening_that_went_away(text: str) -> None:
    told = of_appointment(heard_as_closed(text), message=make_message("Sorry", text))
    assert told.verdict is Verdict.INTERVIEW
    assert [each.rule for each in told.because] == ["voice:invite"]


@pytest.mark.parametrize(
    "text",
    [
        "We've had to cancel this afternoon: the job is gone.",
        "We have to cancel our call tomorrow, as the role was filled inside.",
        "Leider müssen wir heute absagen, die Stelle wird nicht besetzt.",
        "Nous devons annuler l'entretien, le poste est supprimé.",
        "Everything is on hold.",
    ],
)
def test_an_opening_that_is_named_went_away(text: str) -> None:
    said = heard_as_closed(text)
    assert of_appointment(said, message=make_message("Sorry", text)) == said


def test_a_talk_that_is_off_beside_the_news_is_not_the_news() -> None:
    news = "Management has stopped everything until spring."
    text = f"{news} We have to cancel our call tomorrow."
    said = heard_as_closed(news)
    assert of_appointment(said, message=make_message("Sorry", text)) == said


def test_a_rule_that_knows_the_opening_gone_is_believed() -> None:
    text = "We have to cancel our call tomorrow."
    said = heard_as_closed(text, rule="en:job-went-away")
    assert of_appointment(said, message=make_message("Sorry", text)) == said


def test_a_mail_that_calls_an_afternoon_off_is_read_as_an_interview() -> None:
    text = (
        "Hiya Robin,\n\nReally sorry, we've had to cancel this afternoon: a clinic in Cardiff"
        " can't log in and Ken's on it. I'll come back to you with another time.\n\nHattie"
    )
    message = make_message("Today", text, sender="hattie@crolesoftware.example")
    assert read_message(message).verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "We have to cancel our call tomorrow. Good luck.",
        "We have to cancel our call tomorrow, we've gone with Jo. Perhaps another time.",
    ],
)
def test_a_no_that_calls_a_talk_off_stays_one(text: str) -> None:
    because = (Because("voice:decline", text, "body", 0, len(text)),)
    said = Classification(Verdict.REJECTION, 0.8, because)
    assert of_appointment(said, message=make_message("Sorry", text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "We've had to cancel Thursday: Ken is off sick.",
        "Sorry, tomorrow is off, I'm ill.",
        "Leider müssen wir heute Nachmittag absagen.",
    ],
)
def test_a_day_stands_for_the_talk_on_it(text: str) -> None:
    assert turn_of(subject="Sorry", text=text) is Turn.CANCELLED


@pytest.mark.parametrize(
    "text",
    [
        "We had to cancel Thursday deliveries.",
        "If Thursday is off, ring me.",
        "Wir müssen heute Nachmittag liefern.",
    ],
)
def test_what_else_a_day_holds_is_no_talk(text: str) -> None:
    assert turn_of(subject="Sorry", text=text) is Turn.NONE


OFF = (
    "TODAY'S INTERVIEW CANCELLED",
    "Mr. Vale: Water main break, the square is closed today. All interviews are cancelled and"
    " will be re-set. Please do not come.\n\nP. Grau",
)


def test_who_is_known_calls_a_talk_off_in_mail_that_is_heard_as_ordinary() -> None:
    message = make_message(*OFF)
    assert read_message(message).verdict in {Verdict.OTHER, Verdict.AMBIGUOUS}
    assert read_message(message, is_known=True).verdict is Verdict.INTERVIEW


def test_what_is_heard_as_a_talk_and_is_off_is_a_talk_of_who_is_known() -> None:
    text = (
        "Sehr geehrte Frau Roe,\n\nHerr Penz ist morgen leider kurzfristig verhindert, der "
        "Termin um 16 Uhr muss daher entfallen. Wir melden uns mit einem neuen Vorschlag."
        "\n\nMit der Bitte um Verständnis\n\nMartina Larch\nPersonal & Lohnverrechnung\nBergbahnen Tolm AG"
    )
    message = make_message("Termin 20.11. entfällt", text)
    assert read_message(message, is_known=True).verdict is Verdict.INTERVIEW
    assert read_message(message).verdict is Verdict.OTHER
