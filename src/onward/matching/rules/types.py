"""The vocabulary of a read-out: what an advert asks, and how a résumé answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What sort of thing is asked for."""

    SKILL = "skill"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    LANGUAGE = "language"
    LICENCE = "licence"
    CONDITION = "condition"


class Need(StrEnum):
    """How much the advert wants it; TASK is what it only names among the duties."""

    MUST = "must"
    NICE = "nice"
    TASK = "task"


class Status(StrEnum):
    """What a résumé says to a requirement."""

    FOUND = "found"
    OTHERWISE = "otherwise"
    MISSING = "missing"


class Closeness(StrEnum):
    """How near other words are, in words a person can argue with."""

    CLOSE = "close"
    RELATED = "related"


class Reason(StrEnum):
    """Why a decision was taken, where the quoted place alone does not say it."""

    SAME_WORDS = "same_words"
    OTHER_NAME = "other_name"
    INCLUDED = "included"
    SHOWN_BY = "shown_by"
    NAMED_IN_PART = "named_in_part"
    SIMILAR_WORDS = "similar_words"
    DATES_ADDED = "dates_added"
    DATES_SHORT = "dates_short"
    OTHER_FIELD = "other_field"
    LOWER_LEVEL = "lower_level"
    WRITTEN_IN_IT = "written_in_it"
    SAID_BY_YOU = "said_by_you"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Product:
    """A name of the vocabulary, and what says which product under it is meant: SAP, "EWM"."""

    term: str
    qualifier: str

    def __str__(self) -> str:
        return f"{self.term} {self.qualifier}".strip()


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that an advert asks for, with the sentence that asks.

    Attributes:
        words: The advert's own words for it, `text[start:end]`.
        terms: Names in the skill vocabulary, any of which answers it; empty for a phrase.
            Of experience and education, what the field names.
        products: The same as products, where it is said which one of a family is meant.
        months: How much experience is asked for; 0 where no time is named.
        field: In what: of experience, of education.
        level: Of education or of a language, on the scale of its own module; 0 is unsaid.
        languages: Keys of human languages, any of which answers it.
    """

    kind: Kind
    need: Need
    words: str
    start: int
    end: int
    sentence: str
    terms: tuple[str, ...] = ()
    products: tuple[Product, ...] = ()
    months: int = 0
    field: str = ""
    level: int = 0
    languages: tuple[str, ...] = ()
    similar_counts: bool = False

    @property
    def key(self) -> str:
        """Return what this requirement is known by, however often an advert is read."""
        return f"{self.kind}: {self.named}"[:300]

    @property
    def named(self) -> str:
        """Return the names of what is asked for, or the advert's own words in lower case."""
        named = self.languages if self.kind is Kind.LANGUAGE else self.terms
        if not named or self.kind in {Kind.EXPERIENCE, Kind.EDUCATION}:
            return " ".join(self.words.lower().split())
        return " | ".join(map(str, self.products) if self.products else named)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a résumé something stands: the words, their line, their section."""

    quote: str
    line: str
    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What a résumé says to one requirement.

    Attributes:
        months: Experience added up from dates, where that decided.
        by: The name, in the vocabulary, of what shows it (PostgreSQL for SQL).
        unsaid: What of a product's name the résumé does not say (EWM of SAP EWM).
    """

    requirement: Requirement
    status: Status
    reason: Reason = Reason.NOTHING
    closeness: Closeness | None = None
    places: tuple[Place, ...] = ()
    months: int | None = None
    by: str = ""
    unsaid: str = ""


class Meaning(Protocol):
    """Something that knows how near two texts are in meaning."""

    @property
    def name(self) -> str:
        """What it is called, for the benchmark."""

    @property
    def close(self) -> float:
        """From this similarity on, words are called close."""

    @property
    def related(self) -> float:
        """From this similarity on, words are called related."""

    def similarities(
        self, phrases: Sequence[str], passages: Sequence[str]
    ) -> Sequence[Sequence[float]]:
        """Return the similarity, −1..1, of each phrase (rows) to each passage (columns)."""
