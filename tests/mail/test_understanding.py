"""A message at which the rules break is left out and named; all others are read."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from django.test import Client

from onward.mail import understanding
from onward.mail.models import MailMessage, MailRun
from onward.mail.parallel import read_range
from onward.mail.problems import ProblemKind
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Message, Reading
from onward.mail.services.importing import import_paths
from onward.mail.services.rereading import read_again
from onward.mail.sources.mbox import MboxFile
from onward.mail.wanted import Wanted
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.imap.test_syncing import hiring

pytestmark = pytest.mark.django_db
_LINE = b"From x@y Thu Mar  5 09:15:00 2026\n"


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    path = tmp_path / "mail.mbox"
    mails = (_LINE + hiring(number) + b"\n\n" for number in (1, 2, 3))
    path.write_bytes(b"".join(mails))
    return path


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Rules that break at the second message, as a fault of theirs would."""
    caplog.set_level(logging.CRITICAL, logger=understanding.__name__)

    def broken(message: Message) -> Reading:
        if message.message_id.startswith("2@"):
            raise IndexError("string index out of range")
        return read_message(message)

    monkeypatch.setattr(understanding, "read_message", broken)


def test_one_that_breaks_the_rules_is_named_and_the_others_are_read(
    owner: Person, owner_client: Client, mailbox: Path, breaking: None
) -> None:
    summary = import_paths(owner, [mailbox], progress=quiet)
    assert (summary.read, summary.new, summary.unreadable) == (3, 2, 1)
    run = MailRun.objects.get()
    assert "could not be understood" in run.problems[0]["sentence"]
    page = owner_client.get(f"/mail/runs/{run.pk}/").content.decode()
    assert "could not be understood" in page


def test_once_the_rules_are_mended_it_is_read_with_the_same_file(
    owner: Person, mailbox: Path
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(understanding, "read_message", _breaks)
        patched.setattr(understanding._LOG, "disabled", True)
        import_paths(owner, [mailbox], progress=quiet)
    assert MailMessage.objects.count() == 0
    assert import_paths(owner, [mailbox], progress=quiet).new == 3


def _breaks(_: Message) -> Reading:
    raise ValueError("a fault of the rules")


def test_in_parallel_it_is_a_problem_of_its_range(
    mailbox: Path, breaking: None
) -> None:
    done = read_range(
        MboxFile(str(mailbox), mailbox.stat().st_size),
        wanted=Wanted(),
        now=NOW,
        with_spam=False,
    )
    assert (done.read, len(done.hits)) == (3, 2)
    assert [each.kind for each in done.problems] == [ProblemKind.UNREADABLE_MESSAGE]


def test_stored_mail_at_which_newer_rules_break_stays_as_it_was(
    owner: Person, mailbox: Path, breaking: None
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(understanding, "read_message", read_message)
        import_paths(owner, [mailbox], progress=quiet)
    rows = list(MailMessage.objects.order_by("key"))
    assert len(rows) == 3
    assert list(read_again(owner, rows, now=NOW, tell=lambda _: None)) == []


@pytest.mark.parametrize("fault", [OSError("a data file is gone"), MemoryError()])
def test_what_would_break_at_all_of_them_ends_the_run(
    owner: Person, mailbox: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def gone(_: Message) -> Reading:
        raise fault

    monkeypatch.setattr(understanding, "read_message", gone)
    with pytest.raises(type(fault)):
        import_paths(owner, [mailbox], progress=quiet)
