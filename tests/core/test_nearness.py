from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.nearness import NEAR, likeness, near_names

names = st.text(string.ascii_lowercase, min_size=5, max_size=20)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Lindn Care", "Linden Care"),
        ("Lidnen Care", "Linden Care"),
        ("Harbuor", "Bright Harbour"),
        ("Bright Harbour Ltd", "Bright Harbour"),
        ("zurich werk", "Zürich Werke"),
    ],
)
def test_a_slip_of_the_hand_is_near(typed: str, meant: str) -> None:
    assert near_names(typed, [meant, "Osier Works"]) == [meant]


@pytest.mark.parametrize("other", ["Tarn Works", "Oak Care", "Linde", "", "Hill & Co"])
def test_another_name_is_not(other: str) -> None:
    assert near_names("Osier Works", [other]) == []
    assert near_names("", [other]) == []


def test_the_nearest_comes_first() -> None:
    found = near_names("Linden Cares", ["Linden Car Hire", "Linden Care", "Lindens"])
    assert found[0] == "Linden Care"


@given(names, st.data())
def test_one_letter_more_less_or_other_is_near(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    assert likeness(name, name[:place] + "q" + name[place:]) >= NEAR
    assert likeness(name, name[:place] + name[place + 1 :]) >= NEAR
    assert likeness(name, name[:place] + "q" + name[place + 1 :]) >= NEAR


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_is_too_odd(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
