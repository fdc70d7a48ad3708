"""What becomes an application of its own takes the contact of its mail along."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.services import describe, merge
from onward.mail.services.committing import commit_mail
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.mail.own_story import ME, import_story, raw

pytestmark = pytest.mark.django_db

KIM = "Kim Alder <kim@bright-harbour.example>"
LEE = "Lee Moss <lee@bright-harbour.example>"
INVITED = "Dear Robin,\n\nWe would like to invite you to an interview for the Night Porter position.\n\n{}"


def test_each_has_the_contact_of_its_own_mail(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    story = [
        raw(
            number=n, sender=who, to=ME, subject="Night Porter", text=INVITED.format(by)
        )
        for n, who, by in ((1, KIM, "Kim Alder"), (9, LEE, "Lee Moss"))
    ]
    import_story(owner, tmp_path, story)
    (application,) = Application.objects.all()
    assert application.contact_address == "lee@bright-harbour.example"
    last = Event.objects.filter(kind="interview").latest("at")
    url = reverse("applications:split", args=[application.pk])
    owner_client.post(url, {"events": [str(last.pk)]})
    application.refresh_from_db()
    last.refresh_from_db()
    part = last.application
    assert part.pk != application.pk
    assert (part.contact_name, part.contact_address) == (
        "Lee Moss",
        "lee@bright-harbour.example",
    )
    assert application.contact_address == "kim@bright-harbour.example"
    commit_mail(owner, now=NOW)
    application.refresh_from_db()
    assert application.contact_address == "kim@bright-harbour.example"
    done = application.events.filter(kind="split").latest("number")
    owner_client.post(reverse("applications:undo", args=[done.pk]))
    application.refresh_from_db()
    assert Application.objects.filter(merged_into=None, is_archived=False).count() == 1
    assert application.contact_address == "lee@bright-harbour.example"
    owner_client.post(reverse("applications:bring_back", args=[done.pk]))
    application.refresh_from_db()
    part.refresh_from_db()
    assert application.contact_address == "kim@bright-harbour.example"
    assert part.contact_address == "lee@bright-harbour.example"


@pytest.mark.parametrize("is_on_other", [False, True])
def test_what_was_typed_by_hand_stays_though_it_is_the_same(
    owner: Person, owner_client: Client, tmp_path: Path, is_on_other: bool
) -> None:
    story = [
        raw(
            number=n, sender=who, to=ME, subject="Night Porter", text=INVITED.format(by)
        )
        for n, who, by in ((1, KIM, "Kim Alder"), (9, LEE, "Lee Moss"))
    ]
    import_story(owner, tmp_path, story)
    (application,) = Application.objects.all()
    address = "lee@bright-harbour.example"
    if is_on_other:
        other = make_application(
            person=owner, contact_name="Lee M.", contact_address=address
        )
        merge(owner, application, other=other, now=NOW)
    else:
        described = {"contact_name": "Lee M.", "contact_address": address}
        describe(owner, application, facts=described, now=NOW)
    last = Event.objects.filter(kind="interview").latest("at")
    url = reverse("applications:split", args=[application.pk])
    owner_client.post(url, {"events": [str(last.pk)]})
    application.refresh_from_db()
    assert application.contact_address == "lee@bright-harbour.example"
    told = application.events.filter(kind="described", payload__contact_address="")
    assert not told.exists()
