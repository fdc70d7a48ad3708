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


NOT_INSIDE = [
    ("en", "We have discussed your application internally and wish you all the best."),
    ("en", "Thank you very much on behalf of our own team."),
    ("en", "Do keep an eye on our internal vacancies page."),
    ("en", "Feedback from within the panel was good, but you lacked detail."),
    ("de", "Wir haben intern beraten und keine passende Lösung gefunden."),
    ("de", "Wir haben Ihre Bewerbung intern an die Kollegen gegeben."),
    ("fr", "Nous avons étudié votre candidature en interne."),
    ("es", "Hemos valorado internamente su candidatura."),
    ("it", "Abbiamo valutato internamente la sua candidatura."),
    ("pt", "Avaliámos internamente a sua candidatura."),
    ("nl", "We hebben je sollicitatie intern besproken."),
    ("pl", "Zgodnie z wewnętrznymi procedurami nie podajemy powodów."),
    ("sv", "Vi har diskuterat din ansökan internt."),
    ("tr", "Başvurunuzu şirket içinde değerlendirdik."),
]


@pytest.mark.parametrize(("code", "text"), NOT_INSIDE)
def test_what_was_talked_of_in_the_house_is_no_choice_from_inside(
    code: str, text: str
) -> None:
    assert not leaves_nothing_to_work_on(text)


def test_a_rule_of_the_house_is_no_reason() -> None:
    text = "Zgodnie z wewnętrznymi procedurami nie podajemy powodów."
    assert not reasons_in(text, language="pl")


@pytest.mark.parametrize(
    "text",
    [
        "Vi kan svara på svenska om du vill.",
        "Du kan få engelska frågor i stället.",
    ],
)
def test_an_answer_in_swedish_names_no_requirement(text: str) -> None:
    assert not names_a_requirement(text)
    assert not reasons_in(text, language="sv")


@pytest.mark.parametrize(
    "text",
    [
        "The role was filled internally.",
        "We went with an internal candidate.",
        "One of our own took the job.",
        "Wir haben die Stelle aus den eigenen Reihen besetzt.",
        "Nous avons retenu une candidate interne.",
        "Il posto è andato a una collega interna.",
        "La plaza la ocupa una compañera interna.",
        "De plek ging naar een interne kandidaat.",
        "Wybraliśmy osobę z wewnątrz firmy.",
        "Tjänsten gick till en intern kandidat.",
    ],
)
def test_other_words_for_a_choice_from_inside(text: str) -> None:
    assert leaves_nothing_to_work_on(text)
