"""Deleting everything of the one person of a home, with the copies in it."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from pathlib import Path

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.project.home import DATABASE_FILE, home

_OWN = (
    *(f"{DATABASE_FILE}{ending}" for ending in ("", "-wal", "-shm", "-journal")),
    *("backups", "uploads", "passwords.json", "secret.key"),
    *("run.json", "start.lock", "alone.lock"),
)
"""What Onward keeps in its folder beside documents; whatever else lies there is not its own."""


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
    from onward.project.setup import start

    start()
    from onward.people.services import is_shared, local_person
    from onward.project.removing import kept_of, remove_person

    if is_shared():
        raise Stop(
            "Others sign in here too, and what they keep would go with it. Remove one person "
            "with: onward people remove ADDRESS"
        )
    person = local_person()
    if running_port() is not None:
        raise Stop("Onward is running. Stop it first (Ctrl+C in its window).")
    rows, copies = sum(kept_of(person).values()), _copies()
    if not yes:
        if not sys.stdin.isatty():
            raise Stop(
                "Nothing is deleted yet. To delete everything, give --yes.",
                ExitCode.USAGE,
            )
        click.echo(f"{rows} rows are kept in {home()}, files, and {copies}.")
        click.confirm("Delete all of it, for good?", abort=True)
    try:
        remove_person(person)
        _delete_own_files()
    except OSError as error:
        raise Stop(
            f"A file could not be deleted ({error}). Put its rights right, then run this "
            "again.",
            ExitCode.DISK,
        ) from error
    click.echo(
        f"Everything is deleted: {rows} rows, all files and passwords, and {copies}. "
        "Copies that you keep elsewhere still hold what was in them."
    )


def _copies() -> str:
    folder = home() / "backups"
    count = sum(1 for _ in folder.iterdir()) if folder.is_dir() else 0
    return "1 copy" if count == 1 else f"{count} copies"


def _delete_own_files() -> None:
    """Delete what Onward keeps in its folder, and the folder where nothing else is in it.

    Raises:
        OSError: If something cannot be deleted.
    """
    from django.db import connections

    from onward.documents.blobs import FOLDER

    connections.close_all()
    folder = home()
    for item in [folder / name for name in (*_OWN, FOLDER)] + list(
        folder.glob("restore-*")
    ):
        _delete(item)
    # A folder that is mounted or linked stays, empty.
    with suppress(OSError):
        folder.rmdir()


def _delete(item: Path) -> None:
    if item.is_dir() and not item.is_symlink():
        shutil.rmtree(item)
    else:
        item.unlink(missing_ok=True)
