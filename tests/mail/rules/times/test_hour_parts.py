"""Hours with their minutes in words, and hours in words behind their day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 11, 26)  # a Thursday


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Nous aimerions vous rencontrer lundi 30 novembre à 9h et quart pour le poste.", "09:15"),
        ("Nous aimerions vous rencontrer lundi 30 novembre à 9h et demie pour le poste.", "09:30"),
        ("Nous aimerions vous rencontrer lundi 30 novembre à 10h moins le quart pour le poste.", "09:45"),
        ("Nous aimerions vous rencontrer lundi 30 novembre à dix heures moins dix pour le poste.", "09:50"),
        ("Nous aimerions vous rencontrer lundi 30 novembre à dix heures et vingt minutes.", "10:20"),
        ("Nous aimerions vous rencontrer lundi 30 novembre à onze heures trois quarts.", "11:45"),
        ("Nous aimerions vous rencontrer lundi 30 novembre à midi moins dix, à l'accueil.", "11:50"),
        ("Nous aimerions vous rencontrer lundi 30 novembre, 9h et quart, pour le poste.", "09:15"),
        ("Nous vous confirmons notre entretien téléphonique de lundi, neuf heures et demie, pour le poste.", "09:30"),
        ("Nous vous confirmons notre entretien pour le poste, lundi 30 novembre, dix heures.", "10:00"),
        ("Nous vous confirmons notre entretien lundi 30 novembre, quatorze heures trente.", "14:30"),
        ("Nous vous confirmons notre entretien lundi, deux heures de l'après-midi.", "14:00"),
        ("Le esperamos para la entrevista el lunes 30 de noviembre a las diez menos diez.", "09:50"),
        ("Le esperamos para la entrevista el lunes 30 de noviembre a las nueve y veinte.", "09:20"),
        ("Le esperamos para la entrevista el lunes 30 de noviembre a las 9h y media.", "09:30"),
        ("La aspettiamo per il colloquio lunedì 30 novembre alle nove e tre quarti.", "09:45"),
        ("La aspettiamo per il colloquio lunedì 30 novembre alle dieci meno dieci.", "09:50"),
        ("La aspettiamo per il colloquio lunedì 30 novembre alle nove e venti in sede.", "09:20"),
        ("Esperamos por si na entrevista de segunda-feira, 30 de novembro, às dez menos dez.", "09:50"),
        ("Esperamos você na entrevista de segunda-feira, 30 de novembro, às dez para as nove.", "08:50"),
        ("Esperamos por si na entrevista de segunda-feira, 30 de novembro, às nove e quarenta e cinco.", "09:45"),
        ("Esperamos por si na entrevista de segunda-feira, 30 de novembro, nove horas.", "09:00"),
        ("We verwachten je voor het gesprek op maandag 30 november om tien voor tien.", "09:50"),
        ("We verwachten je voor het gesprek op maandag 30 november om vijf over half tien.", "09:35"),
        ("We verwachten je voor het gesprek op maandag 30 november om negen uur dertig.", "09:30"),
        ("We verwachten je voor het gesprek op maandag 30 november om half 6.", "17:30"),
        ("We verwachten je voor het gesprek op maandag 30 november om half zes 's ochtends.", "05:30"),
        ("We verwachten je voor het gesprek op maandag 30 november om half 8.", "07:30"),
        ("We verwachten je voor het gesprek op maandag 30 november om kwart voor 3.", "14:45"),
        ("We verwachten je voor het gesprek op maandag 30 november om tien over 9.", "09:10"),
        ("We verwachten je voor het gesprek op maandag 30 november om vijf voor half 3.", "14:25"),
        ("We verwachten je voor het gesprek: maandag 30 november, negen uur.", "09:00"),
        ("Vi ser fram emot intervjun måndagen den 30 november klockan tio i tio.", "09:50"),
        ("Vi ser fram emot intervjun måndagen den 30 november klockan fem i halv tio.", "09:25"),
    ],
)  # fmt: skip
def test_an_hour_is_read_with_its_minutes(text: str, hour: str) -> None:
    found = appointment(text, told_on=TOLD_ON)
    assert found == datetime.fromisoformat(f"2026-11-30T{hour}")


@pytest.mark.parametrize(
    "text",
    [
        "Nous vous proposons un entretien lundi 30 novembre, deux heures de test comprises.",
        "Nous vous proposons un entretien lundi 30 novembre, deux heures et demie.",
        "Nous vous proposons un essai lundi 30 novembre, neuf heures par jour ensuite.",
        "Nous vous proposons un essai lundi 30 novembre dans l'équipe, huit heures en tout.",
        "We nodigen je uit op maandag 30 november, acht uur lang op de werkvloer.",
    ],
)
def test_how_long_something_takes_is_no_hour_to_come(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Could you come in Weds 18th March, about 4?", None),
        ("Could you come in on Wednesday 18th about 4?", "16:00"),
        ("Could you come in Weds 18th around 4?", "16:00"),
        ("Can we meet Wed 18th, 4 o'clock?", "16:00"),
        ("Come by on Wednesday the 18th, say 11ish", "11:00"),
        ("Come by on Wednesday the 18th at 2ish if you can", "14:00"),
        ("See you on Wednesday the 18th, say 12.30", "12:30"),
        ("See you on Wednesday 18 March, 3 in the afternoon", "15:00"),
        ("The panel is on Wed, Mar 18, 2p-3p CT on Zoom", "14:00"),
        ("Bitte kommen Sie am 18.3., 16h in die Filiale", "16:00"),
        ("Bitte kommen Sie am 18.3. gegen 16h in die Filiale", "16:00"),
        ("Bitte am 18.3. um 9 Uhr in Raum 11 am Eingang Nord", "09:00"),
    ],
)
def test_hours_as_people_write_them_in_a_hurry(text: str, at: str | None) -> None:
    found = appointment(text, told_on=date(2026, 3, 2))
    day = f"2026-03-18T{at}:00"
    assert (found.isoformat() if found else None) == (day if at else None)


@pytest.mark.parametrize(
    "text",
    [
        "The 40h week begins on Wednesday 18 March.",
        "We are a team of 11ish people; the open day is on Wednesday 18 March.",
        "It costs 2p a page, on Wednesday 18 March as on any day.",
        "Am 18.3. sind es 8h Arbeit.",
    ],
)
def test_what_only_looks_like_an_hour_is_none(text: str) -> None:
    assert appointment(text, told_on=date(2026, 3, 2)) is None
