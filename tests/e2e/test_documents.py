from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.documents import files
from tests.documents.server import Answer, Site, serve
from tests.e2e.accessible import faults
from tests.e2e.conftest import Onward, start_onward, stop_onward
from tests.e2e.test_feedback import look


@pytest.fixture
def site() -> Iterator[Site]:
    html = {"Content-Type": "text/html; charset=utf-8"}
    with serve({"/planner": Answer(files.page(), headers=html)}) as running:
        yield running


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Onward]:
    """The program with one application, allowed to fetch from this machine."""
    monkeypatch.setenv("ONWARD_PRIVATE_HOSTS", "127.0.0.1")
    program = start_onward(tmp_path / "home")
    program.run("add", "Bright Harbour", "--role", "Planner")
    yield program
    stop_onward(program)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_the_walk_from_a_resume_to_its_next_version_and_the_advert(
    visitor: Page, harbour: Onward, tmp_path: Path
) -> None:
    visitor.goto(harbour.launch_link())
    visitor.goto(harbour.address + "/applications/")
    visitor.get_by_role("link", name="Bright Harbour").click()
    visitor.get_by_role("link", name="What was sent, and the advert").click()
    around = visitor.url
    assert list(faults(visitor)) == []

    resume = written(tmp_path, "CV.pdf", files.pdf())
    visitor.get_by_label("The file").set_input_files(resume)
    visitor.get_by_role("button", name="Keep it as sent").click()
    visitor.get_by_role("link", name="CV, version 1").click()
    expect(visitor.get_by_role("heading", name="Experience")).to_be_visible(
        timeout=30_000
    )
    expect(visitor.get_by_text("Planned the weekly tours of twelve")).to_be_visible()
    assert list(faults(visitor)) == []

    visitor.get_by_role("link", name="All versions").click()
    assert list(faults(visitor)) == []
    visitor.get_by_role("link", name="Add a version").click()
    changed = [line.replace("twelve", "twenty") for line in files.RESUME_LINES]
    newer = written(tmp_path, "Newer.docx", files.word(changed))
    visitor.get_by_label("The file").set_input_files(newer)
    visitor.get_by_role("button", name="Keep it").click()
    expect(visitor.get_by_role("heading", name="Experience")).to_be_visible(
        timeout=30_000
    )
    visitor.get_by_role("link", name="Since version 1").click()
    expect(visitor.locator("del")).to_contain_text("twelve")
    expect(visitor.locator("ins")).to_contain_text("twenty")
    assert list(faults(visitor)) == []

    visitor.goto(around)
    visitor.get_by_label("Or its text, pasted").fill(files.ADVERT_TEXT)
    visitor.get_by_role("button", name="Keep it", exact=True).click()
    visitor.get_by_role("link", name="Warehouse Planner").click(timeout=30_000)
    expect(visitor.get_by_role("heading", name="It asks for")).to_be_visible()
    assert list(faults(visitor)) == []
    visitor.get_by_role("link", name="Put it right").click()
    expect(visitor.get_by_label("Company")).to_be_visible()
    assert list(faults(visitor)) == []
    visitor.get_by_label("Company").fill("Oak and Lantern")
    visitor.get_by_role("button", name="Save").click()
    expect(visitor.get_by_text("Oak and Lantern", exact=True)).to_be_visible()

    visitor.goto(around)
    visitor.get_by_role("link", name="Back to the application").click()
    visitor.get_by_text("What was noted and changed").click()
    expect(visitor.get_by_text("CV, version 1")).to_be_visible()
    expect(visitor.get_by_text("Warehouse Planner")).to_be_visible()

    visitor.goto(around)
    visitor.get_by_role("link", name="Warehouse Planner").click()
    visitor.get_by_role("link", name="Delete").click()
    visitor.get_by_role("button", name="Delete it").click()
    visitor.goto(around)
    visitor.get_by_role("link", name="Back to the application").click()
    visitor.get_by_text("What was noted and changed").click()
    expect(visitor.get_by_text("It was deleted for good.")).to_be_visible()
    look(visitor, "advert-gone-timeline")
    visitor.goto(harbour.address + "/applications/changes/")
    expect(visitor.get_by_text("It was deleted for good.")).to_be_visible()
    look(visitor, "advert-gone-changes")


def test_an_address_is_fetched_on_a_press_and_by_no_browser(
    visitor: Page, harbour: Onward, site: Site
) -> None:
    visitor.goto(harbour.launch_link())
    visitor.goto(harbour.address + "/applications/")
    visitor.get_by_role("link", name="Bright Harbour").click()
    visitor.get_by_role("link", name="What was sent, and the advert").click()
    visitor.get_by_label("Its web address").fill(f"{site.address}/planner")
    assert site.asked == []
    visitor.get_by_role("button", name="Keep it", exact=True).click()
    expect(visitor.get_by_role("link", name="Warehouse Planner")).to_be_visible(
        timeout=30_000
    )
    expect(visitor.get_by_text("Oak & Lantern")).to_be_visible()
    assert [path for path, _agent in site.asked] == ["/robots.txt", "/planner"]
    visitor.get_by_label("Its web address").fill(f"{site.address}/gone")
    visitor.get_by_role("button", name="Keep it", exact=True).click()
    expect(visitor.get_by_text("The page is not there any more")).to_be_visible(
        timeout=30_000
    )
    assert list(faults(visitor)) == []


def test_a_bad_file_is_one_sentence_and_can_be_deleted(
    visitor: Page, harbour: Onward, tmp_path: Path
) -> None:
    visitor.goto(harbour.launch_link())
    visitor.goto(harbour.address + "/documents/")
    visitor.get_by_role("link", name="Add a file").first.click()
    scan = written(tmp_path, "Scan.pdf", files.scanned_pdf())
    visitor.get_by_label("The file").set_input_files(scan)
    visitor.get_by_role("button", name="Keep it").click()
    expect(visitor.get_by_text("pictures without text")).to_be_visible(timeout=30_000)
    assert list(faults(visitor)) == []
    with visitor.expect_download() as download:
        visitor.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename == "Scan.pdf"
    visitor.get_by_role("link", name="Delete this version").click()
    assert list(faults(visitor)) == []
    visitor.get_by_role("button", name="Delete it").click()
    expect(visitor).to_have_url(re.compile("/documents/$"))
    expect(visitor.get_by_text("Deleted: Scan, version 1.")).to_be_visible()


def test_a_resume_on_sent_mail_is_found_and_kept(
    visitor: Page, harbour: Onward, tmp_path: Path
) -> None:
    from tests.documents.services.test_sent_mail import letter

    mailbox = written(tmp_path, "mail.mbox", letter())
    harbour.run("import", str(mailbox), "--quiet")
    visitor.goto(harbour.launch_link())
    visitor.goto(harbour.address + "/documents/")
    visitor.get_by_role("link", name="See them").click()
    visitor.get_by_role("button", name="Look through them").click()
    visitor.get_by_role("link", name="Show them").click(timeout=30_000)
    assert list(faults(visitor)) == []
    visitor.get_by_label("Sent for").select_option(label="Planner · Bright Harbour")
    visitor.get_by_role("button", name="Keep this file").click()
    # The job takes it from the mailbox within a second or two; the page is asked again.
    link = visitor.get_by_role("link", name="CV Robin Vale, version 1")
    for _attempt in range(30):
        if link.is_visible():
            break
        visitor.wait_for_timeout(500)
        visitor.reload()
    expect(link).to_be_visible()
