from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.applications.forms.fields import day_field
from onward.applications.labels import FACT_LABELS
from onward.applications.services import FACT_LIMITS
from onward.core.languages import Language
from onward.documents.rules.addresses import web_address
from onward.exchange.labels import (
    COLUMN_LABELS,
    ORDER_LABELS,
    PART_LABELS,
    PROOF_LABELS,
)
from onward.exchange.models import ImportedList
from onward.exchange.rules.capture import MOST_CHARS
from onward.exchange.rules.list_days import DayOrder
from onward.exchange.rules.list_words import Column
from onward.exchange.rules.proof import (
    ALWAYS,
    USUAL,
    USUAL_PARTS,
    ProofField,
    ProofPart,
)
from onward.exchange.rules.proof_words import proof_words

_PAST_WEEK = timedelta(days=7)


def _fact(name: str) -> forms.CharField:
    return forms.CharField(
        label=FACT_LABELS[name], required=False, max_length=FACT_LIMITS[name]
    )


class ListFileForm(forms.Form):
    file = forms.FileField(
        label=_("A list of applications"),
        help_text=_(
            "A CSV file, an Excel or OpenDocument table (.xlsx, .ods), the whole zip of a "
            "LinkedIn export, or what Onward itself wrote out. Nothing is recorded before you have looked at it."
        ),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("This file is empty. Choose another, or export it again."),
        },
    )


class ReadingForm(forms.Form):
    """Which column is taken for what, and how days are read."""

    order = forms.TypedChoiceField(
        label=_("Days are written with"),
        choices=[(order.value, ORDER_LABELS[order]) for order in DayOrder],
        coerce=DayOrder,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how days are written: both ways fit this list.")
        },
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, kept: ImportedList
    ) -> None:
        initial = {name: str(place) for name, place in kept.mapping.items()}
        super().__init__(data, initial={**initial, "order": kept.day_order or None})
        names = [(str(place), name) for place, name in enumerate(kept.columns)]
        for column in Column:
            self.fields[column.value] = forms.ChoiceField(
                label=COLUMN_LABELS[column],
                choices=[("", _("not in this list")), *names],
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not (data.get("company") or data.get("role")):
            raise forms.ValidationError(
                _("Say which column is the company, or which is the role.")
            )
        return data

    @property
    def mapping(self) -> dict[Column, int]:
        chosen = {column: self.cleaned_data[column.value] for column in Column}
        return {column: int(place) for column, place in chosen.items() if place}


class ProofForm(forms.Form):
    first = forms.DateField(
        label=_("From"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose the first day."),
            "invalid": _("Write the day as 2026-11-01."),
        },
    )
    last = forms.DateField(
        label=_("To"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose the last day."),
            "invalid": _("Write the day as 2026-11-30."),
        },
    )
    name = forms.CharField(
        label=_("Name at the top"),
        help_text=_("As it stands in your papers; only for this report."),
        required=False,
        max_length=120,
    )
    language = forms.TypedChoiceField(
        label=_("Language of the report"),
        help_text=_(
            "Its titles, days and results. At first it is that of most of your hiring mail."
        ),
        choices=[(each.value, proof_words(each).name) for each in Language],
        coerce=Language,
    )
    parts = forms.TypedMultipleChoiceField(
        label=_("What is reported"),
        choices=[(part.value, PART_LABELS[part]) for part in ProofPart],
        coerce=ProofPart,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose something to report.")},
    )
    fields_shown = forms.TypedMultipleChoiceField(
        label=_("Beside day and company"),
        choices=[
            (field.value, PROOF_LABELS[field])
            for field in ProofField
            if field not in ALWAYS
        ],
        coerce=ProofField,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("first") and data.get("last") and data["first"] > data["last"]:
            self.add_error(
                "last", _("The last day is before the first. Exchange the two.")
            )
        return data

    @staticmethod
    def usual(today: date, *, name: str, language: Language) -> dict[str, Any]:
        """Return what is chosen at first: this month, what was done, no results.

        Early in a month the one before is with it: offices ask about the past week.
        """
        return {
            "first": (today - _PAST_WEEK).replace(day=1),
            "last": today,
            "name": name,
            "language": language.value,
            "parts": [part.value for part in USUAL_PARTS],
            "fields_shown": [field.value for field in USUAL],
        }


class PasteForm(forms.Form):
    text = forms.CharField(
        label=_("The advert"),
        help_text=_("Its text, its address, or the whole page: paste what you have."),
        max_length=MOST_CHARS,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": _("Paste the advert, or its address."),
            "max_length": _(
                "This is very long. Paste the advert alone, without the page."
            ),
        },
    )
    page = forms.CharField(
        required=False, widget=forms.HiddenInput(attrs={"data-caught-page": ""})
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        # A page that the bookmark brings is the advert; nothing is pasted then.
        self.fields["text"].required = not (data and data.get("page"))


class CaptureForm(forms.Form):
    company = _fact("company")
    role = _fact("role")
    place = _fact("place")
    salary = _fact("salary")
    url = _fact("url")
    deadline = day_field(FACT_LABELS["deadline"], required=False)
    fetches = forms.BooleanField(
        label=_("Fetch the page at this address once, and keep it"), required=False
    )
    caught = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not (data.get("company") or data.get("role")):
            raise forms.ValidationError(_("Name the company or the role, or both."))
        return data

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"].strip()
        if not url:
            return ""
        try:
            return web_address(url)
        except ValueError as error:
            raise forms.ValidationError(
                _(
                    "This is no web address. Copy it from the browser, or leave it empty."
                )
            ) from error

    @property
    def facts(self) -> dict[str, str]:
        data = self.cleaned_data
        names = ("company", "role", "place", "salary", "url")
        facts = {name: str(data.get(name) or "").strip() for name in names}
        deadline = data.get("deadline")
        facts["deadline"] = deadline.isoformat() if deadline else ""
        return {name: value for name, value in facts.items() if value}
