"""How long an answer may take by a receipt's words, in ten languages, and what spans are none of that."""

from __future__ import annotations

import pytest

from onward.mail.rules.times.handling import SPAN_SIGNS, days_to_answer

TOLD = [
    ("Bitte beachten Sie, dass die Bearbeitung bis zu sechs Wochen dauern kann.", 42),
    ("Die Prüfung Ihrer Unterlagen kann 4 bis 6 Wochen in Anspruch nehmen.", 42),
    ("Wir melden uns innerhalb von drei Wochen bei Ihnen.", 21),
    ("Please note that processing may take up to six weeks.", 42),
    ("Reviewing all applications can take up to 4-5 weeks.", 35),
    ("You will hear from us within four weeks.", 28),
    ("Thank you for your patience, we will be in touch within three weeks.", 21),
    ("We aim to respond within 15 working days.", 21),
    ("We will get back to you within 14 days.", 14),
    ("Le traitement de votre candidature peut prendre jusqu'à six semaines.", 42),
    ("Vous recevrez une réponse sous 3 semaines.", 21),
    ("El proceso puede durar hasta seis semanas.", 42),
    ("La valutazione può richiedere fino a sei settimane.", 42),
    ("De behandeling kan tot zes weken duren.", 42),
    ("U krijgt binnen drie weken antwoord.", 21),
    ("Rozpatrzenie aplikacji może potrwać do sześciu tygodni.", 42),
    ("A análise pode demorar até seis semanas.", 42),
    ("Handläggningen kan ta upp till sex veckor.", 42),
    ("Başvuruların değerlendirilmesi altı hafta sürebilir.", 42),
]
OTHER = [
    "If you have not heard from us within two weeks please assume you were not successful.",
    "We store your data for six weeks after our decision.",
    "Please complete the test within 14 days; our decision follows.",
    "Please give us your reply within two weeks.",
    "The contract runs for six weeks.",
    "The notice period is up to six weeks.",
    "You can start within two weeks.",
    "The training takes up to six weeks.",
    "We answer within 5 working days.",
    "We answer within 52 weeks.",
    "The link in this answer is valid for 14 days.",
    "We have worked here for six weeks.",
    "We answer between two weeks and three weeks.",
    "Ihre Daten werden sechs Wochen nach der Entscheidung gelöscht.",
    "Wir bitten um Ihre Rückmeldung innerhalb von zwei Wochen.",
    "Die Einarbeitung dauert bis zu sechs Wochen, dann fällt eine Entscheidung.",
    "Sans réponse sous 3 semaines, considérez que votre candidature n'est pas retenue.",
    "Vos données sont conservées six semaines après la décision.",
    "Sus datos se conservan seis semanas tras la decisión.",
    "I Suoi dati sono conservati sei settimane dopo la decisione.",
    "Uw gegevens worden zes weken na de beslissing bewaard.",
    "Dane są usuwane sześć tygodni po decyzji.",
    "Os seus dados são eliminados seis semanas após a decisão.",
    "Dina uppgifter raderas sex veckor efter beslutet.",
    "Verileriniz karardan altı hafta sonra silinir.",
    "Please get back to us within 14 days.",
    "You have two weeks to respond.",
    "Please reply within ten days so that we can review your application.",
    "We ask you to respond within 14 days.",
    "We need a reply within two weeks.",
    "We will only review applications received within 14 days.",
    "We look forward to a response within 14 days.",
    "We would be grateful for a reply within ten days.",
    "The role is for 12 weeks; we will be in touch.",
    "The role is for 12 weeks, we will be in touch.",
    "We keep it on file and review it again in twelve weeks.",
    "We review applications with at least 12 weeks of experience.",
    "You need at least 12 weeks of experience; we will review your application.",
    "Bitte melden Sie sich innerhalb von 14 Tagen, sonst ist eine Rückmeldung nicht möglich.",
    "Der Einsatz dauert 8 Wochen, wir melden uns.",
    "Wir freuen uns auf eine Rückmeldung innerhalb von 14 Tagen.",
    "Wir bitten um Antwort innerhalb von zwei Wochen.",
    "Merci de nous donner une réponse sous 14 jours.",
    "Nous vous prions de nous répondre sous 14 jours.",
    "Rogamos una respuesta en 14 días.",
    "Attendiamo una risposta entro 14 giorni.",
    "Reageer binnen 14 dagen zodat wij uw reactie kunnen behandelen.",
    "Wij verzoeken om een reactie binnen 14 dagen.",
    "Proszę o odpowiedź w ciągu 10 dni.",
    "Prosimy o odpowiedź w ciągu 14 dni.",
    "Aguardamos resposta em 14 dias.",
    "Vänligen svara inom 14 dagar så att vi kan behandla ansökan.",
    "Lütfen 14 gün içinde yanıt verin.",
]


@pytest.mark.parametrize(("text", "days"), TOLD)
def test_a_span_of_their_handling_is_told(text: str, days: int) -> None:
    text = f"Thank you for applying.\n\n{text}\n\nYours, the team"
    assert days_to_answer(text) == days


@pytest.mark.parametrize("text", OTHER)
def test_any_other_span_is_none(text: str) -> None:
    assert days_to_answer(f"Thank you for applying.\n\n{text}\n\nYours, the team") == 0


def test_without_a_span_there_is_none() -> None:
    assert days_to_answer("") == 0
    assert days_to_answer("We will answer as soon as we can.") == 0


@pytest.mark.parametrize("text", [text for text, _ in TOLD])
def test_each_span_has_a_sign_by_which_its_mail_is_looked_for(text: str) -> None:
    assert any(sign in text.lower() for sign in SPAN_SIGNS)
