"""The command that writes everything about the applications."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.core.languages import Language
from onward.core.text import shown_path
from onward.exchange.files import (
    write_private,
    write_private_bytes,
    writing_sentence,
)
from onward.exchange.rules.export import Format


@click.command(
    epilog="\b\nExample: onward export --format csv --output applications.csv\n"
    + exit_code_help(ExitCode.DISK, ExitCode.DATABASE)
)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.JSON.value,
    show_default=True,
    help="JSON has everything; CSV is a table.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="The file to write; without it, standard output.",
)
@click.option("--events", is_flag=True, help="In CSV, one line an event.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def export_command(form: str, output: Path | None, events: bool, force: bool) -> None:
    """Write everything about your applications as JSON or CSV."""
    if events and form == Format.JSON:
        raise click.UsageError("--events is for CSV: JSON has all events in any case.")
    if output is None or str(output) == "-":
        _to_standard_output(_pieces(Format(form), events=events))
        return
    if output.exists() and not force:
        raise Stop(
            f"{output} is there already. Choose another name, or add --force.",
            ExitCode.DISK,
        )
    _to_file(output, _pieces(Format(form), events=events))


@click.command(
    epilog="\b\nExample: onward import-list ~/Downloads/linkedin.zip\n"
    + exit_code_help(
        ExitCode.UNREADABLE, ExitCode.NOT_FOUND, ExitCode.DATABASE, ExitCode.DISK
    )
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--days",
    type=click.Choice(["day-first", "month-first"]),
    help="How days are written, where the list does not show it.",
)
@click.option("--dry-run", is_flag=True, help="Show what would happen; record nothing.")
@click.option("--yes", is_flag=True, help="Record it without showing it and asking.")
def import_list_command(file: Path, days: str | None, dry_run: bool, yes: bool) -> None:
    """Take in a list of applications: a CSV, .xlsx or .ods file, or an export of LinkedIn's or Onward's.

    What would be recorded is shown first, and you are asked.
    """
    if dry_run and yes:
        raise click.UsageError("Give --dry-run or --yes, not both.")
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise Stop(f"There is no file {file}.", ExitCode.NOT_FOUND) from error
    except OSError as error:
        raise Stop(
            f"{file} cannot be read ({error.strerror}). Check its rights.",
            ExitCode.UNREADABLE,
        ) from error
    from onward.project.setup import start

    start()
    from onward.exchange.plain import take_in_file

    if not yes:
        for line in take_in_file(shown_path(file.name), data, days=days, is_dry=True):
            click.echo(line)
        if dry_run:
            return
        _ask_to_record()
    for line in take_in_file(shown_path(file.name), data, days=days, is_dry=False):
        click.echo(line)


def _ask_to_record() -> None:
    """Go on where the person says so.

    Raises:
        Stop: If nobody sits at a terminal to be asked.
    """
    if not sys.stdin.isatty():
        raise Stop(
            "Nothing is recorded yet. To record what is shown, give --yes.",
            ExitCode.USAGE,
        )
    click.confirm("Record this? Nothing is recorded yet.", abort=True)


@click.command(
    epilog="\b\nExample: onward proof --from 2026-11-01 --to 2026-11-30 "
    "--output november.pdf\n" + exit_code_help(ExitCode.DISK, ExitCode.DATABASE)
)
@click.option(
    "--from",
    "first",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="The first day.",
)
@click.option(
    "--to",
    "last",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="The last day.",
)
@click.option("--name", default="", help="The name at the top of the PDF.")
@click.option("--results", is_flag=True, help="Show what came of each, too.")
@click.option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    help="The language of the report; without it, the one you chose on its page, or that "
    "of most of your hiring mail.",
)
@click.option("--follow-ups", is_flag=True, help="Report follow-ups, too.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A .pdf or .csv file; without it, CSV on standard output.",
)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def proof_command(
    first: datetime,
    last: datetime,
    name: str,
    results: bool,
    language: str | None,
    follow_ups: bool,
    output: Path | None,
    force: bool,
) -> None:
    """Write a report of your search for a job centre: what you did, day by day."""
    if first > last:
        raise click.UsageError("The last day is before the first. Exchange the two.")
    if output is not None and output.suffix.lower() not in {".pdf", ".csv"}:
        raise click.UsageError("Name a file that ends in .pdf or .csv.")
    if output is not None and output.exists() and not force:
        raise Stop(
            f"{output} is there already. Choose another name, or add --force.",
            ExitCode.DISK,
        )
    from onward.project.setup import start

    start()
    from onward.exchange.plain import proof_file

    is_pdf = output is not None and output.suffix.lower() == ".pdf"
    content, undated, unsent = proof_file(
        first.date(),
        last.date(),
        name=name,
        with_results=results,
        with_follow_ups=follow_ups,
        language=Language(language) if language else None,
        is_pdf=is_pdf,
    )
    for application in undated:
        said = (
            "Left out, as the day of the interview or the test is not known, or a new "
            "time was asked for"
        )
        click.echo(f"{said}: {application}", err=True)
    for application in unsent:
        said = "Not told as sent, as no day of applying is known"
        click.echo(f"{said}: {application}", err=True)
    if output is None:
        click.echo(content, nl=False)
        return
    try:
        write_private_bytes(output, content)
    except OSError as error:
        raise Stop(writing_sentence(error, output), ExitCode.DISK) from error
    click.echo(f"Written to {output}.", err=True)


def _pieces(form: Format, *, events: bool) -> Iterator[str]:
    from onward.project.setup import start

    start()
    from django.utils import timezone

    from onward.exchange.services import export_pieces
    from onward.people.services import local_person

    return export_pieces(
        local_person(), form=form, one_line_an_event=events, now=timezone.now()
    )


def _to_standard_output(pieces: Iterator[str]) -> None:
    for piece in pieces:
        # Bytes, so that the encoding of the terminal changes nothing.
        click.echo(piece.encode(), nl=False)


def _to_file(output: Path, pieces: Iterator[str]) -> None:
    try:
        write_private(output, pieces)
    except OSError as error:
        raise Stop(writing_sentence(error, output), ExitCode.DISK) from error
    click.echo(f"Written to {output}.", err=True)
