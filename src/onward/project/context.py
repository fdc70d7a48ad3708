"""What every template may use: navigation, the data folder, the version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from onward import __version__
from onward.project.home import home

_ENTRIES = (
    (_("Today"), "pages:today", "today"),
    (_("Applications"), "applications:list", "list"),
    (_("Mail"), "mail:home", "mail"),
    (_("Steps"), "pages:steps", "leaf"),
    (_("Settings"), "people:settings", "settings"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the navigation."""

    label: Any
    url: str
    icon: str
    is_current: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """Return navigation, data folder, version and rest for the base templates."""
    return {
        "navigation": SimpleLazyObject(lambda: _navigation(request)),
        "is_local": _is_local(request),
        "signed_in_as": _signed_in_as(request),
        "data_folder": home(),
        "version": __version__,
        "is_resting": getattr(request, "is_resting", None),
        "is_behind": getattr(request, "is_behind", None),
        "theme": getattr(getattr(request, "user", None), "theme", "system"),
    }


def _is_local(request: HttpRequest) -> bool:
    """Say whether this is somebody's own computer, which words about places rest on."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        # Pages without a session ask no database: Help and About stand without one.
        return connection.vendor == "sqlite"
    return bool(user.is_local)


def _signed_in_as(request: HttpRequest) -> str:
    """Say by which address somebody is in, where people sign in; "" for the local person."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or user.is_local:
        return ""
    return str(user.email or user.name)


def _navigation(request: HttpRequest) -> list[Entry]:
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return []
    entries = []
    for label, name, icon in _ENTRIES:
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        here = request.path == url if url == "/" else request.path.startswith(url)
        entries.append(Entry(label, url, icon, here))
    return entries
