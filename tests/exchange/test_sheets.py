from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from onward.applications.models import Application
from onward.core.exit_codes import ExitCode
from onward.exchange.commands import import_list_command
from onward.exchange.models import ImportedList
from onward.exchange.rules.tables import TableProblem, UnreadableTableError
from onward.exchange.sheets import tables_in
from onward.people.models import Person
from tests.exchange.test_lists import upload
from tests.exchange.workbooks import Rows, ods, xlsx

HEAD = ("Company", "Role", "Date applied", "Outcome", "Pay €")
ROWS: Rows = (
    ("My search",),
    (),
    HEAD,
    ("Birr Brick", "Planner", date(2026, 4, 3), "Unsuccessful", 42_000),
    ("Carlow Cans", "Clerk", datetime(2026, 5, 6, 8, 15), "no answer", 17.5),  # noqa: DTZ001
)


@pytest.mark.parametrize("made", [xlsx, ods])
def test_a_workbook_is_read_as_the_table_it_shows(
    made: Callable[[Mapping[str, Rows]], bytes],
) -> None:
    (table,) = tables_in("jobs.xlsx", made({"Sheet1": ROWS, "Sheet2": ()}))
    assert table.name == "jobs.xlsx"
    assert table.columns == HEAD
    first, second = table.rows
    assert first == ("Birr Brick", "Planner", "2026-04-03", "Unsuccessful", "42000")
    assert second[2:] == ("2026-05-06 08:15:00", "no answer", "17.5")


def test_a_cell_holds_no_sign_that_nothing_keeps() -> None:
    data = xlsx({"Sheet1": (HEAD, ("Bi_x0000_rr", "Planner", "", "", ""))})
    (table,) = tables_in("jobs.xlsx", data)
    ((company, *_others),) = table.rows
    assert company == "Birr"


def test_sheets_that_are_hidden_or_hold_no_table_are_left() -> None:
    sheets: dict[str, Rows] = {
        "Old": ROWS,
        "Words": (("only a sentence",),),
        "Now": (HEAD, ("A", "B", True, "Applied", "")),
    }
    (table,) = tables_in("jobs.xlsx", xlsx(sheets, hidden=["Old"]))
    assert table.name == "jobs.xlsx, Now"
    assert table.rows == (("A", "B", "TRUE", "Applied", ""),)


def test_years_in_sheets_of_their_own_come_in_together_and_contacts_do_not(
    owner_client: Client, owner: Person
) -> None:
    sheets: dict[str, Rows] = {
        "Mood": (("Week", "Mood"), ("1", "fine")),
        "2025": (HEAD, ("A", "Clerk", date(2025, 4, 3), "Rejected", 1)),
        "People": (("Name", "Company"), ("Ann", "A")),
        "2026": (HEAD, ("B", "Clerk", date(2026, 4, 3), "Rejected", 1)),
    }
    upload(owner_client, "jobs.xlsx", xlsx(sheets))
    names = set(ImportedList.objects.values_list("name", flat=True))
    assert names == {"jobs.xlsx, 2025", "jobs.xlsx, 2026"}


def test_a_workbook_goes_the_whole_walk(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    file = tmp_path / "jobs.ods"
    file.write_bytes(ods({"Sheet1": ROWS}))
    told = CliRunner().invoke(import_list_command, [str(file), "--dry-run"]).output
    assert "jobs.ods: 2 rows" in told
    page = upload(owner_client, "jobs.xlsx", xlsx({"Sheet1": ROWS}))
    owner_client.post(f"{page}choices/", {"take-in": "yes"})
    kinds = Application.objects.order_by("company").values_list("no_kind", "salary")
    assert list(kinds) == [("they_said_no", "42000"), ("went_quiet", "17.5")]


def problem_of(data: bytes) -> TableProblem:
    with pytest.raises(UnreadableTableError) as caught:
        tables_in("jobs.xlsx", data)
    return caught.value.problem


def with_sheet(content: bytes) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx({"Sheet1": ROWS}))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            is_sheet = name.endswith("sheet1.xml")
            new.writestr(name, content if is_sheet else old.read(name))
    return made.getvalue()


def test_a_workbook_that_unpacks_to_very_much_is_refused() -> None:
    bomb = with_sheet(b" " * 120_000_000)
    assert len(bomb) < 200_000
    assert problem_of(bomb) == TableProblem.TOO_LARGE


def test_two_cells_far_apart_do_not_take_the_memory() -> None:
    far = "".join(
        f'<row r="{row}"><c r="{cell}" t="str"><v>x</v></c></row>'
        for row, cell in ((1, "A1"), (1_048_576, "XFD1048576"))
    )
    head = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    )
    sheet = f"{head}<sheetData>{far}</sheetData></worksheet>"
    assert problem_of(with_sheet(sheet.encode())) == TableProblem.TOO_LARGE


def test_a_broken_workbook_is_said_to_be_so() -> None:
    assert problem_of(with_sheet(b"<worksheet><row")) in {
        TableProblem.BROKEN_ZIP,
        TableProblem.NO_TABLE,
    }
    assert problem_of(xlsx({"Sheet1": ROWS})[:-40]) == TableProblem.BROKEN_ZIP
    assert problem_of(xlsx({"Sheet1": ()})) == TableProblem.NO_TABLE


def test_an_old_excel_file_gets_a_sentence(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    sent = {"file": SimpleUploadedFile("a.xls", data)}
    answer = owner_client.post("/exchange/", sent)
    assert answer.status_code == 422
    assert "save it as .xlsx or CSV" in answer.content.decode()
    (tmp_path / "a.xls").write_bytes(data)
    told = CliRunner().invoke(import_list_command, [str(tmp_path / "a.xls")])
    assert told.exit_code == ExitCode.UNREADABLE


def test_the_reader_of_workbooks_is_not_loaded_with_the_program() -> None:
    said = (
        "import sys, onward.exchange.sheets, onward.exchange.sheet_child;"
        "sys.exit('python_calamine' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0
