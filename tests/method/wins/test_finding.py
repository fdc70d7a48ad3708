"""Wins follow their events: corrected, undone, joined, or read in another order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import (
    add_event,
    bring_back,
    correct_event,
    merge,
    take_back,
)
from onward.method.plan.services import catch_up
from onward.method.wins.models import ForwardStep, Win
from onward.method.wins.rules import WinKind
from onward.method.wins.services import (
    add_own,
    answer_forward,
    asked_forward,
    finish_forward,
    hidden,
    hide,
    mark,
    say_what_it_shows,
    wall,
)
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.method.feedback.letters import make_message, put_on_timeline

DAY = timedelta(days=1)
SPOKEN: dict[str, Callable[[Win], object]] = {
    "worded": lambda win: say_what_it_shows(win, shows="I stay calm."),
    "marked": lambda win: mark(win, treat="tea", now=NOW),
    "hidden": lambda win: hide(win, now=NOW),
    "forward": lambda win: answer_forward(win, words="", now=NOW),
}


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner)


def talk(application: Application, *, days: int = 1) -> Event:
    """Record that they asked for a talk so many days ago."""
    at = NOW - days * DAY
    event = add_event(
        application.person, application, kind=EventKind.INTERVIEW, at=at, now=NOW
    )
    catch_up(application.person, now=NOW)
    return event


def mail_of_talk(application: Application, *, days: int) -> Event:
    message = make_message(
        person=application.person, verdict="interview", sent_at=NOW - days * DAY
    )
    event = put_on_timeline(message, application)
    catch_up(application.person, now=NOW)
    return event


def correct(
    event: Event, *, kind: EventKind = EventKind.INTERVIEW, at: datetime = NOW - 2 * DAY
) -> Event:
    event.refresh_from_db()
    corrected = correct_event(event.person, event, kind=kind, at=at, now=NOW)
    catch_up(event.person, now=NOW)
    return corrected


def undo(event: Event) -> None:
    take_back(event.person, event, now=NOW)
    catch_up(event.person, now=NOW)


def kinds(person: Person) -> list[str]:
    """Return the wins on the wall, the earliest first."""
    return [win.kind for win in wall(person)][::-1]


@pytest.mark.postgresql
@pytest.mark.parametrize("said", SPOKEN)
def test_what_was_said_of_a_win_stays_when_its_day_is_corrected(
    owner: Person, application: Application, said: str
) -> None:
    event = talk(application)
    win = Win.objects.get()
    SPOKEN[said](win)
    was = Win.objects.values("shows", "treat", "marked_at", "hidden_at").get()
    corrected = correct(correct(event), at=NOW - 3 * DAY)
    (now_there,) = Win.objects.all()
    assert (now_there.pk, now_there.event, now_there.at) == (
        win.pk,
        corrected,
        NOW - 3 * DAY,
    )
    assert Win.objects.values(*was).get() == was
    assert asked_forward(owner, now=NOW) is None or said not in {"forward", "hidden"}
    assert [each.pk for each in hidden(owner)] == [win.pk] * (said == "hidden")


def test_set_back_and_brought_back_a_win_goes_along(
    owner: Person, application: Application
) -> None:
    event = talk(application)
    say_what_it_shows(Win.objects.get(), shows="I stay calm.")
    corrected = correct(event)
    undo(corrected)
    assert Win.objects.get().event == event
    bring_back(owner, corrected, now=NOW)
    catch_up(owner, now=NOW)
    assert [win.shows for win in wall(owner)] == ["I stay calm."]
    assert Win.objects.get().event == corrected


def test_what_turns_out_to_be_another_win_is_that_one_with_its_words(
    owner: Person, application: Application
) -> None:
    event = talk(application)
    say_what_it_shows(Win.objects.get(), shows="I stay calm.")
    offer = correct(event, kind=EventKind.OFFER)
    assert [(win.kind, win.shows) for win in wall(owner)] == [
        (WinKind.OFFER, "I stay calm.")
    ]
    no = correct(offer, kind=EventKind.REJECTION)
    assert kinds(owner) == []
    undo(no)
    assert [win.shows for win in wall(owner)] == ["I stay calm."]


def test_a_win_that_would_be_none_on_its_new_day_keeps_what_was_said_of_it(
    owner: Person, application: Application
) -> None:
    first = talk(application, days=9)
    second = talk(application, days=1)
    assert kinds(owner) == [WinKind.CALLBACK, WinKind.NEXT_STAGE]
    say_what_it_shows(Win.objects.get(event=second), shows="I came back.")
    correct(second, at=NOW - 8 * DAY)
    assert [win.shows for win in wall(owner)] == ["I came back.", ""]
    assert Win.objects.get(shows="").event == first


def test_what_was_taken_back_before_it_is_read_is_found_when_it_counts_again(
    owner: Person, application: Application
) -> None:
    event = add_event(
        owner, application, kind=EventKind.INTERVIEW, at=NOW - DAY, now=NOW
    )
    undo(event)
    assert not Win.objects.exists()
    bring_back(owner, event, now=NOW)
    catch_up(owner, now=NOW)
    assert kinds(owner) == [WinKind.CALLBACK]


@pytest.mark.postgresql
def test_older_mail_read_later_makes_the_next_round_of_what_was_the_first_call(
    owner: Person, application: Application
) -> None:
    mail_of_talk(application, days=2)
    older = mail_of_talk(application, days=15)
    assert kinds(owner) == [WinKind.CALLBACK, WinKind.NEXT_STAGE]
    undo(older)
    assert kinds(owner) == [WinKind.CALLBACK]
    bring_back(owner, older, now=NOW)
    catch_up(owner, now=NOW)
    assert kinds(owner) == [WinKind.CALLBACK, WinKind.NEXT_STAGE]


def test_older_mail_that_asked_a_day_before_leaves_one_win(
    owner: Person, application: Application
) -> None:
    mail_of_talk(application, days=2)
    older = mail_of_talk(application, days=3)
    assert [(win.kind, win.event) for win in wall(owner)] == [(WinKind.CALLBACK, older)]
    undo(older)
    assert kinds(owner) == [WinKind.CALLBACK]


@pytest.mark.parametrize("said", SPOKEN)
def test_what_the_person_said_something_of_is_not_read_otherwise(
    application: Application, said: str
) -> None:
    mail_of_talk(application, days=2)
    win = Win.objects.get()
    SPOKEN[said](win)
    mail_of_talk(application, days=15)
    win.refresh_from_db()
    assert win.kind == WinKind.CALLBACK
    assert Win.objects.count() == 2


def test_of_two_that_are_joined_only_the_first_call_is_one(owner: Person) -> None:
    one, two = (make_application(person=owner) for _ in range(2))
    talk(one, days=20)
    talk(two, days=2)
    assert kinds(owner) == [WinKind.CALLBACK, WinKind.CALLBACK]
    joined = merge(owner, one, other=two, now=NOW)
    catch_up(owner, now=NOW)
    assert kinds(owner) == [WinKind.CALLBACK, WinKind.NEXT_STAGE]
    undo(joined)
    assert kinds(owner) == [WinKind.CALLBACK, WinKind.CALLBACK]


def test_other_applications_and_earlier_wins_stay_as_they_are(
    owner: Person, application: Application
) -> None:
    talk(make_application(person=owner, company="Osier"), days=1)
    before = mail_of_talk(application, days=30)
    known = set(Win.objects.values_list("pk", flat=True))
    mail_of_talk(application, days=15)
    assert known < set(Win.objects.values_list("pk", flat=True))
    assert Win.objects.get(event=before).kind == WinKind.CALLBACK


@pytest.mark.postgresql
def test_a_forward_step_finished_twice_at_one_moment_is_one_win(owner: Person) -> None:
    own = add_own(owner, words="rang", kind=WinKind.OWN, day=NOW.date(), now=NOW)
    answer_forward(own, words="call Kim", now=NOW)
    one, two = ForwardStep.objects.get(), ForwardStep.objects.get()
    finish_forward(one, now=NOW)
    finish_forward(two, now=NOW)
    assert Win.objects.filter(words="call Kim").count() == 1
