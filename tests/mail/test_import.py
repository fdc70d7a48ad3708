from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import merge, void_event
from onward.jobs.services import Cancelled
from onward.mail.models import MailMessage, MailRun, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.importing import import_paths
from onward.mail.services.reviewing import reopen, set_aside, settle
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.raw_mail import write_first_mails

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mail") / "sample.mbox"
    # More than are read between two looks at whether to stop.
    write_first_mails(path, count=240)
    return path


def ledger_of(person: Person) -> list[Any]:
    """Return a person's ledger without ids: equal for equal stories."""
    rows = Application.objects.for_person(person).filter(merged_into=None)
    return sorted(
        (
            row.company,
            row.role,
            row.stage,
            row.no_kind,
            sorted(
                (event.kind, event.at.isoformat(), event.key)
                for event in row.events.exclude(kind=EventKind.DESCRIBED)
            ),
        )
        for row in rows
    )


def parts_of(mailbox: Path, folder: Path) -> Iterator[Path]:
    """Write the mailbox as two overlapping files and yield them, the later one first."""
    messages = [b"From " + part for part in mailbox.read_bytes().split(b"\nFrom ")]
    messages[0] = messages[0].removeprefix(b"From ")
    for name, chosen in (("late", messages[80:]), ("early", messages[:140])):
        path = folder / f"{name}.mbox"
        path.write_bytes(b"\n".join(chosen) + b"\n")
        yield path


def test_reading_the_same_mail_again_adds_nothing(owner: Person, mailbox: Path) -> None:
    first = import_paths(owner, [mailbox], progress=quiet)
    before = (ledger_of(owner), Event.objects.count(), MailMessage.objects.count())
    again = import_paths(owner, [mailbox], progress=quiet)
    assert (
        ledger_of(owner),
        Event.objects.count(),
        MailMessage.objects.count(),
    ) == before
    assert first.new == first.hiring > 50
    assert again.new == 0
    assert again.ledger == first.ledger


def test_overlapping_files_in_any_order_give_the_same_ledger(
    owner: Person, outsider: Person, mailbox: Path, tmp_path: Path
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    for part in parts_of(mailbox, tmp_path):
        import_paths(outsider, [part], progress=quiet)
    whole, parts = ledger_of(owner), ledger_of(outsider)
    events = [[e for e in row[4] if e[0] != EventKind.MERGE] for row in parts]
    assert [row[:4] for row in parts] == [row[:4] for row in whole]
    assert sum(map(len, events)) == sum(len(row[4]) for row in whole)


def test_stopping_in_the_middle_keeps_what_was_read(
    owner: Person, mailbox: Path
) -> None:
    calls = 0

    def stop_soon(*, done: int, total: int = 0, message: str = "") -> None:
        nonlocal calls
        calls += 1
        if calls > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_paths(owner, [mailbox], progress=stop_soon)
    some = MailMessage.objects.count()
    assert some > 0
    import_paths(owner, [mailbox], progress=quiet)
    assert MailMessage.objects.count() > some


def test_a_wrong_path_is_a_sentence_and_the_rest_is_read(
    owner: Person, mailbox: Path, tmp_path: Path
) -> None:
    odd = tmp_path / "picture.mbox"
    odd.write_bytes(b"\x89PNG\r\n" + bytes(200))
    summary = import_paths(
        owner, [tmp_path / "gone.mbox", odd, mailbox], progress=quiet
    )
    assert summary.unreadable == 2
    assert summary.hiring > 50
    sentences = [problem["sentence"] for problem in summary.problems]
    assert any("gone.mbox is not there" in sentence for sentence in sentences)
    run = MailRun.objects.get()
    assert run.finished_at is not None
    assert len(run.problems) == 2


def test_ordinary_mail_leaves_no_trace(owner: Person, mailbox: Path) -> None:
    summary = import_paths(owner, [mailbox], progress=quiet)
    assert MailMessage.objects.count() == summary.hiring < summary.read / 2


def test_what_a_person_took_back_stays_taken_back(owner: Person, mailbox: Path) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    no = Event.objects.filter(kind=EventKind.REJECTION).order_by("number")[0]
    void_event(owner, no, now=NOW)
    import_paths(owner, [mailbox], progress=quiet)
    no.refresh_from_db()
    assert no.is_void
    assert Event.objects.filter(key=no.key).count() == 1


def test_what_a_person_merged_stays_merged(owner: Person, mailbox: Path) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    one, other = Application.objects.order_by("company_sort")[:2]
    merge(owner, one, other=other, now=NOW)
    commit_mail(owner, now=NOW)
    other.refresh_from_db()
    assert other.merged_into == one


def _waiting(owner: Person, **facts: Any) -> MailMessage:
    return MailMessage.objects.create(
        person=owner,
        key=facts.pop("key", "k1"),
        message_id="k1@mail.example",
        sent_at=NOW - timedelta(days=1),
        verdict="ambiguous",
        review=Review.AMBIGUOUS,
        path="x.mbox",
        recorded_at=NOW,
        **facts,
    )


def test_settling_a_message_records_it_and_can_be_taken_back(owner: Person) -> None:
    message = _waiting(owner, company="Oakmere", role="Driver")
    event = settle(owner, message, kind=EventKind.REJECTION, application=None, now=NOW)
    assert event.application.company == "Oakmere"
    assert message.review == Review.SETTLED
    reopen(owner, message, now=NOW)
    event.refresh_from_db()
    assert event.is_void
    assert message.review == Review.AMBIGUOUS


def test_a_message_that_needs_nothing_waits_no_longer(owner: Person) -> None:
    message = _waiting(owner)
    set_aside(owner, message)
    commit_mail(owner, now=NOW)
    message.refresh_from_db()
    assert message.review == Review.SETTLED


def test_a_moment_is_kept_for_mail_without_a_date(owner: Person) -> None:
    assert timezone.is_aware(_waiting(owner).sent_at)
