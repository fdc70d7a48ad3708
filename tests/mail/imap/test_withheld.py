"""What a server does not give costs that alone: all else is read, and it is asked for again."""

from __future__ import annotations

import pytest

from onward.mail import understanding
from onward.mail.imap.troubles import TroubleKind
from onward.mail.models import ImapAccount, MailMessage
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Message, Reading
from onward.mail.services import syncing
from onward.mail.services.accounts import choose_folders
from onward.mail.services.leftover import ASKED_AGAIN_AFTER
from onward.mail.services.on_server import sent_on_server
from onward.mail.services.syncing import Synced, sync_account
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.dovecot import Dovecot
from tests.mail.imap.odd_server import Oddity, OddServer
from tests.mail.imap.test_syncing import hiring

pytestmark = pytest.mark.django_db


def read(account: ImapAccount) -> Synced:
    row = ImapAccount.objects.get(pk=account.pk)
    return sync_account(row, progress=quiet, wait=lambda _seconds: None)


def let_it_be_asked_again(account: ImapAccount) -> None:
    """As after some hours."""
    account.folders.exclude(left_at=None).update(left_at=NOW - ASKED_AGAIN_AFTER)


def mails(first: int, last: int) -> dict[int, bytes]:
    return {number: hiring(number) for number in range(first, last + 1)}


def kept() -> int:
    return MailMessage.objects.count()


@pytest.mark.parametrize("oddity", Oddity)
def test_one_message_that_is_not_given_costs_no_other(
    owner: Person, oddity: Oddity
) -> None:
    folders = {"INBOX": mails(1, 20), "Jobs": mails(101, 105)}
    odd = OddServer(folders, damaged=[10], oddity=oddity)
    account = odd.account_of(owner)
    synced = read(account)
    assert synced.trouble is None
    assert (kept(), synced.summary.unreadable) == (24, 1)
    assert "asked for again" in synced.summary.problems[0]["sentence"]
    assert synced.summary.problems[0]["path"].endswith("INBOX;UID=10")
    inbox = account.folders.get(name="INBOX")
    assert (inbox.last_uid, inbox.waiting, inbox.note) == (20, [10], "")
    # It stays so the next time; then it is left alone for hours, and what is new is read.
    assert read(account).summary.unreadable == 1
    odd.folders["INBOX"][21] = hiring(21)
    for new in (1, 0):
        synced = read(account)
        assert (synced.trouble, synced.summary.new) == (None, new)
        assert synced.summary.problems == []
    let_it_be_asked_again(account)
    assert read(account).summary.unreadable == 1
    # The server was mended.
    odd.damaged = ()
    assert read(account).summary.read == 0
    let_it_be_asked_again(account)
    assert read(account).summary.new == 1
    inbox.refresh_from_db()
    assert (inbox.last_uid, inbox.waiting, inbox.read) == (21, [], 21)
    assert inbox.left_at is None
    assert read(account).summary.read == 0


def test_what_was_not_given_once_is_read_with_the_next_mail(owner: Person) -> None:
    odd = OddServer({"INBOX": mails(1, 3)}, damaged=[2], oddity=Oddity.SAYS_NIL)
    account = odd.account_of(owner)
    assert read(account).summary.new == 2
    odd.damaged = ()
    assert read(account).summary.new == 1


@pytest.mark.parametrize("oddity", Oddity)
def test_what_was_not_given_and_is_gone_is_let_go(
    owner: Person, oddity: Oddity
) -> None:
    odd = OddServer({"INBOX": mails(1, 3)}, damaged=[2], oddity=oddity)
    account = odd.account_of(owner)
    read(account)
    del odd.folders["INBOX"][2]
    synced = read(account)
    assert (synced.trouble, synced.summary.unreadable) == (None, 0)
    assert account.folders.get().waiting == []


def test_several_damaged_messages_are_found_among_many(owner: Person) -> None:
    damaged = [1, 2, 3, 77, 150, 230, 231, 250]
    odd = OddServer({"INBOX": mails(1, 250)}, damaged=damaged)
    account = odd.account_of(owner)
    assert read(account).summary.unreadable == 8
    assert kept() == 242
    assert account.folders.get().waiting == damaged
    assert odd.fetches < 100


@pytest.mark.parametrize("most", [50, 3, 1])
def test_a_server_that_hangs_up_after_some_messages_is_read_to_its_end(
    owner: Person, most: int
) -> None:
    odd = OddServer({"INBOX": mails(1, 3 * most + 2)}, most=most)
    account = odd.account_of(owner)
    synced = read(account)
    assert synced.trouble is None
    assert (kept(), synced.summary.unreadable) == (3 * most + 2, 0)


def test_a_server_that_hangs_up_at_each_message_is_left_in_peace(owner: Person) -> None:
    odd = OddServer({"INBOX": mails(1, 30)}, most=0)
    account = odd.account_of(owner)
    synced = read(account)
    assert synced.trouble is not None
    assert synced.trouble.kind is TroubleKind.DROPPED
    assert odd.connections < 40
    # Nothing is lost once it works again.
    odd.most = None
    assert read(account).summary.new == 30
    assert account.folders.get().waiting == []


def test_many_messages_at_which_it_hangs_up_do_not_keep_the_rest_from_being_read(
    owner: Person,
) -> None:
    damaged = range(5, 13)
    odd = OddServer({"INBOX": mails(1, 20)}, damaged=damaged, oddity=Oddity.HANGS_UP)
    account = odd.account_of(owner)
    for _ in range(3):
        synced = read(account)
        let_it_be_asked_again(account)
    assert (synced.trouble, kept()) == (None, 12)
    # Next are those that were not asked for this time.
    assert account.folders.get().waiting == [9, 10, 5, 6, 7, 8, 11, 12]
    before = odd.connections
    odd.folders["INBOX"][21] = hiring(21)
    assert read(account).summary.new == 1
    assert odd.connections - before < 12


def test_a_folder_of_which_nothing_is_given_is_said_and_the_others_are_read(
    owner: Person,
) -> None:
    folders = {"A": mails(1, 120), "INBOX": mails(201, 202)}
    odd = OddServer(folders, refused=["A"])
    account = odd.account_of(owner)
    synced = read(account)
    assert (synced.trouble, synced.summary.new) == (None, 2)
    assert "SERVERBUG" in account.folders.get(name="A").note
    assert "A: 127.0.0.1 refused" in synced.summary.problems[-1]["sentence"]
    odd.refused = ()
    assert read(account).summary.new == 120
    assert account.folders.get(name="A").note == ""


def test_of_sent_mail_that_is_looked_through_all_others_are_given(
    owner: Person,
) -> None:
    odd = OddServer({"Sent": mails(1, 5)}, damaged=[2])
    folder = odd.account_of(owner).folders.get()
    given = [raw.source.path for raw, _whole in sent_on_server(folder)]
    assert [path[-1] for path in given] == ["1", "3", "4", "5"]


def test_what_is_left_alone_is_asked_for_at_once_after_a_run_that_was_killed(
    owner: Person,
) -> None:
    odd = OddServer({"INBOX": mails(1, 3)}, damaged=[2])
    account = odd.account_of(owner)
    for _ in range(2):
        read(account)
    odd.folders["INBOX"][4] = hiring(4)

    def kill(*, done: int, total: int = 0, message: str = "") -> None:
        if done:
            raise SystemExit

    with pytest.raises(SystemExit):
        sync_account(account, progress=kill)
    odd.damaged = ()
    assert read(account).summary.new == 1
    assert kept() == 4


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(message: Message) -> Reading:
        if message.message_id.startswith("2@"):
            raise IndexError("string index out of range")
        return read_message(message)

    monkeypatch.setattr(understanding, "read_message", broken)
    monkeypatch.setattr(understanding._LOG, "disabled", True)


def test_mail_at_which_the_rules_break_waits_until_they_are_mended(
    account: ImapAccount, dovecot: Dovecot, breaking: None
) -> None:
    dovecot.seed(hiring(1), hiring(2), hiring(3), user=account.address)
    for new in (2, 0):
        synced = read(account)
        assert (synced.trouble, synced.summary.new) == (None, new)
        assert "could not be understood" in synced.summary.problems[0]["sentence"]
    assert read(account).summary.read == 0
    let_it_be_asked_again(account)
    inbox = account.folders.get()
    assert (inbox.last_uid, inbox.waiting, inbox.read) == (3, [2], 2)
    with pytest.MonkeyPatch.context() as mended:
        mended.setattr(understanding, "read_message", read_message)
        assert read(account).summary.new == 1
    inbox.refresh_from_db()
    assert (inbox.waiting, inbox.read) == ([], 3)


def test_rules_that_break_all_the_time_are_a_trouble_of_the_mailbox(
    account: ImapAccount,
    dovecot: Dovecot,
    breaking: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(syncing, "MOST_BROKEN", 0)
    monkeypatch.setattr("onward.mail.imap.connection.BATCH_BYTES", 1)
    dovecot.seed(hiring(1), hiring(2), hiring(3), user=account.address)
    for new in (1, 1, 0):
        synced = read(account)
        assert synced.trouble is not None
        assert synced.trouble.kind is TroubleKind.OWN_FAULT
        assert "(1 message could not be understood" in str(synced.trouble)
        assert synced.summary.new == new
        let_it_be_asked_again(account)


def test_where_two_folders_are_read_the_others_place_is_kept(owner: Person) -> None:
    folders = {"A": mails(1, 30), "INBOX": mails(101, 130)}
    odd = OddServer(folders, damaged=[7, 107], oddity=Oddity.HANGS_UP)
    account = odd.account_of(owner)
    choose_folders(account, ["A", "INBOX"], now=NOW)
    assert read(account).summary.unreadable == 2
    rows = account.folders.order_by("name")
    assert [row.waiting for row in rows] == [[7], [107]]
    assert [row.last_uid for row in rows] == [30, 130]


def test_a_folder_that_gives_nothing_stays_said_while_it_is_left_alone(
    owner: Person,
) -> None:
    odd = OddServer({"INBOX": mails(1, 60)}, damaged=range(1, 61))
    account = odd.account_of(owner)
    for _ in range(5):
        assert read(account).trouble is None
        inbox = account.folders.get()
        assert "SERVERBUG" in inbox.note
        assert (inbox.read, inbox.read_at, len(inbox.waiting)) == (0, None, 60)
        assert list(account.unread_folders) == [inbox]
    odd.damaged = ()
    let_it_be_asked_again(account)
    assert read(account).summary.new == 60
    inbox = account.folders.get()
    assert (inbox.note, inbox.read, inbox.waiting) == ("", 60, [])
    assert inbox.read_at is not None


@pytest.mark.parametrize("oddity", Oddity)
def test_few_messages_of_which_none_is_given_are_said_too(
    owner: Person, oddity: Oddity
) -> None:
    odd = OddServer({"INBOX": mails(1, 3)}, damaged=range(1, 4), oddity=oddity)
    account = odd.account_of(owner)
    for _ in range(4):
        read(account)
    inbox = account.folders.get()
    assert inbox.note != ""
    assert inbox.read == 0


def test_what_a_server_gives_later_is_asked_for_however_much_it_refuses(
    owner: Person,
) -> None:
    odd = OddServer({"INBOX": mails(1, 300)}, damaged=range(1, 261))
    account = odd.account_of(owner)
    for _ in range(3):
        read(account)
    odd.damaged = range(1, 201)
    for _ in range(2):
        let_it_be_asked_again(account)
        read(account)
    assert kept() == 100
    inbox = account.folders.get()
    assert sorted(inbox.waiting) == list(range(1, 201))
    assert (inbox.read, inbox.last_uid) == (100, 300)
    assert inbox.note != ""


def test_what_no_longer_makes_a_server_hang_up_is_asked_for(owner: Person) -> None:
    odd = OddServer({"INBOX": mails(1, 8)}, damaged=range(1, 8), oddity=Oddity.HANGS_UP)
    account = odd.account_of(owner)
    for _ in range(4):
        read(account)
        let_it_be_asked_again(account)
    odd.damaged = range(1, 5)
    for _ in range(2):
        read(account)
        let_it_be_asked_again(account)
    assert kept() == 4
    assert sorted(account.folders.get().waiting) == [1, 2, 3, 4]


def test_a_folder_that_refuses_many_is_left_in_peace_for_hours(owner: Person) -> None:
    odd = OddServer({"INBOX": mails(1, 500)}, damaged=range(1, 451))
    account = odd.account_of(owner)
    for _ in range(3):
        read(account)
    before = odd.fetches
    for _ in range(3):
        read(account)
    assert odd.fetches == before
    # What comes meanwhile is read, or refused, and disturbs the others no more.
    odd.folders["INBOX"] |= mails(501, 502)
    odd.damaged = [*range(1, 451), 502]
    assert read(account).summary.new == 1
    read(account)
    assert odd.fetches - before < 10
    assert account.folders.get().left_at is not None


def test_after_a_break_more_is_asked_for_at_once_again(owner: Person) -> None:
    odd = OddServer({"INBOX": mails(1, 400)}, most=20)
    account = odd.account_of(owner)

    def mend(*, done: int, total: int = 0, message: str = "") -> None:
        if done:
            odd.most = None

    sync_account(account, progress=mend, wait=lambda _seconds: None)
    assert kept() == 400
    assert odd.fetches < 40
