from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.facts.employers.another import is_of_another
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.facts.systems import NO_SYSTEM
from tests.mail.rules.facts_corpus import read_case
from tests.mail.rules.letters import make_message

SENDER = "Priya Anand <priya.anand@wharfe-hospital.example>"


@pytest.mark.parametrize(
    "sentence",
    [
        "We have offered the post to another candidate, who already holds the National Coding Qualification.",
        "I'm afraid we have offered the post to someone who works at Bradford Royal.",
        "Unfortunately we chose a candidate with the Advanced Coding Qualification.",
    ],
)
def test_what_is_told_of_whoever_was_chosen_is_no_employer(sentence: str) -> None:
    text = f"Hi Gemma,\n\n{sentence} You came across very well.\n\nBest wishes\nPriya"
    row = {"from": SENDER, "subject": "Re: Clinical Coder", "text": text}
    assert read_case(row).found.company == "Wharfe Hospital"


SPOKEN = {
    "en": "another candidate who trained at Quill Academy",
    "de": "einen Kandidaten, der bei Quill Academy gelernt hat",
    "fr": "une candidate qui vient de Quill Academy",
    "es": "otra candidata que viene de Quill Academy",
    "it": "un altro candidato che viene da Quill Academy",
    "pt": "outro candidato que vem da Quill Academy",
    "nl": "een kandidaat die van Quill Academy komt",
    "pl": "kandydata, który ukończył Quill Academy",
    "sv": "en annan kandidat som kommer från Quill Academy",
}


@pytest.mark.parametrize("language", SPOKEN)
def test_each_language_speaks_of_another(language: str) -> None:
    assert set(SPOKEN) == set(tables("another"))
    letter = make_message(
        "Outcome", f"Hello. {SPOKEN[language]}.", sender="a@b.example"
    )
    material = prepare(letter, system=NO_SYSTEM)
    assert is_of_another("Quill Academy", material=material)
    assert not is_of_another("Hello", material=material)


YOURS = {
    "en": "I liked your little video about the Quill Academy stall",
    "de": "Mir gefiel Ihr kurzes Video über den Stand der Quill Academy",
    "fr": "J'ai aimé votre petite vidéo sur le stand de Quill Academy",
    "es": "Nos gustó su vídeo sobre el puesto de Quill Academy",
    "it": "Ci è piaciuto il suo video su Quill Academy",
    "nl": "Ik zag je artikel over Quill Academy",
}


@pytest.mark.parametrize("language", YOURS)
def test_what_the_reader_made_is_of_another_house(language: str) -> None:
    assert set(YOURS) == {c for c, t in tables("another").items() if "yours" in t}
    letter = make_message("Hello", f"{YOURS[language]}. Bob", sender="a@b.example")
    material = prepare(letter, system=NO_SYSTEM)
    assert is_of_another("Quill Academy", material=material)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your time at Quill Academy.",
        "Your video interview for the role at Quill Academy is arranged.",
        "Thank you for your portfolio for Quill Academy.",
        "Your new role at Quill Academy begins in May.",
        "Thank you for applying as a candidate with Quill Academy.",
        "Quill Academy chose another candidate who trained at Quill Academy.",
        "You were not the successful candidate with Quill Academy.",
        "leider sind Sie nicht die Kandidatin, die die Quill Academy sucht.",
        "wir suchen eine Person, die zur Quill Academy passt.",
        "All candidates who applied to Quill Academy have heard from us.",
    ],
)
def test_a_name_that_stands_elsewhere_too_may_be_the_employers(text: str) -> None:
    letter = make_message("Outcome", text, sender="a@b.example")
    assert not is_of_another(
        "Quill Academy", material=prepare(letter, system=NO_SYSTEM)
    )


@given(st.text(max_size=300), st.text(max_size=40))
def test_any_words_are_read_without_an_error(text: str, name: str) -> None:
    material = prepare(
        make_message("Outcome", text, sender="a@b.example"), system=NO_SYSTEM
    )
    found = is_of_another(name, material=material)
    assert not found or name in material.prose
