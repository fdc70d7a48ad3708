"""What is asked of an interview or a test that a message tells of: on which day, at what hour."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.applications.forms.fields import (
    check_day_and_time,
    day_field,
    time_field,
    when_chosen,
)
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
        is_asked = data.get("kind") in TIMED
        check_day_and_time(self, day="day", time="time", is_asked=is_asked)

    @property
    def when(self) -> date | None:
        """When it begins, or its day alone, as the person wrote it; None where they wrote nothing."""
        if self.cleaned_data["kind"] not in TIMED:
            return None
        day, time = self.cleaned_data.get("day"), self.cleaned_data.get("time")
        return when_chosen(day, time, zone_name=self._person.time_zone)
