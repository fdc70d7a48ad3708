"""What a no told already is not asked: that it was not about the person, or what was wanting."""

from __future__ import annotations

import pytest

from onward.core.languages import Language
from onward.method.feedback.rules.drafts import Facts, Voice, write_draft
from onward.method.feedback.rules.kinds import Focus, Formality, Reached
from onward.method.feedback.rules.language import language_file
from onward.method.feedback.rules.reasons import (
    is_about_the_person,
    leaves_nothing_to_work_on,
    names_a_requirement,
    only_the_money_went,
    reasons_in,
    was_not_about_the_person,
)

SIGNED = "\n\nDana Whitcombe"


@pytest.mark.parametrize(
    "text",
    [
        "It had nothing to do with you: the funding was cut.",
        "We cannot take you on: our grant has not been renewed.",
        "This was not about you. The council froze our budget last week.",
        "Nothing you did: they lost the funding for the post.",
        "Es lag nicht an Ihnen, die Förderung wurde gestrichen.",
        "Das hat nichts mit dir zu tun, unsere Mittel wurden gekürzt.",
        "Cela n'a rien à voir avec vous, la subvention a été supprimée.",
        "No ha tenido nada que ver contigo, han recortado la subvención.",
        "Non dipende da Lei: sono stati tagliati i fondi.",
        "Het lag niet aan jou: de subsidie is stopgezet.",
        "Não tem nada a ver consigo, o financiamento foi cortado.",
        "Nie ma to związku z Panią: obcięto nam dofinansowanie.",
        "Sizinle ilgisi yok, bütçemiz kesildi.",
        "Det berodde inte på dig, bidraget drogs in.",
    ],
)
def test_a_no_that_had_nothing_to_do_with_the_person_says_so(text: str) -> None:
    assert was_not_about_the_person(text + SIGNED)
    assert not is_about_the_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Es lag nicht an Ihnen, sondern an der fehlenden Erfahrung mit SAP.",
        "Es lag nicht an dir als Person, aber die Arbeitsprobe hat uns nicht überzeugt.",
        "Es lag nicht an dir allein.",
        "Ich will nicht behaupten, dass es nichts mit Ihnen zu tun hatte.",
        "I won't pretend that it had nothing to do with you.",
        "I would be lying if I said it had nothing to do with you.",
        "It's not that it had nothing to do with you.",
        "It was not about you, but about how the case was solved.",
        "Our budget was cut, so we could only take one person, and we went with another candidate.",
        "Our budget was cut. In the end we chose somebody else for the one post.",
        "In your task the marketing budget was cut to zero, which did not convince us.",
        "Your budget was cut too late in the exercise.",
        "Unser Budget wurde gekürzt, und wir haben uns für eine andere Bewerberin entschieden.",
        "In der Fallstudie wurde das Budget gestrichen, das hat uns nicht überzeugt.",
        "Cela n'a rien à voir avec vous, mais avec les horaires.",
        "No ha sido por ti, sino por el nivel de inglés.",
        "Non dipende da Lei, ma dal livello di inglese.",
        "Het lag niet aan jou, maar aan je Engels.",
        "Não foi por sua causa, mas pelo nível de inglês.",
        "Nie chodziło o Panią, ale o poziom angielskiego.",
        "Det berodde inte på dig, utan på språket.",
        "Sizinle ilgisi yok, ama deneyim eksikti.",
    ],
)
def test_what_goes_on_with_but_or_somebody_preferred_clears_nobody(text: str) -> None:
    assert not was_not_about_the_person(text + SIGNED)


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry, but it had nothing to do with you.",
        "It had nothing to do with you, but our funding was cut.",
        "Es lag nicht an Ihnen, sondern daran, dass die Förderung gestrichen wurde.",
        "Wir können Sie leider nicht nehmen, es lag nicht an Ihnen.",
        "I can't tell you how sorry I am: it had nothing to do with you.",
        "Our funding was cut, but we would love to hear from you again.",
    ],
)
def test_a_but_before_it_or_of_the_money_changes_nothing(text: str) -> None:
    assert was_not_about_the_person(text + SIGNED)


def test_money_alone_says_no_more_than_that_the_money_went() -> None:
    assert only_the_money_went("We cannot take you on: our grant has not been renewed.")
    assert only_the_money_went("Leider wurde die Förderung gestrichen.")
    assert not only_the_money_went(
        "It had nothing to do with you: the funding was cut."
    )
    assert not only_the_money_went("Unfortunately we chose somebody else.")


@pytest.mark.parametrize(
    "text",
    [
        "Please do not take this as a reflection on your abilities.",
        "Your answers had nothing to do with the questions we asked.",
        "It had nothing to do with you being late; the others had more experience in care.",
        "We help charities whose funding was cut. The other candidate had more experience "
        "in raising money.",
        "It was nothing you did, but we wanted somebody with experience in night shifts.",
        "Bitte sehen Sie das nicht als Wertung Ihrer Person.",
        "Das Projekt, das Sie nannten, hat nichts mit unserer Arbeit zu tun.",
        "N'y voyez pas un jugement sur vos qualités.",
        "No lo tome como una valoración de su persona.",
        "Zie dit niet als een oordeel over je kwaliteiten.",
        "Se det inte som en bedömning av dig.",
        "Unfortunately we decided to go on with somebody else.",
    ],
)
def test_a_pleasantry_or_another_reason_does_not(text: str) -> None:
    assert not was_not_about_the_person(text + SIGNED)


@pytest.mark.parametrize(
    "text",
    [
        "You have no driving licence, and the job is on the road.",
        "As you have no car of your own, we could not take you on.",
        "We need somebody with their own car.",
        "Sie haben leider keinen Führerschein, den brauchen wir für die Touren.",
        "Sie haben kein eigenes Auto, und die Touren beginnen um fünf.",
        "Vous n'avez pas le permis B.",
        "No tienes carné de conducir.",
        "Non ha la patente, e il lavoro è su strada.",
        "Je hebt geen rijbewijs.",
        "Não tem carta de condução.",
        "Nie ma Pani prawa jazdy.",
        "Ehliyetiniz yok, bu iş için şart.",
        "Du har inget körkort.",
    ],
)
def test_what_a_job_formally_needs_is_kept_and_known_as_that(text: str) -> None:
    assert reasons_in(text + SIGNED)
    assert names_a_requirement(text)


@pytest.mark.parametrize(
    "text",
    [
        "If you have no further questions, there is nothing to do.",
        "You have no need to answer this mail.",
        "Sie haben keine Fragen? Dann müssen Sie nichts tun.",
        "Je hebt geen verplichtingen aan ons.",
        "Du har inget att göra i portalen just nu.",
    ],
)
def test_what_somebody_need_not_do_is_no_lack(text: str) -> None:
    assert not reasons_in(text + SIGNED)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("You live too far away.", True),
        ("We needed somebody who could start straight away.", True),
        ("Sie wohnen leider zu weit weg.", True),
        ("Vous habitez trop loin.", True),
        ("Your answers went too far from the question.", False),
        ("We needed somebody with experience who could start straight away.", False),
    ],
)
def test_where_somebody_lives_is_nothing_to_work_on(
    text: str, *, nothing: bool
) -> None:
    assert leaves_nothing_to_work_on(text) == nothing


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("formality", Formality)
def test_then_the_next_such_job_is_asked_about_and_no_skill(
    language: Language, formality: Formality
) -> None:
    voice = Voice(
        reached=Reached.INTERVIEW,
        language=language,
        formality=formality,
        focus=Focus.NEXT,
        is_for_later=True,
    )
    body = write_draft(voice, facts=Facts(name="Dana Whitcombe", me="Robin")).body
    words = language_file(language)[formality.value]
    assert words["question"]["later"] in body
    for key in ("skill", "preparation_interview", "next", "requirement"):
        assert words["question"][key] not in body
    assert words["told"] not in body
