"""Interviews, tests, reminders, and what is put off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.applications.forms.fields import (
    ask_for_day,
    choices,
    day_field,
    limit_length,
    note_field,
    optional_choice,
    time_field,
)
from onward.applications.labels import (
    DAY_PROBLEMS,
    FORMAT_LABELS,
    OUTCOME_LABELS,
    TEST_OUTCOME_LABELS,
    Words,
)
from onward.applications.rules.cadence import (
    MOST_DAYS,
    MOST_FOLLOW_UPS,
    Cadence,
)
from onward.applications.rules.days import FIRST_DAY, DayProblem
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import LONGEST_MINUTES, Outcome
from onward.applications.rules.round import Round
from onward.core.dates import day_in, zone
from onward.people.shown import WritesChanges
from onward.people.zones import ZoneField


def _outcomes(labels: Mapping[Outcome, Words]) -> list[tuple[str, Words]]:
    return [("", _("It lies ahead, or not known")), *choices(labels)]


class RoundForm(WritesChanges, forms.Form):
    """An interview or a test: day, time, zone, people, place, and how it went."""

    said_as_one = (
        frozenset({"day", "time", "time_zone"}),
        frozenset({"until", "until_hour"}),
    )

    title = forms.CharField(
        label=_("What it is"),
        required=False,
        help_text=_("First call, second round, work sample …"),
    )
    day = day_field(_("Day"), required=False)
    time = time_field(
        _("Time"),
        required=False,
        help_text=_("Empty where only the day is known."),
    )
    time_zone = ZoneField(
        label=_("In the time zone of"), required=False, empty=_("My own")
    )
    minutes = forms.IntegerField(
        label=_("Length in minutes"),
        required=False,
        min_value=1,
        max_value=LONGEST_MINUTES,
        error_messages={"invalid": _("Write the minutes as a whole number: 45.")},
    )
    format = optional_choice(_("How"), FORMAT_LABELS)
    people = forms.CharField(
        label=_("People"), required=False, help_text=_("Names, with commas.")
    )
    place = forms.CharField(label=_("Place"), required=False)
    link = forms.URLField(
        label=_("Link to the call"),
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        error_messages={
            "invalid": _(
                "This is not a web address. One looks like https://example.com."
            )
        },
    )
    until = day_field(_("To be answered or done by"), required=False)
    until_hour = time_field(
        _("At the latest at"),
        required=False,
        help_text=_("On that day, by their clock."),
    )
    outcome = forms.ChoiceField(
        label=_("How it went on"),
        required=False,
        choices=_outcomes(OUTCOME_LABELS),
    )
    note = note_field()

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        zone_name: str,
        held: Round | None = None,
    ) -> None:
        self.zone_name = zone_name
        super().__init__(data, initial=_initial(held, zone_name=zone_name))
        cast("ZoneField", self.fields["time_zone"]).keep(held.time_zone if held else "")
        for name, limit in (("title", 100), ("people", 300), ("place", 300)):
            limit_length(self.fields[name], limit)
        limit_length(self.fields["link"], 1000)
        if held is not None and held.kind == EventKind.ASSESSMENT:
            outcome = cast("forms.ChoiceField", self.fields["outcome"])
            outcome.choices = _outcomes(TEST_OUTCOME_LABELS)

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data["day"]
        if day is not None and day < FIRST_DAY:
            raise forms.ValidationError(DAY_PROBLEMS[DayProblem.LONG_AGO])
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        ask_for_day(self, day="day", time="time")
        ask_for_day(self, day="until", time="until_hour")
        return cleaned

    @property
    def details(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        day, time = said.pop("day"), said.pop("time")
        name = said["time_zone"] or self.zone_name
        said["starts_at"] = (
            datetime.combine(day, time, tzinfo=zone(name)) if day and time else None
        )
        said["on_day"] = day if time is None else None
        if day is None or time is None:
            said["time_zone"] = ""
        return said


def _initial(held: Round | None, *, zone_name: str) -> dict[str, Any]:
    if held is None:
        return {}
    begins = held.starts_at
    if begins is not None and begins.tzinfo is not None:
        begins = begins.astimezone(ZoneInfo(str(zone(held.time_zone or zone_name))))
    return {
        "title": held.title,
        "day": begins.date() if begins else held.on_day,
        "time": begins.time().replace(second=0, microsecond=0) if begins else None,
        "time_zone": held.time_zone,
        "minutes": held.minutes,
        "format": held.format or "",
        "people": held.people,
        "place": held.place,
        "link": held.link,
        "until": held.until,
        "until_hour": held.until_hour,
        "outcome": held.outcome or "",
        "note": held.note,
    }


class AheadDayForm(forms.Form):
    """A day that lies ahead."""

    day = day_field(_("Day"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, now: datetime, zone_name: str
    ) -> None:
        self.today = day_in(now, zone_name=zone_name)
        super().__init__(data)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day <= self.today:
            raise forms.ValidationError(_("Choose a day that lies ahead."))
        return day


class SnoozeForm(AheadDayForm):
    """Until when an application is out of sight."""

    day = day_field(_("Out of sight until"))
    prefix = "snooze"


class ReminderForm(AheadDayForm):
    """What to be reminded of, and when."""

    day = day_field(_("Remind me on"))
    note = forms.CharField(label=_("Of what"), required=False)
    prefix = "remind"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        limit_length(self.fields["note"], 300)


class CadenceForm(forms.Form):
    """When to hear that it may be time to ask how an application stands."""

    is_on = forms.BooleanField(
        label=_("Tell me when a follow-up may help"), required=False
    )
    first_after_days = forms.IntegerField(
        label=_("Days after applying, or after they last wrote"),
        min_value=1,
        max_value=MOST_DAYS,
    )
    again_after_days = forms.IntegerField(
        label=_("Days after you asked"), min_value=1, max_value=MOST_DAYS
    )
    most = forms.IntegerField(
        label=_("How often without an answer"), min_value=1, max_value=MOST_FOLLOW_UPS
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, cadence: Cadence
    ) -> None:
        names = ("is_on", "first_after_days", "again_after_days", "most")
        super().__init__(data, initial={n: getattr(cadence, n) for n in names})

    @property
    def cadence(self) -> Cadence:
        return Cadence(**self.cleaned_data)
