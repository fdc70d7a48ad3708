"""How often broken work is tried again, and after how long."""

from __future__ import annotations

from datetime import timedelta

MAX_ATTEMPTS = 4
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(hours=1)


def retry_after(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts: 5 s, 20 s, 80 s … at most 1 h."""
    factor: int = 4 ** max(0, min(attempts - 1, 10))
    return min(_FIRST_WAIT * factor, _LONGEST_WAIT)
