from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import keyring
import pytest
from django.conf import settings
from django.core import serializers
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from onward.core.passwords import FILE_NAME
from onward.jobs.models import Job
from onward.jobs.services import claim_next, enqueue, run_job
from onward.mail.imap.troubles import TroubleKind
from onward.mail.jobs import sync_mail
from onward.mail.models import ImapAccount, MailMessage, MailRun, SignIn
from onward.mail.periodic import look_for_mail
from onward.mail.services.accounts import AccountFacts, add_account
from onward.mail.services.queueing import queue_sync
from onward.mail.services.syncing import sync_account
from onward.mail.services.tidying import forget_quiet_readings
from onward.people.models import Person
from onward.project.doctor import mail_troubles
from onward.project.worker import work_once
from tests.builders import NOW, quiet
from tests.dovecot import PASSWORD, CuttingProxy, Dovecot, free_port
from tests.mail.imap.conftest import make_account
from tests.mail.imap.test_syncing import hiring
from tests.mail.imap.token_server import TokenServer

pytestmark = pytest.mark.django_db


def typed(address: str, *, port: int, **more: object) -> dict[str, object]:
    return {
        "address": address,
        "password": PASSWORD,
        "host": "127.0.0.1",
        "port": port,
        "security": "tls",
        "user": "",
        "every_minutes": 15,
        **more,
    }


@pytest.fixture
def tokens(address: str) -> Iterator[TokenServer]:
    server = TokenServer(user=address)
    yield server
    server.close()


def test_a_mailbox_is_added_tested_read_and_removed(
    owner_client: Client, dovecot: Dovecot, address: str
) -> None:
    dovecot.seed(hiring(1), user=address)
    facts = typed(address, port=dovecot.tls_port)
    answer = owner_client.post(reverse("mail:account_add"), facts, follow=True)
    account = ImapAccount.objects.get()
    assert "no keyring" in answer.content.decode()
    assert "not encrypted" in answer.content.decode()
    chosen = {"folders": ["INBOX"]}
    owner_client.post(reverse("mail:folders", args=[account.pk]), chosen)
    job = claim_next("w", now=Job.objects.get().run_after)
    assert job is not None
    run_job(job, sync_mail)
    assert MailMessage.objects.count() == 1
    page = owner_client.get(reverse("jobs:detail", args=[job.pk])).content.decode()
    assert "Done" in page
    tested = owner_client.post(reverse("mail:test", args=[account.pk]), follow=True)
    assert "It can be opened" in tested.content.decode()
    assert json.loads((settings.HOME / FILE_NAME).read_text())
    owner_client.post(reverse("mail:remove", args=[account.pk]))
    assert not ImapAccount.objects.exists()
    assert MailMessage.objects.count() == 1
    assert PASSWORD not in (settings.HOME / FILE_NAME).read_text()


def test_the_password_is_in_its_file_alone(
    account: ImapAccount, owner_client: Client
) -> None:
    file = settings.HOME / FILE_NAME
    assert PASSWORD in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    owner_client.post(reverse("mail:sync", args=[account.pk]))
    rows = [*ImapAccount.objects.all(), *account.folders.all(), *Job.objects.all()]
    assert PASSWORD not in serializers.serialize("json", rows)
    page = owner_client.get(reverse("mail:change", args=[account.pk]))
    assert PASSWORD not in page.content.decode()


class MemoryKeyring(KeyringBackend):
    """A keyring of this process alone."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


def test_a_keyring_is_preferred_and_named(
    owner_client: Client, dovecot: Dovecot, address: str
) -> None:
    before, memory = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(memory)
    try:
        facts = typed(address, port=dovecot.tls_port)
        page = owner_client.post(reverse("mail:account_add"), facts, follow=True)
        assert "in the keyring of this computer" in page.content.decode()
        assert list(memory.kept.values()) == [PASSWORD]
        assert sync_account(ImapAccount.objects.get(), progress=quiet).trouble is None
    finally:
        keyring.set_keyring(before)


def test_what_cannot_be_opened_is_not_kept_and_comes_back_as_typed(
    owner_client: Client, dovecot: Dovecot, address: str
) -> None:
    wrong = typed(address, port=dovecot.tls_port, password="nearly")
    answer = owner_client.post(reverse("mail:account_add"), wrong)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "does not accept this user name and password" in page
    assert 'value="nearly"' in page
    closed = typed(address, port=free_port())
    answer = owner_client.post(reverse("mail:account_add"), closed)
    assert "Nothing answers at 127.0.0.1" in answer.content.decode()
    far = typed(address, port=143, host="imap.far.example", security="plain")
    answer = owner_client.post(reverse("mail:account_add"), far)
    assert "could be read on the way" in answer.content.decode()
    unknown = typed(address, port=993, host="")
    answer = owner_client.post(reverse("mail:account_add"), unknown)
    assert "Name the mail server" in answer.content.decode()
    assert not ImapAccount.objects.exists()


def test_a_password_that_was_changed_there_is_said_everywhere_and_put_right(
    account: ImapAccount, owner_client: Client, dovecot: Dovecot
) -> None:
    account.user = "somebody-else"
    account.save()
    account.port = free_port()
    account.save()
    synced = sync_account(account, progress=quiet)
    assert synced.trouble is not None
    page = owner_client.get(reverse("mail:account", args=[account.pk]))
    for said in (
        page.content.decode(),
        owner_client.get(reverse("mail:home")).content.decode(),
        owner_client.get(reverse("mail:accounts")).content.decode(),
        " ".join(mail_troubles()),
    ):
        assert "Nothing answers at 127.0.0.1" in said
    facts = typed(account.address, port=dovecot.tls_port, password="")
    owner_client.post(reverse("mail:change", args=[account.pk]), facts)
    account.refresh_from_db()
    assert account.trouble == ""
    assert sync_account(account, progress=quiet).trouble is None
    assert list(mail_troubles()) == []


def test_a_run_that_found_nothing_new_asks(
    account: ImapAccount, owner_client: Client
) -> None:
    sync_account(account, progress=quiet)
    place = reverse("mail:account", args=[account.pk])
    assert (
        "Nothing new about hiring was found yet"
        in owner_client.get(place).content.decode()
    )
    ImapAccount.objects.update(found_new_at=timezone.now() - timedelta(days=2))
    assert "Nothing new about" not in owner_client.get(place).content.decode()
    ImapAccount.objects.update(found_new_at=timezone.now() - timedelta(days=20))
    assert (
        "Nothing new about hiring was found since"
        in owner_client.get(place).content.decode()
    )


def test_a_reading_that_found_nothing_asks_on_its_own_page(
    account: ImapAccount, owner_client: Client, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), user=account.address)
    pages = []
    for _ in range(2):
        owner_client.post(reverse("mail:sync", args=[account.pk]))
        assert work_once("w")
        job = Job.objects.order_by("-created_at").first()
        assert job is not None
        page = owner_client.get(reverse("jobs:detail", args=[job.pk]))
        pages.append(page.content.decode())
    assert "Do answers arrive in another folder" not in pages[0]
    assert "Do answers arrive in another folder or mailbox?" in pages[1]
    assert (
        owner_client.get(reverse("mail:home")).content.decode().count("/mail/runs/")
        == 1
    )


def test_a_reading_that_broke_off_is_not_called_done(
    account: ImapAccount, owner_client: Client
) -> None:
    ImapAccount.objects.update(port=free_port())
    owner_client.post(reverse("mail:sync", args=[account.pk]))
    work_once("w")
    page = owner_client.get(reverse("jobs:detail", args=[Job.objects.get().pk]))
    assert "It did not come to its end" in page.content.decode()
    assert "Nothing answers at 127.0.0.1" in page.content.decode()


def test_readings_that_found_no_message_are_forgotten_after_a_day(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), user=account.address)
    for _ in range(3):
        queue_sync(account)
        work_once("w")
    ImapAccount.objects.update(port=free_port())
    account.refresh_from_db()
    queue_sync(account)
    work_once("w")
    assert forget_quiet_readings(now=timezone.now()) == 0
    assert forget_quiet_readings(now=timezone.now() + timedelta(days=2)) == 4
    assert sorted(run.counts["read"] for run in MailRun.objects.all()) == [0, 1]
    assert Job.objects.count() == 2


def test_nothing_is_read_before_the_person_has_chosen(
    owner_client: Client, dovecot: Dovecot, address: str
) -> None:
    dovecot.seed(hiring(1), user=address)
    owner_client.post(
        reverse("mail:account_add"),
        typed(address, port=dovecot.tls_port, every_minutes=-1),
    )
    account = ImapAccount.objects.get()
    assert account.stays_connected
    assert account.every_minutes == 15
    look_for_mail()
    answer = owner_client.post(reverse("mail:sync", args=[account.pk]), follow=True)
    assert "Choose what is read first" in answer.content.decode()
    listed = owner_client.get(reverse("mail:accounts")).content.decode()
    assert "Look for new mail now" not in listed
    home = owner_client.get(reverse("mail:home")).content.decode()
    assert "Choose what is read, and it begins" in home
    assert "is not read yet" in " ".join(mail_troubles())
    assert not Job.objects.exists()
    chosen = {"folders": ["INBOX"]}
    owner_client.post(reverse("mail:folders", args=[account.pk]), chosen)
    account.refresh_from_db()
    assert account.next_at is not None
    assert Job.objects.count() == 1
    change = owner_client.get(reverse("mail:change", args=[account.pk]))
    assert list(mail_troubles()) == []
    assert '<option value="-1" selected>' in change.content.decode()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"listened_until": timezone.now() + timedelta(days=9)}, "connected and waits"),
        ({"listened_until": timezone.now() + timedelta(days=9)}, "heard at once"),
        ({"can_tell": False}, "this server cannot tell by itself"),
        ({}, "not connected at the moment"),
        ({"trouble": "dropped"}, "once it can be read again"),
        ({"stays_connected": False}, "every 15 minutes, while Onward runs"),
        ({"stays_connected": False, "every_minutes": 60}, "every hour"),
        ({"stays_connected": False, "every_minutes": 360}, "every six hours"),
        ({"stays_connected": False, "every_minutes": 0}, "only when you press"),
    ],
)
def test_the_page_says_when_it_is_looked_into(
    account: ImapAccount,
    owner_client: Client,
    facts: dict[str, object],
    words: str,
) -> None:
    ImapAccount.objects.update(**{"stays_connected": True, **facts})
    account.folders.update(is_heard=True)
    page = owner_client.get(reverse("mail:account", args=[account.pk]))
    assert words in page.content.decode()


def test_the_page_says_why_a_mailbox_is_not_connected_while_another_is_read(
    account: ImapAccount, owner_client: Client, outsider: Person
) -> None:
    ImapAccount.objects.update(stays_connected=True)
    enqueue(outsider, kind="mail.import", title="Reading theirs.mbox", arguments={})
    assert claim_next("one", now=timezone.now()) is not None
    address = reverse("mail:account", args=[account.pk])
    page = owner_client.get(address).content.decode()
    assert "Another reading is under way at the moment" in page
    assert "not connected" not in page
    assert "theirs" not in page


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("wrong_password", "Change password or server"),
        ("sign_in_only", "Add it with a sign-in"),
        ("closed_port", "Change password or server"),
        ("too_many", "You can leave it"),
        ("dropped", "You can leave it"),
    ],
)
def test_a_trouble_comes_with_the_one_thing_to_do(
    account: ImapAccount, owner_client: Client, trouble: str, words: str
) -> None:
    ImapAccount.objects.update(trouble=trouble, trouble_words="Something is wrong.")
    page = owner_client.get(reverse("mail:account", args=[account.pk])).content.decode()
    offers = ("Change password or server", "Add it with a sign-in", "You can leave it")
    assert [offer for offer in offers if offer in page] == [words]
    assert "Something is wrong." in page


def test_what_is_on_its_turn_is_queued_once(account: ImapAccount) -> None:
    look_for_mail()
    look_for_mail()
    job = Job.objects.get()
    assert job.arguments == {"account": str(account.pk)}
    ImapAccount.objects.update(next_at=None)
    Job.objects.all().delete()
    look_for_mail()
    assert not Job.objects.exists()


def _signed_account(person: Person, tokens: TokenServer, port: int) -> ImapAccount:
    facts = AccountFacts(
        address=tokens.user,
        host="127.0.0.1",
        port=port,
        security="tls",
        sign_in=SignIn.OAUTH,
        client_id="my-own-client",
        endpoints=tokens.endpoints(device=True),
    )
    return add_account(person, facts, client_secret="client-secret", now=NOW)


def test_a_sign_in_by_code_opens_the_mailbox(
    owner: Person, owner_client: Client, dovecot: Dovecot, tokens: TokenServer
) -> None:
    dovecot.accept_tokens_of(f"{tokens.address}/introspect")
    dovecot.seed(hiring(1), user=tokens.user)
    account = _signed_account(owner, tokens, dovecot.tls_port)
    tokens.pending = 1
    place = reverse("mail:sign_in", args=[account.pk])
    page = owner_client.get(place).content.decode()
    assert "QUIL-MOOR" in page
    assert "https://sign-in.example/device" in page
    assert "has not heard from you yet" in owner_client.post(place).content.decode()
    answer = owner_client.post(place, follow=True)
    assert "Signed in" in answer.content.decode()
    assert tokens.asked[0]["client_id"] == "my-own-client"
    assert tokens.asked[1]["client_secret"] == "client-secret"
    account.folders.filter(name="INBOX").update(is_chosen=True)
    assert sync_account(account, progress=quiet).summary.new == 1
    rows = serializers.serialize("json", ImapAccount.objects.all())
    assert "secret" not in rows.replace("secret_place", "")
    assert "good-" not in rows


def test_a_permission_taken_back_is_a_sentence_with_a_way_on(
    owner: Person, owner_client: Client, dovecot: Dovecot, tokens: TokenServer
) -> None:
    account = _signed_account(owner, tokens, dovecot.tls_port)
    place = reverse("mail:sign_in", args=[account.pk])
    owner_client.get(place)
    owner_client.post(place)
    tokens.is_revoked = True
    synced = sync_account(account, progress=quiet)
    assert synced.trouble is not None
    assert synced.trouble.kind is TroubleKind.REVOKED
    page = owner_client.get(reverse("mail:account", args=[account.pk]))
    assert "was taken back or has run out" in page.content.decode()
    tokens.is_revoked, tokens.is_broken = False, True
    broken = sync_account(account, progress=quiet).trouble
    assert broken is not None
    assert broken.kind is TroubleKind.SIGN_IN_SERVER
    assert owner_client.get(place).status_code == 422
    tokens.is_broken = False
    account.refresh_from_db()
    assert account.next_at is not None
    assert account.next_at > timezone.now()
    owner_client.get(place)
    owner_client.post(place)
    account.refresh_from_db()
    assert account.trouble == ""
    # Not a day later, as for whoever has to do something first.
    assert account.next_at is not None
    assert account.next_at <= timezone.now()


def test_a_sign_in_by_the_providers_page_comes_back_with_proof(
    owner: Person, owner_client: Client, dovecot: Dovecot, tokens: TokenServer
) -> None:
    account = _signed_account(owner, tokens, dovecot.tls_port)
    account.endpoints = tokens.endpoints(device=False)
    account.save()
    place = reverse("mail:sign_in", args=[account.pk])
    page = owner_client.get(place).context["page"]
    query = {k: v[0] for k, v in parse_qs(urlsplit(page).query).items()}
    assert query["code_challenge_method"] == "S256"
    back = urlsplit(query["redirect_uri"]).path
    for state in ("", "ü"):
        odd = owner_client.get(back, {"state": state, "code": "x"}, follow=True)
        assert "was not begun here" in odd.content.decode()
        owner_client.get(place)
    foreign = owner_client.get(back, {"state": "other", "code": "x"}, follow=True)
    assert "was not begun here" in foreign.content.decode()
    assert tokens.asked == []
    page = owner_client.get(place).context["page"]
    state = parse_qs(urlsplit(page).query)["state"][0]
    owner_client.get(back, {"state": state, "code": "the-code"})
    assert tokens.asked[0]["code"] == "the-code"
    assert len(tokens.asked[0]["code_verifier"]) >= 43
    again = owner_client.get(back, {"state": state, "code": "the-code"}, follow=True)
    assert "was not begun here" in again.content.decode()


def test_an_outsider_finds_nothing(
    account: ImapAccount, outsider_client: Client
) -> None:
    names = ("account", "change", "remove", "sign_in")
    for name in names:
        page = outsider_client.get(reverse(f"mail:{name}", args=[account.pk]))
        assert page.status_code == 404
    for name in (*names[1:], "sync", "test", "folders"):
        page = outsider_client.post(reverse(f"mail:{name}", args=[account.pk]))
        assert page.status_code == 404
    assert account.address not in (
        outsider_client.get(reverse("mail:accounts")).content.decode()
    )
    assert ImapAccount.objects.count() == 1


def test_a_sign_in_needs_a_provider_that_has_one(owner_client: Client) -> None:
    place = reverse("mail:add_sign_in")
    facts = typed("robin@person.example", port=993, client_id="mine", client_secret="")
    answer = owner_client.post(place, facts)
    assert answer.status_code == 422
    assert "For any other, use a" in answer.content.decode()
    facts = {"address": "robin@gmail.com", "client_id": "mine", "security": "tls"}
    owner_client.post(place, {**facts, "every_minutes": 15})
    account = ImapAccount.objects.get()
    assert account.host == "imap.gmail.com"
    page = owner_client.get(reverse("mail:sign_in", args=[account.pk]))
    assert "accounts.google.com" in page.content.decode()


@pytest.mark.parametrize(
    ("keeper", "host", "page"),
    [
        ("google", "imap.gmail.com", "accounts.google.com"),
        ("microsoft", "outlook.office365.com", ""),
    ],
)
def test_a_firms_address_can_sign_in_where_its_mail_is_kept(
    owner_client: Client, keeper: str, host: str, page: str
) -> None:
    facts = {
        "address": "robin@firm.example",
        "client_id": "mine",
        "security": "tls",
        "every_minutes": 15,
    }
    place = reverse("mail:add_sign_in")
    refused = owner_client.post(place, facts)
    assert refused.status_code == 422
    words = refused.content.decode()
    assert "choose which of them keeps this mailbox" in words
    assert "Name the mail server" not in words
    owner_client.post(place, {**facts, "keeper": keeper})
    account = ImapAccount.objects.get()
    assert account.host == host
    assert page in account.endpoints["authorize"]


def test_a_copy_of_everything_holds_no_password(account: ImapAccount) -> None:
    from onward.project.backup import _NOT_COPIED

    assert FILE_NAME in _NOT_COPIED
    database = Path(str(settings.DATABASES["default"]["NAME"]))
    if (
        settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
        and database.exists()
    ):
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            assert PASSWORD not in "\n".join(connection.iterdump())


def test_a_folder_is_watched_from_the_page_and_left_alone_again(
    owner_client: Client, outsider_client: Client, tmp_path: Path
) -> None:
    from onward.mail.models import WatchedFolder

    wrong = {"path": str(tmp_path / "gone")}
    answer = owner_client.post(reverse("mail:watch"), wrong)
    assert answer.status_code == 422
    assert "There is no folder at" in answer.content.decode()
    owner_client.post(reverse("mail:watch"), {"path": str(tmp_path)})
    folder = WatchedFolder.objects.get()
    assert Job.objects.get().kind == "mail.watch"
    stop = reverse("mail:unwatch", args=[folder.pk])
    assert outsider_client.post(stop).status_code == 404
    owner_client.post(stop)
    assert not WatchedFolder.objects.exists()
    assert tmp_path.is_dir()


def test_a_file_is_no_folder_to_watch_and_a_sentence_says_how_it_is_read(
    owner_client: Client, tmp_path: Path
) -> None:
    from onward.mail.models import WatchedFolder

    file = tmp_path / "my mail.mbox"
    file.touch()
    answer = owner_client.post(reverse("mail:watch"), {"path": str(file)})
    assert answer.status_code == 422
    shown = unescape(answer.content.decode())
    assert "my mail.mbox is a file, and only a folder can be watched." in shown
    assert f"onward import '{file}'" in shown
    assert not WatchedFolder.objects.exists()


def test_another_server_does_not_get_the_password_that_was_given(
    account: ImapAccount, owner_client: Client, dovecot: Dovecot
) -> None:
    place = reverse("mail:change", args=[account.pk])
    facts = typed(account.address, port=dovecot.port, password="")
    other = {**facts, "host": "localhost", "security": "plain"}
    answer = owner_client.post(place, other)
    assert answer.status_code == 422
    assert "another one does not get it" in answer.content.decode()
    account.refresh_from_db()
    assert account.host == "127.0.0.1"
    owner_client.post(place, {**other, "password": PASSWORD})
    account.refresh_from_db()
    assert account.host == "localhost"


def test_what_is_changed_is_opened_with_the_password_that_is_kept(
    account: ImapAccount, owner_client: Client, dovecot: Dovecot
) -> None:
    place = reverse("mail:change", args=[account.pk])
    facts = typed(account.address, port=free_port(), password="")
    wrong = owner_client.post(place, facts)
    assert wrong.status_code == 422
    assert "Nothing answers at 127.0.0.1" in wrong.content.decode()
    moved = typed(account.address, port=dovecot.port, password="", security="starttls")
    answer = owner_client.post(place, moved, follow=True)
    assert "Saved, and it can be opened." in answer.content.decode()
    slower = {**moved, "every_minutes": 60}
    answer = owner_client.post(place, slower, follow=True)
    assert "can be opened" not in answer.content.decode()
    account.refresh_from_db()
    assert (account.security, account.every_minutes) == ("starttls", 60)


def test_a_pause_that_the_server_asks_for_is_said_everywhere_and_kept(
    owner: Person, owner_client: Client, dovecot: Dovecot, address: str
) -> None:
    quota = b"NO [OVERQUOTA] Account exceeded bandwidth limits;"
    proxy = CuttingProxy(dovecot.port, instead=(b"OK [READ-ONLY]", quota))
    account = make_account(owner, address, port=proxy.port, security="plain")
    synced = sync_account(account, progress=quiet)
    proxy.close()
    assert synced.trouble is not None
    assert synced.trouble.kind is TroubleKind.THROTTLED
    account.refresh_from_db()
    assert account.next_at is not None
    assert account.next_at > timezone.now() + timedelta(minutes=29)
    page = owner_client.get(reverse("mail:account", args=[account.pk]))
    for said in (page.content.decode(), " ".join(mail_troubles())):
        assert "asks for a pause" in said
        assert "Account exceeded bandwidth limits" in said


def test_that_the_only_chosen_folder_is_gone_is_said_everywhere(
    account: ImapAccount, owner_client: Client
) -> None:
    account.folders.update(is_chosen=False)
    gone = account.folders.create(person=account.person, name="Jobs", is_chosen=True)
    synced = sync_account(account, progress=quiet)
    assert [each["sentence"][:5] for each in synced.summary.problems] == ["Jobs:"]
    # Not again with each look for new mail: it is said where the mailbox is.
    assert sync_account(account, progress=quiet).summary.problems == []
    for said in (
        owner_client.get(reverse("mail:accounts")).content.decode(),
        owner_client.get(reverse("mail:account", args=[account.pk])).content.decode(),
        " ".join(mail_troubles()),
    ):
        assert "Jobs" in said
        assert "not on the server any more" in said
    # Nobody wants it read any more.
    gone.is_chosen = False
    gone.save()
    page = owner_client.get(reverse("mail:accounts")).content.decode()
    assert "any more" not in page
    assert list(mail_troubles()) == []


def test_a_second_press_while_the_first_reading_waits_shows_that_reading(
    account: ImapAccount, owner_client: Client
) -> None:
    ImapAccount.objects.filter(pk=account.pk).update(
        every_minutes=0, next_at=None, tried_at=None
    )
    chosen = {"folders": ["INBOX"]}
    first = owner_client.post(reverse("mail:folders", args=[account.pk]), chosen)
    second = owner_client.post(reverse("mail:sync", args=[account.pk]))
    assert second.headers["Location"] == first.headers["Location"]
    assert Job.objects.count() == 1
