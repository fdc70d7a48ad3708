from __future__ import annotations

import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from onward.core.exit_codes import ExitCode
from onward.mail.account_commands import (
    add_command,
    folders_command,
    list_command,
    password_command,
    remove_command,
)
from onward.mail.models import ImapAccount, ImapFolder
from onward.mail.services.accounts import choose_folders
from onward.mail.sync_commands import sync_command
from onward.people.services import local_person
from tests.builders import NOW
from tests.dovecot import PASSWORD, Dovecot
from tests.mail.imap.conftest import make_account
from tests.mail.imap.test_syncing import hiring
from tests.program import PROGRAM, environment


def test_a_mailbox_is_added_and_read_on_the_command_line(
    dovecot: Dovecot, address: str, tmp_path: Path
) -> None:
    def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PROGRAM, *words],
            env={
                **environment(tmp_path / "home"),
                "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            },
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    dovecot.seed(hiring(1), user=address)
    server = ("--host", "127.0.0.1", "--port", str(dovecot.tls_port))
    added = run("mailbox", "add", address, *server, typed=f"{PASSWORD}\n")
    assert "Folders that are read: INBOX" in added.stdout
    assert "has no keyring" in added.stdout
    assert PASSWORD not in added.stdout
    synced = run("sync")
    assert synced.returncode == 0, synced.stderr
    assert "About hiring          1" in synced.stdout


def test_a_worker_that_is_stopped_says_goodbye_and_leaves_the_mailbox(
    dovecot: Dovecot, address: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    surroundings = {
        **environment(home),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    words = ("mailbox", "add", address, "--host", "127.0.0.1")
    subprocess.run(
        [PROGRAM, *words, "--port", str(dovecot.tls_port)],
        env=surroundings,
        input=f"{PASSWORD}\n".encode(),
        check=True,
        timeout=120,
    )

    def listening() -> tuple[object, object, object]:
        place = f"file:{home / 'onward.sqlite3'}?mode=ro"
        asked = "SELECT can_tell, listened_by, listened_until FROM mail_imapaccount"
        with closing(sqlite3.connect(place, uri=True)) as database:
            can_tell, listened_by, listened_until = database.execute(asked).fetchone()
        return can_tell, listened_by, listened_until

    worker = subprocess.Popen([PROGRAM, "worker"], env=surroundings)
    try:
        for _ in range(600):
            if all(listening()):
                break
            time.sleep(0.1)
        assert all(listening())
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=20) == 0
    finally:
        worker.kill()
    assert listening()[1:] == ("", None)


def run_here(command: click.Command, *words: str, typed: str = "") -> Result:
    """Run a command without its group, which would open the person's own home."""
    return CliRunner().invoke(command, [*words], input=typed)


@pytest.mark.django_db
def test_without_a_mailbox_there_is_nothing_to_read() -> None:
    nothing = run_here(sync_command)
    assert nothing.exit_code == ExitCode.NOT_FOUND
    assert "No mailbox is on your list yet" in nothing.output


@pytest.mark.django_db
def test_a_wrong_password_or_a_mailbox_twice_is_not_added_on_the_command_line(
    dovecot: Dovecot, address: str
) -> None:
    words = (address, "--host", "127.0.0.1", "--port", str(dovecot.tls_port))
    wrong = run_here(add_command, *words, typed="nearly\n")
    assert wrong.exit_code == ExitCode.UNREADABLE
    assert "does not accept this user name and password" in wrong.output
    make_account(local_person(), address, port=dovecot.tls_port)
    twice = run_here(add_command, *words, typed=f"{PASSWORD}\n")
    assert twice.exit_code == ExitCode.TROUBLE
    assert "is on your list already" in twice.output


@pytest.mark.django_db
def test_a_mailbox_is_listed_and_removed_on_the_command_line(
    dovecot: Dovecot, address: str
) -> None:
    make_account(local_person(), address, port=dovecot.tls_port)
    dovecot.seed(hiring(1), user=address)
    run_here(sync_command)
    assert "Do answers arrive elsewhere?" in run_here(sync_command).output
    listed = run_here(list_command).output
    assert f"{address}  127.0.0.1  1 folder  read" in listed
    ImapFolder.objects.update(note="It is closed: ask whoever runs the server.")
    listed = run_here(list_command).output
    assert "\n  INBOX: It is closed: ask whoever runs the server." in listed
    assert "Removed" in run_here(remove_command, address).output
    gone = run_here(sync_command, "--account", address)
    assert gone.exit_code == ExitCode.NOT_FOUND


@pytest.mark.django_db
def test_folders_are_chosen_on_the_command_line(dovecot: Dovecot, address: str) -> None:
    dovecot.seed(folder="Jobs", user=address)
    account = make_account(local_person(), address, port=dovecot.tls_port)
    choose_folders(account, ["INBOX"], now=NOW)
    listed = run_here(folders_command, address).output.splitlines()[1:]
    assert listed == ["  x  INBOX", "     Jobs"]
    gone = run_here(folders_command, address, "--read", "Gone")
    assert gone.exit_code == ExitCode.NOT_FOUND
    assert "Gone cannot be read. Folders there: INBOX, Jobs" in gone.output
    chosen = run_here(folders_command, address, "--read", "Jobs").output
    assert chosen.splitlines()[1:] == ["     INBOX", "  x  Jobs"]


@pytest.mark.django_db
def test_a_new_password_is_given_on_the_command_line(
    dovecot: Dovecot, address: str
) -> None:
    account = make_account(local_person(), address, port=dovecot.tls_port)
    ImapAccount.objects.update(trouble="wrong_password", next_at=None)
    wrong = run_here(password_command, address, typed="nearly\n")
    assert wrong.exit_code == ExitCode.UNREADABLE
    assert "does not accept" in wrong.output
    account.refresh_from_db()
    assert account.trouble == "wrong_password"
    right = run_here(password_command, address, typed=f"{PASSWORD}\n")
    assert "can be opened. The new password is kept." in right.output
    assert PASSWORD not in right.output
    account.refresh_from_db()
    assert account.trouble == ""
