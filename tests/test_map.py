"""The map is true: its folders, pages and commands exist, and no step is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from django.urls import resolve

from onward.method.order import STEPS
from onward.project.cli import COMMANDS

ROOT = Path(__file__).parents[1]
ROW = re.compile(
    r"^\| (?P<step>[\w ]+) \| (?P<does>.+) \| `(?P<folder>[\w/]+/)` "
    r"\| `(?P<page>/.*)` \| `onward (?P<command>[\w-]+).*` \|$"
)


class Row(NamedTuple):
    step: str
    does: str
    folder: str
    page: str
    command: str


def rows() -> list[Row]:
    lines = (ROOT / "docs" / "map.md").read_text("utf-8").splitlines()
    return [Row(**match.groupdict()) for line in lines if (match := ROW.match(line))]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.step)
def test_what_a_row_names_exists(row: Row) -> None:
    assert (ROOT / "src" / "onward" / row.folder).is_dir()
    assert resolve(row.page).url_name
    assert row.command in COMMANDS


def test_every_line_of_the_tables_is_read() -> None:
    text = (ROOT / "docs" / "map.md").read_text("utf-8")
    table_lines = [line for line in text.splitlines() if line.startswith("| ")]
    heads = [line for line in table_lines if line.endswith("| command |")]
    assert len(rows()) == len(table_lines) - len(heads)


def test_every_step_has_its_row_and_every_row_its_step() -> None:
    numbers = [int(row.step) for row in rows() if row.step.isdigit()]
    assert numbers == [step.number for step in STEPS]
    assert numbers == sorted(set(numbers))
    for row, step in zip(rows(), STEPS, strict=False):
        assert row.folder == f"method/{step.name}/"
