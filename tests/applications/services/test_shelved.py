"""In the archive, what they ask for afterwards is news; what was known before is none."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import (
    EventDraft,
    archive,
    asks,
    commit_events,
    correct_event,
    merge,
    restore,
)
from onward.people.models import Person
from tests.builders import NOW, make_application

pytestmark = pytest.mark.django_db

DAY = (NOW + timedelta(days=9)).date().isoformat()


def tell(application: Application, kind: EventKind, **payload: str) -> Event:
    draft = EventDraft(
        application_id=application.pk,
        kind=kind,
        at=NOW - timedelta(days=3),
        decided_by=DecidedBy.RULE,
        payload=payload,
    )
    (event,) = commit_events(application.person, [draft], now=NOW)
    return event


def put_right(event: Event) -> None:
    kind = EventKind(event.kind)
    correct_event(event.person, event, kind=kind, at=event.at, note="Room 4", now=NOW)


def told(person: Person) -> list[str]:
    return [ask.round.kind for ask in asks(person, now=NOW)]


@pytest.fixture
def shelved(owner: Person) -> Application:
    application = make_application(person=owner, company="Quillmoor")
    archive(owner, application, now=NOW - timedelta(days=1))
    return application


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (EventKind.INTERVIEW, {"on_day": DAY}),
        (EventKind.INTERVIEW, {}),
        (EventKind.ASSESSMENT, {"until": DAY}),
        (EventKind.OFFER, {"until": DAY}),
    ],
)
def test_what_comes_after_it_is_asked(
    owner: Person, shelved: Application, kind: EventKind, payload: dict[str, str]
) -> None:
    # Sent before it was put there, and read afterwards.
    tell(shelved, kind, **payload)
    assert told(owner) == [kind]


def test_what_was_known_stays_there(owner: Person) -> None:
    application = make_application(person=owner, company="Quillmoor")
    first = tell(application, EventKind.INTERVIEW, on_day=DAY)
    archive(owner, application, now=NOW - timedelta(days=1))
    tell(application, EventKind.ARRANGED, event=str(first.pk), place="Room 4")
    assert told(owner) == []


def test_what_was_known_and_is_put_right_by_hand_stays_there(owner: Person) -> None:
    application = make_application(person=owner, company="Quillmoor")
    first = tell(application, EventKind.INTERVIEW, on_day=DAY)
    archive(owner, application, now=NOW - timedelta(days=1))
    put_right(first)
    assert told(owner) == []


def test_what_came_since_and_is_put_right_by_hand_is_asked(
    owner: Person, shelved: Application
) -> None:
    first = tell(shelved, EventKind.INTERVIEW, on_day=DAY)
    put_right(first)
    assert told(owner) == [EventKind.INTERVIEW]


def test_put_there_again_it_rests_again(owner: Person, shelved: Application) -> None:
    tell(shelved, EventKind.OFFER, until=DAY)
    restore(owner, shelved, now=NOW)
    assert told(owner) == [EventKind.OFFER]
    archive(owner, shelved, now=NOW)
    assert told(owner) == []


def test_what_has_ended_asks_for_nothing(owner: Person, shelved: Application) -> None:
    tell(shelved, EventKind.INTERVIEW, on_day=DAY)
    tell(shelved, EventKind.REJECTION)
    assert told(owner) == []


def test_what_mail_reminds_of_stays_there(owner: Person, shelved: Application) -> None:
    tell(shelved, EventKind.REMINDER, until=DAY)
    assert told(owner) == []


def test_a_part_of_what_was_joined_asks_too(
    owner: Person, shelved: Application
) -> None:
    other = make_application(person=owner, company="Quillmoor Ltd")
    merge(owner, shelved, other=other, now=NOW)
    shelved.refresh_from_db()
    archive(owner, shelved, now=NOW)
    tell(other, EventKind.INTERVIEW, on_day=DAY)
    assert told(owner) == [EventKind.INTERVIEW]


def test_it_is_looked_up_at_once_for_all(owner: Person) -> None:
    counts = []
    for number in range(3):
        application = make_application(person=owner, company=f"Weaver {number}")
        archive(owner, application, now=NOW)
        tell(application, EventKind.INTERVIEW, on_day=DAY)
        with CaptureQueriesContext(connection) as found:
            assert len(asks(owner, now=NOW)) == number + 1
        counts.append(len(found))
    assert len(set(counts)) == 1
