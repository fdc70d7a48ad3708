"""What would be understood of mail, on the command line: `onward read`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help

if TYPE_CHECKING:
    from onward.mail.problems import Problem
    from onward.mail.rules.types import Message, Reading, Source
    from onward.people.models import Person
from onward.mail.terminal import PATHS


@click.command(
    "read",
    epilog="Example: onward read ~/Takeout/mail.mbox --json | head\n\n"
    + exit_code_help(ExitCode.UNREADABLE),
)
@PATHS
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--all", "shows_all", is_flag=True, help="Ordinary mail and alerts too.")
def read_command(paths: tuple[Path, ...], as_json: bool, shows_all: bool) -> None:
    """Show what would be understood of mail, and why; write nothing anywhere.

    Where you have imported mail before, your own letters are known as such, and days are
    told by your clock; else by that of this computer.
    """
    from onward.core.dates import zone
    from onward.mail.problems import Problem
    from onward.mail.rules.types import NOT_HIRING
    from onward.project.setup import person_known_here

    person = person_known_here()
    clock = zone(person.time_zone) if person is not None else None
    read = shown = unreadable = 0
    try:
        for item in _read(paths, person=person):
            if isinstance(item, Problem):
                unreadable += 1
                click.echo(item.sentence, err=True)
                continue
            read += 1
            if item.says in NOT_HIRING and not shows_all:
                continue
            shown += 1
            click.echo(_line(item, clock=clock, as_json=as_json))
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
    from onward.mail.rules.digests.listed import listed_in
    from onward.mail.rules.read import read_message
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


def _line(item: _Read, *, clock: tzinfo | None, as_json: bool) -> str:
    from onward.mail.rules.taught.deciding import deciding_words

    message, reading = item.message, item.reading
    facts = _facts(item, clock=clock)
    if as_json:
        return json.dumps(facts, ensure_ascii=False)
    because = deciding_words([asdict(each) for each in reading.because])
    why = "; ".join(f"“{words}”" for words in because)
    about = " · ".join(filter(None, (reading.company, reading.role)))
    day = (facts["date"] or "          ")[:10]
    subject = message.subject if message else ""
    end = f"  because {why}" if why else ""
    return f"{day}  {item.says:<20} {about or subject}{end}"


def _facts(item: _Read, *, clock: tzinfo | None) -> dict[str, Any]:
    """Return one reading as `onward read --json` prints it.

    Args:
        clock: By which days and hours are told; None for that of this computer.
    """
    message, reading, source = item.message, item.reading, item.source
    sent_at = message.sent_at if message else None
    contact = reading.contact
    return {
        "message_id": message.message_id if message else "",
        "date": sent_at.astimezone(clock).isoformat() if sent_at else None,
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
