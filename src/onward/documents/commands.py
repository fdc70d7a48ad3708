"""The commands document and advert."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.core.text import shown_path
from onward.project.setup import start_for_person

if TYPE_CHECKING:
    from onward.applications.models import Application
    from onward.documents.models import Advert, KeptFile, Version
    from onward.people.models import Person

_CHUNK_BYTES = 1_000_000
_CODES = (ExitCode.NOT_FOUND, ExitCode.UNREADABLE, ExitCode.DATABASE, ExitCode.DISK)


@click.group(
    epilog="\b\nExample: onward document add ~/CV.pdf --application 'Bright Harbour'\n"
    + exit_code_help(*_CODES)
)
def document_command() -> None:
    """Keep the résumés and letters that you send, in versions."""


@document_command.command(
    "add",
    epilog="\b\nExample: onward document add ~/CV.pdf --application 'Bright Harbour'\n"
    + exit_code_help(*_CODES),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--application", help="Company or id of the application it was sent with."
)
@click.option("--letter", is_flag=True, help="It is a cover letter, no résumé.")
@click.option(
    "--name", default="", help="What to call it; by its file's name if left out."
)
def add_document_command(
    file: Path, application: str | None, letter: bool, name: str
) -> None:
    """Keep a file as the next version of a document, and read it."""
    person = start_for_person()
    from django.utils import timezone

    from onward.applications.commands import the_application
    from onward.documents.rules.kinds import DocumentKind
    from onward.documents.services import add_file, mark_sent, read_waiting

    now = timezone.now()
    _stop_at_no_document(_there(file))
    sent_with = the_application(person, application) if application else None
    added = add_file(
        person,
        file_name=shown_path(file.name),
        chunks=_chunks(_there(file)),
        kind=DocumentKind.LETTER if letter else DocumentKind.RESUME,
        name=name,
        now=now,
    )
    version = added.version
    click.echo(f"{'Kept' if added.is_new else 'Kept already'}: {version}")
    if sent_with is not None:
        mark_sent(person, sent_with, version, now=now)
        click.echo(f"Noted as sent with: {sent_with}")
    read_waiting(person, version)
    _tell_reading(version)
    click.echo(_parts_of(version))


def _there(file: Path) -> Path:
    path = file.expanduser()
    if not path.is_file():
        raise Stop(f"There is no file {path}.", ExitCode.NOT_FOUND)
    return path


def _stop_at_no_document(path: Path) -> None:
    """Return quietly if it may be a document.

    Raises:
        Stop: With the one sentence on what it is, and what can be kept.
    """
    from onward.documents.labels import NO_DOCUMENT_SENTENCES
    from onward.documents.rules.no_documents import START_BYTES, no_document

    try:
        with path.open("rb") as opened:
            kind = no_document(opened.read(START_BYTES))
    except OSError as error:
        raise _not_read(path, error) from error
    if kind is not None:
        raise Stop(str(NO_DOCUMENT_SENTENCES[kind]), ExitCode.UNREADABLE)


def _not_read(path: Path, error: OSError) -> Stop:
    return Stop(
        f"{path} cannot be read ({error.strerror}). Check its rights.",
        ExitCode.UNREADABLE,
    )


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                yield chunk
    except OSError as error:
        raise _not_read(path, error) from error


def _tell_reading(row: KeptFile) -> None:
    """Return quietly if it was read.

    Raises:
        Stop: With the one sentence on what is wrong, or that a worker is at it.
    """
    from onward.documents.templatetags.documents import problem_sentence

    if row.is_waiting:
        click.echo("It is being read by Onward, which is running beside.")
        raise SystemExit(ExitCode.OK.value)
    if not row.is_read:
        raise Stop(
            f"{problem_sentence(row.problem)} The file itself is kept.",
            ExitCode.UNREADABLE,
        )


def _parts_of(version: Version) -> str:
    from onward.documents.templatetags.documents import section_label

    words = len(version.text.split())
    kinds = dict.fromkeys(section.kind for section in version.found_sections)
    names = ", ".join(str(section_label(kind)) for kind in kinds)
    return f"Read: {words} words in {names}" if names else f"Read: {words} words"


@document_command.command(
    "list",
    epilog="Example: onward document list\n\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK),
)
def list_documents_command() -> None:
    """List your documents with their versions, and how often each was sent."""
    person = start_for_person()
    from django.utils.timezone import localtime

    from onward.core.text import one_line
    from onward.documents.services import library, sent_counts
    from onward.documents.templatetags.documents import kind_label

    counts = sent_counts(person)
    documents = library(person)
    for document in documents:
        click.echo(f"{one_line(document.name)}  ({kind_label(document.kind)})")
        for version in document.versions.all():
            day = localtime(version.added_at)
            state = "" if version.is_read else f"  {version.state}"
            sent = counts.get(version.pk, 0)
            times = f"  sent with {sent}" if sent else ""
            click.echo(
                f"  {version.number:>3}  {day:%Y-%m-%d}  {version.file_name}{times}{state}"
            )
    if not documents:
        click.echo("No documents yet. Try: onward document add FILE")


@click.command(
    epilog="\b\nExample: onward advert https://jobs.example/planner --application Oak\n"
    + exit_code_help(*_CODES)
)
@click.argument("source", type=click.Path(allow_dash=True))
@click.option(
    "--application", required=True, help="Company or id of the application it is for."
)
@click.option(
    "--address", default="", help="Where it stood, for a file or pasted text."
)
def advert_command(source: str, application: str, address: str) -> None:
    """Keep an advert as it stands today.

    SOURCE is a web address, which is fetched once; a file (a saved page, a PDF or a
    text); or - for text on standard input.
    """
    person = start_for_person()
    from onward.applications.commands import the_application
    from onward.documents.services import read_waiting

    chosen = the_application(person, application)
    advert = _kept(person, chosen, source=source, address=_web_address(address))
    read_waiting(person, advert)
    _tell_reading(advert)
    click.echo(f"Kept: {advert}")
    for words in (advert.company, advert.place, advert.salary):
        if words:
            click.echo(f"  {words}")
    for line in advert.requirements:
        click.echo(f"  - {line}")


def _kept(
    person: Person, application: Application, *, source: str, address: str
) -> Advert:
    from django.utils import timezone

    from onward.documents.reading.plain import read_text
    from onward.documents.services import keep_address, keep_file, keep_pasted

    now = timezone.now()
    if source == "-":
        text = read_text(sys.stdin.buffer.read())
        return keep_pasted(person, application, text=text, address=address, now=now)
    if source.lower().startswith(("http://", "https://")):
        address = _web_address(source)
        return keep_address(person, application, address=address, now=now)
    path = _there(Path(source))
    if not path.stat().st_size:
        _stop_at_no_document(path)
    return keep_file(
        person,
        application,
        file_name=shown_path(path.name),
        chunks=_chunks(path),
        address=address,
        now=now,
    )


def _web_address(typed: str) -> str:
    from onward.documents.rules.addresses import web_address

    try:
        return web_address(typed) if typed else ""
    except ValueError as error:
        raise Stop(
            f"{typed} is not a web address. One looks like https://example.com.",
            ExitCode.USAGE,
        ) from error
