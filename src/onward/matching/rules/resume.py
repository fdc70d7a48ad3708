"""Reading a résumé: its parts, what it names, and its jobs with their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onward.matching.rules import cues
from onward.matching.rules.dated import Span, spans_in
from onward.matching.rules.levels import Degree, Spoken, degrees, spoken
from onward.matching.rules.lines import Line, read_lines
from onward.matching.rules.text import fold
from onward.matching.rules.types import Place
from onward.matching.rules.vocabulary import Mention, Vocabulary, own_vocabulary
from onward.matching.rules.words import content_words, language_of

_MOST_TEXT = 60_000
_CLAUSE = re.compile(r"[.;,\n:•|]\s*|\s[–—-]\s|\s\(|\)\s?")
_LICENCE_WORD = re.compile(
    r"(?:licen[cs]e|fuhrerschein\w*|fahrerlaubnis|permis|carnets?|permiso|categor(?:y|ies|ie))\b(?P<rest>[^.;\n]{0,40})"
)
_CLASS = re.compile(r"(?<![\w+])(B|C1|C|D)(?:\s?\+?\s?(E))?(?![\w+])")
_CLASSES = {
    "B": "Driving licence (B)",
    "BE": "Driving licence (BE)",
    "C1": "Driving licence (C1)",
    "C": "Driving licence (C)",
    "CE": "Driving licence (CE)",
    "D": "Driving licence (D)",
}
_SHORTEST_PASSAGE = 3
_LONGEST_PASSAGE = 240


@dataclass(frozen=True, slots=True)
class Job:
    """A dated entry of work: its span, and all that stands under it, `text[start:end]`."""

    span: Span
    start: int
    end: int
    title: str
    words: tuple[str, ...]
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause of a résumé, for comparing meanings."""

    start: int
    end: int
    words: str


class Resume:
    """A résumé's text as the comparison needs it; each view is made once, when first asked."""

    def __init__(
        self, text: str, *, today: date, vocabulary: Vocabulary | None = None
    ) -> None:
        self.text = text[:_MOST_TEXT]
        self.today = today
        self.vocabulary = vocabulary or own_vocabulary()
        self.lines = tuple(
            read_lines(self.text, naming=_part_of, label_naming=_label_of)
        )

    @cached_property
    def language(self) -> str:
        """The language that it is written in."""
        return language_of(self.text)

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Where it names what of the vocabulary; "no experience with SAP" names nothing."""
        found: dict[str, list[Mention]] = {}
        for mention in (*self.vocabulary.mentions(self.text), *self._classes()):
            if not self._is_denied(mention.start):
                found.setdefault(mention.term, []).append(mention)
        return found

    def _classes(self) -> Iterator[Mention]:
        """Return the classes of a driving licence: "Driving licence: categories B, C+E"."""
        for word in _LICENCE_WORD.finditer(fold(self.text)):
            offset = word.start("rest")
            for one in _CLASS.finditer(self.text, offset, word.end("rest")):
                name = _CLASSES.get(one[1] + (one[2] or ""))
                if name:
                    yield Mention(name, one.start(), one.end())

    def said(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Return where a pattern stands in its text; "no experience with" it says nothing."""
        for found in pattern.finditer(self.text):
            if not self._is_denied(found.start()):
                yield found.span()

    def _is_denied(self, position: int) -> bool:
        line_start = self.text.rfind("\n", 0, position) + 1
        before = re.split(r"[.;]", fold(self.text[line_start:position]))[-1]
        return cues.headings("resume")["not_yet"].search(before) is not None

    @cached_property
    def degrees(self) -> list[tuple[Degree, Line]]:
        """The levels of education it names; a line under education without one has level 0."""
        found: list[tuple[Degree, Line]] = []
        for line in self.lines:
            if line.is_heading:
                continue
            named = degrees(line.words)
            for one in named:
                at = Degree(one.level, line.start + one.start, line.start + one.end)
                if not self._is_denied(at.start):
                    found.append((at, line))
            if not named and line.part == "education":
                found.append((Degree(0, line.start, line.end), line))
        return found

    @cached_property
    def spoken(self) -> list[Spoken]:
        """The human languages it names; school subjects under education do not count."""
        found = []
        for line in self.lines:
            for one in spoken(line.words):
                if line.part == "education" and not one.level:
                    continue
                at = line.start + one.start
                if not self._is_denied(at):
                    found.append(
                        Spoken(one.language, one.level, at, line.start + one.end)
                    )
        return found

    @cached_property
    def jobs(self) -> list[Job]:
        """The dated entries outside of education, each with all that stands under it."""
        return list(self._read_jobs())

    def _read_jobs(self) -> Iterator[Job]:
        dated: list[tuple[int, Span]] = []
        for number, line in enumerate(self.lines):
            if line.is_heading or line.part in {
                "education",
                "certificates",
                "languages",
            }:
                continue
            dated += [(number, span) for span in spans_in(line.words, today=self.today)]
        firsts = [self._first_line(number, span) for number, span in dated]
        for index, (number, span) in enumerate(dated):
            first = firsts[index]
            limit = firsts[index + 1] if index + 1 < len(dated) else len(self.lines)
            last = number
            while last + 1 < limit and self._continues(self.lines[last + 1], number):
                last += 1
            yield self._job(span, first=first, last=max(last, first))

    def _first_line(self, number: int, span: Span) -> int:
        """Return the line an entry begins in: the one above where dates stand alone."""
        line = self.lines[number]
        rest = line.words[: span.start_at] + line.words[span.end_at :]
        above = self.lines[number - 1] if number else None
        alone = len(content_words(rest)) <= 1
        if alone and above and not above.is_heading and not above.is_bullet:
            return number - 1
        return number

    def _continues(self, line: Line, number: int) -> bool:
        return not line.is_heading and line.part == self.lines[number].part

    def _job(self, span: Span, *, first: int, last: int) -> Job:
        start, end = self.lines[first].start, self.lines[last].end
        text = self.text[start:end]
        return Job(
            span=span,
            start=start,
            end=end,
            title=self.lines[first].words,
            words=tuple(content_words(text)),
            terms=frozenset(m.term for m in self.vocabulary.mentions(text)),
        )

    @cached_property
    def passages(self) -> list[Passage]:
        """Its lines and clauses, for comparing meanings; none of them twice."""
        found: dict[str, Passage] = {}
        for line in self.lines:
            if line.is_heading:
                continue
            for start, end in (*_clauses(line), (line.start, line.end)):
                words = self.text[start:end].strip()
                if _SHORTEST_PASSAGE <= len(words) <= _LONGEST_PASSAGE:
                    found.setdefault(words, Passage(start, end, words))
        return list(found.values())

    @cached_property
    def line_words(self) -> list[tuple[Line, list[str]]]:
        """Each line with its folded words of meaning."""
        return [
            (line, content_words(line.words))
            for line in self.lines
            if not line.is_heading
        ]

    def _label_before(self, line: Line) -> str:
        """Return the label that opens a line's part: "Languages" of "Languages: English"."""
        line_start = self.text.rfind("\n", 0, line.start) + 1
        before = self.text[line_start : line.start]
        return before.strip(" \t:-*•") if ":" in before else ""

    def place(self, start: int, end: int) -> Place:
        """Return a place of this résumé with its line and its section's own heading."""
        heading, whole = "", None
        for line in self.lines:
            if line.start > start:
                break
            if line.is_heading:
                heading = line.words.strip(" #*:")
            whole = line
            if not line.is_heading and (label := self._label_before(line)):
                heading = label
        shown = whole.words if whole else self.text[start:end]
        return Place(self.text[start:end].strip(), shown, heading, start, end)


def _clauses(line: Line) -> Iterator[tuple[int, int]]:
    at = 0
    for cut in _CLAUSE.finditer(line.words):
        yield line.start + at, line.start + cut.start()
        at = cut.end()
    if at:
        yield line.start + at, line.end


def _part_of(heading: str) -> str:
    for name, pattern in cues.headings("resume").items():
        if name != "not_yet" and pattern.fullmatch(heading):
            return name
    return ""


def _label_of(label: str) -> str:
    # "Languages: English" opens a part; "Tester: unit tests" does not.
    return _part_of(label)
