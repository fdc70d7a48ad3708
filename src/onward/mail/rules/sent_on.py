"""A mail that somebody sent on without a word of their own: whose mail it is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onward.mail.rules.language import text_words
from onward.mail.rules.text import fold, lower
from onward.mail.rules.types import Address, Message

_MOST_OWN_WORDS = 2
_MOST_TIMES = 3
_MOST_LINES = 12
_WORD = re.compile(r"[^\W\d_]{2,}")
_VISIBLE = re.compile(r"\S")
_ADDRESS = re.compile(
    r"(?P<name>[^<>\[\]\n]*?)\s*[<\[(]*(?:mailto:)?"
    r"(?P<address>[^\s<>\[\]()\"';,:]+@[^\s<>\[\]()\"';,:]+)"
)


_SUBJECT = re.compile(
    r"subject|betreff|objet|asunto|oggetto|onderwerp|temat|assunto|ämne|konu"
)


@cache
def _block() -> re.Pattern[str]:
    """Return what the header lines above an earlier mail look like, line by line."""
    sender = "|".join(text_words("header_from"))
    other = "|".join((*text_words("header_next"), "reply-to", "antwort an"))
    return re.compile(
        rf"^[ >]*\*?(?:(?P<sender>{sender})|(?P<other>{other}))\*?[ ]?:\*?[ ]*(?P<value>.*)$",
        re.MULTILINE,
    )


def unforwarded(message: Message) -> Message:
    """Return the mail inside a bare forward, its header block blanked; else the same.

    Sender and subject become those of the block. A mail that quotes its reader keeps
    its own: whoever answered with no word did not send the reader's mail on.
    """
    for _ in range(_MOST_TIMES):
        inner = _inner(message)
        if inner is None:
            return message
        message = inner
    return message


def _inner(message: Message) -> Message | None:
    low = lower(fold(message.text))
    first = next((x for x in _block().finditer(low) if x["sender"]), None)
    if first is None or _has_own_words(low, end=first.start()):
        return None
    end, subject = first.end(), ""
    is_block = False
    for _ in range(_MOST_LINES):
        line = _block().match(low, end + 1)
        if line is None:
            break
        is_block = True
        end = line.end()
        if _SUBJECT.fullmatch((line["other"] or "").strip()):
            subject = message.text[line.start("value") : end].strip()
    if not is_block:
        return None
    sender = _address(message.text[first.start("value") : first.end()])
    if any(sender.address == each.address for each in message.to):
        return None
    return replace(
        message,
        sender=sender if sender.address else message.sender,
        reply_to=Address() if sender.address else message.reply_to,
        subject=subject or message.subject,
        text=_VISIBLE.sub(" ", message.text[:end]) + message.text[end:],
    )


def _has_own_words(low: str, *, end: int) -> bool:
    """Say whether more than a word or two stand above a block, its title left out."""
    above = re.sub("|".join(text_words("original")), " ", low[:end])
    return len(_WORD.findall(above)) > _MOST_OWN_WORDS


def _address(written: str) -> Address:
    found = _ADDRESS.search(written)
    if found is None:
        return Address()
    name = found["name"].strip(" \"'*")
    return Address(name=name, address=found["address"].lower())
