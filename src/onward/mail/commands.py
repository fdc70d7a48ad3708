"""Mail on the command line: `onward import` and `onward read`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.core.text import shown_path

if TYPE_CHECKING:
    from onward.jobs.models import Job
    from onward.jobs.services import Progress
    from onward.mail.problems import Problem
    from onward.mail.rules.types import Message, Reading, Source
    from onward.mail.services.reader import ImportSummary
    from onward.people.models import Person


class _Named(click.Path):
    """A file or folder that is named: an empty variable of a shell is not the folder one is in."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        if value == "":
            self.fail("the name is empty: name a file or a folder.", param, ctx)
        return super().convert(value, param, ctx)


_PATHS = click.argument("paths", nargs=-1, required=True, type=_Named(path_type=Path))


@click.command(
    "import",
    epilog="Example: onward import ~/Takeout/mail.mbox ~/Maildir one.eml\n\n"
    + exit_code_help(
        ExitCode.UNREADABLE, ExitCode.DATABASE, ExitCode.DISK, ExitCode.STOPPED
    ),
)
@_PATHS
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
    from onward.jobs.services import run_here
    from onward.mail.run_words import import_title
    from onward.mail.services.importing import import_paths
    from onward.people.services import local_person

    person = local_person()
    summaries: list[ImportSummary] = []

    def work(_job: Job, progress: Progress) -> dict[str, Any]:
        summaries.append(
            import_paths(
                person,
                paths,
                progress=progress,
                with_spam=with_spam,
                processes=processes,
                reads_again=reads_again,
            )
        )
        return asdict(summaries[-1])

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


def read_again_here(*, is_quiet: bool) -> int:
    """Read stored mail of an older program again in this process; return how many proposals wait."""
    from django.utils import timezone

    from onward.jobs.services import run_here
    from onward.mail.services.newer import JOB, find_newer, waiting_newer
    from onward.mail.services.read_by import see_program, to_read_again
    from onward.people.services import local_person

    person = local_person()
    now = timezone.now()
    if not to_read_again(person, mark=see_program(person, now=now)).exists():
        return waiting_newer(person).count()

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


@click.command(
    "read",
    epilog="Example: onward read ~/Takeout/mail.mbox --json | head\n\n"
    + exit_code_help(ExitCode.UNREADABLE),
)
@_PATHS
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--all", "shows_all", is_flag=True, help="Ordinary mail and alerts too.")
def read_command(paths: tuple[Path, ...], as_json: bool, shows_all: bool) -> None:
    """Show what would be understood of mail, and why; write nothing anywhere.

    Where you have imported mail before, your own letters are known as such.
    """
    from onward.mail.problems import Problem
    from onward.mail.rules.types import NOT_HIRING
    from onward.project.setup import person_known_here

    read = shown = unreadable = 0
    try:
        for item in _read(paths, person=person_known_here()):
            if isinstance(item, Problem):
                unreadable += 1
                click.echo(item.sentence, err=True)
                continue
            read += 1
            if item.says in NOT_HIRING and not shows_all:
                continue
            shown += 1
            click.echo(_line(item, as_json=as_json))
    except BrokenPipeError:
        # The reader of our output (head, less) has had enough.
        sys.stderr.close()
        return
    if not as_json:
        click.echo(f"{read:,} messages read, {shown:,} shown, nothing written.")
    if unreadable and not read:
        raise Stop("Nothing of what you named could be read.", ExitCode.UNREADABLE)


@dataclass(frozen=True, slots=True)
class _Read:
    """One message as it was read.

    Attributes:
        says: What it means: a verdict, or what the person did by mail of their own.
    """

    message: Message | None
    reading: Reading
    source: Source
    says: str


def _as_read(message: Message | None, reading: Reading, source: Source) -> _Read:
    return _Read(message, reading, source, reading.verdict.value)


def _read(paths: Sequence[Path], *, person: Person | None) -> Iterator[_Read | Problem]:
    from onward.mail.problems import Problem
    from onward.mail.rules.read import listed_in, read_message
    from onward.mail.rules.types import Reading, Verdict
    from onward.mail.scan import read_mail
    from onward.mail.sources import open_sources
    from onward.mail.wanted import Wanted

    ordinary = Reading(Verdict.OTHER, confidence=1.0)
    own, wanted = [], Wanted()
    if person is not None:
        from onward.mail.services.own_addresses import wanted_by

        wanted = wanted_by(person)
    for item in read_mail(
        open_sources(paths), now=datetime.now(UTC), is_wanted=wanted if person else None
    ):
        if isinstance(item, Problem):
            yield item
        elif item.message is None:
            yield _as_read(None, ordinary, item.source)
        elif person is not None and wanted.wrote(item.message):
            own.append((item.message, item.source))
        else:
            reading = read_message(item.message)
            listed = listed_in(item.message, reading=reading)
            for part in listed:
                yield _as_read(part.message, part.reading, item.source)
            if not listed:
                yield _as_read(item.message, reading, item.source)
    if person is not None:
        yield from _read_own(person, own)


def _read_own(person: Person, own: Sequence[tuple[Message, Source]]) -> Iterator[_Read]:
    """Yield the person's own mail as what they did, as far as stored mail tells what it answers."""
    from onward.mail.rules.talks.own_mail import SentMeaning
    from onward.mail.rules.types import Because, Reading, Verdict
    from onward.mail.services.sent import kept_of_sent

    rows = {row.key: row for row, _ in kept_of_sent(person, own, now=datetime.now(UTC))}
    for message, source in own:
        row, reading = rows.get(message.key), Reading(Verdict.OTHER, confidence=1.0)
        says = reading.verdict.value
        if row is not None and row.verdict != SentMeaning.THREAD:
            says = row.verdict
            reading = replace(
                reading,
                confidence=row.confidence,
                because=tuple(Because(**each) for each in row.because),
                company=row.company,
                role=row.role,
                requisition=row.requisition,
            )
        yield _Read(message, reading, source, says)


def _line(item: _Read, *, as_json: bool) -> str:
    from onward.mail.rules.taught.deciding import deciding_words

    message, reading = item.message, item.reading
    facts = _facts(item)
    if as_json:
        return json.dumps(facts, ensure_ascii=False)
    because = deciding_words([asdict(each) for each in reading.because])
    why = "; ".join(f"“{words}”" for words in because)
    about = " · ".join(filter(None, (reading.company, reading.role)))
    day = (facts["date"] or "          ")[:10]
    subject = message.subject if message else ""
    end = f"  because {why}" if why else ""
    return f"{day}  {item.says:<20} {about or subject}{end}"


def _facts(item: _Read) -> dict[str, Any]:
    """Return one reading as `onward read --json` prints it."""
    message, reading, source = item.message, item.reading, item.source
    sent_at = message.sent_at if message else None
    contact = reading.contact
    return {
        "message_id": message.message_id if message else "",
        "date": sent_at.isoformat() if sent_at else None,
        "verdict": item.says,
        "confidence": round(reading.confidence, 3),
        "because": [asdict(because) for because in reading.because],
        "company": reading.company,
        "role": reading.role,
        "requisition": reading.requisition,
        "system": reading.system,
        "contact": {"name": contact.name, "address": contact.address},
        "source": {"path": source.path, "offset": source.offset},
    }
