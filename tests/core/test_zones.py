from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from onward.core.zones import city_of, known_zones, offset_of, part_of, zones_by_part


@pytest.fixture
def _no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    known_zones()
    monkeypatch.setattr(zoneinfo, "TZPATH", (str(tmp_path),))
    monkeypatch.setattr(resources, "files", _missing)
    zones_by_part.cache_clear()
    yield
    zones_by_part.cache_clear()


def _missing(name: str) -> Path:
    raise ModuleNotFoundError(name)


def test_zones_are_those_that_a_person_knows() -> None:
    listed = zones_by_part()
    assert {"Africa", "America", "Asia", "Europe", "Pacific"} <= set(listed)
    assert "Europe/Berlin" in listed["Europe"]
    assert "America/Argentina/Buenos_Aires" in listed["America"]
    everything = {name for names in listed.values() for name in names}
    assert everything <= known_zones()
    assert all("/" in name for name in everything)
    for nonsense in ("Factory", "localtime", "Etc/GMT+5", "posixrules", "US/Eastern"):
        assert nonsense not in everything


def test_each_place_is_listed_by_one_name() -> None:
    assert "Asia/Kolkata" in zones_by_part()["Asia"]
    assert "Asia/Calcutta" not in zones_by_part()["Asia"]
    assert "Asia/Calcutta" in known_zones()


@pytest.mark.usefixtures("_no_table")
def test_without_a_table_the_names_alone_tell() -> None:
    assert "Europe/Berlin" in zones_by_part()["Europe"]
    assert "Factory" not in str(zones_by_part())


@pytest.mark.parametrize(
    ("name", "part", "city"),
    [
        ("Europe/Berlin", "Europe", "Berlin"),
        ("America/Argentina/Buenos_Aires", "America", "Argentina / Buenos Aires"),
        ("America/Port-au-Prince", "America", "Port-au-Prince"),
        ("UTC", "", "UTC"),
        ("", "", ""),
    ],
)
def test_a_name_is_a_part_of_the_world_and_a_city(
    name: str, part: str, city: str
) -> None:
    assert (part_of(name), city_of(name)) == (part, city)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Etc/GMT-2", "UTC+2"),
        ("Etc/GMT+10", "UTC-10"),
        ("Etc/GMT", ""),
        ("Europe/Berlin", ""),
    ],
)
def test_a_zone_that_is_an_offset_is_told_as_people_write_it(
    name: str, shown: str
) -> None:
    assert offset_of(name) == shown
