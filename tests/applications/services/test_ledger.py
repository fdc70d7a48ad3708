from __future__ import annotations

from datetime import timedelta

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, NoKind, Stage
from onward.applications.services import (
    EventDraft,
    commit_events,
    correct_event,
    describe,
    disagreements,
    merge,
    split,
    timeline_events,
    void_event,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no


def test_a_no_closes_and_taking_it_back_opens_again(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    application.refresh_from_db()
    assert application.stage == Stage.CLOSED
    assert application.no_kind == NoKind.THEY_SAID_NO
    void_event(owner, no, now=NOW)
    application.refresh_from_db()
    assert application.stage == Stage.APPLIED
    assert application.no_kind == ""


def test_taking_back_the_taking_back_restores(owner: Person) -> None:
    application = make_application(person=owner)
    void = void_event(owner, make_no(application=application), now=NOW)
    void_event(owner, void, now=NOW)
    application.refresh_from_db()
    assert application.stage == Stage.CLOSED


def test_the_same_key_is_recorded_once(owner: Person) -> None:
    application = make_application(person=owner)
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.INTERVIEW,
        at=NOW,
        decided_by=DecidedBy.RULE,
        key="mail:1",
    )
    assert len(commit_events(owner, [draft, draft], now=NOW)) == 1
    assert commit_events(owner, [draft], now=NOW) == []


def test_numbers_follow_one_another_without_gaps(owner: Person) -> None:
    for _ in range(3):
        make_application(person=owner)
    numbers = Event.objects.for_person(owner).values_list("number", flat=True)
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_a_corrected_event_keeps_its_message_and_its_history(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    corrected = correct_event(owner, no, kind=EventKind.INTERVIEW, at=no.at, now=NOW)
    application.refresh_from_db()
    assert application.stage == Stage.INTERVIEW
    assert corrected.payload["corrects"] == str(no.pk)
    no.refresh_from_db()
    assert no.is_void


def test_merging_makes_one_timeline_and_undo_makes_two(owner: Person) -> None:
    one = make_application(person=owner, company="Acme")
    other = make_application(
        person=owner, company="Acme GmbH", events=((EventKind.INTERVIEW, NOW),)
    )
    event = merge(owner, one, other=other, now=NOW)
    one.refresh_from_db()
    assert one.stage == Stage.INTERVIEW
    void_event(owner, event, now=NOW)
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.stage, other.stage) == (Stage.APPLIED, Stage.INTERVIEW)
    assert other.merged_into is None
    assert one.company == "Acme"


def test_splitting_moves_events_and_undo_brings_them_back(owner: Person) -> None:
    application = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - timedelta(days=1)),)
    )
    interview = application.events.get(kind=EventKind.INTERVIEW)
    other = split(owner, application, events=[interview], now=NOW)
    application.refresh_from_db()
    assert (application.stage, other.stage) == (Stage.APPLIED, Stage.INTERVIEW)
    void_event(owner, application.events.get(kind=EventKind.SPLIT), now=NOW)
    application.refresh_from_db()
    assert application.stage == Stage.INTERVIEW
    assert interview in timeline_events(owner, application)


def test_what_a_person_wrote_wins_over_what_mail_says_later(owner: Person) -> None:
    application = make_application(person=owner, company="Acme")
    describe(owner, application, facts={"company": "Acme Robotics"}, now=NOW)
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.DESCRIBED,
        at=NOW,
        decided_by=DecidedBy.RULE,
        payload={"company": "ACME", "role": "Driver"},
    )
    commit_events(owner, [draft], now=NOW)
    application.refresh_from_db()
    assert application.company == "Acme Robotics"


def test_a_summary_that_was_tampered_with_is_found(owner: Person) -> None:
    application = make_application(person=owner)
    assert disagreements(owner) == []
    Application.objects.filter(pk=application.pk).update(stage=Stage.OFFER)
    assert disagreements(owner) == [application]
