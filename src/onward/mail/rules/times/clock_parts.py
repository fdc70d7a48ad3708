"""Hours as they are written: on clocks, in words, from one to another; the parts of one expression."""

from __future__ import annotations

import re

from onward.mail.rules.basics.american import AMERICAN, SHORT_AMERICAN
from onward.mail.rules.times.hour_parts import apart, cased, exact, labelled, parted
from onward.mail.rules.times.named_zones import ENDS, STANDS_ALONE
from onward.mail.rules.times.word_lists import WordLists, any_of

_COUNTED = (
    r"(?:day|week|month|year|hour|minute|people|staff|percent|grade|tag|woche|monat|jahr|stunde"
    r"|minute|person|leute|euro|prozent|mitarbeit|kind|schüler|platz|plätze|km|meter)"
)
"""What follows two numbers that are no hours: "from 8 to 12 weeks"."""

_TILL = r"\s?[-\u2013]\s?(?:\d|1\d|2[0-4])(?:[.:][0-5]\d)?(?![\w%/:-]|[.,]\d|\s?(?:%|€|kr)\b)"
_COMMA = r",(?=(?:00|15|30|45)(?!\s?(?:€|eur|\$|%)))"
"""Between an hour and its quarter as many write it: "alle 18,30"; a sum is none."""


_ZONES = "cet|cest|mez|mesz|gmt|bst|utc"
_STREETS = rf"(?:{AMERICAN})(?:{STANDS_ALONE})|{SHORT_AMERICAN}(?:\stime)?(?:{ENDS}|(?=\son\s))"
"""American zones, which may be streets as well: they have to stand beside a day."""

_WORKED = r"(?:(?<=\b[7-9]a)|(?<=\b1[01]a)|(?<=\b12p)|(?<=\b[1-6]p))"
"""Hours with half a word behind them that are of a day at work: "at 9a", and no house "12A"."""

_BARE_HALF = rf"(?(minute1)(?<=:\d\d[ap])|(?(at1){_WORKED}|(?!)))(?=(?:\s\(?(?:{SHORT_AMERICAN}|{AMERICAN})(?:\stime)?)?{ENDS})(?(minute1)|(?![^\S\n]*\n\w))"
"""Behind "2:30p" and "Tuesday at 2p": the end, or a zone and the end; "at 4a Mill Lane" is a house."""

_HOUSE = r"\d{2,4}\s(?!(?:or|and|oder|und|hrs?|hours?|uhr|works?|is|would|if|passt|geht)\b)[^\W\d]{3}"
"""Behind a digit: the number of a house, which is no other hour: "at 11? 5500 Main Road"."""

_NO_HALF = r"(?!(?:(?<=at\s\d)|(?<=at\s\d\d))\s?[ap]\.?\s?m\b)"
"""Behind an hour that needs no more: "at 7am" tells its half, "um 7 am Empfang" where."""

_MILITARY = (
    r"(?P<hour9>0[5-9])(?P<minute0>[0-5]\d)(?:\s?(?:hrs?|hours)\b)?(?![\d/:-]|\.\d|\s\d)",
    r"(?P<hour0>1\d|2[01])(?P<minute9>[0-5]\d)\s?(?:hrs|hours)\b",
)
"""Times as ports and armies write them: "0845", "1400 hrs"."""

_IN_GERMAN = (
    r"(?:(?:um|gegen)\s|(?<=\d\.\s)|(?<=\d\.,\s))(?P<german_h>\d{1,2})\s?h\b",
    r"(?<=\d\.\sam\s)(?P<german_at>1[0-9]|[7-9])\.(?P<german_minute>1[5-9]|[2-5]\d)(?![\d.%€])(?!\s?(?:euro|franken|chf|mio))",
)
"""Times as many write them in German: "Mi, 11.3., 16h", where "8h" alone is how long, and "9.12. am 14.15"."""


def clock_pattern(words: WordLists) -> re.Pattern[str]:
    """Return what finds a time in a text."""
    at, oclock = words.any_part("at"), words.any_part("oclock")
    hours = any_of(
        word for word in words.hours if word not in ("ein", "un", "een", "en")
    )
    minutes = r"(?:[0-5]\d)(?!\d)"
    minutes_told = any_of(words.minutes) or "(?!)"
    end = rf"\s*(?:[.,;:!?()\n]|$|\s-\s|(?:{any_of(words.weekdays)})\b|{words.any_part('after_clock')}(?!\w)|{words.any_part('afternoon')}|{words.any_part('morning')})"
    kinds = [
        r"(?:(?P<at1>(?<=\bat\s)|(?<=@\s)|(?<=@)))?(?P<hour1>\d{1,2})\s?(?:[:.](?P<minute1>[0-5]\d))?\s?(?P<half>[ap])"
        rf"(?:\.?\s?m\b\.?|(?P<bare_half>){_BARE_HALF}|(?=\s?[-\u2013]\s?\d{{1,2}}(?::[0-5]\d)?[ap]m?\b))",
        rf"(?P<hour2>\d{{1,2}})(?:[:.](?P<minute2>[0-5]\d))?\s?{oclock}(?:\s?(?P<minute6>{minutes}))?(?!\s?{words.any_part('per')})",
        r"(?P<hour3>\d{1,2})(?::|\.(?=[0-5]\d\sh\b(?!\s?/)))(?P<minute3>[0-5]\d)(?![\d:])",
        rf"(?P<hour4>\d{{1,2}})\s?[hu]\s?(?P<minute4>{minutes})\b",
        *(
            rf"{words.any_part(kind)}\s(?P<{kind}>{hours}|\d{{1,2}})\b(?![.:]\d)"
            for kind in (
                *("half_to", "half_past", "quarter_to", "quarter_past"),
                "quarter_of",
            )
        ),
    ]
    if words.is_home:
        kinds += [*_MILITARY, labelled(words), _in_part_of_day(words), *_IN_GERMAN]
        kinds = [_home_range(words), _minutes_beside(words, hours=hours), *kinds]
    else:
        told = parted(words, hours=hours, minutes=minutes_told, end=end)
        kinds = [_range(words), *told, *kinds, *_guest_times(words, end=end)]
        kinds += cased(words, hours=hours)
    kinds = [*exact(words, hours=hours), *kinds]
    if words.is_home:
        # "Um 10", "at 11": the hours of a day at work need no more.
        at = rf"(?:{at}|{words.any_part('told_hour')})"
        kinds.append(
            rf"{at}\s(?P<hour6>\d{{1,2}}){_NO_HALF}(?={end}|\s(?:{_ZONES}|(?P<zoned>{_STREETS}))\b)(?!{end}\s?\d(?!\d?(?:st|nd|rd|th)\b|\d?/\d|\d?\.?\s(?:{any_of(words.months)})\b|{_HOUSE}))"
        )
        kinds.append(
            rf"{at}\s(?P<hour5>\d{{1,2}})\.(?P<minute5>[0-5]\d)(?![\d.]\d|\d|\s?(?:[ap]\.?\s?m\b|{oclock}|%|€|euro|mio))"
        )
        kinds.append(_behind_month(words))
    kinds += [
        rf"(?:{at}|{words.any_part('at_word')})\s(?P<word>{hours})(?:\s{words.any_part('hour_words')}"
        rf"(?:\s(?P<word_minutes>{minutes_told})\b)?(?!\w)|(?={end}|\s*{_hour_words(words)}))",
        rf"(?P<noon>{words.any_part('noon')})\b(?:\s(?:(?P<noon_quarter>{words.any_part('noon_quarter')})"
        rf"|(?P<noon_half>{words.any_part('noon_half')})|(?P<noon_less>{words.any_part('noon_less')})"
        rf"|(?:(?P<noon_to>{words.any_part('noon_to')})\s)?(?P<noon_minutes>{minutes_told})(?={end}))\b)?",
        apart(words, hours=hours, minutes=minutes_told),
    ]
    behind = rf"(?:,?\s(?:(?P<late>{words.any_part('afternoon')})|(?P<early>{words.any_part('morning')}))\b)?"
    return re.compile(rf"(?<![\w:.,/-])(?:{'|'.join(kinds)}){behind}")


def _behind_month(words: WordLists) -> str:
    """Return the part for "Thursday 17 September, 11.05", where no price or date follows.

    Before it a weekday has to stand: "ref 4 December 10.12" is no hour.
    """
    behind = "|".join(
        rf"(?<=\d\s{name}{sign})"
        for name in sorted(words.months)
        for sign in (r"\s", r",\s")
    )
    goes_on = r"(?=\s*(?:[.!?)\n](?!\d)|$|,\s[^\W\d]|[-\u2013]\s?\d|(?:for|in|with|bei|im|zum|mit)\s[^\W\d]))"
    return (
        rf"(?:{behind})(?P<month_hour>\d{{1,2}})\.(?P<month_minute>[0-5]\d){goes_on}"
        r"(?!,?\s(?:or|oder)\b|\s?/)"
    )


def _in_part_of_day(words: WordLists) -> str:
    """Return the part for "11 March, 3 in the afternoon"."""
    parts = (words.any_part("afternoon"), words.any_part("morning"))
    return rf"(?P<in_part>\d{{1,2}})(?=\s(?:{'|'.join(parts)})\b)"


def _home_range(words: WordLists) -> str:
    """Return the part for the first of two times: "9 bis 15 Uhr", "2 to 3pm", "9 or 10am".

    Only the second carries what makes them times, and the first is when to be there.
    """
    dash = r"[-\u2013\u2014]"
    joins = rf"(?:{dash}|{words.any_part('range_ends')})"
    between = (
        rf"(?:{joins}|(?P<either7>{words.any_part('or')})|(?(window7)(?:and|und)|(?!)))"
    )
    clock = r"(?P<end7>\d{1,2})(?:[:.](?P<end_minute7>[0-5]\d))?"
    noon = r"(?P<till_noon>noon|midday|mittags?)\b"
    # "12.08 - 10 Uhr" is a day and a time: a dot parts minutes where it does so twice.
    joined = rf"\s?{joins}\s?{words.about}\d"
    no_month = r"(?:(?<=00)|(?<=1[3-9])|(?<=[2-5]\d))"
    dotted = rf"\.(?P<minute6b>[0-5]\d)(?=[^.\n]{{1,8}}\d\.\d\d|{no_month}{joined}|{joined}\d?\.\d\d)"
    # "From 8 to 12" says it by its first word, unless the second counts something.
    months = any_of(words.months)
    uncounted = rf"(?![\d%:.]*\d|\s?[%€$£]|\s\w*{_COUNTED}|\.?\s(?:of\s)?(?:{months})\b|(?:st|nd|rd|th)\b)"
    # A rough end says by itself what it counts, or that it counts nothing: "from 8 to about 10 people".
    uncounted = rf"{uncounted}(?(rough7)(?=\s*(?:[.,;:!?()\n]|$)))"
    rough = rf"(?:(?P<rough7>{words.any_part('about')})\s+)?"
    bare = rf"(?(from7){uncounted}|(?(window7){uncounted}|(?!)))"
    windows = "|".join(rf"(?<={word}\s)" for word in words.listed("window"))
    return (
        rf"(?:(?P<from7>{words.any_part('from')})\s|(?P<window7>{windows}))?"
        rf"(?P<hour7>\d{{1,2}})(?::(?P<minute7>[0-5]\d)|{dotted})?(?!\d)"
        rf"(?=\s?{between}\s?{rough}(?:{noon}|{clock})(?(till_noon)|(?:\s?(?:{words.any_part('oclock')}|(?P<half7>[ap])\.?\s?m\b)|{bare})))"
    )


def _minutes_beside(words: WordLists, *, hours: str) -> str:
    """Return the part for "ten past twelve", "zwanzig vor drei"."""
    count = rf"(?P<minutes_told>{any_of(words.numbers)}|\d{{1,2}})"
    past = rf"(?P<minutes_past>{words.any_part('minutes_past')})"
    to = rf"(?P<minutes_to>{words.any_part('minutes_to')})"
    hour = rf"(?:(?P<beside_half>{words.any_part('half_to')})\s)?(?P<beside>{hours}|\d{{1,2}})\b(?![.:]\d)"
    return rf"(?:(?P<told_at>{words.any_part('at')})\s)?{count}\s(?:(?P<is_counted>minut\w*)\s)?(?:{past}|{to})\s{hour}"


def _range(words: WordLists) -> str:
    """Return the part for the first of two hours: "de 10h à 11h", "od 10 do 11"."""
    rough = (
        rf"\d{{1,2}}(?:[:.hu][0-5]\d|\s?{_hour_words(words)}|(?=\s*(?:[.,;:!?()\n]|$)))"
    )
    return (
        rf"{words.any_part('begins')}\s(?P<hour7>\d{{1,2}})(?:[:.hu](?P<minute7>[0-5]\d)\b)?"
        rf"(?:\s?{_hour_words(words)})?(?=\s?(?:{words.any_part('ends')}|-)\s?(?:\d|{words.any_part('about')}\s+{rough}))"
    )


def _guest_times(words: WordLists, *, end: str) -> list[str]:
    per = words.any_part("per")
    return [
        rf"{words.any_part('at')}\s?(?P<hour5>\d{{1,2}})(?:(?:[:.]|{_COMMA}|\s?[hu]\s?)(?P<minute5>[0-5]\d)(?![\d.]\d|\d)"
        rf"|\s?{_hour_words(words)}(?:\s(?P<minute8>[0-5]\d)\b)?(?!\s?{per})|(?='\w|{end}|\s(?:cet|cest|mez|mesz|gmt|bst|utc)\b)|(?={_TILL}))",
        rf"(?P<hour0>\d{{1,2}})(?:[:.](?P<minute0>[0-5]\d))?(?={words.any_part('at_behind')}(?!\w))",
        # "Lör 25/4 9-14": behind a day two hours need no word.
        rf"(?:(?<=\d/\d\s)|(?<=\d/\d\d\s))(?P<hour9>\d{{1,2}})(?={_TILL})",
        r"(?P<hour8>\d{1,2})\.(?P<minute9>00|15|30|45)(?![\w%]|\.\d|\s?(?:%|€|euro|zł|tl|kr)\b)",
    ]


def _hour_words(words: WordLists) -> str:
    return f"(?:{words.any_part('oclock')}|{words.any_part('hour_words')})"
