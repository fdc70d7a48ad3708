"""Read mail as one stream: split, open, ask the gate, and complete what it lets in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from onward.mail.headers import Head
from onward.mail.labels import gmail_labels, says_draft, says_junk
from onward.mail.notes import is_bulk, is_note
from onward.mail.parse import (
    Opened,
    Parser,
    complete,
    open_message,
    sender_address,
)
from onward.mail.problems import Problem, ProblemKind
from onward.mail.rules.around.certified import Receipt
from onward.mail.rules.gate import lets_in
from onward.mail.rules.types import Message, Source
from onward.mail.sources.raw import LARGE_MESSAGE_BYTES, RawMessage, cut_problem

_LABELS = b"X-Gmail-Labels:"
_TOP_BYTES = 2_000
_STATUS = re.compile(rb"^X-Mozilla-Status: ([0-9A-Fa-f]{4})", re.MULTILINE)
_EXPUNGED = 0x0008


class Outcome(StrEnum):
    """What became of a message at the gate."""

    HIRING = "hiring"
    """It may be hiring mail: the rules decide."""
    OTHER = "other"
    """No word of it is about hiring."""
    JUNK = "junk"
    """The mailbox keeps it as spam, in the bin, or as a draft."""
    GONE = "gone"
    """It only still lies in its file, since it was moved to another, or deleted for good."""


class Scanned(NamedTuple):
    """One message that was read.

    Attributes:
        message: Only where the outcome is HIRING.
        position: Bytes of all sources read so far, for a progress bar.
        sender: Who a left out message is from, where no list or machine sent it.
        note: It, unread, where it is a person's short answer that the gate left out.
    """

    source: Source
    outcome: Outcome
    message: Message | None
    position: int
    note: RawMessage | None = None
    sender: str = ""


def read_mail(
    sources: Iterable[RawMessage | Problem],
    *,
    parser: Parser = "fast",
    now: datetime | None = None,
    is_wanted: Callable[[Opened, RawMessage], bool] | None = None,
    with_spam: bool = False,
) -> Iterator[Scanned | Problem]:
    """Yield every message of the sources as it is read, and every problem met.

    Nothing is kept from message to message, so memory stays flat; a message seen
    twice is yielded twice (its key tells). No sender is ever a reason to leave one out.

    Args:
        now: Aware moment against which dates in the future are judged.
        is_wanted: Says of mail without a word of hiring whether it is let in all the same.
        with_spam: Read what the mailbox keeps as spam or in the bin too; drafts never.
    """
    for item in sources:
        if isinstance(item, Problem):
            yield item
        elif _is_expunged(item.raw):
            yield Scanned(item.source, Outcome.GONE, None, item.position)
        elif _is_left_out(item, with_spam=with_spam):
            yield Scanned(item.source, Outcome.JUNK, None, item.position)
        else:
            yield from _read(item, parser=parser, now=now, is_wanted=is_wanted)


def _read(
    raw: RawMessage,
    *,
    parser: Parser,
    now: datetime | None,
    is_wanted: Callable[[Opened, RawMessage], bool] | None,
) -> Iterator[Scanned | Problem]:
    try:
        opened = open_message(raw.raw, parser=parser)
    except Exception:  # one odd message must not end the reading of a mailbox
        yield _not_understood(raw)
        return
    message = note = None
    # Outside any `try`: the gate's own trouble is no trouble of the person's mail.
    receipt = opened.receipt
    is_let_in = receipt is Receipt.NONE and lets_in(opened)
    try:
        if is_let_in or (is_wanted is not None and is_wanted(opened, raw)):
            message = _completed(opened, raw=raw, now=now)
        elif is_note(opened, raw):
            note = raw
    except Exception:
        yield _not_understood(raw)
        return
    outcome = Outcome.OTHER if message is None else Outcome.HIRING
    is_personal = message is None and receipt is Receipt.NONE
    sender = _personal_sender(opened.head) if is_personal else ""
    yield Scanned(raw.source, outcome, message, raw.position, note, sender)
    if raw.is_cut and raw.size < LARGE_MESSAGE_BYTES and not opened.text:
        yield cut_problem(raw)


def _personal_sender(head: Head) -> str:
    return "" if is_bulk(head) else sender_address(head)


def message_of(raw: RawMessage, *, now: datetime | None = None) -> Message | None:
    """Return a message whole, whatever it is about; None where nobody can read it."""
    try:
        return _completed(open_message(raw.raw), raw=raw, now=now)
    except Exception:  # as of any other mail, what is odd about one ends nothing
        return None


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


def _is_left_out(raw: RawMessage, *, with_spam: bool) -> bool:
    """Return whether the mailbox keeps a message as junk, or as a draft."""
    labels = (*raw.labels, *_gmail_labels_of(raw.raw))
    return says_draft(labels) or (not with_spam and says_junk(labels))


def _gmail_labels_of(raw: bytes) -> tuple[str, ...]:
    """Return Gmail's labels; only Gmail writes them, at the top, in this case."""
    at = raw.find(_LABELS, 0, _TOP_BYTES)
    if at == -1:
        return ()
    if raw.find(b"\n\n", 0, at) != -1 or raw.find(b"\n\r\n", 0, at) != -1:
        return ()
    end = raw.find(b"\n", at, at + _TOP_BYTES)
    while end != -1 and raw[end + 1 : end + 2] in (b" ", b"\t"):
        end = raw.find(b"\n", end + 1, at + _TOP_BYTES)
    line = raw[at : at + _TOP_BYTES if end == -1 else end]
    return _labels(line)


@lru_cache(maxsize=4096)
def _labels(line: bytes) -> tuple[str, ...]:
    """Return what a header line of labels says: a mailbox has few such lines."""
    return gmail_labels(Head(line).first(b"x-gmail-labels"))


def _is_expunged(raw: bytes) -> bool:
    """Return whether Thunderbird deleted a message that still lies in its file."""
    if b"X-Mozilla-Status: " not in raw[:200]:
        return False
    found = _STATUS.search(raw, 0, 200)
    return found is not None and bool(int(found[1], 16) & _EXPUNGED)
