from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.exchange.labels import COLUMN_LABELS, ORDER_LABELS
from onward.exchange.models import ImportedList
from onward.exchange.rules.lists import Column, DayOrder


class ListFileForm(forms.Form):
    file = forms.FileField(
        label=_("A list of applications"),
        help_text=_(
            "A CSV file, or the whole zip of a LinkedIn export. Nothing is recorded "
            "before you have looked at it."
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
