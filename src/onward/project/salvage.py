"""What a damaged database, or its copies, still tell of whom it is and whose passwords are kept."""

from __future__ import annotations

import sqlite3
import tempfile
import uuid
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from onward.project.home import DATABASE_FILE, home

# Packed with a password, it says RuntimeError.
_NOT_UNPACKED = (
    *(OSError, EOFError, KeyError, RuntimeError, ValueError),
    *(zipfile.BadZipFile, zlib.error),
)
_ACCOUNTS = "SELECT id FROM mail_imapaccount"
_PEOPLE = "SELECT id FROM people_person"
_OTHERS = "SELECT id FROM people_person WHERE NOT is_local"


@dataclass(slots=True)
class Salvage:
    """What could be read.

    Attributes:
        accounts: The mailboxes, by whose identities the keyring names their passwords.
        people: The people, likewise.
        others: Those of them who sign in.
        is_whole: The database itself told all three.
    """

    accounts: set[uuid.UUID] = field(default_factory=set)
    people: set[uuid.UUID] = field(default_factory=set)
    others: set[uuid.UUID] = field(default_factory=set)
    is_whole: bool = True


def salvaged() -> Salvage:
    """Return what the home's SQLite file still tells, and where it breaks off its copies."""
    found = Salvage()
    found.is_whole = _read(home() / DATABASE_FILE, found)
    if not found.is_whole:
        for copy in _copies():
            _read(copy, found)
    return found


def _copies() -> Iterator[Path]:
    folder = home() / "backups"
    yield from folder.glob("*.sqlite3")
    for archive in folder.glob("*.zip"):
        with tempfile.TemporaryDirectory(dir=home(), prefix="backup-") as place:
            try:
                with zipfile.ZipFile(archive) as packed:
                    yield Path(packed.extract(DATABASE_FILE, place))
            except _NOT_UNPACKED:
                continue


def _read(database: Path, found: Salvage) -> bool:
    """Add what a database tells; return whether it told all."""
    queries = (
        (_ACCOUNTS, found.accounts),
        (_PEOPLE, found.people),
        (_OTHERS, found.others),
    )
    # What one table does not tell any more, the next may.
    told = [_add(database, query, known) for query, known in queries]
    return all(told)


def _add(database: Path, query: str, known: set[uuid.UUID]) -> bool:
    try:
        address = f"file:{quote(str(database))}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as opened:
            # Row by row: what comes before the damage counts.
            for (name,) in opened.execute(query):
                known.add(uuid.UUID(name))
    except (sqlite3.Error, ValueError, TypeError, AttributeError):
        return False
    return True
