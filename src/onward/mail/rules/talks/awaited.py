"""Which mail is an answer that somebody waits for, by its sender or its thread; pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from onward.mail.rules.types import Message, Reading, Verdict
from onward.mail.rules.verdicts.deciding import is_by_ear


@dataclass(frozen=True, slots=True)
class Awaited:
    """One answer that is waited for.

    Attributes:
        address: Lower case; empty where only the thread is known.
        message_ids: Messages that the answer may name, without angle brackets.
        since: Aware UTC; what was sent before is no answer.
    """

    address: str
    message_ids: frozenset[str]
    since: datetime


def is_awaited(
    message: Message, *, references: Collection[str], awaited: Collection[Awaited]
) -> bool:
    """Return whether a message is one that is waited for; what the person wrote is not."""
    if message.is_sent or message.sent_at is None:
        return False
    return any(
        message.sent_at >= wanted.since
        and (
            (bool(wanted.address) and message.sender.address == wanted.address)
            or not wanted.message_ids.isdisjoint(references)
        )
        for wanted in awaited
    )


def read_as_awaited(reading: Reading) -> Reading:
    """Return an awaited mail's reading; ordinary where the ear alone hears an approach or nothing decided.

    Who was asked first does not write first; and the person is asked where they wait for it
    whether it is the answer, and not a second time.
    """
    is_open = reading.verdict is Verdict.AMBIGUOUS and is_by_ear(reading)
    if reading.verdict is Verdict.OUTREACH or is_open:
        return replace(reading, verdict=Verdict.OTHER)
    return reading


def names_awaited(head: str, *, awaited: Collection[Awaited]) -> bool:
    """Return whether raw header lines name what is waited for; cheap, and wide on purpose.

    Args:
        head: The lines From, In-Reply-To and References as they stand.
    """
    low = head.lower()
    return any(
        (bool(wanted.address) and wanted.address in low)
        or any(name in head for name in wanted.message_ids)
        for wanted in awaited
    )
