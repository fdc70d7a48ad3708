"""How mail of each language says that an interview is moved or called off."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from onward.mail.rules.basics.tables import NEVER, tables
from onward.mail.rules.basics.words import Hit, word_finder

_NAMED = re.compile(r"<(\w+)>")

_REPLY = r"(?:\w{1,5}\s?: ?)*"
"""Re, AW, TR, Odp and what else mail programs put before a subject."""


@dataclass(frozen=True)
class Phrases:
    """One language's table of `rearranging.toml`, each part compiled when first needed.

    All are for text in lower case with plain quotes.
    """

    language: str

    def _part(self, name: str) -> str:
        part = _file()[self.language].get(name, NEVER)
        whole = part if isinstance(part, str) else "|".join(part)
        return _NAMED.sub(lambda found: f"(?:{self._part(found[1])})", whole)

    @cached_property
    def noun(self) -> re.Pattern[str]:
        """Return what finds an interview or a test; English words stand in all mail."""
        return re.compile(f"{self._part('noun')}|{_file()['en']['noun']}")

    @cached_property
    def moves(self) -> re.Pattern[str]:
        """Return what finds that something takes place at another time."""
        return re.compile(self._part("moves"))

    @cached_property
    def calls_off(self) -> re.Pattern[str]:
        """Return what finds that something does not take place."""
        return re.compile(self._part("calls_off"))

    @cached_property
    def day_off(self) -> re.Pattern[str]:
        """Return what finds that a day is called off, where it stands for a talk on it."""
        return re.compile(self._part("day_off"))

    @cached_property
    def calls_it_off(self) -> re.Pattern[str]:
        """Return what finds that "it" does not take place, where the subject says what."""
        return re.compile(self._part("calls_it_off"))

    @cached_property
    def until_better(self) -> re.Pattern[str]:
        """Return what finds that a talk waits until the invited is able to come again."""
        return re.compile(self._part("until_better"))

    @cached_property
    def other_time(self) -> re.Pattern[str]:
        """Return what finds that another time is spoken of."""
        return re.compile(self._part("other_time"))

    @cached_property
    def instead(self) -> re.Pattern[str]:
        """Return what finds that a day or an hour named beside it is the one that holds."""
        return re.compile(self._part("instead"))

    @cached_property
    def maybe(self) -> re.Pattern[str]:
        """Return what finds that it would be so, or that the invited may do it."""
        return re.compile(rf"\b(?:{self._part('maybe')})\b")

    @cached_property
    def ask(self) -> re.Pattern[str]:
        """Return what finds the question behind the news, up to the sentence's end."""
        return re.compile(rf"(?<=\w)(?:{self._part('ask')})", re.DOTALL)

    @cached_property
    def forward(self) -> re.Pattern[str]:
        """Return what finds that an application, or the procedure, is what moves."""
        return re.compile(self._part("forward"))


@cache
def _file() -> dict[str, dict[str, str | list[str]]]:
    return tables("rearranging")


@cache
def phrases_of(language: str) -> Phrases:
    """Return the phrases of one language."""
    return Phrases(language)


@cache
def _finder() -> tuple[tuple[str, ...], Callable[[str], list[Hit]]]:
    hints = [(hint, code) for code, data in _file().items() for hint in data["hints"]]
    return tuple(code for _, code in hints), word_finder(hint for hint, _ in hints)


def hinted(low: str) -> tuple[Phrases, ...]:
    """Return the phrases of the languages of which a text has a word that they need."""
    owners, find = _finder()
    found = dict.fromkeys(owners[index] for index, _, _ in find(low))
    return tuple(map(phrases_of, found))


@cache
def subject_begins(kind: str) -> re.Pattern[str]:
    """Return what finds a subject that moves or calls off, in any language.

    Args:
        kind: "subject_moves" or "subject_calls_off".
    """
    parts = "|".join(str(data[kind]) for data in _file().values())
    return re.compile(rf"^{_REPLY}(?:{parts})(?!\w)")
