"""Reading large mailboxes by several processes at once, each its own ranges of bytes."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from multiprocessing.context import BaseContext

from onward.core.memory import seldom_collected
from onward.mail.problems import Problem
from onward.mail.rules.types import Message, Reading, Source
from onward.mail.scan import Outcome, read_mail
from onward.mail.sources.mbox import MboxFile
from onward.mail.sources.raw import RawMessage
from onward.mail.understanding import understood
from onward.mail.wanted import Wanted

RANGE_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Hit:
    """A message that may matter; `reading` is None for what is read later."""

    message: Message
    reading: Reading | None
    source: Source


@dataclass(slots=True)
class RangeRead:
    """What one range of a mailbox came to, in the order of its messages."""

    size: int
    hits: list[Hit] = field(default_factory=list)
    notes: list[RawMessage] = field(default_factory=list)
    left: list[tuple[str, Source]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    read: int = 0
    junk: int = 0
    last_offset: int = 0


def ranges_of(source: MboxFile) -> list[MboxFile]:
    """Return a mailbox cut into ranges; each message belongs to exactly one."""
    starts = range(source.start, source.size, RANGE_BYTES)
    return [
        replace(source, start=start, end=min(start + RANGE_BYTES, source.size))
        for start in starts
    ]


def read_range(
    source: MboxFile, *, wanted: Wanted, now: datetime, with_spam: bool
) -> RangeRead:
    """Read one range to its verdicts; pure of database, so that any process can do it."""
    done = RangeRead(size=(source.end or source.size) - source.start)
    stream = read_mail(
        source.read(position=0), now=now, is_wanted=wanted, with_spam=with_spam
    )
    with seldom_collected():
        for item in stream:
            if isinstance(item, Problem):
                done.problems.append(item)
                continue
            done.read += 1
            done.junk += item.outcome == Outcome.JUNK
            done.last_offset = item.source.offset
            if item.note is not None:
                done.notes.append(item.note)
            if item.sender:
                done.left.append((item.sender, item.source))
            if item.message is not None:
                waits = wanted.is_read_later(item.message)
                reading = (
                    None if waits else understood(item.message, source=item.source)
                )
                if isinstance(reading, Problem):
                    done.problems.append(reading)
                else:
                    done.hits.append(Hit(item.message, reading, item.source))
    return done


def read_in_parallel(
    ranges: Sequence[MboxFile],
    *,
    processes: int,
    wanted: Wanted,
    now: datetime,
    with_spam: bool,
) -> Iterator[RangeRead]:
    """Yield each range as it is read, in order; few wait at a time, so memory is flat."""
    pool = ProcessPoolExecutor(max_workers=processes, mp_context=_context())
    waiting: deque[Future[RangeRead]] = deque()
    try:
        for piece in ranges:
            options = {"wanted": wanted, "now": now, "with_spam": with_spam}
            waiting.append(pool.submit(read_range, piece, **options))  # type: ignore[arg-type]
            if len(waiting) > processes + 1:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    """Return how worker processes begin: where there is such a way, with all rules loaded.

    They are forked from a process of their own, which holds no thread, no database and
    no file of this one.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["onward.mail.ready", __name__])
    return context
