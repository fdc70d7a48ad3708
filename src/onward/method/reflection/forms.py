from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.applications.labels import DAY_PROBLEMS
from onward.applications.rules.days import day_problem
from onward.method.reflection.labels import (
    ANSWER_LABELS,
    QUESTION_LABELS,
    SHARE_LABELS,
    THEME_LABELS,
)
from onward.method.reflection.models import Debrief, Reflection, Research
from onward.method.reflection.rules.asking import Answer, Question, Theme
from onward.people.shown import KeepsBoth

LONG = 20_000
_SHARES = (
    *((str(share), words) for share, words in SHARE_LABELS.items()),
    ("", _("Leave it open")),
)


class _Questions(forms.Form):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for question in Question:
            self.fields[question.value] = forms.TypedChoiceField(
                label=QUESTION_LABELS[question],
                choices=[(a.value, ANSWER_LABELS[a]) for a in Answer],
                coerce=Answer,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )


class ReflectionForm(KeepsBoth, _Questions):
    mine = forms.TypedChoiceField(
        label=_("How much of this was yours to change?"),
        help_text=_(
            "Frozen budgets, inside candidates and sheer numbers are nobody's fault."
        ),
        choices=_SHARES,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    next_time = forms.CharField(
        label=_("Next time, I would try …"),
        help_text=_(
            "An experiment, not a verdict. It comes back once, at the next application "
            "of this kind."
        ),
        max_length=300,
        required=False,
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        reflection: Reflection | None = None,
    ) -> None:
        initial: dict[str, Any] = {}
        if reflection is not None:
            initial = dict(reflection.answers)
            initial["mine"] = "" if reflection.mine is None else str(reflection.mine)
        super().__init__(data, initial=initial)

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self[question.value] for question in Question]

    @property
    def answers(self) -> dict[Question, Answer]:
        said = {question: self.cleaned_data[question.value] for question in Question}
        return {question: answer for question, answer in said.items() if answer}


class DebriefForm(KeepsBoth, forms.Form):
    held_on = forms.DateField(
        label=_("Day of the interview"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choose the day of the interview."),
            "invalid": _("Write the day as 2026-11-20."),
        },
    )
    questions = forms.CharField(
        label=_("What they asked"),
        help_text=_(
            "One question a line, as you remember it. They come back before your next "
            "interview."
        ),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    went_well = forms.CharField(
        label=_("What went well"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    to_practise = forms.CharField(
        label=_("What you would like to practise"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        debrief: Debrief | None = None,
        held_on: date | None = None,
    ) -> None:
        initial: dict[str, Any] = {}
        if debrief is not None:
            initial = {
                "held_on": debrief.held_on,
                "questions": "\n".join(
                    q.words for q in debrief.questions.order_by("pk")
                ),
                "went_well": debrief.went_well,
                "to_practise": debrief.to_practise,
            }
        suggested = {"held_on": held_on or today}
        super().__init__(data, initial=initial, suggested=suggested)
        self.today = today

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        problem = day_problem(day, today=self.today)
        if problem is not None:
            raise forms.ValidationError(DAY_PROBLEMS[problem])
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        words = ("questions", "went_well", "to_practise")
        if not self.errors and not any(data.get(name) for name in words):
            raise forms.ValidationError(
                _("Write a line in one of the three, whichever comes first.")
            )
        return data

    @property
    def asked(self) -> list[str]:
        lines = self.cleaned_data["questions"].splitlines()
        return [line.strip(" \t-•*") for line in lines if line.strip(" \t-•*")][:50]


class ThemeForm(forms.Form):
    theme = forms.TypedChoiceField(
        choices=[(theme.value, THEME_LABELS[theme]) for theme in Theme], coerce=Theme
    )


def _sheet(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ResearchForm(KeepsBoth, forms.Form):
    what_they_do = _sheet(
        _("What they do"), _("In your own words, two lines are enough.")
    )
    news = _sheet(_("News"), _("What happened there lately."))
    people = _sheet(_("People I know there"))
    why_me = _sheet(_("Why me"), _("What you bring that they look for."))
    to_ask = _sheet(_("Questions to ask"), _("What you want to know from them."))

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        sheet: Research | None = None,
        people: list[str] | None = None,
    ) -> None:
        initial = {}
        if sheet is not None:
            initial = {name: getattr(sheet, name) for name in self.base_fields}
        suggested = {"people": "\n".join(people or [])}
        super().__init__(data, initial=initial, suggested=suggested)
