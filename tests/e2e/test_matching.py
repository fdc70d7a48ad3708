from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessible import faults
from tests.e2e.conftest import Onward, start_onward, stop_onward
from tests.e2e.test_documents import written
from tests.matching.conftest import ADVERT, LETTER, RESUME


@pytest.fixture
def harbor(tmp_path: Path) -> Iterator[Onward]:
    """The program with one application, its résumé, its letter and its advert."""
    program = start_onward(tmp_path / "home")
    program.run("add", "Quill Harbor", "--role", "Backend Engineer")
    sent = ("--application", "Quill Harbor")
    resume = written(tmp_path, "CV.txt", RESUME.encode())
    program.run("document", "add", str(resume), *sent)
    letter = written(tmp_path, "Letter.txt", LETTER.encode())
    program.run("document", "add", str(letter), "--letter", *sent)
    advert = written(tmp_path, "job.txt", ADVERT.encode())
    program.run("advert", str(advert), *sent)
    yield program
    stop_onward(program)


def test_the_walk_through_a_read_out_in_which_the_person_has_the_last_word(
    visitor: Page, harbor: Onward
) -> None:
    visitor.goto(harbor.launch_link())
    visitor.goto(harbor.address + "/applications/")
    visitor.get_by_role("link", name="Quill Harbor").click()
    visitor.get_by_role("link", name="What the advert asks, and your résumé").click()
    expect(visitor.get_by_text("PostgreSQL is in your résumé.")).to_be_visible()
    expect(visitor.get_by_text("It names the company.")).to_be_visible()
    assert list(faults(visitor)) == []

    rust = visitor.get_by_role("listitem").filter(has_text="Rust")
    rust.get_by_text("putting this right").click()
    assert list(faults(visitor)) == []
    rust.get_by_role("button", name="My résumé says it in other words").click()
    expect(visitor.get_by_text("You said that your résumé has this.")).to_be_visible()

    stock = visitor.get_by_role("listitem").filter(has_text="Stock control")
    stock.get_by_text("putting this right").click()
    stock.get_by_role("button", name="This is not asked for").click()
    visitor.get_by_text("Struck out by you").click()
    assert list(faults(visitor)) == []
    visitor.get_by_role("button", name="Bring it back").click()
    expect(visitor.get_by_text("Struck out by you")).to_be_hidden()

    told = harbor.run("match", "Quill Harbor")
    assert "You said that your résumé has this." in told
