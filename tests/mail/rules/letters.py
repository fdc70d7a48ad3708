"""The invented letters of tests/fixtures/mail/verdicts as messages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onward.mail.rules.types import Address, Message, Verdict

FOLDER = Path(__file__).parents[2] / "fixtures" / "mail" / "verdicts"


@dataclass(frozen=True)
class Letter:
    verdict: Verdict
    sender: str
    subject: str
    text: str
    language: str


def letters_of(path: Path) -> Iterator[Letter]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    language = data.pop("language")
    for verdict, entries in data.items():
        for sender, subject, text in entries:
            yield Letter(Verdict(verdict), sender, subject, text, language)


def first_letters() -> Iterator[Letter]:
    for path in sorted(FOLDER.glob("*_first.toml")):
        yield from letters_of(path)


def all_letters() -> Iterator[Letter]:
    for path in sorted(FOLDER.glob("*.toml")):
        yield from letters_of(path)


def message_of(letter: Letter) -> Message:
    return make_message(letter.subject, letter.text, sender=letter.sender)


def make_message(
    subject: str, text: str, *, sender: str = "someone@firm.example"
) -> Message:
    return Message(
        key="key",
        message_id="id@firm.example",
        sent_at=None,
        sender=Address("", sender),
        subject=subject,
        text=text,
    )
