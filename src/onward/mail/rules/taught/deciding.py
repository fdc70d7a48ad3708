"""The words that decided, each said once: places that overlap are one; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Marks = list[tuple[int, int]]


def merged(marks: Iterable[tuple[int, int]]) -> Marks:
    """Return the places in order, those that overlap or touch as one."""
    found: Marks = []
    for start, end in sorted(marks):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def deciding_words(because: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the words that decided, none twice, in the order of what decided most.

    Args:
        because: Each with `words`, and where they stand: `where`, `start`, `end`.
    """
    groups: list[list[Mapping[str, Any]]] = []
    for where in dict.fromkeys(str(each["where"]) for each in because):
        own = [each for each in because if each["where"] == where]
        for start, end in merged((int(b["start"]), int(b["end"])) for b in own):
            groups.append([b for b in own if start <= int(b["start"]) < max(end, 1)])
    places = {id(each): place for place, each in enumerate(because)}
    groups.sort(key=lambda group: min((places[id(b)] for b in group), default=0))
    said = [_stitched(group) for group in groups if group]
    return [words for place, words in enumerate(said) if not _is_said(place, said)]


def _stitched(group: Sequence[Mapping[str, Any]]) -> str:
    """Return the words of places that overlap as they stand one behind the other."""
    ordered = sorted(group, key=lambda b: (int(b["start"]), -int(b["end"])))
    words, reached = str(ordered[0]["words"]), int(ordered[0]["end"])
    for each in ordered[1:]:
        start, end, more = int(each["start"]), int(each["end"]), str(each["words"])
        if end > reached and len(more) == end - start:
            words += more[reached - start :]
            reached = end
    return " ".join(words.split())


def _is_said(place: int, said: Sequence[str]) -> bool:
    """Say whether the same words, or more around them, are said elsewhere."""
    words = said[place].casefold()
    if not words or words in (other.casefold() for other in said[:place]):
        return True
    return any(
        words in other.casefold() and words != other.casefold() for other in said
    )
