"""Two that the person said are two stay two, whatever mail names both; pure."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from typing import TypeVar

from onward.mail.rules.facts.requisition import requisition_key
from onward.mail.rules.folding.cluster import Cluster, cluster_of
from onward.mail.rules.folding.fold import Folded
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.folding.openings import employer_key, opening_key

_Head = TypeVar("_Head")


def told_apart(
    folded: Folded,
    items: Mapping[str, FoldItem],
    heads: Mapping[str, _Head],
    *,
    apart: Container[frozenset[_Head]],
) -> Folded:
    """Return what was folded with each cluster parted that holds two of the pairs in `apart`.

    What stands nowhere yet goes with the latest mail it answers, else with the only part
    whose number, title or employer it names, and else it is left to the person.
    """
    clusters: list[Cluster] = []
    unmatched = list(folded.unmatched)
    for cluster in folded.clusters:
        parts = _parts(cluster, items, heads=heads, apart=apart)
        if len(parts) < 2:
            clusters.append(cluster)
            continue
        for item in (items[key] for key in cluster.keys if key not in heads):
            part = _fitting(parts, item)
            if part is None:
                unmatched.append(item.key)
            else:
                part.append(item)
        order = cluster.keys.index
        clusters += [
            cluster_of(sorted(part, key=lambda item: order(item.key))) for part in parts
        ]
    return replace(folded, clusters=tuple(clusters), unmatched=tuple(unmatched))


def _parts(
    cluster: Cluster,
    items: Mapping[str, FoldItem],
    *,
    heads: Mapping[str, _Head],
    apart: Container[frozenset[_Head]],
) -> list[list[FoldItem]]:
    """Return the messages that stand somewhere, in as few parts as the person's word allows."""
    parts: list[tuple[set[_Head], list[FoldItem]]] = []
    for key in cluster.keys:
        if key not in heads:
            continue
        head = heads[key]
        for there, part in parts:
            if head in there or not any(frozenset((head, o)) in apart for o in there):
                there.add(head)
                part.append(items[key])
                break
        else:
            parts.append(({head}, [items[key]]))
    return [part for _, part in parts]


def _fitting(parts: list[list[FoldItem]], item: FoldItem) -> list[FoldItem] | None:
    """Return the part that a message belongs to; None where that is not plain."""
    for reference in reversed(item.references):
        for part in parts:
            if any(other.message_id == reference for other in part):
                return part
    likeness = [max(_likeness(item, other) for other in part) for part in parts]
    best = max(likeness)
    return parts[likeness.index(best)] if likeness.count(best) == 1 else None


def _likeness(item: FoldItem, other: FoldItem) -> tuple[bool, bool, bool]:
    def same(one: str, two: str) -> bool:
        return bool(one) and one == two

    return (
        same(requisition_key(item.requisition), requisition_key(other.requisition)),
        same(opening_key(item.role), opening_key(other.role)),
        same(employer_key(item.company), employer_key(other.company)),
    )
