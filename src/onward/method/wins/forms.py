from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from onward.applications.labels import DAY_PROBLEMS
from onward.applications.rules.days import day_problem
from onward.method.wins.labels import OWN_LABELS
from onward.method.wins.models import Treat, WinsChoice
from onward.method.wins.rules import OWN_KINDS, WinKind
from onward.people.shown import KeepsBoth


class WinForm(forms.Form):
    words = forms.CharField(
        label=_("In one line"),
        max_length=300,
        error_messages={
            "required": _("Write one line about it."),
            "max_length": _("Keep it to 300 characters; one line is enough."),
        },
    )
    kind = forms.TypedChoiceField(
        label=_("What kind of thing was it?"),
        choices=[(kind.value, OWN_LABELS[kind]) for kind in OWN_KINDS],
        coerce=WinKind,
        initial=WinKind.OWN.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of these.")},
    )
    day = forms.DateField(
        label=_("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as 2026-11-20.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date) -> None:
        super().__init__(data, initial={"day": today})
        self.today = today

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        problem = day_problem(day, today=self.today)
        if problem is not None:
            raise forms.ValidationError(DAY_PROBLEMS[problem])
        return day


class MarkForm(forms.Form):
    treat = forms.ChoiceField(
        label=_("With a small treat?"), required=False, widget=forms.RadioSelect
    )
    other = forms.CharField(
        label=_("Or something else, in your own words"), required=False, max_length=200
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, treats: list[Treat]
    ) -> None:
        super().__init__(data, initial={"treat": ""})
        field = self.fields["treat"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- tells the type
        field.choices = [
            *((str(treat), str(treat)) for treat in treats),
            ("", _("Only the moment")),
        ]

    @property
    def chosen(self) -> str:
        return str(self.cleaned_data["other"] or self.cleaned_data["treat"])


class ShowsForm(KeepsBoth, forms.Form):
    shows = forms.CharField(
        label=_("What does it show about you?"),
        help_text=_("Such as: I stay calm when plans change. Leave it empty to clear."),
        required=False,
        max_length=300,
    )


class TreatForm(forms.Form):
    words = forms.CharField(
        label=_("A small treat"),
        help_text=_("Small and yours: tea in the good cup, a walk by the river."),
        max_length=200,
        error_messages={"required": _("Name the treat in a few words.")},
    )


class ForwardForm(forms.Form):
    words = forms.CharField(
        label=_("This week I would still …"),
        max_length=300,
        error_messages={
            "required": _("Write one line, or choose “Nothing more this week”.")
        },
    )


ChoiceForm = forms.modelform_factory(
    WinsChoice, fields=("shows_moments", "moves", "notifies_on_friday")
)


class WeekForm(forms.Form):
    day = forms.DateField(initial=timezone.localdate)
