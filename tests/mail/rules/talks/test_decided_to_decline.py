"""Own words that an offer was decided against, without a word of the offer in them."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.offer_answer import offer_answer


@pytest.mark.parametrize(
    "text",
    [
        "Stort tack för erbjudandet. Jag har tänkt länge, men jag har bestämt mig för att tacka nej eftersom jag behöver en heltidstjänst.",
        "Tack för erbjudandet! Jag har bestämt mig för att tacka nej.",
        "Jag har beslutat att tacka nej.",
        "Jag har valt att tacka nej.",
        "Efter moget övervägande har jag kommit fram till att tacka nej.",
        "Jag har bestämt mig för att avböja.",
        "Det blir tyvärr ett nej från mig.",
        "Jag vill tacka nej.",
        "Jag kommer att tacka nej.",
        "Thank you for the offer. I have decided to decline.",
        "I have decided to say no.",
        "I've decided to turn it down.",
        "I have decided not to take it.",
        "After much thought I have decided not to accept.",
        "I've chosen to decline, since I need full-time work.",
        "Ich habe mich entschieden abzusagen.",
        "Ich habe mich entschieden, Ihnen abzusagen, weil ich eine Vollzeitstelle brauche.",
        "Ich habe mich dazu entschieden abzulehnen.",
        "Ich habe lange überlegt, aber ich habe mich entschlossen, das Angebot abzulehnen.",
        "Ich habe mich dagegen entschieden.",
        "Ich habe mich entschieden, nein zu sagen.",
        "J'ai décidé de décliner.",
        "J'ai longuement réfléchi, mais j'ai décidé de refuser, car je cherche un temps plein.",
        "J'ai pris la décision de décliner.",
        "J'ai choisi de ne pas accepter.",
        "J'ai décidé de dire non.",
        "He decidido rechazarla.",
        "He decidido declinar.",
        "He decidido no aceptar, porque necesito una jornada completa.",
        "He decidido decir que no.",
        "Ho deciso di rifiutare.",
        "Ho deciso di declinare, perché cerco un tempo pieno.",
        "Ho deciso di non accettare.",
        "Ho deciso di dire di no.",
        "Decidi recusar.",
        "Decidi não aceitar, porque preciso de um horário completo.",
        "Decidi dizer que não.",
        "Optei por recusar.",
        "Ik heb besloten om het niet te doen.",
        "Ik heb besloten te bedanken.",
        "Ik heb besloten ervan af te zien.",
        "Ik heb besloten om nee te zeggen, omdat ik een voltijdbaan zoek.",
        "Ik heb besloten het af te slaan.",
        "Postanowiłam odmówić.",
        "Zdecydowałam się odmówić, ponieważ szukam pełnego etatu.",
        "Zdecydowałem się zrezygnować.",
        "Postanowiłam nie przyjąć tej oferty.",
        "Reddetmeye karar verdim.",
        "Kabul etmemeye karar verdim.",
        "Hayır demeye karar verdim, çünkü tam zamanlı bir iş arıyorum.",
    ],
)  # fmt: skip
def test_who_has_decided_to_say_no_declines(text: str) -> None:
    answer = offer_answer(text, subject="")
    assert answer is not None
    assert (answer.accepts, answer.is_sure) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "Jag har bestämt mig för att tacka ja.",
        "Jag har ännu inte bestämt mig för att tacka nej.",
        "Om jag inte får heltid har jag bestämt mig för att tacka nej.",
        "Jag har bestämt mig för att tacka nej till intervjun.",
        "Jag har bestämt mig för att tacka nej till det andra erbjudandet.",
        "I have not decided to decline.",
        "I have decided to decline their offer and would love to take yours.",
        "I have decided to decline the interview.",
        "If you can't, I have decided to say no.",
        "Ich habe mich entschieden zuzusagen.",
        "Ich habe mich noch nicht entschieden, ob ich absage.",
        "J'ai décidé d'accepter.",
        "He decidido aceptar.",
        "Ik heb besloten ja te zeggen.",
        "Postanowiłam przyjąć.",
    ],
)  # fmt: skip
def test_an_if_a_yes_and_a_no_to_something_else_decline_nothing(text: str) -> None:
    answer = offer_answer(text, subject="")
    assert answer is None or answer.accepts
