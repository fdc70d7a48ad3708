from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.filled_inside import filled_inside
from onward.mail.rules.types import Reading, Verdict
from tests.mail.rules.letters import make_message

NO = Reading(Verdict.REJECTION, confidence=0.95)
TOLD = [
    "The vacancy has now been filled internally.",
    "We have decided to promote from within for this one.",
    "The board has gone with an internal candidate who covered the job since May.",
    "An internal applicant has been appointed to the post.",
    "Wir haben die Stelle inzwischen intern besetzt.",
    "Die Stelle wird mit einer Kollegin aus dem eigenen Haus besetzt.",
    "Am Ende haben wir uns für einen internen Bewerber entschieden.",
    "Le poste a été pourvu en interne.",
    "Nous avons retenu une candidature interne.",
    "La vacante se ha cubierto internamente.",
    "Hemos optado por una candidata interna.",
    "La posizione è stata coperta con una risorsa interna.",
    "A vaga foi preenchida internamente.",
    "Optámos por um candidato interno.",
    "De functie is intern ingevuld.",
    "We hebben gekozen voor een interne kandidaat.",
    "Stanowisko zostało obsadzone w drodze rekrutacji wewnętrznej.",
    "Tjänsten har tillsatts internt.",
    "Vi har valt en intern kandidat.",
    "Pozisyon kurum içinden bir adayla doldurulmuştur.",
]
NOT_TOLD = [
    "After an internal review we will not take your application further.",
    "Internal candidates are considered first.",
    "As an internal applicant you may ask for feedback.",
    "If the role is not filled internally we will write again.",
    "We did not choose an internal candidate either.",
    "Nach interner Abstimmung haben wir uns für eine andere Bewerberin entschieden.",
    "Wir haben intern entschieden, die Runde zu beenden.",
    "Interne Bewerbungen haben bei uns Vorrang.",
    "Als interner Bewerber können Sie ein Gespräch vereinbaren.",
    "Après une discussion en interne, nous ne donnons pas suite.",
    "Tras una valoración interna hemos elegido a otra persona.",
    "Dopo un confronto interno abbiamo scelto un altro profilo.",
    "Após análise interna, escolhemos outra pessoa.",
    "Na intern overleg kiezen wij voor een andere kandidaat.",
    "Po naradzie wewnętrznej wybraliśmy inną osobę.",
    "Efter en intern diskussion har vi gått vidare med andra.",
    "Kendi değerlendirmemiz sonucunda olumsuz karar verdik.",
]


@pytest.mark.parametrize("sentence", TOLD)
def test_an_opening_that_was_filled_from_inside_is_told(sentence: str) -> None:
    text = f"Dear Robin,\n\nthank you for your patience. {sentence}\n\nKim Alder"
    found = filled_inside(make_message("Status", text), NO)
    assert found is not None
    assert found.words == sentence.rstrip(".")
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_other_words_of_what_is_inside_tell_nothing(sentence: str) -> None:
    assert filled_inside(make_message("Status", sentence), NO) is None


@pytest.mark.parametrize(
    "verdict", [each for each in Verdict if each is not Verdict.REJECTION]
)
def test_nothing_but_a_no_is_looked_at(verdict: Verdict) -> None:
    reading = Reading(verdict, confidence=0.95)
    assert filled_inside(make_message("Status", TOLD[0]), reading) is None


def test_words_that_are_quoted_are_somebody_elses() -> None:
    text = f"We chose somebody else.\n\n> {TOLD[0]}\n"
    assert filled_inside(make_message("Status", text), NO) is None


@given(
    before=st.text(max_size=80), told=st.sampled_from(TOLD), after=st.text(max_size=80)
)
def test_whatever_stands_around_it_the_words_are_where_they_are_said_to_be(
    before: str, told: str, after: str
) -> None:
    message = make_message("Status", f"{before}\n\n{told}\n\n{after}")
    found = filled_inside(message, NO)
    if found is not None:
        assert message.text[found.start : found.end] == found.words
