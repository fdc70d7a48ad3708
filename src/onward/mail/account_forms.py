from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from onward.core.reach import is_this_computer
from onward.mail.imap.providers import KEEPERS, Provider, provider_of
from onward.mail.models import ImapAccount, Security, SignIn
from onward.mail.services.accounts import AccountFacts, offered_folders

AS_IT_COMES = -1
_MINUTES_BESIDES = 15
KEEPERS_IN_WORDS = (
    ("", _("as the address says: Gmail or Outlook")),
    ("google", _("at Google (Workspace)")),
    ("microsoft", _("at Microsoft (365)")),
)
EVERY = (
    (AS_IT_COMES, _("as it comes in, where the server can tell")),
    (15, _("every 15 minutes")),
    (60, _("every hour")),
    (360, _("every six hours")),
    (0, _("only when I press")),
)


_OF_SERVER = ("host", "port", "security", "user", "since")
"""What stays folded away for whoever has a mailbox at a large provider."""


class ServerForm(forms.Form):
    address = forms.EmailField(label=_("Your e-mail address"), max_length=320)
    host = forms.CharField(
        label=_("Mail server (IMAP)"),
        required=False,
        max_length=255,
        help_text=_("Leave it open for the large providers. Else: imap.example.org"),
    )
    port = forms.IntegerField(
        label=_("Port"), required=False, min_value=1, max_value=65535
    )
    security = forms.ChoiceField(
        label=_("Protection on the way"), choices=Security.choices, initial=Security.TLS
    )
    every_minutes = forms.TypedChoiceField(
        label=_("Look for new mail"), choices=EVERY, coerce=int, initial=AS_IT_COMES
    )
    since = forms.DateField(
        label=_("Only mail since"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Open: everything, which takes longer the first time."),
    )

    def clean_host(self) -> str:
        host: str = self.cleaned_data["host"].strip().lower()
        if "/" in host or " " in host:
            raise forms.ValidationError(_("Enter the name alone: imap.example.org"))
        return host

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        known = self.provider_in(data)
        if "host" in data and not data["host"]:
            if known is None:
                self.add_error(
                    "host",
                    _("Name the mail server: your provider's help calls it IMAP."),
                )
            else:
                data["host"] = known.host
        is_tls = data.get("security") == Security.TLS
        data["port"] = data.get("port") or (993 if is_tls else 143)
        is_far = bool(data.get("host")) and not is_this_computer(data["host"])
        if data.get("security") == Security.PLAIN and is_far:
            self.add_error(
                "security",
                _(
                    "Without protection your password could be read on the way. "
                    "Choose TLS or STARTTLS."
                ),
            )
        return data

    def first_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in _OF_SERVER]

    def server_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name in _OF_SERVER]

    def when(self) -> dict[str, Any]:
        """Return when the mailbox is looked into, as the facts of an account say it."""
        every: int = self.cleaned_data["every_minutes"]
        if every == AS_IT_COMES:
            return {"stays_connected": True, "every_minutes": _MINUTES_BESIDES}
        return {"every_minutes": every}

    def provider_in(self, data: Mapping[str, Any]) -> Provider | None:
        """Return the provider that the address, or whoever filled in the form, names."""
        return provider_of(data.get("address", ""))


class PasswordAccountForm(ServerForm):
    user = forms.CharField(
        label=_("User name"),
        required=False,
        max_length=320,
        help_text=_("Only where it is not the address."),
    )
    password = forms.CharField(
        label=_("Password or app password"),
        strip=False,
        max_length=500,
        # What was typed comes back with a sentence; it is never stored in the page's data.
        widget=forms.PasswordInput(
            render_value=True, attrs={"autocomplete": "current-password"}
        ),
        help_text=_(
            "Gmail, iCloud, Yahoo and Fastmail want an app password, made in your account "
            "there."
        ),
    )
    field_order = ("address", "password", "host", "port", "security", "user")

    def __init__(self, *args: Any, account: ImapAccount | None = None, **kwargs: Any):
        if account is not None and not args:
            names = ("address", "host", "port", "security", "user", "every_minutes")
            kwargs["initial"] = {name: getattr(account, name) for name in names}
            kwargs["initial"]["since"] = account.since
            if account.stays_connected:
                kwargs["initial"]["every_minutes"] = AS_IT_COMES
        super().__init__(*args, **kwargs)
        self._account = account
        if account is not None:
            self.fields["password"].required = False
            self.fields["password"].help_text = _(
                "Leave it open to keep the one you gave. Another server never gets it."
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        is_elsewhere = self._account and data.get("host") != self._account.host
        if is_elsewhere and not data.get("password") and "host" not in self.errors:
            self.add_error(
                "password",
                _("Enter the password for this server: another one does not get it."),
            )
        return data

    def facts(self) -> AccountFacts:
        data = self.cleaned_data
        return AccountFacts(
            address=data["address"],
            host=data["host"],
            port=data["port"],
            security=data["security"],
            user=data["user"].strip(),
            since=data["since"],
            **self.when(),
        )


class SignInAccountForm(ServerForm):
    keeper = forms.ChoiceField(
        label=_("Where the mailbox is kept"),
        required=False,
        choices=KEEPERS_IN_WORDS,
        help_text=_(
            "An address of a firm or a school does not say it: Google and Microsoft keep "
            "many of those."
        ),
    )
    client_id = forms.CharField(
        label=_("Your client id"),
        max_length=300,
        help_text=_("From your own registration at Google or Microsoft."),
    )
    client_secret = forms.CharField(
        label=_("Client secret"),
        required=False,
        max_length=300,
        widget=forms.PasswordInput(render_value=True, attrs={"autocomplete": "off"}),
        help_text=_(
            "Google's desktop clients have one; Microsoft's public ones do not."
        ),
    )
    field_order = ("address", "keeper", "client_id", "client_secret")

    def provider_in(self, data: Mapping[str, Any]) -> Provider | None:
        return KEEPERS.get(data.get("keeper", "")) or super().provider_in(data)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        known = self.provider_in(data)
        if data.get("address") and (known is None or known.sign_in is None):
            # Not also that a server is to be named: here it never is.
            self.errors.pop("host", None)
            self.add_error(
                "keeper",
                _(
                    "Sign-in works at Google and at Microsoft: choose which of them keeps "
                    "this mailbox. For any other, use a password."
                ),
            )
        return data

    def facts(self) -> AccountFacts:
        data, known = self.cleaned_data, self.provider_in(self.cleaned_data)
        place = known.sign_in if known else None
        endpoints = (
            {
                "token": place.token,
                "scope": place.scope,
                "authorize": place.authorize,
                "device": place.device,
            }
            if place
            else {}
        )
        return AccountFacts(
            address=data["address"],
            host=data["host"],
            port=data["port"],
            security=data["security"],
            sign_in=SignIn.OAUTH,
            client_id=data["client_id"].strip(),
            endpoints=endpoints,
            since=data["since"],
            **self.when(),
        )


class FoldersForm(forms.Form):
    folders = forms.MultipleChoiceField(
        label=_("Folders to read"),
        error_messages={
            "required": _(
                "Tick one folder or more. To stop reading, remove the mailbox."
            )
        },
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, account: ImapAccount, **kwargs: Any):
        super().__init__(*args, **kwargs)
        rows = offered_folders(account)
        field = cast("forms.MultipleChoiceField", self.fields["folders"])
        field.choices = [(row.name, row.name) for row in rows]
        field.initial = [row.name for row in rows if row.is_chosen]


class WatchForm(forms.Form):
    path = forms.CharField(
        label=_("A folder on this computer"),
        max_length=4096,
        help_text=_("For example ~/Mail-for-Onward. Files stay where they are."),
    )

    def clean_path(self) -> str:
        path = Path(self.cleaned_data["path"].strip()).expanduser()
        try:
            is_folder, is_file = path.is_dir(), path.is_file()
        except (OSError, ValueError):
            is_folder = is_file = False
        if is_file:
            raise forms.ValidationError(
                _(
                    "%(path)s is a file, and only a folder can be watched. Read it once: "
                    "under Mail, “Read a mailbox”, or with: onward import %(quoted)s. To "
                    "have new mail read from there, name the folder that it lies in."
                ),
                params={"path": path, "quoted": shlex.quote(str(path))},
            )
        if not is_folder:
            raise forms.ValidationError(
                _(
                    "There is no folder at %(path)s. Make it first, or check the spelling."
                ),
                params={"path": self.cleaned_data["path"]},
            )
        return str(path.absolute())
