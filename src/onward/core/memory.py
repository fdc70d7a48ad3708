"""Memory: fewer searches for circles while many short-lived objects pass by."""

from __future__ import annotations

import atexit
import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (100_000, 50, 50)
_BETWEEN_PAGES = (20_000, 20, 20)


def collect_seldom_in_command() -> None:
    """Let the garbage collector look rarely until this process ends, and not as it ends.

    For a command, before it loads anything: a thousand modules hold nothing to collect, and
    looking through them was a third of the time of a short one.
    """
    gc.set_threshold(*_SELDOM)
    atexit.register(gc.freeze)


def keep_what_is_loaded() -> None:
    """Leave what is loaded by now out of every later search for circles.

    For what goes on, such as a server before its first request: going through all modules' objects took as long
    as the page itself, every few pages.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_BETWEEN_PAGES)


class _Seldom:
    """How many readings go on, in any thread, and what stood before the first of them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readings = 0
        self._before = gc.get_threshold()

    def begin(self) -> None:
        with self._lock:
            if not self._readings:
                self._before = gc.get_threshold()
                gc.set_threshold(*_SELDOM)
            self._readings += 1

    def end(self) -> None:
        with self._lock:
            self._readings -= 1
            if not self._readings:
                gc.set_threshold(*self._before)


_seldom = _Seldom()


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let the garbage collector look rarely meanwhile; a tenth of an import's time was its.

    What a reading makes has no circles, so memory stays as flat as before.
    """
    _seldom.begin()
    try:
        yield
    finally:
        _seldom.end()
