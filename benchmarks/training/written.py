"""Invented mails written one by one, beside those that the grammar composes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.training.letters import Letter
from onward.mail.rules.types import Address, Message, Verdict

FOLDER = Path(__file__).with_name("written")


def path_of(language: str) -> Path:
    """Return the file of a language: one JSON object a line."""
    return FOLDER / f"{language}.jsonl"


def written(language: str) -> list[Letter]:
    """Return the written mails of a language, in the order of their file."""
    path = path_of(language)
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    return [
        _letter(record, language=language, place=place)
        for place, record in enumerate(records)
    ]


def _letter(record: Mapping[str, Any], *, language: str, place: int) -> Letter:
    name, _, address = record["from"].rpartition("<")
    message = Message(
        key=f"{language}-{place}",
        message_id=f"{language}-{place}@written.example",
        sent_at=None,
        sender=Address(name.strip(' "'), address.strip(" >").lower()),
        subject=record["subject"],
        text=record["text"].strip(),
        headers={
            name.lower(): value for name, value in record.get("headers", {}).items()
        },
    )
    return Letter(message, Verdict(record["verdict"]), language)
