"""A mail that somebody sent on with no word of their own, or few: whose mail it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from onward.mail.rules.around.header_block import HeaderBlock, header_blocks
from onward.mail.rules.around.small_print import without_small_print
from onward.mail.rules.basics.language import text_words
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.types import Address, Message

_READ_CHARS = 4_000
_MOST_OWN_WORDS = 2
_MOST_POINTING_WORDS = 30
_MOST_TIMES = 3
_FEWEST_LINES = 2
_WORD = re.compile(r"[^\W\d_]{2,}")
_VISIBLE = re.compile(r"\S")


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


def pointed_to(message: Message) -> Message | None:
    """Return the mail below a note that only points to it; None where there is none.

    "See below from Queens. Chin up, I'll keep looking", an agency writes above the no.
    """
    block = first_block(message.text)
    if block is None:
        return None
    note = lower(fold(message.text[: block.start]))
    if len(_WORD.findall(note)) > _MOST_POINTING_WORDS or not _below().search(note):
        return None
    address = block.sender.address
    if address and any(address == x.address for x in (*message.to, message.sender)):
        return None
    return _at(message, _inside(block))


def names_writer(message: Message) -> bool:
    """Say whether the mail below a note came from an address; a colleague has a name or an office."""
    block = first_block(message.text)
    return block is not None and bool(block.sender.address)


@cache
def _below() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(text_words('below'))})(?!\w)")


def inside_of(text: str) -> Inside | None:
    """Return whose mail a text sends on with no word of its own; None where it does not."""
    block = first_block(text)
    if block is None or _has_own_words(text[: block.start]):
        return None
    return _inside(block)


def first_block(text: str) -> HeaderBlock | None:
    """Return the first header block near the top of a text, if it is one of several lines."""
    block = next(header_blocks(text[:_READ_CHARS]), None)
    return None if block is None or block.lines < _FEWEST_LINES else block


def _inside(block: HeaderBlock) -> Inside:
    return Inside(block.sender, block.fields.get("subject", ""), block.end)


def _inner(message: Message) -> Message | None:
    inside = inside_of(message.text)
    if inside is None or any(inside.sender.address == x.address for x in message.to):
        return None
    return _at(message, inside)


def _at(message: Message, inside: Inside) -> Message:
    is_named = bool(inside.sender.address)
    text = message.text
    return replace(
        message,
        sender=inside.sender if is_named else message.sender,
        reply_to=Address() if is_named else message.reply_to,
        subject=inside.subject or message.subject,
        text=_VISIBLE.sub(" ", text[: inside.end]) + text[inside.end :],
    )


def _has_own_words(above: str) -> bool:
    """Say whether more than a word or two stand above a block, its title left out."""
    words = re.sub("|".join(text_words("original")), " ", lower(fold(above)))
    return len(_WORD.findall(words)) > _MOST_OWN_WORDS


def unwrapped(message: Message) -> Message:
    """Return a message as its writer wrote it: no small print, and no bare forward.

    What is taken out is blanked, so that places in the text stay.
    """
    return unforwarded(without_small_print(message))
