"""A mail that somebody sent on without a word of their own: whose mail it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from onward.mail.rules.language import text_words
from onward.mail.rules.text import fold, lower
from onward.mail.rules.types import Address, Message

_READ_CHARS = 4_000
_MOST_OWN_WORDS = 2
_MOST_TIMES = 3
_MOST_LINES = 12
_WORD = re.compile(r"[^\W\d_]{2,}")
_VISIBLE = re.compile(r"\S")
_ADDRESS = re.compile(
    r"(?P<name>[^<>\[\]\n]*?)\s*[<\[(]*(?:mailto:)?"
    r"(?P<address>[^\s<>\[\]()\"';,:]+@[^\s<>\[\]()\"';,:]+)"
)


@dataclass(frozen=True, slots=True)
class Inside:
    """The mail that stands in a bare forward.

    Attributes:
        sender: Whose mail it is; empty where the header block gives no address.
        subject: As the block has it, or empty.
        end: One past the last character of the block (exclusive).
    """

    sender: Address
    subject: str
    end: int


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


def inside_of(text: str) -> Inside | None:
    """Return whose mail a text sends on with no word of its own; None where it does not."""
    text = text[:_READ_CHARS]
    low = lower(fold(text))
    first = next((x for x in _block().finditer(low) if x["sender"]), None)
    if first is None or _has_own_words(low, end=first.start()):
        return None
    end, subject = first.end(), ""
    lines = 1
    while lines < _MOST_LINES and (line := _block().match(low, end + 1)):
        lines += 1
        end = line.end()
        if _SUBJECT.fullmatch((line["other"] or "").strip()):
            subject = text[line.start("value") : end].strip()
    if lines == 1:
        return None
    return Inside(_address(text[first.start("value") : first.end()]), subject, end)


def _inner(message: Message) -> Message | None:
    inside = inside_of(message.text)
    if inside is None or any(inside.sender.address == x.address for x in message.to):
        return None
    is_named = bool(inside.sender.address)
    text = message.text
    return replace(
        message,
        sender=inside.sender if is_named else message.sender,
        reply_to=Address() if is_named else message.reply_to,
        subject=inside.subject or message.subject,
        text=_VISIBLE.sub(" ", text[: inside.end]) + text[inside.end :],
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
