"""One reading of mail undone in one press, for good, and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind
from onward.applications.services import bring_back_batch, take_back, take_back_batch
from onward.mail.models import LearnedExample, MailRun, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.importing import import_paths
from onward.mail.services.learning import learn
from onward.mail.services.reviewing import correct, set_apart
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.own_story import RECEIPT, import_story, raw, story
from tests.mail.test_learning import ROLES, about, read, receipt

pytestmark = pytest.mark.django_db


def shown(person: Person) -> int:
    own = Application.objects.for_person(person).filter(merged_into=None)
    return own.filter(is_archived=False).count()


def test_a_reading_is_undone_in_one_press_and_stays_so_until_it_is_brought_back(
    owner: Person, owner_client: Client, outsider_client: Client, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, story())
    run = MailRun.objects.get()
    page = owner_client.get(reverse("mail:run", args=[run.pk])).content.decode()
    undo = reverse("applications:undo_batch", args=[run.pk])
    assert undo in page
    assert undo in owner_client.get(reverse("applications:changes")).content.decode()
    assert outsider_client.post(undo).status_code == 404
    assert shown(owner) == 1
    owner_client.post(undo)
    assert shown(owner) == 0
    changes = owner_client.get(reverse("applications:changes")).content.decode()
    assert "Mail that was read" in changes
    assert "1 application ·" in " ".join(changes.split())
    commit_mail(owner, now=NOW)
    import_paths(owner, [tmp_path / "all.mbox"], progress=quiet, reads_again=True)
    assert shown(owner) == 0
    redo = reverse("applications:redo_batch", args=[run.pk])
    assert redo in owner_client.get(reverse("mail:run", args=[run.pk])).content.decode()
    owner_client.post(redo)
    assert shown(owner) == 1


def test_details_that_a_person_took_back_are_not_said_again(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT])
    take_back(owner, Event.objects.get(kind=EventKind.DESCRIBED), now=NOW)
    commit_mail(owner, now=NOW)
    assert Application.objects.get().company == ""
    assert Event.objects.filter(kind=EventKind.DESCRIBED).count() == 1


NO = raw(
    number=2,
    sender="Bright Harbour <jobs@bright-harbour.example>",
    to="Robin <robin@person.example>",
    subject="Your application for Night Porter",
    text="Thank you for applying for Night Porter at Bright Harbour. We are sorry to tell "
    "you that we will not be moving forward with your application.",
)


def test_what_comes_to_an_application_that_was_undone_whole_describes_it_anew(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT])
    take_back_batch(owner, MailRun.objects.get().pk, now=NOW)
    import_story(owner, tmp_path, [RECEIPT])
    assert Application.objects.get().company == ""
    import_story(owner, tmp_path, [RECEIPT, NO])
    application = Application.objects.get()
    assert (application.company, application.role) == ("Bright Harbour", "Night Porter")
    assert application.no_kind == NoKind.THEY_SAID_NO
    receipt = Event.objects.get(kind=EventKind.CONFIRMATION)
    assert receipt.is_void


def test_undone_whole_a_second_time_it_stays_so(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [RECEIPT])
    take_back_batch(owner, MailRun.objects.get().pk, now=NOW)
    import_story(owner, tmp_path, [RECEIPT, NO])
    take_back_batch(owner, MailRun.objects.latest("started_at").pk, now=NOW)
    import_story(owner, tmp_path, [RECEIPT, NO])
    assert Application.objects.get().company == ""
    assert shown(owner) == 0


def test_details_that_were_taken_back_alone_are_not_said_again_by_later_mail(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT])
    take_back(owner, Event.objects.get(kind=EventKind.DESCRIBED), now=NOW)
    import_story(owner, tmp_path, [RECEIPT, NO])
    application = Application.objects.get()
    assert application.no_kind == NoKind.THEY_SAID_NO
    assert application.company == ""


def test_what_the_person_said_of_its_mail_outlives_undoing_a_reading_and_bringing_it_back(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    read(owner, tmp_path, *(receipt(role) for role in ROLES[:3]))
    set_apart(owner, about(owner, ROLES[0]), now=NOW)
    correct(owner, about(owner, ROLES[1]), kind=EventKind.REPLY, now=NOW)
    learn(owner)
    own = Event.objects.for_person(owner)
    lasting = own.filter(voided_by=None).exclude(kind=EventKind.VOID)
    learned = LearnedExample.objects.filter(forgotten_at=None)
    before = {*lasting.values_list("pk", flat=True)}
    assert (shown(owner), learned.count()) == (2, 2)
    run = MailRun.objects.get()
    owner_client.post(reverse("applications:undo_batch", args=[run.pk]))
    owner_client.post(reverse("applications:redo_batch", args=[run.pk]))
    assert {*lasting.values_list("pk", flat=True)} == before
    assert (shown(owner), learned.count()) == (2, 2)
    assert about(owner, ROLES[0]).review == Review.SETTLED


def test_a_reading_undone_mail_by_mail_comes_back_without_what_was_corrected(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]), receipt(ROLES[1]))
    message = about(owner, ROLES[0])
    correct(owner, message, kind=EventKind.ASSESSMENT, now=NOW)
    correct(owner, message, kind=EventKind.REPLY, now=NOW)
    lasting = Event.objects.for_person(owner).filter(voided_by=None)
    run = MailRun.objects.get()
    for event in lasting.filter(batch=run.pk):
        take_back(owner, event, now=NOW)
    assert bring_back_batch(owner, run.pk, now=NOW)
    said = lasting.filter(source_id=message.pk)
    assert [event.kind for event in said] == [EventKind.REPLY]
    assert shown(owner) == 2
