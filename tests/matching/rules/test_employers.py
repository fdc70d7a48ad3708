from __future__ import annotations

import pytest

from onward.matching.rules.employers import is_named_in, is_same_employer


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
    assert is_same_employer(one, other) is same
    assert is_same_employer(other, one) is same


def test_what_the_person_calls_one_employer_is_one() -> None:
    aliases = [["Old Name Ltd", "New Name"]]
    assert is_same_employer("Old Name", "New Name Inc.", aliases=aliases)
    assert not is_same_employer("Old Name", "Other", aliases=aliases)


def test_a_text_names_an_employer_in_whole_words_only() -> None:
    assert is_named_in("Acme Group", "Dear people of ACME, hello")
    assert not is_named_in("Acme", "Acmeology is a word")
