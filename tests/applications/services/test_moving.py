from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import STAGE_ORDER, EventKind, Stage
from onward.applications.rules.moves import kind_of_move
from onward.applications.services import (
    Place,
    add_stage,
    bring_back,
    custom_stages,
    disagreements,
    move_to,
    remove_stage,
    restore_stage,
    take_back,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no


def fresh(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


@given(st.sampled_from(STAGE_ORDER), st.sampled_from(STAGE_ORDER))
def test_something_happened_only_where_it_never_was(to: Stage, reached: Stage) -> None:
    is_further = STAGE_ORDER.index(to) > STAGE_ORDER.index(reached)
    assert (kind_of_move(to=to, reached=reached) != EventKind.MOVED) == is_further


def test_a_no_has_a_kind_of_its_own() -> None:
    with pytest.raises(ValueError, match="kind"):
        kind_of_move(to=Stage.CLOSED, reached=Stage.APPLIED)


@pytest.mark.parametrize(
    ("to", "kind"),
    [(Stage.REPLIED, "reply"), (Stage.INTERVIEW, "interview"), (Stage.OFFER, "offer")],
)
def test_moving_forward_records_what_happened(
    owner: Person, to: Stage, kind: str
) -> None:
    application = make_application(person=owner)
    moved = move_to(owner, application, to=Place(to), now=NOW)
    assert moved is not None
    assert moved.event.kind == kind
    assert fresh(application).stage == to


def test_moving_back_what_was_moved_by_hand_takes_that_back(owner: Person) -> None:
    application = make_application(person=owner)
    move_to(owner, application, to=Place(Stage.OFFER), now=NOW)
    moved = move_to(owner, fresh(application), to=Place(Stage.APPLIED), now=NOW)
    assert moved is not None
    assert moved.is_back
    after = fresh(application)
    assert (after.stage, after.reached) == (Stage.APPLIED, Stage.APPLIED)
    bring_back(owner, moved.event, now=NOW)
    assert fresh(application).stage == Stage.OFFER


def test_moving_back_what_mail_said_keeps_how_far_it_was(owner: Person) -> None:
    application = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - timedelta(days=2)),)
    )
    moved = move_to(owner, application, to=Place(Stage.REPLIED), now=NOW)
    assert moved is not None
    after = fresh(application)
    assert (after.stage, after.reached) == (Stage.REPLIED, Stage.INTERVIEW)
    take_back(owner, moved.event, now=NOW)
    assert fresh(application).stage == Stage.INTERVIEW


def test_where_it_is_already_nothing_is_recorded(owner: Person) -> None:
    application = make_application(person=owner)
    assert move_to(owner, application, to=Place(Stage.APPLIED), now=NOW) is None


def test_a_closed_one_opens_again_where_it_is_put(owner: Person) -> None:
    application = make_application(person=owner)
    make_no(application=application)
    move_to(owner, fresh(application), to=Place(Stage.APPLIED), now=NOW)
    after = fresh(application)
    assert (after.stage, after.no_kind, after.is_open) == (Stage.APPLIED, "", True)


def test_an_own_stage_is_a_place_of_its_own(owner: Person) -> None:
    application = make_application(person=owner)
    own = add_stage(owner, name="Case study", stage=Stage.INTERVIEW)
    move_to(owner, application, to=Place(Stage.INTERVIEW, own.pk), now=NOW)
    after = fresh(application)
    assert (after.stage, after.custom_stage) == (Stage.INTERVIEW, own.pk)
    assert disagreements(owner) == []


@pytest.mark.parametrize("name", ["Case study", "case study", "CASE STUDY"])
def test_a_stage_that_was_removed_comes_back_with_what_was_there(
    owner: Person, outsider: Person, name: str
) -> None:
    own = add_stage(owner, name="Case study", stage=Stage.INTERVIEW)
    remove_stage(own, now=NOW)
    assert not custom_stages(owner)
    add_stage(owner, name="Case study two", stage=Stage.OFFER)
    add_stage(outsider, name=name, stage=Stage.OFFER)
    again = add_stage(owner, name=name, stage=Stage.OFFER)
    with pytest.raises(ValueError, match="already"):
        restore_stage(own)
    remove_stage(again, now=NOW)
    restore_stage(own)
    assert own in custom_stages(owner)


def test_every_move_is_one_event(owner: Person) -> None:
    application = make_application(person=owner)
    before = Event.objects.count()
    move_to(owner, application, to=Place(Stage.OFFER), now=NOW)
    assert Event.objects.count() == before + 1
