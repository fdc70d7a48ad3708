"""Whether somebody sent on what was written to themselves: that mail is not the reader's; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.mail.rules.around.sent_on import first_block
from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.types import Address, Message

_NAME = re.compile(r"[^\W\d_]{3,}")
_GREETING_CHARS = 80


def is_to_another(message: Message) -> bool:
    """Say whether a private person sends on what is addressed to them, and names the reader nowhere.

    "Didn't get it. Ah well", somebody's wife writes above the school's no to her. An
    agency's mail is left alone: what it sends on was written to it about the reader.
    """
    block = first_block(message.text)
    if block is None or not is_free_mail(message.sender.domain):
        return False
    to = lower(fold(block.fields.get("to", "")))
    if any(reader.address and reader.address in to for reader in message.to):
        return False
    names, readers = _names((message.sender,)), _names(message.to)
    writer, reader = names - readers, readers - names
    if not (writer and reader):
        return False  # who sends it on may be the reader
    below = lower(fold(message.text[block.end :]))
    greeted = _words(f"{to}\n{below.lstrip()[:_GREETING_CHARS]}")
    is_writers = bool(greeted & writer) or message.sender.address in to
    return is_writers and not reader & _words(f"{to}\n{below}")


def _names(addresses: Iterable[Address]) -> set[str]:
    """Return the words of the names of whoever has these addresses."""
    parts = (f"{each.name} {each.local_part}" for each in addresses)
    return _words(lower(fold("\n".join(parts))))


def _words(text: str) -> set[str]:
    return set(_NAME.findall(text))
