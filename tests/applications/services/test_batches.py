from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.rules.listing import Show, Wanted
from onward.applications.services import (
    Change,
    Place,
    add_event,
    bring_back,
    bring_back_batch,
    changes,
    close_all,
    describe_all,
    disagreements,
    find_applications,
    move_all,
    new_batch,
    put_away_all,
    recent_actions,
    snooze_all,
    tag,
    take_back,
    take_back_batch,
    take_back_one,
    take_out_all,
)
from onward.people.models import Person
from tests.builders import NOW, make_application


@pytest.fixture
def three(owner: Person) -> list[Application]:
    return [make_application(person=owner, company=name) for name in "ABC"]


def fresh(rows: list[Application]) -> list[Application]:
    return [Application.objects.get(pk=row.pk) for row in rows]


def test_a_no_for_many_is_taken_back_in_one_press(
    owner: Person, three: list[Application]
) -> None:
    batch = new_batch()
    close_all(owner, three, kind=EventKind.SILENCE, at=NOW, now=NOW, batch=batch)
    assert [row.stage for row in fresh(three)] == [Stage.CLOSED] * 3
    assert take_back_batch(owner, batch, now=NOW) == 3
    assert [row.stage for row in fresh(three)] == [Stage.APPLIED] * 3
    assert bring_back_batch(owner, batch, now=NOW) == 3
    assert [row.stage for row in fresh(three)] == [Stage.CLOSED] * 3
    assert disagreements(owner) == []


def test_undoing_many_costs_no_more_statements_than_undoing_a_few(
    owner: Person, three: list[Application]
) -> None:
    counts = []
    for count in (3, 23):
        rows = [*three, *(make_application(person=owner) for _ in range(count - 3))]
        batch = new_batch()
        put_away_all(owner, rows, now=NOW, batch=batch)
        with CaptureQueriesContext(connection) as queries:
            assert take_back_batch(owner, batch, now=NOW) == count
            assert bring_back_batch(owner, batch, now=NOW) == count
        counts.append(len(queries))
        assert all(row.is_archived for row in fresh(rows))
        assert disagreements(owner) == []
        take_back_batch(owner, batch, now=NOW)
    assert counts[0] == counts[1]


def test_pressing_undo_twice_does_no_more_than_once(
    owner: Person, three: list[Application]
) -> None:
    batch = new_batch()
    put_away_all(owner, three, now=NOW, batch=batch)
    assert take_back_batch(owner, batch, now=NOW) == 3
    count = Event.objects.count()
    assert take_back_batch(owner, batch, now=NOW) == 0
    assert Event.objects.count() == count


def test_what_was_undone_by_itself_stays_undone(
    owner: Person, three: list[Application]
) -> None:
    batch = new_batch()
    events = put_away_all(owner, three, now=NOW, batch=batch)
    take_back(owner, events[0], now=NOW)
    assert take_back_batch(owner, batch, now=NOW) == 2
    assert not any(row.is_archived for row in fresh(three))


def test_each_thing_is_done_only_where_it_changes_something(
    owner: Person, three: list[Application]
) -> None:
    batch = new_batch()
    put_away_all(owner, three[:1], now=NOW, batch=batch)
    assert len(put_away_all(owner, fresh(three), now=NOW, batch=batch)) == 2
    assert len(take_out_all(owner, fresh(three), now=NOW, batch=batch)) == 3
    until = NOW.date() + timedelta(days=5)
    assert len(snooze_all(owner, three, until=until, now=NOW, batch=batch)) == 3
    assert snooze_all(owner, fresh(three), until=until, now=NOW, batch=batch) == []
    told = describe_all(
        owner, three, name="work_mode", value="remote", now=NOW, batch=batch
    )
    assert len(told) == 3
    assert {row.work_mode for row in fresh(three)} == {"remote"}


def test_many_are_moved_and_tagged_together(
    owner: Person, three: list[Application]
) -> None:
    batch = new_batch()
    move_all(owner, three, to=Place(Stage.REPLIED), now=NOW, batch=batch)
    tag(owner, three, add=["dream"], now=NOW, batch=batch)
    assert {row.stage for row in fresh(three)} == {Stage.REPLIED}
    assert all(row.tags == ["dream"] for row in fresh(three))
    take_back_batch(owner, batch, now=NOW)
    assert not any(row.tags for row in fresh(three))


def test_adding_one_is_one_press_and_undoing_it_leaves_nothing_to_see(
    owner: Person,
) -> None:
    application = make_application(person=owner)
    first = application.events.first()
    assert first is not None
    assert first.batch is not None
    take_back_batch(owner, first.batch, now=NOW)
    for show in Show:
        assert not find_applications(owner, wanted=Wanted(show=show))
    assert Application.objects.filter(pk=application.pk).exists()
    bring_back_batch(owner, first.batch, now=NOW)
    assert find_applications(owner, wanted=Wanted()).get().company == "Bright Harbour"


def test_what_was_changed_is_told_press_by_press_the_latest_first(
    owner: Person, three: list[Application]
) -> None:
    batch = new_batch()
    put_away_all(owner, three, now=NOW + timedelta(hours=1), batch=batch)
    rows = list(recent_actions(owner, now=NOW + timedelta(days=1)))
    told = changes(owner, rows)
    assert [change.kind for change in told] == [EventKind.ARCHIVED, *["applied"] * 3]
    assert (len(told[0].named), told[0].more) == (3, 0)
    take_back_batch(owner, batch, now=NOW + timedelta(hours=2))
    again = changes(owner, list(recent_actions(owner, now=NOW + timedelta(days=1))))
    assert again[0].is_undone
    assert not again[1].is_undone


def test_what_was_undone_by_itself_comes_first_and_its_application_is_put_away(
    owner: Person, three: list[Application]
) -> None:
    told = Event.objects.filter(kind=EventKind.APPLIED, application=three[0]).get()
    assert told.batch is not None
    later = NOW + timedelta(hours=1)
    take_back_one(owner, told, now=later)

    def shown() -> list[Change]:
        return changes(owner, list(recent_actions(owner, now=NOW + timedelta(days=1))))

    first = shown()[0]
    assert (first.event, first.is_undone, first.at) == (told, True, later)
    assert [each.company for each in first.named] == ["A"]
    assert [row.is_archived for row in fresh(three)] == [True, False, False]
    open_ones = find_applications(owner, wanted=Wanted())
    assert {row.company for row in open_ones} == {"B", "C"}
    bring_back(owner, told, now=later)
    assert len(shown()) == 3
    assert not any(row.is_archived for row in fresh(three))
    assert disagreements(owner) == []


def test_what_was_undone_keeps_its_name_once_nothing_of_its_application_is_left(
    owner: Person, three: list[Application]
) -> None:
    told = Event.objects.filter(kind=EventKind.APPLIED, application=three[0]).get()
    take_back_one(owner, told, now=NOW)
    assert told.batch is not None
    take_back_batch(owner, told.batch, now=NOW)
    shown = changes(owner, list(recent_actions(owner, now=NOW)))
    rows = [row for row in shown if three[0] in row.named]
    assert len(rows) == 2
    assert all(str(row.named[0]) == str(three[0]) for row in rows)


def test_what_has_a_row_of_its_own_gets_no_second_when_it_is_undone(
    owner: Person, three: list[Application]
) -> None:
    no = add_event(owner, three[0], kind=EventKind.REJECTION, at=NOW, now=NOW)
    take_back_one(owner, no, now=NOW)
    rows = list(recent_actions(owner, now=NOW))
    assert len(rows) == 4
    assert changes(owner, rows)[0].is_undone


def test_after_a_month_it_is_not_listed_any_more(
    owner: Person, three: list[Application]
) -> None:
    assert recent_actions(owner, now=NOW + timedelta(days=29)).count() == 3
    assert recent_actions(owner, now=NOW + timedelta(days=31)).count() == 0


def test_nobody_undoes_what_somebody_else_did(
    owner: Person, outsider: Person, three: list[Application]
) -> None:
    batch = new_batch()
    put_away_all(owner, three, now=NOW, batch=batch)
    assert take_back_batch(outsider, batch, now=NOW) == 0
    assert recent_actions(outsider, now=NOW).count() == 0
