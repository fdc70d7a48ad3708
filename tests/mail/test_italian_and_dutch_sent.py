"""Own mail in Italian and Dutch: what takes an application back, asks, and answers."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.own_mail import SentMeaning, withdraws
from onward.mail.rules.talks.own_title import bare_subject
from tests.mail.test_french_sent import meaning, own


@pytest.mark.parametrize(
    "text",
    [
        "Ho scelto di non andare avanti con il vostro iter.",
        "Dopo averci pensato, preferisco fermarmi qui.",
        "Vi prego di annullare la mia candidatura.",
        "Purtroppo rinuncio al colloquio di lunedì.",
        "Non intendo più proseguire nella selezione.",
        "Daarom trek ik me uit de selectie terug.",
        "Ik heb besloten mij terug te trekken.",
        "Om die reden zie ik af van verdere deelname.",
        "Mijn kandidatuur mag je als vervallen beschouwen.",
        "Na overleg thuis heb ik besloten niet verder te gaan.",
    ],
)
def test_an_application_is_taken_back(text: str) -> None:
    assert withdraws(text)


@pytest.mark.parametrize(
    "text",
    [
        "Se la sede fosse Como dovrei ritirare la mia candidatura.",
        "Non posso venire giovedì, si potrebbe fare venerdì?",
        "Mi dispiace che abbiate deciso di non proseguire.",
        "Als het fulltime moet, trek ik me terug.",
        "Jammer dat jullie besloten hebben niet verder te gaan.",
        "Ik wil mijn sollicitatie niet intrekken.",
    ],
)
def test_a_condition_or_their_own_no_takes_nothing_back(text: str) -> None:
    assert not withdraws(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A che punto siete con la selezione?", SentMeaning.FOLLOW_UP),
        ("Non ho più ricevuto notizie da voi.", SentMeaning.FOLLOW_UP),
        ("Hoe staat het met de procedure?", SentMeaning.FOLLOW_UP),
        ("Is er al iets meer bekend?", SentMeaning.FOLLOW_UP),
        ("Mi direbbe su cosa potrei lavorare?", SentMeaning.FEEDBACK),
        ("Ik hoor graag wat ik beter had kunnen doen.", SentMeaning.FEEDBACK),
    ],
)
def test_a_question_is_known(text: str, expected: SentMeaning) -> None:
    assert meaning(own("Re: x", text, files=()), is_in_thread=True) is expected


def test_the_mark_of_an_answer_is_taken_off_in_italian() -> None:
    assert bare_subject("R: R: Turni di aprile") == "turni di aprile"
