"""The hour of a last day, before or behind it, with the zone's name between; in ten languages."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from onward.mail.rules.times.last_day import LastMoment, last_moment
from onward.mail.rules.times.named_zones import zone_named
from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 11, 24)
THEN = LastMoment(date(2026, 12, 9), time(11))


@pytest.mark.parametrize(
    "text",
    [
        "Could you let us have your decision by 11am (London time) on Wednesday 9 December?",
        "Please confirm by 11:00 UK time on Wednesday 9 December.",
        "La preghiamo di confermare entro le ore 11 di mercoledì 9 dicembre.",
        "Attendiamo conferma entro le ore 11 (ora di Londra) di mercoledì 9 dicembre.",
        "Ci risponda entro e non oltre mercoledì 9 dicembre alle ore 11.",
        "Bitte sagen Sie uns bis 11 Uhr (Pariser Zeit) am Mittwoch, 9. Dezember Bescheid.",
        "Merci de nous répondre avant le mercredi 9 décembre à 11h00.",
        "Pouvez-vous nous répondre avant le 9 décembre à 11h (heure de Londres) ?",
        "Rogamos nos confirme antes de las 11:00 (hora de Londres) del miércoles 9 de diciembre.",
        "Dê-nos uma resposta até às 11h (hora de Londres) de quarta-feira, 9 de dezembro.",
        "Laat ons voor 11 uur (Londense tijd) op woensdag 9 december uw antwoord weten.",
        "Prosimy o odpowiedź do godz. 11:00 (czasu londyńskiego) w środę 9 grudnia.",
        "Vi behöver ditt svar senast kl. 11 (Londontid) onsdag 9 december.",
        "Lütfen en geç 9 Aralık Çarşamba günü saat 11:00'e (Londra saati) kadar cevap verin.",
    ],
)
def test_the_hour_stands_before_or_behind_the_day(text: str) -> None:
    assert last_moment(text, told_on=TOLD_ON, kind="to_answer") == THEN


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Friday 6 November, 5pm London time", "Europe/London"),
        ("Friday 6 November, 17:00 (time in London)", "Europe/London"),
        ("Friday 6 November, 12 noon London time", "Europe/London"),
        ("Friday 6 November, 5pm Rotterdam time", "Europe/Amsterdam"),
        ("venerdì 6 novembre, ore 17 ora di Londra", "Europe/London"),
        ("Freitag, 6. November, 17 Uhr Londoner Zeit", "Europe/London"),
        ("vendredi 6 novembre à 17h, heure de Paris", "Europe/Paris"),
        ("viernes 6 de noviembre a las 17:00, hora de Londres", "Europe/London"),
        ("sexta, 6 de novembro, às 17h (hora de Londres)", "Europe/London"),
        ("vrijdag 6 november om 17.00 uur (tijd in Londen)", "Europe/London"),
        ("piątek 6 listopada o 17:00 czasu londyńskiego", "Europe/London"),
        ("fredag 6 november kl. 17 Londontid", "Europe/London"),
        ("6 Kasım Cuma saat 17.00 (Londra saati)", "Europe/London"),
    ],
)
def test_a_city_behind_the_hour_names_the_zone(text: str, zone: str) -> None:
    assert zone_named(text) == zone


def test_an_hour_with_its_citys_time_in_italian_is_when_one_meets() -> None:
    text = "Possiamo sentirci venerdì 6 novembre, ore 17 ora di Londra?"
    assert appointment(text, told_on=date(2026, 11, 2)) == datetime(2026, 11, 6, 17)  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    [
        "Nous répondrons avant le 9 décembre à 11h.",
        "Ci risponda entro le 24 ore.",
        "We spent some time in London on Wednesday 9 December.",
    ],
)
def test_what_they_promise_or_a_span_is_no_last_hour(text: str) -> None:
    found = last_moment(text, told_on=TOLD_ON, kind="to_answer")
    assert found is None


def test_a_street_or_station_behind_the_hour_names_no_zone() -> None:
    assert zone_named("Friday 6 November, 5pm London Road") == ""
    assert zone_named("Friday 6 November, 5pm, London Bridge station") == ""


def test_the_hour_by_which_papers_are_signed_is_no_appointment() -> None:
    trial = "Giornata di prova martedì 24 marzo, inizio ore 6:00, in reparto."
    sign = "Passa lunedì in filiale a firmare il contratto entro le 17."
    both = f"{trial}\n\n{sign}"
    first = datetime(2026, 3, 24, 6, 0)  # noqa: DTZ001
    assert appointment(sign, told_on=date(2026, 3, 20)) is None
    assert appointment(both, told_on=date(2026, 3, 20)) == first
