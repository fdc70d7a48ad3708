"""Whatever pyproject.toml asks for is locked: an exact version within its range, with hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).parents[2]
_PROJECT: dict[str, Any] = tomllib.loads((_ROOT / "pyproject.toml").read_text())
_RUNTIME = _PROJECT["project"]["dependencies"]
_EXTRAS = _PROJECT["project"]["optional-dependencies"]
_GROUPS = _PROJECT["dependency-groups"]
_ASKED = {
    "runtime.txt": [*_RUNTIME, *_EXTRAS["postgres"]],
    "model.txt": [*_RUNTIME, *_EXTRAS["postgres"], *_EXTRAS["model"]],
    "dev.txt": [
        *_RUNTIME,
        *_EXTRAS["postgres"],
        *(asked for group in _GROUPS.values() for asked in group),
        *_PROJECT["build-system"]["requires"],
    ],
}


def _locked(name: str) -> dict[str, tuple[str, str]]:
    """Return name → exact version and the lines of its hashes."""
    text = (_ROOT / "requirements" / name).read_text()
    found: dict[str, tuple[str, str]] = {}
    for entry in re.split(r"\n(?=[a-zA-Z0-9])", text.strip()):
        first, _, hashes = entry.partition("\n")
        asked = Requirement(first.rstrip(" \\"))
        (version,) = asked.specifier
        assert version.operator == "==", first
        found[canonicalize_name(asked.name)] = (version.version, hashes)
    return found


@pytest.mark.parametrize("name", _ASKED)
def test_everything_asked_for_is_locked_with_hashes(name: str) -> None:
    locked = _locked(name)
    for text in _ASKED[name]:
        asked = Requirement(text)
        version, _hashes = locked[canonicalize_name(asked.name)]
        assert asked.specifier.contains(version), text
    assert all("--hash=sha256:" in hashes for _version, hashes in locked.values())


def test_every_extra_has_a_lock() -> None:
    assert set(_EXTRAS) == {"postgres", "model"}


@pytest.mark.parametrize("name", ["model.txt", "dev.txt"])
def test_what_is_shared_has_one_version(name: str) -> None:
    runtime, other = _locked("runtime.txt"), _locked(name)
    assert {key: other[key][0] for key in runtime} == {
        key: version for key, (version, _hashes) in runtime.items()
    }
