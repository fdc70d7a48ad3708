"""What is asked of an interview or a test that a message tells of: on which day, at what hour."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.applications.forms.fields import day_field, time_field
from onward.applications.labels import DAY_PROBLEMS
from onward.applications.rules.days import FIRST_DAY, DayProblem
from onward.core.dates import zone
from onward.people.models import Person

TIMED = ("interview", "assessment", "interview_moved")
"""What has a day and an hour of its own, of all that a message can say."""


class TimedForm(forms.Form):
    """What is asked for its day and hour, where it is of an interview or a test."""

    day = day_field(_("On which day?"), required=False)
    time = time_field(
        _("At what time, on your clock?"),
        required=False,
        help_text=_("Empty where only the day is known."),
    )
    _person: Person

    def check_time(self, data: dict[str, Any]) -> None:
        """Ask for the day of a time; of what has no hour none is asked for."""
        if data.get("kind") not in TIMED:
            self.errors.pop("day", None)
            self.errors.pop("time", None)
            return
        day, time = data.get("day"), data.get("time")
        if day is not None and day < FIRST_DAY:
            self.add_error("day", DAY_PROBLEMS[DayProblem.LONG_AGO])
        if time is not None and "day" in data and day is None:
            self.add_error("day", _("Choose the day of this time as well."))

    @property
    def when(self) -> date | None:
        """When it begins, or its day alone, as the person wrote it; None where they wrote nothing."""
        if self.cleaned_data["kind"] not in TIMED:
            return None
        day, time = self.cleaned_data.get("day"), self.cleaned_data.get("time")
        if day is None or time is None:
            return cast("date | None", day)
        return datetime.combine(day, time, tzinfo=zone(self._person.time_zone))
