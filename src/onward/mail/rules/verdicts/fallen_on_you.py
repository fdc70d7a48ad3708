"""Good news with the words of a no: the choice fell on the reader, or on them after all; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from onward.mail.rules.basics.sentences import Told, told_sentences
from onward.mail.rules.basics.tables import NEVER, filled, says_part, tables
from onward.mail.rules.basics.text import blanked, plain
from onward.mail.rules.types import ENDINGS, Because, Message
from onward.mail.rules.verdicts.bears_no import is_without_no
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.deciding import BY_EAR, is_by_ear
from onward.mail.rules.verdicts.voice import language_for

CHOSEN = "fallen-on-you"
"""The name of what makes a question of a no."""

_WORDS = "fallen_on_you"
_COMMA = re.compile(r"[,;:]")


class _News(NamedTuple):
    """A sentence of good news or about others, and where the words of it end."""

    told: Told
    end: int


def of_choice_of_reader(said: Classification, *, message: Message) -> Classification:
    """Return AMBIGUOUS in the place of a no where the choice falls on the reader.

    "The panel has chosen you over the other finalists", "the person we chose can't start: would
    you still take the job?" By ear that is a no. What a rule finds is one where it stands in
    another sentence, and not of those who are out of it.
    """
    code = language_for(message)
    if said.verdict not in ENDINGS or code not in tables(_WORDS):
        return said
    told = told_sentences(message.text)
    news = _chosen(told, code=code)
    others = _of_others(told, code=code)
    if news is None and others:
        news = _asked_back(told, code=code)
    if news is None:
        return _of_who_goes_on(said, message=message, code=code)
    rest = [each for each in told if each not in {x.told for x in (news, *others)}]
    if _is_turned(told, behind=news, code=code) or _says_choice(rest, code=code):
        return said
    if not all(_is_explained(each, news=news, others=others) for each in said.because):
        return said
    start, end = news.told.span
    return asked(said, Because(CHOSEN, message.text[start:end], "body", start, end))


def _is_explained(because: Because, *, news: _News, others: tuple[_News, ...]) -> bool:
    """Say whether words of a no are heard only, or are those of the good news, or said of others."""
    if because.rule.startswith(BY_EAR):
        return True
    if because.where != "body":
        return False
    if news.told.start <= because.start < news.end:
        return True
    return any(each.told.start <= because.start < each.end for each in others)


def _chosen(told: tuple[Told, ...], *, code: str) -> _News | None:
    """Return the first sentence by which the choice falls on the reader."""
    for each in told:
        for found in _part(code, "chosen").finditer(each.words):
            clause = f"{_clause_ahead(found, code=code)}{found.group()}"
            if not _part(code, "unless").search(clause):
                return _News(each, each.start + found.end())
    return None


def _clause_ahead(found: re.Match[str], *, code: str) -> str:
    ahead = found.string[: found.start()]
    breaks = [*_part(code, "but").finditer(ahead)]
    return ahead[breaks[-1].end() :] if breaks else ahead


def _of_others(told: tuple[Told, ...], *, code: str) -> tuple[_News, ...]:
    """Return the sentences that say of others that they are gone, or were told no."""
    others: list[_News] = []
    for at, each in enumerate(told):
        is_turned = at and _part(code, "turned").search(each.words)
        if is_turned and _asked_back(told[at + 1 :], code=code):
            others += [_News(told[at - 1], told[at - 1].end), _News(each, each.end)]
        for found in _part(code, "others").finditer(each.words):
            others.append(_News(each, each.start + _clause_end(found, code=code)))
    return tuple(others)


def _clause_end(found: re.Match[str], *, code: str) -> int:
    """Return where the clause ends that words end in: "she has left, and we chose another"."""
    behind = _part(code, "but").search(found.string, found.end())
    comma = _COMMA.search(found.string, found.end())
    ends = [each.start() for each in (behind, comma) if each]
    return min(ends, default=len(found.string))


def _asked_back(told: tuple[Told, ...], *, code: str) -> _News | None:
    """Return the sentence that asks the reader to come, once others are gone."""
    for each in told:
        found = _part(code, "returns").search(each.words)
        if found and not _part(code, "away").search(each.words):
            return _News(each, each.end)
    return None


def _is_turned(told: tuple[Told, ...], *, behind: _News, code: str) -> bool:
    """Say whether what follows good news, in its sentence or a later one, turns it."""
    against = _part(code, "against")
    rest = behind.told.words[behind.end - behind.told.start :]
    later = (each.words for each in told if each.start > behind.told.start)
    return any(against.search(words) for words in (rest, *later))


def _says_choice(told: Iterable[Told], *, code: str) -> bool:
    """Say whether one of some sentences says that the choice fell on another than the reader."""
    return any(says_part("choice", code, "choice", words=each.words) for each in told)


def _of_who_goes_on(
    said: Classification, *, message: Message, code: str
) -> Classification:
    """Return AMBIGUOUS where a no is only heard, and the reader goes on or is high on a list."""
    if not is_by_ear(said):
        return said
    low = plain(message.text)
    spans = [found.span() for found in _part(code, "ahead").finditer(low)]
    if not spans:
        return said
    rest = replace(message, text=blanked(message.text, spans))
    return asked(said) if is_without_no(rest, code=code) else said


@cache
def _part(code: str, name: str) -> re.Pattern[str]:
    table = tables(_WORDS)[code]
    return re.compile(filled(table.get(name, NEVER), table))
