from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from onward.jobs.models import Job, JobState
from onward.jobs.rules import MAX_ATTEMPTS, retry_after
from onward.jobs.services import (
    LEASE,
    Cancelled,
    CannotGoOn,
    Progress,
    ask_to_stop,
    claim_next,
    enqueue,
    hold,
    is_left,
    run_here,
    run_job,
    run_waiting,
    show_worker,
    take_turn,
)
from onward.people.models import Person
from onward.people.services import close_account, open_account


def _job(person: Person) -> Job:
    return enqueue(person, kind="test", title="A piece of work", arguments={"n": 3})


def _count(job: Job, progress: Progress) -> Mapping[str, Any]:
    for done in range(job.arguments["n"]):
        progress(done=done, total=job.arguments["n"])
    return {"counted": job.arguments["n"]}


def _break(_job: Job, _progress: Progress) -> Mapping[str, Any]:
    raise OSError("the disk went away")


def test_work_is_claimed_once_and_done(owner: Person) -> None:
    job = _job(owner)
    claimed = claim_next("one", now=timezone.now())
    assert claimed == job
    assert claim_next("two", now=timezone.now()) is None
    assert claimed is not None
    run_job(claimed, _count)
    job.refresh_from_db()
    assert (job.state, job.result) == (JobState.DONE, {"counted": 3})


def test_work_of_a_dead_worker_is_taken_up_again(owner: Person) -> None:
    _job(owner)
    now = timezone.now()
    assert claim_next("dies", now=now) is not None
    assert claim_next("next", now=now + timedelta(seconds=30)) is None
    again = claim_next("next", now=now + timedelta(minutes=5))
    assert again is not None
    assert again.attempts == 2


def test_a_worker_that_lost_its_lease_cannot_finish_the_job(owner: Person) -> None:
    job = _job(owner)
    now = timezone.now()
    late = claim_next("late", now=now)
    claim_next("next", now=now + timedelta(minutes=5))
    assert late is not None
    run_job(late, lambda _job, _progress: {"by": "late"})
    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    assert job.leased_by == "next"


def test_work_whose_lease_is_renewed_meanwhile_is_not_taken(owner: Person) -> None:
    job = _job(owner)
    claimed = claim_next("one", now=timezone.now())
    assert claimed is not None
    Job.objects.update(leased_until=timezone.now() - timedelta(minutes=5))
    seen = Job.objects.get(pk=job.pk)
    calls: list[str] = []

    def twice(_job: Job, _progress: Progress) -> Mapping[str, Any]:
        calls.append("twice")
        return {}

    def work(_job: Job, progress: Progress) -> Mapping[str, Any]:
        progress(done=1)
        # Another had looked before that, and saw a lease that had run out.
        run_waiting(seen, twice)
        return {}

    assert run_job(claimed, work).state == JobState.DONE
    assert calls == []


def test_an_error_is_tried_again_later_and_then_said(owner: Person) -> None:
    job = _job(owner)
    now = timezone.now()
    for attempt in range(1, MAX_ATTEMPTS):
        claimed = claim_next("one", now=now + timedelta(hours=attempt))
        assert claimed is not None
        run_job(claimed, _break)
        job.refresh_from_db()
        assert job.state == JobState.WAITING
    last = claim_next("one", now=now + timedelta(hours=9))
    assert last is not None
    with pytest.raises(OSError, match="went away"):
        run_job(last, _break)
    job.refresh_from_db()
    assert (job.state, job.message) == (JobState.BROKEN, "the disk went away")


def test_work_that_kills_its_workers_is_given_up(owner: Person) -> None:
    job = _job(owner)
    now = timezone.now()
    for attempt in range(MAX_ATTEMPTS):
        assert claim_next(f"w{attempt}", now=now + timedelta(hours=attempt)) == job
    for late in (timedelta(0), 2 * LEASE):
        assert claim_next("last", now=now + timedelta(hours=99) + late) is None
    job.refresh_from_db()
    assert job.state == JobState.BROKEN


def test_work_at_the_command_line_goes_on_after_the_machine_slept(
    owner: Person,
) -> None:
    def sleep_twice(job: Job, progress: Progress) -> Mapping[str, Any]:
        for _time in range(2):
            Job.objects.update(leased_until=timezone.now() - timedelta(hours=8))
            # The worker beside it wakes first.
            assert claim_next("beside", now=timezone.now()) is None
            assert claim_next("beside", now=timezone.now()) is None
            assert hold(job)
        return _count(job, progress)

    job = run_here(owner, sleep_twice, kind="test", title="Here", arguments={"n": 3})
    assert job.state == JobState.DONE


def test_work_at_the_command_line_that_died_is_given_up(owner: Person) -> None:
    now = timezone.now()

    def die(_job: Job, _progress: Progress) -> Mapping[str, Any]:
        raise SystemExit(1)

    with pytest.raises(SystemExit):
        run_here(owner, die, kind="test", title="Here", arguments={})
    for late in (2 * LEASE, 4 * LEASE):
        assert claim_next("beside", now=now + late) is None
    assert Job.objects.get().state == JobState.BROKEN


def test_waiting_work_that_is_stopped_never_starts(owner: Person) -> None:
    job = _job(owner)
    ask_to_stop(job)
    assert claim_next("one", now=timezone.now()) is None
    job.refresh_from_db()
    assert job.state == JobState.STOPPED


def test_running_work_stops_at_its_next_word(owner: Person) -> None:
    job = _job(owner)
    claimed = claim_next("one", now=timezone.now())
    assert claimed is not None
    ask_to_stop(job)
    run_job(claimed, _count)
    job.refresh_from_db()
    assert job.state == JobState.STOPPED


def test_work_done_here_leaves_its_history(owner: Person) -> None:
    seen: list[int] = []

    def watch(*, done: int, total: int = 0, message: str = "") -> None:
        seen.append(done)

    job = run_here(
        owner, _count, kind="test", title="Here", arguments={"n": 2}, watch=watch
    )
    assert job.state == JobState.DONE
    assert seen == [0, 1]


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (Cancelled(), JobState.STOPPED),
        (KeyboardInterrupt(), JobState.STOPPED),
        (ValueError("odd"), JobState.BROKEN),
    ],
)
def test_work_done_here_says_how_it_ended(
    owner: Person, error: BaseException, state: JobState
) -> None:
    def stop(_job: Job, _progress: Progress) -> Mapping[str, Any]:
        raise error

    with pytest.raises(type(error)):
        run_here(owner, stop, kind="test", title="Here", arguments={})
    assert Job.objects.get().state == state


def test_of_many_workers_one_has_the_turn(owner: Person) -> None:
    now = timezone.now()
    every = timedelta(minutes=10)
    turns = [take_turn("tidy", every=every, now=now) for _ in range(3)]
    assert turns == [True, False, False]
    later = now + timedelta(minutes=11)
    assert [take_turn("tidy", every=every, now=later) for _ in range(2)] == [
        True,
        False,
    ]


@given(st.integers(-5, 10_000))
def test_waits_grow_and_end_at_an_hour(attempts: int) -> None:
    assert retry_after(attempts) <= retry_after(attempts + 1) <= timedelta(hours=1)


def test_a_waiting_job_is_done_here_unless_a_worker_has_it(owner: Person) -> None:
    calls: list[int] = []

    def work(job: Job, progress: Progress) -> dict[str, int]:
        calls.append(1)
        return {"done": 1}

    job = enqueue(owner, kind="test", title="Test", arguments={})
    assert run_waiting(job, work).state == JobState.DONE
    taken = enqueue(owner, kind="test", title="Test", arguments={})
    assert claim_next("other", now=timezone.now()) is not None
    assert run_waiting(taken, work).state == JobState.RUNNING
    assert calls == [1]


def test_whoever_has_work_under_way_comes_after_those_who_have_none(
    owner: Person, outsider: Person
) -> None:
    first, second = _job(owner), _job(owner)
    other = _job(outsider)
    now = timezone.now()
    taken = [claim_next(name, now=now) for name in ("one", "two", "three", "four")]
    assert taken == [first, other, second, None]


def test_work_that_no_worker_takes_is_known_to_be_left(owner: Person) -> None:
    job = _job(owner)
    now = timezone.now()
    assert not is_left(job, now=now)
    # None was ever there.
    assert is_left(job, now=now + timedelta(seconds=30))
    show_worker(now=now + timedelta(seconds=30))
    assert not is_left(job, now=now + timedelta(seconds=60))
    assert is_left(job, now=now + timedelta(minutes=5))


def test_work_that_waits_behind_other_work_is_not_left(
    owner: Person, outsider: Person
) -> None:
    now = timezone.now()
    _job(outsider)
    assert claim_next("one", now=now + timedelta(minutes=9)) is not None
    job = _job(owner)
    assert not is_left(job, now=now + timedelta(minutes=9, seconds=30))


def test_work_whose_worker_died_is_left_until_another_comes(owner: Person) -> None:
    _job(owner)
    now = timezone.now()
    show_worker(now=now)
    job = claim_next("dies", now=now)
    assert job is not None
    assert not is_left(job, now=now + timedelta(seconds=40))
    assert is_left(job, now=now + timedelta(minutes=3))
    run_job(job, _count)
    assert not is_left(job, now=now + timedelta(minutes=3))


def test_nothing_is_done_for_somebody_who_is_shut_out(owner: Person) -> None:
    _job(owner)
    close_account(owner)
    assert claim_next("one", now=timezone.now()) is None
    open_account(owner)
    assert claim_next("one", now=timezone.now()) is not None


def test_what_runs_for_somebody_ends_when_they_are_shut_out(owner: Person) -> None:
    def shut_out(job: Job, progress: Progress) -> Mapping[str, Any]:
        close_account(owner)
        return _count(job, progress)

    _job(owner)
    job = claim_next("one", now=timezone.now())
    assert job is not None
    assert run_job(job, shut_out).state == JobState.STOPPED


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied", "/srv/a/b"), "Permission denied"),
        (
            OSError("[Errno 28] No space: '/srv/on ward/b'"),
            "[Errno 28] No space: a file",
        ),
        (ValueError("cannot read /srv/onward/b.mbox now"), "cannot read a file now"),
        (ValueError(r"C:\Users\me\b.db is locked"), "a file is locked"),
        (ValueError("see https://host.example/a/b"), "see https://host.example/a/b"),
        (ValueError("5 km/h and/or more"), "5 km/h and/or more"),
        (
            CannotGoOn("Choose /home/me/mail once more."),
            "Choose /home/me/mail once more.",
        ),
        (ValueError(), "ValueError"),
    ],
)
def test_what_broke_is_said_without_a_path_of_the_machine(
    owner: Person, error: Exception, said: str
) -> None:
    def breaks(_job: Job, _progress: Progress) -> Mapping[str, Any]:
        raise error

    _job(owner)
    job = claim_next("one", now=timezone.now())
    assert job is not None
    run_job(job, breaks)
    assert job.message == said


def test_a_worker_that_is_told_to_stop_gives_its_job_back(owner: Person) -> None:
    def stop(_job: Job, _progress: Progress) -> Mapping[str, Any]:
        raise SystemExit(0)

    _job(owner)
    now = timezone.now()
    # More often than a job is tried: updates are no fault of the work.
    for _ in range(MAX_ATTEMPTS + 1):
        job = claim_next("one", now=now + timedelta(seconds=5))
        assert job is not None
        with pytest.raises(SystemExit):
            run_job(job, stop)
    job = claim_next("next", now=now + timedelta(seconds=5))
    assert job is not None
    assert run_job(job, _count).state == JobState.DONE


def test_work_of_somebody_who_is_removed_meanwhile_ends_quietly(
    outsider: Person,
) -> None:
    def remove(job: Job, progress: Progress) -> Mapping[str, Any]:
        outsider.delete()
        return _count(job, progress)

    _job(outsider)
    job = claim_next("one", now=timezone.now())
    assert job is not None
    run_job(job, remove)
    assert not Job.objects.exists()
