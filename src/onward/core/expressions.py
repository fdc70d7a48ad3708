"""Expressions compiled once: what Python makes of each is kept from one start to the next.

Python compiles every expression anew in each process, which was half of what reading a small
mailbox took. As it keeps the code of modules beside them, so here the code of expressions is
kept in the data folder. Where anything about it is not as it was, Python compiles as ever.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import re
import sys
import threading
import zlib
from array import array
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler  # type: ignore[attr-defined]

    _COMPILE: Callable[..., re.Pattern[Any]] = _compiler.compile
    _CODE: Callable[..., list[int]] = _compiler._code
    _KIND = (
        f"{sys.implementation.name} {sys.hexversion} "
        f"{_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"
    )
except (ImportError, AttributeError):  # pragma: no cover - another Python: it compiles
    _KIND = ""

LEAST_CODE = 400
"""Numbers of an expression's code. Half of all are shorter, take a tenth of the time, and what is
made of a name in somebody's mail is among them."""

MOST_BYTES = 40_000_000
"""A file that would become larger is begun anew with what is in use."""

FILE = "expressions.cache"
_PARENTS = "ONWARD_EXPRESSIONS"
_OTHERWISE = re.DEBUG | re.LOCALE
_NUMBER = "I"


class Kept(NamedTuple):
    """What is kept of an expression: all that Python needs to have it again."""

    flags: int
    groups: int
    names: dict[str, int]
    code: bytes


def keep_compiled(folder: Path, *, writes: bool = True) -> None:
    """Take compiled expressions from a file in this folder, and write there what is new at the end.

    Once for a process. Says nothing and does nothing where this Python cannot.

    Args:
        writes: False where nothing is to be written, here or by a process that this one starts.
    """
    global _shelf
    if _shelf is not None or array(_NUMBER).itemsize != 4 or not _KIND:
        return
    _shelf = Shelf(folder / FILE)
    _compiler._code = _shelf.hear
    _compiler.compile = _shelf.compile
    if writes:
        # For those that this process starts.
        os.environ[_PARENTS] = str(folder)
        atexit.register(write_compiled)


def keep_compiled_as_parent() -> None:
    """Take compiled expressions from where the process that started this one has them."""
    if folder := os.environ.get(_PARENTS):
        keep_compiled(Path(folder))


def compiled_once(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return an expression that is made of what somebody wrote, which nothing keeps."""
    return _COMPILE(pattern, flags) if _KIND else re.compile(pattern, flags)


def write_compiled() -> None:
    """Write what was compiled since; nothing where it cannot be written."""
    if _shelf is not None:
        with suppress(OSError):
            _shelf.write()


def forget_compiled(folder: Path) -> None:
    """Delete what is kept in a folder, and keep nothing more from this process."""
    global _shelf
    if _shelf is not None:
        _compiler.compile, _compiler._code = _COMPILE, _CODE
        _shelf = None
    # With the drafts of processes that ended while they wrote.
    for file in folder.glob(f"{FILE}*"):
        file.unlink(missing_ok=True)


class Shelf:
    """The kept expressions of a file, and those compiled since.

    Attributes:
        new: What is not written yet, by the digest of its expression.
    """

    def __init__(self, file: Path) -> None:
        self.new: dict[str, Kept] = {}
        self._file = file
        self._heard = threading.local()
        self._kept = _read(file)
        self._used: set[str] = set()

    def hear(self, parsed: Any, flags: int) -> list[int]:
        """Return the code of a parsed expression, as Python makes it, and remember it."""
        code = _CODE(parsed, flags)
        self._heard.code = code
        return code

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """Return an expression compiled: as it is kept, or by Python itself."""
        if not isinstance(pattern, (str, bytes)) or flags & _OTHERWISE:
            return _COMPILE(pattern, flags)
        key = _key(pattern, flags)
        # A program compiles almost each of its expressions once, so this one is done with.
        kept = self._kept.pop(key, None)
        if kept is not None:
            with suppress(RuntimeError, TypeError, ValueError, OverflowError):
                made = _made(pattern, kept)
                self._used.add(key)
                return made
        self._heard.code = None
        compiled = _COMPILE(pattern, flags)
        code = self._heard.code
        is_new = code is not None and key not in self._used
        if is_new and len(code) >= LEAST_CODE:
            numbers = array(_NUMBER, code).tobytes()
            names = dict(compiled.groupindex)
            self.new[key] = Kept(compiled.flags, compiled.groups, names, numbers)
            self._used.add(key)
        return compiled

    def write(self) -> None:
        """Write what is kept with what is new, whole or not at all."""
        new, self.new = self.new, {}
        if not new or not self._file.parent.is_dir():
            return
        # As it is by now: another process may have written it, or somebody's going taken it away.
        kept = {**_read(self._file), **new}
        if sum(len(each.code) for each in kept.values()) > MOST_BYTES:
            kept = {key: kept[key] for key in kept if key in self._used or key in new}
        draft = self._file.with_name(f"{FILE}.{os.getpid()}.part")
        try:
            draft.write_bytes(_written(kept))
            draft.replace(self._file)
        finally:
            draft.unlink(missing_ok=True)


_shelf: Shelf | None = None


def _key(pattern: str | bytes, flags: int) -> str:
    whole = (
        pattern
        if isinstance(pattern, bytes)
        else pattern.encode("utf-8", "surrogatepass")
    )
    kind = f"{type(pattern).__name__} {int(flags)} ".encode()
    return hashlib.blake2b(kind + whole, digest_size=16).hexdigest()


def _made(pattern: str | bytes, kept: Kept) -> re.Pattern[Any]:
    """Return an expression made of its code, which Python checks.

    Raises:
        RuntimeError: If it is no such code.
    """
    numbers = array(_NUMBER, kept.code).tolist()
    names: list[str | None] = [None] * (kept.groups + 1)
    for name, place in kept.names.items():
        names[place] = name
    compiled: re.Pattern[Any] = _sre.compile(
        pattern, kept.flags, numbers, kept.groups, kept.names, tuple(names)
    )
    return compiled


def _written(kept: dict[str, Kept]) -> bytes:
    """Return the bytes of a file: of what kind and whether whole, an index, and all code."""
    index = {
        key: (each.flags, each.groups, each.names, len(each.code))
        for key, each in kept.items()
    }
    head = json.dumps(index, separators=(",", ":")).encode()
    rest = b"\n".join((head, b"".join(each.code for each in kept.values())))
    return f"{_KIND} {zlib.crc32(rest)}\n".encode() + rest


def _read(file: Path) -> dict[str, Kept]:
    """Return what a file keeps; nothing where it is another Python's, or broken."""
    try:
        mark, _, rest = file.read_bytes().partition(b"\n")
        if mark != f"{_KIND} {zlib.crc32(rest)}".encode():
            return {}
        head, _, code = rest.partition(b"\n")
        kept = {}
        at = 0
        for key, (flags, groups, names, size) in json.loads(head).items():
            kept[key] = Kept(flags, groups, names, code[at : at + size])
            at += size
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    return kept
