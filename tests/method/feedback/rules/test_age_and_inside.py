"""A no that names an age, a choice from inside, or a language: kept as said, and not asked again."""

from __future__ import annotations

import pytest

from onward.method.feedback.rules.reasons import (
    leaves_nothing_to_work_on,
    names_a_requirement,
    reasons_in,
)

AGE = [
    ("en", "We were hoping for somebody a bit younger to bring on. Regards"),
    ("de", "Wir wollten jemand Jüngeren zum Anlernen haben. Grüße"),
    ("fr", "Nous voulions une personne plus jeune, à former. Cordialement"),
    ("es", "Preferíamos a alguien más joven para enseñarle. Saludos"),
    ("it", "Volevamo una figura più giovane da far crescere. Saluti"),
    ("pt", "Queríamos alguém mais novo para formar. Cumprimentos"),
    ("nl", "We wilden liever iemand die jonger is. Groet"),
    ("pl", "Chcieliśmy raczej kogoś młodszego do przyuczenia. Pozdrawiam"),
    ("sv", "Vi ville ha någon yngre att lära upp. Hälsningar"),
    ("tr", "Yetiştirmek üzere daha genç bir aday istedik. Saygılar"),
]
INSIDE = [
    ("en", "The vacancy has been taken from inside in the end."),
    ("de", "Die Stelle wurde am Ende intern vergeben."),
    ("fr", "Le poste a finalement été pourvu en interne."),
    ("es", "El puesto se cubrió internamente al final."),
    ("it", "Alla fine il posto è stato coperto internamente."),
    ("pt", "A vaga foi afinal preenchida internamente."),
    ("nl", "De functie is uiteindelijk intern ingevuld."),
    ("pl", "Stanowisko obsadził ostatecznie kandydat wewnętrzny."),
    ("sv", "Tjänsten tillsattes till slut internt."),
    ("tr", "Pozisyonu sonunda şirket içinden biri aldı."),
]
LANGUAGE = [
    ("en", "The client chose someone who speaks German too."),
    ("de", "Der Kunde nimmt jemanden, der auch Polnisch spricht."),
    ("fr", "Le client a retenu quelqu'un qui parle aussi allemand."),
    ("es", "El cliente ha elegido a una persona que también habla alemán."),
    ("it", "Il cliente ha preso una persona che parla anche olandese."),
    ("pt", "O cliente preferiu alguém que também fala alemão."),
    ("nl", "De klant koos voor iemand die ook Frans spreekt."),
    ("pl", "Klient wybrał kogoś, kto mówi też po niemiecku."),
    ("sv", "Kunden valde någon som också talar franska."),
    ("tr", "Müşteri Almanca da konuşan birini tercih etti."),
]


@pytest.mark.parametrize(("code", "text"), AGE)
def test_an_age_that_was_looked_for_is_kept_and_leaves_nothing_to_work_on(
    code: str, text: str
) -> None:
    assert reasons_in(text, language=code)
    assert leaves_nothing_to_work_on(text)


@pytest.mark.parametrize(("code", "text"), INSIDE)
def test_who_came_from_inside_leaves_nothing_to_work_on(code: str, text: str) -> None:
    assert leaves_nothing_to_work_on(text)


@pytest.mark.parametrize(("code", "text"), LANGUAGE)
def test_a_language_that_another_speaks_is_a_requirement(code: str, text: str) -> None:
    assert reasons_in(text, language=code)
    assert names_a_requirement(text)


@pytest.mark.parametrize(
    "text",
    [
        "You were too quiet in the second talk.",
        "Ci è mancata un po' di esperienza con i clienti.",
        "Es fehlte uns Erfahrung mit SAP.",
    ],
)
def test_what_can_be_worked_on_is_asked_about(text: str) -> None:
    assert not leaves_nothing_to_work_on(text)
    assert not names_a_requirement(text)
