from __future__ import annotations

from datetime import timedelta

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.services import (
    add_application,
    add_event,
    archive,
    describe,
    restore,
)
from onward.people.models import Person
from tests.builders import NOW, make_application


def test_what_is_saved_for_later_is_not_applied(owner: Person) -> None:
    application = add_application(
        owner, facts={"company": " Acme "}, applied_at=None, note="Ask Jo", now=NOW
    )
    assert (application.stage, application.company) == (Stage.SAVED, "Acme")
    saved = application.events.get(kind=EventKind.SAVED)
    assert saved.payload == {"note": "Ask Jo"}


def test_only_what_changed_is_recorded(owner: Person) -> None:
    application = make_application(person=owner, company="Acme", role="Driver")
    event = describe(
        owner, application, facts={"company": "Acme", "role": "Rider"}, now=NOW
    )
    assert event is not None
    assert event.payload == {"role": "Rider"}


def test_saving_without_a_change_records_nothing(owner: Person) -> None:
    application = make_application(person=owner, company="Acme")
    assert describe(owner, application, facts={"company": "Acme "}, now=NOW) is None


def test_a_fact_can_be_removed(owner: Person) -> None:
    application = make_application(person=owner, place="Leeds")
    describe(owner, application, facts={"place": ""}, now=NOW)
    assert Application.objects.get(pk=application.pk).place == ""


def test_a_past_interview_stands_on_its_own_day(owner: Person) -> None:
    application = make_application(person=owner)
    at = NOW - timedelta(days=1)
    event = add_event(owner, application, kind=EventKind.INTERVIEW, at=at, now=NOW)
    assert event.at == at
    assert event.payload == {}


def test_the_archive_takes_in_and_gives_back(owner: Person) -> None:
    application = make_application(person=owner)
    archive(owner, application, now=NOW)
    assert Application.objects.get(pk=application.pk).is_archived
    restore(owner, application, now=NOW)
    assert not Application.objects.get(pk=application.pk).is_archived
