from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.method.applying.models import FELT_CHOICES, Rhythm
from onward.method.applying.rules import (
    LONGEST_MINUTES,
    SHORTEST_MINUTES,
    WEEK,
    DayKind,
    Felt,
    Pace,
)
from onward.method.applying.words import DAY_KINDS, DAY_NAMES
from onward.people.shown import KeepsBoth

_KINDS = [(kind.value, DAY_KINDS[kind]) for kind in DayKind]


class PaceForm(forms.Form):
    """What each day of the week is for, and how long a session is."""

    minutes = forms.IntegerField(
        label=_("Length of a session, in minutes"),
        min_value=SHORTEST_MINUTES,
        max_value=LONGEST_MINUTES,
        error_messages={"required": _("Write the minutes as a whole number: 90.")},
    )
    starts_at = forms.TimeField(
        label=_("It usually begins at"),
        required=False,
        help_text=_("For your calendar."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Write the time as in 14:30.")},
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, rhythm: Rhythm, first_day: int
    ) -> None:
        pace = rhythm.as_pace()
        initial = {"minutes": pace.minutes, "starts_at": rhythm.starts_at}
        super().__init__(data, initial=initial)
        for offset in WEEK:
            number = (first_day + offset) % 7
            self.fields[f"day_{number}"] = forms.ChoiceField(
                label=DAY_NAMES[number],
                choices=_KINDS,
                widget=forms.RadioSelect,
                initial=_kind(pace, number).value,
                error_messages={"required": _("Choose what this day is for.")},
            )

    @property
    def days(self) -> list[forms.BoundField]:
        """The fields of the days, in the order of the person's week."""
        return [self[name] for name in self.fields if name.startswith("day_")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = [cleaned.get(f"day_{number}") for number in WEEK]
        if all(chosen) and DayKind.PROTECTED not in chosen:
            self.add_error(
                None, _("Keep one day of the week for yourself: choose a day off.")
            )
        return cleaned

    @property
    def pace(self) -> Pace:
        return Pace(
            session_days=self._days(DayKind.SESSION),
            protected_days=self._days(DayKind.PROTECTED),
            minutes=self.cleaned_data["minutes"],
        )

    def _days(self, kind: DayKind) -> frozenset[int]:
        said = self.cleaned_data
        return frozenset(number for number in WEEK if said[f"day_{number}"] == kind)

    @property
    def starting(self) -> time | None:
        chosen: time | None = self.cleaned_data["starts_at"]
        return chosen


def _kind(pace: Pace, number: int) -> DayKind:
    if number in pace.protected_days:
        return DayKind.PROTECTED
    return DayKind.SESSION if number in pace.session_days else DayKind.OPEN


class SessionForm(KeepsBoth, forms.Form):
    """How a session went."""

    minutes = forms.IntegerField(
        label=_("How many minutes it was"),
        min_value=1,
        max_value=12 * 60,
        error_messages={"required": _("Write the minutes as a whole number: 60.")},
    )
    felt = forms.TypedChoiceField(
        label=_("How you feel now"),
        choices=[*FELT_CHOICES, ("", _("Leave it open"))],
        coerce=Felt,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("What you did, in a word"),
        required=False,
        max_length=300,
        error_messages={
            "max_length": _("This is longer than 300 characters. Shorten it a little.")
        },
    )
