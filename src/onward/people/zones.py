"""Time zones to choose from, and their names in words."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from onward.core.zones import city_of, known_zones, offset_of, part_of, zones_by_part

_UTC = "UTC"
_AS_UTC = frozenset(
    {
        _UTC,
        "UCT",
        "Universal",
        "Zulu",
        "Etc/UTC",
        "Etc/UCT",
        "Etc/Universal",
        "Etc/Zulu",
    }
)
"""Its other spellings; a machine in no place says one of them."""
_PARTS = {
    "Africa": _("Africa"),
    "America": _("America"),
    "Antarctica": _("Antarctica"),
    "Arctic": _("Arctic"),
    "Asia": _("Asia"),
    "Atlantic": _("Atlantic"),
    "Australia": _("Australia"),
    "Europe": _("Europe"),
    "Indian": _("Indian Ocean"),
    "Pacific": _("Pacific"),
}


def zone_label(name: str) -> str | Promise:
    """Return a zone's name as it is read: "Europe / Berlin", "UTC", "UTC+2"."""
    if name in _AS_UTC:
        return _UTC
    if offset := offset_of(name):
        return offset
    part = part_of(name)
    city = city_of(name)
    return format_lazy("{} / {}", _PARTS.get(part, part), city) if part else city


def is_world_time(name: str) -> bool:
    """Return whether this is UTC, however the machine spells it."""
    return name in _AS_UTC


def clock_words(hour: str, *, name: str) -> str | Promise:
    """Return an hour by the clock of a zone: "18:00 in Asia / Tokyo", "10:00 UTC"."""
    zone = zone_label(name)
    if name in _AS_UTC or offset_of(name):
        return f"{hour} {zone}"
    return format_lazy(_("{hour} in {zone}"), hour=hour, zone=zone)


def _choice_label(name: str) -> str | Promise:
    """Return what a zone is called in a list, where UTC says what it is."""
    return _("UTC (the same everywhere)") if name in _AS_UTC else zone_label(name)


class ZoneField(forms.ChoiceField):
    """A time zone, by part of the world and city.

    Every zone that the machine knows is taken; those with an old spelling or without a
    city are not listed, unless one was chosen earlier: give it to `keep`.
    """

    def __init__(self, *, empty: str | Promise = "", **options: Any) -> None:
        self.empty = empty
        super().__init__(**options)
        self.keep("")

    def keep(self, name: str) -> None:
        """List the zones, and this one among them, when they are asked for."""
        self.choices = partial(_listed, name, empty=self.empty)

    def valid_value(self, value: Any) -> bool:
        """Return whether this machine knows the zone."""
        return value in known_zones()


def _listed(kept: str, *, empty: str | Promise) -> list[tuple[Any, Any]]:
    listed: list[tuple[Any, Any]] = [("", empty)] if empty else []
    for part, names in zones_by_part().items():
        added = {kept} if part_of(kept) == part else set()
        own = [(name, zone_label(name)) for name in sorted({*names, *added})]
        listed.append((_PARTS[part], own))
    others = [kept] if kept and part_of(kept) not in zones_by_part() else []
    if kept not in _AS_UTC:
        others.append(_UTC)
    return [*listed, *((name, _choice_label(name)) for name in others)]
