"""The real program, run on a home of its own as a person would run it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("onward")


def environment(home: Path) -> dict[str, str]:
    """Return the surroundings of a program on `home`, without those of the tests."""
    mine = {**os.environ, "ONWARD_HOME": str(home)}
    for name in ("ONWARD_DATABASE", "DJANGO_SETTINGS_MODULE"):
        mine.pop(name, None)
    return mine


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Return how the program ended on `home`, asked nothing that it could wait for."""
    return subprocess.run(
        [PROGRAM, *words],
        env=environment(home),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def run_python(home: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Return how Python ended on this code, run beside the program on `home`."""
    return subprocess.run(
        [sys.executable, "-P", "-c", code],
        env=environment(home),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
