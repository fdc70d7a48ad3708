"""Read one file in a process of its own, which its parent can bound and end.

Run: python -m onward.documents.reading.child, with the question as JSON on standard input;
the answer is one JSON object on standard output.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

OUT_OF_MEMORY = 3
"""Exit code of a reading that asked for more memory than it may have."""


def main() -> int:
    """Answer the question on standard input; return the exit code."""
    question = json.load(sys.stdin)
    bound(
        memory_bytes=question["memory_bytes"],
        processor_seconds=question["processor_seconds"],
    )
    try:
        answer = read(question)
    except (MemoryError, RecursionError):
        return OUT_OF_MEMORY
    json.dump(answer, sys.stdout, default=_written)
    return 0


def bound(*, memory_bytes: int, processor_seconds: int) -> None:
    """Let this process take no more than so much memory and processor time."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only bound
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds + 1))
    # A reading writes nothing but its answer, which goes through a pipe.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(question: dict[str, Any]) -> dict[str, Any]:
    """Return what the file says, or the problem with it."""
    from onward.documents.reading.advert import read_advert
    from onward.documents.reading.files import read_file
    from onward.documents.reading.result import Unreadable
    from onward.documents.rules.sections import find_sections

    path, name = Path(question["path"]), question["name"]
    try:
        if question["is_advert"]:
            return asdict(read_advert(path, name=name, charset=question["charset"]))
        reading = read_file(path, name=name)
    except Unreadable as unreadable:
        return {"problem": unreadable.problem, "format": unreadable.format}
    sections = [asdict(section) for section in find_sections(reading.text)]
    return asdict(reading) | {"sections": sections}


def _written(value: object) -> str:
    if isinstance(value, date):  # datetimes are dates too
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


if __name__ == "__main__":
    sys.exit(main())
