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
from onward.jobs.models import Job, JobState, Schedule
from onward.jobs.services import (
    Progress,
    claim_next,
    enqueue,
    is_worker_here,
    show_worker,
)
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
from onward.project.worker import do_periodic_work, work_once
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


def gone_by(*jobs: Job) -> None:
    """Let so much time pass that a worker that shows nothing of itself is taken for gone."""
    long_ago = timezone.now() - OLD
    Schedule.objects.filter(kind="worker.seen").update(next_run_at=long_ago)
    for job in jobs:
        Job.objects.filter(pk=job.pk).update(leased_until=long_ago)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """Let each event take long, and the jobs named here run out of their lease in it."""
    jobs: list[Job] = []

    class Slow(Wins):
        def found(self, event: Event, now: datetime) -> None:
            gone_by(*jobs)

    monkeypatch.setattr("onward.method.plan.services.STEPS", (Slow(),))
    monkeypatch.setattr("onward.method.plan.services.LONG_BATCH", 2)
    return jobs


@pytest.mark.django_db
@pytest.mark.usefixtures("slow")
def test_a_worker_that_catches_everybody_up_is_seen_meanwhile(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[bool] = []

    def has_news_and_look(person: Person) -> bool:
        here.append(is_worker_here(now=timezone.now()))
        return has_news(person)

    backlog(owner, events=8)
    monkeypatch.setattr("onward.method.plan.services.has_news", has_news_and_look)
    do_periodic_work()
    _first, *later = here
    assert len(later) > 3
    assert all(later)


@pytest.mark.django_db
def test_a_job_keeps_its_lease_while_what_it_read_is_handed_over(
    owner: Person, slow: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = enqueue(owner, kind="mail.import", title="Reading", arguments={})
    taken_up: list[Job | None] = []

    def has_news_and_look(person: Person) -> bool:
        if slow:
            taken_up.append(claim_next("another", now=timezone.now()))
        return has_news(person)

    def read(running: Job, progress: Progress) -> dict[str, object]:
        backlog(owner, events=6)
        slow.append(running)
        return {}

    monkeypatch.setattr("onward.project.worker.find", {
        "onward.mail.jobs:import_mail": read,
        "onward.method.plan.services:catch_up": catch_up,
    }.__getitem__)  # fmt: skip
    monkeypatch.setattr("onward.method.plan.services.has_news", has_news_and_look)
    assert work_once("one")
    job.refresh_from_db()
    assert job.state == JobState.DONE
    assert len(taken_up) > 3
    assert set(taken_up) == {None}


@pytest.mark.django_db
def test_after_a_long_job_the_worker_shows_itself(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    enqueue(owner, kind="mail.import", title="Reading", arguments={})

    def read(_running: Job, _progress: Progress) -> dict[str, object]:
        gone_by()
        return {}

    monkeypatch.setattr("onward.project.worker.find", {
        "onward.mail.jobs:import_mail": read,
        "onward.method.plan.services:catch_up": catch_up,
    }.__getitem__)  # fmt: skip
    show_worker(now=timezone.now())
    assert work_once("one")
    assert is_worker_here(now=timezone.now())
