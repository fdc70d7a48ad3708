"""A branch is never the employer's name, in whatever language it is called one."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.branch_offices import (
    is_branch_office,
    without_branch_office,
)
from tests.mail.rules.facts.employers.reading import employer


@pytest.mark.parametrize(
    "name",
    [
        "Niederlassung Leipzig",
        "Zweigniederlassung Chemnitz",
        "NL Leipzig",
        "Geschäftsstelle Halle",
        "Filiale Süd",
        "Zweigstelle Halle (Saale)",
        "Büro Leipzig",
        "Leeds Branch",
        "Leeds Office",
        "Agence de Lyon",
        "succursale de Lyon",
        "Sucursal Sevilla",
        "Delegación de Madrid",
        "Filiale di Milano",
        "Agenzia Milano",
        "vestiging Utrecht",
        "Filial do Porto",
        "Oddział Kraków",
        "oddział w Krakowie",
        "Kontor Malmö",
        "Ankara Şubesi",
    ],
)
def test_a_branch_alone_is_one(name: str) -> None:
    assert is_branch_office(name)
    assert without_branch_office(f"Nordkran, {name}") == "Nordkran"


@pytest.mark.parametrize(
    "name",
    [
        "The Olive Branch",
        "Agence Durand",
        "Agence Régionale de Santé",
        "Delegación del Gobierno",
        "Agenzia delle Entrate",
        "Kontor Nord",
        "Kaffee Kontor Leipzig",
        "Büro Müller",
        "Biuro Podróży Orbis",
        "Kantoor Van Dam",
        "NL Healthcare",
        "Home Office",
        "Post Office York",
        "The Olive Branch York",
        "Oddział Chirurgii",
        "Geschäftsstelle Bauernbund",
        "Leeds City Council",
    ],
)
def test_a_house_that_is_called_so_is_none(name: str) -> None:
    assert not is_branch_office(name)
    assert without_branch_office(name) == name


@pytest.mark.parametrize(
    ("signed", "company"),
    [
        ("Jobwerk Personal GmbH, Niederlassung Leipzig", "Jobwerk Personal GmbH"),
        ("Jobwerk Personal GmbH, NL Leipzig", "Jobwerk Personal GmbH"),
        ("Jobwerk Personal GmbH | Geschäftsstelle Halle", "Jobwerk Personal GmbH"),
        ("Jobwerk Personal GmbH - Filiale Chemnitz", "Jobwerk Personal GmbH"),
        ("Jobwerk Personal GmbH, Leipzig Branch", "Jobwerk Personal GmbH"),
        ("Jobwerk Personal Niederlassung Leipzig", "Jobwerk Personal"),
        ("Jobwerk Personal GmbH\nNiederlassung Leipzig", "Jobwerk Personal GmbH"),
    ],
)
def test_an_agency_signs_with_its_branch(signed: str, company: str) -> None:
    text = (
        "Guten Tag Herr Kuhnert,\n\nvielen Dank für Ihre Bewerbung als Lagerist. Kommen Sie bitte am Dienstag,"
        f" 13.10.2026 um 9 Uhr zum Vorstellungsgespräch.\n\nBeste Grüße\nMandy Kolbe\n{signed}"
    )
    found = employer(
        "Vorstellungsgespräch",
        text,
        shown="Mandy Kolbe",
        at="m.kolbe@jobwerk-personal.example",
    )
    assert found == company


@pytest.mark.parametrize(
    ("subject", "text", "company"),
    [
        (
            "Entrevista",
            "Hola Ruth:\n\nGracias por tu candidatura al puesto de contable. Te invitamos a una entrevista el"
            " martes 13 de octubre de 2026 a las 9:00.\n\nUn saludo\nMaría Kolbe\n"
            "Muelle Verde Trabajo Temporal S.L., Sucursal Sevilla",
            "Muelle Verde Trabajo Temporal S.L.",
        ),
        (
            "Gesprek",
            "Beste Ruth,\n\nBedankt voor je sollicitatie als boekhouder. We nodigen je uit voor een gesprek op"
            " dinsdag 13 oktober 2026 om 9 uur.\n\nMet vriendelijke groet\nMarie Kolbe\n"
            "Groene Kade Uitzendbureau, Filiaal Utrecht",
            "Groene Kade Uitzendbureau",
        ),
        (
            "Rozmowa",
            "Dzień dobry,\n\ndziękujemy za aplikację na stanowisko księgowy. Zapraszamy na rozmowę we wtorek"
            " 13 października 2026 o 9:00.\n\nPozdrawiam\nMaria Kolbe\n"
            "Zielony Most Praca Sp. z o.o., Oddział Kraków",
            "Zielony Most Praca Sp. z o.o.",
        ),
        (
            "Entrevista",
            "Olá Ruth,\n\nObrigado pela candidatura à vaga de contabilista. Convidamo-la para uma entrevista na"
            " terça-feira 13 de outubro de 2026 às 9h.\n\nCumprimentos\nMaria Kolbe\n"
            "Cais Verde Lda, Delegação de Braga",
            "Cais Verde Lda",
        ),
    ],
)
def test_other_languages_sign_with_a_branch(
    subject: str, text: str, company: str
) -> None:
    found = employer(
        subject, text, shown="Marie Kolbe", at="m.kolbe@verdekolbe.example"
    )
    assert found == company
