"""An agency's word that it put somebody forward is no no, whatever the ear makes of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Because, Message, Verdict
from onward.mail.rules.verdicts.by_ear import PUT_FORWARD, is_put_forward
from onward.mail.rules.verdicts.classify import classify
from onward.mail.rules.verdicts.voice import Heard, Said


def mail(text: str, *, subject: str = "Update") -> Message:
    german = text.startswith(("habe", "Ihr", "ich", "Ich", "heute", "wie", "wir"))
    greeting, name = (
        ("Guten Tag Frau Vale", "Viele Grüße") if german else ("Hi", "Best")
    )
    return Message(
        key="k",
        message_id="k@mail.example",
        sent_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
        sender=Address("Jonas Kern", "jonas@kern-people.example"),
        subject=subject,
        text=f"{greeting},\n\n{text}\n\n{name}\nJonas Kern",
        to=(Address("Robin Vale", "robin@person.example"),),
    )


FORWARD = [
    "I have put your profile forward to my client and will let you know how it goes.",
    "I sent your details across to the client this morning.",
    "We've passed your CV to our client for the Night Porter role.",
    "Your profile was put forward to our client this morning.",
    "Your CV is with the client now.",
    "wie besprochen habe ich Ihr Profil unserem Kunden vorgestellt. Sobald ich eine "
    "Rückmeldung habe, melde ich mich bei Ihnen.",
    "heute habe ich Ihr Profil unserem Kunden vorgestellt. Sobald er sich entschieden hat, "
    "melde ich mich wieder bei Ihnen.",
    "wir haben Sie heute unserem Kunden empfohlen.",
    "ich habe Ihre Unterlagen an meinen Auftraggeber weitergeleitet.",
    "Ihr Profil wurde heute unserem Mandanten vorgelegt.",
    "Ihre Unterlagen liegen dem Kunden vor.",
]


@pytest.mark.parametrize("text", FORWARD)
@pytest.mark.parametrize(
    "subject", ["Update", "Ihr Profil", "Nachtportierin in Bremen"]
)
def test_a_word_on_the_way_is_a_confirmation(text: str, subject: str) -> None:
    reading = read_message(mail(text, subject=subject))
    assert reading.verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize("text", FORWARD)
def test_the_rule_itself_says_so(text: str) -> None:
    found = {each.rule for each in classify(mail(text)).because}
    assert found & PUT_FORWARD


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "I put your profile forward to my client, but unfortunately they have decided "
            "not to proceed with your application.",
            Verdict.REJECTION,
        ),
        (
            "ich habe Ihr Profil unserem Kunden vorgestellt. Leider hat er sich für eine "
            "andere Kandidatin entschieden.",
            Verdict.REJECTION,
        ),
        (
            "I put your profile forward to my client and they would like to invite you to "
            "an interview on Tuesday 17 March at 10:00.",
            Verdict.INTERVIEW,
        ),
    ],
)
def test_what_came_of_it_says_more(text: str, verdict: Verdict) -> None:
    assert read_message(mail(text)).verdict is verdict


@pytest.mark.parametrize(
    "text",
    [
        "I have not put your profile forward to my client yet.",
        "Should I put your profile forward to my client?",
        "May I say that we put your profile forward to my client?",
        "ich habe Ihr Profil unserem Kunden noch nicht vorgestellt.",
        "Ihr Profil wurde dem Kunden nicht vorgestellt.",
        "Ich melde mich, sobald ich Ihr Profil dem Kunden vorgestellt habe.",
        "Ich bin neugierig: Haben Sie Ihr Profil selbst einem Kunden vorgestellt?",
        "Ich würde Ihr Profil gern unserem Kunden vorstellen.",
    ],
)
def test_what_was_not_done_yet_is_no_progress(text: str) -> None:
    found = {each.rule for each in classify(mail(text)).because}
    assert not found & PUT_FORWARD


def heard(*declines: float) -> Heard:
    said = tuple(
        Said("body", place * 10, place * 10 + 9, (chance, 0.0))
        for place, chance in enumerate(declines)
    )
    return Heard(said, ("decline", "closed"), ())


def told(rule: str) -> list[Because]:
    return [Because(rule, "put forward", "body", 2, 8)]


def test_it_stands_where_only_its_own_sentence_is_heard_as_a_no() -> None:
    rule = min(PUT_FORWARD)
    own, other = told(rule), told("en:will-be-in-touch")
    assert is_put_forward(own, heard=heard(0.9, 0.2), is_ordinary=False)
    assert is_put_forward(own, heard=heard(0.9), is_ordinary=False)
    assert not is_put_forward(own, heard=heard(0.9, 0.8), is_ordinary=False)
    assert not is_put_forward(other, heard=heard(0.1), is_ordinary=False)
    assert not is_put_forward(own, heard=heard(0.1), is_ordinary=True)
    own = [Because(rule, "your CV was put forward", "body", 2, 8)]
    assert is_put_forward(own, heard=heard(0.1), is_ordinary=True)
