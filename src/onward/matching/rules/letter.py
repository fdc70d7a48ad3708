"""Reading a letter: does it name them, how much stands in other letters, what does it answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onward.matching.rules.compare import compare
from onward.matching.rules.employers import is_named_in
from onward.matching.rules.text import fold
from onward.matching.rules.types import Decision, Meaning, Reason, Requirement, Status
from onward.matching.rules.words import content_words, share_said

SHINGLE_WORDS = 5
_SHORTEST_PASSAGE_WORDS = 8
_WORD = re.compile(r"\w+")
_BRACKETED = re.compile(r"\([^)]*\)")
_ROLE_SHARED = 0.75


@dataclass(frozen=True, slots=True)
class Repeated:
    """A passage of a letter that stands in other letters too, `text[start:end]`."""

    words: str
    start: int
    end: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterReading:
    """What a letter does.

    Attributes:
        share_repeated: Part of its words, 0..1, that stands in other letters in runs of
            SHINGLE_WORDS or more; None where there is no other letter to compare with.
        answers: What the advert asks and the letter speaks of.
    """

    names_company: bool
    names_role: bool
    share_repeated: float | None
    repeated: tuple[Repeated, ...]
    answers: tuple[Decision, ...]


def read_letter(
    text: str,
    *,
    company: str,
    role: str,
    others: Mapping[str, str],
    requirements: Sequence[Requirement] = (),
    today: date,
    meaning: Meaning | None = None,
) -> LetterReading:
    """Return what a letter does, seen beside the advert and the person's other letters.

    Args:
        others: The other letters by any name that tells them apart; the names come back
            with each repeated passage.
    """
    decided = compare(requirements, resume_text=text, today=today, meaning=meaning)
    share, passages = repeated(text, others=others)
    return LetterReading(
        names_company=bool(company) and is_named_in(company, text),
        names_role=bool(role) and is_role_named(role, text),
        share_repeated=share,
        repeated=tuple(passages),
        answers=tuple(d for d in decided if _is_answered(d)),
    )


def _is_answered(decision: Decision) -> bool:
    # The language of a letter says nothing about a language that is asked for.
    written = decision.reason is Reason.WRITTEN_IN_IT
    return decision.status is not Status.MISSING and not written


def is_role_named(role: str, text: str) -> bool:
    """Say whether one line of a text names a role: most of its words, in whatever form."""
    wanted = content_words(_BRACKETED.sub(" ", role))
    if not wanted:
        return False
    needed = 1.0 if len(wanted) <= 2 else _ROLE_SHARED
    return any(
        share_said(wanted, passage=content_words(line)) >= needed
        for line in re.split(r"\n|(?<=[.!?])\s", text)
    )


def repeated(
    text: str, *, others: Mapping[str, str]
) -> tuple[float | None, list[Repeated]]:
    """Return which part of a letter stands in others, 0..1, and the longer passages of it."""
    if not others:
        return None, []
    words = list(_WORD.finditer(fold(text)))
    known = {name: _shingles(_words(other)) for name, other in others.items()}
    sources: list[set[str]] = [set() for _ in words]
    said = [word[0] for word in words]
    for at in range(len(words) - SHINGLE_WORDS + 1):
        shingle = tuple(said[at : at + SHINGLE_WORDS])
        for name, shingles in known.items():
            if shingle in shingles:
                for covered in range(at, at + SHINGLE_WORDS):
                    sources[covered].add(name)
    covered_count = sum(1 for names in sources if names)
    share = covered_count / len(words) if words else 0.0
    return share, list(_passages(text, words=words, sources=sources))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {
        tuple(words[at : at + SHINGLE_WORDS])
        for at in range(len(words) - SHINGLE_WORDS + 1)
    }


def _passages(
    text: str, *, words: Sequence[re.Match[str]], sources: Sequence[set[str]]
) -> Iterable[Repeated]:
    at = 0
    while at < len(words):
        if not sources[at]:
            at += 1
            continue
        stop = at
        names: set[str] = set()
        while stop < len(words) and sources[stop]:
            names |= sources[stop]
            stop += 1
        if stop - at >= _SHORTEST_PASSAGE_WORDS:
            start, end = words[at].start(), words[stop - 1].end()
            yield Repeated(text[start:end], start, end, tuple(sorted(names)))
        at = stop
