from __future__ import annotations

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, SourceKind, Stage
from onward.applications.services import (
    add_event,
    bring_back,
    correct_event,
    disagreements,
    merge,
    split,
    standing_version,
    take_back,
    void_event,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no


def fresh(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def lasting(application: Application) -> list[str]:
    events = application.events.filter(voided_by=None).exclude(kind=EventKind.VOID)
    return list(events.order_by("number").values_list("kind", flat=True))


def test_undo_pressed_twice_takes_back_once(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    take_back(owner, no, now=NOW)
    take_back(owner, no, now=NOW)
    assert application.events.filter(kind=EventKind.VOID).count() == 1
    assert fresh(application).stage == Stage.APPLIED


def test_bringing_back_pressed_twice_brings_back_once(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    take_back(owner, no, now=NOW)
    for _ in range(2):
        bring_back(owner, no, now=NOW)
    assert fresh(application).stage == Stage.CLOSED
    assert application.events.filter(kind=EventKind.VOID).count() == 2


def test_undo_and_bringing_back_can_go_on_for_ever(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    for _ in range(4):
        take_back(owner, no, now=NOW)
        assert fresh(application).is_open
        bring_back(owner, no, now=NOW)
        assert not fresh(application).is_open


def test_voiding_what_is_void_is_refused_and_records_nothing(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    void_event(owner, no, now=NOW)
    before = Event.objects.count()
    with pytest.raises(ValueError, match="already"):
        void_event(owner, no, now=NOW)
    assert Event.objects.count() == before


def test_undoing_a_correction_shows_what_was_there_before(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    reply = correct_event(owner, no, kind=EventKind.REPLY, at=no.at, now=NOW)
    take_back(owner, reply, now=NOW)
    assert fresh(application).stage == Stage.CLOSED
    assert lasting(application)[-1] == EventKind.REJECTION


def test_bringing_back_the_original_takes_its_corrections_back(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    reply = correct_event(owner, no, kind=EventKind.REPLY, at=no.at, now=NOW)
    correct_event(owner, reply, kind=EventKind.OFFER, at=no.at, now=NOW)
    no.refresh_from_db()
    bring_back(owner, no, now=NOW)
    assert lasting(application)[2:] == [EventKind.REJECTION]


def test_bringing_back_a_correction_replaces_the_original_again(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    reply = correct_event(owner, no, kind=EventKind.REPLY, at=no.at, now=NOW)
    take_back(owner, reply, now=NOW)
    bring_back(owner, reply, now=NOW)
    assert lasting(application)[2:] == [EventKind.REPLY]


def test_of_two_corrections_of_one_event_only_one_ever_counts(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    reply = correct_event(owner, no, kind=EventKind.REPLY, at=no.at, now=NOW)
    take_back(owner, reply, now=NOW)
    no.refresh_from_db()
    offer = correct_event(owner, no, kind=EventKind.OFFER, at=no.at, now=NOW)
    assert standing_version(owner, reply) == offer
    bring_back(owner, reply, now=NOW)
    assert lasting(application)[2:] == [EventKind.REPLY]
    offer.refresh_from_db()
    assert standing_version(owner, offer) == reply


def test_a_correction_keeps_source_words_and_beginning(owner: Person) -> None:
    application = make_application(person=owner)
    later = NOW + timedelta(days=3)
    interview = add_event(
        owner, application, kind=EventKind.INTERVIEW, at=later, now=NOW, note="Ask Ana"
    )
    assert interview.at == NOW
    same = correct_event(
        owner, interview, kind=EventKind.ASSESSMENT, at=interview.at, now=NOW
    )
    assert same.payload["starts_at"] == later.isoformat()
    assert same.payload["note"] == "Ask Ana"
    moved = correct_event(
        owner, same, kind=EventKind.INTERVIEW, at=later + timedelta(days=1), now=NOW
    )
    assert moved.payload["starts_at"] == (later + timedelta(days=1)).isoformat()
    reply = correct_event(owner, moved, kind=EventKind.REPLY, at=NOW, note="", now=NOW)
    assert "starts_at" not in reply.payload
    assert reply.payload["note"] == ""
    assert reply.source_kind == SourceKind.HAND


def test_nested_joins_come_apart_one_by_one(owner: Person) -> None:
    one, two, three = (make_application(person=owner, company=c) for c in "ABC")
    inner = merge(owner, one, other=two, now=NOW)
    outer = merge(owner, three, other=fresh(one), now=NOW)
    assert fresh(two).merged_into == three
    take_back(owner, outer, now=NOW)
    assert fresh(two).merged_into == one
    assert fresh(one).merged_into is None
    bring_back(owner, outer, now=NOW)
    take_back(owner, inner, now=NOW)
    assert fresh(two).merged_into is None
    assert fresh(one).merged_into == three


def test_joining_the_other_way_round_after_an_undo_makes_no_circle(
    owner: Person,
) -> None:
    one, two = (make_application(person=owner, company=c) for c in "AB")
    first = merge(owner, one, other=two, now=NOW)
    take_back(owner, first, now=NOW)
    merge(owner, fresh(two), other=fresh(one), now=NOW)
    bring_back(owner, first, now=NOW)
    heads = {fresh(one).merged_into, fresh(two).merged_into}
    assert None in heads
    assert len(heads) == 2


def test_an_event_taken_back_before_a_split_comes_back_where_it_is_now(
    owner: Person,
) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    take_back(owner, no, now=NOW)
    part = split(owner, application, events=[no], now=NOW)
    bring_back(owner, no, now=NOW)
    assert fresh(part).stage == Stage.CLOSED
    assert fresh(application).stage == Stage.APPLIED


def test_what_was_undone_before_an_application_was_put_away_is_put_away_then(
    owner: Person,
) -> None:
    undone, kept, joined = (make_application(person=owner) for _ in range(3))
    part = make_application(person=owner)
    merge(owner, joined, other=part, now=NOW)
    told = Event.objects.filter(kind=EventKind.APPLIED)
    for event in told.filter(application__in=[undone, joined, part]):
        take_back(owner, event, now=NOW)
    take_back(owner, make_no(application=kept), now=NOW)
    # As an older version left it.
    Application.objects.update(is_archived=False)
    assert {each.pk for each in disagreements(owner)} == {undone.pk, joined.pk}
    module = import_module(
        "onward.applications.migrations.0009_put_away_what_was_taken_back"
    )
    module.put_away(apps, None)
    assert disagreements(owner) == []
    assert [fresh(each).is_archived for each in (undone, kept, joined)] == [1, 0, 1]
