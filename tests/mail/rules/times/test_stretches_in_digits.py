"""Two hours in digits beside a day, in the languages that need no word behind them; those of an office are none."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.times.lasting import minutes_told
from onward.mail.rules.times.when import appointment

MONDAY = date(2026, 11, 23)
THURSDAY = datetime(2026, 11, 26, 8)  # noqa: DTZ001 -- as a clock shows it


@pytest.mark.parametrize(
    "text",
    [
        "Välkommen på provdag torsdagen den 26 november kl. 8-14.",
        "Välkommen på provdag på torsdag klockan 8-14.",
        "Zapraszamy na dzień próbny w czwartek 26 listopada w godzinach 8-14.",
        "Zapraszamy na dzień próbny w czwartek 26 listopada w godz. 8:00–14:00.",
        "Zapraszamy w czwartek w godz. 8-14.",
        "Zapraszamy w czwartek w godzinach od 8 do 14.",
        "Deneme gününüz 26 Kasım Perşembe günü 8'den 14'e kadar.",
        "Sizi perşembe günü saat 8'den 14'e kadar bekliyoruz.",
        "Sizi 26 Kasım Perşembe günü 08.00-14.00 saatleri arasında bekliyoruz.",
        "Sizi perşembe günü 8-14 saatleri arasında bekliyoruz.",
        "La giornata di prova è giovedì 26 novembre dalle 8 alle 14.",
        "La aspettiamo giovedì dalle ore 8 alle ore 14.",
        "Nous vous attendons jeudi 26 novembre de 8h à 14h.",
        "Nous vous attendons jeudi de 8 à 14 heures.",
        "Esperamos por si na quinta-feira, 26 de novembro, das 8h às 14h.",
        "De proefdag is donderdag 26 november van 8 tot 14 uur.",
        "El día de prueba es el jueves de 8 a 14 h.",
        "Ihr Probetag ist am Donnerstag, 8-14 Uhr.",
        "Your trial day is Thursday 26 November, 8-14.",
        # An open day is one to come to, and so is what is told above the hours of an office.
        "Tag der offenen Tür mit Gesprächen am Donnerstag, 26. November, von 8 bis 14 Uhr.",
        "Horaire : jeudi 26 novembre de 8h à 14h",
        "Ihr Probetag ist am Donnerstag von 8 bis 14 Uhr. Unser Büro ist von 7 bis 17 Uhr geöffnet.",
    ],
)  # fmt: skip
def test_a_stretch_of_hours_beside_its_day_begins_then(text: str) -> None:
    assert appointment(text, told_on=MONDAY) == THURSDAY
    assert minutes_told(text, begins=THURSDAY.time()) == 6 * 60


@pytest.mark.parametrize(
    "text",
    [
        "Kontoret har öppet torsdag kl. 8-14.",
        "Arbetstiden är kl. 8-14. Vi hörs på torsdag.",
        "Biuro czynne w czwartek w godzinach 8-14.",
        "Praca w godzinach 8-14. Odezwiemy się w czwartek.",
        "Ofisimiz perşembe günü 08.00-14.00 saatleri arasında açıktır.",
        "Çalışma saatleri 08.00-14.00 arasındadır. Perşembe günü arayacağız.",
        "L'ufficio è aperto giovedì dalle 8 alle 14.",
        "Orario 8-14. La contatteremo giovedì.",
        "Nos bureaux sont ouverts le jeudi de 8h à 14h.",
        "Estamos abertos na quinta-feira das 8h às 14h.",
        "Ons kantoor is donderdag open van 8 tot 14 uur.",
        "Nuestra oficina abre el jueves de 8 a 14 horas.",
        "Unser Laden ist am Donnerstag von 8 bis 14 Uhr geöffnet.",
        "The shop is open on Thursday 26 November from 8 to 2pm.",
        # Below a letter, under a heading.
        "Wir melden uns.\n\nÖffnungszeiten:\nDonnerstag 8-14 Uhr",
        "Vi hörs.\n\nÖppettider\ntorsdag kl. 8-14",
        "Odezwiemy się.\n\nGodziny otwarcia\nczwartek w godz. 8-14",
        "A presto.\n\nOrari di apertura:\ngiovedì dalle 8 alle 14",
    ],
)
def test_the_hours_of_an_office_or_a_job_are_no_appointment(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None


def test_a_stretch_in_turkish_has_no_last_day() -> None:
    until = "Lütfen belgeleri 26 Kasım Perşembe günü 14'e kadar gönderin."
    assert last_day(until, told_on=MONDAY) == THURSDAY.date()
    assert (
        last_day("Deneme 26 Kasım Perşembe günü 8'den 14'e kadar.", told_on=MONDAY)
        is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "The position at our school is open: your interview is on Thursday 26 November, 8-14.",
        "Die Stelle ist noch geöffnet: Ihr Gespräch ist am Donnerstag, 26. November, 8-14 Uhr.",
        "Le poste est toujours ouvert : votre entretien aura lieu le jeudi 26 novembre de 8h à 14h.",
        "La vacante sigue abierta y la oferta está abierta: su entrevista es el jueves de 8 a 14 h.",
        "La posizione è ancora aperta: il colloquio è giovedì 26 novembre dalle 8 alle 14.",
        "A vaga está aberta: a entrevista é na quinta-feira, 26 de novembro, das 8h às 14h.",
        "De vacature is nog open: je gesprek is donderdag 26 november van 8 tot 14 uur.",
        "Rekrutacja jest otwarta: rozmowa w czwartek 26 listopada w godz. 8:00–14:00.",
        "Açık pozisyon için mülakatınız 26 Kasım Perşembe 08:00-14:00 arasında.",
        "Pozisyon hâlâ açıktır: mülakatınız 26 Kasım Perşembe 08:00-14:00 arasında.",
        "Tjänsten är fortfarande öppen: intervjun är torsdagen den 26 november kl. 8-14.",
    ],
)
def test_a_position_that_is_open_has_no_hours(text: str) -> None:
    assert appointment(text, told_on=MONDAY) == THURSDAY


@pytest.mark.parametrize(
    "text",
    [
        "Below is when and how our office is open\nInterview: Thursday 26 November, 8-14",
        "So ist unser Büro geöffnet\nVorstellungsgespräch: Donnerstag, 26. November, 8-14 Uhr",
        "Voici quand nos bureaux sont ouverts\nEntretien : jeudi 26 novembre de 8h à 14h",
        "Abbiamo gli uffici, sono aperti\nColloquio: giovedì 26 novembre dalle 8 alle 14",
        "Ons kantoor is open\nGesprek: donderdag 26 november van 8 tot 14 uur",
        "Vi har öppet\nIntervju: torsdagen den 26 november kl. 8-14",
    ],
)
def test_a_line_with_the_label_of_a_talk_has_no_heading(text: str) -> None:
    assert appointment(text, told_on=MONDAY) == THURSDAY


@pytest.mark.parametrize(
    "text",
    [
        "The post office is open on Thursday 26 November from 8 to 2pm.",
        "Le bureau de poste est ouvert le jeudi de 8h à 14h.",
        "Vår kundtjänst är öppen torsdagen den 26 november kl. 8-14.",
        "Ofisimiz perşembe günü 08.00-14.00 saatleri arasında açık.",
        "For this position the working hours are on Thursday 26 November from 8 to 2pm.",
        "Öffnungszeiten, auch für Termine:\nDonnerstag, 26. November, 8-14 Uhr",
    ],
)
def test_what_is_open_beside_a_post_has_hours(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None
