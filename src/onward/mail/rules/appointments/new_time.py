"""To when a mail in words moves an interview whose time is known; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, datetime

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.day_alone import day_alone
from onward.mail.rules.times.days import days_in, words_in
from onward.mail.rules.times.standing_days import days_that_stand
from onward.mail.rules.times.when import appointments

_SAME_TIME = re.compile(
    r"\b(?:same time|(?:zur |die )?(?:gleichen?|selben?|dieselbe) (?:uhr)?zeit|même heure|misma hora"
    r"|stessa ora|mesma hora|(?:zelfde|dezelfde) tijd(?:stip)?|tej samej (?:porze|godzinie)|aynı saat\w*"
    r"|samma tid)\b"
)
_OLD_AND_NEW = 2
_WEEK = 7
_PARAGRAPH = re.compile(r"\n\s*\n(?!\s*\d)")
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\d\.)\s+|\n\s*\n")

# "… at 13. Can you come at ten?": a number may end the sentence before.
_QUESTION = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=\n)|\A)[^\W\d_a-z](?:(?![.!?]\s+[^\W\d_a-z])[^?])*\?"
)


def new_time(
    text: str,
    *,
    told_on: date,
    before: Collection[datetime],
    days: Collection[date] = (),
) -> datetime | None:
    """Return the one time beside the old ones that a text names, or None where unsure.

    "Same time" on another day is that of the latest one.

    Args:
        before: When it was to begin, on the clock of the place, the latest last; without
            any a time in the text may be the old one.
        days: Days on which it was to be, of which no hour was told.
    """
    if not before and days:
        beside = {
            at for at in appointments(text, told_on=told_on) if at.date() not in days
        }
        return beside.pop() if len(beside) == 1 else None
    if not before:
        return None
    told = appointments(text, told_on=told_on)
    found = told - set(before)
    if len(found) == len(told):
        # "Monday at two" may be the old day, told by its weekday alone.
        found = frozenset(
            x for x in found if not _is_like(x, before=before, told_on=told_on)
        )
    if len(found) > 1 and len({x.time() for x in found}) == 1:
        found = _beside_old_days(found, before=before)
    if len(found) > 1:
        asked = _asked_for(text, told_on=told_on) & found
        return next(iter(asked)) if len(asked) == 1 else None
    if found and len(told) > 1 and _is_old_clock(text, told_on=told_on, found=found):
        return None
    if found:
        return next(iter(found))
    return _same_time(text, told_on=told_on, latest=[*before][-1])


def new_day(text: str, *, told_on: date, before: Collection[date]) -> date | None:
    """Return the one day beside the old ones to which a text moves a talk, where it names no hour.

    Args:
        before: The days on which it was to be; without any, words right before a day say that
            it moves there.
    """
    words = words_in(text)
    moves_to = words.before("moves_to", gap="not_then_gap")
    mentions = days_that_stand(text, told_on=told_on, words=words) or []
    moved = {
        mention.day
        for mention in mentions
        if mention.day > told_on
        and mention.day not in before
        and moves_to.search(text[max(0, mention.start - _MOST_BEFORE) : mention.start])
    }
    if moved or not before:
        return moved.pop() if len(moved) == 1 else None
    day = day_alone(text, told_on=told_on, but=before, words=words)
    if day is None or (day - told_on).days > _WEEK:
        return day
    # "Tuesday's interview" is the one on which they had agreed, however far off.
    return None if any(day.weekday() == old.weekday() for old in before) else day


def _beside_old_days(
    found: frozenset[datetime], *, before: Collection[datetime]
) -> frozenset[datetime]:
    """Return times without those on the old day, which may be told by its weekday alone.

    "A wedding on Wednesday, so Thursday at four?" names the old day beside one clock.
    """
    days = {old.date() for old in before}
    weekdays = {old.weekday() for old in before}
    left = frozenset(x for x in found if x.date() not in days) or found
    if len(left) == 1:
        return left
    return frozenset(x for x in left if x.weekday() not in weekdays) or left


# What stands before a new time where the old one may be named beside it.
_INSTEAD = re.compile(
    r"\b(?:instead|(?:is|it.s|be) now|(?:ist|findet) (?:jetzt|nun)|new (?:date|time|details|slot|appointment)|(?:moved?|rescheduled|changed|postponed) (?:it )?(?:to|for)"
    r"|stattdessen|anstatt|statt|dafür|neue[rnms]? (?:termin|zeit|datum)|(?:verlegt|verschoben|verschieben|vorgezogen) auf"
    r"|auf (?!(?:\S+ ){0,2}(?:woche|monat|später|unbestimmt))(?:[^\s.!?]+ ){1,3}(?:legen|verlegen|verschieben|verschoben|vorziehen)"
    r"|à la place|nouve(?:au|l|lle)|en su lugar|en cambio|nuev[oa]|invece|nuov[oa]|em vez|nov[oa]|in plaats|nieuwe?"
    r"|spostat[oa] (?:a|al)|passar para|remarcad[oa] para|reportée? au|recevra|dejamos para|trasladad[oa] a|flyttas till|verzet naar"
    r"|zamiast|now[yaei]|yerine|yeni|istället|i stället|ny tid|nytt?)\b"
)


def moved_to(text: str, *, told_on: date) -> datetime | None:
    """Return the one time to which a text moves something whose old time nobody knows.

    Words before it say that it stands in place of another; else it may be the old one.
    """
    told = appointments(text, told_on=told_on)
    if not 0 < len(told) <= _OLD_AND_NEW:
        return None
    found: set[datetime] = set(_moved_to_day(text, told_on=told_on))
    for part in _PARAGRAPH.split(text):
        for instead in _INSTEAD.finditer(lower(part)):
            behind = appointments(part[instead.start() :], told_on=told_on)
            if not behind:
                # "Shall we say Wednesday instead, 9 o'clock?"
                start = [
                    0,
                    *(x.end() for x in _SENTENCE.finditer(part[: instead.start()])),
                ]
                behind = appointments(part[start[-1] :], told_on=told_on)
                behind = behind or _at_same_time(part[start[-1] :], told, on=told_on)
            found |= behind if len(behind) == 1 else frozenset()
    is_new = {x.date() for x in found}.isdisjoint(x.date() for x in told)
    return next(iter(found)) if len(found) == 1 and (found <= told or is_new) else None


def _at_same_time(
    text: str, told: Collection[datetime], *, on: date
) -> frozenset[datetime]:
    """Return what is told of the day that a sentence names for the same hour as before."""
    sentence = _SENTENCE.split(text)[0]
    if not _SAME_TIME.search(lower(sentence)):
        return frozenset()
    named = days_in(sentence, told_on=on, words=words_in(text))
    days = {mention.day for mention in named if mention is not None}
    return frozenset(each for each in told if each.date() in days)


# "Auf Freitag, 4. Dezember, 11:30 Uhr verschieben": the word that moves stands behind the day.
# So may the old day, in front of the new one: "move our talk from Wednesday at ten to Friday".
_ONTO = re.compile(
    r"\b(?:auf|naar|till)(?: \w+,?)?(?: (?:den|dem|de))?\s+$"
    r"|\b(?:mov|reschedul|chang|push|shift|postpon)\w* [^.!?]*\bfrom\b [^.!?]* to\s+$",
    re.IGNORECASE,
)
_CLOCK_WORD = re.compile(r"\b(kl|godz)\.")
_MOST_BEFORE = 100


def _moved_to_day(text: str, *, told_on: date) -> Iterator[datetime]:
    """Yield the time on each day right before which words say that something moves to it."""
    text = _CLOCK_WORD.sub(r"\1", text)
    words = words_in(text)
    moves_to = words.before("moves_to", gap="not_then_gap")
    for mention in days_in(text, told_on=told_on, words=words):
        if mention is None:
            continue
        before = text[max(0, mention.start - _MOST_BEFORE) : mention.start]
        if moves_to.search(before) or _ONTO.search(before):
            behind = _SENTENCE.split(text[mention.start :], maxsplit=1)[0]
            yield from appointments(behind, told_on=told_on, words=words)


def _asked_for(text: str, *, told_on: date) -> frozenset[datetime]:
    """Return the times in questions: "I am called away at one tomorrow. Can you come at ten?"."""
    return appointments(" ".join(_QUESTION.findall(text)), told_on=told_on)


def _is_like(one: datetime, *, before: Collection[datetime], told_on: date) -> bool:
    """Say whether a time may be an old one, told by its weekday: that of this week, of one yet to come."""
    is_near = (one.date() - told_on).days <= _WEEK
    return is_near and any(
        (one.weekday(), one.time()) == (old.weekday(), old.time())
        for old in before
        if old.date() >= told_on
    )


def _is_old_clock(text: str, *, told_on: date, found: Collection[datetime]) -> bool:
    """Say whether the only clock time named is the old day's: "4 May at 9 moves to 5 May".

    It is the new day's where it stands right behind that: "On 4 May I am away, would 5 May
    at 9 suit you".
    """
    clocks = [*times_in(text)]
    if len(clocks) != 1:
        return False
    before = [
        mention
        for mention in days_in(text, told_on=told_on, words=words_in(text))
        if mention is not None and mention.end <= clocks[0].start
    ]
    latest = max(before, key=lambda mention: mention.end, default=None)
    return latest is None or latest.day not in {each.date() for each in found}


def _same_time(text: str, *, told_on: date, latest: datetime) -> datetime | None:
    words = words_in(text)
    days: set[date] = set()
    for sentence in _SENTENCE.split(text):
        if not _SAME_TIME.search(lower(sentence)):
            continue
        for mention in days_in(sentence, told_on=told_on, words=words):
            if mention is None:
                return None
            days.add(mention.day)
    days.discard(latest.date())
    return datetime.combine(days.pop(), latest.time()) if len(days) == 1 else None
