"""No expression that is made of a name in somebody's mail is kept beside their data."""

from __future__ import annotations

import re
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]
from typing import Any

import pytest

from onward.core.expressions import FILE, Shelf
from onward.mail.rules.digests.listed import listed_in
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message

# Firm, title, person: as long as such names come.
_FIRST = (
    "Brightwater Harbour Logistics and Cold Storage Holdings",
    "Deputy Head of Customer Operations and Service Quality",
    "Rosalind Featherstonehaugh",
)
_SECOND = (
    "Larkmeadow Upland Timber and Joinery Works Cooperative",
    "Regional Manager for Procurement and Supplier Relations",
    "Bartholomew Ravenscroft",
)


def _mails(firm: str, title: str, who: str) -> list[Message]:
    host = f"{firm.split()[0].lower()}.example"
    person = Address(name=who, address=f"{who.split()[0].lower()}@{host}")
    board = Address(name="JobPort", address="no-reply@jobport.example")
    told = [
        (board, f"Your application: {title} - {firm}", f"Hi Ines,\n\nYour application for {title} at {firm} has been sent. The company will receive your CV.\n\nJobPort"),
        (board, "Your application was sent", f"Hi Ines,\n\nYour application for {title} at {firm} has been sent.\n\nJobPort"),
        (person, f"{title}: interview", f"Dear Ines,\n\nMy client {firm} liked you and would like to invite you to an interview on 8 April at 10am.\n\n{who}\nConsultant at {firm} Recruitment Ltd\n{firm} Recruitment Ltd"),
        (person, f"{title} (Ref 20{len(firm)}-4471)", f"Dear Ines,\n\nUnfortunately we have decided to go with another candidate for {title} at {firm}. Hear back from {who.split()[0]} soon.\n\n{who}\n{title}\n{firm.upper()}"),
        (person, f"Ihre Bewerbung bei {firm}", f"Guten Tag,\n\nvielen Dank für Ihre Bewerbung als {title} bei {firm}. Leider haben wir uns anders entschieden.\n\n{who}\n{firm} GmbH"),
        (person, f"Re: {title}", f"Hi Ines,\n\n{who.split()[0]} here from {firm}. St {firm} would like to offer you the role of {title}, starting 4 May.\n\n{who} | {firm}"),
    ]  # fmt: skip
    return [
        Message(str(n), f"{n}@{host}", None, sender, subject, text)
        for n, (sender, subject, text) in enumerate(told)
    ]


def test_names_in_mail_are_no_kept_expressions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(tmp_path / FILE)
    kept: list[str] = []
    made: list[str] = []

    def compile_(pattern: object, flags: int = 0) -> re.Pattern[Any]:
        before = len(shelf.new)
        expression = shelf.compile(pattern, flags)
        words = str(pattern).replace("\\", "")
        made.append(words)
        if len(shelf.new) > before:
            kept.append(words)
        return expression

    monkeypatch.setattr(_compiler, "_code", shelf.hear)
    monkeypatch.setattr(_compiler, "compile", compile_)
    for names in (_FIRST, _SECOND):
        mails = _mails(*names)
        readings = [read_message(mail) for mail in mails]
        for mail, reading in zip(mails, readings, strict=True):
            listed_in(mail, reading=reading)
        assert names[0] in [reading.company for reading in readings]
        parts = [" ".join(name.split()[:2]) for name in names]
        # Expressions of such names are made, and none of them is kept.
        assert [each for each in made for part in parts if part in each]
        assert not [each for each in kept for part in parts if part in each]
