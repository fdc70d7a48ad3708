"""The proof of search as a browser prints it: a job centre reads every column of it."""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, PdfMargins, expect

from onward.applications.rules.kinds import EventKind
from onward.exchange.rules.proof import ALWAYS, USUAL, ProofField
from onward.people.services import local_person
from tests.builders import NOW, make_application
from tests.e2e.accessible import SCHEMES, faults
from tests.e2e.test_feedback import enter
from tests.exchange.test_proof_languages import turned_down

pytestmark = pytest.mark.django_db(transaction=True)

PERIOD = "first=2026-11-01&last=2026-11-30&parts=applications&name=Robin+Vale"
EVERY = [field for field in ProofField if field not in ALWAYS]
FEW = [ProofField.ROLE, ProofField.CONTACT, ProofField.RESULT]
BEYOND = """scroller => {
    const edge = scroller.getBoundingClientRect().right + 1
    const cells = [...scroller.querySelectorAll("table, th, td")]
    return cells.filter(each => each.getBoundingClientRect().right > edge).length
}"""


@pytest.mark.parametrize(("fields", "paper"), [(FEW, 718), (EVERY, 1046)])
def test_paper_holds_every_column_and_neither_form_nor_help(
    visitor: Page,
    address: str,
    fields: list[ProofField],
    paper: int,
) -> None:
    enter(visitor, address)
    make_application(
        person=local_person(),
        company="Malmö universitet, Fakulteten för lärande",
        role="Utbildningsadministratör",
        place="Malmö",
        contact_name="Per-Olof Åkesson-Lindström",
        contact_address="per-olof.akesson-lindstrom@malmo-universitet.example",
        url="https://jobs.malmo-universitet.example/lediga/utbildningsadministrator-2026-417?lang=sv",
        applied_at=NOW,
        events=((EventKind.REJECTION, NOW),),
    )
    shown = "".join(f"&fields_shown={field}" for field in fields)
    visitor.goto(f"{address}/exchange/proof/?{PERIOD}{shown}")
    form = visitor.get_by_role("button", name="Show it")
    expect(form).to_be_visible()
    # So many pixels of A4 lie between its margins, on its side where there are many columns.
    visitor.set_viewport_size({"width": paper, "height": 900})
    visitor.emulate_media(media="print")
    expect(form).to_be_hidden()
    expect(visitor.get_by_text("You choose what it shows")).to_be_hidden()
    assert visitor.locator(".scroll").evaluate(BEYOND) == 0
    margin = PdfMargins(top="10mm", right="10mm", bottom="10mm", left="10mm")
    pdf = visitor.pdf(format="A4", prefer_css_page_size=True, margin=margin)
    if folder := os.environ.get("ONWARD_SHOTS"):
        (Path(folder) / f"proof-{len(fields)}.pdf").write_bytes(pdf)
    pages = list(pypdfium2.PdfDocument(pdf))
    words = " ".join(pages[0].get_textpage().get_text_bounded().split())
    assert len(pages) == 1
    for said in ("Robin Vale", "From 1 November 2026", "Result so far", "Not selected"):
        assert said in words
    assert "Name at the top" not in words


@pytest.mark.parametrize("width", [1280, 1366])
def test_on_a_desk_every_column_of_the_report_is_in_sight(
    visitor: Page,
    address: str,
    width: int,
) -> None:
    enter(visitor, address)
    make_application(
        person=local_person(),
        company="Gemeinschaftspraxis Meili & Aebi",
        role="Sachbearbeiterin Patientenadministration",
        place="Langenthal",
        applied_at=NOW,
        events=((EventKind.INTERVIEW, NOW),),
    )
    shown = "".join(f"&fields_shown={each}" for each in (*USUAL, ProofField.RESULT))
    visitor.set_viewport_size({"width": width, "height": 768})
    parts = "&parts=interviews&language=de"
    visitor.goto(f"{address}/exchange/proof/?{PERIOD}{parts}{shown}")
    assert visitor.locator(".scroll").evaluate(BEYOND) == 0
    assert visitor.evaluate("document.documentElement.scrollWidth") <= width
    heading = visitor.get_by_role("columnheader", name="Art der Bewerbung")
    box = heading.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] < width
    assert list(faults(visitor)) == []


def test_a_language_is_chosen_shown_printed_and_remembered(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    make_application(person=local_person(), applied_at=NOW)
    turned_down(local_person())
    visitor.goto(f"{address}/applications/")
    visitor.get_by_role("link", name="Proof of search").click()
    visitor.get_by_label("From").fill("2026-11-01")
    visitor.get_by_label("To", exact=True).fill("2026-11-30")
    visitor.get_by_label("Language of the report").select_option("Deutsch")
    visitor.get_by_text("Result so far").click()
    visitor.get_by_role("button", name="Show it").press("Enter")
    heading = visitor.get_by_role("heading", name="Nachweis der Eigenbemühungen")
    expect(heading).to_be_focused()
    table = visitor.get_by_role("region", name="The report as a table")
    for said in ("Art der Bewerbung", "20. November 2026", "Noch keine Antwort"):
        expect(table.get_by_text(said)).to_be_visible()
    visitor.get_by_role("link", name="Of 1 application a day is not known").click()
    expect(visitor.get_by_role("heading", name="A day is not known")).to_be_focused()
    assert list(faults(visitor)) == []
    if folder := os.environ.get("ONWARD_SHOTS"):
        for width in (1100, 390):
            for scheme in SCHEMES:
                visitor.emulate_media(color_scheme=scheme)
                visitor.set_viewport_size({"width": width, "height": 900})
                path = f"{folder}/proof-de-{scheme}-{width}.png"
                visitor.screenshot(path=path, full_page=True)
    visitor.get_by_role("button", name="I applied on 1 November 2026").click()
    expect(table.get_by_text("1. November 2026", exact=True)).to_be_visible()
    expect(visitor.get_by_text("A day is not known")).to_have_count(0)
    with visitor.expect_download() as download:
        visitor.get_by_role("button", name="As PDF").click()
    page = pypdfium2.PdfDocument(download.value.path())[0]
    assert "Nachweis der Eigenbemühungen" in page.get_textpage().get_text_bounded()
    visitor.goto(f"{address}/exchange/proof/")
    expect(visitor.get_by_label("Language of the report")).to_have_value("de")
    expect(heading).to_be_visible()
    visitor.emulate_media(media="print")
    expect(visitor.get_by_role("heading", level=1)).to_be_hidden()
