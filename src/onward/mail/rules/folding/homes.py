"""Which application is at home where, when mail is folded anew; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

_Head = TypeVar("_Head")


def homes(
    clusters: Sequence[Sequence[str]],
    heads: Mapping[str, _Head],
    *,
    shared: Container[_Head],
    said: Mapping[str, _Head] = MappingProxyType({}),
) -> list[tuple[_Head, ...]]:
    """Return the applications that are each cluster's own, the one with its oldest mail first.

    Where later mail tells apart what was taken for one application, that stays with the
    cluster that most of its messages are in, of equal ones with the oldest. A cluster of
    which nothing is stored yet has none; one has several where mail shows that they are one.

    Args:
        clusters: Keys of the messages of each, oldest first.
        heads: The application that each stored message's events are on.
        shared: What a person made of several: at home in each of their clusters.
        said: The application of each message that a person put there, and no rule: at home
            in a cluster that has no other.
    """
    counts: dict[tuple[int, _Head], int] = Counter(
        (place, heads[key])
        for place, keys in enumerate(clusters)
        for key in keys
        if key in heads and key not in said
    )
    owners: dict[_Head, int] = {}
    own: list[set[_Head]] = [set() for _ in clusters]
    # Counted in the order of clusters, which the sorting keeps among equals.
    for place, head in sorted(counts, key=lambda pair: -counts[pair]):
        if head in shared or owners.setdefault(head, place) == place:
            own[place].add(head)
    chosen = set(said.values())
    found = []
    for place, keys in enumerate(clusters):
        there = [heads[key] for key in keys if key in heads]
        mine = [head for head in there if head in own[place]]
        # Of several that a person chose, the last.
        mine = mine or [head for head in there if head in chosen][-1:]
        found.append(tuple(dict.fromkeys(mine)))
    return found
