"""Memory: fewer searches for circles while many short-lived objects pass by."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (100_000, 50, 50)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let the garbage collector look rarely meanwhile; a tenth of an import's time was its.

    What a reading makes has no circles, so memory stays as flat as before.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
