"""How far the places of a mail that name an employer bear one another out."""

from __future__ import annotations

from functools import cache

from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.employers.names import compact, company_key, name_words
from onward.mail.rules.facts.patterns import fact_words

_PREFIX_SHARE = 0.6
_IN_LABEL_SHARE = 0.5
_SHORTEST_IN_LABEL = 4
_ABBREVIATED_SHARE = 0.95
_ABBREVIATED = frozenset({"domain", "tenant", "display", "signature", "own"})
PERSON_SHARE = 0.4
"""How much of its weight a name keeps that may be somebody's."""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fact_words(kind))


@cache
def _not_of_names() -> frozenset[str]:
    """Return words that stand before a name without being part of it."""
    return _words("never_opens_name") | _words("units") | name_words().team_words


def _support(key: str, *, other: str, place: str) -> float:
    """Return how far another key supports a key: 1 equal, less as a part, 0 not.

    Domains, account names and display names shorten a name, so that they support the
    longer one almost in full.
    """
    if key == other or compact(key) == compact(other):
        return 1.0
    if key.startswith(other + " "):
        return _ABBREVIATED_SHARE if place in _ABBREVIATED else _PREFIX_SHARE
    if key.endswith(f" {other}"):
        heads = key[: -len(other)].split()
        is_kind = place in _ABBREVIATED and _not_of_names().isdisjoint(heads)
        return _ABBREVIATED_SHARE if is_kind else 0.0
    if other.startswith(key + " "):
        return _PREFIX_SHARE
    is_joined = place in {"domain", "tenant"} and len(key) >= _SHORTEST_IN_LABEL
    if is_joined and compact(other).startswith(compact(key)):
        return _IN_LABEL_SHARE
    return 0.0


def scores(candidates: list[Candidate]) -> list[tuple[float, Candidate]]:
    """Return each candidate with how far the places that name an employer speak for it."""
    keys = [company_key(c.name) for c in candidates]
    scored = []
    for candidate, key in zip(candidates, keys, strict=True):
        places: dict[str, float] = {}
        for other, other_key in zip(candidates, keys, strict=True):
            share = _support(key, other=other_key, place=other.place)
            support = other.weight * share
            places[other.place] = max(places.get(other.place, 0.0), support)
        share = PERSON_SHARE if is_plain_person(candidate.name) else 1.0
        scored.append((sum(places.values()) * share, candidate))
    return scored
