"""What every command does first: the home, Django, and a database of the right age."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onward.core.errors import BadSetting, Stop
from onward.core.exit_codes import ExitCode
from onward.core.expressions import keep_compiled
from onward.project.first_start import is_first_start, make_tables
from onward.project.home import (
    DATABASE_FILE,
    home,
    not_ours,
    one_at_a_time,
    prepare_home,
)

# SQLite cannot open its shared memory in less.
_LEAST_ROOM = 100_000
# Any number that no other program takes in this database.
_START_LOCK = 7_038_521

if TYPE_CHECKING:
    from django.db.migrations.executor import MigrationExecutor

    from onward.people.models import Person


def start() -> None:
    """Prepare the home, set Django up and bring the database up to this version.

    Raises:
        Stop: If the home cannot be written (DISK) or the database cannot be used
            (DATABASE); the sentence says what to do.
    """
    load()
    from django.db import DatabaseError

    try:
        with one_at_a_time(), _one_host_at_a_time():
            _bring_up_to_date()
    except DatabaseError as error:
        raise Stop(database_sentence(error), _code_of(error)) from error
    except OSError as error:
        said = not_ours(error.filename or home(), error)
        raise storage_trouble(error) or Stop(said, ExitCode.DISK) from error


def start_for_person() -> Person:
    """Start as `start` does and return whose home it is, with their clock in use.

    Raises:
        Stop: As `start` says.
    """
    start()
    from django.utils import timezone

    from onward.core.dates import zone
    from onward.people.services import local_person

    person = local_person()
    timezone.activate(zone(person.time_zone))
    return person


def person_known_here() -> Person | None:
    """Return whose home it is, where one is here already; nothing is made or brought up to date."""
    if not (home() / DATABASE_FILE).is_file() or os.environ.get("ONWARD_DATABASE"):
        return None
    load(writes=False)
    from django.db import DatabaseError

    from onward.people.models import Person

    try:
        return Person.objects.filter(is_local=True).first()
    except DatabaseError:
        return None


def load(*, writes: bool = True) -> None:
    """Prepare the home and set Django up, without opening the database.

    Args:
        writes: False for a command that leaves nothing there, no expressions that it compiled.
    """
    try:
        keep_compiled(prepare_home(), writes=writes)
    except OSError as error:
        raise Stop(
            f"The data folder {home()} cannot be written ({error.strerror}). "
            "Make room or put it right, or set ONWARD_HOME to another folder.",
            ExitCode.DISK,
        ) from error
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.project.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except BadSetting as error:
        raise Stop(str(error), ExitCode.USAGE) from error
    except ImproperlyConfigured as error:
        if "psycopg" not in str(error):
            raise
        raise Stop(
            "ONWARD_DATABASE is a PostgreSQL database, and what speaks to one is not "
            'installed. Install it with: pip install "onward[postgres]"',
            ExitCode.DATABASE,
        ) from error


def is_resting(person: Person, *, now: datetime) -> bool:
    """Return whether a quiet window is on, which a step's command may not ask another step."""
    from onward.method.plan import today

    return today.is_resting(person, now)


def database_sentence(error: Exception) -> str:
    """Return what a database error means for the person, and what to do."""
    text = str(error)
    if "not a database" in text or "malformed" in text:
        return (
            f"The database in {home()} is damaged ({text}). Nothing was changed. "
            "Bring back a copy with: onward restore FILE"
        )
    if _is_full(text):
        return (
            f"The disk with {home()} is full. What was there before is still there. "
            "Make room, then try again."
        )
    if "locked" in text:
        return "Another Onward is writing at this moment. Try again shortly."
    if "readonly" in text or "unable to open" in text:
        return (
            f"The database in {home()} may not be written ({text}). Check its rights."
        )
    said = " ".join(text.split()).rstrip(".")
    if os.environ.get("ONWARD_DATABASE"):
        return (
            f"The database cannot be used: {said}. "
            "Start PostgreSQL, or check ONWARD_DATABASE."
        )
    return f"The database cannot be used: {said}. Run: onward doctor"


def is_passing(error: Exception) -> bool:
    """Return whether a database error says nothing of what is stored: locked, full, no rights."""
    return "locked" in str(error) or _code_of(error) == ExitCode.DISK


def storage_trouble(error: BaseException) -> Stop | None:
    """Return how a command ends on a full disk or an unusable database; None for the rest."""
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        where = error.filename or home()
        return Stop(
            f"The disk with {where} is full. What was there before is still there. "
            "Make room, then run this again.",
            ExitCode.DISK,
        )
    # A command that never came to Django has no database to be in trouble with.
    if "django.db" not in sys.modules:
        return None
    from django.db import OperationalError

    if isinstance(error, OperationalError):
        return Stop(database_sentence(error), _code_of(error))
    return None


def _is_full(text: str) -> bool:
    """Say whether a database error is that of a full disk, which SQLite names in three ways."""
    without_room = shutil.disk_usage(home()).free < _LEAST_ROOM
    is_vague = "disk I/O" in text or "unable to open" in text
    return "full" in text or (is_vague and without_room)


def _code_of(error: Exception) -> ExitCode:
    text = str(error)
    is_disk = "readonly" in text or "unable to open" in text or _is_full(text)
    return ExitCode.DISK if is_disk else ExitCode.DATABASE


@contextmanager
def _one_host_at_a_time() -> Iterator[None]:
    """Hold the database's own lock meanwhile: workers start on several hosts at once."""
    from django.db import connection

    if connection.vendor == "sqlite":
        yield
        return
    from onward.people.alone import held_in_database

    with held_in_database(_START_LOCK):
        yield


def _bring_up_to_date() -> None:
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    newer = unknown_migrations(executor)
    if newer:
        raise Stop(
            f"The database in {home()} was written by a newer Onward ({newer[0]}). "
            "Nothing was changed. Update Onward, or use another folder by ONWARD_HOME.",
            ExitCode.DATABASE,
        )
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if executor.loader.applied_migrations:
        _copy_before_change()
    if connection.vendor != "sqlite":
        call_command("migrate", verbosity=0, interactive=False)
        return
    # All or nothing: a start that is killed half-way leaves the database as it was.
    with connection.constraint_checks_disabled(), transaction.atomic():
        if is_first_start():
            make_tables(executor)
        else:
            call_command("migrate", verbosity=0, interactive=False)


def unknown_migrations(executor: MigrationExecutor) -> list[str]:
    """Return the database's migrations of our rooms that this program does not know."""
    from django.apps import apps

    ours = {c.label for c in apps.get_app_configs() if c.name.startswith("onward.")}
    known = set(executor.loader.disk_migrations)
    applied = executor.loader.applied_migrations
    return sorted(f"{app}.{name}" for app, name in set(applied) - known if app in ours)


def _copy_before_change() -> None:
    """Keep a copy of an older SQLite database before its migration."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return
    folder = home() / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    copy_sqlite(folder / f"before-update-{stamp}.sqlite3")


def copy_sqlite(target: Path) -> None:
    """Write a whole, consistent copy of the open SQLite database to `target`.

    Raises:
        OSError, DatabaseError: If it cannot be written; no half copy stays behind.
    """
    from django.db import connection

    draft = target.with_name(f".{target.name}.part")
    draft.unlink(missing_ok=True)
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(draft)])
        draft.chmod(0o600)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
