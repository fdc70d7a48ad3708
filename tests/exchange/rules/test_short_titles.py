from __future__ import annotations

import re
import uuid
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.exchange.rules.lists import ListRow
from onward.exchange.rules.proposals import Known, Proposal, propose
from onward.exchange.rules.short_titles import _CUT_SHORT, role_likeness


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Sachbearb.", "Sachbearbeiter"),
        ("Sachbearb. Export", "Sachbearbeiterin Export (m/w/d)"),
        ("Sr. Mgr", "Senior Manager"),
        ("kfm. Angest.", "Kaufmännische Angestellte"),
        ("kfm. Angest.", "Kaufmännischer Angestellter"),
        ("Asst. Mgr.", "Assistant Manager"),
        ("Softw.-Entw.", "Software-Entwickler"),
        ("Verk.", "Verkäufer"),
    ],
)
def test_a_title_cut_short_is_the_whole_one(short: str, whole: str) -> None:
    assert role_likeness(short, whole) == role_likeness(whole, short) == 1.0
    row = ListRow(1, {"company": "Kranich", "role": short})
    known = [Known(uuid.UUID(int=1), "Kranich", whole, "", None)]
    assert propose([row], known=known)[0].proposal == Proposal.SAME


@pytest.mark.parametrize(
    ("short", "other"),
    [
        ("Sachbearb.", "Sales Manager"),
        ("Sachbearb", "Sachbearbeiter"),
        ("Sr. Mgr", "Senior Driver"),
        ("kfm. Angest.", "Kfz-Mechaniker"),
        ("Verk.", "Fahrer"),
        ("St. Nurse", "Steward"),
    ],
)
def test_another_title_is_not(short: str, other: str) -> None:
    assert role_likeness(short, other) < 0.5


@given(st.text(alphabet="abÄ.1_- ", max_size=40), st.integers(0, 39))
def test_a_word_is_looked_at_from_its_beginning_alone(text: str, at: int) -> None:
    found = _CUT_SHORT.match(text, at)
    if found:
        assert not text[:at][-1:].isalpha()
    # Nothing is lost by it: these are the words of two letters and more before a full stop.
    runs = re.findall(r"[abÄ]+|[^abÄ]", text)
    ends = [one for one, after in pairwise(runs) if after == "." and len(one) > 1]
    assert _CUT_SHORT.findall(text) == ends


_WORDS = st.text(alphabet="abcdefgklmnoprst", min_size=5, max_size=9)


@given(st.lists(_WORDS, min_size=1, max_size=3, unique=True), st.integers(3, 4))
def test_likeness_stays_a_share_and_knows_each_word_once(
    words: list[str], letters: int
) -> None:
    short = " ".join(f"{word[:letters]}." for word in words)
    for one, other in ((short, " ".join(words)), (short, words[0])):
        likeness = role_likeness(one, other)
        assert 0 <= likeness <= 1
        assert likeness == role_likeness(other, one)
