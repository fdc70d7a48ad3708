"""The database's settings, in one place: SQLite in the home, or PostgreSQL by address."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from onward.core.errors import BadSetting
from onward.project.home import DATABASE_FILE, home

# Foreign keys are Django's own; `timeout` sets the busy timeout. IMMEDIATE takes the write
# lock at BEGIN, where the timeout still applies: with the default, most concurrent
# read-then-write transactions died with "database is locked".
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=NORMAL;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA mmap_size=134217728;"
    "PRAGMA journal_size_limit=67108864;"
    "PRAGMA cache_size=-8000;"
)
_HOW = (
    "ONWARD_DATABASE is an address such as postgresql://user@host/onward. Letters such as "
    "@ or / in a password are written with %, as %40."
)


def database_settings() -> dict[str, Any]:
    """Return Django's settings for ONWARD_DATABASE (postgresql://…), else for the home's file."""
    address = os.environ.get("ONWARD_DATABASE", "")
    return _postgresql(address) if address else _sqlite()


def _sqlite() -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": home() / DATABASE_FILE,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "init_command": _SQLITE_PRAGMAS,
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
        },
        # A file, since the in-memory shared cache ignores the busy timeout.
        "TEST": {"NAME": str(home() / "test.sqlite3")},
    }


def _postgresql(address: str) -> dict[str, Any]:
    try:
        parts = urlsplit(address)
        port = str(parts.port or "")
    except ValueError as error:
        raise BadSetting(_HOW) from error
    if parts.scheme not in {"postgresql", "postgres"}:
        raise BadSetting(_HOW)
    # As libpq reads them: ?sslmode=require, or ?host=/var/run/postgresql for a socket.
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "onward",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": port,
        "OPTIONS": options,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
