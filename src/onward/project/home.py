"""The data folder: where it is, who may read it, and its secret key."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onward.core.errors import BadSetting

DATABASE_FILE = "onward.sqlite3"
_LOCK_FILE = "start.lock"
_SECRET_FILE = "secret.key"  # noqa: S105 -- a file name


def home() -> Path:
    """Return the data folder: ONWARD_HOME, or the platform's folder for user data."""
    chosen = os.environ.get("ONWARD_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("onward", appauthor=False)


def prepare_home() -> Path:
    """Create the data folder and its key if needed, readable by their owner alone.

    Raises:
        OSError: If the folder cannot be made or written.
    """
    os.umask(0o077)
    folder = home()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
    key_file = folder / _SECRET_FILE
    if not key_file.exists():
        # Written beside and renamed, so that a second start never reads half a key.
        draft = folder / f"{_SECRET_FILE}.{os.getpid()}"
        draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
        _take_place(draft, key_file)
    return folder


def _take_place(draft: Path, target: Path) -> None:
    """Put a file in its place unless another start was first: then its file stays."""
    try:
        os.link(draft, target)
    except FileExistsError:
        pass
    except OSError:
        # Some file systems know no links.
        draft.replace(target)
    draft.unlink(missing_ok=True)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the home's lock meanwhile: of two starts, the second waits for the first.

    Where the system has no such locks, nothing is held.
    """
    try:
        import fcntl
    except ImportError:  # pragma: no cover -- Windows
        yield
        return
    with (home() / _LOCK_FILE).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def secret_key() -> str:
    """Return the key in the data folder, or one for this process where there is none yet.

    Raises:
        BadSetting: If there is a key and it cannot be read. One of its own for each process
            would end everybody's sessions now and then, and say nothing.
    """
    path = home() / _SECRET_FILE
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return secrets.token_urlsafe(50)
    except OSError as error:
        raise BadSetting(not_ours(path, error)) from error


def not_ours(path: Path | str, error: OSError) -> str:
    """Return what it means that a file of the data folder cannot be opened."""
    return (
        f"{path} cannot be opened ({error.strerror}). If it belongs to another user, since "
        "a command ran as root once, give the whole folder to the user that runs Onward: "
        f"chown -R USER {home()}"
    )
