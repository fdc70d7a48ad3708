"""A reading of known files is left out only where it would find and change nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import take_back
from onward.jobs.models import Job
from onward.mail.commands import import_mail_here
from onward.mail.models import (
    AwaitedAnswer,
    ImapAccount,
    KnownFile,
    MailMessage,
    MailRun,
    OwnModel,
    RestingFold,
    SettledReading,
)
from onward.mail.services import importing, known
from onward.mail.services.clues import packed, told_by
from onward.mail.services.counts import ImportSummary
from onward.mail.services.importing import import_paths
from onward.mail.services.settled import LOOKS_AT, settled_reading
from onward.people.models import Person
from tests import program
from tests.builders import NOW, make_person, quiet
from tests.mail.raw_mail import make_mbox, make_raw

pytestmark = pytest.mark.django_db

RECEIPT = make_raw(
    "Thank you, we received your application as Driver.\n",
    message_id="<1@q.example>",
)
NO = make_raw(
    "Unfortunately we decided on another candidate for the position of Driver.\n",
    message_id="<2@q.example>",
)
OTHER = make_raw(
    "The boiler is mended.\n", subject="Boiler", message_id="<3@home.example>"
)


@pytest.fixture
def mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small mailbox, known as only larger ones are."""
    monkeypatch.setattr(known, "LEAST_BYTES", 1)
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(RECEIPT, NO, OTHER))
    return path


def settled(
    person: Person, *paths: Path, with_spam: bool = False
) -> ImportSummary | None:
    return settled_reading(person, paths, with_spam=with_spam, now=NOW)


def test_what_is_told_is_what_a_reading_would_find(
    owner: Person, mailbox: Path
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    runs = MailRun.objects.count()
    told = settled(owner, mailbox)
    assert told == import_paths(owner, [mailbox], progress=quiet)
    assert told is not None
    assert (told.read, told.hiring, told.new) == (3, 2, 0)
    first, second = MailRun.objects.order_by("-pk")[:2]
    assert MailRun.objects.count() == runs + 2
    assert (first.counts, first.paths) == (second.counts, second.paths)
    assert second.finished_at is not None


def test_the_command_leaves_out_what_is_settled_and_reads_what_is_not(
    mailbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    whole = importing.import_paths

    def counted(*words: object, **facts: object) -> ImportSummary:
        read.append(words)
        return whole(*words, **facts)  # type: ignore[arg-type]

    monkeypatch.setattr(importing, "import_paths", counted)
    first = import_mail_here([mailbox], is_quiet=True)
    again = import_mail_here([mailbox], is_quiet=True)
    assert len(read) == 1
    assert (again.read, again.hiring, again.new) == (3, 2, 0)
    assert again.ledger == first.ledger
    assert [job.state for job in Job.objects.all()] == ["done", "done"]
    import_mail_here([mailbox], is_quiet=True, reads_again=True)
    assert len(read) == 2


def test_the_program_says_the_same_and_loads_no_rules(tmp_path: Path) -> None:
    many = [
        make_raw(
            f"We received your application as Driver number {n}.\n" + "x " * 3000,
            message_id=f"<{n}@q.example>",
        )
        for n in range(20)
    ]
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(*many))
    home = tmp_path / "home"
    first = program.run(home, "import", str(path))
    second = program.run(home, "import", str(path))
    assert first.returncode == second.returncode == 0
    assert "20 known before" in second.stdout
    assert "Nothing new in it" in second.stdout
    loaded = program.run_python(
        home,
        "import sys; from onward.project.cli import main\n"
        f"main(['import', {str(path)!r}], standalone_mode=False)\n"
        "print('rules' if 'onward.mail.rules.read' in sys.modules else 'none loaded')",
    )
    assert loaded.stdout.endswith("none loaded\n"), loaded.stderr


def _event_undone(person: Person) -> None:
    told = Event.objects.for_person(person).filter(kind=EventKind.REJECTION)
    take_back(person, told.get(), now=NOW)


def _account(person: Person) -> None:
    ImapAccount.objects.create(
        person=person, address="me@other.example", host="h.example", created_at=NOW
    )


def _awaited(person: Person) -> None:
    AwaitedAnswer.objects.create(
        person=person, record=person.pk, address="a@b.example", since=NOW
    )


def _text(person: Person) -> None:
    MailMessage.objects.for_person(person).update(text="Other.")


def _email(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(email="new@home.example")


def _zone(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(time_zone="Asia/Tokyo")


def _file_of_others(person: Person) -> None:
    KnownFile.objects.for_person(person).update(clues=b"abcd")


CHANGES = (_event_undone, _account, _awaited, _text, _email, _zone, _file_of_others)


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_may_matter_is_read_again(
    owner: Person, mailbox: Path, change: Callable[[Person], None]
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    assert settled(owner, mailbox) is not None
    change(owner)
    assert settled(owner, mailbox) is None


def test_another_program_reads_again(
    owner: Person, mailbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    monkeypatch.setattr("onward.mail.services.unchanged.PROGRAM", "another")
    assert settled(owner, mailbox) is None


def test_another_file_another_person_and_other_wishes_are_read(
    owner: Person, mailbox: Path, tmp_path: Path
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    other = tmp_path / "other.mbox"
    other.write_bytes(mailbox.read_bytes())
    assert settled(owner, other) is None
    assert settled(owner, mailbox, other) is None
    assert settled(owner, tmp_path) is None
    assert settled(owner, tmp_path / "none") is None
    assert settled(owner, mailbox, with_spam=True) is None
    assert settled(make_person(), mailbox) is None
    import_paths(owner, [mailbox], progress=quiet, with_spam=True)
    found = settled(owner, mailbox, with_spam=True)
    assert found is not None
    assert found.with_spam
    assert settled(owner, mailbox) is None


@pytest.mark.parametrize("how", ["grown", "shorter", "changed", "gone"])
def test_a_file_that_is_not_as_it_was_is_read(
    owner: Person, mailbox: Path, how: str
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    whole = mailbox.read_bytes()
    if how == "grown":
        mailbox.write_bytes(whole + make_mbox(OTHER))
    elif how == "shorter":
        mailbox.write_bytes(whole[:-20])
    elif how == "changed":
        mailbox.write_bytes(whole.replace(b"Driver", b"Sailor"))
    else:
        mailbox.unlink()
    assert settled(owner, mailbox) is None


def test_a_file_named_twice_counts_once(
    owner: Person, mailbox: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.mbox"
    link.hardlink_to(mailbox)
    import_paths(owner, [mailbox], progress=quiet)
    import_paths(owner, [link], progress=quiet)
    told = settled(owner, mailbox, link, mailbox)
    assert told == import_paths(owner, [mailbox, link, mailbox], progress=quiet)
    assert told is not None
    assert told.read == 3


def test_a_model_that_is_to_be_asked_is_asked_again(
    owner: Person, mailbox: Path
) -> None:
    OwnModel.objects.create(
        person=owner,
        address="http://127.0.0.1:9/v1",
        name="small",
        is_on=True,
        asks_after_reading=True,
        created_at=NOW,
    )
    import_paths(owner, [mailbox], progress=quiet)
    assert settled(owner, mailbox) is None


def test_a_file_that_other_mail_explains_by_now_is_not_settled(
    owner: Person, mailbox: Path
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    # As where a file was read before mail that tells more of it: see `test_left_out`.
    told = sorted(told_by(owner))[:1]
    KnownFile.objects.for_person(owner).update(clues=packed(told))
    SettledReading.objects.all().delete()
    known.settle(owner)
    assert settled(owner, mailbox) is None
    import_paths(owner, [mailbox], progress=quiet)
    assert settled(owner, mailbox) is not None


def test_all_that_a_reading_of_known_files_looks_at_is_looked_at(
    owner: Person, mailbox: Path
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    RestingFold.objects.all().delete()
    with CaptureQueriesContext(connection) as asked:
        import_paths(owner, [mailbox], progress=quiet)
    tables = {name for each in asked for name in _tables(each["sql"])}
    looked: list[type[models.Model]] = [*LOOKS_AT]
    looked += [MailRun, RestingFold, SettledReading, Person]
    assert tables <= {table._meta.db_table for table in looked}


def _tables(sql: str) -> list[str]:
    return re.findall(r'(?:FROM|JOIN|UPDATE|INTO) "(\w+)"', sql)


def test_the_moment_of_the_last_reading_is_no_change(
    owner: Person, mailbox: Path
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    later = NOW + timedelta(days=40)
    assert settled_reading(owner, [mailbox], with_spam=False, now=later) is not None
