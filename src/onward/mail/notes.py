"""Personal answers without a word of hiring: "Took my nephew on, sorry". Pure.

Alone nobody could tell what they are about, so they are not read; whose conversation they
belong to is known once all mail of a run is.
"""

from __future__ import annotations

from onward.mail.certified import mail_of
from onward.mail.headers import Head, message_ids
from onward.mail.parse import Opened, sender_host
from onward.mail.rules.talks.bare_words import above_history
from onward.mail.sources.raw import RawMessage

LEAST_WORDS = 15
"""Fewer words are small talk, or read for what they ask and when."""

MOST_WORDS = 120
"""More words would name what they are about."""

MOST_BYTES = 20_000
"""What is longer carries a file, or was written by a machine."""

BULK = ("list-id", "list-unsubscribe", "precedence", "auto-submitted")
"""The headers of what a list or a machine sent."""

_BULK = tuple(name.encode() for name in BULK)
_ANSWERING = (b"in-reply-to", b"references")


def is_note(opened: Opened, raw: RawMessage) -> bool:
    """Say whether a mail that the gate left out is a short answer of a person; quick."""
    if raw.is_cut or raw.is_sent or raw.size > MOST_BYTES:
        return False
    head = opened.head
    if not is_answer(head) or is_bulk(head):
        return False
    return LEAST_WORDS <= len(above_history(opened.text).split()) <= MOST_WORDS


def is_bulk(head: Head) -> bool:
    """Say whether a list or a machine sent a mail."""
    return any(map(head.first, _BULK))


def is_answer(head: Head) -> bool:
    """Say whether a mail names another that it answers."""
    return any(map(head.first, _ANSWERING))


def answered_by(raw: RawMessage) -> tuple[list[str], str]:
    """Return the Message-IDs that a note answers, and the host it is from, lower case."""
    head = mail_of(raw.raw).head
    named = b" ".join(map(head.first, _ANSWERING)).decode("ascii", "replace")
    return message_ids(named), sender_host(head)
