"""Deleting everything of the one person of a home, with the copies in it."""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.core.expressions import forget_compiled
from onward.project.backup import is_copy
from onward.project.home import DATABASE_FILE, home
from onward.project.salvage import Salvage, salvaged

if TYPE_CHECKING:
    from onward.people.models import Person

_OWN = (
    *(f"{DATABASE_FILE}{ending}" for ending in ("", "-wal", "-shm", "-journal")),
    *("backups", "uploads", "secret.key", "passwords.json", "passwords.json.broken"),
    *("run.json", "start.lock", "alone.lock"),
)
"""What Onward keeps in its folder beside documents; whatever else lies there is not its own."""

_MADE = {
    "backups": re.compile(
        r"onward-\d{4}(-\d\d){2}-\d{6}\.zip|\.onward-.+\.part"
        r"|before-update-\d{8}-\d{6}\.sqlite3|\.before-update-.+\.part"
        r"|before-restore-\d{4}(-\d\d){2}-\d{6}-\d+"
    ),
    # Both have a folder for each person, or each upload, called by its number.
    "blobs": re.compile(r"[0-9a-f]{32}"),
    "uploads": re.compile(r"[0-9a-f]{32}"),
}
"""How what Onward writes into its folders is called."""


@click.command(
    "delete-everything",
    epilog="Example: onward delete-everything\n\n"
    + exit_code_help(ExitCode.USAGE, ExitCode.DATABASE, ExitCode.DISK),
)
@click.option("--yes", is_flag=True, help="Do not ask before deleting.")
def delete_command(yes: bool) -> None:
    """Delete everything that Onward keeps of you here, for good.

    The copies under backups/ in the data folder are deleted with it, and the passwords of
    mail servers. Copies elsewhere, and your mail itself, stay as they are.
    """
    from onward.project.run import running_port
    from onward.project.setup import load

    load()
    if running_port() is not None:
        raise Stop("Onward is running. Stop it first (Ctrl+C in its window).")
    person, rows = _kept()
    left = salvaged() if person is None else None
    if left is not None and left.others:
        raise Stop(_SHARED)
    copies = _copies()
    _ask(yes, _amount(rows, copies=copies))
    try:
        if person is not None and not _is_removed(person):
            rows, left = None, salvaged()
        if left is not None:
            _forget_passwords(left)
        _delete_own_files()
    except OSError as error:
        raise Stop(
            f"A file could not be deleted ({error}). Put its rights right, then run this "
            "again.",
            ExitCode.DISK,
        ) from error
    click.echo(_said(rows, copies=copies, left=left))


_SHARED = (
    "Others sign in here too, and what they keep would go with it. Remove one person "
    "with: onward people remove ADDRESS"
)


def _kept() -> tuple[Person | None, int | None]:
    """Return whose home it is and how many rows are kept; None where the database is damaged."""
    from onward.people.services import is_shared, local_person
    from onward.project.removing import kept_of
    from onward.project.setup import start

    database = home() / DATABASE_FILE
    is_ours = not os.environ.get("ONWARD_DATABASE") and database.exists()
    if is_ours and not database.stat().st_size:
        return None, None
    try:
        start()
        is_others = is_shared()
        person = local_person()
        rows = sum(kept_of(person).values())
    except Exception as error:
        if not _is_damage(error):
            raise
        return None, None
    if is_others:
        raise Stop(_SHARED)
    return person, rows


def _is_damage(error: Exception) -> bool:
    """Return whether an error says that what is stored in the home cannot be read."""
    from django.db import DatabaseError, connection

    from onward.project.setup import is_passing

    cause = error.__cause__ if isinstance(error, Stop) else error
    if connection.vendor != "sqlite":
        return False
    if isinstance(cause, DatabaseError):
        return not is_passing(cause)
    return isinstance(cause, (ValueError, TypeError))


def _is_removed(person: Person) -> bool:
    """Delete a person with all of theirs; say whether the database let that be done."""
    from onward.project.removing import remove_person

    try:
        remove_person(person)
    except Exception as error:
        if isinstance(error, OSError) or not _is_damage(error):
            raise
        return False
    return True


def _amount(rows: int | None, *, copies: str) -> str:
    if rows is not None:
        return f"{rows} rows are kept in {home()}, files, and {copies}."
    return (
        f"The database in {home()} is damaged: how much is in it, and whether others sign "
        f"in here too, cannot be told. There are files beside it, and {copies}."
    )


def _ask(yes: bool, amount: str) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise Stop(
            "Nothing is deleted yet. To delete everything, give --yes.",
            ExitCode.USAGE,
        )
    click.echo(amount)
    click.confirm("Delete all of it, for good?", abort=True)


def _forget_passwords(left: Salvage) -> None:
    """Delete the passwords that the keyring of this computer keeps, as far as their names are known."""
    from onward.mail.models import ImapAccount
    from onward.mail.services.accounts import forget_secrets
    from onward.mail.services.own_model import forget_key
    from onward.method.feedback.services.sending import forget_secret
    from onward.people.models import Person

    for name in left.accounts:
        forget_secrets(ImapAccount(pk=name))
    for name in left.people:
        forget_key(Person(pk=name))
        forget_secret(Person(pk=name))


def _said(rows: int | None, *, copies: str, left: Salvage | None) -> str:
    what = "the damaged database" if rows is None else f"{rows} rows"
    words = [f"Everything is deleted: {what}, all files and passwords, and {copies}."]
    if rows is None:
        words.append("How much was in the database could not be told.")
    if left is not None and not left.is_whole:
        words.append(
            "Nor could all the names of passwords that the keyring of this computer may "
            "keep: look there for entries named “onward”."
        )
    words.append("Copies that you keep elsewhere still hold what was in them.")
    return " ".join(words)


def _copies() -> str:
    folder = home() / "backups"
    if folder.is_symlink():
        count = len(_held_behind(folder))
    else:
        count = sum(1 for _ in folder.iterdir()) if folder.is_dir() else 0
    return "1 copy" if count == 1 else f"{count} copies"


def _held_behind(link: Path) -> list[Path]:
    """Return what Onward wrote into a folder of its own that is a link to another place."""
    if not link.is_dir():
        return []
    mine = _MADE.get(link.name)
    return [
        item
        for item in sorted(link.resolve().iterdir())
        if (mine is not None and mine.fullmatch(item.name))
        or (link.name == "backups" and item.is_file() and is_copy(item))
    ]


def _delete_own_files() -> None:
    """Delete what Onward keeps in its folder, and the folder where nothing else is in it.

    Raises:
        OSError: If something cannot be deleted.
    """
    from django.db import connections

    connections.close_all()
    folder = home()
    forget_compiled(folder)
    # What broke off while a copy was written, or brought back, holds the same.
    begun = [*folder.glob("restore-*"), *folder.glob("backup-????????")]
    for item in own_paths() + begun:
        _delete(item)
    # A folder that is mounted or linked stays, empty.
    with suppress(OSError):
        folder.rmdir()


def own_paths() -> list[Path]:
    """Return where in its folder Onward keeps what is its own, there or not."""
    from onward.documents.blobs import FOLDER

    return [home() / name for name in (*_OWN, FOLDER)]


def _delete(item: Path) -> None:
    if item.is_symlink() and item.is_dir():
        # Other things may lie where a link leads: there, only what is surely Onward's goes.
        for held in _held_behind(item):
            _delete(held)
    if item.is_dir() and not item.is_symlink():
        shutil.rmtree(item)
    else:
        item.unlink(missing_ok=True)
