"""What a list of applications can be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onward.applications.rules.kinds import NoKind, Stage
from onward.core.text import search_fold


class Show(StrEnum):
    """Which part of the ledger; SHELF is all that is not archived, open ones first."""

    SHELF = ""
    OPEN = "open"
    CLOSED = "closed"
    ARCHIVED = "archived"


class Sort(StrEnum):
    """In which order, within the open ones and within the closed ones."""

    MOVED = "moved"
    APPLIED = "applied"
    COMPANY = "company"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person looks for; the default is everything on the shelf.

    Attributes:
        search: Words that all have to occur, in any case, with or without accents.
        system: What it came through, exactly as stored.
    """

    search: str = ""
    show: Show = Show.SHELF
    stage: Stage | None = None
    no_kind: NoKind | None = None
    system: str = ""
    sort: Sort = Sort.MOVED

    @property
    def words(self) -> list[str]:
        """The folded words to look for."""
        return search_fold(self.search).split()

    @property
    def is_narrowed(self) -> bool:
        """Anything but the order differs from the default."""
        return self != Wanted(sort=self.sort)
