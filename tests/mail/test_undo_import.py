"""One reading of mail undone in one press, for good, and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import take_back
from onward.mail.models import MailRun
from onward.mail.services.committing import commit_mail
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.test_sent import RECEIPT, import_story, quiet, story

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
