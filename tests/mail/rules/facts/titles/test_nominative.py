from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.titles.nominative import nominative


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("magazyniera", "magazynier"),
        ("Kierownika produkcji", "Kierownik produkcji"),
        ("specjalisty ds. obsługi klienta", "specjalista ds. obsługi klienta"),
        ("młodszego referenta", "młodszy referent"),
        ("inspektora budowlanego", "inspektor budowlany"),
        ("bibliotekarza", "bibliotekarz"),
        ("księgowej", "księgowa"),
        ("recepcjonistki", "recepcjonistka"),
        ("grafika komputerowego", "grafik komputerowy"),
        ("kierowcy kat. C", "kierowca kat. C"),
        ("Programista Java", "Programista Java"),
        ("asystentka zarządu", "asystentka zarządu"),
        ("Team Leaderkę", "Team Leaderka"),
        ("kasjerkę", "kasjerka"),
        ("Doradcę Klienta", "Doradca Klienta"),
        ("kelnerkę nocną", "kelnerka nocna"),
        ("ucznia na piekarkę", "ucznia na piekarkę"),
        ("gospodynię", "gospodyni"),
        ("kucharza-kelnera", "kucharz-kelner"),
        ("położnej", "położna"),
        ("lekarki rodzinnej", "lekarka rodzinna"),
        ("sekretarza sędziego", "sekretarz sędziego"),
        ("lektora niemieckiego", "lektor niemieckiego"),
        ("pielęgniarki małego oddziału", "pielęgniarka małego oddziału"),
        ("", ""),
    ],
)
def test_a_polish_title_is_named_as_openings_are(title: str, named: str) -> None:
    assert nominative(title, language="pl") == named


@pytest.mark.parametrize("language", ["en", "sv", "xx"])
def test_a_language_without_cases_keeps_its_titles(language: str) -> None:
    assert nominative("magazyniera", language=language) == "magazyniera"


@given(st.text(max_size=40))
def test_a_title_keeps_its_words(title: str) -> None:
    named = nominative(title, language="pl")
    assert len(named.split(" ")) == len(title.split(" "))
    assert all(
        one[:2] == other[:2]
        for one, other in zip(named.split(" "), title.split(" "), strict=True)
    )
