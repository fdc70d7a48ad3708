"""What somebody applies for without a title is a field of work, in any of ten languages."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.titles.fields import field_applied_for
from onward.mail.rules.talks.own_title import role_applied_for
from tests.mail.rules.facts.employers.reading import employer


@pytest.mark.parametrize(
    ("subject", "field"),
    [
        ("Bewerbung Lager und Auslieferung", "Lager und Auslieferung"),
        ("Bewerbung Lager / Kommissionierung", "Lager / Kommissionierung"),
        ("Bewerbung für Küche und Service", "Küche und Service"),
        ("Initiativbewerbung: Verkauf, Kasse", "Verkauf, Kasse"),
        ("Application - warehouse and deliveries", "warehouse and deliveries"),
        ("Candidature : cuisine et plonge", "cuisine et plonge"),
        ("Candidatura: cocina y sala", "cocina y sala"),
        ("Candidatura magazzino e consegne", "magazzino e consegne"),
        ("Sollicitatie magazijn en bezorging", "magazijn en bezorging"),
        ("Candidatura para cozinha e limpeza", "cozinha e limpeza"),
        ("Aplikacja: magazyn i dostawy", "magazyn i dostawy"),
        ("Başvuru: depo ve sevkiyat", "depo ve sevkiyat"),
        ("Ansökan lager och leverans", "lager och leverans"),
    ],
)
def test_a_field_is_what_is_applied_for(subject: str, field: str) -> None:
    assert field_applied_for(subject) == field
    assert role_applied_for(subject, "") == field


@pytest.mark.parametrize(
    "subject",
    [
        "Bewerbung",
        "Bewerbung Torsten Kuhnert",
        "Bewerbung Reifen Ullmann",
        "Bewerbung Reinigung Müller",
        "Bewerbung Leipzig",
        "Bewerbung Lager Leipzig",
        "Bewerbung Teilzeit",
        "Bewerbung Anlagen",
        "Bewerbung Unterlagen",
        "Bewerbung Bäckerei",
        "Application for leave",
        "Application care plan",
        "Application form",
        "Neues aus Lager und Versand",
    ],
)
def test_no_field_is_read_from_other_subjects(subject: str) -> None:
    assert not field_applied_for(subject)


def test_an_answer_is_about_the_field_that_was_applied_for() -> None:
    found = employer(
        "Re: Bewerbung Lager und Auslieferung",
        "Tag Herr Kuhnert, inzwischen macht das mein Schwager mit. Nichts für ungut.\nJens Abendroth",
        shown="Tischlerei Abendroth",
        at="tischlerei-abendroth@holzpost.example",
        reads="role",
    )
    assert found == "Lager und Auslieferung"


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Application form - School Cook, Severn Ridge Primary", "School Cook"),
        ("Application form for School Cook", "School Cook"),
        ("Application form: School Cook", "School Cook"),
        ("RE: Application form - School Cook", "School Cook"),
        ("Application pack - School Cook", "School Cook"),
        ("Application for School Cook", "School Cook"),
        ("Bewerbungsbogen - Koch", "Koch"),
        ("Bewerbungsunterlagen als Köchin", "Köchin"),
        ("Formulaire de candidature - Cuisinier", "Cuisinier"),
        ("Sollicitatieformulier - kok", "kok"),
        ("Formularz aplikacyjny - kucharz", "kucharz"),
        ("Ansökningsblankett - Kock", "Kock"),
        ("Application format question", ""),
        ("Application formal", ""),
        ("Application forms", ""),
        ("Bewerbungsunterlagen Torsten Kuhnert", ""),
        ("Application forward plan", ""),
    ],
)
def test_no_word_is_cut_in_two(subject: str, role: str) -> None:
    assert role_applied_for(subject, "") == role
