"""Reading an advert: what it asks for, how much it wants it, and the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from onward.matching.rules import cues
from onward.matching.rules.asked import (
    asked_education,
    asked_experience,
    asked_languages,
    can_be_task,
    kind_of,
)
from onward.matching.rules.lines import Line, read_lines, sentences
from onward.matching.rules.pieces import (
    Piece,
    conjuncts,
    phrase_of,
    pieces,
    short_phrase_of,
)
from onward.matching.rules.post import is_of_post, is_term
from onward.matching.rules.products import qualifier_of
from onward.matching.rules.text import fold
from onward.matching.rules.types import Kind, Need, Product, Requirement
from onward.matching.rules.vocabulary import Mention, Sort, Vocabulary, own_vocabulary

_SILENT = frozenset({"offer", "company"})
_BASE = {"must": Need.MUST, "nice": Need.NICE, "task": Need.TASK}
_RANK = {Need.MUST: 0, Need.NICE: 1, Need.TASK: 2}
_OR = re.compile(r"[\s,(]*(?:or|oder|ou|o|u|bzw\.)\s+(?:an? |the )?", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_SAME = re.compile(r"[\s,/()&+]*(?:and|und|et|y)?[\s,/()]*", re.IGNORECASE)
_SPOKEN_TO = re.compile(r"(?<!\w)(?:you|du|vous|usted)(?!\w)")
_ASKS = re.compile(
    r"(?<!\w)(?:experience|knowledge|ability to|able to|degree|qualification|skills|"
    r"certificate|licen[cs]e|erfahrung|kenntnisse|ausbildung|studium|fuhrerschein|"
    r"umgang mit|bereitschaft|experiencia|conocimientos?|titulo|maitrise|diplome|permis|"
    r"connaissances?)(?!\w)"
)
_MOST_TEXT = 60_000


def read_advert(
    text: str, *, vocabulary: Vocabulary | None = None
) -> list[Requirement]:
    """Return what an advert asks for, in its own order, each thing once.

    Must-have and nice-to-have are told apart by the headings, and within them by the words of
    each sentence; what is only named among the duties is a task. What is offered, what the
    employer says of itself, and pay, hours, place and how to apply ask for nothing.
    """
    vocabulary = vocabulary or own_vocabulary()
    text = text[:_MOST_TEXT]
    found: list[Requirement] = []
    for line in _with_lists(list(read_lines(text, naming=_part_of))):
        if line.is_heading or line.part in _SILENT:
            continue
        for start, end in sentences(line):
            if is_of_post(text[start:end]):
                continue
            need = _need_of(fold(text[start:end]), line=line)
            if need is not None:
                found += _Sentence(text, start, end, line, need, vocabulary).read()
    return _once(found)


def _with_lists(lines: list[Line]) -> Iterator[Line]:
    """Return the lines, a list under no known heading as a must where it reads like one."""
    at = 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and lines[stop].is_bullet and not lines[stop].part:
            stop += 1
        stop = max(stop, at + 1)
        block = lines[at:stop]
        asks = not block[0].part and any(_ASKS.search(fold(b.words)) for b in block)
        is_list = block[0].is_bullet
        yield from (
            (replace(line, part="must") for line in block)
            if asks and is_list
            else block
        )
        at = stop


def _part_of(heading: str) -> str:
    """Return what a heading opens: by its longest cue, "you will have" before "you will".

    "Preferred qualifications" are nice to have, however long the other word.
    """
    longest, part = 0, ""
    for name, pattern in cues.headings("headings").items():
        if name == "nice" and pattern.search(heading):
            return name
        for cue in pattern.finditer(heading):
            if len(cue[0]) > longest:
                longest, part = len(cue[0]), name
    return part


def _need_of(folded: str, *, line: Line) -> Need | None:
    """Return how much a sentence wants what it names; None where it asks for nothing."""
    if cues.sentences("none").search(folded):
        return None
    if line.part in _BASE:
        return _BASE[line.part]
    for name in ("must", "nice", "task"):
        if cues.sentences(name).search(folded):
            # Where only a piece of it is nice to have, the pieces say so.
            return Need.MUST if name == "nice" else _BASE[name]
    # Whoever is spoken to in plain prose is told what the work is.
    return Need.TASK if _SPOKEN_TO.search(folded) else None


class _Sentence:
    """One sentence of an advert while it is read; the set forms first, phrases last."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        line: Line,
        need: Need,
        vocabulary: Vocabulary,
    ) -> None:
        self.text, self.start, self.end, self.line = text, start, end, line
        self.vocabulary = vocabulary
        self.words = text[start:end].strip()
        self.need = need
        self.pieces = pieces(text, start=start, end=end, need=need)
        self.mentions = [
            replace(m, start=m.start + start, end=m.end + start)
            for m in vocabulary.mentions(text[start:end])
            if vocabulary.sorts[m.term] is not Sort.OCCUPATION
        ]
        self.qualifiers = self._take_qualifiers()
        self.found: list[Requirement] = []

    def read(self) -> list[Requirement]:
        """Return what the sentence asks for."""
        if self.need is not Need.TASK:
            self._read_experience()
            self._read_education()
        self._read_mentions()
        if self.need is not Need.TASK:
            self._read_languages()
            self._read_phrases()
        return sorted(self.found, key=lambda r: r.start)

    def _take_qualifiers(self) -> dict[int, str]:
        """Return what qualifies a product, by where its name begins, which then holds it too."""
        qualifiers: dict[int, str] = {}
        for mention in list(self.mentions):
            span = qualifier_of(
                self.text,
                mention,
                end=self.end,
                others=self.mentions,
                of=self.vocabulary,
            )
            if span:
                qualifiers[mention.start] = self.text[span[0] : span[1]]
                inside = range(mention.start, span[1])
                others = [m for m in self.mentions if m.start not in inside]
                whole = replace(mention, end=span[1])
                self.mentions = sorted([*others, whole], key=lambda m: m.start)
        return qualifiers

    def _is_taken(self, start: int, end: int) -> bool:
        return any(start < r.end and r.start < end for r in self.found)

    def _read_experience(self) -> None:
        for piece in self.pieces:
            asked = asked_experience(
                self.text, piece=piece, sentence=self.words, vocabulary=self.vocabulary
            )
            if asked:
                self.found.append(asked)

    def _read_education(self) -> None:
        methods = [
            m
            for m in self.mentions
            if self.vocabulary.sorts[m.term] in {Sort.METHOD, Sort.LICENCE}
        ]
        for piece in self.pieces:
            if piece.is_bracketed:
                continue
            asked = asked_education(
                self.text,
                start=self.start,
                end=self.end,
                piece=piece,
                sentence=self.words,
                taken=methods,
                vocabulary=self.vocabulary,
            )
            if asked and not self._is_taken(asked.start, asked.end):
                self.found.append(asked)

    def _read_mentions(self) -> None:
        free = [m for m in self.mentions if not self._is_taken(m.start, m.end)]
        if self.need is Need.TASK:
            free = [m for m in free if can_be_task(self.vocabulary.sorts[m.term])]
        for group in _groups(self.text, free, qualified=self.qualifiers):
            start, end = group[0].start, group[-1].end
            sort = self.vocabulary.sorts[group[0].term]
            self.found.append(
                Requirement(
                    kind=kind_of(sort),
                    need=self._need_at(start),
                    words=self.text[start:end],
                    start=start,
                    end=end,
                    sentence=self.words,
                    terms=tuple(dict.fromkeys(m.term for m in group)),
                    products=self._products(group),
                )
            )

    def _products(self, group: list[Mention]) -> tuple[Product, ...]:
        """Return a group as products, where it says of any which one of a family is meant."""
        if not any(m.start in self.qualifiers for m in group):
            return ()
        return tuple(Product(m.term, self.qualifiers.get(m.start, "")) for m in group)

    def _need_at(self, position: int) -> Need:
        for piece in self.pieces:
            if piece.start <= position < piece.end:
                return piece.need
        return self.need

    def _read_languages(self) -> None:
        taken = [(r.start, r.end) for r in self.found]
        for piece in self.pieces:
            self.found += asked_languages(
                self.text, piece=piece, sentence=self.words, taken=taken
            )

    def _read_phrases(self) -> None:
        for piece in self.pieces:
            if piece.is_bracketed or is_term(self.text[piece.start : piece.end]):
                continue
            for start, end in self._phrases(piece):
                self.found.append(
                    Requirement(
                        kind=Kind.SKILL,
                        need=piece.need,
                        words=self.text[start:end],
                        start=start,
                        end=end,
                        sentence=self.words,
                    )
                )

    def _phrases(self, piece: Piece) -> Iterator[tuple[int, int]]:
        if not self.line.part:
            yield from self._opened(piece)
            return
        if not self._is_taken(piece.start, piece.end):
            is_other_way = (
                _OR.match(self.text, piece.start) and piece.start > self.start
            )
            if self._is_prose():
                yield from self._opened(piece)
            elif not is_other_way and not self._is_named_in_bracket(piece):
                yield from self._whole(piece.start, piece.end)
            return
        for start, end in conjuncts(self.text, start=piece.start, end=piece.end):
            if not self._is_taken(start, end):
                span = short_phrase_of(self.text, start=start, end=end)
                if span:
                    yield span

    def _is_named_in_bracket(self, piece: Piece) -> bool:
        """Say whether a bracket right after a piece names it: "… certificate (AEVO)"."""
        after = [p for p in self.pieces if p.start > piece.start]
        if not after or not after[0].is_bracketed:
            return False
        words = self.text[after[0].start : after[0].end].strip()
        return any(r.words == words for r in self.found)

    def _is_prose(self) -> bool:
        """Say whether it is a sentence about somebody, rather than a point of a list."""
        is_told = _SPOKEN_TO.search(fold(self.words)) is not None
        return is_told and not self.line.is_bullet

    def _whole(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Return the phrase of a piece; "tidy and polite" are two."""
        span = phrase_of(self.text, start=start, end=end)
        if span is None:
            return
        parts = conjuncts(self.text, start=span[0], end=span[1])
        if len(parts) == 2 and all(len(self.text[a:b].split()) == 1 for a, b in parts):
            yield from parts
        else:
            yield span

    def _opened(self, piece: Piece) -> Iterator[tuple[int, int]]:
        opened = cues.around("opens").search(fold(self.text[piece.start : piece.end]))
        if opened and not self._is_taken(piece.start, piece.end):
            yield from self._whole(piece.start + opened.end(), piece.end)


def _groups(
    text: str, mentions: list[Mention], *, qualified: Collection[int]
) -> Iterator[list[Mention]]:
    """Return mentions that are one requirement: joined by "or", or the same name twice."""
    group: list[Mention] = []
    listed: list[Mention] = []
    for mention in mentions:
        between = text[group[-1].end : mention.start] if group else ""
        if group and _OR.fullmatch(between):
            # "Kafka, Redis or RabbitMQ": the list before the "or" belongs to it.
            group = [*listed, *group, mention]
            listed = []
            continue
        is_same = group and mention.term == group[-1].term
        if is_same and mention.start not in qualified and _SAME.fullmatch(between):
            group.append(mention)
            continue
        if group and _COMMA.fullmatch(between):
            listed += group
            group = [mention]
            continue
        yield from ([m] for m in listed)
        if group:
            yield group
        listed, group = [], [mention]
    yield from ([m] for m in listed)
    if group:
        yield group


def _once(found: list[Requirement]) -> list[Requirement]:
    """Return each requirement once, where it is wanted most; in the advert's order."""
    best: dict[tuple[object, ...], Requirement] = {}
    for one in found:
        name = (one.kind, one.named, one.months)
        kept = best.get(name)
        if kept is None or _RANK[one.need] < _RANK[kept.need]:
            best[name] = one
    return sorted(best.values(), key=lambda r: r.start)
