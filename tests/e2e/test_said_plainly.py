"""What was left out, what is no mail, and who could read along is said where it matters."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event
from onward.method.plan.services import catch_up
from onward.method.wins.rules import WinKind
from onward.method.wins.services import mark, wall
from onward.people.services import local_person, make_launch_token
from onward.project.worker import work_once
from tests.builders import make_application, make_no, make_person
from tests.e2e.test_feedback import look
from tests.mail.raw_mail import make_mbox, make_raw

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)
INTERVIEW, OFFER = EventKind.INTERVIEW, EventKind.OFFER
POSITION_CLOSED = EventKind.POSITION_CLOSED


def test_a_wrong_file_is_said_to_be_one_and_where_it_goes(
    visitor: Page, address: str, tmp_path: Path
) -> None:
    wrong, mail = tmp_path / "list.csv", tmp_path / "all.mbox"
    wrong.write_text("Company,Role\nAcme,Planner\n")
    spam = make_raw(message_id="<2@quillmoor.example>").replace(
        b"From: Quillmoor", b"X-Gmail-Labels: Spam\nFrom: Quillmoor", 1
    )
    mail.write_bytes(make_mbox(make_raw(), spam))
    visitor.goto(f"{address}/launch/{make_launch_token(local_person())}/")
    for path in (wrong, mail):
        visitor.goto(f"{address}/mail/")
        visitor.get_by_label("A file or folder on this computer").fill(str(path))
        visitor.get_by_role("button", name="Read it").click()
        assert work_once("the worker of this test")
        visitor.reload()
        if path == wrong:
            expect(
                visitor.get_by_role("heading", name="Nothing was read")
            ).to_be_visible()
            expect(visitor.get_by_text("is a table and holds no mail")).to_be_visible()
            look(visitor, "mail-no-mail")
            visitor.get_by_role("link", name="Choose a mailbox again").click()
            expect(visitor).to_have_url(f"{address}/mail/")
    expect(visitor.get_by_text("(spam, bin and drafts)")).to_be_visible()
    look(visitor, "mail-left-out")
    visitor.get_by_role("link", name="choose the mailbox again").click()
    expect(visitor.get_by_label("Read spam and the bin too")).to_be_visible()

    visitor.goto(f"{address}/exchange/")
    visitor.get_by_label("A list of applications").set_input_files(mail)
    visitor.get_by_role("button", name="Look at it").click()
    expect(visitor.get_by_text("This file is mail, and no list.").first).to_be_visible()
    look(visitor, "list-is-mail")


def test_where_several_share_an_onward_a_page_says_who_could_read_it(
    visitor: Page, address: str
) -> None:
    person = make_person(name="Sasha")
    application = make_application(person=person)
    no = make_no(application=application)
    client = Client()
    client.force_login(person)
    name = django_settings.SESSION_COOKIE_NAME
    visitor.context.add_cookies(
        [{"name": name, "value": client.cookies[name].value, "url": address}]
    )
    visitor.goto(f"{address}/feelings/no/{no.pk}/write/")
    said = "whoever runs the server could read it"
    expect(visitor.get_by_text(said)).to_be_visible()
    look(visitor, "write-shared")
    visitor.goto(f"{address}/reflection/application/{application.pk}/look-back/")
    expect(visitor.get_by_text(said)).to_be_visible()
    look(visitor, "look-back-shared")


def test_an_offer_that_was_taken_away_is_told_in_the_past(
    visitor: Page, address: str
) -> None:
    person, now = local_person(), timezone.now()
    for company, end in (("Quill Press", None), ("Moor Mill", POSITION_CLOSED)):
        application = make_application(
            person=person,
            company=company,
            applied_at=now - 40 * DAY,
            events=((INTERVIEW, now - 30 * DAY), (OFFER, now - 20 * DAY)),
        )
        catch_up(person, now=now)
        win = wall(person).get(kind=WinKind.OFFER, event__application=application)
        mark(win, treat="a walk", now=now)
        if end is not None:
            add_event(person, application, kind=end, at=now - 9 * DAY, now=now)
    for number in range(10):
        make_application(
            person=person, company=f"Mill {number}", applied_at=now - 50 * DAY
        )
    catch_up(person, now=now)
    visitor.goto(f"{address}/launch/{make_launch_token(person)}/")
    visitor.goto(f"{address}/wins/")
    expect(visitor.get_by_text("They took it away later.")).to_have_count(1)
    look(visitor, "wins-taken-away")
    visitor.goto(f"{address}/outlook/")
    visitor.get_by_text("Open your own numbers").click()
    said = "1 of these offers was taken away again; it counts as one here."
    expect(visitor.get_by_text(said)).to_be_visible()
    look(visitor, "outlook-taken-away")


def test_the_card_after_a_quiet_time_names_what_it_is_about(
    visitor: Page, address: str
) -> None:
    person, now = local_person(), timezone.now()
    application = make_application(person=person, company="Moor Mill")
    add_event(person, application, kind=EventKind.REJECTION, at=now, now=now)
    catch_up(person, now=now)
    visitor.goto(f"{address}/launch/{make_launch_token(person)}/")
    visitor.goto(f"{address}/")
    visitor.get_by_role("button", name="End the quiet time now").click()
    said = "It is about Operations Coordinator · Moor Mill."
    expect(visitor.get_by_text(said)).to_be_visible()
    look(visitor, "refocus-named")


def test_the_order_of_the_list_is_readable_on_a_small_screen(
    visitor: Page, address: str
) -> None:
    person = local_person()
    make_application(person=person)
    visitor.goto(f"{address}/launch/{make_launch_token(person)}/")
    visitor.goto(f"{address}/applications/")
    visitor.set_viewport_size({"width": 911, "height": 512})
    box = visitor.get_by_label("Order by").bounding_box()
    assert box is not None
    assert box["width"] > 170
    look(visitor, "list-filters")
