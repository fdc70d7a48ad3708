"""From a language file to rules that run: what each means, and what voids it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from onward.mail.rules.basics.language import LanguageData, codes, language_data
from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.patterns import (
    DIGRAPHS,
    SPLIT,
    Classes,
    Pattern,
    alternatives,
    compile_pattern,
    entry_regex,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One meaning that a sentence can carry.

    Attributes:
        name: What `Because.rule` says; starts with the language.
        strength: 3 decides by itself, 2 decides with company, 1 only hints.
        needs: Least points of hiring context around it.
        where: "any", "subject" or "body".
        patterns: Any of them is enough.
        unless: Any of them in the same sentence voids the rule.
        is_conditional: A condition ("if you are not selected") voids the rule.
        is_choice: It speaks of a choice among people, so that the opening was there.
        undoes: Names of rules that do not hold where another sentence says this.
    """

    name: str
    language: str
    verdict: Verdict
    strength: int
    needs: int
    where: str
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...] = ()
    is_conditional: bool = True
    is_choice: bool = False
    undoes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that the rules know of one language.

    Attributes:
        context: Beginning of a word to points; below zero speaks against hiring.
        conditional: Where a condition begins.
        inverted: How a sentence begins that is a condition by its order of words.
        outcome: What a condition speaks of when it makes the whole sentence hypothetical.
        unmet: A condition that follows a decision ("until we receive") and voids it.
        general: Sentences about applicants in general.
        instead: Words that turn from what was declined to something else.
        for_another: Words that name an opening behind one that is filled.
        reversal: Words that say that what was declined is on again.
        story: Words of somebody who looks for work and tells of it.
        story_letters: Letters of which some occur wherever such words do.
    """

    code: str
    context: dict[str, int]
    conditional: re.Pattern[str]
    inverted: re.Pattern[str]
    outcome: re.Pattern[str]
    unmet: re.Pattern[str]
    general: tuple[Pattern, ...]
    instead: re.Pattern[str]
    for_another: re.Pattern[str]
    reversal: re.Pattern[str]
    story: re.Pattern[str]
    story_letters: frozenset[str]
    rules: tuple[Rule, ...] = field(default=())


def _phrases(entries: list[str]) -> re.Pattern[str]:
    """Return one expression for a list of entries, or one that never matches."""
    parts = "|".join(rf"\b{entry_regex(entry)}\b" for entry in entries)
    return re.compile(parts or r"(?!)")


def _letters_of(entries: list[str]) -> frozenset[str]:
    """Return for a list of entries the longest word of each way to read one."""
    longest = (
        max(reversed(SPLIT.split(phrase)), key=len)
        for entry in entries
        for phrase in alternatives(entry)
    )
    return frozenset(x for word in longest for x in _spellings(word))


def _spellings(word: str) -> Iterator[str]:
    """Yield the ways in which a word may be written, each umlaut by one letter or two."""
    letters = [{x, DIGRAPHS.get(x, x)} for x in word]
    return map("".join, product(*letters))


_UNCONDITIONAL = frozenset(
    {
        Verdict.CONFIRMATION,
        Verdict.JOB_ALERT,
        Verdict.OUTREACH,
        Verdict.INFORMATION_REQUEST,
    }
)


def _rule(data: LanguageData, *, code: str, classes: Classes) -> Rule:
    verdict = Verdict(data["verdict"])
    return Rule(
        name=f"{code}:{data['name']}",
        language=code,
        verdict=verdict,
        strength=data["strength"],
        needs=data.get("needs", 2),
        where=data.get("where", "any"),
        patterns=tuple(
            compile_pattern(text, classes=classes, is_searched_for=True)
            for text in data["patterns"]
        ),
        unless=tuple(
            compile_pattern(text, classes=classes) for text in data.get("unless", [])
        ),
        is_conditional=data.get("is_conditional", verdict not in _UNCONDITIONAL),
        is_choice=data.get("is_choice", False),
        undoes=frozenset(f"{code}:{name}" for name in data.get("undoes", [])),
    )


def read_language(data: LanguageData) -> Language:
    """Return a language from its file's data.

    Raises:
        KeyError: If a class that a pattern names, or a part of the file, is missing.
        ValueError: If a pattern cannot be compiled.
    """
    code = data["language"]
    classes = Classes(data["classes"])
    points = {int(key): words for key, words in data["context"].items()}
    voids = data["voids"]
    return Language(
        code=code,
        context={word: value for value, words in points.items() for word in words},
        conditional=_phrases(voids["conditional"]),
        inverted=_phrases(voids["inverted"]),
        outcome=_phrases(voids["outcome"]),
        unmet=_phrases(voids["unmet"]),
        instead=_phrases(voids["instead"]),
        for_another=_phrases(voids["for_another"]),
        reversal=_phrases(voids["reversal"]),
        story=_phrases(voids["story"]),
        story_letters=_letters_of(voids["story"]),
        general=tuple(
            compile_pattern(text, classes=classes) for text in voids["general"]
        ),
        rules=tuple(_rule(rule, code=code, classes=classes) for rule in data["rules"]),
    )


@cache
def language(code: str) -> Language:
    """Return a language by its code, compiled once in the life of the process."""
    return read_language(language_data(code))


def languages() -> tuple[Language, ...]:
    """Return all languages, in the order of their codes."""
    return tuple(map(language, codes()))


def says_nothing(rule: str) -> bool:
    """Say whether words of this rule leave open what a mail means.

    Args:
        rule: By its full name, the language before it.
    """
    known = language(rule.partition(":")[0]).rules
    return any(
        each.name == rule and each.verdict is Verdict.AMBIGUOUS for each in known
    )
