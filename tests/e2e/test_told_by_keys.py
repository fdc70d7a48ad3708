"""Every press says what it did where the person is: in sight, and with the focus beside it."""

from __future__ import annotations

import os
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, ViewportSize, expect

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.services import add_event, add_round, add_stage
from onward.jobs.models import Job, JobState
from onward.jobs.services import enqueue
from onward.people.services import local_person
from tests.builders import make_application
from tests.e2e.accessible import SCHEMES, SPREAD, WIDEST, WIDTH, violations
from tests.e2e.conftest import Pages

pytestmark = pytest.mark.django_db(transaction=True)

KINDS = (EventKind.REPLY, EventKind.INTERVIEW, EventKind.ASSESSMENT)
SHOTS = os.environ.get("ONWARD_SHOTS", "")
NARROW: ViewportSize = {"width": 320, "height": 640}


def look(page: Page, name: str) -> None:
    """Check this page in both themes as it is, and keep a picture of it, narrow and wide."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(page) == ""
        for width in (1280, 320) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 640})
            page.evaluate("document.activeElement.scrollIntoView({block: 'center'})")
            page.screenshot(path=f"{SHOTS}/{name}-{scheme}-{width}.png")
    page.set_viewport_size(NARROW)


@pytest.fixture
def narrow(visitor: Page, pages: Pages) -> Page:
    """The program at 320 px, entered."""
    visitor.set_viewport_size(NARROW)
    visitor.goto(pages.launch_link())
    visitor.goto(f"{pages.address}/settings/")
    return visitor


def told(page: Page) -> Locator:
    return page.get_by_role("list", name="Messages")


def long_story() -> tuple[Application, list[Event]]:
    now = timezone.now()
    application = make_application(person=local_person())
    events = [
        add_event(
            local_person(),
            application,
            kind=KINDS[number % len(KINDS)],
            at=now - timedelta(days=12 - number),
            note="What they wrote. " * 20,
            now=now,
        )
        for number in range(10)
    ]
    return application, events


def is_told_beside(page: Page, event: Event, words: str) -> None:
    """See that the words have the focus and are in sight within the event."""
    said = page.locator(f"#event-{event.pk}").get_by_role("list", name="Messages")
    expect(said).to_contain_text(words)
    expect(said).to_be_focused()
    page.wait_for_load_state("networkidle")
    expect(said).to_be_in_viewport(ratio=1)
    expect(said).to_be_focused()


def press(page: Page, name: str, *, within: Locator) -> None:
    button = within.get_by_role("button", name=name)
    button.focus()
    page.keyboard.press("Enter")


def test_what_was_recorded_is_told_beside_its_event(narrow: Page, pages: Pages) -> None:
    application, _ = long_story()
    narrow.goto(f"{pages.address}/applications/{application.pk}/")
    narrow.locator("section").get_by_label("What happened").select_option("note")
    press(narrow, "Record it", within=narrow.locator("main"))
    narrow.wait_for_url(re.compile("#event-"))
    event = Event.objects.latest("number")
    is_told_beside(narrow, event, "Recorded.")
    look(narrow, "recorded")
    narrow.keyboard.press("Tab")
    expect(told(narrow).get_by_role("button", name="Undo")).to_be_focused()
    narrow.keyboard.press("Tab")
    inside = narrow.locator(f"#event-{event.pk} :focus")
    expect(inside).to_have_count(1)


def test_an_undo_on_a_timeline_is_told_where_it_was_pressed(
    narrow: Page, pages: Pages
) -> None:
    application, events = long_story()
    narrow.goto(f"{pages.address}/applications/{application.pk}/")
    event = events[4]
    place = narrow.locator(f"#event-{event.pk}")
    press(narrow, "Undo", within=place)
    is_told_beside(narrow, event, "Undone.")
    look(narrow, "undone")
    press(narrow, "Bring it back", within=place)
    is_told_beside(narrow, event, "It counts again.")


def test_undoing_the_only_event_says_that_the_application_is_archived(
    narrow: Page, pages: Pages
) -> None:
    application = make_application(person=local_person())
    event = application.events.get(kind=EventKind.APPLIED)
    narrow.goto(f"{pages.address}/applications/{application.pk}/")
    place = narrow.locator(f"#event-{event.pk}")
    press(narrow, "Undo", within=place)
    is_told_beside(narrow, event, "Nothing else is told of this application: it is")
    press(narrow, "Bring it back", within=place)
    is_told_beside(narrow, event, "the application is out of the archive.")


def test_among_what_was_changed_a_press_is_told_in_its_line(
    narrow: Page, pages: Pages
) -> None:
    _, events = long_story()
    narrow.goto(f"{pages.address}/applications/changes/")
    line = narrow.locator(f"#change-{events[2].pk}")
    for name, words in (("Undo", "Undone."), ("Bring it back", "It counts again.")):
        press(narrow, name, within=line.locator("> form"))
        said = line.get_by_role("list", name="Messages")
        expect(said).to_contain_text(words)
        expect(said).to_be_focused()
        expect(said).to_be_in_viewport(ratio=1)
        expect(line.get_by_role("button")).to_have_count(1)
    look(narrow, "changes")


def test_a_move_says_where_to_and_its_undo_is_told(narrow: Page, pages: Pages) -> None:
    add_stage(local_person(), name="Trial week", stage=Stage.ASSESSMENT)
    make_application(person=local_person())
    narrow.goto(f"{pages.address}/applications/board/")
    narrow.get_by_role("link", name="Move Operations").press("Enter")
    narrow.get_by_label("Trial week").check()
    narrow.get_by_role("button", name="Move it").press("Enter")
    expect(told(narrow)).to_contain_text("Moved to “Trial week”: Operations")
    expect(told(narrow)).to_be_focused()
    look(narrow, "board-moved")
    told(narrow).get_by_role("button", name="Undo").press("Enter")
    expect(told(narrow)).to_contain_text("Undone.")
    expect(told(narrow)).to_be_focused()
    told(narrow).get_by_role("button", name="Bring it back").press("Enter")
    expect(told(narrow)).to_contain_text("Moved to “Trial week” again: Operations")
    told(narrow).get_by_role("button", name="Undo").press("Enter")
    expect(told(narrow)).to_contain_text("Undone.")
    narrow.get_by_role("link", name="Move Operations").press("Enter")
    narrow.get_by_role("button", name="Move it").press("Enter")
    expect(told(narrow)).to_contain_text("It stands at “Applied” already")
    expect(told(narrow)).to_be_focused()


def test_a_card_that_is_moved_by_keys_is_told_with_its_place(
    narrow: Page, pages: Pages
) -> None:
    for number in range(20):
        make_application(person=local_person(), company=f"Harbour {number}")
    narrow.goto(f"{pages.address}/applications/board/")
    card = narrow.locator("[data-card]", has_text=re.compile(r"Harbour 7\b"))
    card.get_by_role("link").first.focus()
    for place in ("In touch", "Test or task", "Interview"):
        narrow.keyboard.press("Shift+ArrowRight")
        said = f"Moved to “{place}”: Operations Coordinator · Harbour 7."
        expect(narrow.locator("#status")).to_have_text(said)
        expect(card.get_by_role("link").first).to_be_focused()
        expect(told(narrow)).to_contain_text(said)
        expect(told(narrow)).to_be_in_viewport(ratio=1)
        expect(card).to_be_in_viewport(ratio=1)
    look(narrow, "card")
    narrow.keyboard.press("Tab")
    narrow.keyboard.press("Tab")
    expect(told(narrow).get_by_role("button", name="Undo")).to_be_focused()
    narrow.keyboard.press("Enter")
    expect(told(narrow)).to_contain_text("Undone.")


def test_work_that_is_done_says_so_in_the_same_region(
    narrow: Page, pages: Pages
) -> None:
    job = enqueue(local_person(), kind="test", title="Reading a file", arguments={})
    narrow.goto(f"{pages.address}/jobs/{job.pk}/")
    region = narrow.locator("#job [role=status]")
    expect(region).to_have_text("")
    region.evaluate("it => { it.kept = true; }")
    narrow.get_by_role("button", name="Stop it").focus()
    Job.objects.filter(pk=job.pk).update(
        state=JobState.DONE, message="4 mails read.", finished_at=timezone.now()
    )
    expect(region).to_have_text(re.compile(r"Done\.\s+4 mails read\."))
    assert region.evaluate("it => it.kept")


def test_the_report_that_was_asked_for_has_the_focus(
    narrow: Page, pages: Pages
) -> None:
    make_application(person=local_person())
    narrow.goto(f"{pages.address}/exchange/proof/")
    narrow.get_by_role("button", name="Show it").press("Enter")
    heading = narrow.get_by_role("heading", name="Work search record")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    look(narrow, "proof")
    # A period that ends before it begins: the form tells, and nothing else takes the focus.
    narrow.get_by_label("From").fill("2026-11-30")
    narrow.get_by_label("To", exact=False).first.fill("2026-11-01")
    narrow.get_by_role("button", name="Show it").press("Enter")
    expect(narrow.locator(".notice--problem")).to_be_focused()


def test_a_correction_that_is_left_closes_in_its_place(
    narrow: Page, pages: Pages
) -> None:
    application, events = long_story()
    narrow.goto(f"{pages.address}/applications/{application.pk}/")
    title = narrow.title()
    fold = narrow.locator(f"#event-{events[6].pk} details", has_text="Correct it")
    summary = fold.locator("summary")
    summary.press("Enter")
    fold.get_by_label("Note").fill("Typed by mistake")
    assert narrow.title() == title
    narrow.evaluate("() => { window.isSame = true; }")
    fold.get_by_role("link", name="Not now").press("Enter")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    expect(fold.get_by_label("Note")).to_be_hidden()
    assert narrow.evaluate("window.isSame")
    summary.press("Enter")
    expect(fold.get_by_label("Note")).to_have_value(("What they wrote. " * 20).strip())
    # On its own page the way out leads back to the event.
    narrow.goto(f"{pages.address}/applications/events/{events[6].pk}/correct/")
    narrow.get_by_role("link", name="Not now").press("Enter")
    narrow.wait_for_url(re.compile(f"#event-{events[6].pk}"))
    expect(summary).to_be_in_viewport()


def test_no_day_and_no_row_of_the_header_is_wider_than_a_narrow_screen(
    narrow: Page, pages: Pages
) -> None:
    now = timezone.now()
    application = make_application(person=local_person(), role="Verwaltungsfachkraft")
    starts_at = now.replace(month=12, day=31, hour=15, minute=45) + timedelta(days=365)
    add_round(local_person(), application, details={"starts_at": starts_at}, now=now)
    detail = f"/applications/{application.pk}/"
    for path in ("/", "/applications/ahead/", detail, "/help/?country=GB"):
        narrow.goto(pages.address + path)
        assert narrow.evaluate(WIDTH) <= 320, path
        # As letters usually stand, the navigation needs one line.
        tops = (
            "links => new Set(links.map((it) => it.getBoundingClientRect().top)).size"
        )
        assert narrow.locator(".site-nav a").evaluate_all(tops) == (
            0 if path.startswith("/help/") else 1
        )
        narrow.evaluate(SPREAD)
        for width in (640, 500, 412, 360, 320):
            narrow.set_viewport_size({"width": width, "height": 640})
            wide = narrow.evaluate(WIDTH)
            assert wide <= width, (path, width, narrow.evaluate(WIDEST))
        look(narrow, "spread-" + (path.strip("/").split("/")[-1][:5] or "today"))


def test_all_rows_are_ticked_in_sight_and_counted(narrow: Page, pages: Pages) -> None:
    for number in range(20):
        make_application(person=local_person(), company=f"Harbour {number}")
    narrow.goto(f"{pages.address}/applications/table/")
    every = narrow.get_by_role("checkbox", name="Tick all on this page")
    every.focus()
    expect(every).to_be_in_viewport(ratio=1)
    box = every.bounding_box()
    assert box
    assert box["width"] >= 24
    assert box["height"] >= 24
    narrow.keyboard.press("Space")
    count = narrow.locator(".ticked [role=status]")
    expect(count).to_have_text("20 ticked")
    look(narrow, "ticked")
    # What is said and what leads on stay in sight, and cover no row that has the focus.
    row = narrow.get_by_role("checkbox", name="Harbour 11", exact=False)
    row.focus()
    narrow.keyboard.press("Space")
    expect(count).to_have_text("19 ticked")
    expect(count).to_be_in_viewport(ratio=1)
    assert every.evaluate("it => it.indeterminate")
    for _ in range(12):
        narrow.keyboard.press("Shift+Tab")
        at, below = narrow.evaluate(
            "[document.activeElement.getBoundingClientRect().top,"
            " document.querySelector('.ticked').getBoundingClientRect().bottom]"
        )
        assert at >= below
    narrow.get_by_role("link", name="With what is ticked").press("Enter")
    expect(narrow.get_by_role("heading", name="With what is ticked")).to_be_focused()
    expect(
        narrow.get_by_role("heading", name="With what is ticked")
    ).to_be_in_viewport()


def test_all_that_match_beyond_the_page_are_counted(narrow: Page, pages: Pages) -> None:
    for number in range(60):
        make_application(person=local_person(), company=f"Harbour {number}")
    narrow.goto(f"{pages.address}/applications/table/")
    every = narrow.get_by_role("checkbox", name="Tick all on this page")
    every.press("Space")
    count = narrow.locator(".ticked [role=status]")
    on_page = narrow.locator("input[name=application]").count()
    assert on_page < 60
    expect(count).to_have_text(f"{on_page} ticked")
    beyond = narrow.get_by_role("checkbox", name="All 60 that match", exact=False)
    beyond.press("Space")
    expect(count).to_have_text("60 ticked")
    every.press("Space")
    expect(count).to_have_text("60 ticked")
    beyond.press("Space")
    expect(count).to_have_text("")


def test_the_head_of_a_page_stands_on_one_line(narrow: Page, pages: Pages) -> None:
    narrow.goto(f"{pages.address}/settings/")
    middles = """links => links.map((it) => {
      const box = it.getBoundingClientRect();
      return Math.round(box.top + box.height / 2);
    })"""
    top = narrow.locator(".site-header__top > a")
    expect(top).to_have_count(3)
    assert len(set(top.evaluate_all(middles))) == 1
    sizes = "links => links.flatMap((it) => [it.offsetWidth, it.offsetHeight])"
    assert min(top.evaluate_all(sizes)) >= 44
    top.last.focus()
    look(narrow, "head")
