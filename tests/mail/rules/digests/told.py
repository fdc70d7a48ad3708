"""What a mail that lists several applications tells of each."""

from __future__ import annotations

from onward.mail.rules.digests.listed import listed_in
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message

_DESK = Address("Perch", "desk@perch.example")


def desk_message(subject: str, text: str) -> Message:
    """Return a mail of a desk that places people, with greeting and name around the words."""
    text = f"Hello Jo,\n\n{text}\n\nPerch"
    return Message("key", "one@perch.example", None, _DESK, subject, text)


def told(message: Message) -> list[tuple[str, str, str]]:
    """Return employer, title and verdict of each application that a mail lists."""
    parts = listed_in(message, reading=read_message(message))
    return [
        (part.reading.company, part.reading.role, part.reading.verdict.value)
        for part in parts
    ]
