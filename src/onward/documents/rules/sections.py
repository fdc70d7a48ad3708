"""Find the sections of a résumé: what stands under which heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onward.documents.rules.headings import names_spoken_language, resume_heading
from onward.documents.rules.kinds import SectionKind

_INLINE = re.compile(r"^\s*(?:\*\*)?([^:\n]{3,40}?)(?:\*\*)?\s?:(?:\*\*)?\s+(\S.*)$")
_INLINE_KINDS = frozenset(
    {
        SectionKind.SKILLS,
        SectionKind.LANGUAGES,
        SectionKind.CERTIFICATES,
        SectionKind.INTERESTS,
    }
)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a résumé.

    Attributes:
        heading: As it is written; empty before the first heading.
        text: What stands under it, without the white space around.
        start: Where `text` begins in the whole.
    """

    kind: SectionKind
    heading: str
    text: str
    start: int


class _Opening(NamedTuple):
    kind: SectionKind
    heading: str
    start: int


def find_sections(text: str) -> tuple[Section, ...]:
    """Return the sections of a résumé in order; what no heading names stands in TOP.

    A heading is a short line of its own that the data file knows in English, German,
    French or Spanish; "Languages: …" on one line opens a section of that line alone.
    """
    openings = list(_openings(text))
    ends = [opening.start for opening in openings[1:]] + [len(text)]
    sections = []
    for opening, end in zip(openings, ends, strict=True):
        section = _section(text, opening, end=end)
        if section.text or section.heading:
            sections.append(section)
    return tuple(sections)


def _openings(text: str) -> Iterator[_Opening]:
    """Yield where each section begins, its heading line included."""
    now = _Opening(SectionKind.TOP, "", 0)
    yield now
    resumes = False
    at = 0
    for line in text.splitlines(keepends=True):
        kind = resume_heading(line)
        inline = None if kind else _inline_kind(line, within=now.kind)
        if kind is not None:
            now = _Opening(kind, line.strip(), at)
            yield now
        elif inline is not None:
            yield _Opening(inline, "", at)
        elif resumes and line.strip():
            # What an inline heading cut in two goes on under the heading before it.
            yield now._replace(heading="", start=at)
        resumes = inline is not None or (resumes and kind is None and not line.strip())
        at += len(line)


def _inline_kind(line: str, *, within: SectionKind) -> SectionKind | None:
    """Return which section a line such as "Skills: …" is by itself, if it is one."""
    match = _INLINE.match(line.rstrip())
    if match is None:
        return None
    kind = resume_heading(match[1])
    if kind not in _INLINE_KINDS or kind == within:
        return None
    if kind == SectionKind.LANGUAGES and not names_spoken_language(match[2]):
        return None
    return kind


def _section(text: str, opening: _Opening, *, end: int) -> Section:
    start = opening.start
    if opening.heading:
        line = text[start:end].splitlines(keepends=True)[0]
        start += len(line)
    body = text[start:end]
    start += len(body) - len(body.lstrip())
    return Section(opening.kind, clean_heading(opening.heading), body.strip(), start)


def clean_heading(line: str) -> str:
    """Return a heading without the marks of Markdown and rules around it."""
    return line.strip().strip("#*_=~|:–—- ").strip()
