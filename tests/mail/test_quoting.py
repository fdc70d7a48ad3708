"""The line of a mail that its card shows: what decided in its sentence, short, no links."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.quoting import LONGEST, telling_line
from onward.people.models import Person
from tests.mail.test_rearranging import keep

TEXT = """Dear Robin,

thank you for your interest in Tarn Hill. At £31,500 a year we would start you
on a trial shift, and see https://t.tarnhill.example/c/9f3?u=77 for the way.

Kind regards
Ola Brandt
Tarn Hill Ltd, registered in England, company number 04417702
"""


def at(text: str, words: str, *, where: str = "body") -> dict[str, Any]:
    start = text.index(words)
    return {"rule": "r", "where": where, "start": start, "end": start + len(words)}


def said(text: str, *because: dict[str, Any]) -> str:
    return "".join(
        f"[{part.text}]" if part.is_deciding else part.text
        for part in telling_line(text, because)
    )


def test_the_words_that_decided_stand_in_their_sentence_with_no_number_cut() -> None:
    line = said(TEXT, at(TEXT, "500 a year"), at(TEXT, "trial shift"))
    assert line.startswith("At [£31,500 a year] we would start you on a [trial shift],")
    assert "Dear" not in line


def test_a_short_sentence_that_decided_has_the_one_before_it() -> None:
    text = "Dear Robin,\n\nWe run four ferries from Ullbeck. I'd love to talk. Ola"
    line = said(text, at(text, "love to talk"))
    assert line == "We run four ferries from Ullbeck. I'd [love to talk]."
    text = "Dear Robin Marsh Lee,\n\nI'd love to talk."
    assert said(text, at(text, "love to talk")) == "I'd [love to talk]."


def test_no_line_shows_where_a_link_leads() -> None:
    line = said(TEXT, at(TEXT, "trial shift"))
    assert "tarnhill.example" not in line
    assert "9f3" not in line
    assert line.endswith("and see … for the way.")
    plain = "Please look at news.tarnhill.example/go?id=81 for what comes next."
    assert said(plain) == "Please look at … for what comes next."


@pytest.mark.parametrize("because", [(), (at(TEXT, "Dear", where="subject"),)])
def test_where_no_words_of_the_text_decided_its_first_telling_line_is_shown(
    because: tuple[dict[str, Any], ...],
) -> None:
    assert said(TEXT, *because) == "thank you for your interest in Tarn Hill."


def test_small_print_greetings_and_names_are_no_telling_line() -> None:
    letter = "Dear Robin Marsh Lee,\n\nKind regards\nOla Brandt\n"
    assert said(letter) == ""
    assert said("") == ""
    footer = "This email and its attachments are confidential.\n\n"
    assert said(f"{footer}Could you call us about the shift plan?").startswith("Could")


def test_a_long_sentence_begins_and_ends_at_a_word_around_what_decided() -> None:
    far = "we spoke about rotas and trains and rents and " * 9
    text = f"As {far}we decided otherwise, and {far}so on."
    line = said(text, at(text, "decided otherwise"))
    assert line.startswith("… ")
    assert "[decided otherwise]" in line
    assert line.endswith("…")
    words = line.strip("… ").replace("[", "").replace("]", "").split()
    assert {word.strip(",") for word in words} <= set(text.replace(",", "").split())
    assert len(line) < LONGEST + 120


@given(
    st.text("ab 1,.\n-?:/https€", max_size=400),
    st.integers(0, 400),
    st.integers(1, 60),
)
def test_any_mail_gives_one_short_line_or_none(
    text: str, start: int, size: int
) -> None:
    because = [{"rule": "r", "where": "body", "start": start, "end": start + size}]
    line = "".join(part.text for part in telling_line(text, because))
    assert "\n" not in line
    assert "://" not in line
    assert len(line) <= LONGEST + 120


@pytest.mark.django_db
def test_a_card_shows_the_line_quoted_and_escaped(
    owner: Person, owner_client: Client
) -> None:
    text = "Hello Robin,\n\nyour <b>file</b> has moved on, we shall say more later.\n"
    letter = {"key": "a", "hours": 0, "verdict": "ambiguous", "review": "ambiguous"}
    letter |= {"subject": "Your file", "text": text, "language": "en"}
    keep(owner, letter | {"because": [at(text, "has moved on")]})
    page = owner_client.get(reverse("mail:review")).content.decode()
    assert '<blockquote lang="en">your &lt;b&gt;file&lt;/b&gt; <mark>has moved' in page
    assert "say more later." in page
