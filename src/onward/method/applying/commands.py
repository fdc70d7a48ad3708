"""The command `onward pace`."""

from __future__ import annotations

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.project.setup import start_for_person

_NO_PLAN = (
    "No week is planned, and none is needed: a plan is some days with a session, and days "
    "off on which nothing is suggested.\n"
    "Make one with: onward pace --sessions mon,wed,fri --off sat,sun\n"
    "or on the page Your pace, at /applying/."
)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@click.command(
    epilog="\b\nExample: onward pace --sessions mon,wed,fri --off sat,sun --minutes 60\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK)
)
@click.option("--sessions", default=None, help="Days with a session, as in mon,wed.")
@click.option("--off", default=None, help="Days off, as in sat,sun.")
@click.option("--minutes", type=click.IntRange(15, 240), help="How long a session is.")
def pace_command(sessions: str | None, off: str | None, minutes: int | None) -> None:
    """Show this week in sessions, or change the plan."""
    planned, protected = _days(sessions), _days(off)
    person = start_for_person()
    from django.utils import timezone

    from onward.method.applying.rules import Pace
    from onward.method.applying.services import keep_pace, pace_of, rhythm_of, week
    from onward.method.applying.words import DAY_KINDS, DAY_NAMES

    if planned is not None or protected is not None or minutes is not None:
        before = pace_of(person)
        pace = Pace(
            session_days=before.session_days if planned is None else planned,
            protected_days=before.protected_days if protected is None else protected,
            minutes=minutes or before.minutes,
        )
        if not pace.protected_days:
            raise Stop("Keep one day of the week free: --off sun", ExitCode.USAGE)
        keep_pace(person, pace, now=timezone.now())
    is_on = rhythm_of(person).is_on
    if not is_on:
        click.echo(_NO_PLAN)
    for day in week(person, today=timezone.localdate()):
        if not (is_on or day.sessions):
            continue
        name = f"{DAY_NAMES[day.day.weekday()]:<10}"
        held = ", ".join(f"{one.minutes or '?'} minutes" for one in day.sessions)
        click.echo(f"{name} {held or (DAY_KINDS[day.kind] if is_on else '')}".rstrip())


def _days(text: str | None) -> frozenset[int] | None:
    if text is None:
        return None
    names = [name.strip().lower()[:3] for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in DAYS]
    if unknown:
        raise click.UsageError(f"Name days as in mon,wed,fri; not {unknown[0]!r}.")
    return frozenset(DAYS.index(name) for name in names)
