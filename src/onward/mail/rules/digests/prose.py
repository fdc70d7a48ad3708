"""Letters in prose that say one thing of one opening and another thing of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import Span, fold, lower
from onward.mail.rules.digests.words import FEWEST, Entry, Standing
from onward.mail.rules.facts.patterns import compile_phrase
from onward.mail.rules.facts.requisition import find_requisition
from onward.mail.rules.facts.titles.role import (
    clean_role,
    is_plausible_role,
    role_key,
)
from onward.mail.rules.facts.titles.words import is_surely_title
from onward.mail.rules.types import Message
from onward.mail.rules.verdicts.signals import turns_elsewhere

_READ_CHARS = 4_000
_MOST = 6
_FRONT_CHARS = 24
_LEAST_SAID = 4
_LONGEST = 700
_LANGUAGE = "en"
_TOGETHER = re.compile(r",\s+(?:(?:and|und)\s+)?|\s+(?:and|und)\s+")
_CLAUSE_ENDS = re.compile(
    r"[,;:]\s+(?:(?:and|but|while|whereas|und|aber|während|et|mais|y|pero|e|ma|mas|en|maar|a|i|ale|och|men|ve|ama)\s+)?"
    r"|\s+-\s+|\s+(?:and|but|while|whereas|und|aber|während)\s+"
)


class Openings(NamedTuple):
    """What a letter says of each opening.

    Attributes:
        is_of_several: It says that the reader applied for several; else each part has to
            be sure of what it says.
    """

    entries: tuple[Entry, ...] = ()
    is_of_several: bool = False


_NONE = Openings()


@dataclass(frozen=True, slots=True)
class _Words:
    """How one language names openings."""

    nouns: re.Pattern[str]
    leads: tuple[re.Pattern[str], ...]
    several: re.Pattern[str]
    plurals: tuple[str, ...]
    together: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    """An opening that a text names; `clause` is where the words on it begin."""

    role: str
    start: int
    end: int
    clause: int


@cache
def _words(language: str) -> _Words | None:
    data = tables("openings").get(language)
    if data is None:
        return None
    return _Words(
        nouns=re.compile("|".join(map(re.escape, data["nouns"]))),
        leads=tuple(map(compile_phrase, data["leads"])),
        several=re.compile(data["several"]),
        plurals=tuple(data.get("plurals", ())),
        together=tuple(map(compile_phrase, data.get("together", ()))),
    )


def openings_in(message: Message, *, language: str) -> Openings:
    """Return the openings of a letter that each have their own sentence.

    Each is an entry that is told in words; only who reads these knows whether both say
    something. Where the letter speaks of no several applications, both have to stand
    at the front of a sentence, and the second must not be offered instead of the first.

    Args:
        language: The language of the letter, "" where it is not known.
    """
    words = _words(language or _LANGUAGE)
    if words is None:
        return _NONE
    text = fold(message.text[:_READ_CHARS])
    low = lower(text)
    if len(words.nouns.findall(low)) < FEWEST:
        return _NONE
    mentions = tuple(_mentions(text, words=words))
    if len({role_key(mention.role) for mention in mentions}) < FEWEST:
        return _NONE
    sections = tuple(_sections(text, mentions=mentions))
    told = f"{lower(fold(message.subject))}\n{low}"
    is_of_several = words.several.search(told) is not None
    if not is_of_several and not _are_contrasted(
        text, sections, language=language or _LANGUAGE
    ):
        return _NONE
    is_few = FEWEST <= len(sections) <= _MOST
    return Openings(sections, is_of_several) if is_few else _NONE


def named_together(message: Message, *, language: str) -> tuple[str, ...]:
    """Return the titles that a letter names in one breath, and nowhere else, or none.

    "Your applications for the roles of Buyer and Planner": what it says is said on each.
    """
    words = _words(language or _LANGUAGE)
    head = message.text[:_READ_CHARS]
    if words is None or not any(plural in head for plural in words.plurals):
        return ()
    text = fold(head)
    for lead in words.together:
        for found in lead.finditer(text):
            titles = tuple(map(clean_role, _TOGETHER.split(found["role"])))
            others = text[: found.start()] + text[found.end() :]
            if len(set(titles)) >= FEWEST and all(map(_is_title, titles)):
                is_all = not any(title in others for title in titles)
                return titles[:_MOST] if is_all else ()
    return ()


def _is_title(title: str) -> bool:
    return is_surely_title(title) and is_plausible_role(title)


def _mentions(text: str, *, words: _Words) -> Iterator[_Mention]:
    """Yield the openings that sentences name; the first of several in one clause counts."""
    for start, end in own_sentences(text):
        found = sorted(_in_sentence(text, (start, end), words=words))
        clause = start
        for (at, stop, role), before in zip(found, [None, *found], strict=False):
            if before is not None:
                cut = _last_cut(text, start=before[1], end=at)
                if not cut:
                    # "the roles of Buyer and Planner": no word on either by itself.
                    continue
                clause = cut
            yield _Mention(role, at, stop, clause)


def _in_sentence(
    text: str, span: Span, *, words: _Words
) -> Iterator[tuple[int, int, str]]:
    taken: list[Span] = []
    for lead in words.leads:
        for found in lead.finditer(text, *span):
            start, end = found.span()
            role = clean_role(found["role"])
            if any(start < other[1] and other[0] < end for other in taken):
                continue
            if is_plausible_role(role):
                taken.append((start, end))
                yield start, end, role


def _last_cut(text: str, *, start: int, end: int) -> int:
    """Return where the last clause between two places begins, or 0."""
    cuts = [found.end() for found in _CLAUSE_ENDS.finditer(text, start, end)]
    is_said = len(text[start:end].split()) >= _LEAST_SAID
    return cuts[-1] if cuts and is_said else 0


def _sections(text: str, *, mentions: Sequence[_Mention]) -> Iterator[Entry]:
    """Yield what is said of each opening, from its clause to the next one's."""
    runs: list[_Mention] = []
    for mention in mentions:
        if not runs or role_key(runs[-1].role) != role_key(mention.role):
            runs.append(mention)
    last = _paragraph_end(text, start=runs[-1].end)
    ends = [following.clause for _, following in pairwise(runs)]
    seen: set[str] = set()
    for mention, end in zip(runs, [*ends, last], strict=True):
        key = role_key(mention.role)
        end = min(end, mention.clause + _LONGEST)
        if key in seen:
            continue
        seen.add(key)
        own = text[mention.clause : end].rstrip()
        yield Entry(
            company="",
            role=mention.role,
            standing=Standing.TOLD,
            start=mention.clause,
            end=mention.clause + len(own),
            requisition=find_requisition("", body=own, role=mention.role),
            told=(mention.clause, mention.clause + len(own)),
        )


def _paragraph_end(text: str, *, start: int) -> int:
    end = text.find("\n\n", start)
    return len(text) if end < 0 else end


def _are_contrasted(text: str, sections: Sequence[Entry], *, language: str) -> bool:
    """Say whether each opening is named at the front of what is said of it."""
    for before, entry in zip([None, *sections], sections, strict=False):
        front = lower(text[entry.start : entry.start + _FRONT_CHARS + len(entry.role)])
        if lower(entry.role) not in front:
            return False
        if before is not None and turns_elsewhere(
            text[before.start : entry.end], code=language
        ):
            return False
    return True
