"""How a person starts this very program once more, in another window."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

_NAME = "onward"
_IN_CACHE = frozenset({"archive-v0", "environments-v2"})
"""The folders in which `uvx` unpacks what it runs; nobody names that."""


def own_command(started_as: str | None = None, *, found_at: str | None = None) -> str:
    """Return what is typed for this program: "onward", "uvx onward", or where it lies.

    Args:
        started_as: How it was started; else as it was.
        found_at: Where a window finds the plain name; else where this one does.
    """
    started = Path(sys.argv[0] if started_as is None else started_as)
    if started.stem != _NAME:
        return _NAME
    if not _IN_CACHE.isdisjoint(started.parts):
        return f"uvx {_NAME}"
    found = shutil.which(_NAME) if found_at is None else found_at
    if started.parent == Path() or (found and Path(found) == started):
        return _NAME
    return shlex.quote(str(started.absolute()))
