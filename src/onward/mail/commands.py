"""Mail files on the command line: `onward import`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.core.text import shown_path
from onward.mail.newer_commands import print_newer
from onward.mail.terminal import PATHS, ProgressBar, print_summary

if TYPE_CHECKING:
    from onward.jobs.models import Job
    from onward.jobs.services import Progress
    from onward.mail.services.counts import ImportSummary


@click.command(
    "import",
    epilog="Example: onward import ~/Takeout/mail.mbox ~/Maildir one.eml\n\n"
    + exit_code_help(
        ExitCode.UNREADABLE, ExitCode.DATABASE, ExitCode.DISK, ExitCode.STOPPED
    ),
)
@PATHS
@click.option("--with-spam", is_flag=True, help="Read spam and the bin too.")
@click.option(
    "--jobs",
    "processes",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="How many processes read large mailboxes at once.",
)
@click.option(
    "--again", is_flag=True, help="Read known files whole, not only their end."
)
@click.option("--quiet", is_flag=True, help="Only the summary, no progress bar.")
def import_command(
    paths: tuple[Path, ...], with_spam: bool, processes: int, again: bool, quiet: bool
) -> None:
    """Read mbox files, Maildirs, folders, archives and single messages into the ledger.

    Only mail about hiring is kept, and nothing leaves this computer. Reading the same mail
    again adds nothing twice.
    """
    from onward.project.setup import start

    start()

    try:
        summary = import_mail_here(
            paths,
            is_quiet=quiet,
            with_spam=with_spam,
            processes=processes,
            reads_again=again,
        )
    except KeyboardInterrupt as error:
        raise Stop(
            "Stopped. What was read is kept; run the same command again to go on.",
            ExitCode.STOPPED,
        ) from error
    except OSError as error:
        raise Stop(
            f"The reading stopped ({error.strerror}). What was read is kept; "
            "put it right and run the same command again.",
            ExitCode.DISK,
        ) from error
    print_summary(summary)
    print_newer(is_quiet=quiet)
    if summary.unreadable and not summary.read:
        raise Stop("Nothing of what you named could be read.", ExitCode.UNREADABLE)


def import_mail_here(
    paths: Sequence[Path],
    *,
    is_quiet: bool,
    with_spam: bool = False,
    processes: int = 1,
    reads_again: bool = False,
) -> ImportSummary:
    """Read mail into the local person's ledger in this process, with a bar; a job tells of it."""
    from django.utils import timezone

    from onward.jobs.services import run_here
    from onward.mail.run_words import import_title
    from onward.mail.services.settled import settled_reading
    from onward.people.services import local_person

    person = local_person()
    summaries: list[ImportSummary] = []

    def work(_job: Job, progress: Progress) -> dict[str, Any]:
        summary = None if reads_again else settled(progress)
        summaries.append(summary or read(progress))
        return asdict(summaries[-1])

    def settled(progress: Progress) -> ImportSummary | None:
        now = timezone.now()
        found = settled_reading(person, paths, with_spam=with_spam, now=now)
        if found is not None:
            progress(done=1, total=1)
        return found

    def read(progress: Progress) -> ImportSummary:
        # Loading all that reads mail takes longer than to see that nothing is new.
        from onward.mail.services.importing import import_paths

        return import_paths(
            person,
            paths,
            progress=progress,
            with_spam=with_spam,
            processes=processes,
            reads_again=reads_again,
        )

    names = [shown_path(path.name or path) for path in paths]
    with ProgressBar(is_quiet=is_quiet) as bar:
        run_here(
            person,
            work,
            kind="mail.import",
            title=import_title(names),
            arguments={
                "paths": [shown_path(path.expanduser().absolute()) for path in paths]
            },
            watch=bar,
        )
    return summaries[-1]
