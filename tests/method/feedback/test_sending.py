"""From the press to the server: once, kept on every trouble, and the password kept apart."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import keyring
import pytest
from django.test import Client
from keyring.backend import KeyringBackend

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.core.reach import is_this_computer
from onward.method.feedback.models import FeedbackRequest, MailAccount
from onward.method.feedback.rules.kinds import RequestState, Security, SendProblem
from onward.method.feedback.rules.servers import is_host_name, may_be_open
from onward.method.feedback.services.asking import save_draft
from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.sending import (
    forget_account,
    free_stuck,
    keep_account,
    send_request,
)
from onward.method.feedback.services.situation import Story
from onward.method.feedback.sources.smtp import Server
from onward.people.models import Person
from tests.builders import NOW
from tests.method.feedback.letters import DANA
from tests.method.feedback.mail_server import PASSWORD, USER, Box, mail_server

pytestmark = [
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS"),
    pytest.mark.usefixtures("still_clock"),
]
FORM = {
    "from_name": "Robin Vale",
    "from_address": "robin@me.example",
    "host": "127.0.0.1",
    "port": "2525",
    "security": "none",
    "user": USER,
    "password": PASSWORD,
}


@pytest.fixture
def box() -> Iterator[Box]:
    with mail_server(asks=True) as running:
        yield running


@pytest.fixture
def request_row(story: Story) -> FeedbackRequest:
    return begin_request(story, to_name=DANA[0], to_address=DANA[1], now=NOW)


def set_up(person: Person, *, port: int, password: str = PASSWORD) -> MailAccount:
    return keep_account(
        person,
        host="127.0.0.1",
        port=port,
        security=Security.NONE,
        user=USER,
        from_name="Robin Vale",
        from_address="robin@me.example",
        password=password,
    )


def test_one_press_sends_in_answer_and_two_send_once(
    owner: Person, box: Box, request_row: FeedbackRequest
) -> None:
    set_up(owner, port=box.port)
    stale = FeedbackRequest.objects.get()
    assert send_request(request_row, now=NOW).is_news
    again = send_request(stale, now=NOW)
    assert (again.is_news, again.problem) == (False, None)
    (came,) = box.taken
    assert came["Message-ID"] == f"<{stale.message_id}>"
    assert came["In-Reply-To"] == f"<{stale.in_reply_to}>"
    assert came["Subject"] == "Re: Operations Coordinator"
    assert stale.state == RequestState.ASKED
    assert Event.objects.filter(kind=EventKind.FEEDBACK_ASKED).count() == 1


def test_a_press_while_another_is_at_it_sends_nothing(
    owner: Person, box: Box, request_row: FeedbackRequest
) -> None:
    set_up(owner, port=box.port)
    inner: list[object] = []

    def slow(server: Server, message: EmailMessage) -> None:
        inner.append(send_request(FeedbackRequest.objects.get(), now=NOW))

    assert send_request(request_row, now=NOW, sender=slow).is_news
    assert box.taken == []
    assert inner[0] == type(inner[0])()


def test_every_trouble_keeps_the_draft_and_says_what_happened(
    owner: Person, owner_client: Client, box: Box, request_row: FeedbackRequest
) -> None:
    before = request_row.body
    set_up(owner, port=box.port, password="wrong")
    answer = owner_client.post(f"/feedback/draft/{request_row.pk}/send/")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Not sent. The draft is kept." in html
    assert "did not accept the user name and password" in html
    request_row.refresh_from_db()
    assert request_row.state == RequestState.DRAFT
    assert request_row.problem == SendProblem.WRONG_PASSWORD
    assert request_row.body == before
    assert box.taken == []
    set_up(owner, port=box.port)
    answer = owner_client.post(f"/feedback/draft/{request_row.pk}/send/", follow=True)
    assert "Sent. If an answer comes" in answer.content.decode()
    assert len(box.taken) == 1


def test_words_that_were_changed_after_the_page_was_shown_are_shown_before_they_go(
    owner: Person, owner_client: Client, box: Box, request_row: FeedbackRequest
) -> None:
    set_up(owner, port=box.port)
    path = f"/feedback/draft/{request_row.pk}/"
    mark = {"mark": owner_client.get(f"{path}ready/").context["mark"]}
    save_draft(request_row, body="Other words, from another window.")
    answer = owner_client.post(f"{path}send/", mark, follow=True)
    assert answer.redirect_chain[-1][0] == f"{path}ready/"
    html = answer.content.decode()
    assert "Nothing is sent yet: this draft was changed in another window" in html
    assert "Other words, from another window." in html
    assert box.taken == []
    mark = {"mark": answer.context["mark"]}
    assert mark["mark"] in html
    owner_client.post(f"{path}send/", mark)
    assert len(box.taken) == 1


def test_a_changed_draft_is_another_message_and_forgets_the_trouble(
    owner: Person, owner_client: Client, box: Box, request_row: FeedbackRequest
) -> None:
    set_up(owner, port=box.port, password="wrong")
    send_request(request_row, now=NOW)
    first = request_row.message_id
    send_request(request_row, now=NOW)
    assert request_row.message_id == first
    save_draft(request_row, body=request_row.body)
    assert request_row.problem
    save_draft(request_row, body="Other words.")
    request_row.refresh_from_db()
    assert (request_row.problem, request_row.message_id) == ("", "")
    html = owner_client.get(f"/feedback/draft/{request_row.pk}/ready/").content.decode()
    assert "Not sent" not in html
    FeedbackRequest.objects.update(problem=SendProblem.NOT_CONFIRMED)
    request_row.refresh_from_db()
    save_draft(request_row, body="Yet other words.")
    html = owner_client.get(f"/feedback/draft/{request_row.pk}/ready/").content.decode()
    assert "not known whether it was" in html


def test_without_a_server_or_an_address_nothing_is_tried(
    owner: Person, owner_client: Client, request_row: FeedbackRequest
) -> None:
    html = owner_client.post(f"/feedback/draft/{request_row.pk}/send/").content.decode()
    assert "No mail server is set up here" in html
    FeedbackRequest.objects.update(to_address="")
    answer = owner_client.post(f"/feedback/draft/{request_row.pk}/send/", follow=True)
    assert "Enter the address it goes to" in answer.content.decode()


def test_a_forgotten_password_is_a_sentence(
    owner: Person, own_folder: Path, box: Box, request_row: FeedbackRequest
) -> None:
    set_up(owner, port=box.port)
    (own_folder / "passwords.json").unlink()
    assert send_request(request_row, now=NOW).problem == SendProblem.NO_PASSWORD


def test_what_was_cut_off_in_the_middle_is_not_sent_again_by_itself(
    owner: Person, request_row: FeedbackRequest
) -> None:
    FeedbackRequest.objects.update(state=RequestState.SENDING, sending_since=NOW)
    free_stuck(owner, now=NOW + timedelta(minutes=4))
    assert FeedbackRequest.objects.get().state == RequestState.SENDING
    free_stuck(owner, now=NOW + timedelta(minutes=5))
    row = FeedbackRequest.objects.get()
    assert (row.state, row.problem) == (RequestState.DRAFT, SendProblem.NOT_CONFIRMED)


def test_without_a_keyring_the_password_is_in_a_file_that_only_its_owner_reads(
    owner_client: Client, own_folder: Path
) -> None:
    answer = owner_client.post("/feedback/sending/", FORM, follow=True)
    html = answer.content.decode()
    path = own_folder / "passwords.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(json.loads(path.read_text()).values()) == [PASSWORD]
    assert "no keyring that Onward can use" in html
    assert "it is not encrypted" in html
    assert PASSWORD not in html
    assert PASSWORD not in str(MailAccount.objects.values())
    owner_client.post("/feedback/sending/forget/")
    assert json.loads(path.read_text()) == {}
    assert not MailAccount.objects.exists()


class Drawer(KeyringBackend):
    """A keyring that lasts as long as a test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


def test_with_a_keyring_the_password_is_nowhere_else(
    owner: Person, own_folder: Path, box: Box, request_row: FeedbackRequest
) -> None:
    set_up(owner, port=box.port)
    drawer = Drawer()
    keyring.set_keyring(drawer)
    account = set_up(owner, port=box.port)
    assert account.password_place == "keyring"
    assert json.loads((own_folder / "passwords.json").read_text()) == {}
    assert list(drawer.kept.values()) == [PASSWORD]
    assert send_request(request_row, now=NOW).is_news
    forget_account(owner)
    assert drawer.kept == {}


def test_an_empty_password_keeps_the_one_for_the_same_server_only(
    owner_client: Client, own_folder: Path
) -> None:
    owner_client.post("/feedback/sending/", FORM)
    kept = (own_folder / "passwords.json").read_text()
    again = {**FORM, "password": "", "from_name": "R. Vale"}
    assert owner_client.post("/feedback/sending/", again).status_code == 302
    assert (own_folder / "passwords.json").read_text() == kept
    elsewhere = {**FORM, "password": "", "host": "localhost"}
    answer = owner_client.post("/feedback/sending/", elsewhere)
    assert answer.status_code == 422
    assert "Enter the password for this user name." in answer.content.decode()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"host": "smtp.mail.example"}, "could be read on the way"),
        ({"host": "https://smtp.mail.example"}, "server&#x27;s name alone"),
        ({"from_address": "robin"}, "such as robin@mail.example"),
        ({"port": "0"}, "Write 1, or more."),
        ({"password": ""}, "Enter the password for this user name."),
    ],
)
def test_settings_that_cannot_be_kept_come_back_with_what_was_typed(
    owner_client: Client, changes: dict[str, str], sentence: str
) -> None:
    answer = owner_client.post("/feedback/sending/", {**FORM, **changes})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert 'value="Robin Vale"' in html
    assert not MailAccount.objects.exists()


@pytest.mark.parametrize(
    ("host", "allowed", "is_kept"),
    [
        ("127.0.0.1", (), False),
        ("localhost", (), False),
        ("10.1.2.3", (), False),
        ("::1", (), False),
        ("10.1.2.3", ("10.1.0.0/16",), True),
        ("localhost", ("localhost",), True),
        ("93.184.215.14", (), True),
        ("smtp.mail.example", (), True),
    ],
)
def test_where_several_share_an_onward_a_server_inside_is_refused_on_saving(
    outsider_client: Client,
    settings: Any,
    host: str,
    allowed: tuple[str, ...],
    is_kept: bool,
) -> None:
    settings.PRIVATE_HOSTS = allowed
    form = {**FORM, "host": host, "security": "starttls"}
    answer = outsider_client.post("/feedback/sending/", form)
    assert MailAccount.objects.exists() == is_kept
    said = "has not allowed connections to this server"
    assert (said in answer.content.decode()) != is_kept


def test_a_test_goes_to_oneself_and_its_trouble_is_said(
    owner: Person, owner_client: Client, box: Box
) -> None:
    set_up(owner, port=box.port)
    answer = owner_client.post("/feedback/sending/test/", follow=True)
    assert "A test is on its way to robin@me.example." in answer.content.decode()
    (came,) = box.taken
    assert came["To"] == came["From"] == "Robin Vale <robin@me.example>"
    set_up(owner, port=box.port, password="wrong")
    answer = owner_client.post("/feedback/sending/test/")
    assert answer.status_code == 422
    assert "The test was not sent" in answer.content.decode()


@pytest.mark.parametrize(
    ("host", "is_here"),
    [
        ("localhost", True),
        ("LOCALHOST.", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("192.168.1.2", False),
        ("localhost.example", False),
        ("127.0.0.1.example", False),
    ],
)
def test_only_this_machine_may_be_spoken_to_without_tls(
    host: str, is_here: bool
) -> None:
    assert is_this_computer(host) == is_here
    assert may_be_open(host, security=Security.NONE) == is_here
    assert may_be_open(host, security=Security.TLS)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("smtp.mail.example", True),
        ("::1", True),
        ("mail", True),
        ("smtp.mail.example:587", False),
        ("a b", False),
        ("-a.example", False),
        ("x" * 64 + ".example", False),
    ],
)
def test_what_can_be_a_server(text: str, is_one: bool) -> None:
    assert is_host_name(text) == is_one


def test_nobody_else_reaches_a_request_or_a_server(
    owner: Person, outsider_client: Client, box: Box, request_row: FeedbackRequest
) -> None:
    set_up(owner, port=box.port)
    for name in ("send", "sent", "delete", "back", "voice", "seen"):
        path = f"/feedback/draft/{request_row.pk}/{name}/"
        assert outsider_client.post(path).status_code == 404
    html = outsider_client.get("/feedback/sending/").content.decode()
    assert "127.0.0.1" not in html
    assert box.taken == []
