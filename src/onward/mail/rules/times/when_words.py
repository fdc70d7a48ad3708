"""The words of days and times of some languages, and the expressions made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from onward.mail.rules.times.clock_parts import clock_pattern
from onward.mail.rules.times.day_parts import day_pattern
from onward.mail.rules.times.languages import SHORTEST_BESIDE
from onward.mail.rules.times.word_lists import WordLists, any_of


@cache
def words_of(languages: tuple[str, ...]) -> Words:
    """Return the words of some languages, the first ones before the others."""
    return Words(languages)


@dataclass(frozen=True)
class Words(WordLists):
    """The words of some languages; each expression is compiled when first needed."""

    def week_before(self, kind: str) -> re.Pattern[str]:
        """Return what finds a named week at the end of a text, a weekday behind it."""
        return _week_before(self, kind)

    def week_behind(self, kind: str) -> re.Pattern[str]:
        """Return what finds a named week at the beginning of a text, a weekday before it."""
        return _week_behind(self, kind)

    @cached_property
    def day(self) -> re.Pattern[str]:
        """Return what finds a day in a text in lower case."""
        return day_pattern(self)

    @cached_property
    def clock(self) -> re.Pattern[str]:
        """Return what finds a time in a text."""
        return clock_pattern(self)

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
