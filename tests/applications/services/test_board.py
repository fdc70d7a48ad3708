from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.services import (
    CARDS_SHOWN,
    Place,
    add_stage,
    archive,
    board,
    move_to,
    remove_stage,
    snooze,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

TODAY = NOW.date()


def cards(person: Person, **options: Any) -> dict[str, list[str]]:
    columns = board(person, today=TODAY, **options)
    return {
        (column.custom.name if column.custom else column.place.stage.value): [
            card.company for card in column.cards
        ]
        for column in columns
    }


def test_each_stands_in_the_column_of_its_stage_the_newest_first(owner: Person) -> None:
    make_application(person=owner, company="Old", applied_at=NOW - timedelta(days=9))
    make_application(person=owner, company="New", applied_at=NOW - timedelta(days=1))
    make_application(person=owner, company="Later", applied_at=None)
    seen = cards(owner)
    assert seen["applied"] == ["New", "Old"]
    assert seen["saved"] == ["Later"]


def test_what_ended_is_not_shown_and_has_a_place_to_go(owner: Person) -> None:
    make_no(application=make_application(person=owner))
    seen = cards(owner)
    assert seen["closed"] == []
    assert not any(seen.values())


def test_what_is_archived_or_out_of_sight_is_left_out(owner: Person) -> None:
    archive(owner, make_application(person=owner, company="Put away"), now=NOW)
    hidden = make_application(person=owner, company="Later")
    snooze(owner, hidden, until=TODAY + timedelta(days=3), now=NOW)
    assert cards(owner)["applied"] == []
    later = board(owner, today=TODAY + timedelta(days=3))
    assert [card.company for column in later for card in column.cards] == ["Later"]


def test_an_own_stage_stands_after_its_stage_until_it_is_removed(owner: Person) -> None:
    own = add_stage(owner, name="Case study", stage=Stage.INTERVIEW)
    application = make_application(person=owner, company="Acme")
    move_to(owner, application, to=Place(Stage.INTERVIEW, own.pk), now=NOW)
    seen = cards(owner)
    assert seen["Case study"] == ["Acme"]
    assert list(seen).index("Case study") == list(seen).index("interview") + 1
    remove_stage(own, now=NOW)
    assert cards(owner)["interview"] == ["Acme"]


def test_a_column_shows_a_few_and_says_that_there_are_more(owner: Person) -> None:
    for number in range(CARDS_SHOWN + 1):
        make_application(person=owner, company=f"Acme {number}")
    column = board(owner, today=TODAY)[1]
    assert (len(column.cards), column.has_more) == (CARDS_SHOWN, True)
    all_of_it = board(owner, today=TODAY, shown={"applied": 40})[1]
    assert (len(all_of_it.cards), all_of_it.has_more) == (CARDS_SHOWN + 1, False)


def test_a_column_is_read_from_an_index(owner: Person) -> None:
    if connection.vendor != "sqlite":
        return
    rows = Application.objects.for_person(owner).filter(
        merged_into=None, is_archived__in=(False,), stage="applied", custom_stage=None
    )
    plan = rows.order_by("-last_moved_at", "id")[:21].explain()
    assert "app_by_board" in plan
    assert "TEMP B-TREE" not in plan


def test_the_board_costs_the_same_however_many_there_are(
    owner: Person, django_assert_num_queries: Any
) -> None:
    make_application(person=owner, events=((EventKind.REPLY, NOW),))
    for number in range(30):
        make_application(person=owner, company=f"Acme {number}")
    # Own stages, removed ones, one for each of the seven stages.
    with django_assert_num_queries(9):
        board(owner, today=TODAY)


def test_nobody_sees_the_cards_of_somebody_else(
    owner: Person, outsider: Person
) -> None:
    make_application(person=owner)
    assert not any(cards(outsider).values())
