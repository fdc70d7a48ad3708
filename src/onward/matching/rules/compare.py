"""An advert against a résumé: what is found, said otherwise, or missing, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from onward.matching.rules.dated import months_of
from onward.matching.rules.lines import Line
from onward.matching.rules.pieces import FILLING
from onward.matching.rules.products import said_as
from onward.matching.rules.resume import Job, Resume
from onward.matching.rules.text import fold
from onward.matching.rules.types import (
    Closeness,
    Decision,
    Kind,
    Meaning,
    Place,
    Product,
    Reason,
    Requirement,
    Status,
)
from onward.matching.rules.vocabulary import Sort, Vocabulary, own_vocabulary
from onward.matching.rules.words import content_words, is_compound_of, share_said

_MOST_PLACES = 3
_FIELD_SHARED = 0.5
_FEWEST_WORDS, _MOSTLY_SAID = 3, 0.66
_BY_NAME_ONLY = frozenset({Sort.TOOL, Sort.LICENCE})
_GOOD, _BASIC = 4, 2
_ROUNDED_MONTHS = 1
_BEST = (Status.FOUND, Status.OTHERWISE, Status.MISSING)


def compare(
    requirements: Sequence[Requirement],
    *,
    resume_text: str,
    today: date,
    meaning: Meaning | None = None,
    vocabulary: Vocabulary | None = None,
) -> list[Decision]:
    """Return what a résumé says to each requirement, with the places that say it.

    Args:
        today: Until when work that goes on is counted.
        meaning: Knows other words for the same; without it only what is written counts.
    """
    vocabulary = vocabulary or own_vocabulary()
    resume = Resume(resume_text, today=today, vocabulary=vocabulary)
    reader = _Reader(resume, vocabulary, meaning)
    decided = [reader.decide(requirement) for requirement in requirements]
    return reader.with_other_words(decided)


@dataclass
class _Reader:
    resume: Resume
    vocabulary: Vocabulary
    meaning: Meaning | None

    def decide(self, asked: Requirement) -> Decision:
        """Return the decision by what is written; other words come after, all at once."""
        if asked.kind is Kind.EXPERIENCE:
            return self._experience(asked)
        if asked.kind is Kind.EDUCATION:
            return self._education(asked)
        if asked.kind is Kind.LANGUAGE:
            return self._language(asked)
        if asked.products:
            each = [self._product(asked, product) for product in asked.products]
            return min(each, key=lambda one: _BEST.index(one.status))
        if asked.terms:
            return self._terms(asked)
        return self._phrase(asked)

    # Names of the vocabulary

    def _terms(self, asked: Requirement) -> Decision:
        for names, reason in (
            (asked.terms, Reason.OTHER_NAME),
            (self._related(asked, "includes"), Reason.INCLUDED),
        ):
            places = self._places_of(names)
            if places:
                if any(_is_same_wording(p.quote, asked.words) for p in places):
                    reason = Reason.SAME_WORDS
                return Decision(asked, Status.FOUND, reason, places=places)
        for name in self._related(asked, "shown_by"):
            places = self._places_of((name,))
            if places:
                return Decision(
                    asked,
                    Status.OTHERWISE,
                    Reason.SHOWN_BY,
                    Closeness.CLOSE,
                    places,
                    by=name,
                )
        return self._phrase(asked) if self._may_be_said_otherwise(asked) else _no(asked)

    def _product(self, asked: Requirement, product: Product) -> Decision:
        """Return found only where the product itself is named, not another of its family."""
        if not product.qualifier:
            alone = self._terms(replace(asked, terms=(product.term,)))
            return replace(alone, requirement=asked)
        pattern, is_clear = said_as(product.qualifier)
        family = self._places_of((product.term,), most=None)
        lines = {place.line for place in family}
        for start, end in self.resume.said(pattern):
            place = self.resume.place(start, end)
            if is_clear or place.line in lines:
                is_same = fold(str(product)) in fold(place.line)
                reason = Reason.SAME_WORDS if is_same else Reason.OTHER_NAME
                return Decision(asked, Status.FOUND, reason, places=(place,))
        if not family:
            return _no(asked)
        return Decision(
            asked,
            Status.OTHERWISE,
            Reason.NAMED_IN_PART,
            Closeness.RELATED,
            family[:_MOST_PLACES],
            by=product.term,
            unsaid=product.qualifier,
        )

    def _related(self, asked: Requirement, relation: str) -> tuple[str, ...]:
        table = getattr(self.vocabulary, relation)
        return tuple(other for term in asked.terms for other in table.get(term, ()))

    def _places_of(
        self, names: Sequence[str], *, most: int | None = _MOST_PLACES
    ) -> tuple[Place, ...]:
        mentions = [m for name in names for m in self.resume.mentions.get(name, ())]
        mentions.sort(key=lambda m: m.start)
        return tuple(self.resume.place(m.start, m.end) for m in mentions[:most])

    def _may_be_said_otherwise(self, asked: Requirement) -> bool:
        return not any(
            self.vocabulary.sorts[term] in _BY_NAME_ONLY for term in asked.terms
        )

    # Phrases

    def _phrase(self, asked: Requirement) -> Decision:
        """Return found where one line says all the words, in whatever form, or their initials."""
        ways = _ways(asked.words)
        short = _initials(asked.words)
        for line, words in self.resume.line_words:
            if any(_is_wholly_said(way, words) for way in ways) or (
                short and re.search(rf"\b{short}s?\b", line.words)
            ):
                reason = (
                    Reason.SAME_WORDS
                    if fold(asked.words) in fold(line.words)
                    else Reason.OTHER_NAME
                )
                places = (self.resume.place(line.start, line.end),)
                return Decision(asked, Status.FOUND, reason, places=places)
        return self._mostly_said(asked, ways[0] if len(ways) == 1 else [])

    def _mostly_said(self, asked: Requirement, wanted: list[str]) -> Decision:
        """Return "said otherwise" where one line says two in three of several words."""
        if len(wanted) < _FEWEST_WORDS or not self.resume.line_words:
            return _no(asked)
        line, words = max(
            self.resume.line_words,
            key=lambda pair: share_said(wanted, passage=pair[1]),
        )
        if share_said(wanted, passage=words) < _MOSTLY_SAID:
            return _no(asked)
        place = self.resume.place(line.start, line.end)
        return Decision(
            asked,
            Status.OTHERWISE,
            Reason.SIMILAR_WORDS,
            Closeness.RELATED,
            (place,),
        )

    def with_other_words(self, decided: list[Decision]) -> list[Decision]:
        """Return the decisions, what is still missing compared by meaning in one go."""
        if self.meaning is None or not self.resume.passages:
            return decided
        open_ones = [
            number
            for number, decision in enumerate(decided)
            if decision.status is Status.MISSING
            and decision.requirement.kind in {Kind.SKILL, Kind.CONDITION}
            and self._may_be_said_otherwise(decision.requirement)
        ]
        if not open_ones:
            return decided
        table = self.meaning.similarities(
            [decided[number].requirement.words for number in open_ones],
            [passage.words for passage in self.resume.passages],
        )
        result = list(decided)
        for number, row in zip(open_ones, table, strict=True):
            result[number] = self._nearest(
                decided[number], row=row, meaning=self.meaning
            )
        return result

    def _nearest(
        self, decision: Decision, *, row: Sequence[float], meaning: Meaning
    ) -> Decision:
        best = max(range(len(row)), key=row.__getitem__)
        if row[best] < meaning.related:
            return decision
        passage = self.resume.passages[best]
        is_close = row[best] >= meaning.close
        return Decision(
            decision.requirement,
            Status.OTHERWISE,
            Reason.SIMILAR_WORDS,
            Closeness.CLOSE if is_close else Closeness.RELATED,
            (self.resume.place(passage.start, passage.end),),
        )

    # Years

    def _experience(self, asked: Requirement) -> Decision:
        jobs = self.resume.jobs
        field = _alternatives(asked)
        fitting = [job for job in jobs if self._fits(job, asked=asked, field=field)]
        is_known = bool(fitting) or not field
        counted = fitting if is_known else jobs
        months = months_of(job.span for job in counted)
        places = tuple(
            self.resume.place(job.start, job.start + len(job.title))
            for job in counted[:_MOST_PLACES]
        )
        if not jobs or not is_known:
            return self._other_field(asked, months=months, places=places)
        if months + _ROUNDED_MONTHS >= asked.months:
            return Decision(
                asked, Status.FOUND, Reason.DATES_ADDED, places=places, months=months
            )
        return Decision(
            asked, Status.MISSING, Reason.DATES_SHORT, places=places, months=months
        )

    def _fits(self, job: Job, *, asked: Requirement, field: list[list[str]]) -> bool:
        if not field:
            return True
        named = set(asked.terms)
        kin = {o for t in named for o in self.vocabulary.shown_by.get(t, ())}
        if (named | kin) & job.terms:
            return True
        return _is_said(field, passage=list(job.words))

    def _other_field(
        self, asked: Requirement, *, months: int, places: tuple[Place, ...]
    ) -> Decision:
        """Return "said otherwise" where the years are there and the field may well be."""
        is_tool = not self._may_be_said_otherwise(asked)
        if months < asked.months or not places or is_tool:
            return _no(asked)
        if not (self._is_told_anywhere(asked) or self._is_near(asked, places)):
            return _no(asked)
        return Decision(
            asked,
            Status.OTHERWISE,
            Reason.OTHER_FIELD,
            Closeness.RELATED,
            places,
            months,
        )

    def _is_told_anywhere(self, asked: Requirement) -> bool:
        field = _alternatives(asked)
        return any(
            share_said(words, passage=line) == 1.0
            for words in field
            for _line, line in self.resume.line_words
        )

    def _is_near(self, asked: Requirement, places: Sequence[Place]) -> bool:
        if self.meaning is None:
            return False
        titles = [place.line for place in places]
        row = self.meaning.similarities([asked.field], titles)[0]
        return max(row) >= self.meaning.related

    # Education

    def _education(self, asked: Requirement) -> Decision:
        field = _alternatives(asked)
        enough = [
            (degree, line)
            for degree, line in self.resume.degrees
            if degree.level >= asked.level or degree.level == 0
        ]
        for degree, line in enough:
            if self._is_of_field(line, asked=asked, field=field) and (
                degree.level or field
            ):
                return self._taught(asked, line, Status.FOUND, Reason.SAME_WORDS)
        levelled = [(d, line) for d, line in enough if d.level]
        if levelled and asked.similar_counts:
            return self._taught(
                asked, levelled[0][1], Status.OTHERWISE, Reason.OTHER_FIELD
            )
        lower = [
            line
            for degree, line in self.resume.degrees
            if 0 < degree.level < asked.level
            and self._is_of_field(line, asked=asked, field=field)
        ]
        if lower:
            return self._taught(asked, lower[0], Status.MISSING, Reason.LOWER_LEVEL)
        return _no(asked)

    def _taught(
        self, asked: Requirement, line: Line, status: Status, reason: Reason
    ) -> Decision:
        place = self.resume.place(line.start, line.end)
        closeness = Closeness.RELATED if status is Status.OTHERWISE else None
        return Decision(asked, status, reason, closeness, (place,))

    def _is_of_field(
        self, line: Line, *, asked: Requirement, field: list[list[str]]
    ) -> bool:
        if not field:
            return True
        named = set(asked.terms)
        if named & {m.term for m in self.vocabulary.mentions(line.words)}:
            return True
        return _is_said(field, passage=content_words(line.words))

    # Human languages

    def _language(self, asked: Requirement) -> Decision:
        spoken = [s for s in self.resume.spoken if s.language in asked.languages]
        if not spoken:
            if self.resume.language in asked.languages:
                return Decision(
                    asked, Status.OTHERWISE, Reason.WRITTEN_IN_IT, Closeness.RELATED
                )
            return _no(asked)
        best = max(spoken, key=lambda s: s.level)
        places = (self.resume.place(best.start, best.end),)
        if not best.level:
            enough = asked.level <= _GOOD
            if enough:
                return Decision(asked, Status.FOUND, Reason.SAME_WORDS, places=places)
            return Decision(
                asked, Status.OTHERWISE, Reason.LOWER_LEVEL, Closeness.RELATED, places
            )
        if best.level >= (asked.level or _BASIC):
            return Decision(asked, Status.FOUND, Reason.SAME_WORDS, places=places)
        return Decision(asked, Status.MISSING, Reason.LOWER_LEVEL, places=places)


def _ways(words: str) -> list[list[str]]:
    """Return the words of meaning of each of the things that "or" stands between."""
    parts = re.split(r"\s+(?:or|oder|ou|o|bzw\.)\s+", words)
    ways = [[w for w in content_words(part) if w not in FILLING] for part in parts]
    return [way for way in ways if way] or [[]]


def _is_wholly_said(way: list[str], words: list[str]) -> bool:
    if len(way) == 1 and is_compound_of(way[0], passage=words):
        return True
    return bool(way) and share_said(way, passage=words) == 1.0


def _initials(words: str) -> str:
    """Return the initials of three words and more, as people write them: FEA, FMEA."""
    parts = re.findall(r"[^\W\d_]+", words)
    return "".join(part[0] for part in parts).upper() if len(parts) >= 3 else ""


def _is_same_wording(one: str, other: str) -> bool:
    first, second = fold(one), fold(other)
    return first in second or second in first


def _alternatives(asked: Requirement) -> list[list[str]]:
    return [part.split() for part in asked.field.split(" / ") if part]


def _is_said(field: list[list[str]], *, passage: list[str]) -> bool:
    """Say whether at least half of the words of one of some fields stand in a passage."""
    return any(share_said(words, passage=passage) >= _FIELD_SHARED for words in field)


def _no(asked: Requirement) -> Decision:
    return Decision(asked, Status.MISSING)
