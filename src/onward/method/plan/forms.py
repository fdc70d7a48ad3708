from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.method.plan.models import MATTERED_CHOICES
from onward.method.plan.rules import Mattered


class MatteredForm(forms.Form):
    mattered = forms.ChoiceField(
        label=_("Did this one matter?"),
        help_text=_("Only if you like. It changes how much is offered here."),
        choices=[*MATTERED_CHOICES, ("", _("Rather not say"))],
        widget=forms.RadioSelect,
        required=False,
    )

    @property
    def answer(self) -> Mattered | None:
        said = self.cleaned_data["mattered"]
        return Mattered(said) if said else None
