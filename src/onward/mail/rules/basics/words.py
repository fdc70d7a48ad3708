"""Find many words in one pass, quickly where ahocorasick_rs is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Hit = tuple[int, int, int]
"""Index of the word, first character, one past the last (exclusive)."""

try:
    import ahocorasick_rs
except ImportError:  # pragma: no cover - the plain way is tested by itself
    ahocorasick_rs = None  # type: ignore[assignment,unused-ignore]


def plain_finder(words: Iterable[str]) -> Callable[[str], list[Hit]]:
    """Return a finder that needs nothing but Python: slower, the same answers."""
    known = tuple(enumerate(words))

    def find(text: str) -> list[Hit]:
        hits: list[Hit] = []
        for index, word in known:
            start = text.find(word)
            while start >= 0:
                hits.append((index, start, start + len(word)))
                start = text.find(word, start + 1)
        return hits

    return find


def _automaton(
    words: tuple[str, ...], *, is_quick: bool = False
) -> ahocorasick_rs.AhoCorasick:
    # Twice as quick as what it takes by itself, for some milliseconds at the start; or
    # four times, for ten times the start.
    kinds = ahocorasick_rs.Implementation
    kind = kinds.DFA if is_quick else kinds.ContiguousNFA
    return ahocorasick_rs.AhoCorasick(words, implementation=kind)


def word_finder(words: Iterable[str]) -> Callable[[str], list[Hit]]:
    """Return a function that gives every place of every word, overlapping ones too."""
    known = tuple(words)
    if ahocorasick_rs is None:  # pragma: no cover
        return plain_finder(known)
    automaton = _automaton(known)

    def find(text: str) -> list[Hit]:
        return automaton.find_matches_as_indexes(text, overlapping=True)

    return find


def first_word_finder(
    words: Iterable[str], *, is_quick: bool = False
) -> Callable[[str], bool]:
    """Return a function that says whether any of the words occurs.

    Args:
        is_quick: They are few, and asked for in every mail.
    """
    known = tuple(words)
    if ahocorasick_rs is None:  # pragma: no cover
        return lambda text: any(word in text for word in known)
    automaton = _automaton(known, is_quick=is_quick)
    return lambda text: bool(automaton.find_matches_as_indexes(text))
