from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Onward

ADVERT = b"""<!doctype html><html lang="en"><head><title>Careers</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
"title": "Depot Planner", "hiringOrganization": {"name": "Oakmere Foods"},
"description": "You plan the rounds of twelve vans, day by day, with two colleagues."}
</script></head><body><h1>Depot Planner</h1><p>You plan the rounds of twelve vans.</p>
</body></html>"""


class _Advert(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(ADVERT)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture
def advert() -> Iterator[str]:
    """The page of an advert on a server of its own."""
    server = HTTPServer(("127.0.0.1", 0), _Advert)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/jobs/7"
    server.shutdown()
    server.server_close()


def test_a_press_on_the_bookmark_brings_the_advert_home(
    visitor: Page, onward: Onward, advert: str
) -> None:
    visitor.goto(onward.launch_link())
    visitor.goto(onward.address + "/exchange/capture/")
    bookmark = visitor.get_by_role("link", name="Keep in Onward").get_attribute("href")
    assert bookmark is not None
    visitor.goto(advert)
    with visitor.context.expect_page() as opened:
        visitor.evaluate(bookmark.removeprefix("javascript:"))
    page = opened.value
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    expect(page.get_by_label("Company")).to_have_value("Oakmere Foods")
    page.get_by_role("button", name="Save it for later").click()
    expect(page.get_by_role("heading", name="Oakmere Foods")).to_be_visible()
    assert "Depot Planner" in onward.run("list")
