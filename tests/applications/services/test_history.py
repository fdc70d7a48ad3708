"""Events by the thousand are the same events, and what follows from them is the same."""

from __future__ import annotations

import uuid
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.applications.models import Application, Event, Ledger
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import (
    DERIVED_FIELDS,
    EventDraft,
    commit_events,
    commit_history,
    disagreements,
    merge,
    take_back,
)
from onward.core.ids import uuid7
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no, make_person

KINDS = (
    EventKind.CONFIRMATION,
    EventKind.INTERVIEW,
    EventKind.OFFER,
    EventKind.REJECTION,
    EventKind.DESCRIBED,
)


def draft(
    application_id: uuid.UUID, kind: EventKind, *, key: str = "", day: int = 0
) -> EventDraft:
    facts = {"company": f"Zürich Öl {day}", "role": "Driver"}
    return EventDraft(
        application_id=application_id,
        kind=kind,
        at=NOW - timedelta(days=40 - day),
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=uuid7(),
        payload=facts if kind == EventKind.DESCRIBED else {"words": "„so ist es“"},
        key=key,
    )


def stored(application_id: uuid.UUID) -> tuple[object, ...]:
    row = Application.objects.get(pk=application_id)
    return tuple(getattr(row, name) for name in DERIVED_FIELDS)


@pytest.mark.django_db
@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 40)), min_size=1))
def test_beginning_an_application_with_its_events_is_the_same_as_adding_them(
    told: list[tuple[EventKind, int]],
) -> None:
    person = make_person(name=f"R{uuid7().hex}")
    begun, added = uuid7(), Application.objects.create(person=person).pk
    commit_history(
        person,
        [draft(begun, kind, day=day) for kind, day in told],
        begun=[begun],
        now=NOW,
    )
    commit_events(person, [draft(added, kind, day=day) for kind, day in told], now=NOW)
    assert stored(begun) == stored(added)
    assert disagreements(person) == []
    numbers = Event.objects.for_person(person).order_by("number")
    assert list(numbers.values_list("number", flat=True)) == list(
        range(1, 2 * len(told) + 1)
    )


def test_a_written_event_reads_as_it_was_drafted(owner: Person) -> None:
    head = uuid7()
    wanted = draft(head, EventKind.INTERVIEW, key="mail:1", day=3)
    assert commit_history(owner, [wanted], begun=[head], now=NOW) == 1
    event = Event.objects.get()
    assert {
        name: getattr(event, name)
        for name in EventDraft.__dataclass_fields__
        if name != "application_id"
    } == {
        name: getattr(wanted, name)
        for name in EventDraft.__dataclass_fields__
        if name != "application_id"
    }
    assert (event.application_id, event.recorded_at) == (head, NOW)
    assert event.application.created_at == NOW


def test_the_same_key_is_recorded_once_by_the_thousand_too(owner: Person) -> None:
    head = uuid7()
    wanted = draft(head, EventKind.INTERVIEW, key="mail:1")
    assert commit_history(owner, [wanted, wanted], begun=[head], now=NOW) == 1
    assert commit_history(owner, [wanted], begun=[], now=NOW) == 0
    other = make_person(name="Kim")
    again = uuid7()
    own = draft(again, EventKind.INTERVIEW, key="mail:1")
    assert commit_history(other, [own], begun=[again], now=NOW) == 1


def test_what_does_not_fit_its_kind_leaves_nothing_behind(owner: Person) -> None:
    head = uuid7()
    good = draft(head, EventKind.INTERVIEW, key="mail:1")
    bad = EventDraft(
        application_id=head,
        kind=EventKind.SNOOZED,
        at=NOW,
        decided_by=DecidedBy.RULE,
        payload={"until": "soon"},
    )
    with pytest.raises(ValueError, match="until"):
        commit_history(owner, [good, bad], begun=[head], now=NOW)
    assert not Event.objects.exists()
    assert not Application.objects.filter(pk=head).exists()
    assert not Ledger.objects.filter(last_number__gt=0).exists()


def test_events_written_at_once_are_undone_one_by_one(owner: Person) -> None:
    application = make_application(person=owner)
    drafts = [draft(application.pk, EventKind.REJECTION, day=30)]
    commit_history(owner, drafts, begun=[], now=NOW)
    application.refresh_from_db()
    assert not application.is_open
    no = Event.objects.get(kind=EventKind.REJECTION)
    take_back(owner, no, now=NOW)
    application.refresh_from_db()
    assert application.is_open
    assert Event.objects.filter(pk=no.pk).exists()


def test_the_migration_puts_a_no_said_again_back_on_its_first_day(
    owner: Person,
) -> None:
    module = import_module(
        "onward.applications.migrations.0010_a_no_keeps_its_first_day"
    )
    first, later = NOW - timedelta(days=3), NOW - timedelta(days=1)
    again = make_application(person=owner)
    make_no(application=again, at=first)
    make_no(application=again, at=later)
    other = make_application(person=owner, company="Elsewhere")
    make_no(application=other, at=later)
    Application.objects.update(last_moved_at=NOW)
    module.put_back(apps, None)
    moved = dict(Application.objects.values_list("pk", "last_moved_at"))
    assert moved == {again.pk: first, other.pk: NOW}


def test_the_migration_leaves_closed_what_a_mere_reply_had_opened(
    owner: Person,
) -> None:
    module = import_module("onward.applications.migrations.0012_a_reply_leaves_a_no")
    day = timedelta(days=1)

    def told(company: str, *kinds: EventKind) -> Application:
        events = tuple((kind, NOW - (5 - n) * day) for n, kind in enumerate(kinds))
        return make_application(person=owner, company=company, events=events)

    reply = EventKind.REPLY
    no = told("No", EventKind.REJECTION, reply)
    own = told("Own", EventKind.OFFER, EventKind.OFFER_DECLINED, reply)
    whole = told("Whole", EventKind.REJECTION)
    part = told("Part", reply)
    merge(owner, whole, other=part, now=NOW)
    quiet = told("Quiet", EventKind.SILENCE, reply)
    invited = told("Invited", EventKind.REJECTION, EventKind.INTERVIEW, reply)
    before = told("Before", reply, EventKind.REJECTION)
    voided = told("Voided", EventKind.REJECTION, reply)
    take_back(owner, voided.events.get(kind=EventKind.REJECTION), now=NOW)
    as_was = {"is_open": True, "stage": "replied", "no_kind": ""}
    closed = [row.pk for row in (no, own, whole)]
    Application.objects.filter(pk__in=closed).update(**as_was)
    # No such history is looked at.
    Application.objects.filter(pk=before.pk).update(place="As it was")
    module.leave_closed(apps, None)
    rows = Application.objects.in_bulk()
    assert not any(rows[key].is_open for key in closed)
    assert {rows[key].stage for key in closed} == {"closed"}
    assert [rows[row.pk].is_open for row in (quiet, invited, voided)] == [True] * 3
    assert rows[before.pk].place == "As it was"
    assert [row.pk for row in disagreements(owner)] == [before.pk]
