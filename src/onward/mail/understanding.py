"""Reading a message so that a fault of the rules costs that message alone, and is told."""

from __future__ import annotations

import logging

from onward.mail.problems import Problem, ProblemKind
from onward.mail.rules.digests.listed import listed_in
from onward.mail.rules.digests.parts import Part
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Message, Reading, Source

_LOG = logging.getLogger(__name__)


def understood(message: Message, *, source: Source) -> Reading | Problem:
    """Return what a message says, or that nothing could be made of it: the others are read."""
    try:
        return read_message(message)
    except (OSError, MemoryError):
        # No fault of the rules: none would be read.
        raise
    except Exception:
        _log(source)
        return Problem(ProblemKind.UNREADABLE_MESSAGE, source.path, source.offset)


def listed(message: Message, reading: Reading, *, source: Source) -> tuple[Part, ...]:
    """Return what a mail that lists applications says of each; none where that breaks: it is kept whole."""
    try:
        return listed_in(message, reading=reading)
    except Exception:
        _log(source)
        return ()


def _log(source: Source) -> None:
    _LOG.exception("The rules broke at %s, byte %s", source.path, source.offset)
