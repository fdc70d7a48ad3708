"""Moving by hand, and the stages of the person's own."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.applications.forms.fields import (
    choices,
    day_field,
    limit_length,
    note_field,
    seen_field,
)
from onward.applications.labels import DAY_PROBLEMS, EVENT_LABELS, STAGE_LABELS, Words
from onward.applications.models import CustomStage
from onward.applications.rules.days import day_problem, moment_of
from onward.applications.rules.kinds import NO_KINDS, STAGE_ORDER, EventKind, Stage
from onward.applications.services import Place
from onward.core.dates import day_in


def place_choices(own: Sequence[CustomStage]) -> list[tuple[str, Words]]:
    """Return where an application can be put, own stages after those they count as."""
    found: list[tuple[str, Words]] = []
    for stage in STAGE_ORDER:
        found.append((stage.value, STAGE_LABELS[stage]))
        found += [(str(one.pk), one.name) for one in own if one.stage == stage]
    return found


def place_named(key: str, own: Sequence[CustomStage]) -> Place:
    """Return the place that a form named by `key`; one of `place_choices`."""
    for one in own:
        if str(one.pk) == key:
            return Place(Stage(one.stage), uuid.UUID(key))
    return Place(Stage(key))


class MoveForm(forms.Form):
    """Where an application is put; CLOSED leads on to which no it is."""

    to = forms.ChoiceField(
        label=_("Put it at"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose where it goes."),
            "invalid_choice": _("Choose one of the stages that are there."),
        },
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        own: Sequence[CustomStage],
        at: str = "",
    ) -> None:
        super().__init__(data, initial={"to": at})
        self.own = own
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            *place_choices(own),
            (Stage.CLOSED.value, STAGE_LABELS[Stage.CLOSED]),
        ]

    @property
    def place(self) -> Place:
        return place_named(self.cleaned_data["to"], self.own)

    @property
    def place_name(self) -> Words:
        """What the chosen place is called, also where it was removed meanwhile."""
        choices = self.fields["to"].choices  # type: ignore[attr-defined]
        name: Words = dict(choices)[self.cleaned_data["to"]]
        return name


class ClosingForm(forms.Form):
    """Which no it is."""

    kind = forms.ChoiceField(
        label=_("What happened"),
        choices=choices(EVENT_LABELS, *NO_KINDS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened.")},
    )
    day = day_field(_("Day"))
    note = note_field()
    seen = seen_field()

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        now: datetime,
        zone_name: str,
        kind: str = "",
        seen: int | None = None,
    ) -> None:
        self.now, self.zone_name = now, zone_name
        today = day_in(now, zone_name=zone_name)
        super().__init__(data, initial={"day": today, "kind": kind, "seen": seen})

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        today = day_in(self.now, zone_name=self.zone_name)
        if problem := day_problem(day, today=today):
            raise forms.ValidationError(DAY_PROBLEMS[problem])
        return day

    @property
    def kind_chosen(self) -> EventKind:
        return EventKind(self.cleaned_data["kind"])

    @property
    def at(self) -> datetime:
        return moment_of(
            self.cleaned_data["day"], at=None, now=self.now, zone_name=self.zone_name
        )


class StageForm(forms.Form):
    """A stage of the person's own."""

    name = forms.CharField(
        label=_("Name"),
        error_messages={"required": _("Give the stage a name.")},
        help_text=_("Screening call, case study, reference check …"),
    )
    stage = forms.ChoiceField(
        label=_("It counts as"), choices=choices(STAGE_LABELS, *STAGE_ORDER)
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        own: Sequence[CustomStage],
    ) -> None:
        super().__init__(data, initial={"stage": Stage.INTERVIEW.value})
        self.names = {one.name.casefold() for one in own}
        limit_length(self.fields["name"], 40)

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if name.casefold() in self.names:
            raise forms.ValidationError(
                _("There is a stage of this name already. Choose another name.")
            )
        return name
