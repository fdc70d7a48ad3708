"""Tables made at once are those that the migrations make, and an older home becomes one."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.program import environment

BEFORE_FEWER_INDEXES = ("applications", "0004_fill_what_waits")
"""The last schema that was in people's homes before tables were made at once."""

STEP_BY_STEP = """
from onward.project import setup
setup.is_first_start = lambda: False
setup.start()
"""
AN_OLDER_HOME = f"""
from onward.project import setup
setup.load()
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
executor = MigrationExecutor(connection)
with connection.constraint_checks_disabled():
    executor.migrate(executor.loader.graph.leaf_nodes())
from django.utils import timezone
from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_application, add_event
from onward.people.services import local_person
now = timezone.now()
person = local_person()
facts = {{"company": "Oakmere Foods", "role": "Driver"}}
application = add_application(person, facts=facts, applied_at=now, now=now)
add_event(person, application, kind=EventKind.INTERVIEW, at=now, now=now)
back = MigrationExecutor(connection)
with connection.constraint_checks_disabled():
    back.migrate([{BEFORE_FEWER_INDEXES!r}])
"""
WHAT_IS_THERE = """
from onward.project import setup
setup.start()
from onward.applications.models import Application, Event
from onward.applications.services import disagreements
from onward.people.services import local_person
row = Application.objects.get()
print(row.company, row.stage, Event.objects.count(), disagreements(local_person()))
"""


def run(code: str, *, home: Path, **surroundings: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**environment(home), **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def database(home: Path) -> Path:
    (found,) = home.glob("*.sqlite3")
    return found


def schema(path: Path) -> dict[str, Any]:
    """Return all tables by name: columns, keys to others, indexes and other conditions."""
    with sqlite3.connect(path) as connection:
        made = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
        )
        return {name: table(connection, name, sql or "") for name, sql in made}


def table(connection: sqlite3.Connection, name: str, sql: str) -> dict[str, Any]:
    def asked(what: str, of: str = name) -> list[tuple[Any, ...]]:
        return connection.execute(f'PRAGMA {what}("{of}")').fetchall()

    words = r'CHECK \(.+?\)|CONSTRAINT "\w+"|DEFERRABLE INITIALLY DEFERRED'
    return {
        # An added column stands last, a new table's in the order of its model.
        "columns": sorted(row[1:] for row in asked("table_info")),
        "keys": sorted(row[2:] for row in asked("foreign_key_list")),
        "indexes": sorted(
            (
                re.sub(r"autoindex.*", "own", index[1]),
                index[2:],
                [row[2:] for row in asked("index_xinfo", index[1])],
            )
            for index in asked("index_list")
        ),
        "conditions": sorted(re.findall(words, sql)),
    }


def notes(path: Path) -> list[Any]:
    """Return what Django itself notes in a database: migrations, kinds of rows, rights."""
    with sqlite3.connect(path) as connection:
        return [
            sorted(connection.execute(question).fetchall())
            for question in (
                "SELECT app, name FROM django_migrations",
                "SELECT app_label, model FROM django_content_type",
                "SELECT codename FROM auth_permission",
            )
        ]


def test_tables_made_at_once_are_those_that_the_migrations_make(tmp_path: Path) -> None:
    at_once, by_steps = tmp_path / "at-once", tmp_path / "by-steps"
    run("from onward.project import setup; setup.start()", home=at_once)
    run(STEP_BY_STEP, home=by_steps)
    assert schema(database(at_once)) == schema(database(by_steps))
    assert notes(database(at_once)) == notes(database(by_steps))
    assert len(schema(database(at_once))) > 40


def test_an_older_home_becomes_todays_with_all_that_is_in_it(tmp_path: Path) -> None:
    older, new = tmp_path / "older", tmp_path / "new"
    run(AN_OLDER_HOME, home=older)
    run("from onward.project import setup; setup.start()", home=new)
    assert schema(database(older)) != schema(database(new))
    assert run(WHAT_IS_THERE, home=older) == "Oakmere Foods interview 3 []"
    assert schema(database(older)) == schema(database(new))
    assert list((older / "backups").iterdir())


@pytest.mark.postgresql
@pytest.mark.skipif(
    "ONWARD_DATABASE" not in os.environ, reason="asks for a PostgreSQL of its own"
)
def test_an_older_postgresql_becomes_todays_too(tmp_path: Path) -> None:
    import psycopg

    address = os.environ["ONWARD_DATABASE"]
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE DATABASE older")
    own = address.rpartition("/")[0] + "/older"
    run(AN_OLDER_HOME, home=tmp_path, ONWARD_DATABASE=own)
    found = run(WHAT_IS_THERE, home=tmp_path, ONWARD_DATABASE=own)
    assert found == "Oakmere Foods interview 3 []"
