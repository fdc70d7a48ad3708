from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from onward.applications.labels import Words
from onward.core.ids import uuid7
from onward.method.feelings.models import FEELING_CHOICES, HOURS_CHOICES
from onward.method.feelings.rules import FeelingWord, Hours

MOST_WRITTEN = 100_000
LONGEST_SESSION_SECONDS = 24 * 60 * 60
INTENSITY_CHOICES = (
    *((str(number), str(number)) for number in range(11)),
    ("", _("Leave it open")),
)


class HoursForm(forms.Form):
    hours = forms.TypedChoiceField(
        label=_("Quiet time after a no"),
        choices=HOURS_CHOICES,
        coerce=lambda value: Hours(int(value)),
        widget=forms.RadioSelect,
    )


def _intensity(*, label: Words) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=INTENSITY_CHOICES,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class HereForm(forms.Form):
    words = forms.TypedMultipleChoiceField(
        label=_("Words that fit"),
        help_text=_("As many as fit, or none."),
        choices=FEELING_CHOICES,
        coerce=FeelingWord,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    own_words = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=MOST_WRITTEN,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    intensity = _intensity(label=_("How strong is it?"))


class WritingForm(forms.Form):
    text = forms.CharField(
        label=_("Your page"),
        max_length=MOST_WRITTEN,
        widget=forms.Textarea(attrs={"class": "writing", "rows": 14}),
    )
    seconds = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=LONGEST_SESSION_SECONDS,
        widget=forms.HiddenInput(attrs={"data-timer-seconds": ""}),
    )
    intensity_after = _intensity(label=_("And now, how strong is it?"))
    page_id = forms.UUIDField(required=False, initial=uuid7, widget=forms.HiddenInput)
    continues = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *given: Any, is_whole: bool = True, **named: Any) -> None:
        """Take a page; one that is not whole yet may be empty."""
        super().__init__(*given, **named)
        self.fields["text"].required = is_whole

    def clean_page_id(self) -> uuid.UUID:
        """Return the number that the page was opened under, or a new one."""
        given: uuid.UUID | None = self.cleaned_data["page_id"]
        return given or uuid7()


class PlanForm(forms.Form):
    when_text = forms.CharField(
        label=_("When …"),
        max_length=200,
        help_text=_("A moment you will notice, such as: I have had my coffee tomorrow"),
    )
    will_text = forms.CharField(
        label=_("I will …"),
        max_length=200,
        help_text=_("The smallest step, such as: read one advert"),
    )
    on_day = forms.DateField(
        label=_("Show it to me again from"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=lambda: timezone.localdate() + timedelta(days=1),
    )
