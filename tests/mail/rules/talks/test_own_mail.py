"""What the person's own mail means, by its words alone."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.own_mail import (
    SentMeaning,
    meaning_of_sent,
    role_of_subject,
    withdraws,
)
from onward.mail.rules.types import Address, Message


def sent(subject: str, text: str, *, to: str = "jobs@brook.example") -> Message:
    return Message(
        key="k",
        message_id="k@mail.example",
        sent_at=None,
        sender=Address("Kim Roe", "kim@home.example"),
        subject=subject,
        text=text,
        to=(Address("", to),),
        is_sent=True,
    )


def meaning(message: Message) -> SentMeaning:
    return meaning_of_sent(message, is_in_thread=False, is_to_contact=False)


@pytest.mark.parametrize(
    "text",
    [
        "I saw the card in your window and thought I would write. My CV is attached.",
        "If you ever need a hand in the office, my résumé is attached.",
        "Ich habe Ihren Aushang gesehen. Mein Lebenslauf liegt im Anhang.",
        "Ihr sucht jemanden für die Werkstatt? Mein Portfolio liegt diesem Brief bei.",
        "Ich kann, was Sie suchen. Meine Mappe: kim-roe.example/mappe",
        "I can do what you look for. My portfolio: kim-roe.example/work",
    ],
)
def test_own_papers_sent_to_a_firm_are_an_application(text: str) -> None:
    assert meaning(sent("Stores Assistant", text)) is SentMeaning.APPLIED


@pytest.mark.parametrize(
    ("subject", "text", "to"),
    [
        ("Hello", "My CV is attached, could you look over it?", "advice@centre.example"),
        ("Hallo", "Mein Lebenslauf ist im Anhang, magst du drüberschauen?", "rat@centre.example"),
        ("Re: Stores", "My CV is attached.", "jobs@brook.example"),
        ("Stores", "My CV is attached.", "friend@gmail.com"),
        ("Stores", "I put my CV in your letter box.", "jobs@brook.example"),
    ],
)  # fmt: skip
def test_papers_for_advice_in_answer_or_to_a_friend_are_none(
    subject: str, text: str, to: str
) -> None:
    assert meaning(sent(subject, text, to=to)) is SentMeaning.NONE


@pytest.mark.parametrize(
    "text",
    [
        "I think it is fairest to take myself out now.",
        "I would like to step back from the recruitment process.",
        "Please do not keep the post for me.",
        "I have accepted another job, so please go on without me.",
        "Ich stehe Ihnen leider nicht mehr zur Verfügung.",
        "Ich nehme mich aus dem Rennen.",
        "Ich möchte aus dem Verfahren aussteigen.",
        "Ich habe inzwischen eine andere Stelle angenommen.",
        "Ich bin nun nicht mehr im Rennen.",
        "Ich habe bei uns im Ort eine Stelle gefunden.",
    ],
)
def test_who_goes_no_further_withdraws(text: str) -> None:
    assert withdraws(text)


@pytest.mark.parametrize(
    "text",
    [
        "If it takes longer I will have to take myself out.",
        "Wenn es nicht klappt, nehme ich mich raus.",
        "I took my dog out of the race.",
    ],
)
def test_who_only_thinks_of_it_does_not(text: str) -> None:
    assert not withdraws(text)


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Stores Assistant - Kim Roe", "Stores Assistant"),
        ("Lagerist | Kim Roe", "Lagerist"),
        ("Any office work going?", ""),
        ("Hello - Kim Roe", ""),
    ],
)
def test_the_subject_names_the_opening_before_the_own_name(
    subject: str, role: str
) -> None:
    assert role_of_subject(subject) == role
