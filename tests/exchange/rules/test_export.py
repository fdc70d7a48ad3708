from __future__ import annotations

import csv
import io
import json
import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.exchange.rules.export import csv_pieces, json_pieces, safe_cell, written

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
records = st.lists(
    st.fixed_dictionaries(
        {"company": st.text(), "note": st.text(), "is_void": st.booleans()}
    ),
    max_size=5,
)


@given(records)
def test_what_is_written_as_json_is_read_again(rows: list[dict[str, Any]]) -> None:
    whole = json.loads("".join(json_pieces(rows, exported_at=NOW)))
    assert whole == {"exported_at": NOW.isoformat(), "applications": rows}


@given(records)
def test_what_is_written_as_csv_has_its_cells_in_place(
    rows: list[dict[str, Any]],
) -> None:
    fields = ("company", "note", "is_void")
    text = "".join(csv_pieces(rows, fields=fields))
    table = list(csv.reader(io.StringIO(text, newline="")))
    assert table[0] == list(fields)
    assert table[1:] == [
        [safe_cell(written(row[name])) for name in fields] for row in rows
    ]


@given(st.text())
def test_no_cell_can_be_taken_for_a_formula(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert cell.removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("text", ["Acme", "", "3 = 3", "O'Brien", "a-b", "Zürich"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("https://bad.example")', "+1+1", "-2", "@SUM(A1)", "\t=1", "  =1"],
)
def test_a_formula_becomes_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


def test_values_are_written_for_people_and_programs() -> None:
    key = uuid.uuid4()
    values = [None, True, False, NOW, key, 3]
    assert [written(value) for value in values] == [
        "",
        "yes",
        "no",
        "2026-11-20T12:00:00+00:00",
        str(key),
        "3",
    ]
