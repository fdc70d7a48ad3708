"""Words of a domain label that the model of its seams leaves together: "harrow bendvet" is Harrow Bend Vet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from onward.mail.rules.basics.model_file import parted, shipped
from onward.mail.rules.facts.employers.label_parts import label_words
from onward.mail.rules.facts.employers.names import name_words

_SHORTEST_HEAD = 4
# Streets and waters stand apart from what they are called, and before what a house does there.
_WAYS = ("road", "street", "avenue", "lakes")
# "Overstreet" is a surname.
_ONE_WORD = frozenset({"railroad", "overstreet", "longstreet", "backstreet"})
# What veterinaries and offices call themselves, beside the words for kinds of houses.
_TRADES = frozenset({"vet", "vets", "billing", "dental", "surgery"})
_SHORTEST_TRADE = 3


@lru_cache(maxsize=4096)
def words_of_label(label: str) -> tuple[str, ...]:
    """Return the words that a label runs together, in lower case, parted at all seams or at none.

    Only a label that is parted anyway is looked at again: "larkfield" alone stays one name.
    """
    words = label_words(label)
    if len(words) == 1:
        return words
    *heads, last = words
    again = [part for word in heads for part in _before_house(word)]
    return (*again, *_with_trade(last))


def _before_house(word: str) -> Iterator[str]:
    """Yield "lorimer" and "road" for "lorimerroad"; a word that names firms stays."""
    way = next(filter(word.endswith, _WAYS), "")
    head = word.removesuffix(way)
    is_one = word in _of_firms() or word in _ONE_WORD
    if way and len(head) >= _SHORTEST_HEAD and not is_one:
        yield from (head, way)
    else:
        yield word


def _with_trade(word: str) -> Iterator[str]:
    """Yield "street" and "cafe" for "streetcafe", where known words meet at one place alone."""
    found = [
        (word[:at], word[at:])
        for at in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TRADE + 1)
        if word[:at] in _of_firms() and _is_trade(word[at:])
    ]
    if len(found) == 1 and word not in _of_firms():
        yield from found[0]
    else:
        yield word


def _is_trade(word: str) -> bool:
    return word in _TRADES or (word in name_words().kinds and word in _of_firms())


@cache
def _of_firms() -> frozenset[str]:
    """Return the words of employers' names that the model knows."""
    head, _ = parted(shipped("words", name="label_parts"))
    return frozenset(head["words"].split("\n"))
