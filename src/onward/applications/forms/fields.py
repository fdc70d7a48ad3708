"""Fields that several forms share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.utils.translation import gettext_lazy as _

from onward.applications.labels import DAY_PROBLEMS, Words
from onward.applications.rules.days import FIRST_DAY, DayProblem
from onward.applications.rules.payload import LONGEST_TAG, MOST_TAGS, is_tag
from onward.core.dates import LAST_YEAR, zone

MAX_NOTE = 5_000


def choices(labels: Mapping[Any, Words], *keys: Any) -> list[tuple[str, Words]]:
    return [(str(key), labels[key]) for key in keys or labels]


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
        validators=[
            MaxValueValidator(
                date(LAST_YEAR, 12, 31),
                message=_("This day is after 2100. Check the year."),
            )
        ],
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Write the day as in 2026-03-31."),
        },
        **options,
    )


def time_field(label: Words, **options: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        widget=TimeInput(),
        error_messages={"invalid": _("Write the time as in 14:30.")},
        **options,
    )


def check_day_and_time(
    form: forms.Form, *, day: str, time: str, is_asked: bool
) -> None:
    """Ask for the day of a time that a form may leave empty; nothing where it is not asked for.

    Args:
        day: The name of the field of the day.
        time: That of its time.
    """
    if not is_asked:
        form.errors.pop(day, None)
        form.errors.pop(time, None)
        return
    chosen = form.cleaned_data.get(day)
    if chosen is not None and chosen < FIRST_DAY:
        form.add_error(day, DAY_PROBLEMS[DayProblem.LONG_AGO])
    ask_for_day(form, day=day, time=time)


def ask_for_day(form: forms.Form, *, day: str, time: str) -> None:
    """Ask for the day where a time was written alone; one that could not be read is told already."""
    is_alone = form.cleaned_data.get(time) is not None
    if is_alone and day in form.cleaned_data and form.cleaned_data[day] is None:
        form.add_error(day, _("Choose the day of this time as well."))


def when_chosen(day: date | None, hour: time | None, *, zone_name: str) -> date | None:
    """Return the moment of a day and a time on the clock of a zone, or the day alone."""
    if day is None or hour is None:
        return day
    return datetime.combine(day, hour, tzinfo=zone(zone_name))


def seen_field() -> forms.IntegerField:
    """Return how far the story went, as a number, when the form was opened."""
    return forms.IntegerField(required=False, widget=forms.HiddenInput)


def note_field() -> forms.CharField:
    return forms.CharField(
        label=_("Note"),
        required=False,
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def optional_choice(label: Words, labels: Mapping[Any, Words]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[("", _("Not known")), *choices(labels)],
    )


def limit_length(field: forms.Field, limit: int) -> None:
    """Hold a text field to so many characters, with a sentence for what is longer."""
    field.max_length = limit  # type: ignore[attr-defined]
    field.widget.attrs["maxlength"] = str(limit)
    field.validators.append(
        MaxLengthValidator(
            limit,
            _("This is longer than %(limit_value)d characters. Shorten it a little."),
        )
    )


class TagsField(forms.CharField):
    """Tags in one line, with commas between them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            max_length=MOST_TAGS * (LONGEST_TAG + 2),
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        text = super().clean(self.prepare_value(value))
        words = (" ".join(part.split()) for part in text.split(","))
        tags = list(dict.fromkeys(word for word in words if word))
        if long := next((tag for tag in tags if not is_tag(tag)), None):
            raise forms.ValidationError(
                _(
                    "“%(tag)s” is longer than %(limit)d characters. Shorten it a little."
                ),
                params={"tag": long, "limit": LONGEST_TAG},
            )
        if len(tags) > MOST_TAGS:
            raise forms.ValidationError(
                _("An application can have %(most)d tags. Take a few off."),
                params={"most": MOST_TAGS},
            )
        return tags
