"""The benchmark of committing runs, small, as whoever measures runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_few_applications_are_measured() -> None:
    command = ["-m", "benchmarks.committing", "--applications", "20", "--rounds", "1"]
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "events on 20 applications" in done.stdout
    assert "Nothing new since that one" in done.stdout
