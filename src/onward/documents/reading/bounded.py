"""Have a file read by a child process that can neither run on nor eat the memory."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onward.documents.reading.child import OUT_OF_MEMORY
from onward.documents.rules.kinds import Problem

_SLOW_ENDS = frozenset(
    -getattr(signal, name)
    for name in ("SIGXCPU", "SIGKILL", "SIGABRT")
    if hasattr(signal, name)
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one reading may take.

    Attributes:
        memory_bytes: Address space, the program's own libraries included.
        wall_seconds: From the start of the child to its answer.
    """

    memory_bytes: int = 1_000_000_000
    processor_seconds: int = 30
    wall_seconds: float = 60.0


LIMITS = Limits()


def read_bounded(
    path: Path,
    *,
    name: str,
    is_advert: bool = False,
    charset: str = "",
    limits: Limits = LIMITS,
) -> dict[str, Any]:
    """Return a child's answer about one file; a `problem` in it says why there is none.

    Whatever the file does to its reader, the caller goes on: a child that takes too long
    or too much is ended, one that breaks says so.

    Args:
        is_advert: It is an advert; else a document, whose sections are told too.
    """
    question = {
        "path": str(path),
        "name": name,
        "is_advert": is_advert,
        "charset": charset,
        "memory_bytes": limits.memory_bytes,
        "processor_seconds": limits.processor_seconds,
    }
    said = ask_child(
        "onward.documents.reading.child", json.dumps(question).encode(), limits=limits
    )
    if isinstance(said, Problem):
        return {"problem": said}
    answer: dict[str, Any] = json.loads(said)
    return answer


def ask_child(module: str, question: bytes, *, limits: Limits) -> bytes | Problem:
    """Return what a module says, run in a process of its own, or why it says nothing.

    Args:
        question: What it reads on standard input; it bounds itself by what stands there.
    """
    try:
        done = subprocess.run(  # noqa: S603 -- a module of this program
            [sys.executable, "-m", module],
            input=question,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_surroundings(),
            timeout=limits.wall_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Problem.TOO_SLOW
    if done.returncode == OUT_OF_MEMORY or done.returncode in _SLOW_ENDS:
        return Problem.TOO_SLOW
    return done.stdout if done.returncode == 0 else Problem.DAMAGED


def _surroundings() -> dict[str, str]:
    """Return the child's environment: one thread each, since threads take address space."""
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    return {**os.environ, **dict.fromkeys(threads, "1"), "PYTHONIOENCODING": "utf-8"}
