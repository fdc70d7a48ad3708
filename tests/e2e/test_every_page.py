from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.e2e.accessible import faults
from tests.e2e.conftest import Onward

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


def _linked(page: Page) -> Iterator[str]:
    """Return the paths of the program that a page leads to."""
    for link in page.eval_on_selector_all(
        "a[href]", "links => links.map(link => link.getAttribute('href'))"
    ):
        path = link.partition("#")[0]
        if path.startswith("/") and not NEVER.search(path):
            yield path


def test_no_page_has_an_accessibility_violation_or_scrolls_sideways(
    visitor: Page, filled: Onward
) -> None:
    visitor.goto(filled.launch_link())
    seen = {_shape(path) for path in START}
    waiting = list(START)
    wrong = []
    # One address of each kind of page that links lead to, from the navigation on.
    while waiting:
        path = waiting.pop()
        visitor.goto(filled.address + path)
        wrong += [f"{path}: {fault}" for fault in faults(visitor)]
        for linked in _linked(visitor):
            if _shape(linked) not in seen:
                seen.add(_shape(linked))
                waiting.append(linked)
    assert len(seen) >= 60
    assert wrong == []
