"""What feedback is about, and what several sources say alike; pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from onward.core.text import search_fold
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
        wording: What a mail said, as `wording_of` tells it: a form that several houses send is
            one source. Empty for what was told in answer or by hand.
    """

    key: Hashable
    tags: frozenset[Tag]
    employer: str
    who: str
    story: Hashable
    wording: str = ""


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

    Two pieces are of one source where they share employer, person, application or wording: an
    employer's two interviewers saw one conversation, one recruiter is one view, and so is one form.
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
        marks |= {("wording", piece.wording)} if piece.wording else set()
        together = [group for group in groups if not group.isdisjoint(marks)]
        groups = [group for group in groups if group.isdisjoint(marks)]
        groups.append(marks.union(*together))
    return len(groups)


_NUMBER = re.compile(r"\d+")
_MARKS = re.compile(r"[^\w~#]+")


def wording_of(text: str, *, names: Iterable[str]) -> str:
    """Return a sentence as every copy of one form has it: folded, without names and numbers.

    Args:
        names: Of the employer, the role and the reader, which a form fills in.
    """
    plain = f" {_folded(text)} "
    for name in sorted(filter(None, map(_folded, names)), key=len, reverse=True):
        plain = plain.replace(f" {name} ", " ~ ")
    return _NUMBER.sub("#", plain).strip()


def _folded(text: str) -> str:
    return " ".join(_MARKS.sub(" ", search_fold(text)).split())
