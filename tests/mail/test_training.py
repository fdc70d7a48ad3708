from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from benchmarks.training.digest import grammar_digest
from benchmarks.training.fit import Recipe, pack, train
from benchmarks.training.grammar import Grammar, grammars, opened
from benchmarks.training.lessons import intents_of
from benchmarks.training.letters import Composer
from benchmarks.training.plans import SHARES
from benchmarks.training.rows import INTENTS, all_lines
from benchmarks.training.written import written
from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.voice import spoken, unpacked, voice

CODES = [grammar.code for grammar in grammars()]


@pytest.fixture(
    params=[grammar for grammar in grammars() if grammar.composes],
    ids=lambda grammar: grammar.code,
)
def grammar(request: pytest.FixtureRequest) -> Grammar:
    assert isinstance(request.param, Grammar)
    return request.param


def test_every_grammar_has_a_shipped_voice() -> None:
    assert tuple(CODES) == spoken()


@pytest.mark.parametrize("code", CODES)
def test_the_shipped_voice_was_made_from_this_grammar_and_trainer(code: str) -> None:
    made_from = voice(code).head["made_from"]
    assert made_from == grammar_digest(code), (
        f"Run: python -m benchmarks.training --language {code}"
    )


def test_every_line_opens_and_teaches_a_known_intent(grammar: Grammar) -> None:
    chance = random.Random(3)
    for line, intent in all_lines(grammar):
        assert intent in INTENTS
        for _ in range(5):
            text = opened(line.text, grammar=grammar, chance=chance)
            assert not set("{}|") & set(text.replace(" | ", " ")), line.text


def test_letters_of_all_verdicts_are_composed(grammar: Grammar) -> None:
    composer = Composer(grammar, chance=random.Random(5), folds=None)
    for verdict in SHARES:
        letter = composer.letter(verdict)
        assert letter.verdict is verdict
        assert letter.message.text.strip()
        assert letter.message.sender.address.count("@") == 1


def test_held_back_lines_stay_out_of_a_letter(grammar: Grammar) -> None:
    known = {
        line.text
        for line in grammar.lines["decline"]
        if line.fold == 0 and _is_plain(line.text)
    }
    composer = Composer(grammar, chance=random.Random(5), folds=frozenset({1, 2, 3}))
    letters = [composer.letter(Verdict.REJECTION) for _ in range(150)]
    text = " ".join(" ".join(letter.message.text.split()) for letter in letters)
    assert not any(line in text for line in known)


def _is_plain(line: str) -> bool:
    return not set("{(|") & set(line) and len(line.split()) > 5


def guesses(*intents: str) -> np.ndarray:
    """One row a sentence, as a model gives it that takes it for this intent."""
    return np.array([[0.9 if each == x else 0.01 for each in INTENTS] for x in intents])


@pytest.mark.parametrize(
    ("verdict", "heard", "taught"),
    [
        (Verdict.CONFIRMATION, ["receipt", "decline"], ["receipt", "hypothetical"]),
        (Verdict.CONFIRMATION, ["receipt", "invite"], ["receipt", "process"]),
        (Verdict.REJECTION, ["receipt", "decline"], ["courtesy", "decline"]),
        (Verdict.OTHER, ["decline", "footer"], ["alien", "footer"]),
        (Verdict.POSITION_CLOSED, ["closed", "decline"], ["closed", "aftermath"]),
        (Verdict.OFFER, ["offer", "assess"], ["offer", ""]),
    ],
)
def test_a_sentence_that_cannot_decide_is_taught_as_what_it_is(
    verdict: Verdict, heard: list[str], taught: list[str]
) -> None:
    assert intents_of(verdict, chances=guesses(*heard)) == taught


# As weak a penalty as for a real voice would take most of the time.
SOON = {"sentence_c": 0.1, "mail_c": 0.3, "copies": 1}


@pytest.fixture
def few_written(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One in eight of the written mails and one thread, so that training ends soon."""
    monkeypatch.setattr(
        "benchmarks.training.fit.written", lambda language: written(language)[::8]
    )
    # Threads that wait for one another take many times the work on a busy machine.
    with threadpool_limits(limits=1):
        yield


@pytest.mark.usefixtures("few_written")
def test_a_language_of_which_nothing_is_composed_learns_from_written_mail() -> None:
    grammar = next(each for each in grammars() if not each.composes)
    recipe = Recipe(rows=3_000, blends=600, **SOON)  # type: ignore[arg-type]
    trained = train(grammar, recipe=recipe, say=lambda _: None)
    model = unpacked(pack(trained, recipe=recipe, note={}))
    assert model.least is None
    assert trained.held_out[1] > 0.5


@pytest.mark.usefixtures("few_written")
def test_training_twice_gives_the_same_voice() -> None:
    grammar = next(each for each in grammars() if each.code == "de")
    few = {intent: lines[::12] for intent, lines in grammar.lines.items()}
    # Beside it the few written mails of another language.
    small = replace(grammar, lines=few, code="sv")
    recipe = Recipe(openings=2, letters=60, bare=30, rows=1_000, blends=60, **SOON)  # type: ignore[arg-type]
    files = [
        pack(train(small, recipe=recipe, say=lambda _: None), recipe=recipe, note={})
        for _ in range(2)
    ]
    assert files[0] == files[1]
    assert unpacked(files[0]).intents == INTENTS
