"""Read mail as one stream: split, open, ask the gate, and complete what it lets in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from onward.mail.headers import Head
from onward.mail.labels import gmail_labels, says_junk
from onward.mail.parse import Opened, Parser, complete, open_message
from onward.mail.problems import Problem, ProblemKind
from onward.mail.rules.gate import might_be_hiring
from onward.mail.rules.types import Message, Source
from onward.mail.sources.raw import LARGE_MESSAGE_BYTES, RawMessage, cut_problem

_LABELS = b"X-Gmail-Labels:"
_TOP_BYTES = 2_000


class Outcome(StrEnum):
    """What became of a message at the gate."""

    HIRING = "hiring"
    """It may be hiring mail: the rules decide."""
    OTHER = "other"
    """No word of it is about hiring."""
    JUNK = "junk"
    """The mailbox keeps it as spam, in the bin, or as a draft."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """One message that was read.

    Attributes:
        message: Only where the outcome is HIRING.
        position: Bytes of all sources read so far, for a progress bar.
    """

    source: Source
    outcome: Outcome
    message: Message | None
    position: int


def read_mail(
    sources: Iterable[RawMessage | Problem],
    *,
    parser: Parser = "fast",
    now: datetime | None = None,
    is_wanted: Callable[[Opened], bool] | None = None,
) -> Iterator[Scanned | Problem]:
    """Yield every message of the sources as it is read, and every problem met.

    Nothing is kept from message to message, so memory stays flat; a message seen
    twice is yielded twice (its key tells). No sender is ever a reason to leave one out.

    Args:
        now: Aware moment against which dates in the future are judged.
        is_wanted: Says of mail without a word of hiring whether it is let in all the same.
    """
    for item in sources:
        if isinstance(item, Problem):
            yield item
        elif says_junk(item.labels) or _gmail_says_junk(item.raw):
            yield Scanned(item.source, Outcome.JUNK, None, item.position)
        else:
            yield from _read(item, parser=parser, now=now, is_wanted=is_wanted)


def _read(
    raw: RawMessage,
    *,
    parser: Parser,
    now: datetime | None,
    is_wanted: Callable[[Opened], bool] | None,
) -> Iterator[Scanned | Problem]:
    try:
        opened = open_message(raw.raw, parser=parser)
    except Exception:  # one odd message must not end the reading of a mailbox
        yield _not_understood(raw)
        return
    message = None
    # Outside any `try`: the gate's own trouble is no trouble of the person's mail.
    is_let_in = might_be_hiring(opened.subject, opened.text)
    if is_let_in or (is_wanted is not None and is_wanted(opened)):
        try:
            message = _completed(opened, raw=raw, now=now)
        except Exception:
            yield _not_understood(raw)
            return
    outcome = Outcome.OTHER if message is None else Outcome.HIRING
    yield Scanned(raw.source, outcome, message, raw.position)
    if raw.is_cut and raw.size < LARGE_MESSAGE_BYTES and not opened.text:
        yield cut_problem(raw)


def _completed(opened: Opened, *, raw: RawMessage, now: datetime | None) -> Message:
    return complete(
        opened,
        is_sent=raw.is_sent,
        labels=raw.labels,
        envelope=raw.envelope,
        now=now,
    )


def _not_understood(raw: RawMessage) -> Problem:
    source = raw.source
    return Problem(ProblemKind.UNREADABLE_MESSAGE, source.path, source.offset)


def _gmail_says_junk(raw: bytes) -> bool:
    """Return what Gmail's labels say; only Gmail writes them, at the top, in this case."""
    at = raw.find(_LABELS, 0, _TOP_BYTES)
    if at == -1:
        return False
    above = raw[:at]
    if b"\n\n" in above or b"\n\r\n" in above:
        return False
    return _says_junk(Head(raw[at : at + _TOP_BYTES]).first(b"x-gmail-labels"))


@lru_cache(maxsize=4096)
def _says_junk(value: bytes) -> bool:
    return says_junk(gmail_labels(value))
