"""A sentence of an advert in its pieces, and how much each piece is wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onward.matching.rules import cues
from onward.matching.rules.text import fold
from onward.matching.rules.types import Need
from onward.matching.rules.words import content_words

_SPLIT = re.compile(r",\s+|\s+\(|\)\s*|\s+[–—-]\s+|:\s+")
_PLURAL_VERB = re.compile(r"(?<!\w)(?:are|sind|waren|sont|seraient|son)(?!\w)")
_EDGES = " \t,;:.!?()[]\"'„“”«»–—-*"
_AND = re.compile(r"\s+(?:and|und|et|y|e|sowie|&|\+)\s+", re.IGNORECASE)
FILLING = frozenset(
    {
        *("experience", "skills", "skill", "knowledge", "previous", "good", "strong"),
        *("erfahrung", "kenntnisse", "experiencia", "ability", "industry", "sector"),
        *("environment", "context", "field", "branche", "bereich", "role", "position"),
    }
)
"""Words that stand beside what is asked for, and ask for nothing themselves."""

_LONGEST_PHRASE = 8
_LONGEST_CONJUNCT = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence between commas or brackets, and how much it is wanted."""

    start: int
    end: int
    need: Need
    is_bracketed: bool


def pieces(text: str, *, start: int, end: int, need: Need) -> list[Piece]:
    """Return the pieces of the sentence `text[start:end]`, each with its own need.

    "ideally with SAP" is nice to have from there on; "… is a plus" makes its own piece so,
    and in the plural those before it too, back to one that is called a must.
    """
    spans = _spans(text, start=start, end=end)
    folded = [fold(text[a:b]) for a, b, _ in spans]
    needs = [need] * len(spans)
    if need is Need.MUST:
        _lower(needs, folded=folded, inside=[is_inside for _a, _b, is_inside in spans])
    return [Piece(a, b, needs[i], inside) for i, (a, b, inside) in enumerate(spans)]


def _spans(text: str, *, start: int, end: int) -> list[tuple[int, int, bool]]:
    spans, at, inside = [], start, False
    for cut in _SPLIT.finditer(text, start, end):
        spans.append((at, cut.start(), inside))
        inside = "(" in cut[0] or (inside and ")" not in cut[0])
        at = cut.end()
    spans.append((at, end, inside))
    return [(a, b, i) for a, b, i in spans if text[a:b].strip(_EDGES)]


def _lower(needs: list[Need], *, folded: list[str], inside: list[bool]) -> None:
    nice, must = cues.sentences("nice"), cues.sentences("must")
    is_open = False
    for number, words in enumerate(folded):
        cue = nice.search(words)
        if cue is None:
            if is_open and not must.search(words):
                needs[number] = Need.NICE
            else:
                is_open = False
            continue
        needs[number] = Need.NICE
        rest = content_words(words[: cue.start()] + words[cue.end() :])
        before = number - 1
        is_open = (bool(rest) or not number) and len(words[: cue.start()].split()) <= 1
        if not rest and number:
            needs[before] = Need.NICE
            if inside[before] and not inside[number] and before:
                # "BSc (Hons) preferred": the bracket cut the cue from what it is about.
                needs[before - 1] = Need.NICE
        while (
            before >= 0
            and not is_open
            and _PLURAL_VERB.search(words)
            and not must.search(folded[before])
        ):
            needs[before] = Need.NICE
            before -= 1


def phrase_of(text: str, *, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of what `text[start:end]` asks for, without the words around it.

    "Experience of working with children is desirable" is about "children". None where
    nothing is left that means something, or so much that it is no phrase.
    """
    start, end = _bare(text, start=start, end=end)
    if start >= end:
        return None
    words = content_words(text[start:end])
    count = 0 if set(words) <= FILLING else len(words)
    return (start, end) if 1 <= count <= _LONGEST_PHRASE else None


def _bare(text: str, *, start: int, end: int) -> tuple[int, int]:
    start, end = _without_edges(text, start=start, end=end)
    lead, trail = cues.around("lead"), cues.around("trail")
    while start < end:
        folded = fold(text[start:end])
        before = lead.match(folded)
        if before and before.end():
            start, end = _without_edges(text, start=start + before.end(), end=end)
            continue
        after = trail.search(folded)
        if after and after.start() < len(folded):
            start, end = _without_edges(text, start=start, end=start + after.start())
            continue
        break
    return start, end


def _without_edges(text: str, *, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def conjuncts(text: str, *, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of `text[start:end]` between its ands; one part where it has none."""
    parts, at = [], start
    for cut in _AND.finditer(text, start, end):
        parts.append((at, cut.start()))
        at = cut.end()
    parts.append((at, end))
    return parts


def short_phrase_of(text: str, *, start: int, end: int) -> tuple[int, int] | None:
    """Return the phrase of a part between ands, if it is short enough to stand alone."""
    span = phrase_of(text, start=start, end=end)
    if span and len(content_words(text[span[0] : span[1]])) <= _LONGEST_CONJUNCT:
        return span
    return None
