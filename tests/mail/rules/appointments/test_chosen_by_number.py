"""An answer that takes an offered day by its weekday and hour, or by its number alone."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.appointments.chosen_time import chosen_time

TOLD_ON = date(2026, 11, 18)
OFFERED = {
    "de": "Zwei Vorschläge: Freitag, 27. November, 13.30 Uhr oder Montag, 30. November, 09.00 Uhr, "
    "jeweils in Effretikon. Welcher Termin passt Ihnen?",
    "en": "We can offer Friday 27 November at 13:30 or Monday 30 November at 09:00. Which suits you?",
    "fr": "Nous vous proposons le vendredi 27 novembre à 13h30 ou le lundi 30 novembre à 9h00.",
    "it": "Le proponiamo venerdì 27 novembre alle 13.30 o lunedì 30 novembre alle 9.00.",
    "nl": "Wij kunnen vrijdag 27 november om 13.30 uur of maandag 30 november om 9.00 uur.",
    "es": "Le proponemos el viernes 27 de noviembre a las 13:30 o el lunes 30 de noviembre a las 9:00.",
    "sv": "Fredag 27 november kl 13.30 eller måndag 30 november kl 9.00, vilken passar?",
    "pt": "Sexta-feira, 27 de novembro, às 13:30 ou segunda-feira, 30 de novembro, às 9:00.",
}
FRIDAY = datetime.fromisoformat("2026-11-27T13:30")
MONDAY = datetime.fromisoformat("2026-11-30T09:00")


def taken(answer: str, *, language: str = "de") -> datetime | None:
    return chosen_time(
        offered=f"Grüezi Herr Ammann\n\n{OFFERED[language]}\n",
        offered_on=TOLD_ON,
        answer=f"Grüezi Frau Ott\n\n{answer}\n\nFreundliche Grüsse\nRobin Vale",
        answered_on=TOLD_ON,
    )


@pytest.mark.parametrize(
    ("answer", "time"),
    [
        ("Gerne nehme ich den Termin am Freitag um 13.30 Uhr.", FRIDAY),
        ("Gerne den Termin am Montag um 09.00 Uhr.", MONDAY),
        ("Der 27. passt mir bestens.", FRIDAY),
        ("Den 30. nehme ich gerne.", MONDAY),
        ("Gerne am 27.", FRIDAY),
        ("Besten Dank für Ihr Mail vom 18. November. Der 27. passt gut.", FRIDAY),
        ("Der Freitag passt mir gut.", FRIDAY),
    ],
)
def test_an_offered_day_is_taken(answer: str, time: datetime) -> None:
    assert taken(answer) == time


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "The 27th suits me."),
        ("fr", "Le 27 me convient parfaitement."),
        ("fr", "Je prends le vendredi à 13.30."),
        ("it", "Il 27 mi va benissimo."),
        ("nl", "De 27e past mij prima."),
        ("es", "El 27 me va bien."),
        ("sv", "Den 27:e passar bra."),
        ("pt", "O dia 27 fica-me bem."),
    ],
)
def test_so_it_is_in_other_languages(language: str, answer: str) -> None:
    assert taken(answer, language=language) == FRIDAY


@pytest.mark.parametrize(
    "answer",
    [
        "Der 28. passt mir bestens.",
        "Am Freitag um 15.00 Uhr?",
        "Am Freitag, 4. Dezember um 13.30 Uhr?",
        "Der 27. geht leider nicht.",
        "Der 27. und der 30. passen mir gut, gerne.",
        "Ich habe am 27. Geburtstag.",
        "Am 27. habe ich einen anderen Termin.",
        "Am 27.11. habe ich Geburtstag.",
        "Passt der 27. auch am Vormittag?",
        "Am 27. bin ich in den Ferien, gerne später.",
        "Bis zum 27. habe ich frei, gerne vorher.",
        "Ab dem 27. passt es mir immer.",
        "Ich arbeite bis am 27. bei Sager, danach passt es gerne.",
        "Ich gebe Ihnen am 27. Bescheid.",
        "Der 27. 12. passt gut.",
        "Meine Lohnvorstellung: 27.30 Franken pro Stunde.",
        "Leider bin ich am Freitag um 13.30 Uhr schon verplant.",
    ],
)
def test_what_takes_none_of_the_offered_days(answer: str) -> None:
    assert taken(answer) is None
