"""What happened to an application: record it, correct it, split it off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from onward.applications.forms.fields import (
    check_day_and_time,
    choices,
    day_field,
    note_field,
    seen_field,
    time_field,
    when_chosen,
)
from onward.applications.labels import (
    DAY_PROBLEMS,
    EVENT_LABELS,
    Words,
    event_words,
    when_told,
)
from onward.applications.models import Application, Event
from onward.applications.rules.days import day_problem, moment_of
from onward.applications.rules.kinds import PERSON_KINDS, PLANNED_KINDS, EventKind
from onward.applications.rules.payload import day_alone, starts_at
from onward.applications.services import FACT_LIMITS, Entry
from onward.core.dates import day_in, zone


class EventForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What happened"), choices=choices(EVENT_LABELS, *PERSON_KINDS)
    )
    day = day_field(_("Day"))
    time = time_field(_("Time"), required=False)
    note = note_field()
    seen = seen_field()

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        now: datetime,
        zone_name: str,
        seen: int | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.now, self.zone_name = now, zone_name
        today = {"day": day_in(now, zone_name=zone_name), "kind": EventKind.REPLY.value}
        today |= {"seen": seen}
        super().__init__(data, initial=today | dict(initial or {}))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not {"kind", "day", "time"} <= cleaned.keys():
            return cleaned
        kind = EventKind(cleaned["kind"])
        today = day_in(self.now, zone_name=self.zone_name)
        if problem := day_problem(cleaned["day"], today=today, kind=kind):
            self.add_error("day", DAY_PROBLEMS[problem])
        elif self.at > self.now and kind not in PLANNED_KINDS:
            self.add_error(
                "time", _("This time has not come yet. Enter when it happened.")
            )
        return cleaned

    @property
    def kind_chosen(self) -> EventKind:
        return EventKind(self.cleaned_data["kind"])

    @property
    def on_day(self) -> date | None:
        """The day to come of an interview or a test of which no hour is named; None for all else."""
        day: date = self.cleaned_data["day"]
        is_alone = (
            self.cleaned_data["time"] is None and self.kind_chosen in PLANNED_KINDS
        )
        is_ahead = day > day_in(self.now, zone_name=self.zone_name)
        return day if is_alone and is_ahead else None

    @property
    def at(self) -> datetime:
        return moment_of(
            self.cleaned_data["day"],
            at=self.cleaned_data["time"],
            now=self.now,
            zone_name=self.zone_name,
        )

    @property
    def is_timed(self) -> bool:
        """The hour was named too."""
        return self.cleaned_data["time"] is not None


class CorrectionForm(EventForm):
    """What an event really was; where it was an interview or a test, also when that is."""

    begins_day = day_field(_("On which day is it?"), required=False)
    begins_time = time_field(
        _("At what time, on your clock?"),
        required=False,
        help_text=_("Empty where only the day is known."),
    )
    field_order = ("kind", "begins_day", "begins_time", "day", "time", "note")

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        event: Event,
        now: datetime,
        zone_name: str,
        told: Mapping[str, Any] | None = None,
    ) -> None:
        self.event, self.is_told = event, bool(told)
        began, alone = starts_at(event.payload), day_alone(event.payload)
        alone = None if began else alone
        begins = began or event.at
        local = begins.astimezone(zone(zone_name)) if begins.tzinfo else begins
        initial = {
            "kind": event.kind,
            "day": alone or local.date(),
            "time": None if alone else local.time().replace(second=0, microsecond=0),
            "note": event.payload.get("note", ""),
        }
        initial |= {f"begins_{name}": value for name, value in (told or {}).items()}
        super().__init__(data, now=now, zone_name=zone_name, initial=initial)
        del self.fields["seen"]
        if not self.is_told:
            del self.fields["begins_day"], self.fields["begins_time"]
        # Several of these can stand in one timeline, beside the form that records.
        self.auto_id = f"id_{event.pk}_%s"
        kinds = dict.fromkeys((*PERSON_KINDS, EventKind(event.kind)))
        self.fields["kind"].choices = choices(EVENT_LABELS, *kinds)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        kind = self.cleaned_data.get("kind")
        is_asked = kind in PLANNED_KINDS
        check_day_and_time(
            self, day="begins_day", time="begins_time", is_asked=is_asked
        )
        # The hour of a talk to come is no day of what was only told: that is the mail's own.
        if self._is_left_alone and kind and EventKind(kind) not in PLANNED_KINDS:
            told = self.event.at.astimezone(zone(self.zone_name))
            self.cleaned_data |= {"day": told.date(), "time": told.time()}
        return super().clean()

    @property
    def begins(self) -> date | None:
        """When what the message tells of begins, or its day alone, as the person leaves it."""
        is_asked = self.is_told and self.kind_chosen in PLANNED_KINDS
        day, time = (self.cleaned_data.get(f"begins_{x}") for x in ("day", "time"))
        if not is_asked or day is None or not self._is_left_alone:
            return None
        return when_chosen(day, time, zone_name=self.zone_name)

    @property
    def _is_left_alone(self) -> bool:
        return not {"day", "time"} & set(self.changed_data)

    @property
    def at(self) -> datetime:
        # A minute is coarser than what mail said: what was left alone stays exact.
        return self.event.at if self._is_left_alone else super().at

    @property
    def is_timed(self) -> bool:
        # An hour that stood there says when something was told, unless it began then.
        began = starts_at(self.event.payload) is not None
        is_said = "time" in self.changed_data or ("day" in self.changed_data and began)
        return is_said and super().is_timed

    def say_what_stands(self) -> None:
        """Ask to look again: the event that this was typed about is another one now."""
        self._say(
            _(
                "It was changed meanwhile and is now “%(what)s”, %(day)s. What you typed is "
                "still here: saving again puts it in place of that."
            )
        )

    def say_what_ended_it(self) -> None:
        """Tell of a no that came to stand there while this one was typed."""
        self._say(
            _(
                "Meanwhile “%(what)s”, %(day)s, was recorded here. What you typed is still "
                "here: saving puts it in place of that, and “Not now” leaves it as it is."
            )
        )

    def _say(self, words: Words) -> None:
        kind, day = EventKind(self.event.kind), self.initial["day"]
        said = {"what": event_words(kind), "day": date_format(day, "j F Y")}
        self.add_error(None, str(words) % said)
        if note := self.initial["note"]:
            self.add_error(None, _("The note there now: %(note)s") % {"note": note})


class OwnForm(forms.Form):
    """What an application is called that something moves to, and that begins with it."""

    company = forms.CharField(
        label=_("Company"),
        max_length=FACT_LIMITS["company"],
        error_messages={"required": _("Name the company of the new one.")},
    )
    role = forms.CharField(
        label=_("Role"), required=False, max_length=FACT_LIMITS["role"]
    )


_CALLED = ("company", "role")


class SplitForm(forms.Form):
    events = forms.MultipleChoiceField(
        label=_("What belongs to another application"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick what belongs to the other application."),
            "invalid_choice": _(
                "One of these is not part of this application any more."
            ),
        },
    )
    company = forms.CharField(
        label=_("Company of the new one"),
        required=False,
        max_length=FACT_LIMITS["company"],
    )
    role = forms.CharField(
        label=_("Role of the new one"), required=False, max_length=FACT_LIMITS["role"]
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        entries: Iterable[Entry],
        application: Application,
    ) -> None:
        called = {name: getattr(application, name) for name in _CALLED}
        super().__init__(data, initial=called)
        self.listed = {str(entry.event.pk): entry for entry in entries}
        self.fields["events"].choices = [  # type: ignore[attr-defined]
            (key, _entry_in_words(entry)) for key, entry in self.listed.items()
        ]
        kinds = {entry.event.kind for entry in self.listed.values()}
        if EventKind.ARRANGED in kinds:
            self.fields["events"].help_text = _(
                "An interview or a test takes along by itself how it was moved or called "
                "off. A change that is ticked alone arranges nothing over there."
            )

    @property
    def events_chosen(self) -> list[Event]:
        return [self.listed[key].event for key in self.cleaned_data["events"]]

    @property
    def called_otherwise(self) -> dict[str, str]:
        """What the new one is called that the other one is not."""
        said = {n: self.cleaned_data[n] for n in _CALLED if n in self.data}
        return {name: text for name, text in said.items() if name in self.changed_data}


def _entry_in_words(entry: Entry) -> str:
    day = date_format(localtime(entry.event.at), "j F Y")
    words = event_words(EventKind(entry.event.kind), entry.arranged)
    if entry.starts_at is not None:
        begins = entry.starts_at
        local = localtime(begins) if begins.tzinfo else begins
        when = when_told(local, form="j F Y")
        words = _("%(what)s, to begin %(when)s") % {"what": words, "when": when}
    elif entry.on_day is not None:
        when = when_told(entry.on_day, form="j F Y")
        words = _("%(what)s, on %(when)s") % {"what": words, "when": when}
    return f"{day}: {words}"
