"""When something opens, closes or lapses: what is due then meets nobody."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.times.when import appointment

MONDAY = date(2026, 8, 3)
NEXT_MONDAY = date(2026, 8, 10)


@pytest.mark.parametrize(
    "text",
    [
        "The exam opens Thursday, 6 August at 8:00 a.m. and closes Monday, 10 August at 11:59 p.m.",
        "Your test goes live on Thursday 6 August at 9 am and closes on Monday 10 August at 5 pm.",
        "Booking closes at 6pm on Monday 10 August.",
        "The assessment link expires at 17:00 on Monday 10 August.",
        "Please upload your slides to https://jobs.example/slides/AB12 by 17:00 on Monday 10 August.",
        "You are requested to bring both forms to Room 14 before 12h00 on 10 August.",
        "Die Anmeldung zum Test schließt um 18 Uhr am Montag, 10. August.",
        "Der Test ist ab 8 Uhr am 5. August freigeschaltet und endet am Montag, 10. August, 20 Uhr.",
    ],
)  # fmt: skip
def test_what_closes_is_due_and_meets_nobody(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None
    assert last_day(text, told_on=MONDAY) == NEXT_MONDAY


@pytest.mark.parametrize(
    "text",
    [
        "The trial is from 9 until 11 on Monday 10 August.",
        "von 9 bis 11 Uhr am Montag, 10. August",
    ],
)
def test_the_end_of_a_stretch_is_no_last_hour(text: str) -> None:
    found = appointment(text, told_on=MONDAY)
    assert found == datetime.fromisoformat("2026-08-10T09:00")


def test_a_shop_that_closes_is_no_last_day() -> None:
    text = "Text us before we close at 9 on Monday 10 August if you cannot come."
    assert last_day(text, told_on=MONDAY) is None


TUESDAY = date(2026, 8, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Would you tell Sue in the office whether you accept, if at all possible before the end of term (Monday 10 August).",
        "Please send them back by the end of the school year (Monday 10 August).",
        "get it us before monday 6pm cos thats when payroll runs or you wont get paid",
        "This offer remains open for six days. To accept, sign in here.",
        "We can hold the place for six days, so do reply.",
        "If we do not hear from you by Monday 10 August, your file will be closed.",
        "If we haven't heard back by Monday 10 August we'll assume you found something else.",
        "Wenn wir bis zum 10.08.2026 nichts von Ihnen hören, werden Ihre Daten gelöscht.",
        "Sollten wir bis Montag keine Rückmeldung erhalten, vergeben wir den Platz.",
        "Sans réponse de votre part avant le 10 août, votre dossier sera clos.",
        "Si no recibimos respuesta antes del 10 de agosto, cerraremos tu candidatura.",
        "In mancanza di riscontro entro il 10 agosto, la candidatura sarà chiusa.",
        "Als we voor 10 augustus niets van je horen, sluiten we je dossier.",
        "Se não recebermos resposta até 10 de agosto, encerramos o processo.",
        "Om vi inte hört av dig senast den 10 augusti avslutar vi ärendet.",
    ],
)  # fmt: skip
def test_what_ends_without_an_answer_has_its_last_day(text: str) -> None:
    assert last_day(text, told_on=TUESDAY, kind="to_answer") == NEXT_MONDAY


@pytest.mark.parametrize(
    "text",
    [
        "You'll hear from us by Monday 10 August.",
        "You will not hear from us before Monday 10 August.",
        "Sie hören bis zum 10.08.2026 von uns.",
        "The job is open for two weeks of trial.",
    ],
)
def test_what_they_will_do_themselves_is_no_last_day(text: str) -> None:
    assert last_day(text, told_on=TUESDAY, kind="to_answer") is None
