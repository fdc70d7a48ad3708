"""Weekdays on which somebody works, as the lines under a mail tell: "Working days: Mon, Tues, Thurs"."""

from __future__ import annotations

import re

from onward.mail.rules.times.when_words import Words

_LABEL = re.compile(
    r"\W*(?:(?:my|our|meine|unsere) )?(?:(?:normal|usual|regular|core|non)[ -])?"
    r"(?:(?:work(?:ing)?|office) (?:days?|hours|pattern|week)|arbeitstage?|arbeitszeit(?:en)?|bürozeit(?:en)?|bürotage"
    r"|jours (?:de travail|de présence|travaillés)|horaires de (?:travail|bureau)|días (?:laborables|de trabajo)|horario de (?:trabajo|oficina)"
    r"|giorni (?:lavorativi|di lavoro)|orari d.ufficio|dias de trabalho|horário de trabalho|werkdagen|werktijden|dni pracy|godziny pracy"
    r"|arbetsdagar|arbetstider|çalışma (?:günleri|saatleri))\b"
)
_WORKS = re.compile(
    r"\b(?:i|we) (?:(?:only|normally|usually|currently) )?(?:work|am in the office|don.t work|do not work)\b(?! (?:with|for)\b)"
    r"|\bich (?:arbeite|bin) |\bje (?:travaille|suis présente?)\b|\btrabajo\b|\blavoro (?:il|dal)\b|\btrabalho (?:à|às|de)\b"
    r"|\bik werk\b|\bwerkzaam op\b|\bpracuję\b|\bjag arbetar\b"
)
_ASIDE = re.compile(r"\([^()\d]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_OR = frozenset({"or", "oder", "ou", "o", "of", "lub", "eller", "veya"})
_JOINT = 3
"""What stands between two days is as short as "to", "and", "bis"."""


def is_working_day(found: re.Match[str], *, words: Words) -> bool:
    """Say whether a weekday without a date is one of those on which the writer works.

    A label says so, or a sentence or an aside that names several.
    """
    if not found["alone"]:
        return False
    text = found.string
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.end())
    line = text[start : len(text) if end == -1 else end]
    if _LABEL.match(line):
        return True
    at = found.start() - start
    for aside in _ASIDE.finditer(line):
        if aside.start() < at < aside.end():
            return _holds_only_days(aside[0], words)
    is_several = len(_days(line, words)) > 1 and "?" not in line
    return is_several and _WORKS.search(line) is not None


def _holds_only_days(aside: str, words: Words) -> bool:
    days, told = _days(aside, words), _WORD.findall(aside)
    others = {word for word in told if len(word) > _JOINT} - set(days)
    return len(days) > 1 and not others and _OR.isdisjoint(told)


def _days(text: str, words: Words) -> list[str]:
    return [word for word in _WORD.findall(text) if word in words.weekdays]
