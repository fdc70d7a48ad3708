"""Run one reading of mail as a process of its own, and say what it took."""

from __future__ import annotations

import ctypes
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from resource import struct_rusage

_COMPILED = Path(tempfile.gettempdir()) / "onward-benchmark" / "compiled"
_ADOPT_ORPHANS = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2)."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children took."""

    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a mailbox.

    Attributes:
        stage: Name in `benchmarks.mail_stages`; empty for another program.
        command: That other program; the mailbox is its last argument.
        before: Done to a fresh home, before the clock starts.
    """

    title: str
    stage: str = ""
    command: tuple[str, ...] = ()
    before: Callable[[Path, Path], None] | None = field(default=None, compare=False)

    def arguments(self, mailbox: Path) -> list[str]:
        """Return the command line that reads this mailbox."""
        if self.stage:
            module = [sys.executable, "-m", "benchmarks.mail_stages", self.stage]
            return [*module, str(mailbox)]
        return [*self.command, str(mailbox)]


class BrokenReadingError(Exception):
    """A reading ended with an error of its own, which it printed."""


def measure(reading: Reading, *, mailbox: Path) -> Cost:
    """Return what a reading takes in a fresh home.

    Raises:
        BrokenReadingError: If it ends with an error.
        OSError: If the program is not there.
    """
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        # Not to /dev/null: grep would stop at its first match.
        output = stack.enter_context(tempfile.TemporaryFile())
        if reading.before is not None:
            reading.before(home, mailbox)
        started = time.perf_counter()
        process = subprocess.Popen(
            reading.arguments(mailbox),
            stdout=output,
            env=environment(home, is_plain=reading.command[:1] == ("grep",)),
        )
        # wait4 counts this child and its children, where resource.getrusage
        # would mix in all that ran before.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        usages = [usage, *_left_behind()]
    if process.returncode:
        raise BrokenReadingError(f"{reading.title} ended with {process.returncode}.")
    return Cost(
        sum(each.ru_utime + each.ru_stime for each in usages),
        wall,
        max(each.ru_maxrss for each in usages) / 1024,
    )


def adopt_orphans() -> None:
    """Have what a reading leaves running counted too: the server of its worker processes.

    Without it, which only Linux has, such work would go uncounted.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ADOPT_ORPHANS, 1, 0, 0, 0)


def _left_behind() -> Iterator[struct_rusage]:
    """Yield what processes took that a reading had begun and not waited for."""
    while True:
        try:
            yield os.wait4(-1, 0)[2]
        except ChildProcessError:
            return


def environment(home: Path, *, is_plain: bool = False) -> dict[str, str]:
    """Return the variables under which programs read mail: all they keep lies in `home`.

    Modules are compiled once, as those of an installed program are, and so are expressions
    by what does not begin with a fresh home.
    """
    return {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(_COMPILED),
        "LC_ALL": "C" if is_plain else "C.UTF-8",
        "ONWARD_HOME": str(home),
        "ONWARD_EXPRESSIONS": str(_COMPILED),
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "NOTMUCH_CONFIG": str(home / "notmuch-config"),
    }


def rounds_of(
    readings: Sequence[Reading], *, mailbox: Path, rounds: int
) -> dict[str, list[Cost]]:
    """Return the costs of each reading by its title, all readings in turn each round."""
    costs: dict[str, list[Cost]] = {reading.title: [] for reading in readings}
    for _ in range(rounds):
        for reading in readings:
            try:
                costs[reading.title].append(measure(reading, mailbox=mailbox))
            except (BrokenReadingError, OSError) as error:
                print(f"{error}\n")
    return costs


def median_cpu(costs: Sequence[Cost]) -> float:
    """Return the median of the CPU seconds."""
    return statistics.median(cost.cpu_seconds for cost in costs)


def median_wall(costs: Sequence[Cost]) -> float:
    """Return the median of the seconds on the clock."""
    return statistics.median(cost.wall_seconds for cost in costs)


def table(
    costs: Mapping[str, Sequence[Cost]],
    *,
    starts: Mapping[str, Sequence[Cost]],
    gigabytes: float,
    count: int,
) -> str:
    """Return what readings of one mailbox cost, as a table in Markdown.

    Args:
        starts: The same readings of a mailbox with one mail.
        count: The mailbox's messages.
    """
    lines = [
        "| reading | CPU s per GB | messages per CPU s | start and imports, CPU s "
        "| seconds | peak memory, MB |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for title, found in costs.items():
        if not found:
            continue
        seconds = median_cpu(found)
        start = f"{median_cpu(starts[title]):.2f}" if starts.get(title) else "–"
        memory = max(cost.peak_megabytes for cost in found)
        lines.append(
            f"| {title} | {seconds / gigabytes:.2f} | {count / seconds:,.0f} "
            f"| {start} | {median_wall(found):.1f} | {memory:.0f} |"
        )
    return "\n".join(lines)
