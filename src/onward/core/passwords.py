"""Passwords of mail servers: in the system's keyring, or in a file that only its owner reads."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

_ONE_AT_A_TIME = threading.Lock()

SERVICE = "onward"
FILE_NAME = "passwords.json"


class Place(StrEnum):
    """Where a password is kept."""

    KEYRING = "keyring"
    FILE = "file"


def keep_password(name: str, password: str, *, folder: Path) -> Place:
    """Keep a password in the keyring, or where there is none in a file of mode 0600.

    The file is not encrypted: a key beside it would protect nothing. Say so to the person.

    Raises:
        OSError: If the file cannot be written.
    """
    if _in_keyring(name, password):
        _change_file(name, None, folder=folder)
        return Place.KEYRING
    _change_file(name, password, folder=folder)
    return Place.FILE


def read_password(name: str, *, folder: Path) -> str | None:
    """Return a password that was kept; None where there is none."""
    import keyring

    # What lies in the file is newer: a keyring that was locked then may hold an old one.
    if (newest := _file(folder).get(name)) is not None:
        return newest
    try:
        return keyring.get_password(SERVICE, name)
    except Exception:  # the system's own keyring may raise anything
        return None


def forget_password(name: str, *, folder: Path) -> None:
    """Delete a password wherever it is kept.

    Raises:
        OSError: If the file cannot be written.
    """
    import keyring

    # There may be none, or no keyring at all, or one that raises anything.
    with contextlib.suppress(Exception):
        keyring.delete_password(SERVICE, name)
    _change_file(name, None, folder=folder)


def _in_keyring(name: str, password: str) -> bool:
    import keyring

    try:
        keyring.set_password(SERVICE, name, password)
    except Exception:  # a locked or half-installed one raises what its system raises
        return False
    return True


def _file(folder: Path) -> dict[str, str]:
    try:
        kept = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _set_aside_broken(folder: Path) -> None:
    """Give a file that cannot be read another name: what it holds may be saved by hand."""
    path = folder / FILE_NAME
    try:
        is_broken = not isinstance(json.loads(path.read_text(encoding="utf-8")), dict)
    except FileNotFoundError:
        return
    except ValueError:
        is_broken = True
    if is_broken:
        path.replace(folder / f"{FILE_NAME}.broken")


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one at a time change the file: readers of mail renew their permissions at once."""
    with _ONE_AT_A_TIME:
        try:
            import fcntl
        except ImportError:  # pragma: no cover -- Windows: within this process alone
            yield
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            # Some file systems know no locks.
            with contextlib.suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _change_file(name: str, password: str | None, *, folder: Path) -> None:
    if _file(folder).get(name) == password:
        return
    with _alone(folder):
        _rewrite_file(name, password, folder=folder)


def _rewrite_file(name: str, password: str | None, *, folder: Path) -> None:
    _set_aside_broken(folder)
    kept = _file(folder)
    kept.pop(name, None)
    if password is not None:
        kept[name] = password
    # Written beside and renamed; never readable by others, not even for a moment.
    draft = folder / f"{FILE_NAME}.{os.getpid()}"
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as target:
        json.dump(kept, target)
    draft.replace(folder / FILE_NAME)
