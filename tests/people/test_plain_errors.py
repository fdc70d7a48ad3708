from __future__ import annotations

import re

import pytest
from django import forms


class Everything(forms.Form):
    words = forms.CharField(max_length=5)
    email = forms.EmailField()
    number = forms.IntegerField(min_value=1, max_value=9)
    day = forms.DateField()
    at = forms.TimeField()
    choice = forms.ChoiceField(choices=[("a", "A")])


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("words", "", "This is needed."),
        ("words", "longer", "This is longer than 5 characters. Shorten it a little."),
        ("email", "robin", "Write it as robin@mail.example."),
        ("number", "ten", "Write a whole number"),
        ("number", "10", "Write 9, or less."),
        ("number", "0", "Write 1, or more."),
        ("day", "31.02.2026", "Write the day as 2026-11-30."),
        ("at", "27:99", "Write the time as in 14:30."),
        ("choice", "b", "Choose one of the list."),
    ],
)
def test_a_form_without_words_of_its_own_says_plainly_what_helps(
    field: str, typed: str, said: str
) -> None:
    errors = str(Everything({field: typed}).errors[field])
    assert said in errors
    assert not re.search("required|Ensure|Enter a valid", errors)
