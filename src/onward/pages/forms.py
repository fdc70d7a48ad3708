from __future__ import annotations

from django import forms

from onward.pages.helplines import help_lines


class NotNowForm(forms.Form):
    step = forms.CharField(max_length=50)
    kind = forms.CharField(max_length=100)


def _countries() -> list[tuple[str, str]]:
    return [(code, country.name) for code, country in help_lines().countries.items()]


class KeptCountryForm(forms.Form):
    """The country whose help lines stand first; empty to leave it to clock and browser."""

    country = forms.ChoiceField(choices=_countries, required=False)
