"""Time zones as a person knows them: a part of the world and a city."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

_TABLE = "zone.tab"
_TURNED = str.maketrans("+-", "-+")
_PARTS = frozenset(
    [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ]
)


@cache
def known_zones() -> frozenset[str]:
    """Return the names of all time zones that this machine knows, old spellings too."""
    return frozenset(zoneinfo.available_timezones())


@cache
def zones_by_part() -> dict[str, tuple[str, ...]]:
    """Return for each part of the world its zones of today, one for each city.

    Where the machine has no table of those, its zones with a part of the world in their
    name are taken, a few old spellings among them.
    """
    listed = {name for name in _listed() if name in known_zones()} or known_zones()
    names = sorted(name for name in listed if part_of(name) in _PARTS)
    parts = sorted({part_of(name) for name in names})
    return {part: tuple(n for n in names if part_of(n) == part) for part in parts}


def part_of(name: str) -> str:
    """Return the part of the world that a zone's name begins with, or ""."""
    part, slash, _ = name.partition("/")
    return part if slash else ""


def city_of(name: str) -> str:
    """Return the rest of a zone's name as it is read: "Argentina / Buenos Aires"."""
    rest = name.partition("/")[2] or name
    return rest.replace("/", " / ").replace("_", " ")


def offset_of(name: str) -> str:
    """Return the offset that a zone's name stands for: "UTC+2" for "Etc/GMT-2", else ""."""
    ahead = name.removeprefix("Etc/GMT")
    if ahead == name or not ahead:
        return ""
    # Its name counts from there to Greenwich, and people from Greenwich to there.
    return "UTC" + ahead.translate(_TURNED)


def _listed() -> Iterator[str]:
    """Yield the names in the table that comes with the zones, as one line has each."""
    for line in _table().splitlines():
        columns = line.split("\t")
        if len(columns) > 2 and not line.startswith("#"):
            yield columns[2]


def _table() -> str:
    for folder in zoneinfo.TZPATH:
        path = Path(folder) / _TABLE
        if path.is_file():
            return path.read_text("utf-8", "replace")
    try:
        return resources.files("tzdata.zoneinfo").joinpath(_TABLE).read_text("utf-8")
    except (ModuleNotFoundError, OSError):
        return ""
