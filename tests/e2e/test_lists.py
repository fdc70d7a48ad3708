from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Onward
from tests.e2e.test_feedback import look
from tests.exchange.workbooks import xlsx

LISTS = Path(__file__).parents[1] / "fixtures" / "lists"


def test_a_list_is_looked_at_before_it_is_taken_in(
    visitor: Page, onward: Onward
) -> None:
    onward.run(
        "add", "Harbour & Sons", "--role", "Dispatcher", "--applied", "2026-04-05"
    )
    visitor.goto(onward.launch_link())
    visitor.goto(onward.address + "/settings/")
    visitor.get_by_role("link", name="To “In and out”").click()
    visitor.get_by_label("A list of applications").set_input_files(LISTS / "teal.csv")
    visitor.get_by_role("button", name="Look at it").click()
    expect(visitor.get_by_text("2 new, 1 that you have already.")).to_be_visible()
    visitor.get_by_label("What happens with Administrator").select_option("skip")
    visitor.get_by_role("button", name="Take the whole list in").click()
    expect(
        visitor.get_by_text("1 new application; 1 was there already")
    ).to_be_visible()
    whole = visitor.get_by_role("button", name="Take the whole list in")
    expect(whole).to_have_count(0)
    look(visitor, "list-taken-in")
    assert "Grange Clinic" in onward.run("list")
    assert "Fernhill School" not in onward.run("list")


def test_a_day_that_nobody_can_read_is_said_and_none_is_made_up(
    visitor: Page, onward: Onward, tmp_path: Path
) -> None:
    path = tmp_path / "own.xlsx"
    rows = (
        ("Company", "Role", "Date", "How it went", "Interview date"),
        ("Grange Clinic", "Nurse", date(2026, 4, 5), "Unsuccessful", ""),
        ("Quill Press", "Editor", "the day after Ida's birthday", "waiting", "May"),
    )
    path.write_bytes(xlsx({"Jobs": rows}))
    visitor.goto(onward.launch_link())
    visitor.goto(onward.address + "/exchange/")
    visitor.get_by_label("A list of applications").set_input_files(path)
    visitor.get_by_role("button", name="Look at it").click()
    expect(
        visitor.get_by_text("1 day could not be read or has not come yet: row 2")
    ).to_be_visible()
    expect(visitor.get_by_text("“Date” is taken for the day you")).to_be_visible()
    left = "1 column is not taken: “Interview date”."
    expect(visitor.get_by_text(left)).to_be_visible()
    look(visitor, "list-unread-day")
    visitor.get_by_role("button", name="Take the whole list in").click()
    visitor.goto(onward.address + "/applications/")
    visitor.get_by_role("link", name="Quill Press").click()
    expect(visitor.get_by_role("heading", name="As your list has it")).to_be_visible()
    look(visitor, "list-had-it")


def test_an_interview_to_come_in_a_list_stands_on_today(
    visitor: Page, onward: Onward, tmp_path: Path
) -> None:
    soon, later = (datetime.now(tz=UTC) + timedelta(days=ahead) for ahead in (6, 9))
    path = tmp_path / "own.csv"
    path.write_text(
        "Company,Role,Applied,Status\n"
        f"St Hilda's Trust,Receptionist,2026-01-05,Interview booked {soon:%d %b %Y} 10am\n"
        f"Dale Dental,Receptionist,2026-01-05,Interview {later:%d %b %Y}\n"
        "Moor Surgery,Receptionist,2026-01-05,Interview 2 Feb 2026 then rejected\n"
    )
    visitor.goto(onward.launch_link())
    visitor.goto(onward.address + "/exchange/")
    visitor.get_by_label("A list of applications").set_input_files(path)
    visitor.get_by_role("button", name="Look at it").click()
    expect(visitor.get_by_text("no hour beside it, so not taken")).to_have_count(1)
    expect(visitor.get_by_text("Interview: 2 February 2026")).to_be_visible()
    look(visitor, "list-interview-to-come")
    visitor.get_by_role("button", name="Take the whole list in").click()
    visitor.goto(onward.address + "/calendar/")
    expect(visitor.get_by_text("St Hilda's Trust").first).to_be_visible()
    expect(visitor.get_by_text("Dale Dental")).to_have_count(0)
