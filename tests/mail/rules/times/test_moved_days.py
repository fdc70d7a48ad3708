"""A talk that is moved from one day to another: the new day holds, however the old one is told."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.times.when import appointments

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Jag behöver tyvärr flytta fram vår intervju på onsdag till torsdag 3 december kl. 10.30, samma plats.",
        "Intervjun på onsdag flyttas till torsdag 3 december kl. 10.30.",
        "Jag behöver skjuta upp vårt möte på onsdag till torsdag 3 december kl. 10.30.",
        "Vi behöver boka om intervjun på onsdag den 2 december kl. 09.00 till torsdag 3 december kl. 10.30.",
        "Vi har tyvärr behövt flytta din intervju för tjänsten som HR-administratör på onsdag till torsdag 3 december kl. 10.30.",
        "Vi måste desværre flytte samtalen på onsdag til torsdag 3. desember kl. 10.30.",
        "Vi er nødt til å utsette intervjuet på onsdag til torsdag 3. desember kl. 10.30.",
        "Leider muss ich unser Gespräch am Mittwoch auf Donnerstag, 3. Dezember, 10:30 Uhr verschieben.",
        "Leider muss ich unser Gespräch von Mittwoch auf Donnerstag, 3. Dezember, um 10:30 Uhr verlegen.",
        "Wir verschieben unser Gespräch am Mittwoch auf Donnerstag, den 3. Dezember, um 10:30 Uhr.",
        "Ich verschiebe Ihr Vorstellungsgespräch am Mittwoch auf Donnerstag, 3. Dezember, 10:30 Uhr.",
        "Ihr Termin am Mittwoch wird auf Donnerstag, den 3. Dezember, 10:30 Uhr verschoben.",
        "I am afraid I have to move our interview on Wednesday to Thursday 3 December at 10:30, same place.",
        "We need to move your interview for the post of HR administrator on Wednesday to Thursday 3 December at 10:30.",
        "Your interview on Wednesday has been moved to Thursday 3 December at 10:30.",
        "Helaas moet ik ons gesprek op woensdag verplaatsen naar donderdag 3 december om 10.30 uur.",
        "Helaas moeten we ons gesprek van woensdag naar donderdag 3 december om 10.30 uur verplaatsen.",
        "Ik wil het gesprek op woensdag graag verzetten naar donderdag 3 december om 10.30 uur.",
        "We verplaatsen je sollicitatiegesprek voor de functie van administrateur op woensdag naar donderdag 3 december om 10.30 uur.",
        "Niestety muszę przełożyć naszą rozmowę w środę na czwartek 3 grudnia o godz. 10.30.",
        "Niestety muszę przesunąć naszą rozmowę ze środy na czwartek 3 grudnia o godz. 10:30.",
        "Nasza rozmowa w środę zostaje przełożona na czwartek, 3 grudnia, na godz. 10:30.",
        "Çarşamba günkü görüşmemizi 3 Aralık Perşembe günü saat 10.30'a almak zorundayım.",
        "Çarşamba günkü görüşmemizi 3 Aralık Perşembe saat 10:30'a erteliyoruz.",
        "Tengo que cambiar nuestra entrevista del miércoles al jueves 3 de diciembre a las 10:30.",
        "Devo spostare il nostro colloquio di mercoledì a giovedì 3 dicembre alle 10:30.",
        "Tenho de adiar a nossa entrevista de quarta-feira para quinta-feira, 3 de dezembro, às 10h30.",
        "Tenho de mudar a nossa entrevista de quarta-feira para quinta-feira, 3 de dezembro, às 10h30.",
    ],
)  # fmt: skip
def test_the_new_day_has_the_new_hour(text: str) -> None:
    assert appointments(text, told_on=MONDAY) == {
        datetime.combine(date(2026, 12, 3), time(10, 30))
    }


def test_a_day_of_its_own_date_is_moved_to_as_well() -> None:
    text = (
        "Jag måste flytta vår intervju på onsdag till fredag den 4 december kl. 10.30."
    )
    assert appointments(text, told_on=MONDAY) == {
        datetime.combine(date(2026, 12, 4), time(10, 30))
    }


@pytest.mark.parametrize(
    "text",
    [
        "Vi flyttar till nya lokaler torsdag 3 december. Intervjun är onsdag 2 december kl. 9.00.",
        "Intervjuerna hålls onsdag 2 december kl. 9.00 till 16.00.",
    ],
)
def test_who_moves_house_moves_no_talk(text: str) -> None:
    assert appointments(text, told_on=MONDAY) == {
        datetime.combine(date(2026, 12, 2), time(9))
    }


def test_what_may_be_changed_until_a_day_is_not_then() -> None:
    text = "Du kan ändra din ansökan fram till torsdag 3 december kl. 12.00."
    assert not appointments(text, told_on=MONDAY)
    text = "Boka en tid på länken senast torsdag 3 december kl. 12.00."
    assert last_day(text, told_on=MONDAY) == date(2026, 12, 3)
