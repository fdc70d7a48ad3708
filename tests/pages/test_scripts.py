"""The small scripts in a real browser: the writing timer, and Help with Onward stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.template import engines
from django.template.loader import render_to_string
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    expect,
)

pytestmark = pytest.mark.e2e

STATIC = Path(__file__).parents[2] / "src" / "onward" / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
HELP = """{% extends "bare.html" %}
{% block title %}Help{% endblock %}
{% block main %}<h1>Help now</h1><p>{{ who }}</p>{% endblock %}"""
UNTIL_KEPT = """async () => {
  const kept = async () => (await navigator.serviceWorker.getRegistration("/help/"))?.active?.state;
  while ((await kept()) !== "activated") await new Promise((next) => setTimeout(next, 20));
}"""
EVENING = datetime(2026, 6, 2, 19, 0, tzinfo=UTC)
WRITING = """{% extends "base.html" %}
{% block title %}Notes{% endblock %}
{% block main %}<h1>Write</h1><form>
{% include "components/timer.html" with minutes=20 only %}
<textarea aria-label="Your words"></textarea>
<input type="hidden" name="seconds" data-timer-seconds><button>Keep it</button>
</form>{% endblock %}"""


def rendered(template: str, **context: str) -> str:
    return engines["django"].from_string(template).render(context)


class Pages(BaseHTTPRequestHandler):
    """Serves the few pages below, with the content security policy of the product."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/help/":
            who = (
                "for Robin"
                if "session" in self.headers.get("Cookie", "")
                else "for anyone"
            )
            return self.answer(rendered(HELP, who=who).encode(), "text/html")
        if path == "/sw.js":
            return self.answer(
                (STATIC / "onward" / "sw.js").read_bytes(), "text/javascript"
            )
        if path == "/writing/":
            return self.answer(rendered(WRITING).encode(), "text/html")
        if path.startswith("/static/"):
            file = STATIC / path.removeprefix("/static/")
            return self.answer(file.read_bytes(), TYPES[file.suffix])
        return self.answer(render_to_string("404.html").encode(), "text/html")

    def answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the output of the tests quiet."""


@pytest.fixture
def visit(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    stop(server)


def stop(server: ThreadingHTTPServer) -> None:
    server.shutdown()
    server.server_close()


def address(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def open_writing(context: BrowserContext, server: ThreadingHTTPServer) -> Page:
    page = context.new_page()
    page.clock.install(time=EVENING)
    page.goto(f"{address(server)}/writing/")
    # Installed, the clock still runs with the real one; paused, it moves only when told.
    page.clock.pause_at(EVENING + timedelta(hours=1))
    return page


def test_the_timer_counts_down_and_says_so_four_times(
    visit: BrowserContext, server: ThreadingHTTPServer
) -> None:
    page = open_writing(visit, server)
    status = page.locator(".timer [role=status]")
    page.get_by_role("button", name="Start the timer").click()
    expect(status).to_have_text("The timer is running.")
    page.clock.run_for("10:01")
    expect(status).to_have_text("Half of the time has gone by.")
    expect(page.get_by_text("About 10 minutes left")).to_be_visible()
    page.clock.run_for("09:05")
    expect(status).to_have_text("One minute left.")
    page.clock.run_for("01:00")
    expect(status).to_have_text("The time is over. Write on or stop, as you like.")
    expect(page.locator(".timer button")).to_be_hidden()


def test_a_paused_timer_stands_still(
    visit: BrowserContext, server: ThreadingHTTPServer
) -> None:
    page = open_writing(visit, server)
    page.get_by_role("button", name="Start the timer").click()
    page.clock.run_for("05:00")
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for("30:00")
    expect(page.get_by_text("About 15 minutes left")).to_be_visible()
    page.get_by_role("button", name="Continue").click()
    page.clock.run_for("05:00")
    expect(page.get_by_text("About 10 minutes left")).to_be_visible()
    assert page.locator("[name=seconds]").input_value() == "600"


def test_the_end_of_the_time_leaves_the_text_and_its_button_alone(
    visit: BrowserContext, server: ThreadingHTTPServer
) -> None:
    page = open_writing(visit, server)
    page.get_by_role("button", name="Start the timer").click()
    page.get_by_label("Your words").fill("It was a long day")
    page.clock.run_for("25:00")
    page.get_by_label("Your words").press_sequentially(" and")
    expect(page.get_by_label("Your words")).to_have_value("It was a long day and")
    expect(page.get_by_role("button", name="Keep it")).to_be_enabled()


def test_without_javascript_the_timer_is_a_sentence(
    browser: Browser, server: ThreadingHTTPServer
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address(server)}/writing/")
    expect(page.get_by_text("Write for up to 20 minutes.")).to_be_visible()
    expect(page.locator(".timer button")).to_be_hidden()
    context.close()


def keep_help(context: BrowserContext, server: ThreadingHTTPServer) -> Page:
    """Visit any page, as the person with a session, until Help is kept."""
    context.add_cookies(
        [{"name": "session", "value": "secret", "url": address(server)}]
    )
    page = context.new_page()
    page.goto(f"{address(server)}/writing/")
    page.evaluate(UNTIL_KEPT)
    return page


def test_help_opens_and_keeps_its_look_when_onward_is_stopped(
    visit: BrowserContext, server: ThreadingHTTPServer
) -> None:
    page = keep_help(visit, server)
    stop(server)
    page.get_by_role("link", name="Help now").click()
    expect(page.get_by_role("heading", name="Help now")).to_be_visible()
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper.startswith("oklch(0.968")


def test_the_kept_help_page_is_the_one_without_a_session(
    visit: BrowserContext, server: ThreadingHTTPServer
) -> None:
    page = keep_help(visit, server)
    page.goto(f"{address(server)}/help/")
    expect(page.get_by_text("for Robin")).to_be_visible()
    stop(server)
    page.goto(f"{address(server)}/help/?country=xx")
    expect(page.get_by_text("for anyone")).to_be_visible()


def test_nothing_but_help_is_kept(
    visit: BrowserContext, server: ThreadingHTTPServer
) -> None:
    page = keep_help(visit, server)
    kept = page.evaluate(
        "caches.open('onward-help-1').then(cache => cache.keys()).then(all => all.map(one => new URL(one.url).pathname))"
    )
    assert all(path == "/help/" or path.startswith("/static/onward/") for path in kept)
    assert "/help/" in kept
    stop(server)
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        page.goto(f"{address(server)}/writing/")
