"""What is wrong with a page for those who see it in another theme, on a phone, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page, ViewportSize

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")
PHONE: ViewportSize = {"width": 320, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}

# As far apart as WCAG 1.4.12 lets people set a text, with everything unfolded. A sheet that a
# script makes is no inline style, which the program refuses.
SPREAD = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
  for (const fold of document.querySelectorAll("details:not([open])")) {
    fold.open = true;
    fold.dataset.unfolded = "";
  }
}"""
# What a test does next finds the folds as they were.
GATHER = """() => {
  document.adoptedStyleSheets = [];
  for (const fold of document.querySelectorAll("[data-unfolded]")) {
    fold.open = false;
    delete fold.dataset.unfolded;
  }
}"""
WIDTH = "document.documentElement.scrollWidth"
# What is furthest out, to find it by.
WIDEST = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".board, .scroll, .sideways, .visually-hidden"))
  .map((one) => `<${one.localName} class="${one.className}"> ${one.textContent.trim().slice(0, 60)}`)
  .slice(-3)"""
TWICE = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}"""
# By the first element of an id, as a browser takes it; axe takes every label that names it.
NAMELESS = """() => [...document.querySelectorAll("input, select, textarea, button, summary")]
  .filter((one) => one.type !== "hidden" && !one.closest("[hidden], [aria-hidden=true]"))
  .filter((one) => !one.labels?.length && !one.ariaLabel && !one.getAttribute("aria-labelledby"))
  .filter((one) => !/button|summary/.test(one.localName) || !one.textContent.trim())
  .map((one) => one.outerHTML.slice(0, 120))"""


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
    yield from (f"two elements with the id {found}" for found in page.evaluate(TWICE))
    yield from (f"without a name: {found}" for found in page.evaluate(NAMELESS))
    before = page.viewport_size or WIDE
    page.set_viewport_size(PHONE)
    for step, how in (("() => {}", "on a phone"), (SPREAD, "with letters apart")):
        page.evaluate(step)
        wide = page.evaluate(WIDTH)
        if wide > PHONE["width"]:
            yield f"{wide} px wide {how}: {page.evaluate(WIDEST)}"
    page.evaluate(GATHER)
    page.set_viewport_size(before)
