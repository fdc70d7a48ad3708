"""What a person said of a mail is the home of the mail that comes after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind
from onward.mail.models import MailMessage
from onward.mail.services.committing import commit_mail
from onward.mail.services.reviewing import reopen, settle
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.raw_mail import make_raw
from tests.mail.test_learning import read

pytestmark = pytest.mark.django_db

UNCLEAR = make_raw(
    "Dear Robin,\n\nthere is an update on your application as Data Analyst at Quillmoor."
    "\nPlease log in to the portal to see it.\n\nKind regards\nKim Roe\nQuillmoor\n",
    subject="Data Analyst at Quillmoor",
    message_id="<first@quillmoor.example>",
)
APPROACH = make_raw(
    "Hi Robin,\n\nI came across your profile on LinkedIn and think you would be a great "
    "fit\nfor our Data Analyst position at Quillmoor. Are you open to new opportunities?\n"
    "\nBest\nKim Roe\nTalent Acquisition, Quillmoor\n",
    subject="Data Analyst role at Quillmoor",
    message_id="<first@quillmoor.example>",
)


def no(*, extra: str = "", role: str = "Data Analyst") -> bytes:
    text = (
        f"Dear Robin,\n\nthank you for applying as {role} at Quillmoor. We are sorry to "
        "tell\nyou that we will not be moving forward with your application.\n\n"
        "Kind regards\nKim Roe\nQuillmoor\n"
    )
    raw = make_raw(
        text, subject=f"Re: {role}", message_id="<no@quillmoor.example>", extra=extra
    )
    return raw.replace(b"Tue, 03 Mar", b"Fri, 13 Mar")


ANSWERS = "References: <first@quillmoor.example>\n"


def said(person: Person, folder: Path, mail: bytes, kind: EventKind) -> Application:
    """Return what the person began by saying what a mail of theirs means."""
    read(person, folder, mail)
    message = MailMessage.objects.get()
    event = settle(
        person,
        message,
        kind=kind,
        application=None,
        now=NOW,
        company="Quillmoor",
        role="Data Analyst",
    )
    return event.application


@pytest.mark.parametrize("extra", [ANSWERS, ""])
@pytest.mark.parametrize(
    ("mail", "kind"),
    [
        (UNCLEAR, EventKind.INTERVIEW),
        (UNCLEAR, EventKind.REPLY),
        (APPROACH, EventKind.CONFIRMATION),
    ],
)
def test_a_no_ends_the_application_that_the_person_began(
    owner: Person, tmp_path: Path, mail: bytes, kind: EventKind, extra: str
) -> None:
    began = said(owner, tmp_path, mail, kind)
    read(owner, tmp_path, no(extra=extra), name="b")
    assert Application.objects.get() == began
    began.refresh_from_db()
    assert began.no_kind == NoKind.THEY_SAID_NO


def test_by_itself_it_stays_as_the_person_said_it(
    owner: Person, tmp_path: Path
) -> None:
    said(owner, tmp_path, UNCLEAR, EventKind.INTERVIEW)
    before = list(Event.objects.values_list("pk", flat=True))
    commit_mail(owner, now=NOW)
    assert list(Event.objects.values_list("pk", flat=True)) == before


def test_a_no_about_another_opening_ends_another_application(
    owner: Person, tmp_path: Path
) -> None:
    began = said(owner, tmp_path, UNCLEAR, EventKind.INTERVIEW)
    read(owner, tmp_path, no(role="Night Porter"), name="b")
    began.refresh_from_db()
    assert not began.no_kind
    assert Application.objects.count() == 2


def test_the_word_taken_back_its_no_stays_where_it_is(
    owner: Person, tmp_path: Path
) -> None:
    began = said(owner, tmp_path, UNCLEAR, EventKind.INTERVIEW)
    read(owner, tmp_path, no(extra=ANSWERS), name="b")
    first = MailMessage.objects.get(message_id="first@quillmoor.example")
    reopen(owner, first, now=NOW)
    commit_mail(owner, now=NOW)
    assert Application.objects.get() == began
    began.refresh_from_db()
    assert began.no_kind == NoKind.THEY_SAID_NO


def test_what_the_person_put_on_another_application_joins_no_two(
    owner: Person, tmp_path: Path
) -> None:
    """Its conversation is one application's, their word another's: both stay."""
    read(owner, tmp_path, no(role="Night Porter"))
    message = MailMessage.objects.get()
    later = UNCLEAR.replace(
        b"Message-ID", b"References: <no@quillmoor.example>\nMessage-ID"
    ).replace(b"03 Mar", b"20 Mar")
    read(owner, tmp_path, later, name="b")
    unclear = MailMessage.objects.exclude(pk=message.pk).get()
    kind = EventKind.INTERVIEW
    settle(
        owner,
        unclear,
        kind=kind,
        application=None,
        now=NOW,
        company="Quillmoor",
        role="Data Analyst",
    )
    commit_mail(owner, now=NOW)
    assert Application.objects.filter(merged_into=None).count() == 2
