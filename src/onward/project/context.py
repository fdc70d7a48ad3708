"""What every template may use: navigation, the data folder, the version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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
        "data_folder": home(),
        "version": __version__,
        "is_resting": getattr(request, "is_resting", None),
        "theme": getattr(getattr(request, "user", None), "theme", "system"),
    }


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
