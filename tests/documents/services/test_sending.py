from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import merge, take_back
from onward.documents.rules.kinds import DocumentKind
from onward.documents.services import (
    mark_sent,
    sent_counts,
    sent_places,
    sent_with,
    versions_sent,
)
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.documents.conftest import Worker
from tests.documents.make import make_version


def test_what_was_sent_is_told_with_its_text_résumé_first(
    owner: Person, work: Worker
) -> None:
    application = make_application(person=owner)
    letter = make_version(
        person=owner, name="Letter.txt", text="Dear Oak", kind=DocumentKind.LETTER
    )
    resume = make_version(person=owner)
    work()
    mark_sent(owner, application, letter, now=NOW)
    mark_sent(owner, application, resume, now=NOW)
    sent = sent_with(owner, application)
    assert [one.kind for one in sent] == [DocumentKind.RESUME, DocumentKind.LETTER]
    assert sent[1].text == "Dear Oak"
    assert sent[0].sections[2].heading == "Work Experience"
    assert sent[0].sent_at == application.applied_at


def test_the_event_names_the_version_and_is_recorded_once(owner: Person) -> None:
    application = make_application(person=owner)
    version = make_version(person=owner)
    first = mark_sent(owner, application, version, now=NOW)
    assert mark_sent(owner, application, version, now=NOW) == first
    assert first.kind == EventKind.DOCUMENT
    assert first.payload == {"record": str(version.pk), "title": "CV, version 1"}
    assert sent_places(owner, version) == [application]
    assert sent_counts(owner) == {version.pk: 1}


def test_undoing_the_event_takes_it_back_and_it_can_be_said_again(
    owner: Person,
) -> None:
    application = make_application(person=owner)
    version = make_version(person=owner)
    event = mark_sent(owner, application, version, now=NOW)
    take_back(owner, event, now=NOW)
    assert sent_with(owner, application) == []
    assert sent_counts(owner) == {}
    mark_sent(owner, application, version, now=NOW)
    assert len(sent_with(owner, application)) == 1


def test_what_a_part_was_sent_counts_for_the_whole(owner: Person) -> None:
    application = make_application(person=owner)
    part = make_application(person=owner, company="Bright Harbour Ltd")
    version = make_version(person=owner)
    mark_sent(owner, part, version, now=NOW)
    merge(owner, application, other=part, now=NOW)
    part.refresh_from_db()
    assert list(versions_sent(owner)) == [application.pk]
    assert sent_with(owner, part) == sent_with(owner, application)
    assert sent_places(owner, version) == [application]


def test_what_two_parts_were_sent_is_taken_back_by_one_press(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner)
    part = make_application(person=owner, company="Bright Harbour Ltd")
    version = make_version(person=owner)
    other = make_version(person=owner, data=b"Another one")
    for sent in (application, part):
        mark_sent(owner, sent, version, now=NOW)
    mark_sent(owner, part, other, now=NOW)
    merge(owner, application, other=part, now=NOW)
    (one,) = [s for s in sent_with(owner, application) if s.version_id == version.pk]
    owner_client.post(f"/documents/sent/{one.event_id}/undo/")
    (left,) = sent_with(owner, application)
    assert left.version_id == other.pk


@pytest.mark.postgresql
def test_what_has_no_day_of_its_own_stands_after_what_has(owner: Person) -> None:
    version = make_version(person=owner)
    rows = [
        make_application(person=owner, company=company, applied_at=at)
        for company, at in (("No day", None), ("A day", NOW))
    ]
    for row in rows:
        mark_sent(owner, row, version, now=NOW)
    found = [row.company for row in sent_places(owner, version)]
    assert found == ["A day", "No day"]


def test_what_was_saved_for_later_and_sent_now_is_sent_now(owner: Person) -> None:
    application = make_application(person=owner, applied_at=None)
    event = mark_sent(owner, application, make_version(person=owner), now=NOW)
    assert event.at == NOW
    later = NOW + timedelta(days=9)
    other = make_version(person=owner, text="Other")
    assert mark_sent(owner, application, other, now=NOW, at=later).at == NOW


def test_nobody_sees_what_another_person_sent(owner: Person, outsider: Person) -> None:
    application = make_application(person=owner)
    version = make_version(person=owner)
    mark_sent(owner, application, version, now=NOW)
    assert versions_sent(outsider) == {}
    assert sent_places(outsider, version) == []
    assert sent_counts(outsider) == {}


def test_an_event_without_a_readable_record_is_left_out(owner: Person) -> None:
    application = make_application(person=owner)
    event = mark_sent(owner, application, make_version(person=owner), now=NOW)
    Event.objects.filter(pk=event.pk).update(payload={"title": "gone"})
    assert versions_sent(owner) == {}
    assert sent_counts(owner) == {}
