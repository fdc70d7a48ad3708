"""Threads of human mail: messages that name one another, however far apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Thread = int
"""Number of a thread; it says nothing but which messages belong together."""


def threads_of(
    messages: Iterable[tuple[str, tuple[str, ...]]],
) -> Mapping[str, Thread]:
    """Return for each key the thread it belongs to.

    Args:
        messages: Keys with their Message-ID and References; never none. Two that share
            one id, directly or through others, share the thread.
    """
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    first: dict[str, str] = {}
    for key, ids in messages:
        for other in ids:
            parent[root(other)] = root(ids[0])
        first[key] = ids[0]
    numbers: dict[str, Thread] = {}
    return {
        key: numbers.setdefault(root(name), len(numbers)) for key, name in first.items()
    }
