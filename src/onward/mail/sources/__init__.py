"""Sources of mail: mbox files, Maildirs, folders and single messages, in any mixture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onward.mail.problems import Problem
from onward.mail.sources.raw import MailSource, RawMessage
from onward.mail.sources.walk import Walk

__all__ = ["MailSource", "Problem", "RawMessage", "Sources", "open_sources"]


@dataclass(frozen=True, slots=True)
class Sources:
    """What a person chose to have read; iterating reads it, once each time.

    Attributes:
        problems: What was wrong before anything was read; iterating yields them first.
    """

    sources: tuple[MailSource, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def total_bytes(self) -> int:
        """Return the bytes of all sources, the end of a progress bar."""
        return sum(source.size for source in self.sources)

    def __iter__(self) -> Iterator[RawMessage | Problem]:
        yield from self.problems
        position = 0
        for source in self.sources:
            yield from source.read(position=position)
            position += source.size


def open_sources(paths: Sequence[Path]) -> Sources:
    """Find the mail at these paths, in order; wrong paths become problems, not errors.

    Folders are walked in the order of names, links in circles are safe, and nothing is
    taken twice.
    """
    walk = Walk()
    sources: list[MailSource] = []
    problems: list[Problem] = []
    for path in paths:
        for item in walk.find(Path(path)):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                sources.append(item)
    return Sources(tuple(sources), tuple(problems))
