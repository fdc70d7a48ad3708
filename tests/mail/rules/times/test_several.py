"""Several talks that one mail sets, and hours of which one is chosen."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.times.several import MOST_TALKS, hours_of_tests, talks_set
from onward.mail.rules.times.when import appointments

TOLD_ON = date(2026, 3, 2)
FIRST = datetime(2026, 3, 10, 10)  # noqa: DTZ001 -- as a clock shows it
SECOND = datetime(2026, 3, 12, 14)  # noqa: DTZ001

SET = [
    "We have set both steps already:\n"
    "Round 1 - Tue 10 March, 10:00, video, Greta Stolz\n"
    "Round 2 - Thu 12 March, 14:00, in person with the team",
    "First you meet our head of product on Tuesday 10 March at 10:00. Then the panel on "
    "Thursday 12 March at 14:00.",
    "I would rather set them both up at once: Tuesday 10 March at 10:00 with me and Thursday "
    "12 March at 14:00 with my leads.",
    "Two interviews for you: the team on Tuesday 10 March, 10:00, and the director on "
    "Thursday 12 March, 14:00. Please confirm both.",
    "Das Verfahren umfasst zwei Teile:\n1. Fachgespräch am Dienstag, 10.03.2026, 10:00 Uhr\n"
    "2. Auswahlgespräch am Donnerstag, 12.03.2026, 14:00 Uhr",
    "Bitte bestätigen Sie beide Termine: Di, 10.03., 10:00 Uhr per Video und Do, 12.03., "
    "14:00 Uhr im Haus.",
    "Nous vous attendons pour deux entretiens : le mardi 10 mars à 10h00 avec l'équipe et le "
    "jeudi 12 mars à 14h00 avec la direction.",
    "Tendrás dos entrevistas: el martes 10 de marzo a las 10:00 con el equipo y el jueves 12 "
    "de marzo a las 14:00 con la directora.",
    "Sono previsti due colloqui: martedì 10 marzo alle 10:00 con il team e giovedì 12 marzo "
    "alle 14:00 con la direzione.",
    "São duas entrevistas: terça-feira, 10 de março, às 10:00, com a equipe e quinta-feira, 12 "
    "de março, às 14:00, com a diretora.",
    "Het zijn twee gesprekken: dinsdag 10 maart om 10:00 uur met het team en donderdag 12 maart "
    "om 14:00 uur met de directie.",
    "Przewidzieliśmy dwie rozmowy: we wtorek 10 marca o godz. 10:00 z zespołem i w czwartek 12 "
    "marca o godz. 14:00 z dyrekcją.",
    "Det blir två intervjuer: tisdagen den 10 mars kl. 10.00 med teamet och torsdagen den 12 "
    "mars kl. 14.00 med chefen.",
    "İki görüşme planladık: 10 Mart Salı saat 10:00'da ekiple, 12 Mart Perşembe saat 14:00'te "
    "müdürle.",
]

NOT_SET = [
    "We have two times going: Tuesday 10 March at 10:00 or Thursday 12 March at 14:00.",
    "Two interviews are free: Tuesday 10 March, 10:00, and Thursday 12 March, 14:00. Which suits you?",
    "I can offer Tuesday 10 March at 10:00 and Thursday 12 March at 14:00; both are by video.",
    "The interview on Tuesday 10 March at 10:00 is moved; it is on Thursday 12 March at 14:00 instead.",
    "Please come on Tuesday 10 March at 10:00.",
    "Please come on Tuesday 10 March: first the team at 10:00, then the director at 14:00.",
    "Für das Gespräch haben wir zwei Termine zur Auswahl: Di, 10.03., 10:00 Uhr und Do, 12.03., 14:00 Uhr.",
    "Wir schlagen Ihnen zwei Termine vor: Di, 10.03., 10:00 Uhr und Do, 12.03., 14:00 Uhr.",
    "Nous avons deux créneaux : mardi 10 mars à 10h00 ou jeudi 12 mars à 14h00.",
    "Hay dos huecos: el martes 10 de marzo a las 10:00 o el jueves 12 de marzo a las 14:00.",
    "Abbiamo due slot: martedì 10 marzo alle 10:00 o giovedì 12 marzo alle 14:00.",
    "We hebben twee momenten: dinsdag 10 maart om 10:00 uur of donderdag 12 maart om 14:00 uur.",
    "Mamy dwa terminy: wtorek 10 marca godz. 10:00 albo czwartek 12 marca godz. 14:00.",
    "Vi har två tider: tisdag 10 mars kl. 10.00 eller torsdag 12 mars kl. 14.00.",
    "İki saatimiz var: 10 Mart Salı 10:00 ya da 12 Mart Perşembe 14:00.",
]


@pytest.mark.parametrize("text", SET)
def test_a_mail_may_set_several_talks(text: str) -> None:
    assert talks_set(text, told_on=TOLD_ON) == (FIRST, SECOND)


@pytest.mark.parametrize("text", NOT_SET)
def test_hours_to_choose_from_or_of_one_day_are_no_several_talks(text: str) -> None:
    assert talks_set(text, told_on=TOLD_ON) == ()


@pytest.mark.parametrize(
    "text",
    [
        "We invite you: written test Tuesday 10 March at 10:00, panel Thursday 12 March at 14:00.",
        "Dear Sam,\nwe would like to invite you to a written test on Tuesday 10 March at 10:00, "
        "and a panel interview on Thursday 12 March at 14:00.\nAnn",
        "First, a skills exercise on Tuesday 10 March at 10:00. Then the panel meets you on "
        "Thursday 12 March at 14:00.",
        "Wir laden Sie ein: Dienstag, 10.03., 10:00 Uhr schriftlicher Test, Donnerstag, 12.03., "
        "14:00 Uhr Gespräch.",
        "Wir laden Sie am Dienstag, 10.03., um 10:00 Uhr zum Eignungstest und am Donnerstag, "
        "12.03., um 14:00 Uhr zum Vorstellungsgespräch ein.",
        "Nous vous attendons le mardi 10 mars à 10h00 pour une épreuve écrite, et le jeudi 12 "
        "mars à 14h00 pour un entretien.",
        "Le esperamos el martes 10 de marzo a las 10:00 para la prueba escrita, y el jueves 12 "
        "de marzo a las 14:00 para la entrevista.",
        "La prova scritta è martedì 10 marzo alle 10:00, il colloquio giovedì 12 marzo alle 14:00.",
        "A prova escrita é terça-feira, 10 de março, às 10:00, a entrevista quinta-feira, 12 de "
        "março, às 14:00.",
        "De schriftelijke toets is dinsdag 10 maart om 10:00 uur, het gesprek donderdag 12 maart "
        "om 14:00 uur.",
        "Test pisemny jest we wtorek 10 marca o godz. 10:00, rozmowa w czwartek 12 marca o godz. "
        "14:00.",
        "Det skriftliga testet är tisdagen den 10 mars kl. 10.00, intervjun torsdagen den 12 mars "
        "kl. 14.00.",
        "Yazılı sınav 10 Mart Salı saat 10:00'da, görüşme 12 Mart Perşembe saat 14:00'te.",
    ],
)
def test_a_test_beside_a_talk_is_told_and_stands_behind_it(text: str) -> None:
    assert talks_set(text, told_on=TOLD_ON) == (SECOND, FIRST)
    assert hours_of_tests(text, told_on=TOLD_ON) == {FIRST}


@pytest.mark.parametrize("text", SET)
def test_talks_alone_are_no_tests(text: str) -> None:
    assert hours_of_tests(text, told_on=TOLD_ON) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        # Both in one part: which of them is on that day is not told.
        "Two interviews: test and talk on Tuesday 10 March at 10:00, the director on Thursday 12 "
        "March at 14:00.",
        # Nothing but tests: the verdict tells what they are.
        "Both days are fixed: typing test on Tuesday 10 March at 10:00, maths test on Thursday 12 "
        "March at 14:00.",
        "Both interviews are set, Tuesday 10 March at 10:00 with our test engineers and the "
        "panel, Thursday 12 March at 14:00 with Ann.",
    ],
)
def test_where_it_is_not_told_which_is_the_test_none_is(text: str) -> None:
    assert talks_set(text, told_on=TOLD_ON) == (FIRST, SECOND)
    assert hours_of_tests(text, told_on=TOLD_ON) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "The test is on Tuesday 10 March at 10:00 or on Thursday 12 March at 14:00, the panel "
        "follows.",
        "Written test Tuesday 10 March at 10:00, office party Thursday 12 March at 14:00.",
        "Which suits you: a test on Tuesday 10 March at 10:00, or a talk on Thursday 12 March at "
        "14:00?",
    ],
)
def test_a_test_alone_or_to_choose_makes_no_several(text: str) -> None:
    assert talks_set(text, told_on=TOLD_ON) == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "both",
                "rounds",
                "first",
                "then",
                "two",
                "interviews",
                "Tuesday",
                "Thursday",
                "10",
                "12",
                "March",
                "at",
                "10:00",
                "14:00",
                "or",
                "which",
            ]
        ),
        max_size=25,
    )
)
def test_talks_rise_each_on_a_day_of_its_own_that_the_text_names(
    words: list[str],
) -> None:
    text = " ".join(words)
    found = talks_set(text, told_on=TOLD_ON)
    assert list(found) == sorted(found)
    assert len({each.date() for each in found}) == len(found) <= MOST_TALKS
    assert len(found) != 1
    assert set(found) <= appointments(text, told_on=TOLD_ON)
