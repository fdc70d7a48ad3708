"""Papers that are asked for now, before a talk that comes only then: no invitation yet; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import BY_EAR, INTENT_OF
from onward.mail.rules.verdicts.thresholds import LEAST_UNNAMED
from onward.mail.rules.verdicts.voice import language_for

_WORDS = "asked_first"
_MISREAD = frozenset({Verdict.INTERVIEW, Verdict.AMBIGUOUS})
_NAMES_TIME = re.compile(r"\d")
"""A talk whose day or hour is told is set, whatever is asked for before it."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where papers are asked for, and up to where a talk is put behind that."""

    start: int
    end: int
    until: int


def of_papers_first(said: Classification, *, message: Message) -> Classification:
    """Return a request for papers in the place of the talk that comes once they are there.

    "Could you send us your diploma by Friday? Then we'll arrange a meeting."
    """
    if said.verdict not in _MISREAD:
        return said
    code = language_for(message)
    asked = _asked(message, code=code) if code in tables(_WORDS) else None
    if asked is None or not _is_all(said, asked):
        return said
    rule = f"{BY_EAR}{INTENT_OF[Verdict.INFORMATION_REQUEST]}"
    words = message.text[asked.start : asked.end]
    because = (Because(rule, words, "body", asked.start, asked.end),)
    return replace(
        said,
        verdict=Verdict.INFORMATION_REQUEST,
        confidence=max(said.confidence, LEAST_UNNAMED),
        because=because,
    )


def _is_all(said: Classification, asked: _Asked) -> bool:
    """Say whether nothing else of the body speaks for an invitation."""
    return said.verdict is not Verdict.INTERVIEW or all(
        each.where == "body" and asked.start <= each.start < asked.until
        for each in said.because
    )


def _asked(message: Message, *, code: str) -> _Asked | None:
    """Return where papers are asked for, with a talk behind it in that sentence or the next."""
    asks, sends, papers, got, then, talk = (
        table_part(_WORDS, code, part)
        for part in ("asks", "sends", "papers", "got", "then", "talk")
    )

    def is_asked(words: str) -> bool:
        """Say whether a sentence asks for papers, and neither thanks for them nor has them."""
        told = all(each.search(words) for each in (asks, sends, papers))
        return told and not got.search(words)

    def put_behind(words: str) -> Iterator[int]:
        for found in then.finditer(words):
            rest = words[found.end() :]
            if talk.search(rest) and not _NAMES_TIME.search(rest):
                yield found.start()

    asked: tuple[int, int] | None = None
    for start, end, words in told_sentences(message.text):
        behind = next(put_behind(words), None)
        if behind is not None and asked is not None:
            return _Asked(*asked, end)
        before = words[:behind] if behind else words
        if talk.search(before) and _NAMES_TIME.search(before):
            return None
        asked = (start, end) if is_asked(before) else None
        if asked is not None and behind:
            return _Asked(start, end, end)
    return None
