"""The words of days and times of some languages, and the expressions made of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from onward.mail.rules.basics.language import HOME
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.times.few_signs import bare_day, short_weekday
from onward.mail.rules.times.hour_parts import apart, cased, exact, labelled, parted
from onward.mail.rules.times.languages import NEAR, SHORTEST_BESIDE
from onward.mail.rules.times.named_zones import STANDS_ALONE

Table = Mapping[str, int]
_Data = dict[str, str | list[str]]

_OTHER_WEEKS = ("in_fortnight", "in_week", "fortnight_on", "week_on", "other_week")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"


_COUNTED = (
    r"(?:day|week|month|year|hour|minute|people|staff|percent|grade|tag|woche|monat|jahr|stunde"
    r"|minute|person|leute|euro|prozent|mitarbeit|kind|schüler|platz|plätze|km|meter)"
)
"""What follows two numbers that are no hours: "from 8 to 12 weeks"."""

_TILL = r"\s?[-\u2013]\s?(?:\d|1\d|2[0-4])(?:[.:][0-5]\d)?(?![\w%/:-]|[.,]\d|\s?(?:%|€|kr)\b)"
_COMMA = r",(?=(?:00|15|30|45)(?!\s?(?:€|eur|\$|%)))"
"""Between an hour and its quarter as many write it: "alle 18,30"; a sum is none."""


_ZONES = "cet|cest|mez|mesz|gmt|bst|utc|[ecmp][sd]?t"
_LONG_ZONES = rf"(?:eastern|central|mountain|pacific)(?:{STANDS_ALONE})"
"""American zones, which may be streets as well: they have to stand beside a day."""

_HOUSE = r"\d{2,4}\s(?!(?:or|and|oder|und|hrs?|hours?|uhr|works?|is|would|if|passt|geht)\b)[^\W\d]{3}"
"""Behind a digit: the number of a house, which is no other hour: "at 11? 5500 Main Road"."""

_NO_HALF = r"(?!(?:(?<=at\s\d)|(?<=at\s\d\d))\s?[ap]\.?\s?m\b)"
"""Behind an hour that needs no more: "at 7am" tells its half, "um 7 am Empfang" where."""

_MILITARY = (
    r"(?P<hour9>0[5-9])(?P<minute0>[0-5]\d)(?:\s?(?:hrs?|hours)\b)?(?![\d/:-]|\.\d|\s\d)",
    r"(?P<hour0>1\d|2[01])(?P<minute9>[0-5]\d)\s?(?:hrs|hours)\b",
)
"""Times as ports and armies write them: "0845", "1400 hrs"."""

_IN_GERMAN = r"(?:(?:um|gegen)\s|(?<=\d\.\s)|(?<=\d\.,\s))(?P<german_h>\d{1,2})\s?h\b"
"""Times as many write them in German: "Mi, 11.3., 16h"; "8h" alone is how long."""


def any_of(words: Iterable[str]) -> str:
    """Return an expression for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def words_of(languages: tuple[str, ...]) -> Words:
    """Return the words of some languages, the first ones before the others."""
    return Words(languages)


@dataclass(frozen=True)
class Words:
    """The words of some languages; each expression is compiled when first needed."""

    languages: tuple[str, ...]

    @property
    def is_home(self) -> bool:
        """English or German leads: days may stand behind months, and 9/8 may be both."""
        return self.languages[0] in HOME

    @property
    def counts_to_24(self) -> bool:
        """Say whether the leading language writes the hours of the evening as 18 to 23."""
        return "evening" in tables("when")[self.languages[0]]

    @cached_property
    def months(self) -> Table:
        """Return each name of a month with its number."""
        return self._numbered("months", first=1)

    @cached_property
    def short_months(self) -> Collection[str]:
        """Return the names of months that are the beginning of a longer one: "aug"."""
        months = self.months.items()
        return frozenset(
            name
            for name, number in months
            if any(
                longer != name and longer.startswith(name) and number == other
                for longer, other in months
            )
        )

    @cached_property
    def roman_months(self) -> Table:
        """Return the months in Roman letters, where dates are written so: "24 XI"."""
        return self._numbered("roman_months", first=1)

    @cached_property
    def weekdays(self) -> Table:
        """Return each name of a weekday with its number; Monday is 0."""
        return self._numbered("weekdays", first=0)

    @cached_property
    def numbers(self) -> Table:
        """Return the words for 1 to 12, in English and German to 30."""
        return self._numbered("numbers", first=1)

    @cached_property
    def ordinals(self) -> Table:
        """Return the words for the days of a month, by their number."""
        return self._numbered("ordinal_words", first=1)

    @cached_property
    def hours(self) -> Table:
        """Return the words for hours as clocks say them, from 1 on."""
        return {**self.numbers, **self._numbered("clock_hours", first=1)}

    @property
    def any_clock_hour(self) -> str:
        """Return the part for an hour in the words that only clocks have: "dziewiąta"."""
        return f"(?:{any_of(self._numbered('clock_hours', first=1)) or '(?!)'})"

    @cached_property
    def minutes(self) -> Table:
        """Return the words for 5, 10, 15 … minutes behind an hour in words."""
        words = self._numbered("minutes", first=1)
        return {word: 5 * place for word, place in words.items()}

    @cached_property
    def near(self) -> Table:
        """Return the words for today, tomorrow and the day after, by days ahead."""
        return {word: n for n, kind in enumerate(NEAR) for word in self.listed(kind)}

    def _numbered(self, kind: str, *, first: int) -> Table:
        found: dict[str, int] = {}
        for language in self.languages:
            for place, names in enumerate(
                tables("when")[language].get(kind, ()), start=first
            ):
                for name in names.split("|"):
                    if self._is_sure(name, language=language):
                        found.setdefault(name, place)
        return found

    def _is_sure(self, word: str, *, language: str) -> bool:
        is_beside = language == "en" and not self.is_home
        return not is_beside or len(word) >= SHORTEST_BESIDE

    def listed(self, kind: str) -> Collection[str]:
        """Return the plain words of one kind."""
        return dict.fromkeys(self.part(kind).split("|")) if self.part(kind) else ()

    def part(self, kind: str) -> str:
        """Return one kind's part of an expression, of all languages; may be empty."""
        parts = (
            str(tables("when")[language].get(kind, "")) for language in self.languages
        )
        return "|".join(part for part in parts if part)

    def any_part(self, kind: str) -> str:
        """Return one kind's part as a group that is never empty, but may never match."""
        return f"(?:{self.part(kind) or '(?!)'})"

    @property
    def about(self) -> str:
        """Return the part for a word that makes the hour behind it a rough one, or for none: "bis ca. 12 Uhr"."""
        return rf"(?:{self.any_part('about')}\s+)?"

    def week_before(self, kind: str) -> re.Pattern[str]:
        """Return what finds a named week at the end of a text, a weekday behind it."""
        return _week_before(self, kind)

    def week_behind(self, kind: str) -> re.Pattern[str]:
        """Return what finds a named week at the beginning of a text, a weekday before it."""
        return _week_behind(self, kind)

    @cached_property
    def day(self) -> re.Pattern[str]:
        """Return what finds a day in a text in lower case."""
        weekdays, months = any_of(self.weekdays), any_of(self.months)
        ordinal = rf"(?:{self.any_part('ordinals')})?"
        article = rf"(?:{self.any_part('articles')}\s*)"
        weekday = rf"(?:(?P<weekday>{weekdays})\b['.]?(?:,?\s+|\s?\(){article}?)?"
        year = rf"(?:,?\s+(?:{self.any_part('year_joins')}\s+)?(?P<year1>20\d\d))?"
        dates = [
            rf"(?P<day1>\d{{1,2}}){ordinal}(?:\s+(?:{self.any_part('joins')}\s+)?|-)"
            rf"(?P<month1>{months})\b\.?{year}(?!\d)",
            rf"(?P<day7>{self._ordinal_day})\s+(?:{self.any_part('ordinal_joins')}\s+)?(?P<month7>{months})\b\.?(?:,?\s+(?P<year7>20\d\d))?(?![\d-])",
            *(self._home_dates() if self.is_home else self._guest_dates()),
            r"(?P<year4>20\d\d)(?P<sign4>[-/])(?P<month4>\d\d)(?P=sign4)(?P<day4>\d\d)(?!\d)",
        ]
        behind = rf"(?:\s?{self.any_part('day_words')})?"
        # Turkish names the weekday behind the date.
        after = r"(?:\s?\(|,?\s+)" if "tr" in self.languages else r"\s?\("
        follows = rf"(?:{behind}{after}(?P<follows>{weekdays})\b)?"
        near = rf"(?P<near>{any_of(self.near)})(?!\w)"
        leads = self.listed("bare_before") if self.is_home else ()
        bare = bare_day(leads, behind=self.any_part("bare_behind"))
        # Looked at first: it begins a word, with a digit or one of these letters.
        kinds = ("coming", "next", "week_before")
        named = (w for kind in kinds for w in self.listed(kind))
        words = (*self.weekdays, *self.months, *self.near, *self.ordinals, *named)
        begins = "".join(sorted({re.escape(word[0]) for word in words}))
        return re.compile(
            rf"(?<!\w)(?=[\d{begins}])(?:(?<!\.){weekday}(?:{'|'.join(dates)}){follows}"
            rf"|(?<!\.){self._alone()}|{near}{bare})"
        )

    @cached_property
    def _ordinal_day(self) -> str:
        """Return the part for a day of a month in words: "seventh of ", "siebten "."""
        kinds = []
        for language in self.languages:
            data = tables("when")[language]
            names = any_of("|".join(data.get("ordinal_words", ())).split("|"))
            joins = data.get("ordinal_joins")
            if names:
                kinds.append(
                    rf"(?:{names})(?=\s{joins}\s)" if joins else rf"(?:{names})"
                )
        return "|".join(kinds) or "(?!)"

    def _home_dates(self) -> list[str]:
        months, ordinal = any_of(self.months), self.any_part("ordinals")
        return [
            rf"(?P<month2>{months})\b\.?\s+(?P<day2>\d{{1,2}})(?:{ordinal})?(?![\d:.]\d|\w)(?:,?\s+(?P<year2>20\d\d))?(?!\d)",
            rf"(?P<day3>\d{{1,2}})\.\s?(?P<month3>{_MONTH})\.(?:\s?(?P<year3>20\d\d|\d\d)(?!\s?uhr|\s?h\b|[:.]?\d))?",
            # "Montag 6.10 um 10 Uhr": the dot behind the month is left out, and an hour follows.
            rf"(?(weekday)|(?<=am ))(?P<day9>{_DAY})\.(?P<month9>{_MONTH})(?=,? (?:um|ab|gegen) (?:\d{{1,2}} ?(?:uhr|h\b)|\d{{1,2}}[:.][0-5]\d))",
            # An hour stands behind it, or before: "at 2 pm on 12/10".
            r"(?<![\d/])(?:(?P<led8>(?<=[\dm.]\son\s)))?(?P<day8>\d{1,2})/(?P<month8>\d{1,2})(?(led8)(?![\d/%]|[.,]\d)|(?=,? (?:(?:at|um|from|von|@) ?\d|\d{1,2}(?::[0-5]\d)? ?[ap]\.?m\b|\d{1,2}:[0-5]\d\b)))",
            r"(?<!\d/)(?P<day5>\d{1,2})(?P<sign>[/-])(?P<month5>\d{1,2})(?P=sign)(?P<year5>20\d\d(?!\d)|(?<=/)\d\d(?![\d/-]|[.,]\d))",
        ]

    def _guest_dates(self) -> list[str]:
        english = any_of(month for month in self.months if month in _english_months())
        return [
            rf"(?P<month2>{english})\b\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d|\w)(?:,?\s+(?P<year2>20\d\d))?(?!\d)",
            rf"(?<![.-])(?P<day3>{_DAY})(?P<sign>[./-])\s?(?P<month3>{_MONTH})(?P=sign)\s?(?P<year3>20\d\d|\d\d)(?![\d:/-]|\.\d)",
            rf"(?<![./-])(?P<day5>{_DAY})(?:/(?P<month5>{_MONTH})|\.(?P<month6>{_MONTH})\.?)(?![\d:/%]|\s?{self.any_part('oclock')})",
            self._roman_date(),
        ]

    def _roman_date(self) -> str:
        """Return the part for "24 XI br.", "w środę 24 XI": "12 II" alone may be a room and its floor.

        With an hour behind it, "dniu" stands before it. One letter is another word as well, and needs the word for the year behind it.
        """
        long = any_of(name for name in self.roman_months if len(name) > 1) or "(?!)"
        short = (
            any_of(name for name in self.roman_months if name in {"v", "x"}) or "(?!)"
        )
        year = rf"\s(?:20\d\d\s?)?{self.any_part('day_words')}(?!\w)"
        hour = rf",?\s{self.any_part('at')}\s?\d"
        told = rf"(?={year}|\s20\d\d(?!\d))|(?(weekday)|(?(on_day)(?={hour})|(?!)))"
        return (
            rf"(?P<on_day>(?<=dniu )|(?<=dnia ))?(?P<day9>{_DAY})\s(?P<month9>(?:{long})\b(?:{told})|(?:{short})\b(?={year}))"
            r"(?:\s(?P<year9>20\d\d)(?!\d))?"
        )

    def _alone(self) -> str:
        """Return the part for a weekday without a date: "next Thursday", "le mardi 12"."""
        day = any_of(word for word in self.weekdays if len(word) > 3)
        if self.is_home:
            at = self.any_part("at")
            day = f"{day}|{short_weekday(self.weekdays, at=at)}"
        before = any_of(self.listed("week_before")) or "(?!)"
        which = any_of([*self.listed("coming"), *self.listed("next")])
        behind = any_of([*self.listed("coming_behind"), *self.listed("next_behind")])
        article = rf"(?:{self.any_part('week_gap')}\s+|{self.any_part('articles')}\s*)"
        lead = rf",?\s+{article}?"
        if self.is_home:
            lead = rf",?\s+(?:{article}|(?=\d{{1,2}}(?:st|nd|rd|th)\b))"
        # "Na sexta dois colegas …": in most languages a count of anything stands there too.
        names = (any_of(self.ordinals) if self.is_home else "") or "(?!)"
        number = (
            rf"(?P<ordinal>\d{{1,2}}|(?:{names})\b)(?:{self.any_part('ordinals')})?"
        )
        if not self.is_home:
            number += rf"(?![\w:/-]|[.,]\d|\s?{self.any_part('oclock')}|\s?{self.any_part('hour_words')}|{self.any_part('at_behind')}(?!\w)|\s{self.any_part('cased_half_and')}(?!\w))"
        # A date that is not read names another day than the nearest: "Dienstag, 12/8".
        is_time = rf"\s?(?:{self.any_part('oclock')}|[ap]\.?m\b)"
        dated = (
            rf"(?P<dated>(?=,?\s+{article}?\d{{1,2}}"
            rf"(?:\s?/\s?\d|\.{_MONTH}(?!\d|:\d|{is_time}))))"
        )
        return (
            rf"(?:(?P<week>{before}),?\s+{article}?)?(?:(?P<which>{which})\s+)?"
            rf"(?P<alone>{day})\b'?(?:{lead}{number}|{dated})?"
            rf"(?:\s+(?P<which_behind>{behind or '(?!)'})(?!\w|\s+{self.any_part('not_behind')}\b))?"
            rf"(?:,?\s+(?:(?P<later>{any_of(self.listed('next_week'))})|(?P<open>{'|'.join(map(self.any_part, _OTHER_WEEKS))}))\b)?"
        )

    @cached_property
    def clock(self) -> re.Pattern[str]:
        """Return what finds a time in a text."""
        at, oclock = self.any_part("at"), self.any_part("oclock")
        hours = any_of(
            word for word in self.hours if word not in ("ein", "un", "een", "en")
        )
        minutes = r"(?:[0-5]\d)(?!\d)"
        minutes_told = any_of(self.minutes) or "(?!)"
        end = rf"\s*(?:[.,;:!?()\n]|$|\s-\s|(?:{any_of(self.weekdays)})\b|{self.any_part('after_clock')}(?!\w)|{self.any_part('afternoon')}|{self.any_part('morning')})"
        kinds = [
            r"(?:(?P<at1>(?<=\bat\s)|(?<=@\s)|(?<=@)))?(?P<hour1>\d{1,2})\s?(?:[:.](?P<minute1>[0-5]\d))?\s?(?P<half>[ap])"
            # "2:30p", "at 2p"
            r"(?:\.?\s?m\b\.?|(?(minute1)(?<=:\d\d[ap])|(?(at1)(?<=\d[ap])|(?!)))(?!\w|\.\w|\s(?:each|per|an?)\b)|(?=\s?[-\u2013]\s?\d{1,2}(?::[0-5]\d)?[ap]m?\b))",
            rf"(?P<hour2>\d{{1,2}})(?:[:.](?P<minute2>[0-5]\d))?\s?{oclock}(?:\s?(?P<minute6>{minutes}))?(?!\s?{self.any_part('per')})",
            r"(?P<hour3>\d{1,2})(?::|\.(?=[0-5]\d\sh\b(?!\s?/)))(?P<minute3>[0-5]\d)(?![\d:])",
            rf"(?P<hour4>\d{{1,2}})\s?[hu]\s?(?P<minute4>{minutes})\b",
            *(
                rf"{self.any_part(kind)}\s(?P<{kind}>{hours}|\d{{1,2}})\b(?![.:]\d)"
                for kind in (
                    *("half_to", "half_past", "quarter_to", "quarter_past"),
                    "quarter_of",
                )
            ),
        ]
        if self.is_home:
            kinds += [*_MILITARY, labelled(self), self._in_part_of_day(), _IN_GERMAN]
            kinds = [self._home_range(), self._minutes_beside(hours=hours), *kinds]
        else:
            told = parted(self, hours=hours, minutes=minutes_told, end=end)
            kinds = [self._range(), *told, *kinds, *self._guest_times(end=end)]
            kinds += cased(self, hours=hours)
        kinds = [*exact(self, hours=hours), *kinds]
        if self.is_home:
            # "Um 10", "at 11": the hours of a day at work need no more.
            at = rf"(?:{at}|{self.any_part('told_hour')})"
            kinds.append(
                rf"{at}\s(?P<hour6>\d{{1,2}}){_NO_HALF}(?={end}|\s(?:{_ZONES}|(?P<zoned>{_LONG_ZONES}))\b)(?!{end}\s?\d(?!\d?(?:st|nd|rd|th)\b|\d?/\d|\d?\.?\s(?:{any_of(self.months)})\b|{_HOUSE}))"
            )
            kinds.append(
                rf"{at}\s(?P<hour5>\d{{1,2}})\.(?P<minute5>[0-5]\d)(?![\d.]\d|\d|\s?(?:[ap]\.?\s?m\b|{oclock}|%|€|euro|mio))"
            )
            kinds.append(self._behind_month())
        kinds += [
            rf"(?:{at}|{self.any_part('at_word')})\s(?P<word>{hours})(?:\s{self.any_part('hour_words')}"
            rf"(?:\s(?P<word_minutes>{minutes_told})\b)?(?!\w)|(?={end}|\s*{self._hour_words}))",
            rf"(?P<noon>{self.any_part('noon')})\b(?:\s(?:(?P<noon_quarter>{self.any_part('noon_quarter')})"
            rf"|(?P<noon_half>{self.any_part('noon_half')})|(?P<noon_less>{self.any_part('noon_less')})"
            rf"|(?:(?P<noon_to>{self.any_part('noon_to')})\s)?(?P<noon_minutes>{minutes_told})(?={end}))\b)?",
            apart(self, hours=hours, minutes=minutes_told),
        ]
        behind = rf"(?:,?\s(?:(?P<late>{self.any_part('afternoon')})|(?P<early>{self.any_part('morning')}))\b)?"
        return re.compile(rf"(?<![\w:.,/-])(?:{'|'.join(kinds)}){behind}")

    def _behind_month(self) -> str:
        """Return the part for "Thursday 17 September, 11.05", where no price or date follows.

        Before it a weekday has to stand: "ref 4 December 10.12" is no hour.
        """
        behind = "|".join(
            rf"(?<=\d\s{name}{sign})"
            for name in sorted(self.months)
            for sign in (r"\s", r",\s")
        )
        goes_on = r"(?=\s*(?:[.!?)\n](?!\d)|$|,\s[^\W\d]|[-\u2013]\s?\d|(?:for|in|with|bei|im|zum|mit)\s[^\W\d]))"
        return (
            rf"(?:{behind})(?P<month_hour>\d{{1,2}})\.(?P<month_minute>[0-5]\d){goes_on}"
            r"(?!,?\s(?:or|oder)\b|\s?/)"
        )

    def _in_part_of_day(self) -> str:
        """Return the part for "11 March, 3 in the afternoon"."""
        parts = (self.any_part("afternoon"), self.any_part("morning"))
        return rf"(?P<in_part>\d{{1,2}})(?=\s(?:{'|'.join(parts)})\b)"

    def _home_range(self) -> str:
        """Return the part for the first of two times: "9 bis 15 Uhr", "2 to 3pm", "9 or 10am".

        Only the second carries what makes them times, and the first is when to be there.
        """
        dash = r"[-\u2013\u2014]"
        joins = rf"(?:{dash}|{self.any_part('range_ends')})"
        between = rf"(?:{joins}|(?P<either7>{self.any_part('or')})|(?(window7)(?:and|und)|(?!)))"
        clock = r"(?P<end7>\d{1,2})(?:[:.](?P<end_minute7>[0-5]\d))?"
        noon = r"(?P<till_noon>noon|midday|mittags?)\b"
        # "12.08 - 10 Uhr" is a day and a time: a dot parts minutes where it does so twice.
        joined = rf"\s?{joins}\s?{self.about}\d"
        no_month = r"(?:(?<=00)|(?<=1[3-9])|(?<=[2-5]\d))"
        dotted = rf"\.(?P<minute6b>[0-5]\d)(?=[^.\n]{{1,8}}\d\.\d\d|{no_month}{joined}|{joined}\d?\.\d\d)"
        # "From 8 to 12" says it by its first word, unless the second counts something.
        months = any_of(self.months)
        uncounted = rf"(?![\d%:.]*\d|\s?[%€$£]|\s\w*{_COUNTED}|\.?\s(?:of\s)?(?:{months})\b|(?:st|nd|rd|th)\b)"
        bare = rf"(?(from7){uncounted}|(?(window7){uncounted}|(?!)))"
        windows = "|".join(rf"(?<={word}\s)" for word in self.listed("window"))
        return (
            rf"(?:(?P<from7>{self.any_part('from')})\s|(?P<window7>{windows}))?"
            rf"(?P<hour7>\d{{1,2}})(?::(?P<minute7>[0-5]\d)|{dotted})?(?!\d)"
            rf"(?=\s?{between}\s?{self.about}(?:{noon}|{clock})(?(till_noon)|(?:\s?(?:{self.any_part('oclock')}|(?P<half7>[ap])\.?\s?m\b)|{bare})))"
        )

    def _minutes_beside(self, *, hours: str) -> str:
        """Return the part for "ten past twelve", "zwanzig vor drei"."""
        count = rf"(?P<minutes_told>{any_of(self.numbers)}|\d{{1,2}})"
        past = rf"(?P<minutes_past>{self.any_part('minutes_past')})"
        to = rf"(?P<minutes_to>{self.any_part('minutes_to')})"
        hour = rf"(?:(?P<beside_half>{self.any_part('half_to')})\s)?(?P<beside>{hours}|\d{{1,2}})\b(?![.:]\d)"
        return rf"(?:(?P<told_at>{self.any_part('at')})\s)?{count}\s(?:(?P<is_counted>minut\w*)\s)?(?:{past}|{to})\s{hour}"

    def _range(self) -> str:
        """Return the part for the first of two hours: "de 10h à 11h", "od 10 do 11"."""
        return (
            rf"{self.any_part('begins')}\s(?P<hour7>\d{{1,2}})(?:[:.hu](?P<minute7>[0-5]\d)\b)?"
            rf"(?:\s?{self._hour_words})?(?=\s?(?:{self.any_part('ends')}|-)\s?{self.about}\d)"
        )

    def _guest_times(self, *, end: str) -> list[str]:
        per = self.any_part("per")
        return [
            rf"{self.any_part('at')}\s?(?P<hour5>\d{{1,2}})(?:(?:[:.]|{_COMMA}|\s?[hu]\s?)(?P<minute5>[0-5]\d)(?![\d.]\d|\d)"
            rf"|\s?{self._hour_words}(?:\s(?P<minute8>[0-5]\d)\b)?(?!\s?{per})|(?='\w|{end}|\s(?:cet|cest|mez|mesz|gmt|bst|utc)\b)|(?={_TILL}))",
            rf"(?P<hour0>\d{{1,2}})(?:[:.](?P<minute0>[0-5]\d))?(?={self.any_part('at_behind')}(?!\w))",
            # "Lör 25/4 9-14": behind a day two hours need no word.
            rf"(?:(?<=\d/\d\s)|(?<=\d/\d\d\s))(?P<hour9>\d{{1,2}})(?={_TILL})",
            r"(?P<hour8>\d{1,2})\.(?P<minute9>00|15|30|45)(?![\w%]|\.\d|\s?(?:%|€|euro|zł|tl|kr)\b)",
        ]

    @property
    def _hour_words(self) -> str:
        return f"(?:{self.any_part('oclock')}|{self.any_part('hour_words')})"

    @cached_property
    def period(self) -> re.Pattern[str]:
        """Return what finds "within five working days" in a text in lower case."""
        number = rf"\d{{1,3}}|{any_of(self.numbers)}|{self.any_part('one_more')}"
        working = f"(?:{self.any_part('working')}|{self.any_part('calendar')})"
        units = "|".join(
            f"(?P<{unit}>{self.any_part(unit)})"
            for unit in ("working_days", "days", "hours", "weeks")
        )
        kinds = (
            rf"(?<!\w){self.any_part('period')}\s(?P<number>{number})(?:\s\(\d+\))?",
            rf"(?<!\w)(?P<number_before>{number})(?=\s[^.!?]{{2,16}}\s{self.any_part('period_behind')})",
        )
        return re.compile(
            rf"(?:{'|'.join(kinds)})\s(?:(?P<working>{working})\s)?"
            rf"(?:{units})(?!\w)(?:\s(?P<working_behind>{working})(?!\w))?"
        )

    @cached_property
    def goes_until(self) -> re.Pattern[str]:
        """Return what finds the end of a stretch behind the time it begins: " tot twaalf"."""
        return re.compile(rf"\s{self.any_part('ends')}\s(?!\w*\d*\s?%)", re.IGNORECASE)

    @cached_property
    def weekday_before_date(self) -> re.Pattern[str]:
        """Return what finds a date with its weekday at the end of a text: "thursday 17 september, "."""
        article, ordinal = self.any_part("articles"), self.any_part("ordinals")
        weekday, month = any_of(self.weekdays), any_of(self.months)
        return re.compile(
            rf"\b(?:{weekday})\b\.?,?\s+(?:{article}\s+)?\d{{1,2}}(?:{ordinal})?\s+(?:{month})\.?,?\s+$"
        )

    @cached_property
    def weekday_before(self) -> re.Pattern[str]:
        """Return what finds a weekday that stands right before its date: "next Tuesday, "."""
        near = any_of([*self.listed("coming"), *self.listed("next")]) or "(?!)"
        named = rf"(?<!\w)(?:(?:{near})\s+)?(?:{any_of(self.weekdays)})\b"
        return re.compile(rf"{named}\s?[,(]?\s*(?:{self.any_part('articles')}\s*)?$")

    @cached_property
    def ends(self) -> re.Pattern[str]:
        """Return what finds the end of a week or a month in a text in lower case."""
        months = any_of(name for name in self.months if len(name) >= SHORTEST_BESIDE)
        kinds = "|".join(
            f"(?P<{kind}>{self.any_part(kind)})"
            for kind in ("next_week_end", "next_week_middle", "week_end", "month_end")
        )
        named = rf"{self.any_part('end_of')}\s(?P<month>{months}|may|mai|maj|mei)"
        return re.compile(rf"(?<!\w)(?:{kinds}|{named})(?!\w)")

    @cached_property
    def range_gap(self) -> re.Pattern[str]:
        """Return what stands between the first and the last day of a stretch of days."""
        joins = rf"(?:-|\u2013|{self.any_part('last')}|{self.any_part('ends')}|{self.any_part('range_ends')})"
        return re.compile(
            rf"\s*{joins}\s*(?:{self.any_part('last_gap')}\s*)?{self.about}"
        )

    @cached_property
    def choice(self) -> re.Pattern[str]:
        """Return what stands between two times to choose from."""
        either, at = self.any_part("or"), self.any_part("at")
        return re.compile(
            rf"\s*(?:,|/|{either})\s*(?:{either}\s)?(?:{at}\s?)?", re.IGNORECASE
        )

    @cached_property
    def between(self) -> re.Pattern[str]:
        """Return what stands between the first and the last time of "between 11 and 11.15"."""
        joins = rf"(?:{self.any_part('and')}|{self.any_part('ends')}|{self.any_part('range_ends')}|[-\u2013])"
        return re.compile(rf"\s*{joins}\s*{self.about}(?:{self.any_part('at')}\s?)?")

    @cached_property
    def joins(self) -> re.Pattern[str]:
        """Return what joins the hour at which something ends to the one at which it begins."""
        ends = rf"{self.any_part('ends')}|{self.any_part('range_ends')}"
        return re.compile(rf"\s*(?:[-\u2013\u2014]|(?:{ends})(?!\w))\s*{self.about}")

    @cached_property
    def stretch_end(self) -> re.Pattern[str]:
        """Return what finds the second of two hours behind the first: "-14", " bis 14", "'den 14'e kadar"."""
        until = rf"(?:\s{self.any_part('ends_behind')}(?!\w))?"
        return re.compile(
            rf"{self.joins.pattern}\d{{1,2}}(?:[:.h]\d\d)?(?:['’]\w+)?{until}"
        )

    @cached_property
    def next_week(self) -> re.Pattern[str]:
        """Return what finds "next week" in a text in lower case, apart from any day."""
        named = (*self.listed("next_week"), *self.listed("week_before"))
        return re.compile(rf"(?<!\w)(?:{any_of(named)})(?!\w)")

    def before(self, kind: str, *, gap: str = "") -> re.Pattern[str]:
        """Return what finds words that end right before a day, other words between."""
        return _before(self, kind, gap)

    def behind(self, kind: str) -> re.Pattern[str]:
        """Return what finds words right behind a day: "cuma gününe kadar"."""
        return _behind(self, kind)

    def word_with(self, kind: str) -> re.Pattern[str]:
        """Return what finds words that begin with any words of a kind, or end in "n't"."""
        return _word_with(self, kind)

    def found(self, kind: str) -> re.Pattern[str]:
        """Return what finds any words of a kind in a text in lower case."""
        return _found(self, kind)


_WEEK_GAP = r"[\s,:()\u2013-]{1,4}"


@cache
def _week_before(words: Words, kind: str) -> re.Pattern[str]:
    gap = rf"(?:{words.any_part('week_gap')}\s+|{words.any_part('articles')}\s*)?"
    lead = rf"(?:{words.any_part('day_lead')}\s+)?"
    month = _month_behind(words)
    return re.compile(rf"(?<!\w){_week(words, kind)}{month}{_WEEK_GAP}{lead}{gap}$")


def _week(words: Words, kind: str) -> str:
    """Return the part for a week: by the day on which it begins, or as its words are."""
    part = words.any_part(kind)
    if kind != "week_of":
        return part
    return rf"{part}\s(?:the\s)?(\d{{1,2}})(?:{words.any_part('ordinals')}|\.)?(?!\s?[:.]?\d)"


def _month_behind(words: Words) -> str:
    joins = rf"(?:{words.any_part('joins')}\s)?"
    return rf"(?:\s{joins}(?P<month>{any_of(words.months)})\b\.?)?"


@cache
def _week_behind(words: Words, kind: str) -> re.Pattern[str]:
    gap = rf"(?:{words.any_part('week_gap')}\s+)?"
    month = _month_behind(words)
    return re.compile(rf"{_WEEK_GAP}{gap}{_week(words, kind)}{month}(?!\w)")


@cache
def _before(words: Words, kind: str, gap: str) -> re.Pattern[str]:
    between = rf"(?:{words.any_part(gap)},?\s+)*" if gap else ""
    return re.compile(
        rf"(?<!\w){words.any_part(kind)}(?:[\s:]+|(?<=')){words.about}{between}$",
        re.IGNORECASE,
    )


@cache
def _behind(words: Words, kind: str) -> re.Pattern[str]:
    between = rf"(?:\s+{words.any_part('behind_gap')})*"
    return re.compile(
        rf"'?\w*{between},?\s+{words.any_part(kind)}(?!\w)", re.IGNORECASE
    )


@cache
def _word_with(words: Words, kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)|(?=n't)){words.any_part(kind)}")


@cache
def _found(words: Words, kind: str) -> re.Pattern[str]:
    return re.compile(words.any_part(kind))


@cache
def _english_months() -> frozenset[str]:
    months = tables("when")["en"]["months"]
    return frozenset(name for names in months for name in names.split("|"))
