"""A text in its lines: which are headings, which are points of a list, and in which part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onward.matching.rules.text import fold

_BULLET = re.compile(r"\s*(?:[-–—*•·▪◦‣●○■□➢✓✔»>]|\d{1,2}[.)]|\(?[a-z]\))\s+")
_LABEL = re.compile(r"\s*([^:\n]{2,48}?)\s*:\s+(?=\S)")
_MOST_HEADING_WORDS = 9
_MOST_POINT_WORDS = 7
_ORNAMENT = " \t#*_=:-–—•?!¿¡.…|"
_SENTENCE_END = re.compile(
    r"(?<=[^\W_][\w)%\]])[.!?]+(?=\s+[A-ZÀ-ÖØ-Þ¿¡„“\"(])|[;]\s+|[.!?]\s*$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, `text[start:end]`, without its bullet.

    Attributes:
        part: What the last heading says this is, by the caller's own names; "" for none.
    """

    start: int
    end: int
    words: str
    part: str
    is_bullet: bool
    is_heading: bool = False


Naming = Callable[[str], str]
"""From a folded heading to the name of the part it opens, or ""."""


def read_lines(
    text: str, *, naming: Naming, label_naming: Naming | None = None
) -> Iterator[Line]:
    """Return the lines of a text that hold words, each with the part it belongs to.

    A heading is a short line that the `naming` knows, or one that ends in a colon; "Label: words"
    opens a part and is its first line, if `label_naming` knows the label. Prose after an
    empty line, where the part was a list, belongs to no part.
    """
    label_naming = label_naming or naming
    part, has_list, gap = "", False, False
    for raw in _raw_lines(text):
        words = text[raw[0] : raw[1]]
        if not words.strip():
            gap = True
            continue
        bullet = _BULLET.match(words)
        if not bullet:
            named = _heading(words, naming=naming)
            if named is not None:
                part, has_list = named, False
                yield Line(*_trim(text, *raw), words.strip(), part, False, True)
                gap = False
                continue
            label = _LABEL.match(words)
            if label and (named := label_naming(fold(label[1]))):
                part, has_list = named, False
                raw = (raw[0] + label.end(), raw[1])
            elif gap and has_list:
                part, has_list = "", False
        start = raw[0] + (bullet.end() if bullet else 0)
        has_list = has_list or bullet is not None or _is_point(words)
        start, end = _trim(text, start, raw[1])
        yield Line(start, end, text[start:end], part, bullet is not None)
        gap = False


def _is_point(words: str) -> bool:
    """Say whether a line without a bullet is a point all the same: short, and no sentence."""
    return len(words.split()) <= _MOST_POINT_WORDS and not words.rstrip().endswith(".")


def _raw_lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _heading(words: str, *, naming: Naming) -> str | None:
    """Return the part a heading opens ("" for one without a name), or None for no heading."""
    bare = words.strip().strip(_ORNAMENT)
    if not bare or len(bare.split()) > _MOST_HEADING_WORDS:
        return None
    named = naming(fold(bare))
    ends_open = words.rstrip(" *_").endswith(":")
    is_marked = words.lstrip().startswith(("#", "**"))
    if ends_open or is_marked:
        return named
    looks_like = bare[:1].isupper() or words.lstrip()[:1] in "¿¡"
    ends_as_sentence = words.rstrip().endswith((".", ",", ";"))
    if named and looks_like and not ends_as_sentence and "," not in bare:
        return named
    return None


def sentences(line: Line) -> Iterator[tuple[int, int]]:
    """Return the spans of a line's sentences; a semicolon ends one too."""
    start = 0
    for end in _SENTENCE_END.finditer(line.words):
        if line.words[start : end.start()].strip():
            yield line.start + start, line.start + end.end()
        start = end.end()
    if line.words[start:].strip():
        yield line.start + start, line.end
