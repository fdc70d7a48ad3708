from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.material import READ_CHARS, join_wrapped, prepare
from onward.mail.rules.facts.systems import NO_SYSTEM
from onward.mail.rules.types import Address, Message


def _message(subject: str = "", text: str = "") -> Message:
    return Message(
        key="k",
        message_id="1@mail.example",
        sent_at=None,
        sender=Address(),
        subject=subject,
        text=text,
    )


def test_marks_of_answers_leave_the_subject() -> None:
    for mark in ("Re: ", "AW: WG: ", "[EXTERNAL] ", "Fwd: [Ext] "):
        material = prepare(_message(f"{mark}Your application"), system=NO_SYSTEM)
        assert material.subject == "Your application"


def test_wrapped_lines_are_joined_and_short_lines_are_not() -> None:
    lines = (
        "Thank you for your application for the position of Operations",
        "Coordinator, which arrived yesterday and will be read on Monday",
        "by two of us.",
        "Anna Lind",
        "Acme",
    )
    assert join_wrapped(lines).split("\n") == [
        " ".join(lines[:3]),
        "Anna Lind",
        "Acme",
    ]


def test_bullets_and_blank_lines_part() -> None:
    assert join_wrapped(("Two things", "", "- one", "- two")) == (
        "Two things\n- one\n- two"
    )


def test_links_do_not_stand_between_a_name_and_its_end() -> None:
    material = prepare(
        _message(text="Welcome to *Acme* (https://acme.example/x) today"),
        system=NO_SYSTEM,
    )
    assert material.prose == "Welcome to Acme today"


@given(st.text(max_size=300), st.text(max_size=300))
def test_lower_case_has_the_same_length(subject: str, text: str) -> None:
    material = prepare(_message(subject, text * 30), system=NO_SYSTEM)
    assert len(material.subject) == len(material.subject_low)
    assert len(material.prose) == len(material.prose_low) <= READ_CHARS + 1


@pytest.mark.parametrize(
    ("sender", "heading", "is_kept"),
    [
        ("jobs-noreply@linkedin.com", "Echa un vistazo a estos empleos similares", False),
        ("jobs-noreply@linkedin.com", "Similar jobs near you", False),
        ("jobs-noreply@linkedin.com", "Ida will read it", True),
        ("kim@quarry.example", "Similar jobs near you", True),
    ],
)  # fmt: skip
def test_a_board_s_other_openings_are_not_read(
    sender: str, heading: str, is_kept: bool
) -> None:
    message = replace(
        _message(
            "Sent", f"It was sent to Quarry.\n\nCook\nQuarry Homes\n\n{heading}\nDriver"
        ),
        sender=Address("", sender),
    )
    prose = prepare(message, system=carrier(message)).prose
    assert "Cook" in prose
    assert ("Driver" in prose) is is_kept
