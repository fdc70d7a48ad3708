"""What a list of applications can be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onward.applications.rules.facts import WorkMode
from onward.applications.rules.kinds import NoKind, Stage
from onward.core.text import search_fold, search_forms


class Show(StrEnum):
    """Which part of the ledger; SHELF is all that is not archived, open ones first."""

    SHELF = ""
    OPEN = "open"
    CLOSED = "closed"
    SNOOZED = "snoozed"
    ARCHIVED = "archived"


class Sort(StrEnum):
    """In which order, within the open ones and within the closed ones."""

    MOVED = "moved"
    APPLIED = "applied"
    COMPANY = "company"
    DEADLINE = "deadline"


class Deadline(StrEnum):
    """By its last day to apply."""

    WEEK = "week"  # within the next seven days
    AHEAD = "ahead"  # today or later
    PAST = "past"
    NONE = "none"


class Column(StrEnum):
    """A column of the table, beside company and role."""

    STAGE = "stage"
    MOVED = "moved"
    APPLIED = "applied"
    TAGS = "tags"
    PLACE = "place"
    WORK_MODE = "work_mode"
    SALARY = "salary"
    DEADLINE = "deadline"
    SOURCE = "source"
    SYSTEM = "system"
    CONTACT = "contact"
    REFERRAL = "referral"
    REQUISITION = "requisition"


DEFAULT_COLUMNS: tuple[Column, ...] = (Column.STAGE, Column.TAGS, Column.MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person looks for; the default is everything on the shelf.

    Attributes:
        search: Words that all have to occur, in any case, with or without accents.
        system: What it came through, exactly as stored; `source` and `tag` likewise.
    """

    search: str = ""
    show: Show = Show.SHELF
    stage: Stage | None = None
    no_kind: NoKind | None = None
    system: str = ""
    source: str = ""
    tag: str = ""
    work_mode: WorkMode | None = None
    deadline: Deadline | None = None
    sort: Sort = Sort.MOVED

    @property
    def words(self) -> list[str]:
        """The folded words to look for."""
        return search_fold(self.search).split()

    @property
    def forms(self) -> list[tuple[str, ...]]:
        """For each word to look for, the ways in which it may be stored, folded."""
        return search_forms(self.search)

    @property
    def is_narrowed(self) -> bool:
        """Anything but the order differs from the default."""
        return self != Wanted(sort=self.sort)
