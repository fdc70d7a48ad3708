"""What a worker writes to its log: that it is here, and what goes wrong, not each second."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from django.db import OperationalError

from onward.project import worker
from onward.project.worker import Troubles, work_until
from tests.program import PROGRAM, environment

AWAY = OperationalError("connection refused\n\tIs the server running?")


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("onward.project.worker.time.monotonic", clock)
    return clock


def test_a_database_that_is_away_is_told_once_a_minute_and_that_it_is_back(
    clock: Clock,
) -> None:
    said: list[str] = []
    troubles = Troubles(said.append)
    for second in range(150):
        clock.now = 1000.0 + second
        # It says so in other words while it shuts down than when it is gone.
        troubles.met(AWAY if second % 2 else OperationalError("shutting down"))
    assert said == ["shutting down"] * 3
    troubles.none_met()
    troubles.none_met()
    assert said[3:] == ["the database answers again; work goes on."]
    troubles.met(AWAY)
    assert said[4:] == ["connection refused Is the server running?"]


def test_other_troubles_are_told_once_a_minute_and_none_is_said_to_be_over(
    clock: Clock,
) -> None:
    said: list[str] = []
    troubles = Troubles(said.append)
    for error in (ValueError("one"), ValueError("one"), KeyError(), ValueError("two")):
        troubles.met(error)
        clock.now += 1
    clock.now += 60
    troubles.met(ValueError("three"))
    troubles.none_met()
    assert said == ["one", "KeyError", "three"]


@pytest.mark.django_db(transaction=True)
def test_a_worker_goes_on_when_the_database_is_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rounds = iter([False] * 5 + [True])
    tries = iter([True, True, True, False, False])

    def work_once(_worker: str) -> bool:
        if next(tries):
            raise AWAY
        return True

    monkeypatch.setattr(worker, "work_once", work_once)
    monkeypatch.setattr(worker, "do_periodic_work", lambda: None)
    monkeypatch.setattr(worker, "IDLE_SECONDS", 0)
    work_until(lambda: next(rounds))
    assert capsys.readouterr().err.splitlines() == [
        "onward worker: connection refused Is the server running?",
        "onward worker: the database answers again; work goes on.",
    ]


def test_a_worker_says_that_it_started_and_that_it_ends(tmp_path: Path) -> None:
    with subprocess.Popen(
        [PROGRAM, "worker"],
        env=environment(tmp_path),
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        assert (
            process.stderr.readline()
            == f"onward worker: started, for the data folder {tmp_path}.\n"
        )
        process.terminate()
        assert process.stderr.read() == "onward worker: stopped.\n"
    assert process.returncode == 0
