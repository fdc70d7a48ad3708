from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from onward.people.models import Person
from tests.test_words import banned_in


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("boats", "Write 10 characters or more"),
        ("robin.fields@mail", "nearly your address or your name"),
        ("1234567890", "Many people have this one"),
    ],
)
def test_what_is_wrong_with_a_password_is_said_in_plain_words(
    password: str, words: str
) -> None:
    robin = Person(email="robin.fields@mail.example", name="Robin")
    with pytest.raises(ValidationError) as refused:
        validate_password(password, robin)
    said = " ".join(refused.value.messages)
    assert words in said
    assert banned_in(said) == []


def test_three_unusual_words_are_fine() -> None:
    validate_password("seven tall boats", Person(email="robin@mail.example"))
