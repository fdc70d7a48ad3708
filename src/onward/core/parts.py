"""Long lists in pieces, so that no query and no part of memory grows without bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

KEYS_AT_ONCE = 500
"""How many keys one query names; every database takes so many."""

ROWS_AT_ONCE = 200
"""How many rows are held at a time with their texts, or written in one go."""

_Item = TypeVar("_Item")


def parts(
    items: Sequence[_Item], *, size: int = KEYS_AT_ONCE
) -> Iterator[Sequence[_Item]]:
    """Return `items` in pieces of `size`."""
    return (items[place : place + size] for place in range(0, len(items), size))
