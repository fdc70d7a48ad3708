"""How a command ends early: one sentence for the person, one named exit code."""

from __future__ import annotations

import click

from onward.core.exit_codes import ExitCode


class Stop(click.ClickException):
    """Ends a command with a sentence that says what happened and what to do."""

    def __init__(self, message: str, code: ExitCode = ExitCode.TROUBLE) -> None:
        super().__init__(message)
        # click declares it for the class; here each error has its own.
        self.exit_code = code.value  # type: ignore[misc]


class BadSetting(ValueError):  # noqa: N818 -- says what it is
    """An environment variable that cannot be meant; the message says how to write it."""
