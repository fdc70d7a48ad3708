"""Which program reads mail: a digest of its rules, the same as long as none of them changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from onward import __version__

_CODE = frozenset({".py", ".toml", ".bin", ".json"})


@cache
def program_digest() -> str:
    """Return a digest of the program's own rules: newer ones read everything anew."""
    folder = Path(str(files("onward.mail")))
    return _digest_of((*folder.glob("*.py"), *folder.glob("rules/**/*")))


def whole_digest() -> str:
    """Return a digest of all code and data of the program as its files are now."""
    return _digest_of(Path(str(files("onward"))).glob("**/*"))


def _digest_of(paths: Iterable[Path]) -> str:
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    for path in sorted(paths):
        if path.suffix in _CODE and path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()
