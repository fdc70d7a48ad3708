"""How often broken work is tried again, after how long, and what is said of it."""

from __future__ import annotations

import re
from datetime import timedelta

MAX_ATTEMPTS = 4
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(hours=1)
# Two folders and more: "km/h", "/mail/" and a web address are none.
_PATH = re.compile(
    r"""(['"])(?:~|[A-Za-z]:)?[\\/][^'"\n]+[\\/][^'"\n]*\1"""
    r"""|(?:file:/{2}|(?<![\w/:.]))(?:~|[A-Za-z]:)?(?:[\\/]{1,2}[^\s\\/'":;,()]+){2,}[\\/]?"""
)


def retry_after(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts: 5 s, 20 s, 80 s … at most 1 h."""
    factor: int = 4 ** max(0, min(attempts - 1, 10))
    return min(_FIRST_WAIT * factor, _LONGEST_WAIT)


def without_paths(text: str) -> str:
    """Return words with "a file" in place of each path of a machine's folders."""
    return _PATH.sub("a file", text)
