"""A press hands over what it did and one batch; nothing of a large backlog is lost."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event, correct_event
from onward.jobs.models import Schedule
from onward.method.order import STEPS
from onward.method.plan.models import CarePlan, Cursor
from onward.method.plan.news import has_news
from onward.method.plan.services import (
    BATCH,
    MOST_AHEAD,
    catch_up,
    catch_up_briefly,
)
from onward.method.plan.today import is_resting
from onward.method.wins.models import Win
from onward.method.wins.step import Wins
from onward.people.models import Person
from onward.project.periodic import catch_up_everyone
from onward.project.worker import do_periodic_work
from tests.builders import make_application, make_person

BEHIND = "still taking in what came lately"
OLD = timedelta(days=30)


class _Told(Wins):
    """A real step that also writes down which events it was told of."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.applications: dict[object, list[int]] = {}

    def found(self, event: Event, now: datetime) -> None:
        self.numbers.append(event.number)
        self.applications.setdefault(event.application_id, []).append(event.number)
        super().found(event, now)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> _Told:
    step = _Told()
    steps = tuple(step if isinstance(one, Wins) else one for one in STEPS)
    monkeypatch.setattr("onward.method.plan.services.STEPS", steps)
    return step


def backlog(person: Person, *, events: int) -> list[Application]:
    """Let this many events wait, two for each application."""
    long_ago = timezone.now() - OLD
    made = []
    for number in range(events // 2):
        application = make_application(
            person=person, company=f"Acme {number}", applied_at=long_ago
        )
        kind = EventKind.INTERVIEW if number % 2 else EventKind.REJECTION
        add_event(person, application, kind=kind, at=long_ago, now=long_ago)
        made.append(application)
    return made


def press_no(client: Client, application: Application) -> str:
    """Record a no of today on the page, and return the page that it leads to."""
    typed = {"kind": "rejection", "day": timezone.localdate().isoformat()}
    path = f"/applications/{application.pk}/record/"
    return client.post(path, typed, follow=True).content.decode()


@pytest.mark.django_db
def test_a_press_hands_over_what_it_did_and_one_batch(
    owner: Person, owner_client: Client, told: _Told
) -> None:
    behind = backlog(owner, events=220)
    page = press_no(owner_client, behind[-1])
    assert len(told.numbers) <= BATCH + 10
    assert is_resting(owner, timezone.now())
    assert BEHIND in page
    assert Event.objects.latest("number").number in told.numbers
    press_no(owner_client, behind[-2])
    assert len(told.numbers) <= 2 * BATCH + 20


@pytest.mark.django_db
def test_what_a_press_left_is_taken_at_once_by_a_worker(
    owner: Person, owner_client: Client, told: _Told
) -> None:
    do_periodic_work()
    behind = backlog(owner, events=220)
    press_no(owner_client, behind[-1])
    assert Schedule.objects.get(kind="plan.catch_up").next_run_at <= timezone.now()
    do_periodic_work()
    every = Event.objects.for_person(owner)
    assert Counter(told.numbers) == Counter(every.values_list("number", flat=True))
    assert all(numbers == sorted(numbers) for numbers in told.applications.values())
    assert Cursor.objects.get().ahead == []
    noes = every.filter(kind=EventKind.REJECTION)
    assert CarePlan.objects.count() == noes.count()
    assert BEHIND not in owner_client.get("/").content.decode()


@pytest.mark.django_db
def test_what_was_handed_ahead_does_not_come_again(
    owner: Person, owner_client: Client
) -> None:
    behind = backlog(owner, events=160)
    typed = {"kind": "interview", "day": timezone.localdate().isoformat()}
    path = f"/applications/{behind[-1].pk}/record/"
    owner_client.post(path, typed)
    ahead = Win.objects.filter(event__application=behind[-1])
    assert ahead.exists()
    ahead.delete()
    catch_up_everyone()
    assert not ahead.exists()
    assert not has_news(owner)


@pytest.mark.django_db
def test_a_correction_goes_on_with_a_no_that_waited(owner: Person) -> None:
    behind = backlog(owner, events=160)
    began = timezone.now()
    application = behind[-2]
    no = Event.objects.get(application=application, kind=EventKind.REJECTION)
    correct_event(
        owner, no, kind=EventKind.POSITION_CLOSED, at=no.at, now=timezone.now()
    )
    corrected = Event.objects.get(
        application=application, kind=EventKind.POSITION_CLOSED
    )
    assert not catch_up_briefly(owner, since=began, now=timezone.now())
    assert CarePlan.objects.get(event=corrected).origin == no


@pytest.mark.django_db
def test_too_much_of_one_application_waits_its_turn(owner: Person, told: _Told) -> None:
    backlog(owner, events=120)
    long_one = make_application(person=owner, company="Long")
    began = timezone.now()
    for _ in range(MOST_AHEAD + 5):
        add_event(owner, long_one, kind=EventKind.NOTE, at=began, now=began)
    assert not catch_up_briefly(owner, since=began, now=timezone.now())
    assert told.numbers == list(range(1, BATCH + 1))
    while not catch_up_briefly(owner, since=timezone.now(), now=timezone.now()):
        pass
    last = Event.objects.latest("number").number
    assert told.numbers == list(range(1, last + 1))


@pytest.mark.django_db(transaction=True)
def test_presses_and_workers_at_once_tell_each_event_once(told: _Told) -> None:
    person = make_person(name="Robin")
    behind = backlog(person, events=220)
    troubles: list[BaseException] = []

    def press(application: Application) -> None:
        try:
            now = timezone.now()
            add_event(person, application, kind=EventKind.REPLY, at=now, now=now)
            catch_up_briefly(person, since=now, now=timezone.now())
        except Exception as error:
            troubles.append(error)
        finally:
            connection.close()

    def work() -> None:
        try:
            catch_up(person, now=timezone.now())
        except Exception as error:
            troubles.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=(one,)) for one in behind[-3:]]
    threads += [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    catch_up(person, now=timezone.now())
    numbers = Event.objects.for_person(person).values_list("number", flat=True)
    assert Counter(told.numbers) == Counter(numbers)
    assert Cursor.objects.get().ahead == []
