from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.conftest import Onward

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
START = (
    "/",
    "/steps/",
    "/exchange/",
    "/exchange/capture/",
    "/exchange/proof/",
    "/calendar/",
    "/applications/",
    "/mail/",
    "/documents/",
    "/jobs/",
    "/settings/",
    "/help/",
    "/about/",
    "/no/",
    "/outlook/",
    "/outlook/?asked=1",
    "/outlook/pictures/way/?asked=1",
    "/outlook/pictures/funnel/?asked=1",
    "/outlook/pictures/days/?asked=1",
    "/outlook/pictures/answers/?asked=1",
    "/outlook/pictures/lines/?asked=1",
)
NEVER = re.compile(r"/(launch|leave|static)/|/file/$|export|\.(js|ics|csv|pdf)$")


def _shape(path: str) -> str:
    """Return the path with ids left out: two timelines are one kind of page."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "*", path.partition("?")[0])


def _every_page(page: Page, onward: Onward) -> dict[str, str]:
    """Return one address of each kind of page that links lead to, from the navigation on."""
    found = {_shape(path): path for path in START}
    waiting = list(START)
    while waiting:
        page.goto(onward.address + waiting.pop())
        for link in page.eval_on_selector_all(
            "a[href]", "links => links.map(link => link.getAttribute('href'))"
        ):
            path = link.partition("#")[0]
            if path.startswith("/") and not NEVER.search(path):
                shape = _shape(path)
                if shape not in found:
                    found[shape] = path
                    waiting.append(path)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_an_accessibility_violation_or_scrolls_sideways(
    visitor: Page, filled: Onward, scheme: str
) -> None:
    visitor.goto(filled.launch_link())
    visitor.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    pages = _every_page(visitor, filled)
    assert len(pages) >= 12
    wrong = []
    for shape, path in pages.items():
        visitor.set_viewport_size({"width": 1280, "height": 900})
        visitor.goto(filled.address + path)
        results = Axe().run(visitor, options={"runOnly": RULES})
        if results.violations_count:
            wrong.append(f"{shape}: {results.generate_report()}")
        if not visitor.get_by_role("link", name="Help now").first.is_visible():
            wrong.append(f"{shape}: no link to Help")
        visitor.set_viewport_size({"width": 360, "height": 740})
        wide = visitor.evaluate("document.documentElement.scrollWidth")
        if wide > 360:
            wrong.append(f"{shape}: {wide} px wide on a phone")
    assert wrong == []
