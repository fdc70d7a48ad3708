"""Invented mails of which somebody wrote down employer, title and number."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.training import written
from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.material import Material, prepare
from onward.mail.rules.facts.span_words import Part, Places, parts_of
from onward.mail.rules.facts.spans import KINDS
from onward.mail.rules.types import Address, Message

FOLDER = Path(__file__).parents[1] / "labels"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One mail, and the facts that a careful person reads in it.

    Attributes:
        hand: Who wrote it: mails of one hand share turns of phrase.
        facts: For each kind the words, "" where the mail has none.
        marks: For each word of each part the number of its mark (`spans.MARKS`).
    """

    language: str
    hand: str
    message: Message
    material: Material
    facts: dict[str, str]
    parts: list[Part]
    places: list[list[tuple[str, ...]]]
    marks: list[list[int]]


def path_of(language: str) -> Path:
    """Return the file of a language: one JSON object a line."""
    return FOLDER / f"{language}.jsonl"


def languages() -> list[str]:
    """Return the codes of the languages that have labelled mails."""
    return sorted(path.stem for path in FOLDER.glob("*.jsonl"))


def digest_of(subject: str, *, sender: str, text: str) -> str:
    """Return by what a label knows its mail."""
    whole = "\n".join((subject, sender, text))
    return sha256(whole.encode()).hexdigest()[:12]


def labelled(language: str) -> Iterator[Labelled]:
    """Yield the labelled mails of a language, in the order of the written ones."""
    lines = path_of(language).read_text(encoding="utf-8").splitlines()
    labels = {label["mail"]: label for label in map(json.loads, lines)}
    text = written.path_of(language).read_text(encoding="utf-8")
    for record in map(json.loads, text.splitlines()):
        digest = digest_of(
            record["subject"], sender=record["from"], text=record["text"]
        )
        label = labels.get(digest)
        if label is not None:
            facts = {kind: label.get(kind, "") for kind in KINDS}
            message = _message(record, key=digest)
            yield _labelled(message, language=language, hand=label["hand"], facts=facts)


def _message(record: Mapping[str, Any], *, key: str) -> Message:
    name, _, address = record["from"].rpartition("<")
    headers: dict[str, str] = dict(record.get("headers") or {})
    return Message(
        key=key,
        message_id=f"{key}@labelled.example",
        sent_at=None,
        sender=Address(name.strip(' "'), address.strip(" >").lower()),
        subject=record["subject"],
        text=record["text"].strip(),
        headers={name.lower(): value for name, value in headers.items()},
    )


def _labelled(
    message: Message, *, language: str, hand: str, facts: dict[str, str]
) -> Labelled:
    material = prepare(message, system=carrier(message))
    parts = parts_of(material)
    where = Places(material)
    marks = [[0] * len(part.words) for part in parts]
    # An employer that is named in a title ("Chef at X") is marked before the title.
    for kind in ("company", "role", "requisition"):
        mark = 1 + 2 * KINDS.index(kind)
        for part, row in zip(parts, marks, strict=True):
            mark_words(part, row=row, fact=facts[kind], mark=mark)
    places = [list(where.of(part)) for part in parts]
    return Labelled(language, hand, message, material, facts, parts, places, marks)


def mark_words(part: Part, *, row: list[int], fact: str, mark: int) -> None:
    """Mark the words of a part wherever they are a fact: its first, and the others."""
    if not fact:
        return
    found = re.compile(rf"(?<!\w){re.escape(fact)}(?!\w)", re.IGNORECASE)
    for hit in found.finditer(part.text):
        inside = [
            at
            for at, (start, end) in enumerate(part.words)
            if start < hit.end() and end > hit.start()
        ]
        if inside and not any(row[at] for at in inside):
            row[inside[0]] = mark
            for at in inside[1:]:
                row[at] = mark + 1
