from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.mail.models import OwnModel
from onward.mail.rules.own_model.address import (
    AddressProblem,
    BadAddress,
    ModelAddress,
    model_address,
)
from onward.mail.services.own_model import ModelFacts, may_use
from onward.people.models import Person

PROBLEM_WORDS = {
    AddressProblem.NOT_AN_ADDRESS: _(
        "Enter it as http://localhost:11434/v1 or https://models.example.org/v1"
    ),
    AddressProblem.HOLDS_PASSWORD: _(
        "Leave user name and password out of the address, and enter the key below."
    ),
    AddressProblem.NOT_PROTECTED: _(
        "Your mail could be read on the way there. Enter an address that begins with "
        "https://"
    ),
}


class OwnModelForm(forms.Form):
    address = forms.CharField(
        label=_("Address of your model"),
        max_length=500,
        help_text=_(
            "Any program that speaks as OpenAI does. Ollama on this computer: "
            "http://localhost:11434/v1"
        ),
    )
    name = forms.CharField(
        label=_("Name of the model"),
        max_length=200,
        help_text=_("As that program calls it, for example llama3.1:8b"),
    )
    key = forms.CharField(
        label=_("Key"),
        required=False,
        strip=True,
        max_length=500,
        widget=forms.PasswordInput(render_value=True, attrs={"autocomplete": "off"}),
        help_text=_(
            "Only where the address wants one; one on this computer rarely does."
        ),
    )
    may_leave_computer = forms.BooleanField(
        label=_(
            "This address is not my computer, and I want text of my mail sent there"
        ),
        required=False,
        help_text=_(
            "Only then needed, and anew each time you save. The words of such messages, with the names in them, then "
            "leave this computer, and whoever runs that address can read and keep them."
        ),
    )
    asks_after_reading = forms.BooleanField(
        label=_("Ask by itself after each reading of mail"),
        required=False,
        help_text=_("Else only when you press."),
    )

    def __init__(
        self, *args: Any, person: Person, row: OwnModel | None = None, **kwargs: Any
    ):
        if row is not None and not args:
            # Sending mail away is agreed to anew each time this is saved.
            names = ("address", "name", "asks_after_reading")
            kwargs["initial"] = {name: getattr(row, name) for name in names}
        super().__init__(*args, **kwargs)
        self._person = person
        if row is not None and row.secret_place:
            self.fields["key"].help_text = _(
                "Leave it open to keep the one you gave. Another server never gets it: "
                "with a new address it is forgotten."
            )

    def clean_address(self) -> ModelAddress:
        try:
            return model_address(self.cleaned_data["address"])
        except BadAddress as bad:
            raise forms.ValidationError(PROBLEM_WORDS[bad.problem]) from bad

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"]
        if any(not "!" <= sign <= "~" for sign in key):
            raise forms.ValidationError(
                _("A key has letters, digits and signs without spaces: copy it anew.")
            )
        return key

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        address: ModelAddress | None = data.get("address")
        if address is None:
            return data
        if not may_use(self._person, address):
            self.add_error(
                "address",
                _(
                    "Whoever runs this Onward has not allowed this address. Ask them "
                    "which ones are."
                ),
            )
        elif not address.is_here and not data.get("may_leave_computer"):
            self.add_error(
                "may_leave_computer",
                _(
                    "%(host)s is not this computer. Tick this if text of your mail may "
                    "leave it, or enter an address of this computer."
                )
                % {"host": address.host},
            )
        return data

    def facts(self) -> ModelFacts:
        data = self.cleaned_data
        address: ModelAddress = data["address"]
        return ModelFacts(
            address=address,
            name=data["name"],
            may_leave_computer=not address.is_here and data["may_leave_computer"],
            asks_after_reading=data["asks_after_reading"],
        )
