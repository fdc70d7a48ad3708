"""What a reading gives back, and how it ends early."""

from __future__ import annotations

from dataclasses import dataclass

from onward.documents.rules.kinds import FileFormat, Problem

MAX_READ_BYTES = 25_000_000
"""Of one file; a larger one is kept and not read."""

MAX_TEXT_CHARS = 200_000
MAX_PAGES = 200


@dataclass(frozen=True, slots=True)
class FileReading:
    """The text of a file, and what the file is.

    Attributes:
        pages: Of a PDF; 0 where the format has none.
    """

    format: FileFormat
    text: str
    pages: int = 0


class Unreadable(Exception):  # noqa: N818 -- what is wrong is the file, not the program
    """The file cannot be read, and why."""

    def __init__(self, problem: Problem, form: FileFormat = FileFormat.UNKNOWN) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.format = form
