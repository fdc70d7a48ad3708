from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from onward.people.models import Person
from onward.people.shown import WritesChanges
from onward.people.zones import ZoneField

if TYPE_CHECKING:
    PersonForm = forms.ModelForm[Person]
else:
    PersonForm = forms.ModelForm


class SettingsForm(WritesChanges, PersonForm):
    time_zone = ZoneField(label=_("Time zone"))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        cast("ZoneField", self.fields["time_zone"]).keep(self.instance.time_zone)
        if not self.instance.is_local:
            self.fields["name"].help_text = _(
                "Leave it empty if you like. Whoever runs this Onward sees it beside your "
                "e-mail address."
            )

    class Meta:
        model = Person
        fields = ("name", "time_zone", "week_starts_on", "theme")
        labels = {
            "name": _("What shall we call you?"),
            "week_starts_on": _("Your week starts on"),
            "theme": _("Colours"),
        }
        help_texts = {
            "name": _("Leave it empty if you like. It stays on this machine.")
        }


class ClockForm(forms.Form):
    """Which clock is the person's: the browser's, or that of Settings as it is."""

    time_zone = ZoneField()
    choice = forms.ChoiceField(choices=[("take", ""), ("keep", "")])


class SignInForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    stays = forms.BooleanField(
        label=_("Keep me signed in on this device for 30 days"),
        required=False,
        help_text=_("Leave it without a tick on a computer that others use."),
    )


class NewPasswordForm(forms.Form):
    password = forms.CharField(
        label=_("A new password"),
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Ten characters or more. Three unusual words are fine."),
    )
    again = forms.CharField(
        label=_("The same once more"),
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.person)
        return password

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "password" in data and data.get("again") not in {None, data["password"]}:
            self.add_error("again", _("The two are not the same. Type both again."))
        return data


class ChangePasswordForm(NewPasswordForm):
    old = forms.CharField(
        label=_("Your password now"),
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("old", "password", "again")
