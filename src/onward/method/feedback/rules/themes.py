"""What feedback is about, and what several sources say alike; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from onward.method.feedback.rules.kinds import Tag
from onward.method.feedback.rules.said import tag_cues

SOURCES_FOR_THEME = 3
"""One view is one view; a theme is shown when so many separate sources carry it.

Judgement: no study of the number was found.
"""
MOST_SUGGESTED = 2
_SUGGESTED = (Tag.NOT_ME, Tag.EXPERIENCE, Tag.SKILL, Tag.COMMUNICATION, Tag.FIT)
NO_THEMES = frozenset({Tag.UNCLEAR})


def suggest_tags(text: str) -> tuple[Tag, ...]:
    """Return the tags that the words of a piece of feedback suggest, at most two.

    The tag whose words stand most often comes first; UNCLEAR where no word suggests one.
    """
    counts = {tag: _count(text, tag) for tag in _SUGGESTED}
    ranked = sorted(
        (tag for tag in _SUGGESTED if counts[tag]), key=lambda tag: -counts[tag]
    )
    return tuple(ranked[:MOST_SUGGESTED]) or (Tag.UNCLEAR,)


def _count(text: str, tag: Tag) -> int:
    # The language whose words stand most often, not all of them together: one word
    # ("budget") is known in several.
    return max((len(cue.findall(text)) for cue in tag_cues(tag.value)), default=0)


@dataclass(frozen=True, slots=True)
class Tagged:
    """One piece of feedback with the person's own tags.

    Attributes:
        key: Which piece it is.
        employer: The employer, folded; empty where it is not known.
        who: The address of whoever said it; empty where it is not known.
        story: The application it belongs to: two about one application are one source.
    """

    key: Hashable
    tags: frozenset[Tag]
    employer: str
    who: str
    story: Hashable


@dataclass(frozen=True, slots=True)
class Theme:
    """A tag that separate sources carry.

    Attributes:
        sources: How many separate sources.
        keys: The pieces, in the order given.
    """

    tag: Tag
    sources: int
    keys: tuple[Hashable, ...]


def themes(pieces: Sequence[Tagged]) -> tuple[Theme, ...]:
    """Return the tags that 3 separate sources carry, the most widely carried first.

    Two pieces are of one source where they share employer, person or application: an
    employer's two interviewers saw one conversation, and one recruiter is one view.
    """
    by_tag: dict[Tag, list[Tagged]] = defaultdict(list)
    for piece in pieces:
        for tag in piece.tags - NO_THEMES:
            by_tag[tag].append(piece)
    found = [
        Theme(tag, sources, tuple(piece.key for piece in carried))
        for tag, carried in by_tag.items()
        if (sources := count_sources(carried)) >= SOURCES_FOR_THEME
    ]
    order = list(Tag)
    return tuple(sorted(found, key=lambda t: (-t.sources, order.index(t.tag))))


def count_sources(pieces: Iterable[Tagged]) -> int:
    """Return how many separate sources these pieces come from."""
    groups: list[set[tuple[str, Hashable]]] = []
    for piece in pieces:
        marks: set[tuple[str, Hashable]] = {("story", piece.story)}
        marks |= {("employer", piece.employer)} if piece.employer else set()
        marks |= {("who", piece.who)} if piece.who else set()
        together = [group for group in groups if not group.isdisjoint(marks)]
        groups = [group for group in groups if group.isdisjoint(marks)]
        groups.append(marks.union(*together))
    return len(groups)
