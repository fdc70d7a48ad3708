from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.documents.models import Version
from onward.matching.rules.own import Correction
from onward.people.access import OwnedQuerySet


class ChooseForm(forms.Form):
    """Which résumé to hold beside the advert."""

    resume = forms.ModelChoiceField(
        queryset=Version.objects.none(),
        label=_("Résumé"),
        required=False,
        empty_label=_("The one that was sent"),
    )

    def __init__(self, data: Any, *, versions: OwnedQuerySet[Version]) -> None:
        super().__init__(data)
        self.fields["resume"].queryset = versions  # type: ignore[attr-defined]

    @property
    def version_id(self) -> uuid.UUID | None:
        """The version that was chosen; None for the one that was sent."""
        chosen = self.cleaned_data.get("resume") if self.is_valid() else None
        return chosen.pk if chosen else None


class SayForm(forms.Form):
    """What the person says of a requirement; nothing takes it back."""

    key = forms.CharField(max_length=300, strip=False)
    said = forms.ChoiceField(
        choices=[("", ""), *((word.value, word.value) for word in Correction)],
        required=False,
    )
    resume = forms.UUIDField(required=False)
    anchor = forms.RegexField(r"^[\w-]{0,40}$", required=False)

    @property
    def correction(self) -> Correction | None:
        """What is said; None where it is taken back."""
        said = self.cleaned_data["said"]
        return Correction(said) if said else None
