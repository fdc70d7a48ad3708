from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.last_words import last_words
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.facts.systems import NO_SYSTEM
from tests.mail.rules.letters import make_message


def found(text: str) -> list[tuple[str, str]]:
    material = prepare(make_message("Hello", text), system=NO_SYSTEM)
    return [(candidate.place, candidate.name) for candidate in last_words(material)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Please answer me quick. Alpine Lodge, Hans", [("signature", "Alpine Lodge")]),
        (
            "Bitte mitbringen. Rohrbau Kern, Rohrschweißerin",
            [("signature", "Rohrbau Kern"), ("role", "Rohrschweißerin")],
        ),
        ("Nudeln gehen immer. Steffi von Kieznudel", [("signature", "Kieznudel")]),
        ("See you then.\n\nBest\nMaria", []),
        ("Vi ses på måndag. mvh Städbolaget Ren", [("signature", "Städbolaget Ren")]),
        ("À bientôt, Énergie du Val", [("signature", "Énergie du Val")]),
        (
            "Ewout / Kajuit Design",
            [("signature", "Ewout"), ("signature", "Kajuit Design")],
        ),
        ("Propose another time", []),
        ("", []),
    ],
)
def test_the_last_words_name_employer_and_title(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert found(text) == wanted


def test_a_whole_sentence_at_the_end_names_nobody() -> None:
    assert found("It takes around 47 minutes and can be done at home on any day") == []
