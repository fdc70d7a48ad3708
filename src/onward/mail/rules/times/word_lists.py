"""The words of days and times of some languages, as their tables have them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from onward.mail.rules.basics.language import HOME
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.times.languages import NEAR, SHORTEST_BESIDE

Table = Mapping[str, int]


def any_of(words: Iterable[str]) -> str:
    """Return an expression for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@dataclass(frozen=True)
class WordLists:
    """The words of some languages, the first ones before the others."""

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
