"""An appointment that a tool confirms belongs to whoever it is with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from onward.applications.models import Application
from onward.applications.rules.payload import Outcome
from onward.applications.services import rounds_of
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Verdict
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw
from tests.mail.rules.letters import make_message

pytestmark = pytest.mark.django_db
RECEIPT = raw(
    number=1,
    sender="Dana Fields <dana@bright-harbour.example>",
    to=ME,
    subject="Your application for Night Porter",
    text="Thank you for your application for Night Porter at Bright Harbour. We have "
    "received it.\n\nDana Fields\nTalent Partner, Bright Harbour",
)
OTHER = raw(
    number=2,
    sender="Kim Alder <kim@larch.example>",
    to=ME,
    subject="Your application for Clerk",
    text="Thank you for your application for Clerk at Larch Optics. We have received it."
    "\n\nKim Alder",
)


def booked(name: str) -> bytes:
    return raw(
        number=3,
        sender="Calendly <notifications@calendly.com>",
        to=ME,
        subject=f"Confirmed: Phone Screen with {name} on Tuesday, March 10, 2026",
        text=f"Hi Robin Vale,\n\nYour Phone Screen with {name} at 10:30am on Tuesday, "
        f"March 10, 2026 is scheduled.\n\nLocation: {name} will call you.\n\n"
        "Need to make changes? Reschedule or cancel.\n\nSent from Calendly",
    )


@pytest.mark.parametrize("step", [1, -1])
def test_it_is_the_interview_of_who_wrote(
    owner_client: Client, owner: Person, tmp_path: Path, step: int
) -> None:
    import_story(owner, tmp_path, [RECEIPT, OTHER, booked("Dana Fields")][::step])
    assert Application.objects.count() == 2
    application = Application.objects.get(company="Bright Harbour")
    (found,) = rounds_of(owner, application)
    begins = found.begins(zone_name="UTC")
    assert begins is not None
    assert (begins.day, begins.hour, begins.minute) == (10, 10, 30)
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert "10 March 2026, 10:30" in page


def test_of_somebody_who_never_wrote_the_person_is_asked(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT, OTHER, booked("Lee Marsh")])
    assert Application.objects.count() == 2
    assert "Lee Marsh" in owner_client.get("/mail/review/").content.decode()


def test_of_two_open_ones_the_person_is_asked(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    second = RECEIPT.replace(b"Night Porter", b"Receptionist").replace(b"<m1@", b"<m4@")
    import_story(owner, tmp_path, [RECEIPT, second, booked("Dana Fields")])
    assert Application.objects.count() == 2
    assert "Phone Screen" in owner_client.get("/mail/review/").content.decode()


def notice(subject: str, text: str) -> bytes:
    return raw(
        number=4,
        sender="Calendly <notifications@calendly.com>",
        to=ME,
        subject=subject,
        text=f"Hi Robin Vale,\n\n{text}\n\nSent from Calendly",
    )


@pytest.mark.parametrize("step", [1, -1])
def test_it_is_called_off_by_the_tools_notice(
    owner: Person, tmp_path: Path, step: int
) -> None:
    off = "Your event Phone Screen with Dana Fields has been canceled.\n\nReason: ill"
    letters = [
        RECEIPT,
        OTHER,
        booked("Dana Fields"),
        notice("Canceled: Phone Screen", off),
    ]
    import_story(owner, tmp_path, letters[::step])
    assert Application.objects.count() == 2
    (found,) = rounds_of(owner, Application.objects.get(company="Bright Harbour"))
    assert found.outcome == Outcome.CANCELLED


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Canceled: Phone Screen", Verdict.INTERVIEW),
        ("Abgesagt: Kennenlerngespräch", Verdict.INTERVIEW),
        ("Annulé : Entretien avec Dana", Verdict.INTERVIEW),
        ("Canceled: Haircut with Dana", Verdict.OTHER),
        ("Rescheduled: Dental check-up", Verdict.OTHER),
    ],
)
def test_only_what_is_about_work_is_an_interview(
    subject: str, expected: Verdict
) -> None:
    text = "Hi Robin Vale,\n\nYour event with Dana Fields has been changed."
    message = make_message(subject, text, sender="notifications@calendly.com")
    assert read_message(message).verdict is expected


def test_who_reads_is_no_employer_with_a_day_behind_the_name() -> None:
    message = replace(
        make_message(
            "Umgebucht: Kennenlerngespräch mit Robin Vale am 12. März",
            "Hallo Robin,\n\nein Termin wurde umgebucht.\n\nTermintyp: Kennenlerngespräch",
            sender="notifications@calendly.com",
        ),
        to=(Address("Robin Vale", "robin@person.example"),),
    )
    read = read_message(message)
    assert (read.verdict, read.company) == (Verdict.INTERVIEW, "")
