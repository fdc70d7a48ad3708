"""Word about an application that decides nothing, and short noes of small employers."""

from __future__ import annotations

import tomllib

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import FOLDER, make_message

MAILS = [
    mail
    for path in sorted((FOLDER / "small_houses").glob("*.toml"))
    for mail in tomllib.loads(path.read_text(encoding="utf-8"))["mail"]
]
SENDER = "chefin@baeckerei-korn.example"


def read(text: str, *, subject: str = "Bäckerin") -> Verdict:
    return read_message(make_message(subject, text, sender=SENDER)).verdict


@pytest.mark.parametrize(
    "mail", MAILS, ids=lambda mail: f"{mail['meaning']}: {mail['text'][:50]}"
)
def test_each_wording_is_read_as_what_it_means(mail: dict[str, str]) -> None:
    message = make_message(mail["subject"], mail["text"], sender=mail["sender"])
    assert read_message(message).verdict in mail["verdicts"]


def test_a_rules_no_in_another_sentence_stands_beside_the_readers_own() -> None:
    own = "Liebe Frau Vale, Ihren Rückzug der Bewerbung für Köln haben wir notiert. "
    assert read(own) is Verdict.AMBIGUOUS
    no = "Auch für die Stelle als Bäckerin in Bonn müssen wir Ihnen leider absagen."
    assert read(own + no) is Verdict.REJECTION


@pytest.mark.parametrize(
    "aside",
    [
        "Falls Sie Ihre Bewerbung zurückziehen möchten, genügt eine kurze Mail.",
        "Sie können Ihre Bewerbung jederzeit zurückziehen.",
    ],
)
def test_what_the_reader_may_do_answers_no_no_of_theirs(aside: str) -> None:
    text = f"Liebe Frau Vale, Ihre Bewerbung als Bäckerin ist eingegangen. {aside}"
    assert read(text) is Verdict.CONFIRMATION


def test_a_no_told_again_in_an_answer_decides_nothing_new() -> None:
    text = "Liebe Frau Vale, die andere hat eben den Meister. Alles Gute Ihnen."
    assert read(text, subject="Re: Absage") is Verdict.AMBIGUOUS
    assert read(f"{text} Wir mussten Ihnen daher absagen.") is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Sehr geehrte Frau Vale,\n\nherzlichen Dank, dass Sie gestern Abend bei uns waren, und "
        "für den Kuchen! Es war ein sehr gutes Gespräch. Ich muss mich nun mit meiner Frau und "
        "dem Gesellen besprechen und melde mich.\n\nHerzlichst\nJochen Fuhr",
        "Liebe Frau Vale, schön, dass Sie da waren. Jetzt muss ich das erst mit der Buchhaltung "
        "durchsprechen, Sie hören von mir. Jochen Fuhr",
    ],
)
def test_who_has_yet_to_talk_it_over_has_not_said_no(text: str) -> None:
    assert read(text, subject="Danke für Ihren Besuch") not in (
        Verdict.REJECTION,
        Verdict.POSITION_CLOSED,
    )
