"""An import that is killed at any moment, and run again, ends as one that was not."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.mail.raw_mail import write_first_mails
from tests.program import PROGRAM, environment

_COUNTED = """
import os, signal, sys
from django.db.backends.signals import connection_created

last, writes = int(sys.argv.pop(1)), 0

def count(execute, sql, params, many, context):
    global writes
    if sql.startswith(("INSERT", "UPDATE", "DELETE", "CREATE")):
        writes += 1
        if writes == last:
            os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)

def watch(connection, **_):
    connection.execute_wrappers.append(count)

connection_created.connect(watch)
from onward.project.cli import main
try:
    main()
finally:
    print(writes, file=sys.stderr)
"""
"""The program that kills itself before its last write, or tells how many it made."""

_NEVER = 0
_MAILS = 80


class Whole(NamedTuple):
    """What an import that nothing kills makes of a mailbox, and in how many writes."""

    mailbox: Path
    story: list[Any]
    writes: int


def _counted(home: Path, *words: str, last: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM.with_name("python"), "-c", _COUNTED, str(last), *words],
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )


def _run(home: Path, *words: str) -> str:
    done = subprocess.run(
        [PROGRAM, *words],
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("whole")
    mailbox, home = folder / "sample.mbox", folder / "home"
    write_first_mails(mailbox, count=_MAILS)
    done = _counted(home, "import", str(mailbox), last=_NEVER)
    assert done.returncode == 0, done.stderr
    writes = int(done.stderr.split()[-1])
    return Whole(mailbox, _story(_run(home, "export")), writes)


@pytest.mark.parametrize("share", [0.4, 0.97])
def test_killed_at_any_write_and_run_again_it_ends_the_same(
    whole: Whole, tmp_path: Path, share: float
) -> None:
    mailbox, last = str(whole.mailbox), int(whole.writes * share)
    killed = _counted(tmp_path, "import", mailbox, last=last)
    assert killed.returncode == -signal.SIGKILL
    _run(tmp_path, "import", mailbox)
    assert _story(_run(tmp_path, "export")) == whole.story


def _story(exported: str) -> list[Any]:
    data = json.loads(exported)
    return sorted(
        (
            application["company"],
            application["role"],
            application["stage"],
            sorted(
                (event["kind"], event["at"])
                for event in application["events"]
                if event["kind"] != "described"
            ),
        )
        for application in data["applications"]
    )
