"""What a mailbox answers while its owner is away, in every language of the reader."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.absence import is_absence_note
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Message, Verdict
from tests.mail.rules.letters import make_message

BY_ITSELF = {"auto-submitted": "auto-replied"}

NOTES = [
    ("en", "Automatic reply: Application as Office Clerk", "Thank you for your message. I am out of the office until 23 November and will answer after that. In urgent cases please call 0000 12345."),
    ("en", "Re: Data Analyst interview", "I'm currently on annual leave with limited access to email, returning on Monday 4 May. For urgent matters please contact my colleague Sam Holt."),
    ("en", "Out of Office: your application", "Hello, I will be back on the 12th. Kind regards, Mara"),
    ("de", "Automatische Antwort: Bewerbung als Bürokauffrau", "Vielen Dank für Ihre Nachricht. Ich bin bis zum 23. November nicht im Büro und antworte Ihnen danach. In dringenden Fällen rufen Sie bitte unter 0000 12345 an."),
    ("de", "AW: Bewerbung als Tischlerin", "Guten Tag, ich befinde mich derzeit im Urlaub und bin ab dem 7. Juli wieder erreichbar. Ihre Mail wird nicht weitergeleitet."),
    ("de", "Abwesenheitsnotiz: Vorstellungsgespräch", "Ich bin im Mutterschutz. Meine Vertretung übernimmt Frau Lenz."),
    ("fr", "Réponse automatique : Candidature au poste d'assistante", "Bonjour, je suis absente du bureau jusqu'au 3 mars inclus. En cas d'urgence, merci d'appeler le 00 00 00."),
    ("es", "Respuesta automática: Candidatura administrativa", "Hola, estoy fuera de la oficina hasta el 12 de mayo. Le responderé a mi regreso."),
    ("it", "Risposta automatica: Candidatura come contabile", "Buongiorno, sono in ferie fino al 20 agosto. Per urgenze contattate la collega Rota."),
    ("pt", "Resposta automática: Candidatura a assistente", "Olá, estou de férias até 15 de agosto e respondo quando voltar. Em caso urgente, ligue para o 000 123."),
    ("nl", "Automatisch antwoord: Sollicitatie medewerker planning", "Beste, ik ben met vakantie tot en met 8 augustus. Voor dringende zaken kunt u bellen met 000 123."),
    ("pl", "Odpowiedź automatyczna: Aplikacja na stanowisko księgowej", "Dzień dobry, jestem na urlopie do 14 lipca. W pilnych sprawach proszę dzwonić pod numer 000 123."),
    ("tr", "Otomatik yanıt: Muhasebeci başvurusu", "Merhaba, 14 Temmuz'a kadar yıllık izindeyim. Acil durumlarda lütfen 000 123 numarasını arayın."),
    ("sv", "Autosvar: Ansökan som ekonomiassistent", "Hej, jag är på semester till och med den 8 augusti. Vid brådskande ärenden ring 000 123."),
]  # fmt: skip

RECEIPTS = [
    ("Automatic reply: Application as Office Clerk", "Thank you for your application, which has arrived safely. Please note that our office is closed until 4 January; we will look at it after that."),
    ("Automatische Antwort: Bewerbung als Bürokauffrau", "Vielen Dank für Ihre Bewerbung, die bei uns eingegangen ist. Wir sind bis zum 6. Januar im Betriebsurlaub und melden uns danach bei Ihnen."),
    ("Réponse automatique : votre candidature", "Bonjour, nous avons bien reçu votre candidature et vous en remercions. Nos bureaux sont fermés jusqu'au 3 janvier."),
    ("Respuesta automática: candidatura", "Gracias por su candidatura, la hemos recibido correctamente. Estamos de vacaciones hasta el 2 de septiembre y la revisaremos después."),
    ("Autosvar: Ansökan som kock", "Tack för din ansökan, vi har tagit emot den. Kontoret är stängt till den 7 januari och vi återkommer efter det."),
]  # fmt: skip


def _note(subject: str, text: str) -> Message:
    message = make_message(subject, text, sender="info@werft-holm.example")
    return replace(message, headers=BY_ITSELF)


@pytest.mark.parametrize(("language", "subject", "text"), NOTES)
def test_an_absence_note_is_no_hiring_mail(
    language: str, subject: str, text: str
) -> None:
    assert read_message(_note(subject, text)).verdict is Verdict.OTHER, language


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [x for x in NOTES if not x[1].startswith(("Re:", "AW:"))],
)
def test_its_subject_tells_where_the_header_is_lost(
    language: str, subject: str, text: str
) -> None:
    assert is_absence_note(make_message(subject, text)), language


@pytest.mark.parametrize(("subject", "text"), RECEIPTS)
def test_an_automatic_receipt_stays_one(subject: str, text: str) -> None:
    assert read_message(_note(subject, text)).verdict is Verdict.CONFIRMATION


def test_a_no_that_a_mailbox_answers_by_itself_stays_one() -> None:
    text = "Dear applicant, the position has been filled and we are no longer accepting applications. I am out of the office until Monday."
    reading = read_message(_note("Automatic reply: Office Clerk", text))
    assert reading.verdict in {Verdict.POSITION_CLOSED, Verdict.REJECTION}


@pytest.mark.parametrize(
    "text",
    [
        "We would like to invite you to an interview. I am out of the office until Monday, so please choose a time from Tuesday on.",
        "Wir laden Sie herzlich zum Vorstellungsgespräch ein. Ich bin bis Montag nicht im Büro, Frau Lenz hilft Ihnen gern weiter.",
    ],
)  # fmt: skip
def test_a_person_who_invites_may_be_away_too(text: str) -> None:
    message = make_message("Your application as Office Clerk", text)
    assert read_message(message).verdict is Verdict.INTERVIEW


def test_a_job_with_absences_is_no_note() -> None:
    text = "Vielen Dank für Ihre Bewerbung als Sachbearbeiterin Abwesenheiten. Wir melden uns bei Ihnen."
    message = make_message("Ihre Bewerbung: Abwesenheitsvertretung Empfang", text)
    assert not is_absence_note(message)


@given(st.text(max_size=80), st.text(max_size=300))
def test_a_receipt_beneath_any_words_is_never_a_note(before: str, behind: str) -> None:
    text = f"Thank you for your application.\n\n{before}\n\n{behind}"
    assert not is_absence_note(_note("Automatic reply: Clerk", text))


@given(st.sampled_from(NOTES), st.text(alphabet="abcdefgh \n", max_size=200))
def test_what_a_note_says_besides_does_not_matter(
    note: tuple[str, str, str], more: str
) -> None:
    _, subject, text = note
    assert is_absence_note(_note(subject, f"{text}\n\n{more}"))
