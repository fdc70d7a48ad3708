"""Raw messages and mailboxes for tests, all invented."""

from __future__ import annotations

import io
from pathlib import Path

from onward.demo.mailbox import write_mailbox
from onward.demo.story import STORY_ENDS_ON

RAW_FOLDER = Path(__file__).parent.parent / "fixtures" / "mail" / "raw"
SEPARATOR = b"From 1790000000000000001@xxx Mon Mar 02 08:00:00 +0000 2026\n"


def raw_fixture(name: str) -> bytes:
    return (RAW_FOLDER / f"{name}.eml").read_bytes()


def all_raw_fixtures() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted(RAW_FOLDER.glob("*.eml"))}


def make_raw(
    text: str = "We received your application.\n",
    *,
    subject: str = "Your application",
    message_id: str = "<one@quillmoor.example>",
    extra: str = "",
) -> bytes:
    return (
        f"From: Quillmoor <jobs@quillmoor.example>\nTo: robin@person.example\n"
        f"Subject: {subject}\nMessage-ID: {message_id}\n"
        f"Date: Tue, 03 Mar 2026 09:15:00 +0100\n{extra}\n{text}"
    ).encode()


def make_mbox(*messages: bytes, separator: bytes = SEPARATOR) -> bytes:
    return b"".join(separator + message + b"\n" for message in messages)


def write_first_mails(path: Path, *, count: int) -> None:
    """Write the first mails of the sample: of every kind, and sooner read than all."""
    write_mailbox(path, ends_on=STORY_ENDS_ON)
    mails = path.read_bytes().split(b"\nFrom ")
    path.write_bytes(b"\nFrom ".join(mails[:count]) + b"\n")


class Dripping(io.RawIOBase):
    """A file that gives a few bytes at a time, as a slow disk may."""

    def __init__(self, data: bytes, *, bytes_at_once: int) -> None:
        self._data = io.BytesIO(data)
        self._bytes_at_once = bytes_at_once

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        piece = self._data.read(min(len(view), self._bytes_at_once))
        view[: len(piece)] = piece
        return len(piece)
