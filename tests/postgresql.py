"""A real PostgreSQL for one test run, from the system's package, gone when the run ends."""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Any


def start_cluster() -> str:
    """Return the address of a fresh cluster on a free loopback port.

    initdb refuses to run as root, so as root it runs as the package's own user.
    """
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="onward-postgresql-"))
    folder.chmod(0o755)
    data = folder / "data"
    identity = _identity(folder)
    port = _free_port()
    _run(
        [binaries / "initdb", "-D", data, "-U", "onward", "-A", "trust", "-E", "UTF8"],
        identity,
    )
    options = (
        f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off -c synchronous_commit=off"
    )
    _run(
        [
            binaries / "pg_ctl",
            *("-D", data, "-w", "-l", folder / "log", "-o", options),
            "start",
        ],
        identity,
    )
    atexit.register(_stop, binaries, data, folder, identity)
    return f"postgresql://onward@127.0.0.1:{port}/postgres"


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    named = shutil.which("initdb")
    if named is None:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
    return Path(named).parent


def _identity(folder: Path) -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(command: list[Any], identity: dict[str, Any]) -> None:
    subprocess.run(
        [str(part) for part in command],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd="/",
        **identity,
    )


def _stop(binaries: Path, data: Path, folder: Path, identity: dict[str, Any]) -> None:
    subprocess.run(
        [str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"],
        check=False,
        stdout=subprocess.DEVNULL,
        cwd="/",
        **identity,
    )
    shutil.rmtree(folder, ignore_errors=True)
