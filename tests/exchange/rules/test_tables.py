from __future__ import annotations

import contextlib
import csv
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.exchange.rules.tables import (
    MOST_BYTES,
    MOST_ROWS,
    MOST_TABLES,
    TableProblem,
    UnreadableTableError,
    read_tables,
)
from tests.mail.raw_mail import make_mbox, make_raw

cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


def problem_of(data: bytes) -> TableProblem:
    with pytest.raises(UnreadableTableError) as raised:
        read_tables("list.csv", data)
    return raised.value.problem


@given(
    st.integers(2, 6).flatmap(
        lambda width: st.lists(
            st.lists(cells, min_size=width, max_size=width), min_size=2, max_size=9
        )
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_table_comes_back_as_it_was_written(
    rows: list[list[str]], encoding: str
) -> None:
    rows = [["x" + cell.strip() for cell in row] for row in rows]
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
    (table,) = read_tables("list.csv", file.getvalue().encode(encoding))
    assert list(table.columns) == [cell.strip() for cell in rows[0]]
    assert [list(row) for row in table.rows] == rows[1:]


@given(st.binary(max_size=400))
def test_no_bytes_can_break_it(data: bytes) -> None:
    try:
        for table in read_tables("list.csv", data):
            assert all(len(row) == len(table.columns) for row in table.rows)
    except UnreadableTableError:
        pass


def test_a_preamble_is_skipped() -> None:
    data = b'Notes:\n"Some addresses are not here."\n\nName,Company\nJo,Oakmere\n'
    (table,) = read_tables("c.csv", data)
    assert table.columns == ("Name", "Company")
    assert table.rows == (("Jo", "Oakmere"),)


def test_short_and_long_rows_get_the_width_of_the_head() -> None:
    (table,) = read_tables("c.csv", b"a,b,c\n1,2,3\n1\n1,2,3,4\n1,2,3\n")
    assert table.rows[1] == ("1", "", "")
    assert table.rows[2] == ("1", "2", "3")


def test_what_is_no_table_says_so() -> None:
    assert problem_of(b"  \n") == TableProblem.EMPTY
    assert problem_of(b"only a sentence") == TableProblem.NO_TABLE
    assert problem_of(b"PK\x03\x04 broken") == TableProblem.BROKEN_ZIP
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("picture.png", b"\x89PNG")
    assert problem_of(file.getvalue()) == TableProblem.NO_TABLE


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.csv", b"a,b\n" * 8_000_000)
    assert len(file.getvalue()) < 200_000
    assert problem_of(file.getvalue()) == TableProblem.TOO_LARGE


def test_a_name_that_leads_out_of_the_zip_is_only_a_name() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../../evil.csv", b"a,b\n1,2\n")
    (table,) = read_tables("x.zip", file.getvalue())
    assert table.name == "evil.csv"


def archive_of(count: int, *, data: bytes = b"Company,Role\nLarch,Clerk\n") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for place in range(count):
            archive.writestr(f"{place}.csv", data)
    return file.getvalue()


def test_any_damaged_byte_of_a_zip_is_told() -> None:
    whole = archive_of(2)
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        with contextlib.suppress(UnreadableTableError):
            read_tables("x.zip", bytes(damaged))


def test_a_zip_that_unpacks_to_much_is_too_large() -> None:
    rows = b",\n" * (MOST_BYTES // 6)
    with pytest.raises(UnreadableTableError) as caught:
        read_tables("x.zip", archive_of(4, data=b"Company,Role\n" + rows))
    assert caught.value.problem == TableProblem.TOO_LARGE
    with pytest.raises(UnreadableTableError):
        read_tables("x.zip", archive_of(MOST_TABLES + 1))


def test_no_more_rows_are_read_than_are_kept() -> None:
    data = b"Company,Role\n" + b"Larch,Clerk\n" * (MOST_ROWS + 50)
    (table,) = read_tables("x.csv", data)
    assert MOST_ROWS <= len(table.rows) <= MOST_ROWS + 25


def test_a_list_in_json_is_a_table() -> None:
    """Records need not have the same names; what is made of parts has no cell."""
    data = rb'[{"company": "El\ud800m\u0000", "steps": [1]}, {"is_open": true}, 3]'
    (table,) = read_tables("x.json", data)
    assert table.columns == ("company", "steps", "is_open")
    assert table.rows == (("El?m", "", ""), ("", "", "yes"))


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_no_json_can_break_it(whole: object) -> None:
    with contextlib.suppress(UnreadableTableError):
        for table in read_tables("x.json", json.dumps(whole).encode()):
            assert all(len(row) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize("data", [b"[" * 99_999, b'{"applications": [{"a": 1'])
def test_broken_json_gets_a_sentence(data: bytes) -> None:
    assert problem_of(data) == TableProblem.NO_TABLE


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("all.mbox", make_mbox(make_raw())),
        ("all", make_mbox(make_raw())),
        ("one.eml", b"From: a@mail.example\nSubject: Hello\n\nHello, you\n"),
        ("one.txt", make_raw()),
        ("one.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ],
)
def test_mail_is_no_list(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableTableError) as caught:
        read_tables(name, data)
    assert caught.value.problem == TableProblem.MAIL


def test_a_line_as_of_mail_above_a_table_does_not_make_it_mail() -> None:
    data = b"From: 1 May\nTo: 30 May\n\nCompany,Role,Status\nAcme,Planner,waiting\n"
    (table,) = read_tables("list.csv", data)
    assert table.columns == ("Company", "Role", "Status")
