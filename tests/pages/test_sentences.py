"""A sentence that ends with a firm's name has one full stop."""

from __future__ import annotations

import pytest
from django.utils.html import format_html
from django.utils.safestring import SafeData
from hypothesis import given
from hypothesis import strategies as st

from onward.core import text
from onward.method.feelings.words import about_words
from onward.pages.templatetags.sentences import once_stopped


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Recorded: a no, on Tester · Lind S.A..", "Recorded: a no, on Tester · Lind S.A.."[:-1]),
        ("Kept for Mostostrada sp. z o.o.. Undo it here.", "Kept for Mostostrada sp. z o.o. Undo it here."),
        ("It goes on … or not.", "It goes on … or not."),
        ("Reading...", "Reading..."),
    ],
)  # fmt: skip
def test_a_name_with_a_full_stop_ends_its_sentence(said: str, shown: str) -> None:
    assert once_stopped(said) == shown


def test_what_is_safe_to_show_stays_so_and_nothing_else_becomes_it() -> None:
    assert isinstance(once_stopped(format_html("on {}.", "Lind S.A.")), SafeData)
    assert not isinstance(once_stopped("<b>on Lind S.A..</b>"), SafeData)


def test_a_card_is_about_a_firm_with_one_full_stop() -> None:
    assert about_words(["Lind S.A."]) == "It is about Lind S.A."


@given(st.text(alphabet="a. …", max_size=20))
def test_nothing_but_a_second_full_stop_goes(said: str) -> None:
    shown = text.once_stopped(said)
    assert shown.replace(".", "") == said.replace(".", "")
    assert text.once_stopped(shown) == shown
