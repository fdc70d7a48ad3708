"""Lists below headings, however far in their lines stand."""

from __future__ import annotations

import pytest

from tests.mail.rules.digests.told import desk_message, told

ENGLISH = """Not taken further
Baker, Acme Bread Ltd
Weaver, Birch Mills Ltd

Invited to interview
Cook, Cedar Kitchen Ltd"""
GERMAN = """Absagen
Baker, Acme Bread GmbH
Weaver, Birch Mills GmbH

Einladungen
Cook, Cedar Kitchen GmbH"""


def _indented(text: str, *, heading: str, item: str) -> str:
    paragraphs = []
    for paragraph in text.split("\n\n"):
        first, *others = paragraph.split("\n")
        lines = [f"{heading}{first}", *(f"{item}{other}" for other in others)]
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize("text", [ENGLISH, GERMAN])
@pytest.mark.parametrize(
    ("heading", "item"),
    [("", ""), ("", "    "), ("  ", "  "), ("    ", ""), ("\t", ""), ("     ", "  ")],
)
def test_a_heading_stays_one_wherever_it_stands(
    text: str, heading: str, item: str
) -> None:
    list_below = _indented(text, heading=heading, item=item)
    found = told(desk_message("News on your applications", list_below))
    assert [(role, verdict) for _, role, verdict in found] == [
        ("Baker", "rejection"),
        ("Weaver", "rejection"),
        ("Cook", "interview"),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_stands_further_in_right_below_a_line_is_said_of_it(gap: str) -> None:
    text = gap.join(
        [
            "Baker, Acme Bread Ltd\n   Invited to interview",
            "Weaver, Birch Mills Ltd\n   Not taken further",
            "Cook, Cedar Kitchen Ltd\n   Invited to interview",
        ]
    )
    found = told(desk_message("News on your applications", text))
    assert [verdict for _, _, verdict in found] == [
        *("interview", "rejection", "interview")
    ]
