"""Measure what reading a mailbox costs, beside grep and the standard library.

Run: python -m benchmarks.mail --megabytes 1000
Each reading is a process of its own; its user and system time are taken from the
operating system, several rounds in turn, and the median is shown.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mailbox import VERSION, write_mailbox

_FOLDER = Path(tempfile.gettempdir()) / "onward-benchmark"

EMPTY = "one-message.mbox"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took."""

    cpu_seconds: float
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the mailbox.

    Attributes:
        stage: Name in `benchmarks.mail_stages`; empty for another program.
    """

    title: str
    stage: str = ""
    command: tuple[str, ...] = ()

    def arguments(self, mailbox: Path) -> list[str]:
        """Return the command line that reads this mailbox."""
        if self.stage:
            module = [sys.executable, "-m", "benchmarks.mail_stages", self.stage]
            return [*module, str(mailbox)]
        return [*self.command, str(mailbox)]


class BrokenReadingError(Exception):
    """A reading ended with an error of its own, which it printed."""


READINGS = (
    Reading("`grep -c '^From '`", command=("grep", "-c", "^From ")),
    Reading("splitting alone", stage="split"),
    Reading("standard library: mailbox.mbox, walk, decode", stage="plain"),
    Reading("**whole reading with rules**", stage="rules"),
    Reading("the same, parsed by `email`", stage="rules_over_email"),
    Reading("the same rules over the standard library", stage="rules_over_plain"),
)


def main() -> None:
    """Generate or take a mailbox, measure every reading, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--mailbox", type=Path, help="read this mbox instead")
    options = parser.parse_args()
    _FOLDER.mkdir(parents=True, exist_ok=True)
    mailbox = options.mailbox or _generated(options.megabytes)
    empty = _FOLDER / EMPTY
    empty.write_bytes(b"From x@y.example Mon Mar  2 08:00:00 2026\nSubject: x\n\nx\n")
    count = _message_count(mailbox)
    gigabytes = mailbox.stat().st_size / 1e9
    print(
        f"{gigabytes:.2f} GB, {count:,} messages, median of {options.rounds} rounds\n"
    )
    readings = [*READINGS, *_import_reading()]
    costs: dict[str, list[Cost]] = {reading.title: [] for reading in readings}
    starts: dict[str, list[Cost]] = {reading.title: [] for reading in readings}
    for _ in range(options.rounds):
        for reading in readings:
            try:
                starts[reading.title].append(_measure(reading, mailbox=empty))
                costs[reading.title].append(_measure(reading, mailbox=mailbox))
            except BrokenReadingError as error:
                print(f"{error}\n")
    print(_table(costs, starts=starts, gigabytes=gigabytes, count=count))


def _generated(megabytes: float) -> Path:
    mailbox = _FOLDER / f"invented-{VERSION}-{megabytes:g}.mbox"
    if not mailbox.exists():
        partial = mailbox.with_suffix(".part")
        write_mailbox(partial, megabytes=megabytes)
        partial.rename(mailbox)
    return mailbox


def _message_count(mailbox: Path) -> int:
    found = subprocess.run(
        Reading("", stage="split").arguments(mailbox),
        check=True,
        capture_output=True,
        text=True,
    )
    return int(found.stdout)


def _import_reading() -> list[Reading]:
    """Return `onward import` where the command is there and works."""
    program = Path(sys.executable).with_name("onward")
    reading = Reading(
        "`onward import` into a fresh home", command=(str(program), "import")
    )
    try:
        _measure(reading, mailbox=_FOLDER / EMPTY)
    except (BrokenReadingError, OSError):
        print("`onward import` is left out: the command does not work here.\n")
        return []
    return [reading]


def _measure(reading: Reading, *, mailbox: Path) -> Cost:
    # Not to /dev/null: grep would stop at its first match.
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryFile() as output:
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "ONWARD_HOME": home}
        if reading.command[:1] == ("grep",):
            environment["LC_ALL"] = "C"
        process = subprocess.Popen(
            reading.arguments(mailbox), stdout=output, env=environment
        )
        # wait4 counts this child and its children, where resource.getrusage
        # would mix in all that ran before.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BrokenReadingError(f"{reading.title} ended with {process.returncode}.")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _table(
    costs: Mapping[str, Sequence[Cost]],
    *,
    starts: Mapping[str, Sequence[Cost]],
    gigabytes: float,
    count: int,
) -> str:
    lines = [
        "| reading | CPU s per GB | messages per CPU s | start and imports, CPU s "
        "| peak memory, MB | times the whole reading |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    whole = _median_seconds(costs[READINGS[3].title])
    for title, found in costs.items():
        if not found:
            continue
        seconds, start = _median_seconds(found), _median_seconds(starts[title])
        memory = max(cost.peak_megabytes for cost in found)
        lines.append(
            f"| {title} | {seconds / gigabytes:.2f} | {count / seconds:,.0f} "
            f"| {start:.2f} | {memory:.0f} | {seconds / whole:.2f} |"
        )
    return "\n".join(lines)


def _median_seconds(costs: Sequence[Cost]) -> float:
    return statistics.median(cost.cpu_seconds for cost in costs)


if __name__ == "__main__":
    main()
