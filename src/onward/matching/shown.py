"""A read-out as its page draws it: groups, words, and the places with their marks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from onward.applications.labels import Words
from onward.core.text import one_line
from onward.documents.models import Version
from onward.matching.labels import (
    KIND_LABELS,
    NEED_LABELS,
    STATUS_LABELS,
    reason_words,
    repeated_words,
    status_words,
)
from onward.matching.rules.types import Decision, Need, Reason, Status
from onward.matching.services.letters import Letter

_LOOKS = {Status.FOUND: "stage--moving", Status.OTHERWISE: "stage--offer"}
_LONGEST_LINE = 280
_MOST_PASSAGES = 8


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with the words that count in it."""

    before: str
    words: str
    after: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One requirement on the page."""

    key: str
    anchor: str
    name: str
    kind: Words
    status: str
    look: str
    why: str
    asked: Marked
    places: tuple[Marked, ...]
    can_have: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The requirements that are wanted equally much."""

    need: Need
    label: Words
    rows: tuple[Shown, ...]


def groups(decided: Iterable[Decision]) -> list[Group]:
    """Return the decisions by how much the advert wants each; no group is empty."""
    decided = list(decided)
    found = [
        Group(
            need, label, tuple(show(d) for d in decided if d.requirement.need is need)
        )
        for need, label in NEED_LABELS.items()
    ]
    return [group for group in found if group.rows]


def show(decision: Decision) -> Shown:
    """Return one decision as the page draws it."""
    asked = decision.requirement
    is_own = decision.reason is Reason.SAID_BY_YOU
    return Shown(
        key=asked.key,
        anchor="r-" + hashlib.sha256(asked.key.encode()).hexdigest()[:12],
        name=one_line(asked.words, limit=120),
        kind=KIND_LABELS[asked.kind],
        status=str(STATUS_LABELS[decision.status])
        if is_own
        else status_words(decision),
        look=_LOOKS.get(decision.status, ""),
        why=reason_words(decision),
        asked=_marked(asked.sentence, asked.words),
        places=tuple(
            _marked(place.line, place.quote, place.section) for place in decision.places
        ),
        can_have=decision.status is Status.MISSING,
        is_own=is_own,
    )


def _marked(line: str, words: str, section: str = "") -> Marked:
    before, found, after = line.partition(words)
    if not found:
        return Marked(one_line(line, limit=_LONGEST_LINE), "", "", section)
    room = max(40, (_LONGEST_LINE - len(words)) // 2)
    if len(before) > room:
        before = "…" + before[-room:]
    if len(after) > room:
        after = after[:room].rstrip() + "…"
    return Marked(before, words, after, section)


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """The letter on the page: what it names, repeats and answers."""

    version: Version
    names_company: bool
    names_role: bool
    how_much: str
    repeated: tuple[tuple[str, tuple[Version, ...]], ...]
    answers: tuple[Shown, ...]


def show_letter(letter: Letter) -> ShownLetter:
    """Return a letter's reading as the page draws it; the longest repeated passages first."""
    reading = letter.reading
    longest = sorted(reading.repeated, key=lambda one: -len(one.words))
    return ShownLetter(
        version=letter.version,
        names_company=reading.names_company,
        names_role=reading.names_role,
        how_much=repeated_words(reading.share_repeated),
        repeated=tuple(
            (one.words, tuple(letter.others[key] for key in one.others[:3]))
            for one in longest[:_MOST_PASSAGES]
        ),
        answers=tuple(show(decision) for decision in reading.answers),
    )
