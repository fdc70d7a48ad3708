from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.core.validators import EmailValidator
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from onward.applications.rules.days import moment_of
from onward.applications.rules.payload import MAX_TEXT
from onward.core.languages import Language
from onward.core.reach import Reach
from onward.method.feedback.labels import CLOSENESS_WORDS, SAID_NO
from onward.method.feedback.models import (
    FOCUS_CHOICES,
    FORMALITY_CHOICES,
    LANGUAGE_CHOICES,
    SECURITY_CHOICES,
    TAG_CHOICES,
    WOULD_ACT_CHOICES,
    MailAccount,
)
from onward.method.feedback.rules.kinds import Focus, Formality, Security, Tag, WouldAct
from onward.method.feedback.rules.people import Correspondent
from onward.method.feedback.rules.servers import (
    is_host_name,
    may_be_open,
    told_address,
)
from onward.people.shown import WritesChanges

BY_HAND = "by-hand"
ADDRESS_WORDS = _("Enter one address, such as dana@bright-harbour.example.")


class WhomForm(forms.Form):
    to_name = forms.CharField(label=_("Name"), max_length=200, required=False)
    to_address = forms.CharField(
        label=_("E-mail address"),
        max_length=320,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, people: Sequence[Correspondent]) -> None:
        super().__init__(*args)
        self.people = {one.address: one for one in people}
        self.fields["whom"] = forms.ChoiceField(
            label=_("Whom to ask"),
            choices=[
                *((one.address, _person_words(one)) for one in people),
                (BY_HAND, _("Somebody else, named below")),
            ],
            initial=people[0].address if people else BY_HAND,
            widget=forms.RadioSelect,
        )
        self.order_fields(("whom", "to_name", "to_address"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = self.people.get(cleaned.get("whom", ""))
        if chosen is not None:
            return {**cleaned, "to_name": chosen.name, "to_address": chosen.address}
        address = cleaned.get("to_address", "").strip()
        if cleaned.get("whom") == BY_HAND and address:
            self._check(address)
        return cleaned

    def _check(self, address: str) -> None:
        try:
            EmailValidator(ADDRESS_WORDS)(address)
        except forms.ValidationError as error:
            self.add_error("to_address", error)


def _person_words(one: Correspondent) -> str:
    return format_html(
        '<span>{}<span class="records__more">{} · <span class="exact">{}</span></span></span>',
        one.name or one.address,
        " · ".join(_known_of(one)),
        one.address,
    )


def _known_of(one: Correspondent) -> Iterator[str]:
    if one.says_no:
        yield str(SAID_NO)
    if one.work or not one.says_no:
        yield one.work or str(CLOSENESS_WORDS[one.closeness])


class DraftForm(WritesChanges, forms.Form):
    to_name = forms.CharField(label=_("To (name)"), max_length=200, required=False)
    to_address = forms.EmailField(
        label=_("To (e-mail address)"),
        max_length=320,
        required=False,
        error_messages={"invalid": ADDRESS_WORDS},
    )
    subject = forms.CharField(
        label=_("Subject"),
        max_length=300,
        error_messages={"required": _("Enter a subject.")},
    )
    body = forms.CharField(
        label=_("Message"),
        max_length=MAX_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"class": "writing", "rows": 14}),
        error_messages={
            "required": _("The message is empty. Write a line, or put it aside.")
        },
    )

    def __init__(self, *args: Any, is_whole: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_whole = is_whole
        if not is_whole:
            self.fields["subject"].required = self.fields["body"].required = False

    @property
    def typed(self) -> dict[str, str]:
        """What was given and is good; an emptied subject or message is left out."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if value or (name.startswith("to_") and name in self.data)
        }

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"].replace("\r\n", "\n").strip()
        if not body and self.is_whole:
            raise forms.ValidationError(
                _("The message is empty. Write a line, or put it aside.")
            )
        return body


class VoiceForm(forms.Form):
    language = forms.TypedChoiceField(
        label=_("Language"), choices=LANGUAGE_CHOICES, coerce=Language
    )
    formality = forms.TypedChoiceField(
        label=_("How you address each other"),
        choices=FORMALITY_CHOICES,
        coerce=Formality,
    )
    focus = forms.TypedChoiceField(
        label=_("The one question is about"), choices=FOCUS_CHOICES, coerce=Focus
    )

    def __init__(self, *args: Any, was_told: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not was_told:
            focus = cast("forms.TypedChoiceField", self.fields["focus"])
            focus.choices = [one for one in FOCUS_CHOICES if one[0] != Focus.NEXT]


class SaidForm(forms.Form):
    text = forms.CharField(
        label=_("What was said, word for word"),
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Enter what was said.")},
    )
    said_by = forms.CharField(label=_("Who said it"), max_length=200, required=False)
    said_on = forms.DateField(
        label=_("On"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )

    def clean_said_on(self) -> date:
        day: date = self.cleaned_data["said_on"]
        if day > timezone.localdate() or day.year < 1990:
            raise forms.ValidationError(
                _("Enter the day on which it was said, today or earlier.")
            )
        return day

    def said_at(self, *, now: datetime, zone_name: str) -> datetime:
        day = self.cleaned_data["said_on"]
        return moment_of(day, at=None, now=now, zone_name=zone_name)


class TagForm(forms.Form):
    tags = forms.TypedMultipleChoiceField(
        label=_("What is it about, as you see it?"),
        help_text=_("As many as fit, or none."),
        choices=TAG_CHOICES,
        coerce=Tag,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    would_act = forms.TypedChoiceField(
        label=_("Would you act on it if two more people said it?"),
        choices=[*WOULD_ACT_CHOICES, ("", _("Leave it open"))],
        coerce=WouldAct,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class NextTimeForm(forms.Form):
    tag = forms.TypedChoiceField(
        choices=TAG_CHOICES, coerce=Tag, widget=forms.HiddenInput
    )
    text = forms.CharField(
        label=_("Next time I will …"),
        max_length=300,
        error_messages={"required": _("Enter one line, or leave it.")},
    )


class AccountForm(forms.Form):
    from_name = forms.CharField(label=_("Your name"), max_length=200, required=False)
    from_address = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=320,
        error_messages={
            "invalid": _("Enter your own address, such as robin@mail.example."),
            "required": _("Enter your own address."),
        },
    )
    host = forms.CharField(
        label=_("Mail server for sending"),
        max_length=253,
        help_text=_("Your provider calls it SMTP server, such as smtp.mail.example."),
        error_messages={"required": _("Enter the name of the server.")},
    )
    port = forms.IntegerField(
        label=_("Port"), min_value=1, max_value=65535, initial=587
    )
    security = forms.TypedChoiceField(
        label=_("Security"), choices=SECURITY_CHOICES, coerce=Security
    )
    user = forms.CharField(
        label=_("User name"),
        max_length=320,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Often your address. Empty for a server that asks for none."),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=1000,
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, account: MailAccount | None, reach: Reach) -> None:
        super().__init__(*args)
        self.account, self.reach = account, reach
        if account is not None:
            self.initial = {
                name: getattr(account, name)
                for name in self.fields
                if hasattr(account, name)
            }
            self.fields["password"].help_text = _("Empty keeps the one that is kept.")

    def clean_host(self) -> str:
        host: str = self.cleaned_data["host"].strip()
        if not is_host_name(host):
            raise forms.ValidationError(
                _("Enter the server's name alone, such as smtp.mail.example.")
            )
        return host

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        host, security = cleaned.get("host"), cleaned.get("security")
        if host and security and not may_be_open(host, security=security):
            self.add_error(
                "security",
                _(
                    "Without security your password could be read on the way. Choose "
                    "STARTTLS or TLS; none works only for a server on this computer."
                ),
            )
        name, port = host or "", cleaned.get("port") or 0
        address = told_address(name)
        if address and not self.reach.allows(name, port=port, address=address):
            self.add_error(
                "host",
                _(
                    "Whoever runs this Onward has not allowed connections to this server, "
                    "which is not on the open internet. Ask them, or name another one."
                ),
            )
        if cleaned.get("user") and not cleaned.get("password") and not self._is_kept():
            self.add_error("password", _("Enter the password for this user name."))
        return cleaned

    def _is_kept(self) -> bool:
        """Return whether a password is kept, for this very server and user."""
        kept = self.account
        return (
            kept is not None
            and bool(kept.password_place)
            and kept.host == self.cleaned_data.get("host")
            and kept.user == self.cleaned_data.get("user")
        )
