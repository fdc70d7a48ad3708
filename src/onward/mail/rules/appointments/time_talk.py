"""What one mail of a talk says of the time on which they had agreed; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from onward.mail.rules.appointments.moved_words import phrases_of
from onward.mail.rules.basics.needed import Needs
from onward.mail.rules.basics.sentences import split_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.times.days import days_in, words_in

MOST_WORDS = 90
"""Who only names another time says little else; more words say by themselves what they do."""

_OBJECTS = re.compile(
    r"\b(?:but|however|though|unfortunately|aber|jedoch|leider|mais|malheureusement|pero|ma|purtroppo|mas|infelizmente"
    r"|maar|helaas|ale|niestety|ama|fakat|men|tyvärr)\b[^.!?]*?"
    r"\b(?:no|not|cannot|\w+n[’']t|kein\w*|nichts?|pas|non|não|niet|geen|nie|değil|yok|inte|ingen|inget)\b"
)

_SPACES = re.compile(r"\s+")
_MOST_BETWEEN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """What a mail says of a time on which they had agreed.

    Attributes:
        is_off: It cannot be then.
        off_days: The days that are named where that is said.
        settles: It is to be at another time that it names.
        agrees: A yes to a time that somebody asked about.
        keeps: All stays as it was.
        adds: Something comes on top.
        objects: A "but" with a "not" behind it: whatever was thanked for, that is no yes.
        is_short: It has few words.
        is_of_talk: The hour that it names is of the talk, and not of something by the way.
    """

    is_off: bool = False
    off_days: frozenset[date] = frozenset()
    settles: bool = False
    agrees: bool = False
    keeps: bool = False
    adds: bool = False
    objects: bool = False
    is_short: bool = True
    is_of_talk: bool = False


@cache
def _phrases(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what finds a kind of phrase, for each language."""
    return tuple(
        (language, re.compile(table[kind]))
        for language, table in tables("time_talk").items()
    )


def says_of_time(own: str, *, told_on: date) -> Says:
    """Return what the writer's own words say of a time on which they had agreed.

    What would be, or what the reader may do, says nothing: "if tomorrow is not possible".
    """
    words = words_in(own)
    is_off, off_days, settles, agrees, keeps, adds = (
        False,
        set(),
        False,
        False,
        False,
        False,
    )
    said = [*sentences(own)]
    kinds = _kinds_in(_APART.join(low for _, low in said))
    for sentence, low in said if kinds else ():
        if "off" in kinds and _is_said("off", _without_things(low)):
            is_off = True
            days = days_in(sentence, told_on=told_on, words=words)
            off_days |= {mention.day for mention in days if mention is not None}
        settles = settles or ("settles" in kinds and _is_said("settles", low))
        agrees = agrees or ("agrees" in kinds and _is_said("agrees", low))
        keeps = keeps or ("keeps" in kinds and _is_said("keeps", low, may_be=True))
        adds = adds or ("also" in kinds and _is_said("also", low))
    return Says(
        is_off=is_off,
        off_days=frozenset(off_days),
        settles=settles,
        agrees=agrees,
        keeps=keeps,
        adds=adds,
        objects=any(_OBJECTS.search(low) for _, low in said),
        is_short=len(own.split()) <= MOST_WORDS,
    )


_KINDS = ("off", "settles", "agrees", "keeps", "also")
_APART = "\n\0"
"""Between sentences that are searched at once: the first ends a line, the second is no space."""


@cache
def _anywhere(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern.pattern, re.MULTILINE) for _, pattern in _phrases(kind)
    )


@cache
def _needs() -> Needs[tuple[str, re.Pattern[str]]]:
    return Needs(
        {
            (kind, pattern): ([pattern],)
            for kind in _KINDS
            for pattern in _anywhere(kind)
        }
    )


def _kinds_in(low: str) -> frozenset[str]:
    """Return the kinds of phrases that may be anywhere in sentences, of which most are in few."""
    clauses = low.replace(": ", _APART)
    kinds: set[str] = set()
    for kind, pattern in _needs().met_in(clauses):
        if kind not in kinds and pattern.search(clauses):
            kinds.add(kind)
    return frozenset(kinds)


def _is_said(kind: str, low: str, *, may_be: bool = False) -> bool:
    # "Sorry if this is late: tomorrow is off": what may be stands in another clause.
    return any(
        pattern.search(clause)
        and (may_be or not phrases_of(language).maybe.search(_news(clause, language)))
        for clause in low.split(": ")
        for language, pattern in _phrases(kind)
    )


def _without_things(low: str) -> str:
    """Return a sentence without what is off at a house: "on Tuesday the lift is out"."""
    for language, off in _phrases("off"):
        said_off = list(off.finditer(low))
        if not said_off:
            continue
        things, persons = _of("things", language), _of("persons", language)
        for found in reversed(said_off):
            named = list(things.finditer(low, 0, found.end()))
            if not named:
                continue
            between = low[named[-1].end() : found.start()]
            said = low[min(named[-1].end(), found.start()) : found.end()]
            is_near = len(between.split()) <= _MOST_BETWEEN and "," not in between
            if is_near and not persons.search(said):
                start = min(named[-1].start(), found.start())
                low = low[:start] + low[found.end() :]
    return low


@cache
def _of(kind: str, language: str) -> re.Pattern[str]:
    return dict(_phrases(kind))[language]


def _news(low: str, language: str) -> str:
    """Return a sentence without the question behind the news: "…, if that suits you"."""
    return phrases_of(language).ask.sub("", low)


def sentences(own: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of somebody's own words, as written and in plain lower case."""
    for _start, sentence, low in placed_sentences(own):
        yield sentence, low


def placed_sentences(own: str) -> Iterator[tuple[int, str, str]]:
    """Yield the same with the place at which each begins."""
    for start, end in split_sentences(own, spans=((0, len(own)),)):
        sentence = own[start:end]
        yield start, sentence, _SPACES.sub(" ", lower(fold(sentence))).strip()


def is_offer(low: str) -> bool:
    """Say whether a sentence in plain lower case asks about a time, settles on one or agrees."""
    return low.endswith("?") or _is_said("settles", low) or _is_said("agrees", low)


def without_questions(own: str) -> str:
    """Return somebody's own words without what they ask."""
    told = (sentence for sentence, low in sentences(own) if not low.endswith("?"))
    return "\n".join(told)


def has_same_hour(low: str) -> bool:
    """Say whether words in plain lower case mean the hour of before."""
    return any(pattern.search(low) for _, pattern in _phrases("same"))


def names_next_day(low: str) -> bool:
    """Say whether words in plain lower case mean the day behind the one of before."""
    return any(pattern.search(low) for _, pattern in _phrases("next_day"))


_OLD_TIME_FIRST = frozenset({"tr"})


def place_of_old(low: str) -> tuple[int, bool] | None:
    """Return where a sentence says that one time replaces another; None where it does not.

    With it, whether the old one stands before that place: "10:30 yerine 11:15".
    """
    for language, pattern in _phrases("in_place"):
        if found := pattern.search(low):
            return found.start(), language in _OLD_TIME_FIRST
    return None
