"""What a sentence of a no says: whether it tells of one application or could be in any; pure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

_NAMED = re.compile(r"\{([a-z_]+)\}")
_CLAUSES = re.compile(
    r"[;–—]|, (?=(?:but|so (?:i|we|it|they)|while|though|although|aber|doch|nur)\b)",
    re.IGNORECASE,
)
_MARKS = r"^[\"“„«»]?\s*(?:and |but |und |aber )?"
_CUT = " ~ "
"""Stands where a form's phrase stood, so that nothing is read across it."""


@dataclass(slots=True)
class Reader:
    """The person a letter greets, of whom somebody's notes in it may speak by name."""

    name: str
    third: Mapping[str, str]
    named_in: int = -1

    def speaks_to(self, sentence: str, *, paragraph: int) -> str:
        """Return a sentence as if it spoke to the person: "you" for "Ada", then for "she"."""
        if not self.name:
            return sentence
        you = self.third["name"]
        told = re.sub(
            rf"{_MARKS}\b(?:(?:Frau|Herr|Mr|Mrs|Ms)\.? )?{re.escape(self.name)}\b(?! [A-Z])",
            you,
            sentence,
            count=1,
        )
        if told != sentence:
            self.named_in = paragraph
        elif self.named_in == paragraph:
            first, space, rest = sentence.partition(" ")
            told = f"{self.third.get(first.lower(), first)}{space}{rest}"
        return told


@dataclass(frozen=True, slots=True)
class Meanings:
    """What sentences of a no can say in one language.

    Attributes:
        tells: Says alone that it is about this application: a lack, who was looked for,
            what the other had.
        about: Speaks of the person, of what they showed, or of where they showed it.
        judged: A strength or a weakness; with `about` it tells.
        follows: Goes on with the sentence before it, and tells where that one does.
        form: What any no could say; it is not read, the rest of its sentence is.
        phrase: What makes the whole sentence one of form.
        lead: What may stand before a colon and only leads over to what is told.
        beside: Speaks of the person or of what was seen of them; read only next to a
            sentence that tells.
        apart: News, thanks, procedure or the future; such a sentence is never `beside`.
        announces: Leads over to a list of what was noted of the person.
        greets: The line that greets the reader by `name`.
        third: Words for the person, by what a letter to the person has in their place.
    """

    tells: re.Pattern[str] | None
    about: re.Pattern[str] | None
    judged: re.Pattern[str] | None
    follows: re.Pattern[str] | None
    form: re.Pattern[str] | None
    phrase: re.Pattern[str] | None
    lead: re.Pattern[str] | None
    beside: re.Pattern[str] | None
    apart: re.Pattern[str] | None
    announces: re.Pattern[str] | None
    greets: re.Pattern[str] | None
    third: Mapping[str, str]

    def is_told(self, sentence: str) -> bool:
        """Return whether a sentence says something that only this no could say."""
        if _finds(self.phrase, sentence):
            return False
        rest = self._without_form(sentence)
        return _finds(self.tells, rest) or (
            _finds(self.about, rest) and _finds(self.judged, rest)
        )

    def speaks_of_the_person(self, sentence: str) -> bool:
        """Return whether a sentence speaks of the person or of what they showed."""
        return _finds(self.about, self._without_form(sentence))

    def starts(self, sentence: str) -> int:
        """Return where a sentence begins to tell: behind a lead and its colon."""
        head, colon, _ = sentence.partition(": ")
        is_lead = bool(colon and self.lead and self.lead.fullmatch(head))
        return len(head) + len(colon) if is_lead else 0

    def announces_list(self, sentence: str) -> bool:
        """Return whether a sentence leads over to what was noted of the person."""
        return _finds(self.announces, sentence)

    def is_form(self, sentence: str) -> bool:
        """Return whether a sentence could be in any no."""
        return _finds(self.phrase, sentence)

    def reader_of(self, text: str) -> Reader:
        """Return whom a text greets."""
        found = self.greets.search(text) if self.greets and self.third else None
        return Reader(found["name"] if found else "", self.third)

    def goes_on(self, sentence: str) -> bool:
        """Return whether a sentence says more of what the one before it told."""
        return _finds(self.follows, sentence) and not _finds(self.phrase, sentence)

    def is_beside(self, sentence: str) -> bool:
        """Return whether a sentence next to one that tells is about the same matter."""
        if _finds(self.phrase, sentence):
            return False
        return any(
            _finds(self.beside, self._without_form(clause))
            and not _finds(self.apart, clause)
            for clause in _CLAUSES.split(sentence)
        )

    def _without_form(self, sentence: str) -> str:
        return self.form.sub(_CUT, sentence) if self.form else sentence


@cache
def meanings_of(code: str) -> Meanings | None:
    """Return what is known of one language; None where it has no file."""
    data = _said().get(code)
    if data is None:
        return None
    words = data.get("words", {})
    kinds = [field.name for field in fields(Meanings) if field.name != "third"]
    patterns: dict[str, Any] = {
        kind: _joined(data.get(kind, ()), words) for kind in kinds
    }
    return Meanings(**patterns, third=data.get("third", {}))


@cache
def tag_cues(tag: str) -> tuple[re.Pattern[str], ...]:
    """Return the words that suggest a tag, a pattern for each language."""
    cues = (_joined(data["tags"].get(tag, ()), {}) for data in _said().values())
    return tuple(cue for cue in cues if cue is not None)


@cache
def _said() -> dict[str, dict[str, Any]]:
    """Return the file of each language by its code, as it was written."""
    folder = files(__package__).joinpath("said")
    return {
        path.name.removesuffix(".toml"): tomllib.loads(path.read_text("utf-8"))
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
        if path.name.endswith(".toml")
    }


def _joined(
    patterns: Sequence[str], words: Mapping[str, str]
) -> re.Pattern[str] | None:
    """Return the patterns as one, each `{name}` replaced by the words of that name."""
    if not patterns:
        return None
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(
        _NAMED.sub(lambda found: f"(?:{words[found.group(1)]})", whole), re.IGNORECASE
    )


def _finds(pattern: re.Pattern[str] | None, text: str) -> bool:
    return pattern is not None and pattern.search(text) is not None
