"""The help lines as they stand in the data file, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from onward.pages.rules import HelpLines, read_help_lines

DATA_FILE = Path(__file__).parent / "data" / "helplines.toml"


@cache
def help_lines() -> HelpLines:
    """Return the help lines of the data file."""
    return read_help_lines(tomllib.loads(DATA_FILE.read_text(encoding="utf-8")))
