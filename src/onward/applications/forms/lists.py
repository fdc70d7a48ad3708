"""What the list and the table are asked for, and what is done to many at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.applications.forms.fields import (
    TagsField,
    choices,
    day_field,
)
from onward.applications.labels import (
    COLUMN_LABELS,
    DAY_PROBLEMS,
    DEADLINE_LABELS,
    EVENT_LABELS,
    FACT_LABELS,
    FACT_VALUES,
    NO_LABELS,
    SHOW_LABELS,
    SORT_LABELS,
    STAGE_LABELS,
    WORK_MODE_LABELS,
)
from onward.applications.rules.days import day_problem, moment_of
from onward.applications.rules.facts import WorkMode, is_well_formed
from onward.applications.rules.kinds import NO_KINDS, EventKind, NoKind, Stage
from onward.applications.rules.listing import (
    DEFAULT_COLUMNS,
    Column,
    Deadline,
    Show,
    Sort,
    Wanted,
)
from onward.applications.services import FACT_LIMITS
from onward.core.dates import day_in
from onward.core.text import search_fold


def _any_of(names: Iterable[str]) -> list[tuple[str, Any]]:
    return [("", _("Any")), *((name, name) for name in names)]


class ListForm(forms.Form):
    """What the list is asked for; whatever cannot be understood is left out."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    show = forms.ChoiceField(
        label=_("Show"), required=False, choices=choices(SHOW_LABELS)
    )
    stage = forms.ChoiceField(
        label=_("Stage"),
        required=False,
        choices=[
            ("", _("Any")),
            *choices(
                STAGE_LABELS, *(stage for stage in Stage if stage != Stage.CLOSED)
            ),
        ],
    )
    no = forms.ChoiceField(
        label=_("Kind of no"),
        required=False,
        choices=[("", _("Any")), *choices(NO_LABELS)],
    )
    system = forms.ChoiceField(label=_("Came through"), required=False)
    source = forms.ChoiceField(label=FACT_LABELS["source"], required=False)
    tag = forms.ChoiceField(label=_("Tag"), required=False)
    mode = forms.ChoiceField(
        label=FACT_LABELS["work_mode"],
        required=False,
        choices=[("", _("Any")), *choices(WORK_MODE_LABELS)],
    )
    deadline = forms.ChoiceField(
        label=FACT_LABELS["deadline"],
        required=False,
        choices=[("", _("Any")), *choices(DEADLINE_LABELS)],
    )
    sort = forms.ChoiceField(
        label=_("Order by"), required=False, choices=choices(SORT_LABELS)
    )

    def __init__(
        self,
        data: Mapping[str, Any],
        *,
        systems: Iterable[str] = (),
        sources: Iterable[str] = (),
        tags: Iterable[str] = (),
    ) -> None:
        super().__init__(data)
        for name, names in (("system", systems), ("source", sources), ("tag", tags)):
            self.fields[name].choices = _any_of(names)  # type: ignore[attr-defined]

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
            source=given.get("source", ""),
            tag=given.get("tag", ""),
            work_mode=WorkMode(given["mode"]) if "mode" in given else None,
            deadline=Deadline(given["deadline"]) if "deadline" in given else None,
            sort=Sort(given.get("sort", Sort.MOVED)),
        )

    @property
    def has_more(self) -> bool:
        """One of the filters that are folded away is in use."""
        return self.wanted.is_narrowed and any(
            self.cleaned_data.get(name) for name in self.FOLDED
        )

    FOLDED = ("stage", "no", "system", "source", "tag", "mode", "deadline")

    @property
    def folded(self) -> list[forms.BoundField]:
        """The filters that are folded away."""
        return [self[name] for name in self.FOLDED]


class TableForm(ListForm):
    column = forms.MultipleChoiceField(
        label=_("Columns"),
        required=False,
        choices=choices(COLUMN_LABELS),
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def columns(self) -> list[Column]:
        self.is_valid()
        chosen = [Column(value) for value in self.cleaned_data.get("column") or ()]
        return chosen or list(DEFAULT_COLUMNS)


class ViewForm(forms.Form):
    name = forms.CharField(
        label=_("Save this view as"),
        max_length=60,
        error_messages={
            "required": _("Give it a name, so that you find it again."),
            "max_length": _("This is longer than 60 characters. Shorten it a little."),
        },
    )
    query = forms.CharField(
        required=False, max_length=2000, widget=forms.HiddenInput, strip=False
    )


SETTABLE = ("place", "work_mode", "source", "system", "salary", "deadline", "referral")
_OPEN_NOES = tuple(kind for kind in NO_KINDS if kind != EventKind.OFFER_DECLINED)


class BulkForm(forms.Form):
    """One thing done to many; which of the fields count depends on the action."""

    ARCHIVE, RESTORE, TAG, NO, FACT, SNOOZE, MOVE = (
        *("archive", "restore", "tag", "no", "fact", "snooze", "move"),
    )

    action = forms.ChoiceField(
        choices=[
            (word, word) for word in (ARCHIVE, RESTORE, TAG, NO, FACT, SNOOZE, MOVE)
        ],
        error_messages={
            "required": _("Choose what to do with them."),
            "invalid_choice": _("Choose what to do with them."),
        },
    )
    add = TagsField(label=_("Put on"))
    remove = TagsField(label=_("Take off"))
    no = forms.ChoiceField(
        label=_("What happened"),
        required=False,
        choices=choices(EVENT_LABELS, *_OPEN_NOES),
    )
    no_day = day_field(_("Day"), required=False)
    fact = forms.ChoiceField(
        label=_("Detail"), required=False, choices=choices(FACT_LABELS, *SETTABLE)
    )
    value = forms.CharField(label=_("Is for all of them"), required=False)
    until = day_field(_("Until"), required=False)
    to = forms.ChoiceField(label=_("Stage"), required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        places: Sequence[tuple[str, Any]],
        now: datetime,
        zone_name: str,
    ) -> None:
        self.now, self.zone_name = now, zone_name
        self.today = day_in(now, zone_name=zone_name)
        super().__init__(data, initial={"no_day": self.today})
        # The filters of the same page ask for some of the same.
        self.auto_id = "id_bulk_%s"
        self.fields["to"].choices = places  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        check = getattr(self, f"_check_{cleaned.get('action')}", None)
        if check is not None:
            check(cleaned)
        return cleaned

    def _check_tag(self, cleaned: dict[str, Any]) -> None:
        if not {"add", "remove"} & self.errors.keys() and not (
            cleaned.get("add") or cleaned.get("remove")
        ):
            self.add_error("add", _("Write a tag to put on, or one to take off."))

    def _check_no(self, cleaned: dict[str, Any]) -> None:
        day: date | None = cleaned.get("no_day")
        if day is None:
            if "no_day" not in self.errors:
                self.add_error("no_day", _("Choose a day."))
        elif problem := day_problem(day, today=self.today):
            self.add_error("no_day", DAY_PROBLEMS[problem])
        if not cleaned.get("no") and "no" not in self.errors:
            self.add_error("no", _("Choose what happened."))

    def _check_fact(self, cleaned: dict[str, Any]) -> None:
        name = cleaned.get("fact")
        if not name:
            if "fact" not in self.errors:
                self.add_error("fact", _("Choose a detail."))
            return
        value = str(cleaned.get("value", "")).strip()
        if not is_well_formed(name, value) and (word := _meant(name, value)):
            value = word
        cleaned["value"] = value
        if not is_well_formed(name, value):
            self.add_error("value", _FORM_HINTS[name])
        elif len(value) > (limit := FACT_LIMITS[name] or 0):
            self.add_error(
                "value",
                _("This is longer than %(limit)d characters. Shorten it a little.")
                % {"limit": limit},
            )

    def _check_snooze(self, cleaned: dict[str, Any]) -> None:
        day: date | None = cleaned.get("until")
        if "until" not in self.errors and (day is None or day <= self.today):
            self.add_error("until", _("Choose a day that lies ahead."))

    def _check_move(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("to") and "to" not in self.errors:
            self.add_error("to", _("Choose a stage."))

    @property
    def no_at(self) -> datetime:
        return moment_of(
            self.cleaned_data["no_day"],
            at=None,
            now=self.now,
            zone_name=self.zone_name,
        )


def _meant(name: str, value: str) -> str:
    """Return the word of a fact that is one of a few, when it was written in words."""
    words = FACT_VALUES.get(name, {})
    folded = search_fold(value)
    return next(
        (k.value for k, label in words.items() if search_fold(str(label)) == folded), ""
    )


_FORM_HINTS = {
    "work_mode": _("Write on site, hybrid or remote."),
    "deadline": _("Write the day as in 2026-03-31."),
    "referral": _("Write yes or no."),
}
