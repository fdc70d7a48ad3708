"""Which roles are of one kind; apart, since every start loads what a look back is made of."""

from __future__ import annotations

from onward.mail.rules.facts.titles.role import role_key


def is_same_kind(one: str, other: str) -> bool:
    """Return whether two roles are of one kind: one has all words of the other.

    Seniority and markers of gender are not words of a role here; an unknown role is of
    no kind.
    """
    first, second = set(role_key(one).split()), set(role_key(other).split())
    return bool(first and second) and (first <= second or second <= first)
