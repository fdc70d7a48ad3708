from __future__ import annotations

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.services import (
    add_event,
    add_round,
    arrange,
    bring_back,
    disagreements,
    is_all_of_it,
    merge,
    move_event,
    resembling,
    rounds_of,
    split,
    take_back,
    timeline_events,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

DAY = timedelta(days=1)


def fresh(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


@pytest.fixture
def source(owner: Person) -> Application:
    return make_application(person=owner, company="Acme", role="Driver")


@pytest.fixture
def target(owner: Person) -> Application:
    return make_application(person=owner, company="Quill", role="Editor")


def test_an_application_cannot_join_itself(owner: Person, source: Application) -> None:
    with pytest.raises(ValueError, match="itself"):
        merge(owner, source, other=source, now=NOW)


def test_a_part_cannot_be_joined_again(
    owner: Person, source: Application, target: Application
) -> None:
    merge(owner, target, other=source, now=NOW)
    with pytest.raises(ValueError, match="already"):
        merge(owner, make_application(person=owner), other=fresh(source), now=NOW)


def test_splitting_needs_an_event_of_its_own(
    owner: Person, source: Application, target: Application
) -> None:
    with pytest.raises(ValueError, match="Choose"):
        split(owner, source, events=[make_no(application=target)], now=NOW)


def test_what_was_said_of_an_interview_goes_with_it_and_comes_back(
    owner: Person, source: Application
) -> None:
    held = add_round(owner, source, details={"starts_at": NOW + DAY}, now=NOW)
    change = arrange(owner, held, details={"starts_at": NOW + 3 * DAY}, now=NOW)
    assert change is not None
    no = make_no(application=source)
    part = split(owner, source, events=[held], now=NOW)
    assert rounds_of(owner, part)[0].starts_at == NOW + 3 * DAY
    assert set(part.events.filter(pk__in=[held.pk, change.pk, no.pk])) == {held, change}
    take_back(owner, source.events.get(kind=EventKind.SPLIT), now=NOW)
    assert rounds_of(owner, fresh(source))[0].starts_at == NOW + 3 * DAY
    assert disagreements(owner) == []


def test_a_split_part_is_described_like_the_whole_until_somebody_says_otherwise(
    owner: Person, source: Application
) -> None:
    part = split(owner, source, events=[make_no(application=source)], now=NOW)
    assert (part.company, part.role) == ("Acme", "Driver")
    assert part.stage == Stage.CLOSED


def test_moving_an_event_takes_it_along_and_leaves_the_names_alone(
    owner: Person, source: Application, target: Application
) -> None:
    no = make_no(application=source)
    move_event(owner, no, to=target, now=NOW)
    assert fresh(source).is_open
    assert not fresh(target).is_open
    assert fresh(target).company == "Quill"
    assert no in timeline_events(owner, target)


@pytest.mark.parametrize("half", [EventKind.MERGE, EventKind.SPLIT])
def test_undoing_either_half_of_a_move_undoes_all_of_it(
    owner: Person, source: Application, target: Application, half: EventKind
) -> None:
    no = make_no(application=source)
    move_event(owner, no, to=target, now=NOW)
    event = Event.objects.get(kind=half)
    take_back(owner, event, now=NOW)
    assert not fresh(source).is_open
    assert fresh(target).is_open
    assert no in timeline_events(owner, source)
    bring_back(owner, event, now=NOW)
    assert fresh(source).is_open
    assert not fresh(target).is_open


def test_what_the_only_event_leaves_goes_to_the_archive_with_its_own_details(
    owner: Person,
) -> None:
    lonely = make_application(person=owner, company="Acme", place="Leeds")
    target = make_application(person=owner, company="Quill")
    applied = lonely.events.get(kind=EventKind.APPLIED)
    assert is_all_of_it(owner, applied)
    done = move_event(owner, applied, to=target, now=NOW)
    assert fresh(lonely).is_archived
    assert (fresh(lonely).merged_into, fresh(lonely).place) == (None, "Leeds")
    assert (fresh(target).company, fresh(target).place) == ("Quill", "")
    take_back(owner, done, now=NOW)
    assert not fresh(lonely).is_archived
    assert applied in timeline_events(owner, lonely)
    assert disagreements(owner) == []


def test_what_was_left_bare_before_is_put_away_by_a_migration(
    owner: Person, source: Application, target: Application
) -> None:
    applied = target.events.get(kind=EventKind.APPLIED)
    move_event(owner, applied, to=source, now=NOW)
    no = make_no(application=source)
    move_event(owner, no, to=make_application(person=owner), now=NOW)
    named = make_application(person=owner, company="Acme", role="")
    facts = {"company": "Harbour Choir", "role": ""}
    split(owner, named, events=[make_no(application=named)], facts=facts, now=NOW)
    parted = Event.objects.filter(kind=EventKind.SPLIT)
    parted.update(batch=None)  # as it was recorded before
    take_back(owner, parted.latest("number"), now=NOW)
    Application.objects.update(is_archived=False)
    Application.objects.filter(pk=named.pk).update(company="Stale", search_text="stale")
    module = import_module(
        "onward.applications.migrations.0011_put_away_what_moved_away"
    )
    module.put_away(apps, None)
    assert disagreements(owner) == []
    assert (fresh(target).is_archived, fresh(source).is_archived) == (True, False)
    assert fresh(named).company == "Acme"


@pytest.mark.parametrize("kind", [EventKind.REPLY, EventKind.NOTE])
def test_what_is_left_beside_a_moved_event_keeps_an_application_in_the_lists(
    owner: Person, source: Application, target: Application, kind: EventKind
) -> None:
    add_event(owner, source, kind=kind, at=NOW, now=NOW)
    applied = source.events.get(kind=EventKind.APPLIED)
    assert not is_all_of_it(owner, applied)
    move_event(owner, applied, to=target, now=NOW)
    assert not fresh(source).is_archived


def test_an_event_begins_an_application_of_its_own_under_the_name_it_is_given(
    owner: Person, source: Application
) -> None:
    no = make_no(application=source)
    facts = {"company": "Harbour Choir", "role": ""}
    part = split(owner, source, events=[no], facts=facts, now=NOW)
    assert (part.company, part.role) == ("Harbour Choir", "")
    assert (fresh(source).company, fresh(source).is_archived) == ("Acme", False)
    take_back(owner, Event.objects.get(kind=EventKind.SPLIT), now=NOW)
    assert (fresh(source).company, fresh(source).role) == ("Acme", "Driver")
    assert no in timeline_events(owner, source)
    assert disagreements(owner) == []


def test_undoing_that_takes_the_name_of_the_new_one_back_and_redoing_gives_it_again(
    owner: Person,
) -> None:
    nameless = make_application(person=owner, company="Acme", role="")
    no = make_no(application=nameless)
    facts = {"company": "Harbour Choir", "role": "Singer"}
    part = split(owner, nameless, events=[no], facts=facts, now=NOW)
    done = Event.objects.get(kind=EventKind.SPLIT)
    take_back(owner, done, now=NOW)
    assert (fresh(nameless).company, fresh(nameless).role) == ("Acme", "")
    bring_back(owner, done, now=NOW)
    assert (fresh(part).company, fresh(part).role) == ("Harbour Choir", "Singer")
    assert (fresh(nameless).company, fresh(nameless).role) == ("Acme", "")
    assert disagreements(owner) == []


def test_moving_to_where_it_is_already_is_refused(
    owner: Person, source: Application
) -> None:
    with pytest.raises(ValueError, match="already"):
        move_event(owner, make_no(application=source), to=source, now=NOW)


def test_after_all_that_what_is_stored_follows_from_the_events(
    owner: Person, source: Application, target: Application
) -> None:
    done = move_event(owner, make_no(application=source), to=target, now=NOW)
    take_back(owner, done, now=NOW)
    assert disagreements(owner) == []


def test_applications_alike_begin_with_the_same_word(owner: Person) -> None:
    one = make_application(person=owner, company="Quill Street")
    alike = make_application(person=owner, company="QUILL Ltd", role="Cook")
    make_application(person=owner, company="Quilling Partners", role="Nurse")
    make_application(person=owner, company="", role="Driver")
    assert resembling(owner, one) == [alike]
    nameless = make_application(person=owner, company="", role="")
    assert resembling(owner, nameless) == []


def test_the_likeliest_stands_first(owner: Person) -> None:
    one = make_application(person=owner, company="8 Elm Place", role="Cook")
    titled = make_application(person=owner, company="Quill Street", role="Cook")
    of_writer = make_application(
        person=owner, company="Oak", role="Cook", contact_address="kim@oak.example"
    )
    Application.objects.filter(pk=one.pk).update(contact_address="Kim@oak.example")
    one.refresh_from_db()
    assert resembling(owner, one) == [of_writer, titled]


def test_nothing_of_an_outsider_resembles(owner: Person, outsider: Person) -> None:
    one = make_application(person=owner, company="Quill Street")
    make_application(person=outsider, company="Quill Street")
    assert resembling(owner, one) == []
