"""Writing a private file whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_private(path: Path, pieces: Iterable[str]) -> None:
    """Write text as `write_private_bytes` does, in UTF-8, piece by piece."""
    _write(path, (piece.encode() for piece in pieces))


def write_private_bytes(path: Path, content: bytes) -> None:
    """Write `content` as a file readable by its owner alone; a half file is never seen.

    Raises:
        OSError: If the folder is missing, may not be written, or the disk is full.
    """
    _write(path, [content])


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write `pieces` to `path`, readable by its owner alone; a half file is never seen.

    What stood there before stays until the new file is complete.

    Raises:
        OSError: If the folder is missing, may not be written, or the disk is full.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def writing_sentence(error: OSError, path: Path) -> str:
    """Return what kept `path` from being written, and what to do."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The disk is full, so {path} was not written. Make room and try again."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"There is no folder {path.parent}. Make it first, or choose another."
    if isinstance(error, PermissionError):
        return f"{path} may not be written here. Choose another folder."
    return f"{path} was not written: {error.strerror or error}. Choose another place."
