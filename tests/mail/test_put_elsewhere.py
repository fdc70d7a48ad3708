"""A mail of a conversation that the person put to another application names that one alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind
from onward.applications.services import disagreements
from onward.mail.models import MailMessage, RestingFold
from onward.mail.services.importing import import_paths
from onward.mail.services.reviewing import reopen, settle
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.own_story import raw
from tests.mail.raw_mail import make_mbox

pytestmark = pytest.mark.django_db

ME = "Robin Vale <robin@person.example>"
LEA = "Lea Frost <lea.frost@rivetworks.example>"
INVITE = raw(
    number=1,
    sender=LEA,
    to=ME,
    subject="Rivet Works interview",
    text="Dear Robin,\n\nwe would like to invite you to an interview for the position of Data "
    "Analyst at Rivet Works on Tuesday 22 September 2026 at 10:00.\n\nLea Frost\nRivet Works",
)
UNCLEAR = raw(
    number=5,
    sender=LEA,
    to=ME,
    subject="Re: Rivet Works interview",
    text="Dear Robin,\n\nthere is a change to your application. Please call me when you can."
    "\n\nLea",
    answers=1,
)
RECEIPT = raw(
    number=2,
    sender="Harbour Office <jobs@harbouroffice.example>",
    to=ME,
    subject="Your application for Clerk",
    text="Dear Robin,\n\nThank you for applying for the position of Clerk at Harbour Office. We "
    "have received your application.\n\nHarbour Office",
)
GERMAN = raw(
    number=1,
    sender="Jutta Kern <j.kern@zahnradwerk.example>",
    to=ME,
    subject="Vorstellungsgespräch Zahnradwerk",
    text="Guten Tag,\n\nwir laden Sie zum Vorstellungsgespräch für die Stelle als Disponent bei "
    "der Zahnradwerk GmbH am Dienstag, 22. September 2026 um 10 Uhr ein.\n\nJutta Kern",
)
GERMAN_UNCLEAR = raw(
    number=5,
    sender="Jutta Kern <j.kern@zahnradwerk.example>",
    to=ME,
    subject="AW: Vorstellungsgespräch Zahnradwerk",
    text="Guten Tag,\n\nes hat sich etwas an Ihrer Bewerbung geändert. Rufen Sie mich bitte an."
    "\n\nJutta Kern",
    answers=1,
)


def read(person: Person, folder: Path, *mails: bytes) -> None:
    path = folder / f"{len(list(folder.iterdir()))}.mbox"
    path.write_bytes(make_mbox(*mails))
    # As with any newer program: all is folded anew.
    RestingFold.objects.all().delete()
    import_paths(person, [path], progress=quiet)


def names_of(person: Person) -> list[tuple[str, str]]:
    rows = Application.objects.for_person(person).filter(merged_into=None)
    return sorted((row.company, row.role) for row in rows)


def unclear() -> MailMessage:
    return MailMessage.objects.get(message_id="m5@mail.example")


@pytest.mark.parametrize(
    "kind",
    [EventKind.REJECTION, EventKind.INTERVIEW, EventKind.OFFER, EventKind.REPLY],
)
def test_an_application_keeps_its_name_when_a_mail_of_its_talk_is_anothers(
    owner: Person, tmp_path: Path, kind: EventKind
) -> None:
    read(owner, tmp_path, INVITE, UNCLEAR, RECEIPT)
    before = names_of(owner)
    assert before == [("Harbour Office", "Clerk"), ("Rivet Works", "Data Analyst")]
    other = Application.objects.get(company="Harbour Office")
    settle(owner, unclear(), kind=kind, application=other, now=NOW)
    read(owner, tmp_path, INVITE)
    assert names_of(owner) == before
    reopen(owner, unclear(), now=NOW)
    assert names_of(owner) == before
    read(owner, tmp_path, INVITE)
    assert names_of(owner) == before
    assert not list(disagreements(owner))


@pytest.mark.parametrize(
    "mails", [(INVITE, UNCLEAR, RECEIPT), (GERMAN, GERMAN_UNCLEAR, RECEIPT)]
)
def test_and_when_it_begins_one_of_another_employer(
    owner: Person, tmp_path: Path, mails: tuple[bytes, ...]
) -> None:
    read(owner, tmp_path, *mails)
    before = names_of(owner)
    settle(
        owner,
        unclear(),
        kind=EventKind.INFORMATION_REQUEST,
        application=None,
        company="Otter Mill and Brothers Holding",
        role="Senior Data Engineer",
        now=NOW,
    )
    read(owner, tmp_path, RECEIPT)
    other = ("Otter Mill and Brothers Holding", "Senior Data Engineer")
    assert names_of(owner) == sorted([*before, other])


def test_who_is_answered_there_is_who_wrote_about_it(
    owner: Person, tmp_path: Path
) -> None:
    colleague = UNCLEAR.replace(b"Lea Frost <lea.frost@", b"Tom Ash <tom.ash@")
    read(owner, tmp_path, INVITE, colleague, RECEIPT)
    other = Application.objects.get(company="Harbour Office")
    settle(owner, unclear(), kind=EventKind.OFFER, application=other, now=NOW)
    read(owner, tmp_path, INVITE)
    rivet = Application.objects.get(company="Rivet Works")
    assert rivet.contact_address == "lea.frost@rivetworks.example"


def test_a_mail_that_the_person_says_is_of_it_names_it_still(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, INVITE, UNCLEAR)
    own = Application.objects.get()
    settle(owner, unclear(), kind=EventKind.INTERVIEW, application=own, now=NOW)
    read(owner, tmp_path, INVITE)
    assert names_of(owner) == [("Rivet Works", "Data Analyst")]
