"""The mail inside one that a person forwarded to another address of their own; pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from onward.mail.rules.around.header_block import HeaderBlock, header_blocks
from onward.mail.rules.basics.text import fold
from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import days_in
from onward.mail.rules.types import Address, Message

_FORWARDS = re.compile(
    r"\s*(?:fwd?|fw|wg|tr|rv|i|enc|doorst|pd|vb|ilt)\s*:", re.IGNORECASE
)
_MOST_BEFORE = 1_500
_FEWEST_LINES = 3
_OLDEST = timedelta(days=299)


def forwarded_to_self(message: Message, *, own: Collection[str]) -> Message | None:
    """Return what a person forwarded from one address of theirs to another, as it had come.

    None where it is no forward, or went to anybody else. The day is that of the message
    inside, where it can be read, else that of the forwarding.

    Args:
        own: The person's addresses, lower case.
    """
    if not _FORWARDS.match(message.subject) or not message.to:
        return None
    if any(to.address not in own for to in (*message.to, message.sender)):
        return None
    block = _header_block(message.text)
    if block is None or not block.sender.address or block.sender.address in own:
        return None
    fields = block.fields
    return replace(
        message,
        sender=block.sender,
        subject=fields.get("subject") or _FORWARDS.sub("", message.subject).strip(),
        sent_at=_moment(fields.get("date", ""), forwarded_at=message.sent_at),
        text=_unquoted(message.text[block.end :]).strip(),
        reply_to=Address(),
        headers={},
        is_sent=False,
    )


def says_forward(subject: str) -> bool:
    """Say whether a subject begins as those of mail that is passed on."""
    return _FORWARDS.match(subject) is not None


def is_forward(message: Message) -> bool:
    """Say whether a mail passes another one on, and says whose that was."""
    if not _FORWARDS.match(message.subject):
        return False
    return _header_block(message.text) is not None


def writer_passed_on(*, subject: str, text: str) -> Address:
    """Return who wrote a mail that was passed on; empty where nothing tells."""
    block = _header_block(text) if says_forward(subject) else None
    return Address() if block is None else block.sender


def _header_block(text: str) -> HeaderBlock | None:
    """Return the lines near the top that name sender, day or subject."""
    for block in header_blocks(text[: _MOST_BEFORE * 2]):
        is_told = "date" in block.fields or "subject" in block.fields
        if is_told and block.lines >= _FEWEST_LINES and block.start < _MOST_BEFORE:
            return block
    return None


def _moment(written: str, *, forwarded_at: datetime | None) -> datetime | None:
    """Return when the mail inside was sent, no later than it was forwarded."""
    if not written or forwarded_at is None:
        return forwarded_at
    try:
        moment = parsedate_to_datetime(written)
    except (TypeError, ValueError):
        found = _in_words(written, forwarded_at=forwarded_at)
        return found if found is not None else forwarded_at
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(aware.astimezone(UTC), forwarded_at)


def _in_words(written: str, *, forwarded_at: datetime) -> datetime | None:
    text = fold(written)
    earliest = (forwarded_at - _OLDEST).date()
    days = [day for day in days_in(text, told_on=earliest) if day is not None]
    times = list(times_in(text))
    if len(days) != 1:
        return None
    at = times[0].at if times else time(12)
    moment = datetime.combine(days[0].day, at, tzinfo=UTC)
    return min(moment, forwarded_at)


def _unquoted(text: str) -> str:
    """Return text without the marks that a forwarding put before each line."""
    lines = text.strip("\n").split("\n")
    if lines and all(line.startswith(">") or not line.strip() for line in lines):
        return "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines)
    return text
