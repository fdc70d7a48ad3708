"""Which program reads mail: a digest of its rules, the same as long as none of them changes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from onward import __version__

CODE = (".py", ".toml", ".bin", ".json")
"""What the files of code and rules end in."""

_ROOM = f"mail{os.sep}"
_RULES = f"{_ROOM}rules{os.sep}"


@cache
def program_digest() -> str:
    """Return a digest of the program's own rules: newer ones read everything anew."""
    return _digest_of(_is_of_reading)


def whole_digest() -> str:
    """Return a digest of all code and data of the program as its files are now."""
    _digests.cache_clear()
    return _digest_of(lambda _: True)


def _is_of_reading(path: str) -> bool:
    is_of_room = path.startswith(_ROOM) and path.count(os.sep) == 1
    return path.startswith(_RULES) or (is_of_room and path.endswith(".py"))


def _digest_of(is_asked_for: Callable[[str], bool]) -> str:
    whole = hashlib.blake2b(__version__.encode(), digest_size=16)
    for path, digest in _digests().items():
        if is_asked_for(path):
            whole.update(digest)
    return whole.hexdigest()


@cache
def _digests() -> dict[str, bytes]:
    """Return a digest of each file of the program, by its path in it, in their order."""
    top = str(files("onward"))
    digests = {}
    for path in sorted(_files_in(top)):
        code = Path(path).read_bytes()
        digests[path[len(top) + 1 :]] = hashlib.blake2b(code).digest()
    return digests


def _files_in(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files_in(entry.path)
            elif entry.name.endswith(CODE):
                yield entry.path
