"""Which applications are parts of which: what merging and splitting leave behind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

_Key = TypeVar("_Key")


def heads_of(joins: Iterable[tuple[_Key, _Key]]) -> dict[_Key, _Key]:
    """Return for each application that is part of another the one it shows under.

    Args:
        joins: Pairs (head, part) in the order in which they were made; a part that was
            joined elsewhere before brings its whole group along, and a join within one
            group changes nothing, so circles cannot come about.
    """
    head_of: dict[_Key, _Key] = {}

    def root(key: _Key) -> _Key:
        while key in head_of:
            key = head_of[key]
        return key

    for head, part in joins:
        if root(head) != root(part):
            head_of[root(part)] = root(head)
    return {part: root(part) for part in head_of}
