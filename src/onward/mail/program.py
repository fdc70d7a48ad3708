"""Which program reads mail: a digest of its rules, the same as long as none of them changes."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from onward import __version__


@cache
def program_digest() -> str:
    """Return a digest of the program's own rules: newer ones read everything anew."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    folder = Path(str(files("onward.mail")))
    for path in sorted((*folder.glob("*.py"), *folder.glob("rules/**/*"))):
        if path.is_file() and path.suffix in {".py", ".toml", ".bin", ".json"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()
