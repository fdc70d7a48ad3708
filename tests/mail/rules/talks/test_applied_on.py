from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.applied_on import MOST_DAYS_BEFORE, applied_on

TOLD = date(2026, 11, 12)
NAMED = date(2026, 10, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Für Ihre postalisch eingereichte Bewerbung als Lagerist (m/w/d) vom 01.10.2026 danken wir Ihnen.",
        "vielen Dank für Ihre Bewerbung vom 1. Oktober 2026. Leider haben wir uns anders entschieden.",
        "wir kommen zurück auf Ihre schriftliche Bewerbung vom 1.10.2026.",
        "Ihre Bewerbungsunterlagen vom 01. 10. 2026 haben wir geprüft.",
        "danke für deine Bewerbung als Köchin\nvom 1. Oktober 2026!",
        "Thank you for your application of 1 October 2026.",
        "We refer to your application for the post of Clerk dated 1st October 2026.",
        "Your application from the 1 October 2026 has been considered.",
        "Your application of 1 October 2026 arrived. If you do not receive an answer, write to us.",
        "Thank you for your application of 1 October 2026. You were not selected.",
        "Vielen Dank für Ihre Bewerbung vom 1. Oktober 2026 als Sachbearbeiterin 50 %. Wir haben entschieden, Sie nicht in die engere Auswahl einzubeziehen.",
        "Danke für Ihre Bewerbung als Köchin 80% vom 1. Oktober 2026. Leider haben wir uns nicht für Sie entschieden.",
        "Thank you for your application for Clerk 60% dated 1 October 2026. You were not selected.",
        "Danke für Ihre Bewerbung vom 1.10.2026. Sollten Sie nichts hören oder die Einladung nicht erhalten, schreiben Sie uns.",
    ],
)
def test_the_day_that_a_mail_names_is_read(text: str) -> None:
    assert applied_on(text, told_on=TOLD) == NAMED


@pytest.mark.parametrize(
    "text",
    [
        "Vielen Dank für Ihre Bewerbung auf unsere Anzeige vom 01.10.2026.",
        "Ihre Bewerbung als Antwort auf die Ausschreibung vom 01.10.2026 ist da.",
        "Ihre Bewerbung und unser Schreiben vom 01.10.2026 liegen vor.",
        "Ihre Bewerbung als Aushilfe vom 01.10.2026 bis 31.12.2026 haben wir erhalten.",
        "Ihre Bewerbung als Aushilfe vom 01.10.2026 - 31.12.2026 haben wir erhalten.",
        "Ihre Bewerbung für den Zeitraum vom 01.10.2026 an haben wir erhalten.",
        "Ihre Bewerbung vom 01.10.2026 ist bei uns nicht eingegangen.",
        "Wir konnten Ihre Bewerbung vom 01.10.2026 leider nicht finden.",
        "Die Bewerbung von Frau Adler vom 01.10.2026 liegt uns vor.",
        "Zu Ihrer Bewerbung: das Gespräch vom 01.10.2026 hat uns gefallen.",
        "Ihre Nachfrage vom 01.10.2026 zu Ihrer Bewerbung haben wir erhalten.",
        "Ihre Bewerbung vom 01.12.2026 danken wir Ihnen.",
        "Ihre Bewerbung vom 01.10.2025 haben wir im Bestand.",
        "Ihre Bewerbung vom 1.10. haben wir erhalten.",
        "Ihre Bewerbung vom 01.10.2026 und Ihre Bewerbung vom 05.10.2026 liegen vor.",
        "Ihre Bewerbung vom 31.02.2026 haben wir erhalten.",
        "Your application closes on 1 October 2026.",
        "Ihre Bewerbung vom 1. Oktober 2026 als Köchin 50 % ist nicht eingegangen.",
        "Ihre Bewerbung vom 1. Oktober 2026 als Köchin 50 %. Sie ist nie angekommen.",
        "Your application for the contract from 1 October 2026 was received.",
        "Your application for the summer period of 1 October 2026 was received.",
        "We did not receive your application of 1 October 2026.",
        "Your application was received on 1 October 2026.",
        "Your letter of 1 October 2026 about your application arrived.",
        "Your application of 10/01/2026 was received.",
        "Your application of 1 October 2026 was not received.",
        "We did not get your application of 1 October 2026.",
        "We didn’t get your application of 1 October 2026.",
        "We could not open your application of 1 October 2026.",
        "Your application of 1 October 2026 got lost.",
        "Your application of 1 October 2026 is missing.",
        "Your application from 1 October 2026 is incomplete.",
        "Your draft application from 1 October 2026 is waiting.",
        "Your incomplete application from 1 October 2026 is waiting.",
        "The draft of your application of 1 October 2026 will be deleted.",
        "Please finish your application from 1 October 2026.",
        "Thank you for your visa application dated 1 October 2026.",
        "Your loan application of 1 October 2026 was approved.",
        "Your application for a loan of 1 October 2026 was approved.",
        "Your application for housing of 1 October 2026 was received.",
        "Your application for summer job from 1 October 2026 was received.",
        "Your application as a driver from the 1 October 2026 has been considered.",
        "Your application for the vacancy of 1 October 2026 was received.",
        "We remember your previous application of 1 October 2026.",
        "We refer to your application of 1 October 2026. It never reached us.",
        "Leider ist Ihre Bewerbung vom 01.10.2026 nie bei uns angekommen.",
        "Ihre Bewerbung vom 01.10.2026 ging verloren.",
        "Ihre Bewerbung vom 01.10.2026 konnte nicht zugestellt werden.",
        "Wir warten auf Ihre Bewerbung vom 01.10.2026.",
        "Ihre Bewerbung vom 01.10.2026 kam zurück.",
        "We are still waiting for your application of 1 October 2026.",
        "Wir vermissen Ihre Bewerbung vom 01.10.2026.",
        "Ihre Bewerbung vom 01.10.2026 haben wir leider noch nicht.",
        "Ihre Bewerbung vom 01.10.2026 haben Sie noch nicht vollständig abgesendet.",
        "Der Entwurf Ihrer Bewerbung vom 01.10.2026 liegt bereit.",
        "Ihre Bewerbung vom 01.10.2026 ist unvollständig.",
        "Bitte senden Sie uns Ihre Bewerbung vom 01.10.2026 erneut.",
        "Zu Ihrer Bewerbung vom 01.10.2026: bei uns fehlt sie.",
        "Ihre Bewerbung vom 01.10.2026\n\nSehr geehrte Frau Vale,\n\nleider haben wir sie nie erhalten.",
        "Danke für Ihre Nachfrage zu Ihrer Bewerbung vom 1. Oktober 2026. Diese ist nicht bei uns angekommen.",
    ],
)
def test_another_day_is_no_day_of_applying(text: str) -> None:
    assert applied_on(text, told_on=TOLD) is None


def test_what_is_only_quoted_is_not_read() -> None:
    text = "Danke, wir melden uns.\n\n> Ihre Bewerbung vom 01.10.2026 liegt vor."
    assert applied_on(text, told_on=TOLD) is None


@given(st.text(max_size=200), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_no_text_breaks_it_and_no_day_is_out_of_bounds(text: str, told: date) -> None:
    day = applied_on(f"Ihre Bewerbung vom 1.10.2026 {text}", told_on=told)
    assert day is None or timedelta() <= told - day <= timedelta(MOST_DAYS_BEFORE)
