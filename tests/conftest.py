"""What every test may use: a cast of people."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

IS_POSTGRESQL = os.environ.get("ONWARD_TEST_DATABASE") == "postgresql"
LESS = 4 if IS_POSTGRESQL else 1
"""How many times fewer examples are tried there: most that can go wrong does on any database."""

# A slow or busy machine is no reason for a test to fail, and a run can be repeated.
settings.register_profile(
    "onward",
    deadline=None,
    derandomize=True,
    max_examples=100 // LESS,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("onward")

if TYPE_CHECKING:
    from django.test import Client

    from onward.people.models import Person


_MOST_CASES = 1
_MOST_OF_FILE = 5
_WHOLE_ROOMS = frozenset({"applications", "jobs", "people", "project"})
"""Rooms whose every test is run there, too: locks, numbers, who sees what."""
_REACHES_DATABASE = frozenset({"db", "transactional_db", "live_server"})


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """On PostgreSQL run only what reaches a database: the rest would be the same again.

    Of the cases of one test the first stands for the others, which differ in their words,
    and of a file the first few tests for the rest, which ask its tables the same; but where
    the test is marked as one of PostgreSQL's own, or is of a room that is run whole.
    """
    if not IS_POSTGRESQL:
        return
    found: dict[bool, list[pytest.Item]] = {True: [], False: []}
    cases: Counter[str] = Counter()
    of_file: Counter[str] = Counter()
    for item in items:
        name, case, _ = item.nodeid.partition("[")
        file, room = name.partition("::")[0], name.split("/")[1]
        cases[name] += 1
        is_enough = bool(case) and cases[name] > _MOST_CASES
        is_enough |= room not in _WHOLE_ROOMS and of_file[file] >= _MOST_OF_FILE
        is_run = _reaches_postgresql(item, is_enough=is_enough)
        of_file[file] += is_run
        found[is_run].append(item)
    config.hook.pytest_deselected(items=found[False])
    items[:] = found[True]


def _reaches_postgresql(item: pytest.Item, *, is_enough: bool) -> bool:
    marks = {mark.name for mark in item.iter_markers()}
    fixtures = set(getattr(item, "fixturenames", ()))
    if "once" in marks or (is_enough and "postgresql" not in marks):
        return False
    return bool(marks & {"django_db", "postgresql"} or fixtures & _REACHES_DATABASE)


@pytest.fixture
def owner(db: None) -> Person:
    """The local person whose home this is."""
    from tests.builders import make_person

    return make_person(name="Robin", is_local=True)


@pytest.fixture
def outsider(db: None) -> Person:
    """Somebody else, who must never see what is the owner's."""
    from tests.builders import make_person

    return make_person(name="Sasha")


@pytest.fixture
def owner_client(client: Client, owner: Person) -> Client:
    """A browser session of the owner."""
    client.force_login(owner)
    return client


@pytest.fixture
def outsider_client(outsider: Person) -> Client:
    """A browser session of the outsider."""
    from django.test import Client

    client = Client()
    client.force_login(outsider)
    return client


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": "/usr/bin/chromium",
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }
