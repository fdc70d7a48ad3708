"""The commands `onward win` and `onward wins`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.project.setup import start_for_person

if TYPE_CHECKING:
    from onward.method.wins.models import Win
    from onward.people.models import Person

OWN = ("own", "hard_thing", "connection", "goal", "rest")
MOST_SHOWN = 20


@click.command(
    epilog="\b\nExample: onward win 'Called the agency although I was nervous'\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK)
)
@click.argument("words")
@click.option(
    "--kind",
    type=click.Choice(OWN),
    default="own",
    show_default=True,
    help="What kind of thing it was.",
)
@click.option(
    "--on",
    "on_day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of it; today if you leave it out.",
)
def win_command(words: str, kind: str, on_day: datetime | None) -> None:
    """Put something good on your wall, in one line of your own WORDS."""
    if not words.strip():
        raise click.UsageError("Write one line about it.")
    person = start_for_person()
    from django.utils import timezone

    from onward.applications.labels import DAY_PROBLEMS
    from onward.applications.rules.days import day_problem
    from onward.method.wins.rules import WinKind
    from onward.method.wins.services import add_own

    today = timezone.localdate()
    day = on_day.date() if on_day else today
    problem = day_problem(day, today=today)
    if problem is not None:
        raise Stop(str(DAY_PROBLEMS[problem]), ExitCode.USAGE)
    add_own(person, words=words[:300], kind=WinKind(kind), day=day, now=timezone.now())
    click.echo("On the wall.")


@click.command(
    epilog="\b\nExample: onward wins --week\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK)
)
@click.option("--week", "is_week", is_flag=True, help="What moved this week.")
def wins_command(is_week: bool) -> None:
    """Show the wall of small wins, or with --week what moved this week."""
    person = start_for_person()
    from django.utils import timezone

    from onward.method.wins.services import wall

    if is_week:
        _print_week(person, now=timezone.now())
        return
    wins = list(wall(person)[:MOST_SHOWN])
    for win in wins:
        click.echo(f"{timezone.localtime(win.at):%Y-%m-%d}  {_words(win)}")
    if not wins:
        click.echo("Nothing on the wall yet. Add one with: onward win 'WORDS'")


def _words(win: Win) -> str:
    from onward.method.wins.labels import WIN_LABELS
    from onward.method.wins.rules import WinKind

    if win.event is None:
        return win.words
    return f"{WIN_LABELS[WinKind(win.kind)]}: {win.event.application.head}"


def _print_week(person: Person, *, now: datetime) -> None:
    from onward.core.dates import day_in
    from onward.method.wins.labels import line_words
    from onward.method.wins.services import week

    shown = week(person, day_in(now, zone_name=person.time_zone))
    for title, group in (
        ("What you did", shown.effort),
        ("What came of it", shown.outcomes),
    ):
        if group:
            click.echo(title)
        for line in group:
            click.echo(f"  {line_words(line)}")
    if shown.is_empty:
        click.echo("Nothing to list this week. That's allowed.")
