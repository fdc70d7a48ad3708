"""When something is to be: the day and hour that a text arranges."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.arrivals import behind_arrival, is_of_journey
from onward.mail.rules.times.clock import TimeMention, times_in
from onward.mail.rules.times.days import (
    SENTENCE_END,
    ZONE,
    DayMention,
    named_days,
    words_in,
)
from onward.mail.rules.times.last_day import ahead_of
from onward.mail.rules.times.named_zones import by_one_clock, without_zones
from onward.mail.rules.times.own_hour import own_hour
from onward.mail.rules.times.programme import first_of_programme, own_slot
from onward.mail.rules.times.standing_days import is_not_then, says_it_moves, sure_days
from onward.mail.rules.times.stretches import (
    is_awaited,
    is_for_callers,
    is_of_next_day,
    is_of_opening,
    is_within_half_an_hour,
    stretch_behind,
)
from onward.mail.rules.times.when_words import Words

_NEAR_AFTER = 44
_NEAR_BEFORE = 24
_FAR_AFTER = 160
_FAR_SURELY = 320
"""Up to here an hour counts that is told as `_SLOT_STARTS` says."""
_SLOT_STARTS = re.compile(
    r"\b(?:your (?:interview |allotted )?(?:slot|interview|appointment) (?:starts|begins)"
    r"|ihr(?:e)? (?:gespräch|termin|vorstellungsgespräch) beginnt)(?: at| um)? ?$"
)
_LATEST = time(23, 0)
"""Nobody is asked to come later."""

_NEW_PARAGRAPH = re.compile(r"\n\s*\n")


def appointment(
    text: str, *, told_on: date, words: Words | None = None
) -> datetime | None:
    """Return the one day and clock time that a text arranges, or None where unsure.

    The time is the clock of the place it is told for. Of several days that have a time
    none is chosen: the text lets people choose, or moves what was arranged.
    """
    found = appointments(text, told_on=told_on, words=words)
    return next(iter(found)) if len(found) == 1 else None


def appointments(
    text: str, *, told_on: date, words: Words | None = None
) -> frozenset[datetime]:
    """Return each day that a text names with its clock time; none where one is unsure."""
    words = words or words_in(text)
    text = without_zones(by_one_clock(text).text, is_blanked=True)
    times = list(times_in(text, words=words))
    named = list(named_days(text, told_on=told_on, words=words))
    found: set[datetime] = set()
    moved: set[datetime] = set()
    bare: list[DayMention] = []
    for mention in sure_days(named, times=times, text=text, words=words):
        if is_not_then(mention, text=text, words=words):
            continue
        if (found or bare) and _is_instead(mention, text=text, words=words):
            return frozenset()
        at = _time_beside(mention, times=times, text=text, words=words)
        if at is None:
            bare.append(mention)
            same = _same_time(mention, found=found, text=text, words=words)
            moved |= {datetime.combine(mention.day, hour) for hour in same}
            continue
        is_off = _is_called_off(mention, at=at, text=text, words=words)
        is_for_calls = is_for_callers(at, times=times, text=text, words=words)
        is_open = is_of_opening(at, text=text, words=words)
        is_else = is_off or is_for_calls or is_open or is_of_journey(at, text=text)
        if at.at >= _LATEST or is_else:
            # "By 23:59 on Sunday": the day something is due.
            continue
        if _is_choice(at, times=times, text=text, words=words):
            return frozenset()
        found.add(datetime.combine(mention.day, at.at))
        if _is_moved_to(mention, at=at, text=text, words=words):
            moved.add(datetime.combine(mention.day, at.at))
    if moved or found:
        return frozenset(moved or found)
    if listed := _listed(bare, times=times, text=text, words=words):
        return frozenset({listed})
    starts = [match.start() for match, _ in named]
    told = {
        datetime.combine(mention.day, at.at)
        for mention in bare
        if (
            at := _time_after(
                mention, starts=starts, times=times, text=text, words=words
            )
        )
    }
    return frozenset(told) if len(told) == 1 else frozenset()


def _listed(
    bare: Sequence[DayMention],
    *,
    times: Sequence[TimeMention],
    text: str,
    words: Words,
) -> datetime | None:
    """Return the time on the only day of a text that a programme or a list of slots tells."""
    days = {mention.day for mention in bare}
    if len(days) != 1:
        return None
    first = own_slot(text, times=times) or first_of_programme(text, words=words)
    return datetime.combine(days.pop(), first.at) if first else None


def _is_moved_to(
    mention: DayMention, *, at: TimeMention, text: str, words: Words
) -> bool:
    """Say whether words before a day and its time make it the one that holds now."""
    return says_it_moves(text, to=min(mention.start, at.start), words=words)


def _same_time(
    mention: DayMention, *, found: Collection[datetime], text: str, words: Words
) -> set[time]:
    """Return the one hour told before that a day takes over: "Friday instead, same time"."""
    hours = {at.time() for at in found}
    end = SENTENCE_END.search(text, mention.end)
    behind = lower(text[mention.end : end.start() if end else len(text)])
    if len(hours) > 1 or not words.found("same_time").search(behind):
        return set()
    return hours


def _is_called_off(
    mention: DayMention, *, at: TimeMention, text: str, words: Words
) -> bool:
    """Say whether what follows a day and its time says that it is not then."""
    end = max(mention.end, at.end)
    # "8'den 14'e kadar": the "until" of a stretch says how long it is.
    if stretch := words.stretch_end.match(lower(text), end):
        end = stretch.end()
    return words.behind("not_then_behind").match(text, end) is not None


def _is_instead(mention: DayMention, *, text: str, words: Words) -> bool:
    """Say whether a day is offered in the place of one before it: "or rather on Sunday"."""
    before = lower(text[max(0, mention.start - 60) : mention.start])
    clause = _CLAUSE.split(before)[-1]
    return bool(words.word_with("instead").search(clause))


_CLAUSE = re.compile(r"[.!?;:\n]\s*|,\s+(?=(?:that|dass|weil|because)\b)")


_SAME_DAY = re.compile(
    r"\b(?:same day|(?:selben|gleichen) tag|même jour|mismo día|stesso giorno|mesmo dia"
    r"|zelfde dag|tego samego dnia|samma dag|aynı gün)\b"
)


def _time_after(
    mention: DayMention,
    *,
    starts: Iterable[int],
    times: list[TimeMention],
    text: str,
    words: Words,
) -> TimeMention | None:
    """Return the time by which a later sentence lets begin what a day was named for.

    "Please come on Thursday. We start at 7:30": no other day stands between, and the
    sentence says that one comes or begins then, of no door that is open.
    """
    reached = mention.end
    for place, at in enumerate(times):
        if at.start < mention.end:
            continue
        gap = text[mention.end : at.start]
        is_other_day = any(mention.end <= start < at.start for start in starts)
        away = at.start - mention.end
        is_other_day = is_other_day or is_of_next_day(at, text=text, words=words)
        if is_other_day or away > _FAR_SURELY:
            return None
        ahead = lower(SENTENCE_END.split(text[reached : at.start])[-1])
        if words.before("bound").search(f"{ahead} "):
            return None
        reached = at.end
        if words.found("open_then").search(ahead):
            continue
        behind = lower(
            SENTENCE_END.split(_behind(times[place:], text=text, words=words))[0]
        )
        is_open = words.found("open_then").search(behind)
        is_far = away > _FAR_AFTER
        is_apart = is_far or _NEW_PARAGRAPH.search(gap) is not None
        told = "surely_then" if is_apart else "begins_then"
        if is_far and not _SLOT_STARTS.search(ahead):
            return None
        if _SAME_DAY.search(f"{ahead} {behind}"):
            # Of the talk that was agreed on, and not of the day that stands before.
            return None
        own = lower(text[at.start : at.end])
        is_labelled = not is_far and words.found("time_label").match(own) is not None
        said = words.found(told).search(f"{ahead} {own} {behind}")
        is_beside = own_hour(at, times=times, text=text) is not at
        is_told = is_labelled or said is not None or is_beside
        if is_open or not (
            is_told or _is_told_alone(mention, at=at, text=text, words=words)
        ):
            return None
        is_choice = _is_choice(at, times=times, text=text, words=words)
        return None if is_choice else _begun(at, times=times, text=text)
    return None


def _behind(times: Sequence[TimeMention], *, text: str, words: Words) -> str:
    """Return what stands behind the first of some times, up to the next that is not its end."""
    at, *others = times
    end = at.end
    if others and words.range_gap.fullmatch(lower(text[end : others[0].start])):
        end = others.pop(0).end
    if not others:
        return text[end:]
    # "Lunch is over at two, so let's say 15:00": those words are of the next hour.
    return _ONE_CONCLUDES.split(text[end : others[0].start])[0]


_ONE_CONCLUDES = re.compile(r",\s(?:so|then|also|dann|daher|deshalb)\s")


def _begun(at: TimeMention, *, times: Sequence[TimeMention], text: str) -> TimeMention:
    """Return the hour at which it begins for the reader, where an hour beside it is of else."""
    own = own_hour(at, times=times, text=text)
    return behind_arrival(own, times=times, text=text)


def _is_told_alone(
    mention: DayMention, *, at: TimeMention, text: str, words: Words
) -> bool:
    """Say whether a time begins the sentence behind the one that names a day to meet.

    "On the 4th we would have time for you. 5 pm, side entrance."
    """
    parted = SENTENCE_END.search(text, mention.end, at.start)
    if parted is None or parted.end() != at.start or _NEW_PARAGRAPH.search(parted[0]):
        return False
    around = f"{ahead_of(mention, text=text)} {text[mention.end : parted.start()]}"
    return words.word_with("meets").search(lower(around)) is not None


_PARTED = re.compile(r"[.!?]\s+[A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ]|\n\s*\n")

_BLANKED = re.compile(r" {2,}")

_STOPPED = re.compile(rf"(?<=\.)\s+(?!{ZONE})[A-Z]")
"""Behind "9:30 am.", whose full stop is one of the sentence as well."""


def _time_beside(
    mention: DayMention, *, times: list[TimeMention], text: str, words: Words
) -> TimeMention | None:
    """Return the time that belongs to a day: the first after it, else right before it."""
    for at in times:
        gap = text[mention.end : at.start]
        is_near = 0 <= at.start - mention.end <= _NEAR_AFTER
        if is_near and not (
            _PARTED.search(gap) or is_of_next_day(at, text=text, words=words)
        ):
            # "until noon", "ab 13 Uhr", "between 2 and 3 pm": a bound is no beginning.
            goes_on = words.goes_until.match(text, at.end) is not None
            is_bound = not goes_on and words.before("bound").search(f"{gap} ")
            is_then = (
                not is_bound
                or _takes_place(at, day=mention, text=text, words=words)
                or is_within_half_an_hour(at, times=times, text=text, words=words)
                or is_awaited(at, text=text, words=words)
            )
            return _begun(at, times=times, text=text) if is_then else None
    if words.is_home and (stretch := stretch_behind(mention, text=text, words=words)):
        return stretch
    before = [at for at in times if at.end <= mention.start]
    if not before:
        return None
    last = before[-1]
    gap = text[last.end : mention.start]
    # The name of a zone between them is blanked.
    is_near = len(_BLANKED.sub(" ", gap)) <= _NEAR_BEFORE
    if not is_near or _PARTED.search(gap) or _STOPPED.match(text, last.end):
        return None
    # "From 9 until 11 am on Monday" begins at nine.
    first = before[-2] if len(before) > 1 else last
    is_range = words.range_gap.fullmatch(lower(text[first.end : last.start]))
    return first if is_range else last


def _takes_place(at: TimeMention, *, day: DayMention, text: str, words: Words) -> bool:
    """Say whether a sentence says that something takes place from a time on."""
    before = text[max(0, at.start - _FAR_AFTER) : at.start]
    ahead = lower(SENTENCE_END.split(before)[-1])
    behind = lower(SENTENCE_END.split(text[at.end : at.end + _FAR_AFTER])[0])
    if not words.before("begins_at").search(ahead):
        return False
    if words.found("takes_place").search(f"{ahead} {behind}"):
        return True
    # "Schnuppertag: Mittwoch, 26. August, ab 07.15 Uhr.": what is invited to, its day, its hour and no more.
    head = ahead[: len(ahead) - (at.start - day.start)]
    gap = lower(text[day.end : at.start])
    is_beside = words.before("begins_at").fullmatch(gap.lstrip(" ,("))
    is_all = _NO_MORE.fullmatch(behind) is not None
    is_led = words.found("invites_then").search(head) is not None
    return bool(is_beside) and is_all and is_led


_NO_MORE = re.compile(r"(?: bis (?:mittags?|abends?))?[\s.!)]*")


def _is_choice(
    at: TimeMention, *, times: list[TimeMention], text: str, words: Words
) -> bool:
    """Say whether another time stands beside this one to be chosen instead."""
    gaps = [text[at.end : other.start] for other in times if other.start >= at.end]
    gaps += [text[other.end : at.start] for other in times if other.end <= at.start]
    return any(words.choice.fullmatch(gap) for gap in gaps)
