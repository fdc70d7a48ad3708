"""Papers that are asked for now, and a talk that comes only then: a request, no invitation."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.asked_first import of_papers_first
from onward.mail.rules.verdicts.classification import Classification
from tests.mail.rules.letters import make_message

ASKED = [
    "Could you email us a copy of your licence and two references? Then we'll set up a meeting.",
    "Schicken Sie uns bitte Ihre Zeugnisse und zwei Referenzen. Danach vereinbaren wir ein Gespräch.",
    "Pouvez-vous nous envoyer votre diplôme et deux références ? Ensuite nous fixerons un rendez-vous.",
    "¿Nos puede enviar su título y dos referencias? Después fijamos una entrevista.",
    "Ci può inviare il diploma e due referenze? Poi fissiamo un appuntamento.",
    "Pode enviar-nos o diploma e duas referências? Depois marcamos uma reunião.",
    "Kunt u ons uw diploma en twee referenties sturen? Daarna maken we een afspraak voor een gesprek.",
    "Proszę o przesłanie dyplomu i dwóch referencji. Następnie umówimy się na rozmowę.",
    "Skicka gärna ditt examensbevis och två referenser. Därefter bokar vi en intervju.",
    "Lütfen diplomanızı ve iki referans gönderin. Ardından bir görüşme ayarlarız.",
]


@pytest.mark.parametrize("text", ASKED)
@pytest.mark.parametrize("heard", [Verdict.INTERVIEW, Verdict.AMBIGUOUS])
def test_what_is_asked_for_now_decides(text: str, heard: Verdict) -> None:
    found = of_papers_first(Classification(heard, 0.6), message=make_message("", text))
    assert found.verdict is Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize("text", ASKED)
def test_read_whole_it_is_no_interview(text: str) -> None:
    message = make_message("Re: Application", text)
    assert read_message(message, is_known=True).verdict is not Verdict.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "We'd like to invite you to an interview on Monday 7 December at 10. Please bring your certificates and two references.",
        "Please send us your CV. Then come in for a meeting on Monday 7 December at 10.",
        "La invitiamo a un colloquio lunedì 7 dicembre alle 10. Porti il diploma e un documento; poi un incontro con il titolare.",
    ],
)
def test_a_talk_that_is_set_stands(text: str) -> None:
    message = make_message("Re: Application", text)
    assert read_message(message, is_known=True).verdict is Verdict.INTERVIEW
