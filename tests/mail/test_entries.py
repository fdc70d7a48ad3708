"""Calendar entries that name no job: kept where somebody of an application sent them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import rounds_of
from onward.mail.models import MailMessage
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.own_story import ME, THEM, raw
from tests.mail.raw_mail import make_mbox

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
RECEIPT = raw(
    number=1,
    sender=THEM,
    to=ME,
    subject="Your application for Night Porter",
    text="Thank you for your application for Night Porter at Bright Harbour. We have received it.\n\nKim Alder",
)


def entry(
    number: int,
    *,
    sender: str,
    organiser: str,
    summary: str = "Intro call",
    uid: str = "u1@scheduler.example",
    method: str = "REQUEST",
) -> bytes:
    day = START + timedelta(days=number)
    return (
        f"From: {sender}\nTo: {ME}\nSubject: {summary}\nDate: {day:%a, %d %b %Y %H:%M:%S +0000}\n"
        f"Message-ID: <entry-{number}@scheduler.example>\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nYour event has been scheduled.\n--b\n'
        f"Content-Type: text/calendar; method={method}\n\nBEGIN:VCALENDAR\nMETHOD:{method}\n"
        f"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{summary}\nDTSTART:20260320T100000Z\n"
        f"ORGANIZER;CN=Kim Alder:mailto:{organiser}\nEND:VEVENT\nEND:VCALENDAR\n--b--\n"
    ).encode()


BOOKED = entry(
    3,
    sender="Scheduler <notifications@scheduler.example>",
    organiser="kim@bright-harbour.example",
)
OFF = entry(
    5,
    sender="Scheduler <notifications@scheduler.example>",
    organiser="notifications@scheduler.example",
    summary="Canceled event",
    method="CANCEL",
)
DENTIST = entry(
    4,
    sender="Practice <desk@teeth.example>",
    organiser="desk@teeth.example",
    summary="Check-up",
    uid="u2@teeth.example",
)


def read(owner: Person, folder: Path, *messages: bytes) -> None:
    path = folder / "all.mbox"
    path.write_bytes(make_mbox(*messages))
    import_paths(owner, [path], progress=quiet)


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_what_a_scheduler_books_with_a_known_contact_is_an_interview(
    owner: Person, tmp_path: Path, step: int
) -> None:
    read(owner, tmp_path, *[RECEIPT, BOOKED, DENTIST][::step])
    application = Application.objects.get()
    assert application.role == "Night Porter"
    (found,) = rounds_of(owner, application)
    assert found.kind == EventKind.INTERVIEW
    assert found.starts_at == datetime(2026, 3, 20, 10, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_another_version_of_a_known_entry_counts_whoever_sent_it(
    owner: Person, tmp_path: Path, step: int
) -> None:
    read(owner, tmp_path, *[RECEIPT, BOOKED, OFF][::step])
    changed = Event.objects.get(kind=EventKind.ARRANGED)
    assert changed.payload["outcome"] == "cancelled"
    assert Event.objects.filter(kind=EventKind.INTERVIEW).count() == 1


@pytest.mark.django_db
def test_an_entry_of_nobody_known_leaves_no_trace(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, RECEIPT, DENTIST)
    assert MailMessage.objects.count() == 1
    assert not Event.objects.filter(kind=EventKind.INTERVIEW).exists()


@pytest.mark.parametrize("name", ["Robin Vale", ""])
def test_the_readers_own_name_is_no_job_title(name: str) -> None:
    message = Message(
        key="k",
        message_id="k@bright-harbour.example",
        sent_at=START,
        sender=Address("Kim Alder", "kim@bright-harbour.example"),
        subject="Invitation: Second interview: Robin / Quarry Bay",
        text="You have been invited to the following event.\n\nSecond interview: Robin / Quarry Bay",
        to=(Address(name, "robin.vale@person.example"),),
        calendar={"METHOD": "REQUEST", "SUMMARY": "Second interview: Robin / Quarry"},
    )
    reading = read_message(message)
    assert reading.verdict is Verdict.INTERVIEW
    assert reading.role == ""


INES = "Ines Falk <ines.falk@kranich-payments.example>"
INVITED = raw(
    number=1,
    sender=INES,
    to=ME,
    subject="Your application at Kranich",
    text="Hi Robin,\n\nthank you for applying for the QA Engineer role at Kranich Payments. "
    "We would love to meet you: Wednesday, 18 March at 10:00 by video call. Does that work?\n\nInes Falk",
)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sender",
    [
        INES,
        "Ines Falk <calendar-notification@google.com>",
        "Google Calendar <calendar-notification@google.com>",
    ],
)
def test_an_updated_invitation_moves_the_interview_whoever_sends_it(
    owner: Person, tmp_path: Path, sender: str
) -> None:
    updated = entry(
        4,
        sender=sender,
        organiser="ines.falk@kranich-payments.example",
        summary="Kranich QA interview",
    ).replace(b"Subject: ", b"Subject: Updated invitation: ", 1)
    read(owner, tmp_path, INVITED, updated)
    application = Application.objects.get()
    assert application.company == "Kranich Payments"
    assert application.role == "QA Engineer"
    (found,) = rounds_of(owner, application)
    assert found.starts_at == datetime(2026, 3, 20, 10, tzinfo=UTC)
