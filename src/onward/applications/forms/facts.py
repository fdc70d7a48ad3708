"""What is known of an application: the forms that add and describe one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.applications.forms.fields import (
    TagsField,
    day_field,
    limit_length,
    note_field,
    optional_choice,
)
from onward.applications.labels import (
    DAY_PROBLEMS,
    FACT_LABELS,
    PAY_PERIOD_LABELS,
    REFERRAL_LABELS,
    WORK_MODE_LABELS,
)
from onward.applications.rules.days import FIRST_DAY, DayProblem, day_problem, moment_of
from onward.applications.rules.facts import MOST_PAID, is_well_formed
from onward.applications.rules.kinds import FACTS
from onward.applications.services import FACT_LIMITS
from onward.core.dates import day_in
from onward.people.shown import WritesChanges


def _amount(name: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=FACT_LABELS[name],
        required=False,
        min_value=0,
        max_value=MOST_PAID,
        error_messages={"invalid": _("Write the amount as a whole number: 45000.")},
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
    work_mode = optional_choice(FACT_LABELS["work_mode"], WORK_MODE_LABELS)
    deadline = day_field(FACT_LABELS["deadline"], required=False)
    salary = forms.CharField(
        required=False, help_text=_("As the advert says it, or as you were told.")
    )
    salary_min = _amount("salary_min")
    salary_max = _amount("salary_max")
    salary_currency = forms.CharField(
        required=False, help_text=_("Three letters, as in EUR.")
    )
    salary_period = optional_choice(FACT_LABELS["salary_period"], PAY_PERIOD_LABELS)
    source = forms.CharField(
        required=False, help_text=_("A board, a fair, a person: wherever it was.")
    )
    referral = optional_choice(FACT_LABELS["referral"], REFERRAL_LABELS)
    tags = TagsField(
        label=_("Tags"), help_text=_("Words of your own, with commas between them.")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in FACTS:
            if name in self.fields:
                self._limit(name)

    def _limit(self, name: str) -> None:
        """Give a field its label, and the length that the ledger keeps of it."""
        field = self.fields[name]
        field.label = str(FACT_LABELS[name])
        if isinstance(field, forms.CharField):
            limit_length(field, FACT_LIMITS[name] or 0)

    def clean_deadline(self) -> date | None:
        day: date | None = self.cleaned_data["deadline"]
        if day is not None and day < FIRST_DAY:
            raise forms.ValidationError(DAY_PROBLEMS[DayProblem.LONG_AGO])
        return day

    def clean_salary_currency(self) -> str:
        currency: str = self.cleaned_data["salary_currency"].upper()
        if not is_well_formed("salary_currency", currency):
            raise forms.ValidationError(_("Write the three letters, as in EUR."))
        return currency

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        named = {"company", "role"}
        if not named & self.errors.keys() and not any(cleaned.get(n) for n in named):
            self.add_error(
                "company", _("Enter the company or the role, whichever you know.")
            )
        low, high = cleaned.get("salary_min"), cleaned.get("salary_max")
        if low is not None and high is not None and low > high:
            self.add_error(
                "salary_max",
                _("This is below the lower amount. Change one of the two."),
            )
        return cleaned

    @property
    def facts(self) -> dict[str, str]:
        given = {name: self.cleaned_data[name] for name in FACTS if name in self.fields}
        # A day is written as ISO 8601, an amount in digits: facts are text.
        return {name: "" if v is None else str(v) for name, v in given.items()}


class EditForm(WritesChanges, FactsForm):
    """What is known of one application, to be changed."""

    def clean_tags(self) -> list[str]:
        """Put on and take off what was in this form, of the tags there are now."""
        sent, shown = self.cleaned_data["tags"], self.shown("tags")
        kept = [tag for tag in self.initial["tags"] if tag in sent or tag not in shown]
        tags: list[str] = self.fields["tags"].clean([*kept, *sent])
        return [tag for tag in tags if tag in kept or tag not in shown]


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
    note = note_field()

    requisition = system = contact_name = contact_address = None  # type: ignore[assignment]
    salary_min = salary_max = salary_currency = salary_period = referral = None  # type: ignore[assignment]
    field_order = (
        *("company", "role", "state", "day", "place", "work_mode", "url", "deadline"),
        *("salary", "source", "tags", "note"),
    )

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
