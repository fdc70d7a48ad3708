"""What commands about mail share: the files that are named, a bar, what a reading came to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from onward.mail.services.counts import ImportSummary


class _Named(click.Path):
    """A file or folder that is named: an empty variable of a shell is not the folder one is in."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        if value == "":
            self.fail("the name is empty: name a file or a folder.", param, ctx)
        return super().convert(value, param, ctx)


PATHS = click.argument("paths", nargs=-1, required=True, type=_Named(path_type=Path))


class ProgressBar:
    """The bar on the terminal: how far, what was found, time left; silent when piped."""

    def __init__(self, *, is_quiet: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TimeRemainingColumn(),
            console=console,
            disable=is_quiet or not console.is_terminal,
            transient=True,
        )
        self._task = self._bar.add_task("Reading", total=None)

    def __enter__(self) -> ProgressBar:
        self._bar.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._bar.stop()

    def __call__(self, *, done: int, total: int = 0, message: str = "") -> None:
        """Show how far the reading is."""
        self._bar.update(
            self._task,
            completed=done,
            total=total or None,
            description=message or "Reading",
        )


def print_summary(summary: ImportSummary) -> None:
    """Print what a reading came to, each line with where to look further."""
    from onward.mail.services.waiting import Waiting
    from onward.mail.waiting_words import waiting_reasons

    ledger = summary.ledger
    left = Waiting(ledger.ambiguous, ledger.unmatched, ledger.approaches)
    why = waiting_reasons(left)
    known = summary.hiring - summary.new
    rows = [
        ("Messages read", summary.read, ""),
        ("About hiring", summary.hiring, f"{known:,} known before" if known else ""),
        ("Applications", ledger.applications, "onward list"),
        ("Noes", ledger.noes, "onward no --list"),
        ("Interviews", ledger.interviews, "applications with one; onward list"),
        ("Offers", ledger.offers, "applications with one; onward list"),
        ("To look at", left.messages, f"{why}; in the app: Mail" if why else ""),
        ("Unreadable", summary.unreadable, "named below" if summary.problems else ""),
    ]
    if summary.junk:
        what = "drafts" if summary.with_spam else "spam, bin and drafts; --with-spam"
        rows.append(("Left out", summary.junk, what))
    for label, count, where in rows:
        click.echo(f"{label:<14}{count:>9,}{'   ' + where if where else ''}")
    for problem in summary.problems[:20]:
        click.echo(f"  {problem['sentence']}")
    if len(summary.problems) > 20:
        click.echo(f"  … and {summary.unreadable - 20:,} more, in the app: Mail.")
    if not summary.new and summary.read:
        click.echo("Nothing new in it. Was this the mailbox you meant?")
    elif not summary.read and not summary.problems:
        click.echo("No message that was not read before. Do answers arrive elsewhere?")
