from __future__ import annotations

from datetime import timedelta

import pytest

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import take_back
from onward.core.dates import day_in
from onward.core.ids import uuid7
from onward.method.feelings.models import QuietWindow
from onward.method.feelings.rules import Answer, FeelingWord, Hours, Writing
from onward.method.feelings.services.plans import finish_plan, make_plan, plan_for_today
from onward.method.feelings.services.quiet import (
    answer_refocus,
    choose_quiet,
    end_quiet,
    noes_kept_quiet,
    noes_of,
    open_window,
    prefer_hours,
    refocus_window,
)
from onward.method.feelings.services.writing import (
    keep_writing,
    kept_about,
    note_feelings,
)
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def learn(
    owner: Person, *, company: str = "Fernhill", kind: EventKind = EventKind.REJECTION
) -> Event:
    no = make_no(application=make_application(person=owner, company=company), kind=kind)
    catch_up(owner, now=NOW)
    return no


def learn_later(owner: Person, *, hours: int) -> Event:
    no = make_no(application=make_application(person=owner, company=f"After {hours}"))
    Event.objects.filter(pk=no.pk).update(recorded_at=NOW + hours * HOUR)
    catch_up(owner, now=NOW + hours * HOUR)
    return no


def test_noes_of_one_day_share_a_window_that_ends_after_the_latest(
    owner: Person,
) -> None:
    learn(owner)
    learn_later(owner, hours=3)
    window = QuietWindow.objects.get()
    assert window.starts_at == NOW
    assert window.ends_at == NOW + 3 * HOUR + DAY


def test_the_day_is_that_of_the_persons_own_clock(owner: Person) -> None:
    owner.time_zone = "Pacific/Auckland"
    owner.save()
    learn(owner)
    window = QuietWindow.objects.get()
    assert window.day == day_in(NOW, zone_name="Pacific/Auckland") == (NOW + DAY).date()


def test_the_persons_own_default_is_used(owner: Person) -> None:
    prefer_hours(owner, hours=Hours.TWO_DAYS)
    learn(owner)
    assert QuietWindow.objects.get().ends_at == NOW + 2 * DAY


def test_ones_own_no_opens_no_window_and_may_have_one(owner: Person) -> None:
    no = learn(owner, kind=EventKind.WITHDRAWAL)
    assert open_window(owner, now=NOW) is None
    choose_quiet(owner, origin_id=no.pk, hours=Hours.DAY, now=NOW)
    assert open_window(owner, now=NOW) is not None


def test_the_length_can_be_changed_in_both_directions(owner: Person) -> None:
    no = learn(owner)
    choose_quiet(owner, origin_id=no.pk, hours=Hours.TWO_DAYS, now=NOW)
    assert open_window(owner, now=NOW + 30 * HOUR) is not None
    choose_quiet(owner, origin_id=no.pk, hours=Hours.NONE, now=NOW)
    assert open_window(owner, now=NOW) is None
    assert refocus_window(owner, now=NOW + HOUR) is None


def test_a_length_that_was_chosen_stays_when_another_no_comes(owner: Person) -> None:
    prefer_hours(owner, hours=Hours.TWO_DAYS)
    no = learn(owner)
    choose_quiet(owner, origin_id=no.pk, hours=Hours.DAY, now=NOW)
    learn_later(owner, hours=2)
    assert QuietWindow.objects.get().ends_at == NOW + 2 * HOUR + DAY


def test_an_ended_window_is_over_at_once_and_asks_once(owner: Person) -> None:
    learn(owner)
    window = QuietWindow.objects.get()
    end_quiet(owner, now=NOW + HOUR)
    end_quiet(owner, now=NOW + 2 * HOUR)
    assert open_window(owner, now=NOW + HOUR) is None
    assert refocus_window(owner, now=NOW + HOUR) == window
    window.refresh_from_db()
    assert window.ended_early_at == NOW + HOUR


def test_a_no_after_an_early_end_opens_the_day_again(owner: Person) -> None:
    learn(owner)
    end_quiet(owner, now=NOW + HOUR)
    learn_later(owner, hours=2)
    assert open_window(owner, now=NOW + 2 * HOUR) is not None


def test_taking_back_the_later_no_leaves_the_first_one_ended(owner: Person) -> None:
    first = learn(owner)
    end_quiet(owner, now=NOW + HOUR)
    later = learn_later(owner, hours=2)
    window = open_window(owner, now=NOW + 3 * HOUR)
    assert window is not None
    assert noes_kept_quiet(window) == [later]
    take_back(owner, later, now=NOW + 3 * HOUR)
    catch_up(owner, now=NOW + 3 * HOUR)
    assert noes_of(window) == [first]
    assert open_window(owner, now=NOW + 3 * HOUR) is None


def test_a_day_that_a_later_no_opened_again_can_be_ended_again(owner: Person) -> None:
    learn(owner)
    end_quiet(owner, now=NOW + HOUR)
    learn_later(owner, hours=2)
    end_quiet(owner, now=NOW + 3 * HOUR)
    assert open_window(owner, now=NOW + 3 * HOUR) is None


def test_quiet_can_be_had_again_after_its_end(owner: Person) -> None:
    no = learn(owner)
    later = NOW + 3 * DAY
    choose_quiet(owner, origin_id=no.pk, hours=Hours.DAY, now=later)
    window = open_window(owner, now=later)
    assert window is not None
    assert window.starts_at == later


def test_the_refocus_card_is_answered_once_for_all_windows_that_are_over(
    owner: Person,
) -> None:
    learn(owner)
    learn_later(owner, hours=26)
    end = NOW + 26 * HOUR + DAY
    assert QuietWindow.objects.count() == 2
    assert refocus_window(owner, now=end) is not None
    answer_refocus(owner, answer=Answer.CLOSED, now=end)
    assert refocus_window(owner, now=end + HOUR) is None


@pytest.mark.parametrize("answer", list(Answer))
def test_a_later_no_that_wants_no_quiet_asks_nothing_again(
    owner: Person, answer: Answer
) -> None:
    learn(owner)
    end_quiet(owner, now=NOW + HOUR)
    answer_refocus(owner, answer=answer, now=NOW + HOUR)
    later = learn_later(owner, hours=2)
    choose_quiet(owner, origin_id=later.pk, hours=Hours.NONE, now=NOW + 2 * HOUR)
    for hours in (2, 26, 40):
        assert refocus_window(owner, now=NOW + hours * HOUR) is None
    assert QuietWindow.objects.get().answer == answer


def test_a_later_no_that_stays_is_asked_about_once(owner: Person) -> None:
    learn(owner)
    end_quiet(owner, now=NOW + HOUR)
    answer_refocus(owner, answer=Answer.LOOK, now=NOW + HOUR)
    learn_later(owner, hours=2)
    end_quiet(owner, now=NOW + 3 * HOUR)
    assert refocus_window(owner, now=NOW + 3 * HOUR) is not None
    answer_refocus(owner, answer=Answer.CLOSED, now=NOW + 3 * HOUR)
    assert refocus_window(owner, now=NOW + 4 * HOUR) is None


def test_whoever_stays_away_is_not_asked_weeks_later(owner: Person) -> None:
    learn(owner)
    assert refocus_window(owner, now=NOW + DAY) is not None
    assert refocus_window(owner, now=NOW + 20 * DAY) is None


def test_nothing_said_is_nothing_kept(owner: Person) -> None:
    no = learn(owner)
    entry = note_feelings(
        owner, origin=no, words=[], own_words="  ", intensity=None, now=NOW
    )
    assert entry is None


def test_the_guard_reads_entries_and_pages_together(owner: Person) -> None:
    no = learn(owner)
    for hour, intensity in enumerate((8, 8)):
        note_feelings(
            owner,
            origin=no,
            words=[FeelingWord.ANGRY],
            own_words="",
            intensity=intensity,
            now=NOW + hour * HOUR,
        )
    assert kept_about(owner, origin_id=no.pk).offer == Writing.OFFERED
    keep_writing(
        owner,
        origin=no,
        page_id=uuid7(),
        continues=None,
        text="Still here.",
        seconds=60,
        intensity_after=9,
        now=NOW + 3 * HOUR,
    )
    assert kept_about(owner, origin_id=no.pk).offer == Writing.SOMETHING_ELSE


def test_a_next_step_is_shown_from_its_day_until_it_is_done_or_let_go(
    owner: Person,
) -> None:
    plan = make_plan(
        owner,
        window=None,
        when_text="the kettle boils",
        will_text="read one advert",
        on_day=(NOW + DAY).date(),
        now=NOW,
    )
    assert plan_for_today(owner, now=NOW) is None
    assert plan_for_today(owner, now=NOW + 2 * DAY) == plan
    finish_plan(owner, plan=plan, is_done=False, now=NOW + 2 * DAY)
    finish_plan(owner, plan=plan, is_done=True, now=NOW + 3 * DAY)
    plan.refresh_from_db()
    assert plan.let_go_at == NOW + 2 * DAY
    assert plan.done_at is None
    assert plan_for_today(owner, now=NOW + 3 * DAY) is None
