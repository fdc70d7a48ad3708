"""Answers that are kept: for functions that are asked the same again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Remembered(dict[Key, Value]):
    """What a function says, asked once for each key; forgets all where they are many."""

    def __init__(self, ask: Callable[[Key], Value], *, most: int) -> None:
        super().__init__()
        self._ask = ask
        self._most = most

    def __missing__(self, key: Key) -> Value:
        if len(self) > self._most:
            self.clear()
        found = self[key] = self._ask(key)
        return found
