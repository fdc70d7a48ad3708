"""`onward run`: the web server on loopback, the worker beside it, the launch link."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path
from typing import Any

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.core.memory import keep_what_is_loaded
from onward.project.home import home

DEFAULT_PORT = 8642
HOST = "127.0.0.1"
_LARGEST_UPLOAD = 64 * 1024**3


@click.command(
    "run",
    epilog="Example: onward run --port 0 --no-browser\n\n"
    + exit_code_help(ExitCode.PORT_TAKEN, ExitCode.DATABASE, ExitCode.DISK),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=DEFAULT_PORT,
    show_default=True,
    help="Port on this machine; 0 takes a free one.",
)
@click.option("--no-browser", is_flag=True, help="Only print the link.")
def run_command(port: int = DEFAULT_PORT, no_browser: bool = False) -> None:
    """Open Onward in the browser; prints a one-time link. Ctrl+C stops it."""
    from onward.project.setup import start_for_person

    start_for_person()
    serve(port=port, opens_browser=not no_browser)


def serve(*, port: int, opens_browser: bool) -> None:
    """Serve on loopback until stopped; a second start on a home opens the first one's.

    Raises:
        Stop: If another program has the port.
    """
    running = running_port()
    if running is not None:
        _announce(running, opens_browser=opens_browser)
        click.echo("Onward was running already; this link opens it.")
        return
    server = _bind(port)
    worker = _start_worker()
    _write_run_file(server.effective_port)
    _stop_on_signals()
    announcer = threading.Thread(
        target=_announce_when_up,
        args=(server.effective_port, opens_browser),
        daemon=True,
    )
    announcer.start()
    keep_what_is_loaded()
    try:
        server.run()
    finally:
        _run_file().unlink(missing_ok=True)
        server.close()
        _end(worker)


def _bind(port: int) -> Any:
    from waitress.server import create_server

    from onward.project.wsgi import application

    try:
        return create_server(
            application,
            host=HOST,
            port=port,
            threads=4,
            ident=None,
            max_request_body_size=_LARGEST_UPLOAD,
            channel_timeout=3600,
        )
    except OSError as error:
        raise Stop(
            f"Port {port} is taken by another program. "
            "Try: onward run --port 0 (it takes a free one).",
            ExitCode.PORT_TAKEN,
        ) from error


def _start_worker() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "onward.project.worker"], stdin=subprocess.PIPE
    )


def _end(worker: subprocess.Popen[bytes]) -> None:
    if worker.stdin is not None:
        worker.stdin.close()
    try:
        worker.wait(timeout=5)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()


def _stop_on_signals() -> None:
    def stop(_signal: int, _frame: object) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, stop)


def _announce_when_up(port: int, opens_browser: bool) -> None:
    for _attempt in range(200):
        if is_up(port):
            _announce(port, opens_browser=opens_browser)
            return
        time.sleep(0.05)


def is_up(port: int) -> bool:
    """Return whether an Onward of this home answers on `port`."""
    address = f"http://{HOST}:{port}/launch/"
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.headers.get("X-Onward-Home") == home_mark())
    except (OSError, urllib.error.URLError):
        return False


def home_mark() -> str:
    """Return a short digest of the home's path, by which a server is known as ours."""
    from django.conf import settings

    return str(settings.HOME_MARK)


def _announce(port: int, *, opens_browser: bool) -> None:
    from onward.people.services import local_person, make_launch_token

    link = f"http://{HOST}:{port}/launch/{make_launch_token(local_person())}/"
    click.echo(f"Onward is ready: {link}")
    sys.stdout.flush()
    if opens_browser:
        with contextlib.suppress(webbrowser.Error):
            webbrowser.open(link)


def _run_file() -> Path:
    return home() / "run.json"


def _write_run_file(port: int) -> None:
    _run_file().write_text(json.dumps({"pid": os.getpid(), "port": port}))


def running_port() -> int | None:
    """Return the port of an Onward that runs on this home already, or None."""
    try:
        port = int(json.loads(_run_file().read_text())["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return port if is_up(port) else None
