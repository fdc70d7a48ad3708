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


RECEIVED = [
    "Thank you for taking the time to send your CV. Then we will get in touch about an interview.",
    "Danke für die Zusendung Ihrer Unterlagen. Sobald wir sie geprüft haben, melden wir uns wegen eines Gesprächs.",
    "Merci pour l'envoi de votre CV. Ensuite nous vous contacterons pour un entretien.",
    "Gracias por enviar su CV. Después contactaremos con usted para una entrevista.",
    "Grazie per averci inviato il CV. Poi la contatteremo per un colloquio.",
    "Obrigado por enviar o seu CV. Depois entraremos em contacto para uma entrevista.",
    "Bedankt voor het sturen van je cv. Daarna nemen we contact op voor een gesprek.",
    "Dziękujemy za przesłanie CV. Następnie skontaktujemy się w sprawie rozmowy.",
    "Tack för att du skickade ditt cv. Därefter hör vi av oss om en intervju.",
    "CV'nizi gönderdiğiniz için teşekkür ederiz. Ardından görüşme için size ulaşacağız.",
]
NOT_ASKED = [
    *RECEIVED,
    "Ihre Unterlagen sind vollständig, es fehlt nichts. Wenn Sie mögen, können wir einen Gesprächstermin ausmachen.",
    "We have received all documents that we need. Then we'd like to meet for a chat.",
    "You sent us your CV and two references. Then let's have a call.",
    "Vous nous avez envoyé votre CV. Ensuite nous aimerions un entretien.",
    "Nos envió su CV y su título. Después nos gustaría una entrevista.",
    "Ci ha mandato il curriculum e le referenze. Poi vorremmo un colloquio.",
    "Abbiamo ricevuto i documenti che servono. Poi fissiamo un colloquio.",
    "Please bring your diploma and two references. Then we can have a good chat.",
    "Porti per favore il diploma. Poi facciamo un colloquio con calma.",
    "Otrzymaliśmy dokumenty, niczego nie brakuje. Następnie zapraszamy na rozmowę.",
]


@pytest.mark.parametrize("text", NOT_ASKED)
@pytest.mark.parametrize("heard", [Verdict.INTERVIEW, Verdict.AMBIGUOUS])
def test_papers_that_are_there_are_not_asked_for(text: str, heard: Verdict) -> None:
    said = Classification(heard, 0.6)
    assert of_papers_first(said, message=make_message("", text)) is said


@pytest.mark.parametrize("text", [*ASKED, *RECEIVED])
def test_a_receipt_stays_one(text: str) -> None:
    said = Classification(Verdict.CONFIRMATION, 0.6)
    assert of_papers_first(said, message=make_message("", text)) is said


@pytest.mark.parametrize("text", RECEIVED)
def test_read_whole_a_receipt_asks_for_nothing(text: str) -> None:
    verdict = read_message(make_message("Re: Application", text)).verdict
    assert verdict is not Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize(
    "papers",
    [
        "Please bring your driving licence.",
        "Please send us a copy of your driving licence before the interview.",
    ],
)
def test_a_driving_licence_that_is_asked_for_hides_no_invitation(papers: str) -> None:
    text = f"Hello Robin,\n\nWe would like to invite you to an interview on Tuesday at 10:00. {papers}\n\nKim Alder, Harbour Mills"
    found = read_message(
        make_message("Interview", text, sender="kim@harbourmills.example")
    )
    assert found.verdict is Verdict.INTERVIEW


def test_a_licence_that_runs_out_is_no_hiring_mail() -> None:
    text = "Your driving licence expires on 3 May. Renew your driving licence online, we look forward to seeing you at the wheel."
    found = read_message(
        make_message("Your licence", text, sender="no-reply@licences.example")
    )
    assert found.verdict is Verdict.OTHER
