"""What a newer Onward reads otherwise, on the command line: `onward read-again`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.mail.terminal import ProgressBar

if TYPE_CHECKING:
    from onward.jobs.models import Job
    from onward.jobs.services import Progress
    from onward.mail.models import NewerReading
    from onward.people.access import OwnedQuerySet
    from onward.people.models import Person

_SHOWN_ID = 12
_ALL = click.option("--all", "is_all", is_flag=True, help="All that wait.")


@click.group(
    "read-again",
    invoke_without_command=True,
    epilog="Example: onward read-again take 0193a1b2c3d4\n\n"
    + exit_code_help(ExitCode.NOT_FOUND, ExitCode.DATABASE, ExitCode.STOPPED),
)
@click.pass_context
def read_again_command(ctx: click.Context) -> None:
    """List what a newer Onward reads otherwise in stored mail, and decide on it."""
    from onward.project.setup import start

    start()
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_command)


@read_again_command.command("list")
@click.option("--quiet", is_flag=True, help="Only the list, no progress bar.")
def list_command(quiet: bool = False) -> None:
    """Read what an older Onward stored, where that is not done yet, and list what differs."""
    from onward.mail.services.read_by import waiting_newer
    from onward.people.services import local_person

    own = _read_own_again()
    if own:
        mails = "One stored mail is" if own == 1 else f"{own:,} stored mails are"
        click.echo(f"{mails} your own, and read so now.")
    try:
        count = read_again_here(is_quiet=quiet)
    except KeyboardInterrupt as error:
        raise Stop(
            "Stopped. The next run goes on from there.", ExitCode.STOPPED
        ) from error
    if not count:
        rest = "else differs" if own else "differs: your stored mail reads as it stands"
        click.echo(f"Nothing {rest}.")
        return
    person = local_person()
    rows = waiting_newer(person).select_related("message")
    for reading in rows.order_by("was", "meaning", "-message__sent_at"):
        click.echo(_line(reading, person=person))
    click.echo("Nothing is changed. See: onward read-again take --help")


def read_again_here(*, is_quiet: bool) -> int:
    """Read stored mail of an older program again in this process; return how many proposals wait."""
    from django.utils import timezone

    from onward.jobs.services import run_here
    from onward.mail.services.read_by import see_program, to_read_again, waiting_newer
    from onward.people.services import local_person

    person = local_person()
    now = timezone.now()
    if not to_read_again(person, mark=see_program(person, now=now)).exists():
        return waiting_newer(person).count()
    # What reads mail is loaded only where some is to be read.
    from onward.mail.services.newer import JOB, find_newer

    def work(_job: Job, progress: Progress) -> dict[str, Any]:
        return {"waiting": find_newer(person, progress=progress, now=now)}

    title = "Reading stored mail again"
    with ProgressBar(is_quiet=is_quiet) as bar:
        run_here(person, work, kind=JOB, title=title, arguments={}, watch=bar)
    return waiting_newer(person).count()


def print_newer(*, is_quiet: bool) -> None:
    """Print how many stored mails a newer Onward reads otherwise, where it does."""
    try:
        count = read_again_here(is_quiet=is_quiet)
    except KeyboardInterrupt as error:
        raise Stop(
            "Stopped while stored mail was read again. The next run goes on from there.",
            ExitCode.STOPPED,
        ) from error
    if count:
        mails = "one stored mail" if count == 1 else f"{count:,} stored mails"
        click.echo(
            f"A newer Onward reads {mails} otherwise. Nothing is changed: "
            "onward read-again, or in the app: Mail."
        )


def _read_own_again() -> int:
    from django.utils import timezone

    from onward.mail.services.own_again import read_own_again
    from onward.people.services import local_person

    def to_nobody(*, done: int, total: int = 0, message: str = "") -> None:
        """Tell nobody: it takes no time."""

    return read_own_again(local_person(), progress=to_nobody, now=timezone.now())


def _line(reading: NewerReading, *, person: Person) -> str:
    from onward.core.dates import day_in
    from onward.mail.meanings import READ_AS_LABELS
    from onward.mail.rules.taught.deciding import deciding_words

    message = reading.message
    day = day_in(message.sent_at, zone_name=person.time_zone)
    was, now = (
        READ_AS_LABELS.get(each, each) for each in (reading.was, reading.meaning)
    )
    because = deciding_words(reading.after.get("because", []))
    why = "; ".join(f"“{words}”" for words in because)
    end = f"  because {why}" if why else ""
    sender = message.sender_name or message.sender_address
    return f"{_short(reading)}  {day}  {sender}: {message}  {was} → {now}{end}"


@read_again_command.command("take")
@click.argument("keys", metavar="ID…", nargs=-1)
@_ALL
def take_command(keys: tuple[str, ...], is_all: bool) -> None:
    """Let mails mean what this Onward reads; ID is what the list shows first."""
    from django.utils import timezone

    from onward.mail.services.newer_taken import take_over
    from onward.people.services import local_person

    person = local_person()
    found = _chosen(person, keys, is_all=is_all)
    press = take_over(person, found, now=timezone.now())
    click.echo(f"Taken over: {press.count:,}. In the app, Mail, it can be undone.")


@read_again_command.command("keep")
@click.argument("keys", metavar="ID…", nargs=-1)
@_ALL
def keep_command(keys: tuple[str, ...], is_all: bool) -> None:
    """Keep mails as they are; the same difference is not proposed again."""
    from django.utils import timezone

    from onward.mail.services.newer_taken import keep
    from onward.people.services import local_person

    person = local_person()
    found = _chosen(person, keys, is_all=is_all)
    press = keep(person, found, now=timezone.now())
    click.echo(
        f"Kept as they are: {press.count:,}. In the app, Mail, it can be undone."
    )


def _chosen(
    person: Person, keys: tuple[str, ...], *, is_all: bool
) -> list[NewerReading]:
    from onward.mail.services.read_by import waiting_newer

    rows: OwnedQuerySet[NewerReading] = waiting_newer(person)
    if is_all == bool(keys):
        raise click.UsageError("Name what the list shows first, or say --all.")
    if is_all:
        return list(rows)
    return [_one(rows, key) for key in keys]


def _one(rows: OwnedQuerySet[NewerReading], key: str) -> NewerReading:
    wanted = key.replace("-", "").lower()
    found = [row for row in rows if row.pk.hex.endswith(wanted)]
    if not wanted or len(found) != 1:
        raise Stop(
            f"No mail, or more than one, is called {key}. See: onward read-again",
            ExitCode.NOT_FOUND,
        )
    return found[0]


def _short(reading: NewerReading) -> str:
    # The end differs most: the beginning of these ids is the time.
    return reading.pk.hex[-_SHOWN_ID:]
