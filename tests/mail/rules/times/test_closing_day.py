from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.times.closing_day import CLOSING_SIGNS, closing_day

TOLD_ON = date(2026, 11, 22)
SIXTH = date(2026, 12, 6)
NAMED = (
    "The closing date is 6 December 2026 and interviews are expected on 15 December 2026.",
    "Application received: Clinical Coding Liaison - 908-RID-118 (closing date 6 December)",
    "The closing date for this post is Sunday 6 December 2026.",
    "Applications close on 6 December 2026 at 23:59.",
    "This vacancy closes 6 December 2026",
    "The deadline for applications is 5pm on Sunday 6 December 2026",
    "Closing date: midnight on 6 December 2026",
    "Bewerbungsfrist: 06.12.2026",
    "Der Bewerbungsschluss ist am 6. Dezember 2026. Danach melden wir uns.",
    "La date limite de candidature est le 6 décembre 2026.",
    "We will be in touch once the closing date of 6 December has passed.",
    "You will hear from us after the closing date of Sunday 6 December 2026.",
    "Wir melden uns nach dem Bewerbungsschluss vom 6. Dezember 2026.",
    "Nous reviendrons vers vous après la date limite de candidature du 6 décembre 2026.",
    "El plazo de presentación de candidaturas finaliza el 6 de diciembre de 2026.",
    "Nos pondremos en contacto una vez pasada la fecha límite del 6 de diciembre.",
    "Il termine per la presentazione delle candidature è il 6 dicembre 2026.",
    "La scadenza delle candidature è il 6 dicembre 2026.",
    "O prazo de candidatura termina a 6 de dezembro de 2026.",
    "A data limite para candidaturas é 6 de dezembro de 2026.",
    "De sluitingsdatum is 6 december 2026.",
    "De sollicitatietermijn sluit op 6 december 2026.",
    "Termin składania aplikacji upływa 6 grudnia 2026.",
    "Nabór trwa do 6 grudnia 2026.",
    "Son başvuru tarihi 6 Aralık 2026.",
    "Son başvuru tarihi olan 6 Aralık 2026'dan sonra dönüş yapacağız.",
    "Sista ansökningsdag är den 6 december 2026.",
    "Ansökningstiden går ut den 6 december 2026.",
)
NOT_NAMED = (
    "The closing date for applications was 1 November 2026.",
    "Interviews take place after the closing date, on 15 December 2026.",
    "You will hear from us within two weeks of the closing date. We meet on 15 December.",
    "The closing date for references is 10 December 2026.",
    "The closing date is 6 December 2026. For nurses the closing date is 8 December 2026.",
    "We are closing the office on 24 December 2026.",
    "Thank you for applying on 22 November 2026.",
    "El plazo para enviar sus documentos finaliza el 6 de diciembre de 2026.",
    "La fecha límite para la prueba es el 6 de diciembre de 2026.",
    "Il termine per inviare il test è il 6 dicembre 2026.",
    "O prazo para a entrega do teste termina a 6 de dezembro de 2026.",
    "De termijn voor het insturen van de test is 6 december 2026.",
    "Termin rozmowy to 6 grudnia 2026.",
    "Son görüşme tarihi 6 Aralık 2026.",
    "Sista dag för testet är den 6 december 2026.",
)


@pytest.mark.parametrize("text", NAMED)
def test_the_last_day_to_apply_is_read_where_it_is_named(text: str) -> None:
    assert closing_day(text, told_on=TOLD_ON) == SIXTH
    assert any(sign in text.lower() for sign in CLOSING_SIGNS)


@pytest.mark.parametrize("text", NOT_NAMED)
def test_no_other_day_is_taken_for_it(text: str) -> None:
    assert closing_day(text, told_on=TOLD_ON) is None


@given(st.dates(date(2026, 11, 22), date(2027, 6, 30)))
def test_any_day_ahead_can_be_it(day: date) -> None:
    text = f"The closing date is {day.day} {day:%B %Y}."
    assert closing_day(text, told_on=TOLD_ON) == day


@pytest.mark.parametrize(
    "text",
    [
        "Please complete the equality monitoring form; closing date 20 November.",
        "Our position will close on 20 November for the holidays.",
    ],
)
def test_what_else_closes_is_no_last_day_to_apply(text: str) -> None:
    assert closing_day(text, told_on=date(2026, 11, 2)) is None
