"""`onward backup` and `onward restore`: a whole, consistent copy of the home."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from onward import __version__
from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.core.expressions import FILE
from onward.core.text import shown_path
from onward.project.home import DATABASE_FILE, home

_NOTE = "onward-backup.json"
# Passwords of mail servers stay out of copies that travel: they are typed again.
_NOT_COPIED = frozenset(
    {"backups", "uploads", "run.json", "start.lock", "alone.lock", FILE}
    | {"passwords.json", "passwords.json.broken"}
)


@click.command(
    "backup",
    epilog="Example: onward backup ~/onward-copy.zip\n\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK),
)
@click.argument("target", required=False, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
def backup_command(target: Path | None, force: bool) -> None:
    """Write everything to one zip file; safe while Onward is running.

    Without TARGET it goes to the data folder, under backups/.
    """
    from onward.project.setup import start

    start()
    _needs_sqlite("copy it with pg_dump")
    path = (target or _default_target()).expanduser().absolute()
    if path.exists() and not force:
        raise Stop(
            f"{path} is there already. Choose another name, or add --force.",
            ExitCode.DISK,
        )
    try:
        if target is None:
            path.parent.mkdir(mode=0o700, exist_ok=True)
        left_out = write_backup(path)
    except (OSError, sqlite3.Error) as error:
        raise Stop(
            f"The copy could not be written to {path} ({error}). "
            "Choose another place; nothing was changed.",
            ExitCode.DISK,
        ) from error
    if not left_out:
        click.echo(f"Everything is copied to {path}")
        return
    click.echo(f"Copied to {path}")
    _tell_left_out(left_out)


def _tell_left_out(left_out: list[Path]) -> None:
    links = [path for path in left_out if (home() / path).is_symlink()]
    named = [path for path in left_out if path not in links]
    for paths, why, what in (
        (named, "no zip can name it", "Give it another name, then copy again."),
        (links, "it is a link to another place", "Copy what is there yourself."),
    ):
        if paths:
            names = ", ".join(map(shown_path, paths))
            click.echo(f"Left out, since {why}: {names}. {what}", err=True)


def _default_target() -> Path:
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    return home() / "backups" / f"onward-{stamp}.zip"


def _needs_sqlite(instead: str) -> None:
    from django.db import connection

    if connection.vendor != "sqlite":
        raise Stop(
            f"This Onward keeps its data in PostgreSQL: {instead}, and the files of "
            f"{home()} besides. See docs/user/several_people.md.",
            ExitCode.DATABASE,
        )


def write_backup(path: Path) -> list[Path]:
    """Write the database and all other files of the home to a zip, whole or not at all.

    Returns:
        What is not in it: files named in other bytes than UTF-8, and links that lead to
        a folder that is not Onward's, or to nothing.
    """
    from onward.project.setup import copy_sqlite

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    with tempfile.TemporaryDirectory(dir=home(), prefix="backup-") as folder:
        database = Path(folder) / DATABASE_FILE
        copy_sqlite(database)
        try:
            with zipfile.ZipFile(
                draft,
                "w",
                zipfile.ZIP_DEFLATED,
                # A file's day may lie before the first that a zip can name.
                strict_timestamps=False,
            ) as archive:
                archive.writestr(_NOTE, json.dumps(_note()))
                archive.write(database, DATABASE_FILE)
                files, left_out = _other_files(Path(folder))
                for file in files:
                    name = file.relative_to(home())
                    if shown_path(name) != str(name):
                        left_out.append(name)
                        continue
                    # What was deleted meanwhile is not to be in it either.
                    with suppress(FileNotFoundError):
                        archive.write(file, name.as_posix())
            draft.chmod(0o600)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    return left_out


def _note() -> dict[str, Any]:
    made_at = datetime.now().astimezone().isoformat()
    return {"onward": __version__, "made_at": made_at}


def _other_files(temporary: Path) -> tuple[list[Path], list[Path]]:
    """Return the files to copy, and the links below the home that are not followed."""
    found: list[Path] = []
    links: list[Path] = []
    seen = {home().resolve()}
    for place, folders, names in os.walk(home(), followlinks=True):
        folder = Path(place)
        for name in list(folders):
            path = folder / name
            if path == temporary or not _is_copied(path):
                folders.remove(name)
            elif path.is_symlink() and not _leads_on(path, seen):
                folders.remove(name)
                links.append(path.relative_to(home()))
        for path in (folder / name for name in names):
            if not _is_copied(path):
                continue
            if path.is_file() and not is_copy(path):
                found.append(path)
            elif path.is_symlink() and not path.exists():
                links.append(path.relative_to(home()))
    return sorted(found), sorted(links)


def _is_copied(path: Path) -> bool:
    return (
        path.relative_to(home()).parts[0] not in _NOT_COPIED
        and not path.name.startswith(DATABASE_FILE)
        and not path.name.endswith(".part")
    )


def is_copy(path: Path) -> bool:
    """Say whether a file is an earlier copy: each later one would hold it, and grow."""
    if path.suffix.lower() != ".zip":
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return {_NOTE, DATABASE_FILE} <= set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def _leads_on(link: Path, seen: set[Path]) -> bool:
    """Say whether a linked folder is one of documents, and none that was walked already."""
    from onward.documents.blobs import FOLDER

    end = link.resolve()
    if link.relative_to(home()).parts[0] != FOLDER or end in seen:
        return False
    seen.add(end)
    return True


@click.command(
    "restore",
    epilog="Example: onward restore ~/onward-copy.zip\n\n"
    + exit_code_help(ExitCode.NOT_FOUND, ExitCode.DATABASE, ExitCode.DISK),
)
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask before replacing what is there.")
def restore_command(source: Path, yes: bool) -> None:
    """Bring a copy back; what is in the data folder now is kept beside it."""
    from onward.project.run import running_port
    from onward.project.setup import load

    path = source.expanduser()
    if not path.is_file():
        raise Stop(f"There is no file {path}.", ExitCode.NOT_FOUND)
    load()
    _needs_sqlite("bring a copy back with pg_restore")
    if running_port() is not None:
        raise Stop("Onward is running. Stop it first (Ctrl+C in its window).")
    if (home() / DATABASE_FILE).exists() and not yes:
        click.confirm(
            f"Replace what is in {home()}? It is kept beside the copy.", abort=True
        )
    kept = restore(path)
    click.echo(f"The copy is in place in {home()}.")
    if kept is not None:
        click.echo(f"What was there before is kept in {kept}")


def restore(path: Path) -> Path | None:
    """Unpack a backup into the home; return where the earlier content is kept, if any.

    The copy is unpacked and checked beside the home first: a damaged one changes nothing.

    Raises:
        Stop: If the file is no whole backup.
    """
    fresh = Path(tempfile.mkdtemp(prefix="restore-", dir=home()))
    try:
        _unpack(path, fresh)
        _check_database(fresh / DATABASE_FILE, name=path.name)
        return _exchange(fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _unpack(path: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if _NOTE not in names or DATABASE_FILE not in names:
                raise Stop(
                    f"{path} is no Onward backup. Choose a file that onward backup made.",
                    ExitCode.DATABASE,
                )
            for name in names:
                if name != _NOTE:
                    # ZipFile.extract drops absolute paths and "..".
                    archive.extract(name, folder)
    except RuntimeError as error:
        # An unknown way of packing is one too.
        raise Stop(
            f"{path} is packed with a password, or in a way that cannot be unpacked here. "
            "Unpack it with the program that packed it, pack it without a password, "
            "and restore that. Nothing was changed.",
            ExitCode.DATABASE,
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
        raise Stop(
            f"{path} is damaged ({error}). Nothing was changed; try an earlier copy.",
            ExitCode.DATABASE,
        ) from error
    except OSError as error:
        raise Stop(
            f"There was no room for the copy ({error.strerror}). Nothing was changed.",
            ExitCode.DISK,
        ) from error


def _check_database(database: Path, *, name: str) -> None:
    try:
        connection = sqlite3.connect(database)
        try:
            (answer,) = connection.execute("PRAGMA integrity_check").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        answer = str(error)
    if answer != "ok":
        raise Stop(
            f"The database in {name} is damaged ({answer}). Nothing was changed.",
            ExitCode.DATABASE,
        )


def _exchange(fresh: Path) -> Path | None:
    """Set aside what the home holds and move the copy in; either all of it or nothing."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    aside = home() / "backups" / f"before-restore-{stamp}-{os.getpid()}"
    moved: list[tuple[Path, Path]] = []
    try:
        kept = aside if _set_aside(aside, moved) else None
        for item in sorted(fresh.iterdir()):
            _move(item, home() / item.name, moved)
    except OSError as error:
        where = error.filename or home()
        _put_back(moved, aside=aside)
        raise Stop(
            f"What is in {home()} could not be moved ({error.strerror}: {where}). Nothing "
            "was changed. Where a folder in it is a disk of its own, bring the copy back "
            "into another data folder: set ONWARD_HOME to it.",
            ExitCode.DISK,
        ) from error
    return kept


def _move(source: Path, target: Path, moved: list[tuple[Path, Path]]) -> None:
    source.replace(target)
    moved.append((source, target))


def _put_back(moved: list[tuple[Path, Path]], *, aside: Path) -> None:
    """Undo moves, the last one first.

    Raises:
        Stop: If one cannot be undone; it says where that lies now.
    """
    stuck = []
    for source, target in reversed(moved):
        try:
            target.replace(source)
        except OSError:
            stuck.append(target)
    # A dated folder that holds nothing is none to keep.
    with suppress(OSError):
        aside.rmdir()
    if stuck:
        raise Stop(
            "The copy could not be brought back, and this could not be put back where it "
            f"was: {', '.join(map(str, stuck))}. Move it to {home()} yourself.",
            ExitCode.DISK,
        )


def _set_aside(folder: Path, moved: list[tuple[Path, Path]]) -> bool:
    """Move what the home holds now into a folder; say whether there was a database."""
    now = [
        item
        for item in home().iterdir()
        if item.name not in _NOT_COPIED and not item.name.startswith("restore-")
    ]
    if not any(item.name == DATABASE_FILE for item in now):
        return False
    folder.mkdir(parents=True, mode=0o700)
    for item in now:
        _move(item, folder / item.name, moved)
    return True
