from __future__ import annotations

import pytest

from onward.matching.rules.employers import is_named_in, spellings


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Quill Harbor GmbH", "quill harbor", True),
        ("Quill Harbor Deutschland GmbH", "Quill Harbor Ltd", True),
        ("Müller & Söhne", "Mueller und Soehne KG", True),
        ("Meta", "Metaverse Inc.", False),
        ("Group", "Acme Group", False),
        ("", "", False),
    ],
)
def test_employers_are_compared_by_whole_words(
    one: str, other: str, same: bool
) -> None:
    assert bool({*spellings(one)} & {*spellings(other)}) is same


def test_a_text_names_an_employer_in_whole_words_only() -> None:
    assert is_named_in("Acme Group", "Dear people of ACME, hello")
    assert not is_named_in("Acme", "Acmeology is a word")
