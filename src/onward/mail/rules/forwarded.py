"""The mail inside one that a person forwarded to another address of their own; pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from onward.mail.rules.text import fold
from onward.mail.rules.types import Address, Message
from onward.mail.rules.when import days_in, times_in

_FROM = r"from|von|de|da|van|od|från|kimden|gönderen|expéditeur"
_SUBJECT = r"subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|ämne|konu"
_DATE = (
    r"date|sent|datum|gesendet|envoyé|fecha|enviado(?: el)?|data|inviato|verzonden"
    r"|wysłano|skickat|tarih|gönderildi"
)
_LINE = re.compile(
    r"[ \t>*]*(?P<label>[^\W\d][\w -]{0,20}?)\*?:\*?[ \t]+(?P<value>\S.*)?$"
)
_LABELS = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (("from", _FROM), ("subject", _SUBJECT), ("date", _DATE))
)
_SENDER = re.compile(
    r"(?P<name>[^<>\[\]]*?)[\s\"']*[<\[(]?(?:mailto:)?(?P<address>[\w.+%-]+@[\w-]+(?:\.[\w-]+)+)"
)
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
    found = _header_block(message.text[: _MOST_BEFORE * 2])
    if found is None:
        return None
    fields, end = found
    sender = _SENDER.match(fields.get("from", ""))
    if sender is None or sender["address"].lower() in own:
        return None
    name = sender["name"].strip(" \"'")
    return replace(
        message,
        sender=Address(name, sender["address"].lower()),
        subject=fields.get("subject") or _FORWARDS.sub("", message.subject).strip(),
        sent_at=_moment(fields.get("date", ""), forwarded_at=message.sent_at),
        text=_unquoted(message.text[end:]).strip(),
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
    return _header_block(message.text[: _MOST_BEFORE * 2]) is not None


def _header_block(text: str) -> tuple[dict[str, str], int] | None:
    """Return the lines that name sender, day and subject, and where they end."""
    fields: dict[str, str] = {}
    lines = 0
    position = 0
    for line in text.splitlines(keepends=True):
        found = _LINE.match(line.rstrip())
        position += len(line)
        if found is None:
            if lines >= _FEWEST_LINES and "from" in fields and len(fields) > 1:
                return fields, position - len(line)
            if line.strip() or lines == 0:
                fields, lines = {}, 0
            if position > _MOST_BEFORE:
                return None
            continue
        lines += 1
        for name, words in _LABELS:
            if words.fullmatch(found["label"]):
                fields.setdefault(name, (found["value"] or "").strip())
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
