"""What is wrong with a page for those who see it in another theme, on a phone, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page, ViewportSize

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")
PHONE: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1280, "height": 900}


def violations(page: Page) -> str:
    """Return what axe finds on a page as it is shown, as a report; "" for nothing."""
    # A page that was just asked for has no style yet, and the browser's own colours.
    page.wait_for_load_state("load")
    # What a page does right is not asked for: it is most of what axe has to say.
    options = {"runOnly": list(RULES), "resultTypes": ["violations"]}
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(document, options)", options)
    results = AxeResults(found)
    return str(results.generate_report()) if results.violations_count else ""


def faults(page: Page) -> Iterator[str]:
    """Yield what is wrong with a page in either theme, and on a phone; leaves it light."""
    for scheme in SCHEMES:
        # Colours that are still on their way from one theme to the other count for neither.
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if found := violations(page):
            yield f"{scheme}: {found}"
    if not page.get_by_role("link", name="Help now").first.is_visible():
        yield "no link to Help"
    before = page.viewport_size or WIDE
    page.set_viewport_size(PHONE)
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > PHONE["width"]:
        yield f"{wide} px wide on a phone"
    page.set_viewport_size(before)
