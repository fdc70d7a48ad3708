"""Messages out of what a server answers to FETCH; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onward.mail.imap.answers import Answer, answers, number_of, text_of
from onward.mail.imap.structure import Part, assembled

PEEK_BYTES = 2 * 1024 * 1024
"""How much is fetched of a message whose parts cannot be told: words come first."""

LARGE_BYTES = 100_000
"""From this size on a message is asked for its parts instead of fetched whole."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One message of a server.

    Attributes:
        raw: Its start, or a message of its words alone; with Gmail's thread and labels as
            header lines before it, as a Takeout file has them.
        size: All its bytes.
        is_by_parts: Nothing that is read is missing, whatever its size.
    """

    uid: int
    raw: bytes
    size: int
    is_by_parts: bool = False


def fetched(found: Iterable[object]) -> list[Fetched]:
    """Return the messages of one answer; parts that name no message are left out."""
    return list(_messages(found))


def withheld(found: Iterable[object]) -> Iterator[int]:
    """Yield the UIDs of messages of which one answer tells the size and gives nothing."""
    for answer in answers(found):
        if number_of(answer, b"RFC822.SIZE") and not _body(answer):
            yield number_of(answer, b"UID")


def made_of_parts(answer: Answer, *, root: Part, about: Answer) -> Fetched | None:
    """Return a message of its words alone; None where they did not come as promised.

    Args:
        about: An earlier answer: how large it is, and what Gmail says of it.
    """
    raw = assembled(root, answer)
    uid = number_of(answer, b"UID")
    if raw is None or not uid:
        return None
    before = _gmail_lines(about)
    size = max(len(raw), number_of(about, b"RFC822.SIZE")) + len(before)
    return Fetched(uid, before + raw, size, is_by_parts=True)


def _messages(found: Iterable[object]) -> Iterator[Fetched]:
    for answer in answers(found):
        uid = number_of(answer, b"UID")
        raw = _body(answer)
        if uid and raw:
            whole = max(len(raw), number_of(answer, b"RFC822.SIZE"))
            before = _gmail_lines(answer)
            yield Fetched(uid, before + raw, whole + len(before))


def _body(answer: Answer) -> bytes:
    return text_of(answer, b"BODY[]<0>") or text_of(answer, b"BODY[]")


def _gmail_lines(answer: Answer) -> bytes:
    lines = b""
    if thread := number_of(answer, b"X-GM-THRID"):
        lines += b"X-GM-THRID: %d\r\n" % thread
    labels = answer.get(b"X-GM-LABELS")
    if isinstance(labels, list):
        names = [
            label.lstrip(b"\\").replace(b"\r", b"").replace(b"\n", b"")
            for label in labels
            if isinstance(label, bytes)
        ]
        if names:
            lines += b"X-Gmail-Labels: " + b",".join(names) + b"\r\n"
    return lines
