"""Reading mail servers on the command line: `onward sync`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.mail.account_commands import accounts_named
from onward.mail.newer_commands import print_newer
from onward.mail.terminal import ProgressBar, print_summary

if TYPE_CHECKING:
    from onward.jobs.models import Job
    from onward.jobs.services import Progress
    from onward.mail.models import ImapAccount
    from onward.mail.services.syncing import Synced


@click.command(
    "sync",
    epilog="Example: onward sync --account robin@mail.example\n\n"
    + exit_code_help(
        ExitCode.UNREADABLE, ExitCode.NOT_FOUND, ExitCode.DATABASE, ExitCode.STOPPED
    ),
)
@click.option("--account", "address", help="Only this mailbox, by its address.")
@click.option("--quiet", is_flag=True, help="Only the summary, no progress bar.")
def sync_command(address: str | None, quiet: bool) -> None:
    """Read what is new on your mail servers into the ledger; nothing there is changed."""
    from onward.project.setup import start

    start()

    from onward.people.services import local_person

    troubles = 0
    for account in accounts_named(local_person(), address):
        try:
            synced = _sync_here(account, is_quiet=quiet)
        except KeyboardInterrupt as error:
            raise Stop(
                "Stopped. What was read is kept; the next run goes on from there.",
                ExitCode.STOPPED,
            ) from error
        click.echo(f"{account}")
        print_summary(synced.summary)
        told = [problem["sentence"] for problem in synced.summary.problems]
        for folder in account.unread_folders:
            if (words := f"{folder}: {folder.note}") not in told:
                click.echo(f"  {words}")
        troubles += synced.trouble is not None
    print_newer(is_quiet=quiet)
    if troubles:
        raise Stop("A mailbox could not be read; see above.", ExitCode.UNREADABLE)


def _sync_here(account: ImapAccount, *, is_quiet: bool) -> Synced:
    from onward.jobs.services import run_here
    from onward.mail.services.syncing import sync_account

    done: list[Synced] = []

    def work(_job: Job, progress: Progress) -> dict[str, Any]:
        done.append(sync_account(account, progress=progress))
        return asdict(done[-1].summary)

    with ProgressBar(is_quiet=is_quiet) as bar:
        run_here(
            account.person,
            work,
            kind="mail.sync",
            title=f"Reading {account}",
            arguments={"account": str(account.pk)},
            watch=bar,
        )
    return done[-1]
