from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from onward.applications.labels import (
    DAY_PROBLEMS,
    EVENT_LABELS,
    FACT_LABELS,
    NO_LABELS,
    SHOW_LABELS,
    SORT_LABELS,
    STAGE_LABELS,
    Words,
)
from onward.applications.models import Event
from onward.applications.rules.days import PLANNED_KINDS, day_problem, moment_of
from onward.applications.rules.kinds import (
    FACTS,
    PERSON_KINDS,
    EventKind,
    NoKind,
    Stage,
)
from onward.applications.rules.listing import Show, Sort, Wanted
from onward.applications.rules.payload import starts_at
from onward.applications.services import FACT_LIMITS
from onward.core.dates import day_in, zone

MAX_NOTE = 5_000


def _choices(labels: Mapping[Any, Words], *keys: Any) -> list[tuple[str, Words]]:
    return [(key.value, labels[key]) for key in keys or labels]


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def day_field(label: Words, **options: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=DateInput(),
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Write the day as in 2026-03-31."),
        },
        **options,
    )


def _note_field() -> forms.CharField:
    return forms.CharField(
        label=_("Note"),
        required=False,
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ListForm(forms.Form):
    """What the list is asked for; whatever cannot be understood is left out."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    show = forms.ChoiceField(
        label=_("Show"), required=False, choices=_choices(SHOW_LABELS)
    )
    stage = forms.ChoiceField(
        label=_("Stage"),
        required=False,
        choices=[
            ("", _("Any")),
            *_choices(
                STAGE_LABELS, *(stage for stage in Stage if stage != Stage.CLOSED)
            ),
        ],
    )
    no = forms.ChoiceField(
        label=_("Kind of no"),
        required=False,
        choices=[("", _("Any")), *_choices(NO_LABELS)],
    )
    system = forms.ChoiceField(label=_("Came through"), required=False)
    sort = forms.ChoiceField(
        label=_("Order by"), required=False, choices=_choices(SORT_LABELS)
    )

    def __init__(self, data: Mapping[str, Any], *, systems: Iterable[str]) -> None:
        super().__init__(data)
        self.fields["system"].choices = [  # type: ignore[attr-defined]
            ("", _("Any")),
            *((name, name) for name in systems),
        ]

    @property
    def wanted(self) -> Wanted:
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return Wanted(
            search=given.get("q", ""),
            show=Show(given.get("show", "")),
            stage=Stage(given["stage"]) if "stage" in given else None,
            no_kind=NoKind(given["no"]) if "no" in given else None,
            system=given.get("system", ""),
            sort=Sort(given.get("sort", Sort.MOVED)),
        )


class FactsForm(forms.Form):
    company = forms.CharField(required=False)
    role = forms.CharField(required=False)
    place = forms.CharField(required=False)
    url = forms.URLField(
        required=False,
        assume_scheme="https",
        # A browser's own check of web addresses insists on the "https://".
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        error_messages={
            "invalid": _(
                "This is not a web address. One looks like https://example.com."
            )
        },
    )
    requisition = forms.CharField(required=False)
    system = forms.CharField(
        required=False,
        help_text=_("The job board or applicant system, where there was one."),
    )
    contact_name = forms.CharField(required=False)
    contact_address = forms.EmailField(
        required=False,
        error_messages={
            "invalid": _(
                "This is not an e-mail address. One looks like ana@example.com."
            )
        },
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in FACTS:
            if name in self.fields:
                self._limit(name)

    def _limit(self, name: str) -> None:
        """Give a field its label, and the length that the ledger keeps of it."""
        limit = FACT_LIMITS[name]
        field = self.fields[name]
        field.label = str(FACT_LABELS[name])
        field.max_length = limit  # type: ignore[attr-defined]
        field.widget.attrs["maxlength"] = str(limit)
        field.validators.append(
            MaxLengthValidator(
                limit,
                _(
                    "This is longer than %(limit_value)d characters. Shorten it a little."
                ),
            )
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        named = {"company", "role"}
        if not named & self.errors.keys() and not any(cleaned.get(n) for n in named):
            self.add_error(
                "company", _("Enter the company or the role, whichever you know.")
            )
        return cleaned

    @property
    def facts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in FACTS if name in self.fields}


class AddForm(FactsForm):
    APPLIED, SAVED = "applied", "saved"

    state = forms.ChoiceField(
        label=_("Where it stands"),
        choices=((APPLIED, _("I applied")), (SAVED, _("Saved for later"))),
        widget=forms.RadioSelect,
        initial=APPLIED,
        error_messages={"required": _("Choose one of the two.")},
    )
    day = day_field(_("Day you applied"))
    note = _note_field()

    requisition = system = contact_name = contact_address = None  # type: ignore[assignment]
    field_order = ("company", "role", "state", "day", "place", "url", "note")

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, now: datetime, zone_name: str
    ) -> None:
        self.now, self.zone_name = now, zone_name
        super().__init__(data, initial={"day": day_in(now, zone_name=zone_name)})
        self.fields["day"].required = self["state"].value() != self.SAVED

    def clean_day(self) -> date | None:
        day: date | None = self.cleaned_data["day"]
        today = day_in(self.now, zone_name=self.zone_name)
        if day is not None and (problem := day_problem(day, today=today)):
            raise forms.ValidationError(DAY_PROBLEMS[problem])
        return day

    @property
    def applied_at(self) -> datetime | None:
        if self.cleaned_data["state"] == self.SAVED:
            return None
        return moment_of(
            self.cleaned_data["day"], at=None, now=self.now, zone_name=self.zone_name
        )


class EventForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What happened"), choices=_choices(EVENT_LABELS, *PERSON_KINDS)
    )
    day = day_field(_("Day"))
    time = forms.TimeField(
        label=_("Time"),
        required=False,
        widget=TimeInput(),
        error_messages={"invalid": _("Write the time as in 14:30.")},
    )
    note = _note_field()

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        now: datetime,
        zone_name: str,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.now, self.zone_name = now, zone_name
        today = {"day": day_in(now, zone_name=zone_name), "kind": EventKind.REPLY.value}
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
    def at(self) -> datetime:
        return moment_of(
            self.cleaned_data["day"],
            at=self.cleaned_data["time"],
            now=self.now,
            zone_name=self.zone_name,
        )


class CorrectionForm(EventForm):
    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        event: Event,
        now: datetime,
        zone_name: str,
    ) -> None:
        self.event = event
        begins = starts_at(event.payload) or event.at
        local = begins.astimezone(zone(zone_name)) if begins.tzinfo else begins
        initial = {
            "kind": event.kind,
            "day": local.date(),
            "time": local.time().replace(second=0, microsecond=0),
            "note": event.payload.get("note", ""),
        }
        super().__init__(data, now=now, zone_name=zone_name, initial=initial)
        # Several of these can stand in one timeline, beside the form that records.
        self.auto_id = f"id_{event.pk}_%s"
        kinds = dict.fromkeys((*PERSON_KINDS, EventKind(event.kind)))
        self.fields["kind"].choices = _choices(EVENT_LABELS, *kinds)  # type: ignore[attr-defined]

    @property
    def at(self) -> datetime:
        # A minute is coarser than what mail said: what was left alone stays exact.
        unchanged = not {"day", "time"} & set(self.changed_data)
        return self.event.at if unchanged else super().at


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

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, events: Iterable[Event]
    ) -> None:
        super().__init__(data)
        self.fields["events"].choices = [  # type: ignore[attr-defined]
            (str(event.pk), _event_in_words(event)) for event in events
        ]


def _event_in_words(event: Event) -> str:
    day = date_format(localtime(event.at), "j F Y")
    return f"{day}: {EVENT_LABELS[EventKind(event.kind)]}"
