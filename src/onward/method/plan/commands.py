"""The commands `onward today` and `onward no`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.project.setup import start_for_person

if TYPE_CHECKING:
    import uuid

    from onward.applications.models import Application
    from onward.exchange.rules.calendar import CalendarEntry
    from onward.people.models import Person

KINDS = {
    "they": "they_said_no",
    "i": "i_said_no",
    "job": "job_went_away",
    "quiet": "went_quiet",
}
_MOST_NEAR = 10


@click.command(
    epilog="\b\nExample: onward today\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK)
)
def today_command() -> None:
    """Show what rests, one small step if there is one, and what moved."""
    person = start_for_person()
    from django.utils import timezone

    from onward.method.plan.plain import today_lines
    from onward.method.plan.services import catch_up
    from onward.method.plan.today import today

    now = timezone.now()
    catch_up(person, now=now)
    for line in today_lines(today(person, now)):
        click.echo(line)


@click.command(
    epilog="\b\nExample: onward next\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK)
)
def next_command() -> None:
    """Say what is next and why; nothing while it is quiet, or where nothing asks."""
    person = start_for_person()
    from django.utils import timezone

    from onward.method.applying.services import next_action, rhythm_of
    from onward.method.applying.words import reason_of, title_of
    from onward.method.plan.services import catch_up
    from onward.method.plan.today import is_resting

    now = timezone.now()
    catch_up(person, now=now)
    if is_resting(person, now):
        click.echo("It is quiet here for now. Nothing is asked of you.")
        return
    matter = next_action(rhythm_of(person), now=now)
    if matter is None:
        click.echo("Nothing is asked of you today. Whatever you do next is yours.")
        return
    click.echo(title_of(matter))
    click.echo(reason_of(matter, today=timezone.localdate(now)))
    if matter.application:
        click.echo(f"See it with: onward show {matter.application}")


@click.command(
    epilog="\b\nExample: onward no 'Bright Harbour' --kind they --on 2026-03-31\n"
    + exit_code_help(ExitCode.NOT_FOUND, ExitCode.DATABASE, ExitCode.DISK)
)
@click.argument("company", default="")
@click.option("--role", default="", help="What the job is called.")
@click.option(
    "--kind",
    type=click.Choice(list(KINDS)),
    default="they",
    show_default=True,
    help="Who said no: they did, you did, or the job went away.",
)
@click.option(
    "--on",
    "on_day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day it was said; today if you leave it out.",
)
@click.option(
    "--rest",
    type=click.Choice(["none", "24", "48"]),
    help="How many hours it is quiet here; your own setting if you leave it out.",
)
@click.option("--new", "is_new", is_flag=True, help="Begin a new application for it.")
@click.option("--list", "is_list", is_flag=True, help="Show the noes so far.")
def no_command(
    company: str,
    role: str,
    kind: str,
    on_day: datetime | None,
    rest: str | None,
    is_new: bool,
    is_list: bool,
) -> None:
    """Record that COMPANY said no, that you did, or that the job went away."""
    if is_list:
        _print_noes(company)
        return
    if not company.strip():
        raise click.UsageError("Name the company, or use --list.")
    person = start_for_person()
    from django.utils import timezone

    from onward.applications.rules.kinds import NoKind
    from onward.method.plan.recording import record_no
    from onward.method.plan.services import catch_up

    now = timezone.now()
    at = _moment(person, on_day, now=now)
    application = None if is_new else _application(person, company=company, role=role)
    event = record_no(
        person,
        application,
        facts={"company": company, "role": role},
        kind=NoKind(KINDS[kind]),
        at=at,
        now=now,
    )
    catch_up(person, now=now)
    _rest(person, event.pk, rest=rest, now=now)
    if application is None:
        named = f"{role} · {company}" if role else company
        click.echo(f"A new application was begun for it: {named}. {_UNDO}")


_UNDO = "If it is one too many, undo both in the browser, under “What was changed”: onward run"


def _moment(person: Person, on_day: datetime | None, *, now: datetime) -> datetime:
    from django.utils import timezone

    from onward.applications.labels import DAY_PROBLEMS
    from onward.applications.rules.days import day_problem, moment_of

    today = timezone.localdate(now)
    day = on_day.date() if on_day else today
    problem = day_problem(day, today=today)
    if problem is not None:
        raise Stop(str(DAY_PROBLEMS[problem]), ExitCode.USAGE)
    return moment_of(day, at=None, now=now, zone_name=person.time_zone)


def _application(person: Person, *, company: str, role: str) -> Application | None:
    from onward.applications.labels import NO_LABELS
    from onward.applications.rules.kinds import NoKind
    from onward.method.plan.recording import meant

    found = meant(person, company=company, role=role)
    if len(found) > 1:
        lines = "\n".join(f"  {one.company} · {one.role}" for one in found[:20])
        raise Stop(
            f"More than one application fits:\n{lines}\n"
            "Give more of the name, or --role.",
            ExitCode.USAGE,
        )
    if found and found[0].no_kind:
        label = NO_LABELS[NoKind(found[0].no_kind)]
        raise Stop(
            f"{found[0]} is closed already ({label}). Nothing was recorded. "
            f"See it with: onward show {found[0].pk}",
            ExitCode.USAGE,
        )
    if not found:
        _ask_about_names(person, company=company, role=role)
    return found[0] if found else None


def _ask_about_names(person: Person, *, company: str, role: str) -> None:
    """Let the person choose where a name is near to one that is there.

    Raises:
        Stop: If there is such a name.
    """
    from onward.method.plan.recording import may_be_meant

    near = may_be_meant(person, company=company)
    if not near:
        return
    named = f"{role} · {company}" if role else company
    lines = "\n".join(f"  {one}" for one in near[:_MOST_NEAR])
    raise Stop(
        f"No application is called “{named}”. Nothing was recorded. "
        f"Did you mean:\n{lines}\n"
        "Say its name (and --role), or begin a new one with --new.",
        ExitCode.NOT_FOUND,
    )


def _rest(
    person: Person, event_id: uuid.UUID, *, rest: str | None, now: datetime
) -> None:
    """Say what was recorded, and how long it is quiet."""
    from onward.applications.rules.kinds import EventKind
    from onward.method.feelings.rules import Hours
    from onward.method.feelings.services.quiet import choose_quiet, open_window
    from onward.method.feelings.words import quiet_until
    from onward.method.plan.services import care_page, care_plan_of
    from onward.method.plan.words import what_happened

    plan = care_plan_of(person, event_id)
    if rest is not None:
        hours = Hours(0 if rest == "none" else int(rest))
        choose_quiet(person, origin_id=plan.origin_id, hours=hours, now=now)
    no = care_page(plan, now=now).no
    click.echo(what_happened(no, kind=EventKind(plan.event.kind)))
    window = open_window(person, now=now)
    if window is not None:
        click.echo(f"{quiet_until(window.ends_at, now=now)}.")
        click.echo("Nothing is asked of you here until then.")
    else:
        click.echo("It is recorded, and nothing is asked about it.")
    click.echo("If it is heavy: onward help-now")


def _print_noes(words: str) -> None:
    person = start_for_person()
    from onward.method.plan.plain import no_lines
    from onward.method.plan.services import noes

    found = list(noes(person, words=words)[:200])
    if not found:
        click.echo("Nothing here." if not words else "Nothing found by these words.")
    for line in no_lines(found):
        click.echo(line)


_NO_DAYS = (
    "Nothing with a day of its own lies ahead. Interviews, tests and last days come here "
    "from your mail and from an application's page, planned sessions from your pace.\n"
    "Begin with: onward add COMPANY --saved --deadline 2026-03-31, or: onward pace"
)


@click.command(
    epilog="\b\nExample: onward calendar --output days.ics\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK)
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The .ics file to write; without it, the days ahead are printed.",
)
@click.option("--hide-names", is_flag=True, help="Say when, and nothing else.")
def calendar_command(output: Path | None, hide_names: bool) -> None:
    """Show the days ahead, or write them as an iCalendar file."""
    person = start_for_person()
    from django.utils import timezone

    from onward.exchange.files import write_private_bytes, writing_sentence
    from onward.method.plan.calendar import calendar_file, day_of, entries

    now = timezone.now()
    if output is None:
        ahead = [
            f"{_day_and_hours(entry)}  {entry.title}"
            for entry in entries(person, now=now)
            if day_of(entry, person) >= timezone.localdate(now)
            and not entry.is_cancelled
        ]
        click.echo("\n".join(ahead) or _NO_DAYS)
        return
    content = calendar_file(person, now=now, hides_names=hide_names)
    try:
        write_private_bytes(output, content)
    except OSError as error:
        raise Stop(writing_sentence(error, output), ExitCode.DISK) from error
    click.echo(f"Written to {output}.", err=True)


def _day_and_hours(entry: CalendarEntry) -> str:
    """Return a day, or when it begins and ends by the person's own clock."""
    if not isinstance(entry.starts, datetime):
        return f"{entry.starts}{'':12}"
    from django.utils import timezone

    end = f"–{timezone.localtime(entry.ends):%H:%M}" if entry.ends else ""
    return f"{timezone.localtime(entry.starts):%Y-%m-%d %H:%M}{end:6}"
