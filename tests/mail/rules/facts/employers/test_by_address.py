"""The firm that an address spells takes the place of words that are hardly a firm's."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message

_NO = "Thank you for coming in for the Night Porter job. Unfortunately we went with another candidate."


def _company(sender: str, text: str, *, subject: str = "Night Porter") -> str:
    name, _, address = sender.rstrip(">").partition(" <")
    message = Message("a", "a@x", None, Address(name, address), subject, text)
    return read_message(message).company


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        ("Ines Solheim <ines@solheimarchitects.example>", f"{_NO}\n\nMerry Christmas\nInes", "Solheim Architects"),
        ("Jonas Hellwig <jonas@textfabrik-nord.example>", "Hallo Robin,\n\nleider haben wir uns für die Stelle als Nachtportier anders entschieden.\n\nViel Spaß\nJonas", "Textfabrik Nord"),
        ("Alec Galbraith <alec@dunbegdistillery.example>", f"{_NO} Have a good Christmas and New Year.\n\nAlec", "Dunbeg Distillery"),
    ],
)  # fmt: skip
def test_the_firm_of_the_address_is_named(sender: str, text: str, company: str) -> None:
    assert _company(sender, text) == company


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        # What says what it is, has a legal form, or signs.
        ("Ines Vale <ines@valecounty.example>", f"{_NO}\n\nInes Vale\nLark Primary School", "Lark Primary School"),
        ("Ines Vale <ines@harbourview.example>", f"{_NO}\n\nInes Vale\nQuillmoor Ltd", "Quillmoor Ltd"),
        # A domain that is short for the name.
        ("Ines Vale <ines@qmb-group.example>", f"{_NO}\n\nInes Vale\nQuillmoor Bay", "Quillmoor Bay"),
    ],
)  # fmt: skip
def test_another_house_is_left(sender: str, text: str, company: str) -> None:
    assert _company(sender, text) == company
