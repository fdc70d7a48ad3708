from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.method.outlook.models import STONE_CHOICES
from onward.method.outlook.rules.stones import MOST_WRITTEN, StoneKind
from onward.method.outlook.services.reckoning import MOST_WEEKLY
from onward.people.shown import KeepsBoth


class EffortForm(forms.Form):
    weekly = forms.IntegerField(
        label=_("Applications a week"),
        min_value=1,
        max_value=MOST_WEEKLY,
        required=False,
        widget=forms.NumberInput(attrs={"type": "range", "class": "slider"}),
    )


class FirstThingForm(KeepsBoth, forms.Form):
    will_text = forms.CharField(
        label=_("When the next no comes, the first thing I will do is …"),
        max_length=200,
        required=False,
        help_text=_(
            "Something small and kind, such as: put the kettle on and ring Kim"
        ),
    )


class StoneForm(forms.Form):
    kind = forms.TypedChoiceField(
        label=_("What is it?"),
        choices=STONE_CHOICES,
        coerce=StoneKind,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("In your own words"),
        max_length=MOST_WRITTEN,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
