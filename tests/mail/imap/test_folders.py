"""Which folders of a mailbox are read at first, and as what."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from imap_tools.imap_utf7 import utf7_encode

from onward.applications.models import Application
from onward.mail.account_forms import AS_IT_COMES
from onward.mail.models import ImapAccount, MailMessage
from onward.mail.services.accounts import choose_folders, refresh_folders
from onward.mail.services.syncing import sync_account
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.dovecot import Dovecot, make_dovecot, trusting
from tests.mail.imap.conftest import make_account
from tests.mail.imap.odd_server import OddServer
from tests.mail.imap.test_syncing import NO, WITHDRAWAL, hiring, own
from tests.mail.raw_mail import make_raw

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Iterator[Dovecot]:
    """A server at which everybody sees a team's folders."""
    server = make_dovecot(is_shared=True)
    with trusting(server.authority):
        yield server
    server.stop()


def read_by_file(account: ImapAccount) -> set[str]:
    rows = MailMessage.objects.for_person(account.person)
    return {path.rpartition("/")[2] for path in rows.values_list("path", flat=True)}


def test_below_drafts_and_the_bin_nothing_is_read(
    owner: Person, dovecot: Dovecot, address: str
) -> None:
    no = make_raw(NO, message_id="<9@quillmoor.example>")
    dovecot.seed(hiring(1), user=address)
    dovecot.seed(own(WITHDRAWAL, 3, to=1), folder="Drafts.Letters", user=address)
    dovecot.seed(no, folder="Trash.Old", user=address)
    dovecot.seed(no, folder="Junk.2025", user=address)
    account = make_account(owner, address, port=dovecot.tls_port)
    assert sync_account(account, progress=quiet).summary.read == 1
    assert Application.objects.get().no_kind == ""


def test_a_folder_below_drafts_that_was_ticked_before_is_no_withdrawal(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), user=account.address)
    dovecot.seed(
        own(WITHDRAWAL, 3, to=1), folder="Drafts.Letters", user=account.address
    )
    account.folders.create(
        person=account.person, name="Drafts.Letters", delimiter=".", is_chosen=True
    )
    refresh_folders(account)
    synced = sync_account(account, progress=quiet)
    assert (synced.summary.read, synced.summary.junk) == (2, 1)
    assert Application.objects.get().no_kind == ""


def test_below_sent_mail_lies_own_mail_and_the_bin_is_read_where_it_is_ticked(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), folder="Trash.Old", user=account.address)
    dovecot.seed(own(WITHDRAWAL, 3, to=1), folder="Sent.2025", user=account.address)
    refresh_folders(account)
    choose_folders(account, ["Trash.Old", "Sent.2025"], now=NOW)
    sync_account(account, progress=quiet)
    kept = MailMessage.objects.values_list("kept_in", "is_sent").order_by("is_sent")
    assert list(kept) == [("bin", False), ("", True)]


def test_what_a_team_has_sent_is_not_the_persons_own(
    owner: Person, team: Dovecot
) -> None:
    address = "robin@person.example"
    team.seed(hiring(1), user=address)
    team.seed(hiring(2), folder="Jobs", user="team")
    # A colleague's.
    sent = own(WITHDRAWAL, 3, to=1).replace(b"robin@", b"anna@")
    team.seed(sent, folder="Sent", user="team")
    account = make_account(owner, address, port=team.tls_port)
    there = account.folders.values_list("name", "is_chosen", "use").order_by("name")
    assert list(there) == [
        ("INBOX", True, "inbox"),
        ("Team.Jobs", False, "other"),
        ("Team.Sent", False, "other"),
    ]
    choose_folders(account, [name for name, _, _ in there], now=NOW)
    assert sync_account(account, progress=quiet).summary.read == 3
    assert Application.objects.get().no_kind == ""


@pytest.mark.parametrize("name", ["R&D", "Tips & Tricks", "B&APw-ro", "Büro"])
def test_a_folder_that_is_not_spelled_as_imap_asks_is_listed_and_read(
    owner: Person, name: str
) -> None:
    lines = [b'() "/" "INBOX"', b"() NIL INBOX", f'() "/" "{name}"'.encode()]
    odd = OddServer({"INBOX": {}, name: {1: hiring(1)}}, listed=lines)
    account = odd.account_of(owner)
    other = account.folders.exclude(name="INBOX").get()
    choose_folders(account, ["INBOX", other.name], now=NOW)
    assert sync_account(account, progress=quiet).summary.new == 1
    assert read_by_file(account) != set()


@pytest.mark.parametrize("line", [b'() "/" "R&D"', b'() "/" INBOX'])
def test_a_mailbox_with_an_odd_list_can_be_added(
    owner_client: Client, line: bytes
) -> None:
    odd = OddServer({"INBOX": {}}, listed=[b'() "/" "INBOX"', line])
    typed = {
        "address": "robin@person.example",
        "host": "127.0.0.1",
        "port": odd.port,
        "security": "plain",
        "password": "any",
        "every_minutes": AS_IT_COMES,
    }
    answer = owner_client.post(reverse("mail:account_add"), typed)
    assert answer.status_code == 302


def test_every_name_that_dovecot_takes_can_be_opened(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    names = ["Tips & Jobs", "Über", 'a"b', "a\\b", "x%y"]
    for number, name in enumerate(names):
        spelled = utf7_encode(name).decode()
        dovecot.seed(hiring(number), folder=spelled, user=account.address)
    refresh_folders(account)
    choose_folders(account, names, now=NOW)
    assert sync_account(account, progress=quiet).summary.new == 5
