from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.people.models import Person


@cache
def _zones() -> list[tuple[str, str]]:
    names = sorted(n for n in available_timezones() if "/" in n or n == "UTC")
    return [(name, name.replace("_", " ")) for name in names]


if TYPE_CHECKING:
    PersonForm = forms.ModelForm[Person]
else:
    PersonForm = forms.ModelForm


class SettingsForm(PersonForm):
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=_zones)

    class Meta:
        model = Person
        fields = ("name", "time_zone", "week_starts_on", "theme")
        labels = {
            "name": _("What shall we call you?"),
            "week_starts_on": _("Your week starts on"),
            "theme": _("Colours"),
        }
        help_texts = {
            "name": _("Leave it empty if you like. It stays on this machine.")
        }
