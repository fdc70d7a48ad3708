from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.remembered import Remembered
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.fusion import rule_signs
from onward.mail.rules.verdicts.voice import (
    Least,
    Voice,
    language_for,
    packed,
    spoken,
    unpacked,
    voice,
)
from onward.mail.rules.verdicts.voice_words import word_buckets


def mail(text: str, *, subject: str = "", sender: str = "jo@quill.example") -> Message:
    return Message("k", "k@x.example", None, Address("", sender), subject, text)


def small_voice(weights: list[list[int]], *, buckets: list[int]) -> Voice:
    """A model with one intent, one verdict, and the weights of a few buckets."""
    head = {
        "intents": ["decline"],
        "verdicts": ["rejection"],
        "negations": ["not"],
        "conditions": ["if"],
        "steps": [1.0, 1.0, 1.0],
        "bias": [0.0, 0.0, 0.0],
        "least": {"long": -1.0, "short": -1.5, "wordless": 0.5},
        "last": [[0.0] * 5],
        "last_bias": [0.0],
        "buckets": [b - a for a, b in zip([0, *buckets], buckets, strict=False)],
    }
    plain = bytes(x & 0xFF for row in weights for x in row)
    return unpacked(packed(head, weights=plain))


@pytest.mark.parametrize("language", spoken())
@given(text=st.text(max_size=400), subject=st.text(max_size=60))
def test_any_text_gets_chances_that_sum_to_one(
    language: str, text: str, subject: str
) -> None:
    model = voice(language)
    heard = model.hear(mail(text, subject=subject), system="")
    nothing = rule_signs(Classification(Verdict.OTHER, 0.9), system="")
    chances = model.chances(heard, clues=nothing)
    assert sum(chances.values()) == pytest.approx(1.0)
    assert sum(heard.whole) == pytest.approx(1.0)
    for said in heard.said:
        source = subject if said.where == "subject" else text
        assert 0 <= said.start <= said.end <= len(source)
        assert sum(said.chances) == pytest.approx(1.0)


def test_english_and_german_have_a_voice() -> None:
    assert {"de", "en"} <= set(spoken())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are sorry, but the job has gone to another person.", "en"),
        (
            "Leider haben wir uns für eine andere Person entschieden, die wir kennen.",
            "de",
        ),
        ("", "en"),
    ],
)
def test_a_mail_is_heard_in_its_own_language(text: str, language: str) -> None:
    assert language_for(mail(text)) == language


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Dear Kim,\n\nthank you for coming to see us about the bookshop. We talked it "
            "over last night and have given the job to somebody who ran one before.",
            Verdict.REJECTION,
        ),
        (
            "Dear Kim Aster,\n\nyour application for the post of librarian reached us "
            "safely. If you are not shortlisted, we will tell you by letter.",
            Verdict.CONFIRMATION,
        ),
        (
            "Hallo Kim,\n\nam Ende haben wir den Platz einer Bewerberin gegeben, die "
            "schon bei uns ausgeholfen hat. Tut mir leid.",
            Verdict.REJECTION,
        ),
        (
            "Guten Tag Frau Aster,\n\nIhre Bewerbung ist hier angekommen. Falls wir uns "
            "gegen Sie entscheiden, schreiben wir Ihnen ebenfalls.",
            Verdict.CONFIRMATION,
        ),
        (
            "Your kitchen lamp has left our warehouse and will be with you on Friday. "
            "You can follow the parcel on our page.",
            Verdict.OTHER,
        ),
    ],
)
def test_words_that_no_rule_lists_are_understood(text: str, verdict: Verdict) -> None:
    assert read_message(mail(text, subject="Hello")).verdict is verdict


def test_a_word_speaks_for_hiring_by_itself_and_by_its_parts() -> None:
    first, parts = word_buckets(b"regret")
    model = small_voice([[0, 0, 3], [0, 0, 4]], buckets=sorted([first, parts[0]]))
    share = 1 / len(parts) ** 0.5
    ways = (3 + 4 * share, 4 + 3 * share)
    assert model.gate_weight("regret") == pytest.approx(ways[first > parts[0]])
    assert model.gate_weight("lake") == 0
    assert model.least == Least(long=-1.0, short=-1.5, wordless=0.5)


def test_what_is_remembered_of_words_is_asked_once_and_does_not_grow_for_ever() -> None:
    asked = []

    def ask(word: str) -> float:
        asked.append(word)
        return float(len(word))

    known = Remembered(ask, most=3)
    assert [known[word] for word in ("a", "bb", "a", "ccc", "d", "e")] == [
        *(1.0, 2.0, 1.0, 3.0, 1.0, 1.0)
    ]
    assert asked == ["a", "bb", "ccc", "d", "e"]
    assert len(known) <= 4
