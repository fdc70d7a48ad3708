from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import (
    add_event,
    add_round,
    arrange,
    remind,
    settle,
    snooze,
)
from onward.exchange.rules.calendar import SHOWN_AHEAD
from onward.method.applying.commands import pace_command
from onward.method.applying.models import Rhythm, Session
from onward.method.applying.rules import DayKind, Felt, MatterKind, Pace
from onward.method.applying.services import (
    answer_less,
    calendar_entries,
    comes_back,
    end_session,
    keep_pace,
    next_action,
    pace_of,
    rhythm_of,
    start_session,
    wants_less,
    week,
)
from onward.method.applying.step import WEIGHTS, Applying
from onward.method.feelings.step import REFOCUS_WEIGHT
from onward.method.plan.commands import next_command
from onward.method.plan.services import care_page, care_plan_of, catch_up
from onward.method.plan.today import today
from onward.method.step import HasCalendar, Step
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

pytestmark = pytest.mark.usefixtures("still_clock")
TODAY = NOW.date()  # a Friday
DAY = timedelta(days=1)
EVERY_DAY = Pace(session_days=frozenset(range(6)), protected_days=frozenset({6}))
WEEK_DATA = {
    **{f"day_{number}": "session" for number in range(5)},
    "day_5": "open",
    "day_6": "protected",
    "minutes": "60",
    "starts_at": "09:30",
}


def html(response: Any) -> str:
    return str(response.content.decode())


def kinds(person: Person) -> list[str]:
    return [card.kind.split("-")[0] for card in Applying().today(person, NOW)]


def action(person: Person) -> MatterKind | None:
    matter = next_action(rhythm_of(person), now=NOW)
    return matter.kind if matter else None


def test_it_speaks_the_protocol() -> None:
    step: Step = Applying()
    assert step.number == 11
    assert isinstance(step, HasCalendar)


# What is next


def test_an_interview_tomorrow_is_next_with_its_reason(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner)
    details = {"starts_at": NOW + DAY}
    add_round(owner, application, details=details, now=NOW)
    page = html(owner_client.get("/"))
    assert "Prepare for Bright Harbour" in page
    assert "It begins tomorrow at 12:00." in page
    assert f"/applications/{application.pk}/" in page


def test_a_moved_interview_says_from_when(owner_client: Client, owner: Person) -> None:
    application = make_application(person=owner)
    details = {"starts_at": NOW + 5 * DAY}
    event = add_round(owner, application, details=details, now=NOW)
    arrange(owner, event, details={"starts_at": NOW + DAY}, now=NOW)
    page = html(owner_client.get("/"))
    assert (
        "It begins tomorrow at 12:00. It was moved; before, it was 25 November at 12:00."
        in page
    )
    settle(owner, event, outcome=Outcome.CANCELLED, now=NOW)
    assert "Prepare for Bright Harbour" not in html(owner_client.get("/"))


def test_what_begins_today_comes_before_all_else(owner: Person) -> None:
    application = make_application(person=owner)
    details = {"starts_at": NOW + timedelta(hours=3)}
    add_round(owner, application, details=details, now=NOW)
    (card, *_others) = Applying().today(owner, NOW)
    assert card.weight > REFOCUS_WEIGHT
    assert max(WEIGHTS.values()) < REFOCUS_WEIGHT


def test_each_matter_of_the_ledger_can_be_next(owner: Person) -> None:
    application = make_application(person=owner, applied_at=NOW - 3 * DAY)
    assert action(owner) is None
    remind(owner, application, on=TODAY, note="Ring Ana", now=NOW)
    assert action(owner) == MatterKind.REMINDER
    kind = EventKind.INFORMATION_REQUEST
    add_event(owner, application, kind=kind, at=NOW - DAY, now=NOW)
    assert action(owner) == MatterKind.REQUEST
    add_event(owner, application, kind=EventKind.OFFER, at=NOW - DAY, now=NOW)
    assert action(owner) == MatterKind.OFFER


def test_a_saved_advert_that_closes_comes_before_a_follow_up(owner: Person) -> None:
    make_application(person=owner, applied_at=NOW - 9 * DAY)
    assert action(owner) == MatterKind.FOLLOW_UP
    soon = (TODAY + DAY).isoformat()
    make_application(person=owner, applied_at=None, deadline=soon)
    assert action(owner) == MatterKind.CLOSING


def test_after_an_offer_was_taken_nobody_else_needs_a_word(owner: Person) -> None:
    make_application(person=owner, applied_at=NOW - 9 * DAY)
    taken = make_application(person=owner, applied_at=NOW - 30 * DAY)
    add_event(owner, taken, kind=EventKind.ACCEPTANCE, at=NOW - 2 * DAY, now=NOW)
    assert action(owner) is None
    add_event(owner, taken, kind=EventKind.POSITION_CLOSED, at=NOW - DAY, now=NOW)
    assert action(owner) == MatterKind.FOLLOW_UP


def test_what_is_out_of_sight_or_closed_is_never_next(owner: Person) -> None:
    hidden = make_application(person=owner, applied_at=NOW - 9 * DAY)
    snooze(owner, hidden, until=TODAY + 5 * DAY, now=NOW)
    closed = make_application(person=owner, applied_at=NOW - 9 * DAY)
    make_no(application=closed)
    assert action(owner) is None


def test_nobody_hears_of_what_is_somebody_elses(
    owner: Person, outsider: Person
) -> None:
    make_application(person=owner, applied_at=NOW - 9 * DAY)
    assert action(outsider) is None
    assert kinds(outsider) == []


def test_in_a_quiet_window_nothing_asks(owner_client: Client, owner: Person) -> None:
    other = make_application(person=owner, company="Other")
    add_round(owner, other, details={"starts_at": NOW + DAY}, now=NOW)
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    shown = today(owner, NOW)
    assert shown.rest is not None
    assert shown.step is None
    assert shown.others == ()
    assert "Prepare for" not in html(owner_client.get("/applying/"))
    assert "It is quiet here" in CliRunner().invoke(next_command).output


def test_a_day_off_of_the_plan_stays_off(owner: Person) -> None:
    make_application(person=owner, applied_at=NOW - 9 * DAY)
    keep_pace(owner, Pace(protected_days=frozenset({TODAY.weekday()})), now=NOW)
    assert action(owner) is None


def test_a_session_is_suggested_on_its_day_until_there_was_one(owner: Person) -> None:
    assert action(owner) is None
    keep_pace(owner, EVERY_DAY, now=NOW)
    assert action(owner) == MatterKind.SESSION
    start_session(owner, now=NOW)
    assert action(owner) is None


def test_the_command_says_what_is_next_and_why(owner: Person) -> None:
    said = CliRunner().invoke(next_command).output
    assert "Nothing is asked of you today." in said
    make_application(person=owner, applied_at=NOW - 9 * DAY)
    said = CliRunner().invoke(next_command).output
    timezone.deactivate()
    assert "A short word to Bright Harbour may help" in said
    assert "since 11 November" in said
    assert "onward show" in said


# After a no


def test_going_on_is_offered_two_days_after_a_no_and_not_before(owner: Person) -> None:
    application = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - 5 * DAY),)
    )
    event = make_no(application=application)
    catch_up(owner, now=NOW)
    plan = care_plan_of(owner, event.pk)
    first = care_page(plan, now=NOW)
    assert "keep-going" in {item.kind for item in first.later}
    later = care_page(plan, now=NOW + 2 * DAY)
    assert "keep-going" in {item.kind for item in later.now}


def test_an_automatic_decline_is_one_tap_and_no_more(owner: Person) -> None:
    event = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    page = care_page(care_plan_of(owner, event.pk), now=NOW + 3 * DAY)
    items = (*page.now, *page.later, *page.more)
    assert "keep-going" not in {item.kind for item in items}


# The week


def test_a_plan_is_offered_once(owner_client: Client, owner: Person) -> None:
    assert kinds(owner) == []
    make_application(person=owner, applied_at=NOW - DAY)
    assert kinds(owner) == ["week"]
    owner_client.post("/applying/no-plan/")
    assert kinds(owner) == []
    assert not rhythm_of(owner).is_on


def test_a_week_is_kept_and_shown(owner_client: Client, owner: Person) -> None:
    response = owner_client.post("/applying/plan/", WEEK_DATA, follow=True)
    page = html(response)
    assert "Day off" in page
    assert page.count("A session</span>") == 5
    pace = pace_of(owner)
    assert (pace.minutes, pace.protected_days) == (60, frozenset({6}))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"day_6": "open"}, "Keep one day of the week for yourself"),
        ({"day_6": ""}, "Choose what this day is for"),
        ({"minutes": ""}, "whole number"),
        ({"minutes": "5"}, "15"),
        ({"starts_at": "early"}, "14:30"),
    ],
)
def test_a_week_that_cannot_be_kept_says_why(
    owner_client: Client, data: dict[str, str], says: str
) -> None:
    response = owner_client.post("/applying/plan/", WEEK_DATA | data)
    assert response.status_code == 422
    assert says in html(response)
    assert not Rhythm.objects.exists()


def test_the_week_begins_where_the_person_says(owner: Person) -> None:
    owner.week_starts_on = 6
    days = week(owner, today=TODAY)
    assert days[0].day == date(2026, 11, 15)
    assert [day.is_today for day in days].index(True) == 5
    assert days[0].kind == DayKind.PROTECTED


def test_a_session_is_started_ended_left_out_and_brought_back(
    owner_client: Client, owner: Person
) -> None:
    response = owner_client.post("/applying/sessions/start/", follow=True)
    session = Session.objects.get()
    assert f"/applying/sessions/{session.pk}/" == response.request["PATH_INFO"]
    page = response.content.decode()
    assert "This session is for up to" in page
    assert "Write for" not in page
    assert "Write on" not in page
    owner_client.post("/applying/sessions/start/")
    assert Session.objects.count() == 1
    address = f"/applying/sessions/{session.pk}/"
    assert owner_client.post(address, {"minutes": ""}).status_code == 422
    owner_client.post(address, {"minutes": "45", "felt": "better", "note": "Two"})
    assert "45 minutes" in html(owner_client.get("/applying/"))
    owner_client.post(f"{address}leave-out/")
    assert "45 minutes" not in html(owner_client.get("/applying/"))
    owner_client.post(f"{address}bring-back/")
    assert "45 minutes" in html(owner_client.get("/applying/"))


def test_an_advert_that_has_closed_is_nothing_to_do(
    owner_client: Client, owner: Person
) -> None:
    for company, deadline in (
        ("Old Deadline", str(TODAY - DAY)),
        ("Last Chance", str(TODAY)),
        ("No Hurry", ""),
    ):
        make_application(
            person=owner, company=company, applied_at=None, deadline=deadline
        )
    for path in ("/applying/small/", "/applying/sessions/start/"):
        ask = owner_client.post if "start" in path else owner_client.get
        page = html(ask(path, follow=True))
        assert "Last Chance" in page
        assert "No Hurry" in page
        assert "Old Deadline" not in page
    board = html(owner_client.get("/applications/board/"))
    assert "Closed on 19 November 2026" in board
    assert "Open until 20 November 2026" in board


@pytest.mark.parametrize("tail", ["", "leave-out/", "bring-back/"])
def test_an_outsider_finds_no_session(
    outsider_client: Client, owner: Person, tail: str
) -> None:
    session = start_session(owner, now=NOW)
    address = f"/applying/sessions/{session.pk}/{tail}"
    assert outsider_client.post(address, {"minutes": "5"}).status_code == 404
    if not tail:
        assert outsider_client.get(address).status_code == 404


def test_an_outsider_sees_a_week_of_their_own(
    outsider_client: Client, owner: Person
) -> None:
    keep_pace(owner, EVERY_DAY, now=NOW)
    end_session(start_session(owner, now=NOW), minutes=77, felt=None, note="", now=NOW)
    page = html(outsider_client.get("/applying/"))
    assert "77" not in strip_tags(page)
    assert "Make a plan" in page


def test_planned_sessions_are_days_for_the_calendar(owner: Person) -> None:
    assert calendar_entries(owner, now=NOW) == []
    pace = Pace(session_days=frozenset({0}), protected_days=frozenset({6}))
    keep_pace(owner, pace, starts_at=time(9, 30), now=NOW)
    entries = Applying().calendar(owner, NOW)
    assert len(entries) == len({entry.uid for entry in entries}) == 9
    assert {entry.day.weekday() for entry in entries} == {0}
    last = TODAY + SHOWN_AHEAD
    assert last - entries[-1].day < timedelta(weeks=1)
    assert entries[0].title == "A session for the search"


# Coming back, and doing less


def test_after_a_gap_there_is_a_welcome_and_nothing_on_its_length(
    owner_client: Client, owner: Person
) -> None:
    make_application(person=owner, applied_at=NOW - DAY)
    catch_up(owner, now=NOW)
    owner_client.post("/applying/no-plan/")
    later = NOW + 23 * DAY
    assert not comes_back(rhythm_of(owner), now=NOW + 9 * DAY)
    with time_machine.travel(later, tick=False):
        page = html(owner_client.get("/"))
        assert "Welcome back. Start with something small?" in page
        assert "23 days" not in page
        response = owner_client.post("/applying/welcome/", {"answer": "small"})
        assert response.headers["Location"] == "/applying/small/"
        assert "Something small" in html(owner_client.get("/applying/small/"))
        assert "Welcome back" not in html(owner_client.get("/"))


def test_not_now_is_an_answer_to_the_welcome_too(
    owner_client: Client, owner: Person
) -> None:
    make_application(person=owner)
    catch_up(owner, now=NOW)
    with time_machine.travel(NOW + 23 * DAY, tick=False):
        response = owner_client.post("/applying/welcome/", {"answer": "not-now"})
        assert response.headers["Location"] == "/"
        assert not comes_back(rhythm_of(owner), now=timezone.now())


def put_in_a_lot(person: Person) -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    for weeks, minutes in ((3, 300), (2, 500), (1, 700)):
        day = monday - timedelta(weeks=weeks)
        Session.objects.create(
            person=person,
            day=day,
            started_at=NOW,
            ended_at=NOW,
            minutes=minutes,
            felt=Felt.WORSE,
        )


def test_a_lot_is_answered_with_fewer_and_asked_once(
    owner_client: Client, owner: Person
) -> None:
    make_application(person=owner)
    keep_pace(owner, Pace(), now=NOW)
    put_in_a_lot(owner)
    assert wants_less(rhythm_of(owner), now=NOW)
    assert "fewer, better ones" in html(owner_client.get("/"))
    owner_client.post("/applying/less/", {"answer": "yes"})
    pace = pace_of(owner)
    assert len(pace.session_days) == 4
    assert pace.protected_days == frozenset({2, 5, 6})
    assert not wants_less(rhythm_of(owner), now=NOW)


def test_no_to_fewer_changes_nothing_and_rests(owner: Person, outsider: Person) -> None:
    keep_pace(owner, Pace(), now=NOW)
    put_in_a_lot(owner)
    assert not wants_less(rhythm_of(outsider), now=NOW)
    answer_less(owner, is_yes=False, now=NOW)
    assert pace_of(owner) == Pace()
    assert not wants_less(rhythm_of(owner), now=NOW + 20 * DAY)


@pytest.mark.parametrize("is_day_off", [True, False])
def test_on_a_day_off_a_session_is_folded_away(
    owner: Person, owner_client: Client, *, is_day_off: bool
) -> None:
    off = {TODAY.weekday() if is_day_off else (TODAY.weekday() + 1) % 7}
    pace = Pace(session_days=frozenset({0}), protected_days=frozenset(off))
    keep_pace(owner, pace, now=NOW)
    shown = html(owner_client.get("/applying/"))
    assert ("Today is a day off" in shown) == is_day_off
    assert ("<summary>I want to anyway</summary>" in shown) == is_day_off
    assert shown.count("Start a session") == 1
    begun = owner_client.post("/applying/sessions/start/", follow=True)
    assert "When you stop, at any time" in html(begun)
    shown = html(owner_client.get("/applying/"))
    assert "Start a session" not in shown
    assert "Today is a day off" not in shown


def test_without_a_plan_no_day_is_off(owner_client: Client) -> None:
    with time_machine.travel(NOW + DAY, tick=False):
        shown = html(owner_client.get("/applying/"))
    assert "Start a session" in shown
    assert "I want to anyway" not in shown


# The command


def test_the_pace_is_shown_and_changed_on_the_command_line(owner: Person) -> None:
    def run(*words: str) -> Any:
        return CliRunner().invoke(pace_command, words)

    assert "No week is planned" in run().output
    assert "onward pace --sessions mon,wed,fri --off sat,sun" in run().output
    assert "Monday" not in run().output
    assert not Rhythm.objects.exists()
    said = run("--sessions", "mon,wed", "--off", "sat,sun", "--minutes", "45").output
    assert said.count("A session") == 2
    assert said.count("Day off") == 2
    end_session(start_session(owner, now=NOW), minutes=30, felt=None, note="", now=NOW)
    assert "30 minutes" in run().output
    assert run("--off", "").exit_code != 0
    assert run("--sessions", "someday").exit_code != 0
    timezone.deactivate()
