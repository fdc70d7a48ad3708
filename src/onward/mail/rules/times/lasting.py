"""How long what a text arranges lasts: "09:00 to 15:30", "8.30am - 3pm"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import time

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import TimeMention, times_in
from onward.mail.rules.times.days import SENTENCE_END, words_in
from onward.mail.rules.times.named_zones import by_one_clock
from onward.mail.rules.times.when_words import Words
from onward.mail.rules.times.word_lists import any_of

_SHORTEST, _LONGEST = 10, 12 * 60
_HOUR = re.compile(r"\d{1,2}(?:[:.h]\d\d)?(?:\s?(?:[ap]\.?m\.?|uhr|h|hrs))?")
_FAR = 24
_FURTHER = 70
_LEAD = 12
"""So long what leads a clock time may be: "from ", "von "."""


def minutes_told(text: str, *, begins: time, words: Words | None = None) -> int | None:
    """Return how many minutes what begins at that hour lasts; None where no one end is told.

    A stretch between whose ends somebody rings says nothing of how long they talk; nor do the
    hours of a job or of an office.
    """
    words = words or words_in(text)
    text = by_one_clock(text).text
    times = list(times_in(text, words=words))
    starts = {each.start for each in times}
    found = set(_bare_lengths(text, begins=begins, starts=starts, words=words))
    for each in times:
        before = lower(text[max(0, each.start - _FAR) : each.start])
        if each.at != begins or words.before("window").search(before):
            continue
        if _is_of_hours(text, at=each.start, words=words):
            continue
        end = _end_behind(text[each.start : each.start + 2 * _FAR], words=words)
        if end is not None:
            length = _minutes(end) - _minutes(begins)
            is_whole = _is_whole(text, at=each.start, times=times, words=words)
            if length <= _OF_TALK or is_whole:
                found.add(length)
    length = found.pop() if len(found) == 1 else 0
    return length if _SHORTEST <= length <= _LONGEST else None


_BARE = re.compile(
    r"(?<![\w.,:/€$£+-])(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d))?(?:\s?(?:(?P<half>[ap])\.?m\b\.?|uhr\b|h\b))?"
)
_LAST = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d))?(?![\w:/%€$£-]|[.,]\d|\s?[%€$£+])"
)
_NOON = 12 * 60
_OF_TALK = 4 * 60
"""No talk takes longer, but a trial or a day of tests."""
_SENTENCE = 160
_SPAN = re.compile(
    r"[.,']?\s?(?:[-\u2013\u2014/]|(?:to|through|thru|till|until|bis|au|à|al?|hasta|tot(?: en met)?|t/m|do|até|à|a|till|ile|-)\b(?: (?:le|el|il))?)\s?"
)
_TRIAL = re.compile(
    r"\b(?:trial|taster|assessment (?:day|centre|center)|probe\w*|schnupper\w*|hospit\w+|essai|immersion|prueba|prova"
    r"|proef\w*|meeloop\w*|experiência|próbn\w+|deneme\w*|prov(?:dag|jobb|arbet|på)\w*)\b"
)
_OF_HOURS = re.compile(
    r"\b(?:(?:working|office|opening|business|core|contract\w*|weekly|usual|normal|the|our|your) hours|hours (?:are|of)"
    r"|(?:is|are|we're|be) open|open (?:from|on|mon|daily|every)|opening times|shifts?|rota|weekdays?|daily|every day|each day|you(?:'d| would| will|'ll)? work"
    r"|\w*arbeitszeit\w*|öffnungszeit\w*|bürozeit\w*|dienstzeit\w*|kernzeit\w*|geöffnet|\w*schicht\w*|werktags|täglich|gearbeitet|(?:sie|du) arbeite\w+"
    r"|horaires|ouvert(?:e?s?|ure)|tous les jours|en semaine|vous travaill\w+"
    r"|horario (?:de (?:trabajo|apertura|oficina|atención)|laboral|es)|el horario|abiert[oa]s?|turnos?|jornada|de lunes a"
    r"|orari[o]? (?:di (?:lavoro|apertura|ufficio)|lavorativ\w+)|l'orario è|gli orari|apert[oaie]|turn[oi]"
    r"|werktijd\w*|openingstijd\w*|kantooruren|geopend|diensten|dagelijks|je werkt"
    r"|godziny (?:pracy|otwarcia)|otwart\w+|czynn\w+|zmian[ay]|praca jest"
    r"|horário (?:de (?:trabalho|funcionamento|expediente)|é)|o horário|abert[oa]s?|expediente"
    r"|arbetstid\w*|öppettid\w*|öppet|öppen|skift\w*|dagligen|vardagar"
    r"|çalışma saat\w*|mesai\w*|açık\w*|vardiya\w*|hafta içi)\b"
)
"""What tells the hours of a job or an office, in lower case."""


def _bare_lengths(
    text: str, *, begins: time, starts: Set[int], words: Words
) -> Iterator[int]:
    """Yield how long it lasts by an end that is a bare number: "8 till 2", "from 9.30 to 12".

    An end that lies before the beginning is one in the afternoon. Two bare numbers are hours
    where the first is known for one, or a day stands before it in its sentence.

    Args:
        starts: Where the clock times of the text begin.
    """
    low = lower(text)
    for first in _BARE.finditer(low):
        if not _may_be(first, begins=begins):
            continue
        joined = words.joins.match(low, first.end())
        last = _LAST.match(low, joined.end()) if joined else None
        if last is None or _is_counted(low[last.end() :], words=words):
            continue
        before = SENTENCE_END.split(
            low[max(0, first.start() - _FURTHER) : first.start()]
        )[-1]
        if _is_of_hours(text, at=first.start(), words=words):
            continue
        is_hour = not starts.isdisjoint(range(first.start() - _LEAD, first.end()))
        if not (is_hour or words.day.search(before)):
            continue
        if int(last["hour"]) > _FAR or words.before("window").search(before[-_FAR:]):
            continue
        start = _minutes(begins)
        end = int(last["hour"]) * 60 + int(last["minute"] or 0)
        length = (end if end > start or end > _NOON else end + _NOON) - start
        is_told_before = any(at < first.start() - _LEAD for at in starts)
        is_of_day = words.day.search(before) is not None
        if length <= _OF_TALK or is_of_day or not is_told_before or _TRIAL.search(low):
            yield length


def _is_whole(
    text: str, *, at: int, times: Sequence[TimeMention], words: Words
) -> bool:
    """Say whether a stretch of half a day and more is that of the talk: told first, of a named day, or a trial."""
    low = lower(text)
    before = SENTENCE_END.split(low[max(0, at - _FURTHER) : at])[-1]
    is_told_before = any(each.start < at for each in times)
    is_of_day = words.day.search(before) is not None
    return is_of_day or not is_told_before or _TRIAL.search(low) is not None


def _is_of_hours(text: str, *, at: int, words: Words) -> bool:
    """Say whether a time stands among the hours of a job or an office: "Monday to Friday, 9 to 5"."""
    low = lower(text)
    before = SENTENCE_END.split(low[max(0, at - _SENTENCE) : at])[-1]
    behind = SENTENCE_END.split(low[at : at + _FURTHER])[0]
    sentence = before + behind
    if _names_span(sentence, words=words):
        return True
    return _OF_HOURS.search(sentence) is not None and not _TRIAL.search(sentence)


def _names_span(sentence: str, *, words: Words) -> bool:
    """Say whether two days of the week are joined: "Monday to Friday", "Mo-Fr"."""
    days = re.compile(rf"(?<!\w)(?:{any_of(words.weekdays)})(?!\w)")
    for first in days.finditer(sentence):
        joined = _SPAN.match(sentence, first.end()) or words.joins.match(
            sentence, first.end()
        )
        if joined and days.match(sentence, joined.end()):
            return True
    return False


def _may_be(first: re.Match[str], *, begins: time) -> bool:
    """Say whether a number is the hour at which it begins, "2" also at two in the afternoon."""
    hour, minute = int(first["hour"]), int(first["minute"] or 0)
    is_later = hour < 12 and first["half"] != "a" and hour + 12 == begins.hour
    return minute == begins.minute and (hour == begins.hour or is_later)


def _is_counted(behind: str, *, words: Words) -> bool:
    """Say whether two numbers are no hours by what follows: "8 to 12 weeks", "8 to 10 December"."""
    following = _NEXT_WORD.match(behind)
    word = following[1].strip(".") if following else ""
    return word in words.months or _COUNTED.match(word) is not None


_NEXT_WORD = re.compile(r"\s?(?:full |more |other |de |di |van )?([^\W\d_]+\.?)")
_COUNTED = re.compile(
    r"(?:per\b|pro\b|par\b|por\b|day|week|month|year|hour|minute|people|person|staff|percent|grade|candidate|applicant|question|page|slot"
    r"|child|kids|pound|quid|mile|seat|room|metre|tag|woche|monat|jahr|stunde|minute|leute|euro|prozent|mitarbeit|bewerb"
    r"|kind|schüler|platz|plätze|frage|seite|km|meter|jour|semaine|mois|an(?:s|née)|heures? de|personne|candidat|enfant"
    r"|question|días?|semana|mes|año|hora|persona|niñ|pregunta|giorn|settiman|mes[ei]|ann[oi]|or[ae]\b|person|bambin|domand"
    r"|dag|weken|week|maand|jaar|jaren|uren|mensen|kandidat|kinderen|vragen|dia|mês|meses|ano|pessoa|criança|pergunta"
    r"|dni|tygodni|miesi|lat\b|rok|godzin\b|osób|osoby|dzieci|pytań|gün|hafta|ay\b|yıl|saatlik|kişi|çocuk|soru|veck|månad|år\b|timm|person|barn|frågor)"
)


def _end_behind(text: str, *, words: Words) -> time | None:
    """Return the time to which the one that a text begins with is joined."""
    hour = _HOUR.search(lower(text))
    joined = hour and words.joins.match(lower(text), hour.end())
    if not joined:
        return None
    behind = text[joined.end() :]
    last = next(times_in(behind, words=words), None)
    return last.at if last is not None and last.start == 0 else None


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
