"""What a no tells beside itself: that there was a talk, and that a formal requirement decided."""

from __future__ import annotations

import pytest

from onward.core.languages import Language
from onward.method.feedback.rules.drafts import Facts, Voice, write_draft
from onward.method.feedback.rules.kinds import Focus, Formality, Reached
from onward.method.feedback.rules.reasons import (
    is_about_hours,
    names_a_requirement,
    tells_of_a_talk,
)


@pytest.mark.parametrize(
    "text",
    [
        "First of all thanks for the chat the other day.",
        "Zuerst danke für das nette Gespräch am Freitag.",
        "Merci encore pour notre échange de mardi.",
        "Ante todo, gracias por la llamada del jueves.",
        "Grazie per la piacevole chiacchierata.",
        "Obrigada pela conversa de ontem.",
        "Bedankt voor het prettige gesprek.",
        "Dziękujemy za miłą rozmowę.",
        "Geçen günkü görüşme için teşekkür ederiz.",
        "Tack för samtalet i onsdags.",
    ],
)
def test_thanks_for_a_talk_tell_of_one(text: str) -> None:
    assert tells_of_a_talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your interest and the time you put into your application.",
        "Vielen Dank für Ihre Bewerbung und Ihr Interesse.",
        "Merci pour votre candidature et votre intérêt.",
        "Gracias por tu interés y por enviarnos tu currículum.",
        "Grazie per la candidatura e l'interesse.",
        "Obrigado pelo seu interesse e pela candidatura.",
        "Bedankt voor je sollicitatie en je interesse.",
        "Dziękujemy za przesłanie aplikacji.",
        "Başvurunuz ve ilginiz için teşekkür ederiz.",
        "Tack för din ansökan och ditt intresse.",
    ],
)
def test_thanks_for_an_application_tell_of_none(text: str) -> None:
    assert not tells_of_a_talk(text)
    assert not names_a_requirement(text)


@pytest.mark.parametrize(
    "text",
    [
        "You do not hold the forklift licence that the job needs.",
        "We want somebody with medication training.",
        "Uns fehlt bei Ihnen leider der Staplerschein.",
        "Il vous manque le permis exigé pour la tournée.",
        "No cumples el requisito de nivel B2 de inglés.",
        "Non possiede l'abilitazione prevista dal bando.",
        "Não cumpre o requisito da carta de condução.",
        "Voor deze functie is een rijbewijs nodig.",
        "Nie spełnia Pani wymogu formalnego.",
        "İlanda istenen ehliyete sahip değilsiniz.",
        "Tyvärr saknar du det körkort som tjänsten kräver.",
    ],
)
def test_a_formal_requirement_is_one(text: str) -> None:
    assert names_a_requirement(text)


@pytest.mark.parametrize(
    "text",
    [
        "We missed examples of how you plan a week.",
        "We need somebody with more training experience.",
        "Uns fehlten Beispiele aus der Praxis.",
        "Il nous manquait des exemples concrets.",
        "Buscamos más soltura con las salsas y la carne.",
        "Ci sono mancati esempi concreti.",
        "Faltaram exemplos concretos.",
        "We misten voorbeelden van je laatste reis.",
        "Zabrakło konkretnych przykładów.",
        "Somut örnekler eksikti.",
        "Vi saknade konkreta exempel.",
    ],
)
def test_a_lack_that_can_be_worked_on_is_none(text: str) -> None:
    assert not names_a_requirement(text)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("formality", list(Formality))
def test_after_a_formal_reason_nobody_is_asked_where_to_begin(
    language: Language, formality: Formality
) -> None:
    def body(*, is_formal_reason: bool) -> str:
        voice = Voice(
            reached=Reached.APPLICATION,
            language=language,
            formality=formality,
            focus=Focus.NEXT,
            was_told=True,
            is_formal_reason=is_formal_reason,
        )
        return write_draft(voice, facts=Facts()).body

    formal, other = body(is_formal_reason=True), body(is_formal_reason=False)
    assert formal.count("?") == other.count("?") == 1
    assert formal != other
    assert formal.split("\n\n")[:2] == other.split("\n\n")[:2]


@pytest.mark.parametrize(
    "text",
    [
        "Fachlich war alles tadellos, wir suchen aber jemanden, der auch am Nachmittag da "
        "ist.",
        "You did well, but we need somebody who is there on weekday afternoons.",
        "Nous cherchons quelqu'un qui soit là l'après-midi.",
        "Buscamos a alguien que pueda venir por la tarde.",
        "Cerchiamo una persona presente anche di pomeriggio.",
        "Wij zoeken iemand die er ook 's middags is.",
        "Szukamy osoby, która pracuje także po południu.",
        "Procuramos alguém que esteja cá também à tarde.",
        "Vi söker någon som kan arbeta heltid.",
        "Öğleden sonra da burada olacak birini arıyoruz.",
    ],
)
def test_working_hours_are_nothing_to_work_on(text: str) -> None:
    assert is_about_hours(text)


@pytest.mark.parametrize(
    "text",
    [
        "Am Nachmittag des Probetags wurden Sie merklich langsamer.",
        "Wir suchen jemanden mit Erfahrung in der Buchhaltung, auch am Nachmittag.",
        "Your answers in the afternoon were vague, and we need clear ones.",
        "We need somebody who has worked with rotas before.",
    ],
)
def test_what_was_seen_at_some_hour_is_not_about_hours(text: str) -> None:
    assert not is_about_hours(text)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("formality", list(Formality))
def test_after_working_hours_a_job_with_others_is_asked_about(
    language: Language, formality: Formality
) -> None:
    def body(*, hours: bool, formal: bool = False) -> str:
        voice = Voice(
            reached=Reached.APPLICATION,
            language=language,
            formality=formality,
            focus=Focus.NEXT,
            was_told=True,
            is_about_hours=hours,
            is_formal_reason=formal,
        )
        return write_draft(voice, facts=Facts()).body

    about, other = body(hours=True), body(hours=False)
    assert about.count("?") == 1
    assert about != other
    assert about.split("\n\n")[:2] == other.split("\n\n")[:2]
    formal = body(hours=True, formal=True)
    assert formal == body(hours=False, formal=True) != about
