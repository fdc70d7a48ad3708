"""The day of a talk or a test whose hour a mail does not tell: "an interview on Tuesday 15 December"; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, time
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import TimeMention, times_in
from onward.mail.rules.times.days import SENTENCE_END, DayMention, words_in
from onward.mail.rules.times.languages import languages_of
from onward.mail.rules.times.standing_days import days_that_stand
from onward.mail.rules.times.when_words import Words


def _tables(languages: tuple[str, ...]) -> list[Mapping[str, str]]:
    known = tables("day_alone")
    return [known[each] for each in languages if each in known]


@cache
def _said(kind: str, languages: tuple[str, ...]) -> re.Pattern[str]:
    parts = [each[kind] for each in _tables(languages) if kind in each]
    return re.compile("|".join(f"(?:{part})" for part in parts) or "(?!)", re.MULTILINE)


@cache
def _edge(languages: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_said('edge', languages).pattern})\s*,?\s*$")


_COUNTED = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|\.|º|er|e)?\s*(?:[-\u2013/,&]|\b[^\W\d_]{1,5}\b)\s*(?:[^\W\d_]{1,4}\s)?\s*$"
)
"""What makes a day the last of several: "14 to 18 December", "14./15. Dezember", "il 14 e il 15"."""
_BEHIND = re.compile(
    r"\s*(?:[-\u2013/]\s*\d|(?:['’]?\w{2,4} )?(?:itibaren|sonra|önce|kadar)\b)"
)
_FOR = (
    r"(?:for the (?:role|post|position|job)|für die (?:stelle|position)|pour (?:le|un) poste|para (?:el puesto|a vaga)"
    r"|per (?:la posizione|il ruolo)|voor de (?:functie|vacature)|na stanowisko|för tjänsten)(?: [^\s.!?]+){0,5}?"
)
"""What it is for may stand between a talk and its day."""
_LABELS = "date|datum|tag|termin|date de l'entretien|fecha|data|data rozmowy|tarih|dag"
_IS = (
    "is|starts|begins|will be|will start|ist|beginnt|startet|est|commence|sera|es|será|empieza|è|inizia|sarà|é"
    "|começa|begint|start|rozpoczyna się|odbędzie się|jest|är|börjar"
)
_AT = "at|um|à|a las|alle|às|om|o|o godz\\.?|kl\\.?|saat"
_THEN = re.compile(
    r"\b(?:then|also|dann|alors|donc|entonces|pues|allora|então|dan|dus|więc|zatem|då|o zaman)\b"
)
_MOST_WORDS = 5
_SHORT = 60
_NEAR = 40


def day_alone(
    text: str,
    *,
    told_on: date,
    is_test: bool = False,
    but: Collection[date] = (),
    words: Words | None = None,
) -> date | None:
    """Return the one day to come on which a text lets a talk take place, or None where unsure.

    It stands right behind the word for the talk, or behind "Date:", or before words that ask to
    it where those come last, and nothing in its sentence denies it or makes it that of something else. Of several days none is chosen, and neither is
    one beside a day of which nobody knows what it is for.

    Args:
        text: The own words of a mail that arranges a talk, its quotes plain.
        told_on: The day of the message.
        is_test: It arranges a test.
        but: Days that are known, and of which it may speak as well.
    """
    words = words or words_in(text)
    mentions = days_that_stand(text, told_on=told_on, words=words)
    if mentions is None:
        return None
    languages = languages_of(text)
    days: set[date] = set()
    beside: set[date] = set()
    for mention in mentions:
        if mention.day <= told_on or mention.day in but:
            continue
        sentence = _sentence(mention, text=text)
        if _is_one_of_several(mention, text=text, languages=languages):
            return None
        if _said("other", languages).search(sentence):
            continue
        is_talk = _is_of_talk(mention, text=text, languages=languages, is_test=is_test)
        (days if is_talk else beside).add(mention.day)
    return days.pop() if len(days) == 1 and beside <= days else None


def hour_alone(text: str, *, words: Words | None = None) -> time | None:
    """Return the one hour of a text that says it of the talk: "the interview is at 9.30", "9.30 am then"."""
    words = words or words_in(text)
    mentions = list(times_in(text, words=words))
    if len({mention.at for mention in mentions}) != 1:
        return None
    languages = languages_of(text)
    for mention in mentions:
        sentence = _sentence(mention, text=text)
        if _said("denied", languages).search(sentence):
            continue
        before = lower(text[max(0, mention.start - _SHORT) : mention.start])
        is_short = len(sentence.split()) <= _MOST_WORDS and _THEN.search(sentence)
        if is_short or _before_hour(languages).search(before):
            return mention.at
    return None


@cache
def _before_hour(languages: tuple[str, ...]) -> re.Pattern[str]:
    nouns = "|".join(each["noun"] for each in _tables(languages)) or "(?!)"
    return re.compile(rf"\b(?:{nouns}) (?:(?:{_IS}) )?(?:(?:{_AT}) )?$")


def _is_of_talk(
    mention: DayMention, *, text: str, languages: tuple[str, ...], is_test: bool
) -> bool:
    """Say whether a day stands right behind the word for the talk or "Date:", or what asks to it behind it."""
    sentence = _sentence(mention, text=text)
    if _said("asked", languages).match(sentence):
        sentence = sentence.removesuffix("?")
    if _said("denied", languages).search(sentence):
        return False
    before = lower(text[max(0, mention.start - _SHORT) : mention.start])
    kind = "exam" if is_test else "noun"
    if _before_day(languages, kind).search(before):
        return True
    behind = lower(text[mention.end : mention.end + _SHORT])
    if is_test:
        return False
    if _said("asked_behind", languages).match(behind):
        return True
    is_for = _behind_day(languages).match(behind) is not None
    return is_for and _said("comes", languages).search(sentence) is not None


@cache
def _behind_day(languages: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a talk right behind the day that it is on: "come on Friday for a trial"."""
    named = "|".join(
        rf"{each['behind']}{each['noun']}\b"
        for each in _tables(languages)
        if "behind" in each
    )
    return re.compile(rf",?\s(?:{named or '(?!)'})")


@cache
def _before_day(languages: tuple[str, ...], kind: str) -> re.Pattern[str]:
    named = "|".join(
        rf"\b{each[kind]}(?: {_FOR})?[\s,:]+{each['lead']}"
        for each in _tables(languages)
    )
    named = named or "(?!)"
    return re.compile(
        rf"(?:{named}|(?:^|\n)\s*(?:(?:ihr|dein|your|votre|su|tu|jouw|uw|din) )?(?:{_LABELS})\s*:\s*)$"
    )


def _sentence(mention: DayMention | TimeMention, *, text: str) -> str:
    """Return the sentence of a day or an hour in plain lower case, from the start of its line."""
    start, end = 0, len(text)
    for stop in SENTENCE_END.finditer(text):
        if stop.end() <= mention.start:
            start = stop.end()
        elif stop.start() >= mention.end:
            end = stop.start()
            break
    return lower(text[start:end])


def _is_one_of_several(
    mention: DayMention, *, text: str, languages: tuple[str, ...]
) -> bool:
    """Say whether a day begins or ends a stretch of them, or is one of those to choose from."""
    before = lower(text[max(0, mention.start - _SHORT) : mention.start])
    before = before.rpartition("\n")[2]
    if _COUNTED.search(before) or _edge(languages).search(before):
        return True
    behind = lower(text[mention.end : mention.end + _NEAR])
    choice = _said("choice", languages)
    if _BEHIND.match(behind) or choice.search(re.split(r"[.!?\n]", behind)[0]):
        return True
    return any(
        not before[x.end() :].strip() or len(before[x.end() :].split()) == 1
        for x in choice.finditer(before)
    )
