"""What was left out, what is no mail, and who could read along is said where it matters."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from onward.people.services import local_person, make_launch_token
from onward.project.worker import work_once
from tests.builders import make_application, make_no, make_person
from tests.e2e.test_feedback import look
from tests.mail.raw_mail import make_mbox, make_raw

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def address(live_server: LiveServer, settings: Settings, tmp_path: Path) -> str:
    settings.HOME = tmp_path
    found: str = live_server.url.replace("localhost", "127.0.0.1")
    return found


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
            assert visitor.url == f"{address}/mail/"
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
