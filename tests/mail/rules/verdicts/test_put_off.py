"""Whom a firm puts off has no answer yet, and somebody whom an agency proposed has none either."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict
from tests.mail.rules.letters import make_message

APPLIED = "Re: Ihre Bewerbung als Aushilfe"


def message_of(text: str, *, subject: str) -> Message:
    message = make_message(
        subject,
        f"Sehr geehrte Frau Vale,\n\n{text}\n\nMit freundlichen Grüßen\nIna Lorch",
    )
    return replace(message, sender=Address("Ina Lorch", "i.lorch@zander.example"))


@pytest.mark.parametrize("subject", [APPLIED, "Ihre Bewerbung", "Unser Termin"])
@pytest.mark.parametrize(
    "text",
    [
        "ich muss Sie leider noch einmal vertrösten: am Donnerstag ist Inventur. Ginge es am Freitag, 4.12., um halb elf?",
        "leider müssen wir Sie noch etwas vertrösten, die Entscheidung fällt erst im Dezember.",
        "ich muss Sie leider vertrösten, Herr Berg ist krank. Wir melden uns mit einem neuen Termin.",
        "Wir müssen Sie leider vertrösten: eine Entscheidung gibt es erst nach den Herbstferien.",
        "leider müssen wir Sie auf nächste Woche vertrösten.",
        "Leider muss ich Sie noch vertrösten.",
    ],
)
def test_who_is_put_off_is_told_no_no(text: str, subject: str) -> None:
    assert read_message(message_of(text, subject=subject)).verdict not in ENDINGS


@pytest.mark.parametrize(
    "text",
    [
        "leider müssen wir Sie auf das nächste Jahr vertrösten, dieses Jahr stellen wir niemanden mehr ein.",
        "Leider müssen wir Sie auf ein anderes Mal vertrösten, die Stelle ist vergeben.",
        "wir müssen Sie leider auf das kommende Frühjahr vertrösten.",
        "leider müssen wir Sie vertrösten: die Stelle ist inzwischen besetzt.",
        "Ich muss Sie leider enttäuschen.",
        "wir müssen Sie leider enttäuschen, wir haben uns anders entschieden.",
        "leider muss ich Ihnen absagen.",
        "wir müssen Ihnen leider nein sagen.",
        "Ich muss dich leider vertrösten. Wir haben eine andere Bewerberin genommen.",
        "wir mussten Sie lange vertrösten, jetzt steht fest: wir können Ihnen die Stelle nicht anbieten.",
        "Leider müssen wir Sie vertrösten und Ihre Bewerbung ablehnen.",
        "wir wollen Sie nicht länger vertrösten: Sie haben die Stelle leider nicht bekommen.",
    ],
)
def test_a_no_beside_it_is_one(text: str) -> None:
    assert read_message(message_of(text, subject=APPLIED)).verdict in ENDINGS


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "gute Neuigkeiten: wir haben Ihr Profil unserem Kunden, einem Hersteller für Medizintechnik in Melsungen, vorgestellt. Sobald wir eine Rückmeldung haben, melde ich mich bei Ihnen.",
        "wir haben Ihr Profil heute unserem Kunden, einem Hersteller für Medizintechnik, vorgestellt. Sobald wir eine Rückmeldung haben, melde ich mich bei Ihnen.",
        "wir haben Sie unserem Kunden vorgeschlagen und warten auf Antwort.",
        "ich habe Ihre Unterlagen unserer Kundin, einer Großbäckerei in Kassel, geschickt.",
        "heute habe ich Sie unserem Auftraggeber, einem Spediteur, empfohlen.",
    ],
)
def test_who_was_proposed_waits(text: str, is_known: bool) -> None:
    message = message_of(
        text, subject="Ihre Bewerbung - Vorstellung bei unserem Kunden"
    )
    assert read_message(message, is_known=is_known).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "text",
    [
        "wir haben Ihr Profil unserem Kunden, einem Hersteller für Medizintechnik, vorgestellt. Leider hat er sich für eine andere Bewerberin entschieden.",
        "wir haben Sie unserem Kunden vorgeschlagen, leider hat er Ihre Bewerbung abgelehnt.",
        "wir haben Sie unserem Kunden, einer Bäckerei, vorgeschlagen. Er möchte Sie leider nicht einstellen.",
    ],
)
def test_what_the_client_said_is_a_no(text: str) -> None:
    message = message_of(
        text, subject="Ihre Bewerbung - Vorstellung bei unserem Kunden"
    )
    assert read_message(message).verdict in ENDINGS


@pytest.mark.parametrize(
    "text",
    [
        "wir haben Sie unserem Kunden noch nicht vorgeschlagen.",
        "wir haben Ihr Profil unserem Kunden, einem Hersteller für Medizintechnik, nicht vorgestellt.",
    ],
)
def test_who_was_not_proposed_is_not_on_the_way(text: str) -> None:
    message = message_of(
        text, subject="Ihre Bewerbung - Vorstellung bei unserem Kunden"
    )
    told = {each.rule for each in read_message(message).because}
    assert "de:beim-kunden-vorgestellt" not in told


@pytest.mark.parametrize(
    "text",
    [
        "leider müssen wir Sie auf unbestimmte Zeit vertrösten.",
        "leider muss ich Sie dieses Mal vertrösten. Wir behalten Ihre Unterlagen gern hier.",
        "wir müssen Sie leider auf die kommende Spielzeit vertrösten.",
    ],
)
def test_who_is_put_off_to_no_day_is_told_no(text: str) -> None:
    message = message_of(text, subject="Ihre Bewerbung als Köchin")
    assert read_message(message).verdict in ENDINGS
