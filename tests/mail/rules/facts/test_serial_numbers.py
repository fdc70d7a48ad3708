"""A year and a count beside a title are the number of the opening, and no part of the title."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Reading


def _read(subject: str, text: str) -> Reading:
    message = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
        sender=Address("Johan Frid", "johan.frid@vellinge.example"),
        subject=subject,
        text=text,
    )
    return read_message(message)


SV = "Hej Maja,\n\nVi vill träffa dig på intervju onsdag 9 december kl. 09.00.\n\nJohan Frid\nHR-chef, Vellinge kommun"
EN = "Dear Maja,\n\nWe would like to invite you to an interview on Wednesday 9 December at 9:00.\n\nJohn Firth\nLeeds City Council"
DE = "Guten Tag Frau Ekdahl,\n\ngerne laden wir Sie zum Vorstellungsgespräch am Mittwoch, 9. Dezember, um 9 Uhr ein.\n\nStadt Lindau"


@pytest.mark.parametrize(
    ("subject", "text", "role", "number"),
    [
        ("Välkommen på intervju - HR-administratör 2026/88", SV, "HR-administratör", "2026/88"),
        ("Intervju: 2026/88 HR-administratör", SV, "HR-administratör", "2026/88"),
        ("Intervju: HR-administratör, 2026/8", SV, "HR-administratör", "2026/8"),
        ("Intervju HR-administratör (2026/88)", SV, "HR-administratör", "2026/88"),
        ("Invitation to interview - School Clerk 2026/88", EN, "School Clerk", "2026/88"),
        ("Interview: 2026/88 School Clerk", EN, "School Clerk", "2026/88"),
        ("Vorstellungsgespräch Sachbearbeiterin 2026/88", DE, "Sachbearbeiterin", "2026/88"),
        ("Vorstellungsgespräch Sachbearbeiterin 2026/27", DE, "Sachbearbeiterin", ""),
        ("Vorstellungsgespräch Sachbearbeiterin 2026/28", DE, "Sachbearbeiterin", ""),
        ("Vorstellungsgespräch Sachbearbeiterin 2026/07", DE, "Sachbearbeiterin", ""),
        ("Intervju HR-administratör 2025/26", SV, "HR-administratör", ""),
    ],
)  # fmt: skip
def test_a_year_and_a_count_beside_a_title_are_its_number(
    subject: str, text: str, role: str, number: str
) -> None:
    reading = _read(subject, text)
    assert (reading.role, reading.requisition) == (role, number)
