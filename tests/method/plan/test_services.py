from __future__ import annotations

from datetime import timedelta

import pytest

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.services import (
    add_event,
    bring_back,
    correct_event,
    merge,
    take_back,
)
from onward.method.feelings.models import NoInWindow
from onward.method.feelings.rules import Hours
from onward.method.feelings.services.quiet import open_window, prefer_hours
from onward.method.plan.models import CarePlan, Cursor
from onward.method.plan.rules import Mattered
from onward.method.plan.services import (
    care_page,
    care_plan_of,
    catch_up,
    fold_away,
    noes,
    say_mattered,
    unfold,
)
from onward.method.plan.today import is_resting
from onward.method.rules import Depth
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

DAY = timedelta(days=1)


def plan_of(no: Event) -> CarePlan:
    return care_plan_of(no.person, no.pk)


def test_a_new_no_gets_a_care_plan_and_a_quiet_window(owner: Person) -> None:
    no = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert CarePlan.objects.get(event=no).asks
    assert is_resting(owner, NOW)
    assert not is_resting(owner, NOW + DAY)


def test_catching_up_again_changes_nothing(owner: Person) -> None:
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    number = Cursor.objects.get(person=owner).last_number
    catch_up(owner, now=NOW)
    assert Cursor.objects.get(person=owner).last_number == number
    assert CarePlan.objects.count() == NoInWindow.objects.count() == 1


def test_reading_from_the_start_again_makes_nothing_twice(owner: Person) -> None:
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    Cursor.objects.filter(person=owner).update(last_number=0)
    catch_up(owner, now=NOW)
    assert CarePlan.objects.count() == NoInWindow.objects.count() == 1


def test_many_events_are_read_in_batches(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onward.method.plan.services.LONG_BATCH", 2)
    for number in range(4):
        make_no(application=make_application(person=owner, company=f"No {number}"))
    catch_up(owner, now=NOW)
    assert CarePlan.objects.filter(asks=True).count() == 4


def test_the_no_to_a_second_application_asks_though_the_first_was_known(
    owner: Person,
) -> None:
    first = make_application(person=owner, applied_at=NOW - 90 * DAY)
    make_no(application=first, at=NOW - 60 * DAY)
    second = make_application(person=owner, applied_at=NOW - 20 * DAY)
    no = make_no(application=second)
    merge(owner, first, other=second, now=NOW)
    catch_up(owner, now=NOW)
    assert CarePlan.objects.get(event=no).asks


def test_a_no_taken_back_asks_nothing_and_comes_back_with_it(owner: Person) -> None:
    no = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    take_back(owner, no, now=NOW)
    catch_up(owner, now=NOW)
    assert not is_resting(owner, NOW)
    assert care_page(plan_of(no), now=NOW).is_taken_back
    assert list(noes(owner)) == []
    bring_back(owner, no, now=NOW)
    catch_up(owner, now=NOW)
    assert is_resting(owner, NOW)
    assert not care_page(plan_of(no), now=NOW).is_taken_back


def test_a_no_whose_application_lives_again_asks_nothing(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    catch_up(owner, now=NOW)
    add_event(
        owner, application, kind=EventKind.INTERVIEW, at=NOW, now=NOW + timedelta(1)
    )
    catch_up(owner, now=NOW)
    assert not CarePlan.objects.get(event=no).asks
    assert open_window(owner, now=NOW) is None
    assert care_page(plan_of(no), now=NOW).reading.reopened_at is not None


def test_an_old_no_found_now_asks_nothing_and_still_offers_things(
    owner: Person,
) -> None:
    no = make_no(application=make_application(person=owner), at=NOW - 4 * DAY)
    catch_up(owner, now=NOW)
    assert not CarePlan.objects.get(event=no).asks
    assert not is_resting(owner, NOW)
    page = care_page(plan_of(no), now=NOW)
    assert {item.kind for item in page.more} >= {"window", "here", "writing"}


def test_the_same_no_told_twice_is_cared_for_once(owner: Person) -> None:
    application = make_application(person=owner)
    first = make_no(application=application)
    second = make_no(application=application, kind=EventKind.POSITION_CLOSED)
    catch_up(owner, now=NOW)
    assert CarePlan.objects.get(event=first).asks
    assert not CarePlan.objects.get(event=second).asks


def test_a_corrected_no_keeps_its_plan_and_its_window(owner: Person) -> None:
    no = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    say_mattered(plan_of(no), mattered=Mattered.LOT)
    later = NOW + timedelta(hours=5)
    corrected = correct_event(
        owner, no, kind=EventKind.POSITION_CLOSED, at=NOW, now=later
    )
    catch_up(owner, now=later)
    plan = plan_of(no)
    assert plan.event == corrected
    assert plan.origin == no
    assert plan.mattered == Mattered.LOT
    assert plan.learned_at == NOW
    window = open_window(owner, now=later)
    assert window is not None
    assert window.ends_at == NOW + DAY


def test_a_no_corrected_to_something_else_asks_nothing(owner: Person) -> None:
    no = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    correct_event(owner, no, kind=EventKind.REPLY, at=NOW, now=NOW)
    catch_up(owner, now=NOW)
    assert not is_resting(owner, NOW)
    assert care_page(plan_of(no), now=NOW).is_taken_back


def test_folding_away_ends_the_quiet_and_unfolding_brings_it_back(
    owner: Person,
) -> None:
    no = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    fold_away(plan_of(no), now=NOW)
    assert not is_resting(owner, NOW)
    unfold(plan_of(no), now=NOW)
    assert is_resting(owner, NOW)


def test_folding_one_of_two_away_leaves_the_other_its_quiet(owner: Person) -> None:
    one = make_no(application=make_application(person=owner))
    make_no(application=make_application(person=owner, company="Fernhill"))
    catch_up(owner, now=NOW)
    fold_away(plan_of(one), now=NOW)
    assert is_resting(owner, NOW)


def test_how_much_it_mattered_moves_the_depth(owner: Person) -> None:
    no = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert care_page(plan_of(no), now=NOW).no.depth == Depth.TAP
    say_mattered(plan_of(no), mattered=Mattered.LOT)
    assert care_page(plan_of(no), now=NOW).no.depth == Depth.WHOLE
    say_mattered(plan_of(no), mattered=None)
    assert care_page(plan_of(no), now=NOW).no.depth == Depth.TAP


def test_the_parts_of_a_merged_application_count_together(owner: Person) -> None:
    interview = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - 5 * DAY),)
    )
    other = make_application(person=owner)
    no = make_no(application=other)
    merge(owner, interview, other=other, now=NOW)
    catch_up(owner, now=NOW)
    page = care_page(plan_of(no), now=NOW)
    assert page.no.reached == Stage.INTERVIEW
    assert page.no.depth == Depth.WHOLE
    assert page.no.application_id == interview.pk


def test_what_waits_stands_later_with_its_date(owner: Person) -> None:
    no = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    page = care_page(plan_of(no), now=NOW)
    assert [item.kind for item in page.later] == ["refocus"]
    assert page.later[0].when == NOW + DAY
    after = care_page(plan_of(no), now=NOW + DAY)
    assert "refocus" in [item.kind for item in after.now]


def test_whoever_wants_no_quiet_gets_none(owner: Person) -> None:
    prefer_hours(owner, hours=Hours.NONE)
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert not is_resting(owner, NOW)


def test_one_person_never_sees_anothers_no(owner: Person, outsider: Person) -> None:
    no = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert list(noes(outsider)) == []
    with pytest.raises(Event.DoesNotExist):
        care_plan_of(outsider, no.pk)


def test_noes_are_found_by_folded_words(owner: Person) -> None:
    make_no(application=make_application(person=owner, company="Zürich Werke"))
    make_no(application=make_application(person=owner, company="Fernhill"))
    assert [n.application.company for n in noes(owner, words="zurich")] == [
        "Zürich Werke"
    ]
