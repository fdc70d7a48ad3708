"""What a reading asks about goes with it when it is undone, and comes back with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import (
    bring_back_batch,
    take_back,
    take_back_batch,
)
from onward.mail.models import MailMessage, MailRun
from onward.mail.services.asking import ambiguous
from onward.mail.services.importing import import_paths
from onward.mail.services.reviewing import settle
from onward.mail.services.waiting import undone_readings, waiting, waiting_mail
from onward.people.models import Person
from tests.builders import NOW, make_person, quiet
from tests.mail.own_story import raw
from tests.mail.raw_mail import make_mbox
from tests.mail.test_put_elsewhere import INVITE, RECEIPT, UNCLEAR

pytestmark = pytest.mark.django_db

ME = "Robin Vale <robin@person.example>"
UNPLACED = raw(
    number=9,
    sender="Talent Team <jobs@mail.recruitly.example>",
    to=ME,
    subject="Your application",
    text="Dear Robin,\n\nthank you for your application. Unfortunately we will not be moving "
    "forward with it.\n\nTalent Team",
)
SECOND_UNCLEAR = raw(
    number=12,
    sender="Ines Marlow <ines@fellside.example>",
    to=ME,
    subject="Your application at Fellside",
    text="Dear Robin,\n\nthere is a change to your application. Please call me when you can."
    "\n\nInes Marlow\nFellside Mills",
)


def read(person: Person, folder: Path, *mails: bytes) -> MailRun:
    path = folder / f"{len(list(folder.iterdir()))}.mbox"
    path.write_bytes(make_mbox(*mails))
    import_paths(person, [path], progress=quiet)
    return MailRun.objects.for_person(person).order_by("started_at").last() or MailRun()


def asked(person: Person) -> list[str]:
    return sorted(waiting_mail(person).values_list("subject", flat=True))


def test_with_a_reading_undone_its_questions_are_asked_no_more(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    run = read(owner, tmp_path, INVITE, UNCLEAR, RECEIPT, UNPLACED)
    before = asked(owner)
    assert "Re: Rivet Works interview" in before
    owner_client.post(reverse("applications:undo_batch", args=[run.pk]))
    assert asked(owner) == []
    assert not waiting(owner)
    assert not ambiguous(owner).exists()
    page = owner_client.get(reverse("mail:review")).content.decode()
    assert "Rivet Works" not in page
    read(owner, tmp_path, INVITE, UNCLEAR, RECEIPT, UNPLACED)
    assert asked(owner) == []
    owner_client.post(reverse("applications:redo_batch", args=[run.pk]))
    assert asked(owner) == before


def test_what_another_reading_asks_about_stays(owner: Person, tmp_path: Path) -> None:
    first = read(owner, tmp_path, INVITE, UNCLEAR)
    second = read(owner, tmp_path, RECEIPT, SECOND_UNCLEAR)
    take_back_batch(owner, first.pk, now=NOW)
    assert asked(owner) == ["Your application at Fellside"]
    take_back_batch(owner, second.pk, now=NOW)
    assert asked(owner) == []
    bring_back_batch(owner, first.pk, now=NOW)
    assert asked(owner) == ["Re: Rivet Works interview"]


def test_mail_taken_back_one_by_one_leaves_the_questions(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, INVITE, UNCLEAR)
    for event in Event.objects.exclude(kind=EventKind.VOID):
        take_back(owner, event, now=NOW)
    assert undone_readings(owner) == []
    assert asked(owner) == ["Re: Rivet Works interview"]


def test_what_the_person_said_before_stays_said(owner: Person, tmp_path: Path) -> None:
    run = read(owner, tmp_path, INVITE, UNCLEAR)
    message = MailMessage.objects.get(message_id="m5@mail.example")
    settle(
        owner,
        message,
        kind=EventKind.INTERVIEW,
        application=None,
        company="Rivet Works",
        now=NOW,
    )
    take_back_batch(owner, run.pk, now=NOW)
    assert asked(owner) == []
    assert Event.objects.filter(kind=EventKind.INTERVIEW, voided_by=None).count() == 1


def test_a_reading_that_only_asks_is_no_undone_one(
    owner: Person, tmp_path: Path
) -> None:
    run = read(owner, tmp_path, SECOND_UNCLEAR)
    assert take_back_batch(owner, run.pk, now=NOW) == 0
    assert asked(owner) == ["Your application at Fellside"]


def test_nobody_elses_questions_go(owner: Person, tmp_path: Path) -> None:
    other = make_person(name="Kim")
    folder = tmp_path / "kim"
    folder.mkdir()
    run = read(owner, tmp_path, INVITE, UNCLEAR)
    read(other, folder, INVITE, UNCLEAR)
    take_back_batch(owner, run.pk, now=NOW)
    assert asked(other) == ["Re: Rivet Works interview"]
