"""A mail of few words, none of which a no is said with, is no no by ear alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict
from onward.mail.rules.verdicts.bears_no import FEW, is_without_no

GERMAN = "Guten Tag Frau Vale\n\n{}\n\nFreundliche Grüße\nM. Lind\nLind Holzbau GmbH"
ENGLISH = "Dear Ms Vale,\n\n{}\n\nKind regards\nM. Lind\nLind Joinery Ltd"


def _mail(text: str, *, subject: str = "Ihre Bewerbung als Logistikerin") -> Message:
    sender = Address("Martin Lind", "m.lind@lind-holzbau.example")
    at = datetime(2026, 8, 20, 9, tzinfo=UTC)
    return Message("k", "m@lind.example", at, sender, subject, text)


@pytest.mark.parametrize(
    "text",
    [
        "Sie sind eine Runde weiter.",
        "Sie gehören zu unseren Favoriten.",
        "Ihr Profil passt sehr gut.",
        "Es freut uns, Ihnen mitzuteilen, dass Sie in der engeren Auswahl sind.",
        "Gerne nehmen wir Ihre Bewerbung in die engere Wahl auf.",
        "Wir mussten die Entscheidung auf Oktober verschieben.",
        "Bitte entschuldigen Sie die Verspätung, wir hatten Inventur.",
        "Danke für die Mappe. Sie hat mir gefallen, ich gebe sie am Montag der Chefin.",
        "Ihre Referenzen waren tadellos.",
        "Sie stehen bei uns ganz oben auf der Liste.",
        "Das Pensum von 100 % können wir leider nicht anbieten, 80 % wären möglich. Wären Sie damit einverstanden?",
        "Einen Termin vor dem 20. September können wir Ihnen leider nicht anbieten.",
        "Wir möchten Sie gerne kennenlernen. Einen Parkplatz können wir Ihnen leider nicht anbieten.",
    ],
)  # fmt: skip
def test_german_mail_of_a_line_or_two_that_says_no_no_is_none(text: str) -> None:
    assert read_message(_mail(GERMAN.format(text))).verdict not in ENDINGS


@pytest.mark.parametrize(
    "text",
    [
        "Good news: you made it onto the shortlist.",
        "You are one of our favourites.",
        "The reference from Ms Kuchler was very positive.",
        "We had to move the decision to October.",
        "Sorry for the delay, we had stocktaking.",
        "Everyone enjoyed meeting you. The boss was impressed.",
        "You are at the top of our list.",
        "I liked your portfolio. I handed it to our head of design on Monday.",
    ],
)  # fmt: skip
def test_english_mail_of_a_line_or_two_that_says_no_no_is_none(text: str) -> None:
    mail = _mail(ENGLISH.format(text), subject="Your application as Logistics Clerk")
    assert read_message(mail).verdict not in ENDINGS


@pytest.mark.parametrize(
    "text",
    [
        "Die Stelle ist vergeben.",
        "Leider können wir Ihnen keine Stelle anbieten.",
        "Wir haben jemanden gefunden.",
        "Meine Nichte macht das jetzt.",
        "Sie waren gut. Wir gehen mit einer Kollegin weiter, die den Kran fährt.",
        "Der Rat hat die Stelle mit Herrn Krahl besetzt.",
    ],
)
def test_german_noes_of_a_line_or_two_stay(text: str) -> None:
    assert read_message(_mail(GERMAN.format(text))).verdict in ENDINGS


@pytest.mark.parametrize(
    "text",
    [
        "We've gone with somebody else.",
        "Not this time, I'm afraid.",
        "The post has been filled.",
        "My nephew has started with us.",
        "It was close. We picked the man who drives the crane.",
        "The Council appointed Mrs Denham last night.",
    ],
)
def test_english_noes_of_a_line_or_two_stay(text: str) -> None:
    mail = _mail(ENGLISH.format(text), subject="Your application as Logistics Clerk")
    assert read_message(mail).verdict in ENDINGS


@given(st.integers(0, 8), st.sampled_from(["de", "en"]))
def test_only_few_sentences_are_asked_for_such_a_word(count: int, code: str) -> None:
    mail = _mail("Hello.\n\n" + "You were on top of it. " * count, subject="Clerk")
    assert is_without_no(mail, code=code) is (count + 1 <= FEW)


@pytest.mark.parametrize("code", ["pt", "nl", "sv", "tr"])
def test_languages_without_a_list_are_left_alone(code: str) -> None:
    assert not is_without_no(_mail("Merci."), code=code)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Votre candidature", "Bonjour Madame,\n\nNous avons dû reporter la décision à octobre.\n\nCordialement\nM. Roux\nMenuiserie Roux"),
        ("Su candidatura", "Buenos días:\n\nHemos tenido que aplazar la decisión a octubre.\n\nUn saludo\nM. Roldán\nCarpintería Roldán"),
        ("La sua candidatura", "Buongiorno,\n\nLei è tra i nostri preferiti.\n\nCordiali saluti\nM. Rossini\nFalegnameria Rossini"),
        ("Pani aplikacja", "Dzień dobry,\n\nPani referencje są świetne.\n\nPozdrawiam\nM. Lis\nStolarnia Lis"),
    ],
)  # fmt: skip
def test_other_languages_are_asked_for_such_a_word_too(subject: str, text: str) -> None:
    assert read_message(_mail(text, subject=subject)).verdict not in ENDINGS


def test_what_a_rule_is_sure_of_stays() -> None:
    text = "Vielen Dank für Ihre Bewerbung, die bei uns eingegangen ist. Sie hat mir gefallen."
    reading = read_message(_mail(GERMAN.format(text)))
    assert reading.verdict is Verdict.CONFIRMATION
