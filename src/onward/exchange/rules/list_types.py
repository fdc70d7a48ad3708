"""What a list from another program is: its table, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its columns, and its rows, each as long as the columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ListFormat(StrEnum):
    """Whose list a table is."""

    ONWARD = "onward"
    LINKEDIN_APPLICATIONS = "linkedin_applications"
    LINKEDIN_SAVED = "linkedin_saved"
    HUNTR = "huntr"
    TEAL = "teal"
    JOBSYNC = "jobsync"
    OTHER = "other"
