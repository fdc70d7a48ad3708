from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.cadence import MOST_DAYS, Cadence
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import (
    add_event,
    add_round,
    arrange,
    asks,
    closing,
    correct_event,
    done,
    follow_ups,
    keep_cadence,
    merge,
    out_of_sight,
    remind,
    round_of,
    rounds_of,
    settle,
    snooze,
    take_back,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

TOMORROW = NOW + timedelta(days=1)
TODAY = NOW.date()
DAY = timedelta(days=1)


def interview(application: Application, **details: Any) -> Event:
    return add_round(
        application.person,
        application,
        details={"starts_at": TOMORROW, **details},
        now=NOW,
    )


def test_an_interview_ahead_is_known_now_and_held_then(owner: Person) -> None:
    application = make_application(person=owner)
    event = interview(application, people=" Ana Lind ", format="video", minutes=45)
    assert event.at == NOW
    (held,) = rounds_of(owner, application)
    assert (held.starts_at, held.people, held.minutes) == (TOMORROW, "Ana Lind", 45)


def test_an_interview_of_the_past_happened_then(owner: Person) -> None:
    then = NOW - timedelta(days=3)
    application = make_application(person=owner)
    assert interview(application, starts_at=then).at == then


def test_rescheduling_keeps_the_event_and_undoes(owner: Person) -> None:
    event = interview(make_application(person=owner))
    later = TOMORROW + timedelta(days=4)
    change = arrange(owner, event, details={"starts_at": later}, now=NOW)
    assert change is not None
    assert round_of(owner, event).starts_at == later
    take_back(owner, change, now=NOW)
    assert round_of(owner, event).starts_at == TOMORROW


@pytest.mark.parametrize(
    ("is_put_off", "again"),
    [(True, TOMORROW), (True, TOMORROW + 4 * DAY), (False, TOMORROW + 4 * DAY)],
)
def test_the_new_hour_of_what_is_being_moved_is_when_it_begins(
    owner: Person, is_put_off: bool, again: datetime
) -> None:
    event = interview(make_application(person=owner))
    if is_put_off:
        settle(owner, event, outcome=Outcome.MOVED, now=NOW)
    said = {"starts_at": again, "outcome": Outcome.MOVED, "place": "Room 4"}
    arrange(owner, event, details=said, now=NOW)
    held = round_of(owner, event)
    assert (held.starts_at, held.outcome, held.place) == (again, None, "Room 4")
    assert held.moved_from == (TOMORROW if again != TOMORROW else None)
    (ask,) = asks(owner, now=NOW)
    assert ask.round.starts_at == again


def test_it_is_being_moved_where_the_hour_stays_as_the_form_showed_it(
    owner: Person,
) -> None:
    event = interview(make_application(person=owner))
    said = {"starts_at": TOMORROW, "outcome": Outcome.MOVED}
    arrange(owner, event, details=said, now=NOW)
    held = round_of(owner, event)
    assert (held.starts_at, held.moved_from) == (None, TOMORROW)


def test_saying_the_same_again_records_nothing(owner: Person) -> None:
    event = interview(make_application(person=owner), people="Ana Lind")
    same = {"starts_at": TOMORROW, "people": "Ana Lind", "note": ""}
    assert arrange(owner, event, details=same, now=NOW) is None


def test_a_detail_can_be_taken_away(owner: Person) -> None:
    event = interview(make_application(person=owner), place="Room 4")
    arrange(owner, event, details={"place": ""}, now=NOW)
    assert round_of(owner, event).place == ""


def test_nothing_is_arranged_for_a_reply(owner: Person) -> None:
    application = make_application(person=owner)
    reply = add_event(owner, application, kind=EventKind.REPLY, at=NOW, now=NOW)
    with pytest.raises(LookupError, match="Nothing is arranged"):
        arrange(owner, reply, details={"place": "x"}, now=NOW)


def test_an_invitation_told_of_better_is_settled_with_what_stands_for_it(
    owner: Person,
) -> None:
    application = make_application(person=owner)
    kind = EventKind.INTERVIEW
    bare = add_event(owner, application, kind=kind, at=NOW, now=NOW)
    named = interview(application)
    assert [held.event for held in rounds_of(owner, application)] == [str(named.pk)]
    settle(owner, bare, outcome=Outcome.CANCELLED, now=NOW)
    assert round_of(owner, named).outcome == Outcome.CANCELLED
    done(owner, bare, now=NOW)
    assert round_of(owner, named).is_done


def test_what_asks_for_nothing_is_not_done(owner: Person) -> None:
    application = make_application(person=owner)
    reply = add_event(owner, application, kind=EventKind.REPLY, at=NOW, now=NOW)
    with pytest.raises(LookupError, match="Nothing is arranged"):
        done(owner, reply, now=NOW)


def test_what_is_settled_asks_for_nothing(owner: Person) -> None:
    application = make_application(person=owner)
    event = interview(application)
    assert [ask.round.event for ask in asks(owner, now=NOW)] == [str(event.pk)]
    settle(owner, event, outcome=Outcome.CANCELLED, now=NOW)
    assert asks(owner, now=NOW) == []


def test_a_question_asks_until_it_is_done(owner: Person) -> None:
    application = make_application(person=owner)
    kind = EventKind.INFORMATION_REQUEST
    event = add_event(owner, application, kind=kind, at=NOW, now=NOW)
    assert len(asks(owner, now=NOW)) == 1
    answer = done(owner, event, now=NOW)
    assert asks(owner, now=NOW) == []
    take_back(owner, answer, now=NOW)
    assert len(asks(owner, now=NOW)) == 1


def test_a_reminder_is_kept_however_far_ahead(owner: Person) -> None:
    application = make_application(person=owner)
    day = TODAY + timedelta(days=200)
    remind(owner, application, on=day, note="Ask again", now=NOW)
    (ask,) = asks(owner, now=NOW + timedelta(days=190))
    assert (ask.round.until, ask.round.note) == (day, "Ask again")


@pytest.mark.parametrize("days", [121, 300, 1000])
@pytest.mark.parametrize("is_moved", [False, True])
def test_an_interview_ahead_is_known_however_long_ago_it_was_told_of(
    owner: Person, days: int, is_moved: bool
) -> None:
    application = make_application(person=owner)
    begins = NOW + timedelta(days=days)
    event = interview(application, starts_at=TOMORROW if is_moved else begins)
    if is_moved:
        later = begins - timedelta(days=5)
        arrange(owner, event, details={"starts_at": begins}, now=later)
    for now in (begins - timedelta(days=1), begins + timedelta(days=1)):
        (ask,) = asks(owner, now=now)
        assert ask.round.starts_at == begins


@pytest.mark.parametrize("is_corrected", [False, True])
def test_a_question_asks_no_more_when_nothing_was_heard_of_it_for_so_long(
    owner: Person, is_corrected: bool
) -> None:
    application = make_application(person=owner)
    kind = EventKind.INFORMATION_REQUEST
    add_event(owner, application, kind=kind, at=NOW, now=NOW)
    later = NOW + timedelta(days=130)
    event = interview(application)
    arrange(owner, event, details={"starts_at": later, "place": "Room 4"}, now=NOW)
    if is_corrected:
        kind = EventKind.INTERVIEW
        correct_event(owner, event, kind=kind, at=NOW - timedelta(days=1), now=NOW)
    (ask,) = asks(owner, now=later)
    assert (ask.round.starts_at, ask.round.place) == (later, "Room 4")


@pytest.mark.parametrize("days", [20, 241, 1000])
def test_a_reminder_that_was_done_stays_done(owner: Person, days: int) -> None:
    reminder = remind(owner, make_application(person=owner), on=TODAY, note="", now=NOW)
    done(owner, reminder, now=NOW)
    assert asks(owner, now=NOW + timedelta(days=days)) == []


def test_what_is_closed_asks_for_nothing_but_a_reminder_stays(owner: Person) -> None:
    application = make_application(person=owner)
    interview(application)
    remind(owner, application, on=TODAY, note="", now=NOW)
    make_no(application=application)
    (ask,) = asks(owner, now=NOW)
    assert ask.round.kind == EventKind.REMINDER


def test_a_corrected_interview_keeps_its_arrangements(owner: Person) -> None:
    application = make_application(person=owner)
    event = add_event(owner, application, kind=EventKind.INTERVIEW, at=NOW, now=NOW)
    arrange(owner, event, details={"people": "Ana Lind"}, now=NOW)
    corrected = correct_event(
        owner, event, kind=EventKind.INTERVIEW, at=NOW - timedelta(days=1), now=NOW
    )
    assert round_of(owner, corrected).people == "Ana Lind"
    assert [ask.round.people for ask in asks(owner, now=NOW)] == ["Ana Lind"]


def test_follow_ups_are_on_offer_after_a_week_and_once_more(owner: Person) -> None:
    week = NOW - timedelta(days=7)
    application = make_application(person=owner, applied_at=week)
    make_application(person=owner, applied_at=NOW - timedelta(days=6))
    (offered,) = follow_ups(owner, now=NOW, today=TODAY)
    assert offered.application == application
    add_event(owner, application, kind=EventKind.FOLLOW_UP, at=NOW, now=NOW)
    soon = NOW + timedelta(days=1)
    assert len(follow_ups(owner, now=soon, today=soon.date())) == 1
    later = NOW + timedelta(days=10)
    assert len(follow_ups(owner, now=later, today=later.date())) == 2


@pytest.mark.parametrize("days", [1, 7, 29, 30, 60, MOST_DAYS])
def test_every_wait_that_can_be_chosen_comes_to_an_offer_and_to_an_end(
    owner: Person, days: int
) -> None:
    never = make_application(person=owner, company="Never", applied_at=NOW)
    asked = make_application(person=owner, company="Asked", applied_at=NOW - 9 * DAY)
    add_event(owner, asked, kind=EventKind.FOLLOW_UP, at=NOW, now=NOW)
    keep_cadence(owner, Cadence(first_after_days=days, again_after_days=MOST_DAYS))

    def offered(after: int) -> list[Application]:
        now = NOW + after * DAY
        return [one.application for one in follow_ups(owner, now=now, today=TODAY)]

    for each, wait in ((never, days), (asked, MOST_DAYS)):
        assert each not in offered(wait - 1)
        assert each in offered(wait)
        assert each in offered(wait + 29)
        assert each not in offered(wait + 30)


def test_after_a_month_without_a_word_on_a_question_no_other_is_on_offer(
    owner: Person,
) -> None:
    """What is that silent is offered to be closed: one page does not say two things."""
    application = make_application(person=owner, applied_at=NOW - 42 * DAY)
    then = NOW - 29 * DAY
    add_event(owner, application, kind=EventKind.FOLLOW_UP, at=then, now=then)
    assert len(follow_ups(owner, now=NOW, today=TODAY)) == 1
    later = NOW + DAY
    assert follow_ups(owner, now=later, today=later.date()) == []


def test_what_is_not_ripe_yet_keeps_nothing_that_is_out_of_the_offers(
    owner: Person,
) -> None:
    keep_cadence(owner, Cadence(first_after_days=14, again_after_days=7))
    for days in (20, 16):
        make_application(person=owner, company=f"{days}", applied_at=NOW - days * DAY)
    for number in range(5):
        make_application(
            person=owner, company=f"New {number}", applied_at=NOW - 8 * DAY
        )
    asked = make_application(person=owner, company="Asked", applied_at=NOW - 30 * DAY)
    then = NOW - 10 * DAY
    add_event(owner, asked, kind=EventKind.FOLLOW_UP, at=then, now=then)

    def offered(limit: int) -> list[str]:
        found = follow_ups(owner, now=NOW, today=TODAY, limit=limit)
        return [one.application.company for one in found]

    assert offered(3) == ["16", "Asked", "20"]
    assert offered(1) == ["16"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("system", "contact", "is_offered"),
    [
        ("Workday", "", False),
        ("Workday", "kim@quillmoor.example", True),
        ("", "", True),
    ],
)
def test_nobody_is_asked_to_follow_up_where_a_system_named_nobody(
    owner: Person, system: str, contact: str, is_offered: bool
) -> None:
    application = make_application(person=owner)
    Application.objects.filter(pk=application.pk).update(
        system=system,
        contact_address=contact,
        waiting_since=NOW - timedelta(days=9),
    )
    assert bool(follow_ups(owner, now=NOW, today=TODAY)) is is_offered


def test_a_day_to_be_reminded_on_is_waited_for(owner: Person) -> None:
    application = make_application(person=owner)
    other = make_application(person=owner)
    Application.objects.update(waiting_since=NOW - timedelta(days=9))

    def offered(days: int = 0) -> set[Application]:
        at = NOW + days * DAY
        return {one.application for one in follow_ups(owner, now=at, today=at.date())}

    assert offered() == {application, other}
    day = TODAY + 3 * DAY
    reminder = remind(owner, application, on=day, note="They promised", now=NOW)
    assert offered() == {other}
    assert offered(3) == {application, other}
    merge(owner, other, other=application, now=NOW)
    assert offered() == set()
    take_back(owner, reminder, now=NOW)
    assert offered() == {other}


@pytest.mark.parametrize("heard", [None, EventKind.REPLY, EventKind.INTERVIEW])
def test_nobody_is_asked_to_follow_up_before_a_vacancy_closed(
    owner: Person, heard: EventKind | None
) -> None:
    last_day = TODAY + 6 * DAY
    sent = NOW - 40 * DAY
    application = make_application(
        person=owner,
        applied_at=sent,
        deadline=last_day.isoformat(),
        events=((heard, sent + DAY),) if heard else (),
    )

    def offered(days: int) -> list[Application]:
        at = NOW + days * DAY
        found = follow_ups(owner, now=at, today=at.date())
        assert all(one.ripe_at <= at for one in found)
        return [one.application for one in found]

    if heard == EventKind.INTERVIEW:  # who has met the person does not wait for others
        Application.objects.update(waiting_since=NOW - 8 * DAY)
        assert offered(0) == [application]
        return
    assert offered(0) == offered(6) == offered(12) == []
    assert offered(13) == offered(42) == [application]
    assert offered(43) == []


def test_no_limit_leaves_out_what_became_ripe_last(owner: Person) -> None:
    today = TODAY - 7 * DAY
    for number in range(5):
        sent = NOW - (9 + number) * DAY
        make_application(person=owner, applied_at=sent)
        # The last day to apply, before or after which they applied, puts this one before.
        day = today - (number // 2) * DAY
        sent = NOW - (60 if number % 2 else 10) * DAY
        make_application(person=owner, applied_at=sent, deadline=day.isoformat())
    every = follow_ups(owner, now=NOW, today=TODAY)
    ripe = [one.ripe_at.date() for one in every]
    assert ripe[:5] == [TODAY, TODAY, TODAY - DAY, TODAY - DAY, TODAY - 2 * DAY]
    assert len(set(every)) == 10
    for limit in range(1, 10):
        found = follow_ups(owner, now=NOW, today=TODAY, limit=limit)
        assert [one.ripe_at.date() for one in found] == ripe[:limit]


def test_the_person_says_when_or_not_at_all(owner: Person) -> None:
    make_application(person=owner, applied_at=NOW - timedelta(days=9))
    keep_cadence(owner, Cadence(first_after_days=10))
    assert follow_ups(owner, now=NOW, today=TODAY) == []
    keep_cadence(owner, Cadence(first_after_days=9))
    assert len(follow_ups(owner, now=NOW, today=TODAY)) == 1
    keep_cadence(owner, Cadence(is_on=False))
    assert follow_ups(owner, now=NOW, today=TODAY) == []


def test_what_is_out_of_sight_is_left_alone_until_its_day(owner: Person) -> None:
    application = make_application(person=owner, applied_at=NOW - timedelta(days=9))
    day = TODAY + timedelta(days=3)
    snooze(owner, application, until=day, now=NOW)
    assert follow_ups(owner, now=NOW, today=TODAY) == []
    assert list(out_of_sight(owner, today=TODAY)) == [application]
    assert len(follow_ups(owner, now=NOW, today=day)) == 1
    assert not out_of_sight(owner, today=day)


def test_a_saved_advert_is_named_while_it_closes(owner: Person) -> None:
    for days in (-1, 0, 3, 9):
        make_application(
            person=owner,
            company=f"In {days}",
            applied_at=None,
            deadline=(TODAY + timedelta(days=days)).isoformat(),
        )
    make_application(person=owner, deadline=TODAY.isoformat())
    found = closing(owner, today=TODAY, until=TODAY + timedelta(days=7))
    assert [one.company for one in found] == ["In 0", "In 3"]


def test_nobody_hears_of_what_is_somebody_elses(
    owner: Person, outsider: Person
) -> None:
    application = make_application(person=owner, applied_at=NOW - timedelta(days=9))
    interview(application)
    assert asks(outsider, now=NOW) == []
    assert follow_ups(outsider, now=NOW, today=TODAY) == []
