"""Read the files that hang on one message, straight from where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onward.mail.body import walk
from onward.mail.certified import mail_of
from onward.mail.headers import decode_header
from onward.mail.parse_fallback import parse_standard
from onward.mail.sources.mbox import split_mbox

MAX_MESSAGE_BYTES = 60_000_000
"""Of one message with all its files; mail servers take less."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it hangs on a message."""

    name: str
    data: bytes


def message_at(path: Path, *, offset: int) -> bytes:
    """Return the raw message that begins at a byte of a file, its separator left out.

    The file is an mbox, or one message alone (then `offset` is 0).

    Raises:
        OSError: If the file is gone or cannot be read.
    """
    with path.open("rb", buffering=0) as file:
        file.seek(offset)
        for piece in split_mbox(file, kept_bytes=MAX_MESSAGE_BYTES, part_bytes=None):
            # Apple Mail's .emlx begins with a line that counts the message's bytes.
            counted, _line_end, _rest = piece.data[:80].partition(b"\n")
            is_counted = path.suffix == ".emlx" and counted.strip().isdigit()
            return piece.data[len(counted) + 1 :] if is_counted else piece.data
    return b""


def attachments_in(raw: bytes) -> Iterator[Attachment]:
    """Yield the named files of a raw message, decoded; parts without a name are text."""
    head, body, _ = mail_of(raw)
    # The lenient parser: it decodes whole parts, whatever was cut or mislabelled.
    for part in walk(parse_standard(b"".join((head.mime_lines(), body)))):
        name = decode_header(part.filename.encode("utf-8", "replace"))
        if name and part.content:
            yield Attachment(name, part.content)
