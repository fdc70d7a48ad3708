"""OAuth 2 sign-in with the person's own client id: device flow, loopback flow, refresh."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx

from onward.core.reach import PUBLIC, Reach, is_this_computer
from onward.mail.imap.providers import SignInPlace
from onward.mail.imap.troubles import Trouble, TroubleKind
from onward.outgoing.sockets import NotAllowed
from onward.outgoing.web import Transport

SECONDS_TO_ANSWER = 20
_PENDING = frozenset({"authorization_pending", "slow_down"})
_GONE = frozenset(
    {"invalid_grant", "access_denied", "expired_token", "bad_verification_code"}
)


@dataclass(frozen=True, slots=True)
class Client:
    """The person's own registration at a provider; the secret is empty where none is used."""

    place: SignInPlace
    client_id: str
    client_secret: str = field(default="", repr=False)
    reach: Reach = PUBLIC

    @property
    def host(self) -> str:
        """Return the name to show when something is wrong."""
        return urlsplit(self.place.token).hostname or self.place.token


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a sign-in gave; `refresh` is empty where the provider kept the old one."""

    access: str
    refresh: str = ""


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What the person types in at the provider.

    Attributes:
        secret: Proves to the provider that we are the program that asked.
    """

    secret: str
    shown: str
    address: str


def begin_device(client: Client) -> DeviceCode:
    """Ask the provider for a code that the person enters there.

    Raises:
        Trouble: If the provider cannot be asked or refuses.
    """
    data = {"client_id": client.client_id, "scope": client.place.scope}
    found = _asked(client, client.place.device, data)
    try:
        address = found.get("verification_uri") or found["verification_url"]
        return DeviceCode(found["device_code"], found["user_code"], address)
    except KeyError as error:
        raise _trouble(client, TroubleKind.SIGN_IN_SERVER, _said(found)) from error


def finish_device(client: Client, code: DeviceCode) -> Tokens | None:
    """Return the tokens once the person has entered the code; None while they have not.

    Raises:
        Trouble: If the code has run out or was refused.
    """
    data = {
        "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
        "device_code": code.secret,
        "client_id": client.client_id,
    }
    found = _asked(client, client.place.token, data)
    if found.get("error") in _PENDING:
        return None
    return _tokens(client, found)


def new_verifier() -> str:
    """Return a fresh secret for one loopback sign-in (PKCE)."""
    return secrets.token_urlsafe(48)


def page_address(client: Client, *, back: str, state: str, verifier: str) -> str:
    """Return the provider's page where the person says yes; it comes back to `back`."""
    digest = hashlib.sha256(verifier.encode()).digest()
    query = {
        "client_id": client.client_id,
        "redirect_uri": back,
        "response_type": "code",
        "scope": client.place.scope,
        "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
        "access_type": "offline",
        "prompt": "consent",
    }
    return f"{client.place.authorize}?{urlencode(query)}"


def finish_page(client: Client, *, code: str, back: str, verifier: str) -> Tokens:
    """Exchange the code that came back for tokens.

    Raises:
        Trouble: If the provider refuses.
    """
    data = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": verifier,
        "client_id": client.client_id,
    }
    return _tokens(client, _asked(client, client.place.token, data))


def refreshed(client: Client, *, refresh: str) -> Tokens:
    """Return a fresh access token.

    Raises:
        Trouble: REVOKED if the permission was taken back or has run out.
    """
    data = {
        "grant_type": "refresh_token",
        "refresh_token": refresh,
        "client_id": client.client_id,
    }
    return _tokens(client, _asked(client, client.place.token, data))


def _asked(client: Client, address: str, data: Mapping[str, str]) -> dict[str, Any]:
    """Return the provider's answer, whether yes or no."""
    parts = urlsplit(address)
    if parts.scheme != "https" and not is_this_computer(parts.hostname or ""):
        raise _trouble(client, TroubleKind.NOT_PROTECTED)
    form = dict(data)
    if client.client_secret:
        form["client_secret"] = client.client_secret
    try:
        with _web(client) as web:
            answer = web.post(address, data=form)
        found = answer.json()
    except NotAllowed as error:
        raise _trouble(client, TroubleKind.NOT_ALLOWED) from error
    except httpx.HTTPError as error:
        said = type(error).__name__
        raise _trouble(client, TroubleKind.SIGN_IN_SERVER, said) from error
    except ValueError as error:
        said = f"answer {answer.status_code}"
        raise _trouble(client, TroubleKind.SIGN_IN_SERVER, said) from error
    if not isinstance(found, dict):
        raise _trouble(client, TroubleKind.SIGN_IN_SERVER, "?")
    return found


def _web(client: Client) -> httpx.Client:
    return httpx.Client(
        transport=Transport(client.reach), timeout=SECONDS_TO_ANSWER, trust_env=False
    )


def _tokens(client: Client, found: Mapping[str, Any]) -> Tokens:
    access = found.get("access_token")
    if isinstance(access, str) and access:
        return Tokens(access, str(found.get("refresh_token") or ""))
    gone = found.get("error") in _GONE
    kind = TroubleKind.REVOKED if gone else TroubleKind.SIGN_IN_SERVER
    raise _trouble(client, kind, _said(found))


def _said(found: Mapping[str, Any]) -> str:
    return str(found.get("error_description") or found.get("error") or "?")


def _trouble(client: Client, kind: TroubleKind, said: str = "") -> Trouble:
    return Trouble(kind, host=client.host, said=said)
