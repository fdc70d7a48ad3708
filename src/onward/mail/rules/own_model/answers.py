"""Whether a language model's answer may be proposed: checked word by word, or let go."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum

from onward.mail.rules.own_model.asking import (
    CHOICES,
    MAX_BODY_CHARS,
    MAX_SUBJECT_CHARS,
    UNCLEAR,
    UNSEEN,
    speaks_to_a_machine,
)
from onward.mail.rules.types import Verdict

MAX_ANSWER_CHARS = 2_000
MAX_QUOTE_CHARS = 400
LEAST_QUOTE_CHARS = 8
LEAST_QUOTE_WORDS = 2

_FENCE = re.compile(r"\A```(?:json)?\s*\n(.*)\n\s*```\Z", re.DOTALL)
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"}
)


class Outcome(StrEnum):
    """What came of asking about one message; only PROPOSED is shown as a reading."""

    PROPOSED = "proposed"
    UNCLEAR = "unclear"
    NOT_JSON = "not_json"
    WRONG_VERDICT = "wrong_verdict"
    NO_QUOTE = "no_quote"
    INVENTED_QUOTE = "invented_quote"
    TOO_LONG = "too_long"
    FOR_A_MACHINE = "for_a_machine"
    NO_ANSWER = "no_answer"


DISCARDED = frozenset(Outcome) - {Outcome.PROPOSED, Outcome.UNCLEAR}
"""Answers that were let go: the message stays as ambiguous as it was."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What an answer is worth.

    Attributes:
        verdict: OTHER and the like where PROPOSED; None for every other outcome.
        quote: The words as they stand in the message.
        where: "subject" or "body".
        start: First character in that text.
        end: One past the last character (exclusive).
    """

    outcome: Outcome
    verdict: Verdict | None = None
    quote: str = ""
    where: str = ""
    start: int = 0
    end: int = 0


def judge(answer: str, *, subject: str, text: str) -> Judged:
    """Return what an answer about a message is worth; never raises, whatever it holds.

    An answer counts only as one JSON object with a verdict of the list and a quote of
    some length that stands in the part of the message that was sent. Spaces and the
    shape of quotation marks and dashes may differ, since models tidy them; no letter may.
    """
    if speaks_to_a_machine(subject=subject, text=text):
        return Judged(Outcome.FOR_A_MACHINE)
    if len(answer) > MAX_ANSWER_CHARS:
        return Judged(Outcome.TOO_LONG)
    said = _said(answer)
    if said is None:
        return Judged(Outcome.NOT_JSON)
    name, quote = said
    if name == UNCLEAR:
        return Judged(Outcome.UNCLEAR)
    verdict = next((choice for choice in CHOICES if choice.value == name), None)
    if verdict is None:
        return Judged(Outcome.WRONG_VERDICT)
    if len(quote) > MAX_QUOTE_CHARS:
        return Judged(Outcome.TOO_LONG)
    words = " ".join(UNSEEN.sub("", quote).split())
    if len(words) < LEAST_QUOTE_CHARS or len(words.split()) < LEAST_QUOTE_WORDS:
        return Judged(Outcome.NO_QUOTE)
    return _placed(verdict, quote, subject=subject, text=text)


def _said(answer: str) -> tuple[str, str] | None:
    """Return verdict and quote of an answer of the right shape, else None."""
    bare = answer.strip()
    fenced = _FENCE.match(bare)
    try:
        found = json.loads(fenced[1] if fenced else bare, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or set(found) != {"verdict", "quote"}:
        return None
    verdict, quote = found["verdict"], found["quote"]
    if not isinstance(verdict, str) or not isinstance(quote, str):
        return None
    return verdict, quote


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({name for name, _value in pairs}) != len(pairs):
        raise ValueError("a name stands twice")
    return dict(pairs)


def _placed(verdict: Verdict, quote: str, *, subject: str, text: str) -> Judged:
    sent = (("body", text[:MAX_BODY_CHARS]), ("subject", subject[:MAX_SUBJECT_CHARS]))
    for where, whole in sent:
        place = find_quote(quote, whole)
        if place is not None:
            start, end = place
            if end - start > 2 * MAX_QUOTE_CHARS:
                return Judged(Outcome.TOO_LONG)
            return Judged(
                Outcome.PROPOSED, verdict, whole[start:end], where, start, end
            )
    return Judged(Outcome.INVENTED_QUOTE)


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Return where words stand in a text, as whole words; None where they do not.

    Runs of spaces count as one, curly marks as straight ones, and letters that nobody
    sees as nothing.
    """
    wanted, _places = _folded(quote)
    wanted = wanted.strip()
    if not wanted:
        return None
    folded, places = _folded(text)
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        cuts_front = at > 0 and folded[at - 1].isalnum() and wanted[0].isalnum()
        cuts_back = end < len(folded) and folded[end].isalnum() and wanted[-1].isalnum()
        if not cuts_front and not cuts_back:
            return places[at], places[end - 1] + 1
        at = folded.find(wanted, at + 1)
    return None


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text in its plain form, and for each of its letters the place it came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text.translate(_PLAIN)):
        if UNSEEN.match(letter):
            continue
        plain = " " if letter.isspace() else letter
        if plain == " " and letters and letters[-1] == " ":
            continue
        letters.append(plain)
        places.append(place)
    return "".join(letters), places
