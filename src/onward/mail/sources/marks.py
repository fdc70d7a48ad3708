"""Marks of a file: small digests all over it, by which it is known again in a moment."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

EVERY_BYTES = 1_000_000
PIECE_BYTES = 4096


def path_digest(path: Path | str) -> str:
    """Return a digest of where a file lies, by which it is found again."""
    return hashlib.sha256(os.fsencode(Path(path).absolute())).hexdigest()


def marks_of(path: Path, *, size: int) -> str:
    """Return the digest of 4 kB in each megabyte of a file's first `size` bytes.

    Whatever moves the bytes behind it (a message deleted, a mailbox compacted) changes
    the digest; a flag that is set in place between two marks does not, and need not.

    Raises:
        OSError: If the file cannot be read.
    """
    digest = hashlib.blake2b(str(size).encode(), digest_size=32)
    with path.open("rb", buffering=0) as file:
        for place in (*range(0, size, EVERY_BYTES), max(0, size - PIECE_BYTES)):
            file.seek(place)
            digest.update(file.read(min(PIECE_BYTES, size - place)))
    return digest.hexdigest()
