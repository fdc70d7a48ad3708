"""The words of the proof of search in each language, as its offices speak; pure.

They are no catalogue of the program's own words: whoever reads the document is an office,
in the language of its country. One file a language lies in `languages/`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from onward.applications.rules.kinds import EventKind
from onward.core.languages import Language
from onward.exchange.rules.proof import Deed, ProofField, Standing
from onward.exchange.rules.proof_ways import Way, WayKind

_WITHOUT_DAY = frozenset({EventKind.SILENCE})
"""What is no event of one day: the person gave it up on some day."""
_LASTING = frozenset({EventKind.REOPENED, EventKind.POSITION_CLOSED})
"""What is so from a day on: "on" that day would read as if it were so then alone."""


@dataclass(frozen=True, slots=True)
class ProofWords:
    """One language's file."""

    language: Language
    file: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return str(self.file["name"])

    @property
    def title(self) -> str:
        """What the office calls the document."""
        return str(self.file["title"])

    def column(self, field: ProofField) -> str:
        """Return the name of a column."""
        return str(self.file["columns"][field.value])

    def day(self, day: date) -> str:
        """Return a day as the language writes it, with its year."""
        number = str(day.day)
        if day.day == 1:
            number = self.file.get("first_day", number)
        month = self.file["months"][day.month - 1]
        return str(self.file["date"]).format(day=number, month=month, year=day.year)

    def period(self, first: date, last: date) -> str:
        """Return from when to when the document goes, both days included."""
        days = {"first": self.day(first), "last": self.day(last)}
        return str(self.file["period"]).format(**days)

    def entries(self, count: int) -> str:
        """Return how many lines there are, in words that fit any number."""
        return str(self.file["entries"]).format(n=count)

    def what(self, kind: EventKind) -> str:
        """Return what was done; a receipt shows that somebody applied."""
        is_receipt = kind == EventKind.CONFIRMATION
        deed = EventKind.APPLIED if is_receipt else kind
        return str(self.file["deeds"][deed.value])

    def way(self, way: Way) -> str:
        """Return by which way an application was sent; "" where nobody knows."""
        if way.kind in {WayKind.AS_WRITTEN, WayKind.UNKNOWN}:
            return way.name
        if way.name:
            key = "found" if way.kind == WayKind.FOUND else "online_by"
            return str(self.file["ways"][key]).format(name=way.name)
        return str(self.file["ways"][way.kind.value])

    def result(self, standing: Standing, *, set_for: date | None = None) -> str:
        """Return what came of an application, and when.

        Args:
            set_for: The day of the interview that they are invited to, if that was known.
        """
        if standing.is_unanswered:
            return str(self.file["results"]["none"])
        said = []
        if standing.held is not None:
            said.append(self._held(standing.held))
        if standing.last is not None and standing.last != standing.held:
            said.append(self._last(standing, deed=standing.last, set_for=set_for))
        return "; ".join(said)

    def answered(self) -> str:
        """Return that somebody there wrote, where nothing of it stands any more."""
        return str(self.file["results"][EventKind.REPLY.value])

    def _held(self, deed: Deed) -> str:
        if deed.is_told_held:
            return self._filled("interview_held", day=deed.on)
        return self._dated(str(self.file["results"][deed.kind.value]), day=deed.on)

    def _dated(self, what: str, *, day: date) -> str:
        said: str = self.file["results"]["dated"]
        return said.format(what=what, day=self.day(day))

    def _last(self, standing: Standing, *, deed: Deed, set_for: date | None) -> str:
        if standing.heard_on is not None:
            key = f"{deed.kind.value}_invited"
            if deed.kind == EventKind.INTERVIEW and set_for is not None:
                return self._filled(f"{key}_for", day=set_for, heard=standing.heard_on)
            return self._filled(key, heard=standing.heard_on)
        if deed.told_on is not None and not (deed.is_dated or deed.is_told_held):
            # Nobody knows whether it was: they were invited.
            return self._filled(f"{deed.kind.value}_invited", heard=deed.told_on)
        what = str(self.file["results"][deed.kind.value])
        if not deed.is_dated or deed.kind in _WITHOUT_DAY:
            return what
        if deed.kind in _LASTING:
            return f"{what} ({self.day(deed.on)})"
        return self._dated(what, day=deed.on)

    def _filled(self, key: str, **days: date) -> str:
        written = {name: self.day(day) for name, day in days.items()}
        return str(self.file["results"][key]).format(**written)


@cache
def proof_words(language: Language) -> ProofWords:
    """Return the words of one language, read once."""
    path = files(__package__).joinpath("languages", f"{language.value}.toml")
    return ProofWords(language, tomllib.loads(path.read_text(encoding="utf-8")))


def usual_language(mails: Mapping[str, int]) -> Language:
    """Return the language that most hiring mail is in; English where there is none.

    Args:
        mails: How many mails are in each language, by its code; others than these ten
            are not counted.
    """
    return max(Language, key=lambda each: mails.get(each.value, 0))
