"""What the program's exit codes mean; every command's help names those it uses."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of the `onward` command."""

    OK = 0
    TROUBLE = 1  # doctor found something, or an error nobody foresaw
    USAGE = 2  # the words of the call are off (click's own code)
    UNREADABLE = 3  # nothing of what was named could be read
    DATABASE = 4  # the database is newer, damaged or not reachable
    PORT_TAKEN = 5
    DISK = 6  # disk full, or no permission to write
    NOT_FOUND = 7  # no such application, file or backup
    STOPPED = 130  # Ctrl+C


EXIT_CODE_WORDS = {
    ExitCode.OK: "done",
    ExitCode.TROUBLE: "something needs a look, named above",
    ExitCode.USAGE: "the call's words are off",
    ExitCode.UNREADABLE: "nothing named could be read",
    ExitCode.DATABASE: "the database cannot be used",
    ExitCode.PORT_TAKEN: "the port is taken",
    ExitCode.DISK: "the disk is full or may not be written",
    ExitCode.NOT_FOUND: "not found",
    ExitCode.STOPPED: "stopped by you",
}


def exit_code_help(*codes: ExitCode) -> str:
    """Return the line that ends a command's help, e.g. `Exit codes: 0 done · 2 …`."""
    named = (ExitCode.OK, *codes, ExitCode.USAGE)
    return "Exit codes: " + " · ".join(
        f"{code.value} {EXIT_CODE_WORDS[code]}" for code in sorted(set(named))
    )
