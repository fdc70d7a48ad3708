"""CONTRIBUTING.md says "copy this room": what it names has to be here, and all of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import onward.applications

ROOM = Path(onward.applications.__file__).parent
TOP = Path(__file__).resolve().parents[2]
GUIDE = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([\w./]+(?:\.py|\.md|/))`", GUIDE))


def test_every_file_of_the_room_is_named() -> None:
    files = {path.name for path in ROOM.glob("*.py")}
    files |= {
        path.name for path in (*ROOM.glob("rules/*.py"), *ROOM.glob("services/*.py"))
    }
    named = {Path(name).name for name in NAMED}
    assert files - {"__init__.py"} <= named


@pytest.mark.parametrize("name", sorted(NAMED))
def test_what_the_guide_names_is_there(name: str) -> None:
    folders = (TOP, ROOM, ROOM / "rules", ROOM / "services", TOP / "src/onward")
    elsewhere = {"step.py", "jobs.py", "sources/", "forms.py", "views.py"}
    places = [*folders, TOP / "tests/applications", ROOM / "templates/applications"]
    is_here = any((folder / name).exists() for folder in places)
    assert is_here or name in elsewhere


def test_no_file_of_the_room_is_longer_than_four_hundred_lines() -> None:
    for path in ROOM.rglob("*.py"):
        if "migrations" not in path.parts:
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path
