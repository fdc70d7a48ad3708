"""An answer that takes "the second date" of those that were offered."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from onward.mail.rules.appointments.chosen_time import chosen_time

TOLD_ON = date(2026, 3, 27)
FIRST = datetime.fromisoformat("2026-04-01T11:00")
SECOND = datetime.fromisoformat("2026-04-02T14:00")
OFFERED = {
    "pl": "Mamy dwa terminy: środa 1.04 godz. 11:00 albo czwartek 2.04 godz. 14:00.",
    "en": "We can offer Wednesday 1 April at 11am or Thursday 2 April at 2pm.",
    "de": "Es ginge Mittwoch, 1. April um 11 Uhr oder Donnerstag, 2. April um 14 Uhr.",
    "fr": "Nous proposons mercredi 1er avril à 11h ou jeudi 2 avril à 14h.",
    "es": "Podemos el miércoles 1 de abril a las 11 o el jueves 2 de abril a las 14.",
    "it": "Possiamo mercoledì 1 aprile alle 11 oppure giovedì 2 aprile alle 14.",
    "pt": "Posso na quarta, 1 de abril, às 11h ou na quinta, 2 de abril, às 14h.",
    "nl": "Kan woensdag 1 april om 11 uur of donderdag 2 april om 14 uur?",
    "sv": "Onsdag 1 april kl 11 eller torsdag 2 april kl 14?",
    "tr": "1 Nisan Çarşamba saat 11:00 veya 2 Nisan Perşembe saat 14:00 olabilir.",
}


def _chosen(language: str, answer: str) -> datetime | None:
    return chosen_time(
        offered=OFFERED[language],
        offered_on=TOLD_ON,
        answer=answer,
        answered_on=TOLD_ON,
    )


@pytest.mark.parametrize(
    ("language", "answer", "moment"),
    [
        ("pl", "Dzień dobry, wybieram drugi termin, w środę pracuję.", SECOND),
        (
            "pl",
            "Wybieram ten drugi termin.\n\npt., 27 mar 2026 o 13:33 Kadry napisał(a):",
            SECOND,
        ),
        ("pl", "Pasuje mi pierwsza propozycja, dziękuję.", FIRST),
        ("en", "Thank you, the second one works for me.", SECOND),
        ("en", "The first slot please.", FIRST),
        ("de", "Der zweite Termin passt mir gut.", SECOND),
        ("fr", "Le premier créneau me convient, merci.", FIRST),
        ("es", "Mejor la segunda opción.", SECOND),
        ("it", "La seconda data va benissimo.", SECOND),
        ("pt", "Prefiro a primeira hipótese, obrigada.", FIRST),
        ("nl", "De tweede datum komt mij goed uit.", SECOND),
        ("sv", "Andra alternativet passar bra.", SECOND),
        ("tr", "İkinci tarih bana uygun.", SECOND),
        ("en", "The first one does not work, but the second one is fine.", SECOND),
        ("en", "The first one doesn't work. The second one is fine.", SECOND),
        ("pl", "Pierwszy termin mi nie pasuje, drugi termin jest dobry.", SECOND),
        ("pl", "Niestety drugi termin mi nie odpowiada.", None),
        ("en", "Thanks for the second interview.", None),
        ("en", "Either the first one or the second one would do.", None),
        ("en", "The third date is best.", None),
    ],
)
def test_an_answer_takes_a_time_by_its_place(
    language: str, answer: str, moment: datetime | None
) -> None:
    assert _chosen(language, answer) == moment


def test_of_one_time_none_is_the_first() -> None:
    told = chosen_time(
        offered="Możemy w środę 1.04 o godz. 11:00.",
        offered_on=TOLD_ON,
        answer="Pasuje mi pierwszy termin.",
        answered_on=TOLD_ON,
    )
    assert told is None


@pytest.mark.parametrize(
    ("answer", "moment"),
    [
        ("Thursday at 2pm suits me better.", SECOND),
        ("Thursday suits me.", SECOND),
        ("Wednesday does not work, but Thursday is fine.", SECOND),
        ("Thursday at 3pm?", None),
        ("Friday suits me.", None),
        ("Wednesday or Thursday, both are fine.", None),
        ("Thursday 9 April at 2pm would be better.", None),
        ("I will write to you tomorrow.", None),
    ],
)
@pytest.mark.parametrize("days_before", [1, 8])
def test_a_weekday_is_the_one_that_was_offered(
    answer: str, moment: datetime | None, days_before: int
) -> None:
    """Though the next such day is another: the mail was written a week before."""
    answered_on = SECOND.date() - timedelta(days=days_before)
    told = chosen_time(
        offered=OFFERED["en"],
        offered_on=answered_on - timedelta(days=1),
        answer=answer,
        answered_on=answered_on,
    )
    assert told == moment


OWN_LIST = "They gave me three:\n - Tue 3/17 8:00am\n - Wed 3/18 4:00pm\n - Fri 3/20 1:00pm\nWhich one?"


def test_a_short_weekday_and_month_first_stand_before_their_hour() -> None:
    answer = "Friday at 1. I have another interview on the 18th."
    on = date(2026, 3, 12)
    chosen = chosen_time(offered=OWN_LIST, offered_on=on, answer=answer, answered_on=on)
    assert chosen == datetime.fromisoformat("2026-03-20T13:00")


def test_hours_without_any_day_offer_nothing() -> None:
    on = date(2026, 3, 12)
    offered = "I could ring you at 8:00am, at 4:00pm or at 1:00pm."
    assert (
        chosen_time(
            offered=offered, offered_on=on, answer="Friday works.", answered_on=on
        )
        is None
    )


@pytest.mark.parametrize(
    ("language", "asked", "answer"),
    [
        ("nl", "Laat je het voor dinsdag 31 maart weten?", "Dan kies ik graag de donderdag."),
        ("en", "Please let me know by Tuesday 31 March.", "I'll take the Thursday then."),
        ("de", "Bitte geben Sie bis Dienstag, 31. März Bescheid.", "Ich nehme gern den Donnerstag."),
        ("fr", "Merci de répondre avant le mardi 31 mars.", "Je choisis le jeudi."),
        ("es", "Responda antes del martes 31 de marzo, por favor.", "Elijo el jueves."),
        ("it", "Risponda entro martedì 31 marzo, per favore.", "Scelgo il giovedì."),
        ("pt", "Responda até terça, 31 de março, por favor.", "Escolho a quinta."),
        ("pl", "Proszę o odpowiedź do wtorku 31 marca.", "Wybieram czwartek."),
        ("sv", "Svara senast tisdag 31 mars, tack.", "Jag väljer torsdagen."),
    ],
)  # fmt: skip
def test_the_last_day_for_an_answer_is_none_of_the_offered(
    language: str, asked: str, answer: str
) -> None:
    found = chosen_time(
        offered=f"{OFFERED[language]}\n{asked}",
        offered_on=TOLD_ON,
        answer=answer,
        answered_on=TOLD_ON,
    )
    assert found == SECOND
