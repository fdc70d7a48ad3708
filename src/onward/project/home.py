"""The data folder: where it is, who may read it, and its secret key."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

DATABASE_FILE = "onward.sqlite3"
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
        draft.replace(key_file)
    return folder


def secret_key() -> str:
    """Return the key in the data folder, or one for this process where there is none yet."""
    try:
        return (home() / _SECRET_FILE).read_text(encoding="ascii").strip()
    except OSError:
        return secrets.token_urlsafe(50)
