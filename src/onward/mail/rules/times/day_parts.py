"""Days as they are written: by date, by weekday, in words, near ones; the parts of one expression."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.times.few_signs import bare_day, short_weekday
from onward.mail.rules.times.word_lists import WordLists, any_of

_OTHER_WEEKS = ("in_fortnight", "in_week", "fortnight_on", "week_on", "other_week")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"


def day_pattern(words: WordLists) -> re.Pattern[str]:
    """Return what finds a day in a text in lower case."""
    weekdays, months = any_of(words.weekdays), any_of(words.months)
    ordinal = rf"(?:{words.any_part('ordinals')})?"
    article = rf"(?:{words.any_part('articles')}\s*)"
    weekday = rf"(?:(?P<weekday>{weekdays})\b['.]?(?:,?\s+|\s?\(){article}?)?"
    year = rf"(?:,?\s+(?:{words.any_part('year_joins')}\s+)?(?P<year1>20\d\d))?"
    dates = [
        rf"(?P<day1>\d{{1,2}}){ordinal}(?:\s+(?:{words.any_part('joins')}\s+)?|-)"
        rf"(?P<month1>{months})\b\.?{year}(?!\d)",
        rf"(?P<day7>{_ordinal_day(words)})\s+(?:{words.any_part('ordinal_joins')}\s+)?(?P<month7>{months})\b\.?(?:,?\s+(?P<year7>20\d\d))?(?![\d-])",
        *(_home_dates(words) if words.is_home else _guest_dates(words)),
        r"(?P<year4>20\d\d)(?P<sign4>[-/])(?P<month4>\d\d)(?P=sign4)(?P<day4>\d\d)(?!\d)",
    ]
    behind = rf"(?:\s?{words.any_part('day_words')})?"
    # Turkish names the weekday behind the date.
    after = r"(?:\s?\(|,?\s+)" if "tr" in words.languages else r"\s?\("
    follows = rf"(?:{behind}{after}(?P<follows>{weekdays})\b)?"
    near = rf"(?P<near>{any_of(words.near)})(?!\w)"
    leads = words.listed("bare_before") if words.is_home else ()
    bare = bare_day(leads, behind=words.any_part("bare_behind"))
    # Looked at first: it begins a word, with a digit or one of these letters.
    kinds = ("coming", "next", "week_before")
    named = (w for kind in kinds for w in words.listed(kind))
    openings = (*words.weekdays, *words.months, *words.near, *words.ordinals, *named)
    begins = "".join(sorted({re.escape(word[0]) for word in openings}))
    return re.compile(
        rf"(?<!\w)(?=[\d{begins}])(?:(?<!\.){weekday}(?:{'|'.join(dates)}){follows}"
        rf"|(?<!\.){_alone(words)}|{near}{bare})"
    )


def _ordinal_day(words: WordLists) -> str:
    """Return the part for a day of a month in words: "seventh of ", "siebten "."""
    kinds = []
    for language in words.languages:
        data = tables("when")[language]
        names = any_of("|".join(data.get("ordinal_words", ())).split("|"))
        joins = data.get("ordinal_joins")
        if names:
            kinds.append(rf"(?:{names})(?=\s{joins}\s)" if joins else rf"(?:{names})")
    return "|".join(kinds) or "(?!)"


def _home_dates(words: WordLists) -> list[str]:
    months, ordinal = any_of(words.months), words.any_part("ordinals")
    return [
        rf"(?P<month2>{months})\b\.?\s+(?P<day2>\d{{1,2}})(?:{ordinal})?(?![\d:.]\d|\w)(?:,?\s+(?P<year2>20\d\d))?(?!\d)",
        rf"(?P<day3>\d{{1,2}})\.\s?(?P<month3>{_MONTH})\.(?:\s?(?P<year3>20\d\d|\d\d)(?!\s?uhr|\s?h\b|[:.]?\d))?",
        # "Montag 6.10 um 10 Uhr": the dot behind the month is left out, and an hour follows.
        rf"(?(weekday)|(?<=am ))(?P<day9>{_DAY})\.(?P<month9>{_MONTH})(?=,? (?:um|ab|gegen) (?:\d{{1,2}} ?(?:uhr|h\b)|\d{{1,2}}[:.][0-5]\d))",
        # An hour stands behind it, or before: "at 2 pm on 12/10".
        r"(?<![\d/])(?:(?P<led8>(?<=[\dm.]\son\s)))?(?P<day8>\d{1,2})/(?P<month8>\d{1,2})(?(led8)(?![\d/%]|[.,]\d)|(?=,? (?:(?:at|um|from|von|@) ?\d|\d{1,2}(?::[0-5]\d)? ?[ap]\.?m\b|\d{1,2}:[0-5]\d\b)))",
        r"(?<!\d/)(?P<day5>\d{1,2})(?P<sign>[/-])(?P<month5>\d{1,2})(?P=sign)(?P<year5>20\d\d(?!\d)|(?<=/)\d\d(?![\d/-]|[.,]\d))",
    ]


def _guest_dates(words: WordLists) -> list[str]:
    english = any_of(month for month in words.months if month in _english_months())
    return [
        rf"(?P<month2>{english})\b\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d|\w)(?:,?\s+(?P<year2>20\d\d))?(?!\d)",
        rf"(?<![.-])(?P<day3>{_DAY})(?P<sign>[./-])\s?(?P<month3>{_MONTH})(?P=sign)\s?(?P<year3>20\d\d|\d\d)(?![\d:/-]|\.\d)",
        rf"(?<![./-])(?P<day5>{_DAY})(?:/(?P<month5>{_MONTH})|\.(?P<month6>{_MONTH})\.?)(?![\d:/%]|\s?{words.any_part('oclock')})",
        _roman_date(words),
    ]


def _roman_date(words: WordLists) -> str:
    """Return the part for "24 XI br.", "w środę 24 XI": "12 II" alone may be a room and its floor.

    With an hour behind it, "dniu" stands before it. One letter is another word as well, and needs the word for the year behind it.
    """
    long = any_of(name for name in words.roman_months if len(name) > 1) or "(?!)"
    short = any_of(name for name in words.roman_months if name in {"v", "x"}) or "(?!)"
    year = rf"\s(?:20\d\d\s?)?{words.any_part('day_words')}(?!\w)"
    hour = rf",?\s{words.any_part('at')}\s?\d"
    told = rf"(?={year}|\s20\d\d(?!\d))|(?(weekday)|(?(on_day)(?={hour})|(?!)))"
    return (
        rf"(?P<on_day>(?<=dniu )|(?<=dnia ))?(?P<day9>{_DAY})\s(?P<month9>(?:{long})\b(?:{told})|(?:{short})\b(?={year}))"
        r"(?:\s(?P<year9>20\d\d)(?!\d))?"
    )


def _alone(words: WordLists) -> str:
    """Return the part for a weekday without a date: "next Thursday", "le mardi 12"."""
    day = any_of(word for word in words.weekdays if len(word) > 3)
    if words.is_home:
        at = words.any_part("at")
        day = f"{day}|{short_weekday(words.weekdays, at=at)}"
    before = any_of(words.listed("week_before")) or "(?!)"
    which = any_of([*words.listed("coming"), *words.listed("next")])
    behind = any_of([*words.listed("coming_behind"), *words.listed("next_behind")])
    article = rf"(?:{words.any_part('week_gap')}\s+|{words.any_part('articles')}\s*)"
    lead = rf",?\s+{article}?"
    if words.is_home:
        lead = rf",?\s+(?:{article}|(?=\d{{1,2}}(?:st|nd|rd|th)\b))"
    # "Na sexta dois colegas …": in most languages a count of anything stands there too.
    names = (any_of(words.ordinals) if words.is_home else "") or "(?!)"
    number = rf"(?P<ordinal>\d{{1,2}}|(?:{names})\b)(?:{words.any_part('ordinals')})?"
    if not words.is_home:
        number += rf"(?![\w:/-]|[.,]\d|\s?{words.any_part('oclock')}|\s?{words.any_part('hour_words')}|{words.any_part('at_behind')}(?!\w)|\s{words.any_part('cased_half_and')}(?!\w))"
    # A date that is not read names another day than the nearest: "Dienstag, 12/8".
    is_time = rf"\s?(?:{words.any_part('oclock')}|[ap]\.?m\b)"
    dated = (
        rf"(?P<dated>(?=,?\s+{article}?\d{{1,2}}"
        rf"(?:\s?/\s?\d|\.{_MONTH}(?!\d|:\d|{is_time}))))"
    )
    return (
        rf"(?:(?P<week>{before}),?\s+{article}?)?(?:(?P<which>{which})\s+)?"
        rf"(?P<alone>{day})\b'?(?:{lead}{number}|{dated})?"
        rf"(?:\s+(?P<which_behind>{behind or '(?!)'})(?!\w|\s+{words.any_part('not_behind')}\b))?"
        rf"(?:,?\s+(?:(?P<later>{any_of(words.listed('next_week'))})|(?P<open>{'|'.join(map(words.any_part, _OTHER_WEEKS))}))\b)?"
    )


@cache
def _english_months() -> frozenset[str]:
    months = tables("when")["en"]["months"]
    return frozenset(name for names in months for name in names.split("|"))
