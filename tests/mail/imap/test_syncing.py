from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind
from onward.jobs.services import Cancelled
from onward.mail.imap.troubles import TroubleKind
from onward.mail.models import ImapAccount, MailMessage, MailRun
from onward.mail.services import own_mail
from onward.mail.services.accounts import (
    change_account,
    choose_folders,
    facts_of,
    open_account,
    refresh_folders,
)
from onward.mail.services.importing import import_paths
from onward.mail.services.reviewing import correct
from onward.mail.services.syncing import sync_account
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.dovecot import CuttingProxy, Dovecot
from tests.mail.imap.conftest import make_account
from tests.mail.raw_mail import make_raw, write_first_mails

pytestmark = pytest.mark.django_db

NO = "Thank you for your application. We decided on another candidate.\n"
WITHDRAWAL = "I withdraw my application as Driver. Thank you for your time."
RECEIPT = "Thank you, we received your application as Driver.\n"


def hiring(number: int) -> bytes:
    return make_raw(RECEIPT, message_id=f"<{number}@quillmoor.example>")


def ordinary(number: int) -> bytes:
    return make_raw("Lunch?\n", subject="Lunch", message_id=f"<l{number}@x.example>")


def own(text: str, number: int, *, to: int | None = None) -> bytes:
    """Mail that Robin wrote; `to` is the number of the hiring mail that it answers."""
    answering = "" if to is None else f"In-Reply-To: <{to}@quillmoor.example>\n"
    return (
        f"From: Robin <robin@person.example>\nTo: jobs@quillmoor.example\n"
        f"Subject: Re: Your application\nMessage-ID: <own{number}@person.example>\n"
        f"Date: Thu, 05 Mar 2026 09:15:00 +0100\n{answering}\n{text}\n"
    ).encode()


def test_what_is_new_is_read_and_every_flag_stays(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), ordinary(1), user=account.address)
    synced = sync_account(account, progress=quiet)
    assert synced.trouble is None
    assert (synced.summary.read, synced.summary.hiring) == (2, 1)
    assert dovecot.flags(user=account.address) == ["", ""]
    dovecot.seed(hiring(2), user=account.address)
    again = sync_account(account, progress=quiet)
    assert (again.summary.read, again.summary.new) == (1, 1)
    folder = account.folders.get(name="INBOX")
    assert (folder.last_uid, folder.read, folder.hiring) == (3, 3, 2)
    account.refresh_from_db()
    assert account.worked_at is not None
    assert account.next_at is not None


def test_a_server_gives_the_same_ledger_as_the_file(
    account: ImapAccount, outsider: Person, dovecot: Dovecot, tmp_path: Path
) -> None:
    mailbox = tmp_path / "sample.mbox"
    write_first_mails(mailbox, count=160)
    parts = mailbox.read_bytes().removeprefix(b"From ").split(b"\nFrom ")
    dovecot.seed(*(p.partition(b"\n")[2] for p in parts), user=account.address)
    sync_account(account, progress=quiet)
    import_paths(outsider, [mailbox], progress=quiet)

    def story(person: Person) -> list[tuple[str, str, str]]:
        rows = Application.objects.for_person(person).filter(merged_into=None)
        return sorted(rows.values_list("company", "role", "stage"))

    assert story(account.person) == story(outsider)
    assert len(story(outsider)) > 10


@pytest.mark.once
def test_a_connection_that_breaks_is_opened_again_and_nothing_is_lost(
    owner: Person, dovecot: Dovecot, address: str
) -> None:
    dovecot.seed(*(hiring(number) for number in range(450)), user=address)
    account = make_account(owner, address, port=dovecot.port, security="plain")
    proxy = CuttingProxy(dovecot.port, cut_after=(75_000, 900, 60_000))
    account.port = proxy.port
    account.save()
    waits: list[float] = []
    synced = sync_account(account, progress=quiet, wait=waits.append)
    proxy.close()
    assert synced.trouble is None
    assert proxy.connections == 4
    assert len(waits) == 3
    assert MailMessage.objects.for_person(owner).count() == 450


@pytest.mark.once
def test_a_connection_that_always_breaks_ends_in_a_sentence_and_a_later_try(
    owner: Person, dovecot: Dovecot, address: str
) -> None:
    dovecot.seed(*(hiring(number) for number in range(500)), user=address)
    account = make_account(owner, address, port=dovecot.port, security="plain")
    proxy = CuttingProxy(dovecot.port, cut_after=[120_000, *[900] * 20])
    account.port = proxy.port
    account.save()
    synced = sync_account(account, progress=quiet, wait=lambda _seconds: None)
    assert synced.trouble is not None
    assert synced.trouble.kind is TroubleKind.DROPPED
    account.refresh_from_db()
    assert account.troubles_in_a_row == 1
    assert account.next_at is not None
    assert account.tried_at is not None
    assert account.next_at > account.tried_at
    kept = MailMessage.objects.for_person(owner).count()
    assert 0 < kept < 500
    account.port = dovecot.port
    account.save()
    assert sync_account(account, progress=quiet).summary.new == 500 - kept
    account.refresh_from_db()
    assert account.trouble == ""
    proxy.close()


def test_a_folder_that_is_numbered_anew_is_read_anew_and_adds_nothing_twice(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), hiring(2), user=account.address)
    sync_account(account, progress=quiet)
    before = account.folders.get(name="INBOX").uid_validity
    dovecot.number_anew(user=account.address)
    dovecot.seed(hiring(3), user=account.address)
    again = sync_account(account, progress=quiet)
    assert account.folders.get(name="INBOX").uid_validity != before
    assert (again.summary.read, again.summary.new) == (3, 1)
    # What was read under the old numbers is not counted twice.
    inbox = account.folders.get(name="INBOX")
    assert (inbox.read, inbox.hiring) == (3, 3)


@pytest.mark.once
def test_twenty_thousand_messages_are_read_and_only_the_new_one_again(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(*(ordinary(number) for number in range(19_990)), user=account.address)
    dovecot.seed(*(hiring(number) for number in range(10)), user=account.address)
    synced = sync_account(account, progress=quiet)
    assert (synced.summary.read, synced.summary.new) == (20_000, 10)
    dovecot.seed(hiring(99), user=account.address)
    assert sync_account(account, progress=quiet).summary.read == 1


def test_stopping_keeps_what_was_read_and_the_next_run_goes_on(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(*(hiring(number) for number in range(450)), user=account.address)

    def stop_soon(*, done: int, total: int = 0, message: str = "") -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        sync_account(account, progress=stop_soon)
    some = MailMessage.objects.count()
    assert 0 < some < 450
    account.refresh_from_db()
    assert account.next_at is not None
    assert account.next_at > timezone.now()
    assert sync_account(account, progress=quiet).summary.read == 450 - some


def test_what_waited_in_a_run_that_was_killed_is_read_once_more_and_the_rest_is_not(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(0), *map(ordinary, range(249)), user=account.address)
    mails = own(WITHDRAWAL, 0, to=0), *(own("Lunch?", n) for n in range(1, 250))
    dovecot.seed(*mails, folder="Sent", user=account.address)
    refresh_folders(account)
    choose_folders(account, ["INBOX", "Sent"], now=NOW)

    def kill(*, done: int, total: int = 0, message: str = "") -> None:
        if done == 450:
            raise SystemExit

    with pytest.raises(SystemExit):
        sync_account(account, progress=kill)
    sent = account.folders.get(name="Sent")
    assert sent.last_uid == 200
    assert sent.waiting == list(range(1, 201))
    assert sync_account(account, progress=quiet).summary.read == 250
    assert Application.objects.get().no_kind == "i_said_no"
    sent.refresh_from_db()
    assert (sent.read, sent.waiting) == (250, [])
    assert sync_account(account, progress=quiet).summary.read == 0


def test_own_mail_about_hiring_is_counted_in_its_folder(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(0), user=account.address)
    lunches = [
        own("At one?", n)
        .replace(b"Re: Your application", b"Lunch")
        .replace(b"jobs@quillmoor", b"sister@home")
        for n in range(1, 4)
    ]
    mails = own(WITHDRAWAL, 0, to=0), *lunches
    dovecot.seed(*mails, folder="Sent", user=account.address)
    refresh_folders(account)
    choose_folders(account, ["INBOX", "Sent"], now=NOW)
    for _ in range(2):
        sync_account(account, progress=quiet)
        folders = account.folders.filter(is_chosen=True).order_by("name")
        counts = [(each.name, each.read, each.hiring) for each in folders]
        assert counts == [("INBOX", 1, 1), ("Sent", 4, 1)]


def test_only_chosen_folders_are_read_and_spam_is_not_chosen_at_first(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), folder="Junk", user=account.address)
    dovecot.seed(hiring(2), folder="Jobs", user=account.address)
    refresh_folders(account)
    assert sync_account(account, progress=quiet).summary.read == 0
    choose_folders(account, ["INBOX", "Jobs", "Junk"], now=NOW)
    assert sync_account(account, progress=quiet).summary.new == 2


def test_drafts_and_what_is_marked_as_deleted_are_left_out(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), user=account.address, flags="D")
    dovecot.seed(hiring(2), user=account.address, flags="ST")
    dovecot.seed(hiring(3), user=account.address, flags="S")
    assert sync_account(account, progress=quiet).summary.read == 1
    assert dovecot.flags(user=account.address) == ["D", "S", "ST"]


def test_sent_mail_is_read_last_so_that_a_large_folder_of_it_loses_nothing(
    account: ImapAccount, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_mail, "MOST_SENT_CHARS", 5_000)
    dovecot.seed(hiring(0), user=account.address)
    mails = own(WITHDRAWAL, 0, to=0), *(own("Lunch? " * 60, n) for n in range(1, 20))
    dovecot.seed(*mails, folder="Gesendet", user=account.address)
    refresh_folders(account)
    choose_folders(account, ["Gesendet", "INBOX"], now=NOW)
    sync_account(account, progress=quiet)
    assert Application.objects.get().no_kind == "i_said_no"


@pytest.mark.parametrize("name", ["A-gone", "A temporary job", "Authors", "Ärger-Auth"])
def test_a_folder_that_went_away_is_said_and_the_others_are_read(
    account: ImapAccount, dovecot: Dovecot, name: str
) -> None:
    account.folders.create(person=account.person, name=name, is_chosen=True)
    dovecot.seed(hiring(1), user=account.address)
    synced = sync_account(account, progress=quiet)
    assert (synced.trouble, synced.summary.new) == (None, 1)
    assert "not on the server" in account.folders.get(name=name).note


def test_mail_is_left_out_before_the_day_that_was_named(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), user=account.address)
    # The server counts by the day of arrival, which is the file's own here: today.
    account.since = NOW.date().replace(year=2200)
    assert sync_account(account, progress=quiet).summary.read == 0


@pytest.mark.parametrize("since", [None, NOW.date()])
def test_earlier_mail_is_read_once_the_day_that_was_named_moves_back(
    account: ImapAccount, dovecot: Dovecot, since: date | None
) -> None:
    facts = facts_of(account)
    change_account(account, replace(facts, since=date(2200, 1, 1)), now=NOW)
    dovecot.seed(hiring(1), user=account.address)
    dovecot.seed(hiring(2), user=account.address)
    assert sync_account(account, progress=quiet).summary.read == 0
    account.folders.filter(name="INBOX").update(last_uid=2)
    change_account(account, replace(facts, since=since), now=NOW)
    assert sync_account(account, progress=quiet).summary.new == 2
    change_account(account, replace(facts, since=date(2200, 1, 1)), now=NOW)
    assert account.folders.get(name="INBOX").last_uid == 2


def test_another_mailbox_is_read_from_its_beginning_though_it_numbers_alike(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), hiring(2), user=account.address)
    sync_account(account, progress=quiet)
    other = f"other-{account.address}"
    dovecot.seed(hiring(3), user=other)
    facts = replace(facts_of(account), address=other)
    change_account(account, facts, now=NOW)
    # As Gmail has it: the inbox of every mailbox is numbered under the same validity.
    with open_account(account) as connection:
        validity = connection.examine("INBOX")
    account.folders.filter(name="INBOX").update(uid_validity=validity)
    assert sync_account(account, progress=quiet).summary.new == 1
    assert account.folders.get(name="INBOX").read == 1


def test_a_change_that_leads_nowhere_else_reads_nothing_twice(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), user=account.address)
    sync_account(account, progress=quiet)
    facts = replace(facts_of(account), every_minutes=60, user=account.address)
    change_account(account, facts, now=NOW)
    assert sync_account(account, progress=quiet).summary.read == 0


def test_a_run_is_listed_with_the_others(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    sync_account(account, progress=quiet)
    run = MailRun.objects.get()
    assert run.paths == [account.address]
    assert run.finished_at is not None


def test_new_mail_of_a_server_is_read_as_the_person_taught(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    person = account.person
    dovecot.seed(hiring(1), user=account.address)
    sync_account(account, progress=quiet)
    first = MailMessage.objects.for_person(person).get()
    correct(person, first, kind=EventKind.ASSESSMENT, now=NOW)
    dovecot.seed(hiring(2), user=account.address)
    sync_account(account, progress=quiet)
    later = MailMessage.objects.for_person(person).exclude(pk=first.pk).get()
    assert later.verdict == EventKind.ASSESSMENT


def test_what_the_person_changed_while_it_was_read_stays_changed(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), user=account.address)

    def change(*, done: int, total: int = 0, message: str = "") -> None:
        ImapAccount.objects.update(every_minutes=60, host="localhost")

    sync_account(account, progress=change)
    account.refresh_from_db()
    assert (account.every_minutes, account.host) == (60, "localhost")
    assert account.worked_at is not None


def test_an_account_removed_while_it_is_read_ends_the_run_with_what_was_read_told(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(*map(hiring, range(450)), user=account.address)

    def remove(*, done: int, total: int = 0, message: str = "") -> None:
        if done:
            ImapAccount.objects.all().delete()

    synced = sync_account(account, progress=remove)
    assert 0 < synced.summary.new < 450
    assert Application.objects.count() == 1
    assert MailRun.objects.get().finished_at is not None
    assert not ImapAccount.objects.exists()


def test_an_account_removed_at_the_end_of_its_reading_stays_removed(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    account.folders.update(is_chosen=False)

    def remove(*, done: int, total: int = 0, message: str = "") -> None:
        ImapAccount.objects.all().delete()

    assert sync_account(account, progress=remove).trouble is None
    assert not ImapAccount.objects.exists()


def test_a_mailbox_changed_while_it_is_read_is_read_from_its_beginning_at_once(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(*map(hiring, range(450)), user=account.address)
    other = f"other-{account.address}"
    dovecot.seed(*map(hiring, range(500, 510)), user=other)
    row = ImapAccount.objects.get()

    def change(*, done: int, total: int = 0, message: str = "") -> None:
        if done:
            change_account(row, replace(facts_of(row), address=other), now=NOW)

    assert sync_account(account, progress=change).summary.new < 450
    account.refresh_from_db()
    assert account.next_at == NOW
    assert sync_account(account, progress=quiet).summary.new == 10


def test_a_fault_of_our_own_is_said_and_not_tried_again_at_once(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(hiring(1), user=account.address)

    def faulty(*, done: int, total: int = 0, message: str = "") -> None:
        raise LookupError("a fault")

    with pytest.raises(LookupError):
        sync_account(account, progress=faulty)
    account.refresh_from_db()
    assert account.trouble == TroubleKind.OWN_FAULT
    assert "in Onward itself went wrong" in account.trouble_words
    assert account.next_at is not None
    assert account.next_at > timezone.now()
    assert sync_account(account, progress=quiet).summary.new == 1
    account.refresh_from_db()
    assert account.trouble == ""
