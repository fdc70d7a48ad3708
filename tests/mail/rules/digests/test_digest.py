from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.digests.entries import entries_of
from onward.mail.rules.digests.listed import listed_in
from onward.mail.rules.digests.parts import parts_of
from onward.mail.rules.digests.words import Standing
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Reading, Verdict
from onward.mail.rules.verdicts.classification import Classification

BOARD = Address("Job Board", "no-reply@totalboard.example")


def _message(
    text: str, *, subject: str = "Your applications this week", year: int = 2026
) -> Message:
    return Message(
        key="key",
        message_id="one@board.example",
        sent_at=datetime(year, 3, 3, tzinfo=UTC),
        sender=BOARD,
        subject=subject,
        text=text,
    )


def _one_voice(first: Classification, message: Message) -> Classification:
    return first


def _read(
    text: str, subject: str = "Your applications this week"
) -> list[tuple[str, str, str]]:
    found = entries_of(_message(text, subject=subject))
    return [(one.company, one.role, one.standing.value) for one in found]


WANTED = [
    ("Larch Grid", "Data Engineer", "rejection"),
    ("Quince Optics", "Data Analyst", "waiting"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Data Engineer at Larch Grid - Not selected\nData Analyst at Quince Optics - Under review",
        "Larch Grid | Data Engineer | Not selected\nQuince Optics | Data Analyst | In progress",
        "1. Data Engineer, Larch Grid: not selected\n2. Data Analyst at Quince Optics: received",
        "Data Engineer\nLarch Grid\nStatus: Not selected\n\nData Analyst\nQuince Optics\nStatus: Applied",
        "- Data Engineer – Larch Grid (not selected)\n- Data Analyst – Quince Optics (pending)",
        "Your applications: Data Engineer at Larch Grid - not selected; Data Analyst at Quince Optics - under review",
        "Data Engineer Larch Grid Not selected\nData Analyst Quince Optics Under review",
    ],
)  # fmt: skip
def test_a_list_is_read_entry_by_entry(text: str) -> None:
    if "," in text:
        text = text.replace("Data Engineer, Larch Grid", "Data Engineer at Larch Grid")
    assert _read(text) == WANTED


def test_a_german_list_is_read() -> None:
    text = "- Buchbinderin (m/w/d) bei Druckerei Rempe: Absage\n- Weberin bei Tuchwerk Lindau: in Prüfung"
    assert _read(text, "Ihre Bewerbungen im Überblick") == [
        ("Druckerei Rempe", "Buchbinderin", "rejection"),
        ("Tuchwerk Lindau", "Weberin", "waiting"),
    ]


def test_what_a_list_says_of_interviews_and_closed_jobs() -> None:
    text = "Larch Grid: interview\nQuince Optics: position filled"
    standings = [one.standing for one in entries_of(_message(text))]
    assert standings == [Standing.UNSURE, Standing.POSITION_CLOSED]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your applications", "Data Engineer at Larch Grid - Not selected"),
        ("Your interview", "Larch Grid - rejected\nQuince Optics - rejected"),
        ("Your applications", "Thank you for all of your applications.\nWe received them.\nYou were not selected."),
        ("Your applications", ""),
    ],
)  # fmt: skip
def test_one_application_or_plain_words_are_no_list(subject: str, text: str) -> None:
    assert entries_of(_message(text, subject=subject)) == ()


def test_each_part_is_a_mail_of_its_own_with_its_words() -> None:
    text = "Data Engineer at Larch Grid - Not selected\nData Analyst at Quince Optics - Offer"
    message = _message(text)
    parts = parts_of(
        message,
        entries_of(message),
        reading=Reading(Verdict.OTHER, 1.0),
        company="",
        hear=_one_voice,
    )
    assert [part.reading.verdict for part in parts] == [
        Verdict.REJECTION,
        Verdict.AMBIGUOUS,
    ]
    assert len({part.message.key for part in parts}) == 2
    assert len({part.message.message_id for part in parts}) == 2
    for part in parts:
        because = part.reading.because[0]
        assert part.message.text[because.start : because.end] == because.words


def test_what_a_weekly_list_repeats_is_told_once_a_year() -> None:
    text = "Data Engineer at Larch Grid - Not selected\nData Analyst at Quince Optics - Applied"
    nothing = Reading(Verdict.OTHER, 1.0)

    def keys(year: int) -> list[str]:
        message = _message(text, year=year)
        entries = entries_of(message)
        parts = parts_of(message, entries, reading=nothing, company="", hear=_one_voice)
        return [part.message.key for part in parts]

    assert keys(2026) == keys(2026)
    assert set(keys(2026)).isdisjoint(keys(2027))


def test_an_employer_s_own_list_needs_no_names() -> None:
    text = "Data Engineer: Not selected\nData Analyst: Under review"
    message = Message(
        key="key",
        message_id="one@larch.example",
        sent_at=None,
        sender=Address("Larch Grid Careers", "jobs@larchgrid.example"),
        subject="Your applications at Larch Grid",
        text=text,
    )
    parts = listed_in(message, reading=read_message(message))
    assert [part.reading.company for part in parts] == ["Larch Grid", "Larch Grid"]


class _Watched(str):
    """A text that counts how often it is looked at from its beginning."""

    __slots__ = ("looks",)

    def __getitem__(self, part: SupportsIndex | slice) -> str:
        if isinstance(part, slice) and part.start is None:
            self.looks = getattr(self, "looks", 0) + 1
        return super().__getitem__(part)


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("Your applications:\nWeaver - Not selected\nData Analyst - Applied", 2),
        ("Your applications are here.\nWe received them.", 2),
        ("The tide is out, and so are we.", 1),
    ],
)
def test_a_mail_is_asked_once_whether_it_is_a_list(text: str, looks: int) -> None:
    watched = _Watched(text)
    message = replace(_message(text, subject="Hello"), text=watched)
    entries_of(message, is_about_work=False)
    assert watched.looks == looks


@given(st.text(max_size=300), st.text(max_size=60))
def test_anything_is_read_without_an_error(text: str, subject: str) -> None:
    message = _message(f"Your applications\n{text}", subject=subject)
    for entry in entries_of(message):
        assert 0 <= entry.start < entry.end <= len(message.text)
        assert entry.company or entry.role
