from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.header_block import header_blocks
from onward.mail.rules.types import Address

QUILLMOOR = Address("Quillmoor", "jobs@quillmoor.example")
FROM = "Quillmoor <jobs@quillmoor.example>"


@pytest.mark.parametrize(
    "head",
    [
        f"From: {FROM}\nDate: Monday\nSubject: Night nurse\nTo: Ada",
        f"Betreff: \tNight nurse\nDatum: \tMontag\nVon: \t{FROM}\nAn: \tAda",
        f"*De :* {FROM}\n*Envoyé :* Monday\n*À :* Ada\n*Objet :* Night nurse",
        f"> Van: {FROM}\n> Verzonden: Monday\n> Aan: Ada\n> Onderwerp: Night nurse",
        f"From: {FROM}\n\nSent: Monday\n\nTo: Ada\nSubject: Night nurse",
        f"From: {FROM}\nOrganisation: Quillmoor\nSent: Monday\nTo: Ada\nSubject: Night nurse",
    ],
)  # fmt: skip
def test_header_lines_of_any_program_are_read(head: str) -> None:
    text = f"FYI\n\n{head}\n\nDear Ada, it is a no."
    (block,) = header_blocks(text)
    assert block.sender == QUILLMOOR
    assert block.fields["subject"] == "Night nurse"
    assert {"date", "to"} <= block.fields.keys()
    assert text[block.start : block.end] == head


def test_what_stands_below_a_block_is_no_part_of_it() -> None:
    head = f"From: {FROM}\nDate: Monday\nSubject: Night nurse"
    for below in ("\n\nTo: whom it concerns", "\nDear Ada: no", "\n\nNote: no"):
        (block,) = header_blocks(head + below)
        assert (block.lines, block.end) == (3, len(head))


def test_blocks_of_forwards_of_forwards_come_one_by_one() -> None:
    head = f"From: {FROM}\nDate: Monday\nSubject: Night nurse\n\n"
    text = f"{head}See below.\n\n{head}It is a no."
    assert [block.start for block in header_blocks(text)] == [0, len(head) + 12]


@pytest.mark.parametrize(
    "text", ["", "Date: Monday\nSubject: it", "We write from: home"]
)
def test_lines_that_name_no_sender_are_no_block(text: str) -> None:
    assert list(header_blocks(text)) == []


@given(st.text(alphabet="From: DateAn<@>.\n-Betreff12*İß", max_size=200))
def test_blocks_lie_in_the_text_one_after_another(text: str) -> None:
    end = 0
    for block in header_blocks(text):
        assert end <= block.start < block.end <= len(text)
        assert block.lines >= len(block.fields) > 0
        end = block.end
