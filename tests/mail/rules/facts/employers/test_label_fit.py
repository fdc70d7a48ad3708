from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.employers.label_fit import Fit, fit, label_orders

_WORDS = st.lists(
    st.text(alphabet="abcdefgh", min_size=4, max_size=9), min_size=1, max_size=5
)


@pytest.mark.parametrize(
    ("label", "words", "found"),
    [
        ("ashdownhospital", ("ashdown", "district", "hospital"), Fit(0, 3, True)),
        ("depaharbours", ("department", "of", "harbours"), Fit(0, 3, True)),
        ("ashdownhospital", ("ashdown", "district", "surgery"), None),
        ("tansyapps", ("when", "tansy", "apps"), Fit(1, 3, True)),
    ],
)
def test_a_label_may_leave_words_of_the_name_out(
    label: str, words: tuple[str, ...], found: Fit | None
) -> None:
    assert fit(label, words) == found


@given(_WORDS)
def test_all_words_run_together_are_the_whole_name(words: list[str]) -> None:
    found = fit("".join(words), tuple(words))
    assert found is not None
    assert 0 <= found.start < found.end <= len(words)


@given(st.text(max_size=20), _WORDS)
def test_a_fit_lies_within_the_words(label: str, words: list[str]) -> None:
    found = fit(label, tuple(words))
    assert found is None or 0 <= found.start < found.end <= len(words)


def test_the_parts_of_a_label_may_stand_in_any_order() -> None:
    assert set(label_orders("rempe-bau")) == {"rempebau", "baurempe"}
