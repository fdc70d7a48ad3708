"""What is known of mail providers: their servers, and how a person lets a program in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignInPlace:
    """Where an OAuth 2 sign-in happens.

    Attributes:
        device: Address of the device flow; empty where the provider has none for mail.
        authorize: Address of the page for the loopback flow.
    """

    token: str
    scope: str
    authorize: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider's IMAP server (TLS) and what its people need to know.

    Attributes:
        needs_app_password: The usual password is refused.
        needs_sign_in: Every password is refused.
    """

    name: str
    host: str
    port: int = 993
    needs_app_password: bool = False
    needs_sign_in: bool = False
    sign_in: SignInPlace | None = None


# Google's device flow does not give access to mail, so there the loopback flow is used.
_GOOGLE = Provider(
    name="Gmail",
    host="imap.gmail.com",
    needs_app_password=True,
    sign_in=SignInPlace(
        authorize="https://accounts.google.com/o/oauth2/v2/auth",
        token="https://oauth2.googleapis.com/token",  # noqa: S106
        scope="https://mail.google.com/",
    ),
)
_MICROSOFT = Provider(
    name="Outlook",
    host="outlook.office365.com",
    needs_sign_in=True,
    sign_in=SignInPlace(
        device="https://login.microsoftonline.com/common/oauth2/v2.0/devicecode",
        token="https://login.microsoftonline.com/common/oauth2/v2.0/token",  # noqa: S106
        scope="https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
    ),
)
_APPLE = Provider(name="iCloud", host="imap.mail.me.com", needs_app_password=True)
_YAHOO = Provider(name="Yahoo", host="imap.mail.yahoo.com", needs_app_password=True)
_GMX = Provider(name="GMX", host="imap.gmx.net")
_POSTEO = Provider(name="Posteo", host="posteo.de")

PROVIDERS: Mapping[str, Provider] = {
    "gmail.com": _GOOGLE,
    "googlemail.com": _GOOGLE,
    "outlook.com": _MICROSOFT,
    "hotmail.com": _MICROSOFT,
    "live.com": _MICROSOFT,
    "msn.com": _MICROSOFT,
    "icloud.com": _APPLE,
    "me.com": _APPLE,
    "mac.com": _APPLE,
    "yahoo.com": _YAHOO,
    "yahoo.de": _YAHOO,
    "yahoo.co.uk": _YAHOO,
    "aol.com": Provider(name="AOL", host="imap.aol.com", needs_app_password=True),
    "gmx.de": _GMX,
    "gmx.net": _GMX,
    "gmx.at": _GMX,
    "gmx.ch": _GMX,
    **dict.fromkeys(
        ("gmx.com", "gmx.us", "gmx.co.uk", "gmx.fr", "gmx.es", "gmx.it"),
        Provider(name="GMX", host="imap.gmx.com"),
    ),
    "web.de": Provider(name="WEB.DE", host="imap.web.de"),
    "t-online.de": Provider(name="T-Online", host="secureimap.t-online.de"),
    "posteo.de": _POSTEO,
    "posteo.net": _POSTEO,
    "mailbox.org": Provider(name="mailbox.org", host="imap.mailbox.org"),
    "fastmail.com": Provider(
        name="Fastmail", host="imap.fastmail.com", needs_app_password=True
    ),
    "zoho.com": Provider(name="Zoho", host="imap.zoho.com"),
    "orange.fr": Provider(name="Orange", host="imap.orange.fr"),
    "free.fr": Provider(name="Free", host="imap.free.fr"),
    "libero.it": Provider(name="Libero", host="imapmail.libero.it"),
}
"""The domain of an address → its provider."""

KEEPERS: Mapping[str, Provider] = {"google": _GOOGLE, "microsoft": _MICROSOFT}
"""Who keeps the mail of other domains too (Workspace, Microsoft 365), with a sign-in."""

_COUNTRY = r"\.(?:com|[a-z]{2}|com?\.[a-z]{2})"
_FAMILIES = (
    (re.compile(rf"(?:outlook|hotmail|live|msn|windowslive){_COUNTRY}"), _MICROSOFT),
    (re.compile(rf"(?:yahoo|ymail|rocketmail){_COUNTRY}"), _YAHOO),
)
"""Providers with a domain in every country."""


def takes_passwords(host: str) -> bool:
    """Return whether a server lets anybody in by a password."""
    return not any(
        known.needs_sign_in for known in KEEPERS.values() if known.host == host
    )


def provider_of(address: str) -> Provider | None:
    """Return the provider of an e-mail address; None where it is not a known one."""
    domain = address.rpartition("@")[2].lower()
    families = (known for names, known in _FAMILIES if names.fullmatch(domain))
    return PROVIDERS.get(domain) or next(families, None)
