from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.awaiting import awaits_word


@pytest.mark.parametrize(
    "note",
    [
        "Helen said she would write today",
        "They’ll decide: answer by Friday",
        "Mr Okoro promised to call",
        "Waiting for the panel",
        "Should hear back from HR",
        "Decision expected this week",
        "Frau Moss wollte sich heute melden",
        "Rückmeldung bis Freitag zugesagt",
        "Herr Brandt ruft mich morgen an",
        "Mme Petit devait me rappeler",
        "Réponse attendue vendredi",
        "Ana dijo que me iba a llamar",
        "Respuesta de Ana antes del viernes",
        "La signora Conti ha detto che mi scriverà",
        "Mevrouw de Wit zou vandaag bellen",
        "A Marta disse que ia responder",
        "Pani Nowak miała dziś zadzwonić",
        "Eva skulle höra av sig",
        "Ayşe Hanım bugün yazacaktı",
    ],
)
def test_a_word_of_theirs_is_waited_for(note: str) -> None:
    assert awaits_word(note)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Helen",
        "Ask Ana",
        "Thank Helen for her reply from Monday",
        "I said I would call Helen",
        "Helen said I should call her",
        "Write to Helen, she will be back on Monday",
        "Bring the badge back",
        "Ich wollte Helen schreiben",
        "Helen anrufen",
        "Je dois rappeler Mme Petit",
        "Tengo que llamar a Ana",
        "Ik zou Helen bellen",
        "Jag ska ringa Eva",
    ],
)
def test_what_the_person_means_to_do_is_not(note: str) -> None:
    assert not awaits_word(note)


@given(st.text(max_size=300))
def test_any_note_can_be_asked_about(note: str) -> None:
    assert awaits_word(note) in (True, False)
