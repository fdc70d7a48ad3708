"""The invented mails of `tests/fixtures/mail/facts` and how well the rules read them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.facts.extract import Facts, extract_facts
from onward.mail.rules.facts.titles.role import role_key
from onward.mail.rules.types import Address, Message

FOLDER = Path(__file__).parents[2] / "fixtures" / "mail" / "facts"
READER = Address("Robin Vale", "robin@vale.example")


@dataclass(frozen=True, slots=True)
class Case:
    """One mail with what was found in it and what it states."""

    message: Message
    wanted: dict[str, Any]
    found: Facts
    system: str

    def agrees(self, fact: str) -> bool:
        """Say whether one fact was read as the mail states it."""
        keys: dict[str, Callable[[str], str]] = {
            "company": company_key,
            "role": role_key,
            "requisition": str,
        }
        if fact in keys:
            key = keys[fact]
            return key(getattr(self.found, fact)) == key(self.wanted.get(fact, ""))
        if fact == "contact":
            return bool(self.found.contact.name == self.wanted.get(fact, ""))
        if fact == "system":
            return bool(self.system == self.wanted.get(fact, ""))
        return bool(self.found.accepts_replies == self.wanted.get(fact, False))


def message_of(row: dict[str, Any]) -> Message:
    """Return the message that a row of a fixture file describes."""
    name, bracket, address = row["from"].partition("<")
    sender = (
        Address(name.strip(), address.strip("> ").lower())
        if bracket
        else Address("", name.strip().lower())
    )
    return Message(
        key="key",
        message_id="one@mail.example",
        sent_at=None,
        sender=sender,
        subject=row["subject"],
        text=row["text"].strip(),
        headers=row.get("headers", {}),
        to=(READER,),
    )


def read_case(row: dict[str, Any]) -> Case:
    """Return a row of a fixture file with what the rules find in it."""
    message = message_of(row)
    system = carrier(message)
    found = extract_facts(message, system=system)
    return Case(message, row, found, system.shown_name)


def cases(*names: str) -> list[Case]:
    """Return the cases of fixture files, by their names without ending."""
    rows = [
        row
        for name in names
        for row in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["mail"]
    ]
    return [read_case(row) for row in rows]


def wrong(found: list[Case], *, fact: str) -> list[str]:
    """Return the subjects of the mails in which a fact was read otherwise."""
    return [case.message.subject for case in found if not case.agrees(fact)]
