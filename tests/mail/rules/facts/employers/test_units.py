from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.employers.units import is_unit, without_units


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Sekretariat JRG", "JRG"),
        ("Bewerberservice der VBT AG", "VBT AG"),
        ("TH Elbufer Bewerbungsportal", "TH Elbufer"),
        ("Uniklinik Hohenfels – Recruiting-Center", "Uniklinik Hohenfels"),
        ("Recruiting Team", "Recruiting Team"),
        ("Quill Foods", "Quill Foods"),
    ],
)
def test_the_office_that_wrote_is_no_part_of_the_name(shown: str, name: str) -> None:
    assert without_units(shown) == name


@given(st.text(max_size=60))
def test_a_name_is_never_left_empty_or_longer(name: str) -> None:
    left = without_units(name)
    assert len(left) <= len(name)
    assert bool(left) == bool(name)
    assert is_unit(name) in (True, False)
