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
