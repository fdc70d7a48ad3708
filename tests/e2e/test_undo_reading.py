"""A whole reading of mail is taken back in one press, and brought back in another."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from onward.mail.models import MailRun
from onward.mail.services.importing import import_paths
from onward.people.services import local_person
from tests.builders import quiet
from tests.e2e.test_feedback import enter
from tests.mail.raw_mail import make_mbox, make_raw

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_reading_is_undone_and_brought_back_from_its_own_page(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    path = tmp_path / "mail.mbox"
    path.write_bytes(make_mbox(make_raw(), make_raw()))
    import_paths(local_person(), [path], progress=quiet)

    visitor.goto(f"{address}/applications/")
    row = visitor.get_by_role("link", name="Quillmoor")
    expect(row).to_be_visible()
    visitor.goto(f"{address}/mail/runs/{MailRun.objects.get().pk}/")
    visitor.get_by_role("button", name="Undo this reading").click()
    expect(visitor.get_by_text("This reading is undone")).to_be_visible()
    visitor.goto(f"{address}/applications/")
    expect(row).to_have_count(0)
    visitor.go_back()
    visitor.get_by_role("button", name="Bring it back").click()
    expect(visitor.get_by_text("Was it the wrong mailbox?")).to_be_visible()
    visitor.goto(f"{address}/applications/")
    expect(row).to_be_visible()


def test_the_only_entry_that_is_undone_is_told_first_and_comes_back(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    enter(visitor, address)
    path = tmp_path / "mail.mbox"
    path.write_bytes(make_mbox(make_raw()))
    import_paths(local_person(), [path], progress=quiet)

    visitor.goto(f"{address}/applications/")
    row = visitor.get_by_role("link", name="Quillmoor")
    row.click()
    visitor.get_by_role("button", name="Undo").click()
    expect(visitor.get_by_text("Archived", exact=True)).to_be_visible()
    visitor.goto(f"{address}/applications/")
    expect(row).to_have_count(0)
    visitor.goto(f"{address}/applications/changes/")
    first = visitor.get_by_role("listitem").filter(has_text="(undone)").first
    expect(first).to_contain_text("Quillmoor")
    expect(first).not_to_contain_text("Mail that was read")
    first.get_by_role("button", name="Bring it back").click()
    visitor.goto(f"{address}/applications/")
    expect(row).to_be_visible()
