"""What the sentences of written mails teach: each mail has a verdict, its sentences none.

A first model guesses which sentence of a mail says its verdict; what else it takes for a
decision cannot be one, and is taught as what it is there: a condition, a courtesy,
another world's business. Receipts that warn of a no teach most in this way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from scipy.sparse import csr_matrix

from benchmarks.training.letters import Letter
from benchmarks.training.rows import INTENTS, Marks, matrix, own_sentences
from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.deciding import INTENT_OF

_DECIDING = frozenset(INTENT_OF.values())
_OF_OTHER_MAIL = frozenset({"footer", "chat", "alien"})
_UNDER_CONDITION = frozenset(
    {
        Verdict.CONFIRMATION,
        Verdict.INTERVIEW,
        Verdict.ASSESSMENT,
        Verdict.INFORMATION_REQUEST,
    }
)


class HasChances(Protocol):
    """A model of sentences."""

    def chances(self, rows: csr_matrix, *, size: int) -> np.ndarray:
        """Return the chance of each intent for each row."""
        ...


class Lessons:
    """The sentences of written mails, each mail with its fold."""

    def __init__(
        self, letters: Sequence[Letter], *, folds: Sequence[int], marks: Marks
    ) -> None:
        self._letters = letters
        self._folds = folds
        texts = [own_sentences(letter.message) for letter in letters]
        self._ends = np.cumsum([0, *map(len, texts)])
        self.rows = matrix(marks.sentence(text) for part in texts for _, text in part)

    def first(self, *, without: int | None) -> tuple[csr_matrix, np.ndarray]:
        """Return rows and intents to begin with where nothing was composed.

        Every sentence of a mail is taken for what the mail as a whole says. Mail that decides
        nothing says nothing that a sentence could be taken for.
        """
        kept: list[int] = []
        intents: list[int] = []
        for mail, letter in enumerate(self._letters):
            is_decided = letter.verdict is not Verdict.AMBIGUOUS
            if is_decided and self._folds[mail] != without:
                own = INTENTS.index(INTENT_OF.get(letter.verdict, "alien"))
                places = range(int(self._ends[mail]), int(self._ends[mail + 1]))
                kept += places
                intents += [own] * len(places)
        return self.rows[kept], np.array(intents)

    def taught(
        self, model: HasChances, *, without: int | None
    ) -> tuple[csr_matrix, np.ndarray]:
        """Return rows and intents that the mails outside one fold teach."""
        chances = model.chances(self.rows, size=len(INTENTS))
        kept: list[int] = []
        intents: list[int] = []
        for mail, letter in enumerate(self._letters):
            start, end = int(self._ends[mail]), int(self._ends[mail + 1])
            if self._folds[mail] == without or start == end:
                continue
            taught = intents_of(letter.verdict, chances=chances[start:end])
            for at, intent in enumerate(taught, start=start):
                if intent:
                    kept.append(at)
                    intents.append(INTENTS.index(intent))
        return self.rows[kept], np.array(intents)


def intents_of(verdict: Verdict, *, chances: np.ndarray) -> list[str]:
    """Return what each sentence of a mail teaches, "" for nothing.

    Args:
        chances: A row a sentence: what a first model takes it for.
    """
    guesses = [INTENTS[int(row.argmax())] for row in chances]
    if verdict is Verdict.AMBIGUOUS:
        # "We took on a baker" decides where it stands alone: the whole mail tells that.
        return ["" if each in _DECIDING else each for each in guesses]
    own = INTENT_OF.get(verdict)
    if own is None:
        return [each if each in _OF_OTHER_MAIL else "alien" for each in guesses]
    said = int(chances[:, INTENTS.index(own)].argmax())
    return [
        own if at == said else _beside(guess, verdict=verdict, own=own)
        for at, guess in enumerate(guesses)
    ]


def _beside(guess: str, *, verdict: Verdict, own: str) -> str:
    """Return what a sentence is that does not say the verdict of its mail."""
    if guess == own or guess not in _DECIDING:
        return guess
    if guess == "decline":
        if verdict in _UNDER_CONDITION:
            return "hypothetical"
        return "aftermath" if verdict is Verdict.POSITION_CLOSED else "courtesy"
    if verdict is Verdict.REJECTION and guess == "receipt":
        return "courtesy"
    if verdict is Verdict.CONFIRMATION and guess in ("invite", "assess"):
        return "process"
    return own if verdict in (Verdict.JOB_ALERT, Verdict.OUTREACH) else ""
