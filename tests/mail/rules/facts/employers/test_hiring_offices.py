from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.facts.employers.hiring_offices import is_hiring_office
from onward.mail.rules.facts.employers.names import without_team_words
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address
from tests.mail.rules.letters import make_message

OFFICES = [
    *("Your Hiring Team", "HR Department", "The Talent Acquisition Team"),
    *("Dein Bewerbungs-Team", "Ihr Bewerbungsteam", "Bewerbungsbüro", "Bewerbungs"),
    *("Recruiting-Abteilung", "Personalabteilung", "Unser Karriere-Team"),
    *("L'équipe recrutement", "Service des ressources humaines"),
    *("Tu equipo de selección", "Tu equipo de", "Departamento de Recursos Humanos"),
    *("Il team selezione", "Ufficio Risorse Umane", "Equipa de recrutamento"),
    *("Het wervingsteam", "Afdeling Personeelszaken", "Zespół rekrutacji"),
    *("Dział kadr", "Rekryteringsteamet", "Ditt rekryteringsteam", "İşe Alım Ekibi"),
    "İnsan Kaynakları Departmanı",
]


@pytest.mark.parametrize("name", OFFICES)
def test_words_of_hiring_alone_name_no_house(name: str) -> None:
    assert is_hiring_office(name)
    message = replace(
        make_message(
            "Eingang Ihrer Bewerbung",
            f"Vielen Dank für Ihre Bewerbung als Lagerist. Wir melden uns.\n\n{name}\n",
        ),
        sender=Address(name, "bewerbung@versand.example"),
    )
    assert read_message(message).company in {"", "Versand"}


@pytest.mark.parametrize(
    "name",
    [
        *("Nordlicht Bewerbungs-Team", "Team Vier", "Jobcenter", "Oficina de Empleo"),
        *("Talent Garden", "Büro Sommer", "Career Harbour", "The Office", "Het Bureau"),
        *("Service-Team Krause", "Équipe Lumière", "Personal Ahlberg", "Zespół Szkół"),
        *("Bewerbung", "People First", ""),
    ],
)
def test_a_word_of_its_own_names_one(name: str) -> None:
    assert not is_hiring_office(name)


def test_the_house_before_its_office_is_named() -> None:
    assert without_team_words("Nordlicht Bewerbungs-Team") == "Nordlicht"
    assert without_team_words("Rebhof Bewerbungsbüro") == "Rebhof"
