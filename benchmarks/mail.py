"""Measure what reading a mailbox costs, beside grep, the standard library and others.

Run: python -m benchmarks.mail --megabytes 1000
Each reading is a process of its own; its user and system time are taken from the
operating system, several rounds in turn, and the median is shown. Two mailboxes are
read: one of random words, as large as asked for, and one of written mails, whose words
are those of life, a fifth of that. Programs that index mail are measured where they are
installed (Debian: notmuch, maildir-utils).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import mailbox as random_words
from benchmarks import written_mailbox as written_words
from benchmarks.mail_peers import peers
from benchmarks.measuring import (
    Reading,
    adopt_orphans,
    environment,
    rounds_of,
    table,
)

_FOLDER = Path(tempfile.gettempdir()) / "onward-benchmark"
_PROGRAM = str(Path(sys.executable).with_name("onward"))

EMPTY = "one-message.mbox"

PLAIN_READINGS = (
    Reading("`grep -c '^From '`", command=("grep", "-c", "^From ")),
    Reading("`rg -c '^From '`", command=("rg", "-c", "--text", "^From ")),
    Reading("splitting alone", stage="split"),
    Reading("standard library: mailbox.mbox, walk, decode", stage="plain"),
)
WHOLE_READINGS = (
    Reading("**whole reading with rules**", stage="rules"),
    Reading("the same by two processes", stage="rules_in_two"),
    Reading("the same, parsed by `email`", stage="rules_over_email"),
    Reading("the same rules over the standard library", stage="rules_over_plain"),
)


def _import(mailbox_home: Path, mailbox: Path) -> None:
    subprocess.run(
        [_PROGRAM, "import", str(mailbox)],
        check=True,
        capture_output=True,
        env=environment(mailbox_home),
    )


IMPORTS = (
    Reading("`onward import` into a fresh home", command=(_PROGRAM, "import")),
    Reading(
        "`onward import` of a known file", command=(_PROGRAM, "import"), before=_import
    ),
)


def main() -> None:
    """Generate or take a mailbox, measure every reading, print tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--mailbox", type=Path, help="read this mbox instead")
    parser.add_argument(
        "--only", choices=("random", "written"), help="one of the two mailboxes"
    )
    options = parser.parse_args()
    adopt_orphans()
    _FOLDER.mkdir(parents=True, exist_ok=True)
    (_FOLDER / EMPTY).write_bytes(
        b"From x@y.example Mon Mar  2 08:00:00 2026\nSubject: x\n\nx\n"
    )
    if options.mailbox:
        _show(options.mailbox, title=options.mailbox.name, rounds=options.rounds)
        return
    if options.only != "written":
        path = _made(
            f"invented-{random_words.VERSION}-{options.megabytes:g}",
            lambda path: random_words.write_mailbox(path, megabytes=options.megabytes),
        )
        _show(path, title="Random words", rounds=options.rounds)
    if options.only != "random":
        size = options.megabytes / 5
        path = _made(
            f"written-{written_words.VERSION}-{size:g}",
            lambda path: written_words.write_written_mailbox(path, megabytes=size),
        )
        _show(path, title="Written mails", rounds=options.rounds)


def _made(name: str, write: Callable[[Path], object]) -> Path:
    mailbox = _FOLDER / f"{name}.mbox"
    if not mailbox.exists():
        partial = mailbox.with_suffix(".part")
        write(partial)
        partial.rename(mailbox)
    return mailbox


def _show(mailbox: Path, *, title: str, rounds: int) -> None:
    count = _message_count(mailbox)
    gigabytes = mailbox.stat().st_size / 1e9
    print(
        f"\n## {title}: {gigabytes:.2f} GB, {count:,} messages, median of {rounds} rounds\n"
    )
    readings = _there([*PLAIN_READINGS, *WHOLE_READINGS, *IMPORTS])
    # The first start of each compiles what it uses, and is not counted; expressions as mail asks.
    rounds_of(readings, mailbox=_FOLDER / EMPTY, rounds=1)
    rounds_of(WHOLE_READINGS[:1], mailbox=mailbox, rounds=1)
    costs = rounds_of(readings, mailbox=mailbox, rounds=rounds)
    starts = rounds_of(readings, mailbox=_FOLDER / EMPTY, rounds=rounds)
    with peers(mailbox) as (others, folder):
        costs |= rounds_of(others, mailbox=folder, rounds=rounds)
    print(table(costs, starts=starts, gigabytes=gigabytes, count=count))


def _there(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings whose program is installed."""
    return [
        reading
        for reading in readings
        if reading.stage or shutil.which(reading.command[0])
    ]


def _message_count(mailbox: Path) -> int:
    found = subprocess.run(
        Reading("", stage="split").arguments(mailbox),
        check=True,
        capture_output=True,
        text=True,
    )
    return int(found.stdout)


if __name__ == "__main__":
    main()
