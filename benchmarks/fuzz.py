"""Look for bytes that the reading of mail cannot take: python -m benchmarks.fuzz --minutes 10

Takes the invented mails of the tests, damages them in many ways, lays pure noise beside
them, and reads all of it as files and as mailboxes. Whatever raises is written to a
folder, with the seed that makes it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from onward.mail.parse import parse_message
from onward.mail.rules.read import read_message
from onward.mail.scan import read_mail
from onward.mail.sources import open_sources

MAILS = Path(__file__).parents[1] / "tests" / "fixtures" / "mail"
_MOST_BYTES = 60_000
_SPLICES = (
    b"Content-Transfer-Encoding: base64\n",
    b"Content-Type: multipart/mixed; boundary=\n",
    b'Content-Type: text/html; charset="x-none\n',
    b"Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nDTSTART:99999999T999999\n",
    b"Subject: =?utf-8?B?////?= =?x?q?=?=\n",
    b"Date: Thu, 99 Foo -1 99:99:99 +9999\n",
    b"From nobody\n",
    b"From: <<@>>,,\n",
    b"\x00\xff\xfe\xed\xa0\x80",
    "İ\u0301\ufb03\U0001d400\u202e".encode(),
    b"=\n=E2=80\n==\n",
    b"\r\r\n\n\r",
    b"<div" * 400,
    b"(" * 300,
    b"> " * 500,
)


def damaged(mail: bytes, *, other: bytes, chance: random.Random) -> bytes:
    """Return a mail with one to six things done to it; may be anything but too long."""
    for _ in range(chance.randint(1, 6)):
        mail = chance.choice(_DAMAGES)(mail, other, chance)[:_MOST_BYTES]
    return mail


def _place(mail: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(mail))


def _flip(mail: bytes, _other: bytes, chance: random.Random) -> bytes:
    found = bytearray(mail or b"x")
    for _ in range(chance.randint(1, 40)):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def _cut(mail: bytes, _other: bytes, chance: random.Random) -> bytes:
    start, end = sorted((_place(mail, chance), _place(mail, chance)))
    return mail[:start] + mail[end:]


def _again(mail: bytes, _other: bytes, chance: random.Random) -> bytes:
    start, end = sorted((_place(mail, chance), _place(mail, chance)))
    return mail[:end] + mail[start:end] * chance.randint(1, 3) + mail[end:]


def _into(mail: bytes, other: bytes, chance: random.Random) -> bytes:
    at, end = _place(mail, chance), _place(other, chance)
    return mail[:at] + other[:end] + mail[at:]


def _splice(mail: bytes, _other: bytes, chance: random.Random) -> bytes:
    at = mail.find(b"\n", _place(mail, chance)) + 1
    return mail[:at] + chance.choice(_SPLICES) + mail[at:]


def _noise(mail: bytes, _other: bytes, chance: random.Random) -> bytes:
    at = _place(mail, chance)
    return mail[:at] + chance.randbytes(chance.randint(1, 300)) + mail[at:]


def _turn_ends(mail: bytes, _other: bytes, chance: random.Random) -> bytes:
    return mail.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n")))


_DAMAGES: Sequence[Callable[[bytes, bytes, random.Random], bytes]] = (
    _flip,
    _cut,
    _again,
    _into,
    _splice,
    _noise,
    _turn_ends,
)


def read_as_file(mail: bytes) -> None:
    """Read bytes as one message, by both parsers, to the verdict."""
    for parser in ("fast", "stdlib"):
        message = parse_message(mail, parser=parser)
        read_message(message)


def read_as_mailbox(path: Path) -> None:
    """Read a file as whatever the sources take it for."""
    for _ in read_mail(open_sources([path])):
        pass


def fuzz(*, seconds: float, seed: int, folder: Path, mails: Sequence[bytes]) -> int:
    """Read damaged mail for a time; return how many inputs raised.

    Args:
        folder: Where inputs that raise are kept.
    """
    ends = time.monotonic() + seconds
    tried = failed = 0
    while time.monotonic() < ends:
        chance = random.Random(seed + tried)
        mail = damaged(chance.choice(mails), other=chance.choice(mails), chance=chance)
        try:
            read_as_file(mail)
            if tried % 20 == 0:
                box = folder / "fuzz.mbox"
                parts = (mail, chance.choice(mails), mail[::-1])
                box.write_bytes(b"".join(b"From x\n" + part + b"\n" for part in parts))
                read_as_mailbox(box)
        except Exception:
            failed += 1
            (folder / f"raised-{seed + tried}.eml").write_bytes(mail)
            print(f"seed {seed + tried}:\n{traceback.format_exc()}")
        tried += 1
    print(f"{tried:,} damaged mails read in {seconds:.0f} s, {failed} raised")
    return failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="for inputs that raise")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="onward-fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    mails = [path.read_bytes() for path in sorted(MAILS.rglob("*.eml"))]
    failed = fuzz(
        seconds=options.minutes * 60, seed=options.seed, folder=folder, mails=mails
    )
    if failed:
        print(f"What raised lies in {folder}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
