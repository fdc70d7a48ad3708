"""The command `onward feedback`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.project.setup import start_for_person

if TYPE_CHECKING:
    from onward.method.feedback.services.situation import Story
    from onward.people.models import Person


def _person() -> Person:
    """Start, and free what an earlier run was sending when it was cut off."""
    person = start_for_person()
    from django.utils import timezone

    from onward.method.feedback.services.sending import free_stuck

    free_stuck(person, now=timezone.now())
    return person


@click.group(
    invoke_without_command=True,
    epilog="\b\nExample: onward feedback draft 'Bright Harbour'\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK),
)
@click.option("--anyway", is_flag=True, help="Show all of it in a quiet time, too.")
@click.pass_context
def feedback_command(ctx: click.Context, anyway: bool) -> None:
    """Show where asking for feedback may be worth a message, drafts, and answers."""
    if ctx.invoked_subcommand is not None:
        return
    person = _person()
    from django.utils import timezone

    from onward.method.feedback.plain import feedback_lines
    from onward.project.setup import is_resting

    now = timezone.now()
    rests = not anyway and is_resting(person, now=now)
    lines = list(feedback_lines(person, now=now, is_resting=rests))
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo("Nothing here yet. After a no, asking is offered where it may help.")


@feedback_command.command(
    "draft",
    epilog="\b\nExample: onward feedback draft 'Bright Harbour' --to dana@b.example\n"
    + exit_code_help(ExitCode.NOT_FOUND, ExitCode.DATABASE),
)
@click.argument("company")
@click.option("--role", default="", help="What the job is called.")
@click.option("--to", "to_address", default="", help="Whom to ask, by address.")
@click.option(
    "--focus",
    type=click.Choice(["skill", "preparation", "next"]),
    help="What the one question is about; next is what to work on first, by what they "
    "said already.",
)
def draft_command(company: str, role: str, to_address: str, focus: str | None) -> None:
    """Print a draft that asks COMPANY for feedback; nothing is kept or sent."""
    person = _person()
    from onward.core.text import one_line
    from onward.method.feedback.labels import REASON_WORDS
    from onward.method.feedback.plain import whom_of
    from onward.method.feedback.rules.kinds import Focus
    from onward.method.feedback.services.drafting import draft_for, says_why
    from onward.method.feedback.services.lessons import told_already

    story = _story(person, company=company, role=role)
    if not story.can_ask:
        raise Stop(str(REASON_WORDS[story.reason]), ExitCode.USAGE)
    told = told_already(story)
    if focus == Focus.NEXT and not says_why(story):
        raise Stop(
            "Nothing that they said about it is kept here. Ask about a skill or the "
            "preparation: --focus skill",
            ExitCode.USAGE,
        )
    draft = draft_for(
        story, to_address=to_address, focus=Focus(focus) if focus else None
    )
    click.echo(f"# {REASON_WORDS[story.reason]}", err=True)
    whom = whom_of(story, address=to_address)
    if whom:
        click.echo(f"# {whom}", err=True)
    if told:
        click.echo("# They said something about it already:", err=True)
    for row in told:
        click.echo(f"#   {one_line(row.text, limit=200)}", err=True)
    click.echo(f"To: {draft.to}")
    click.echo(f"Subject: {draft.subject}\n")
    click.echo(draft.body)


def _story(person: Person, *, company: str, role: str) -> Story:
    from django.db.models import F

    from onward.applications.models import Application
    from onward.core.text import search_fold
    from onward.method.feedback.services.situation import story_of

    found = Application.objects.for_person(person).filter(
        merged_into=None, company_sort__contains=search_fold(company)
    )
    for word in search_fold(role).split():
        found = found.filter(search_text__contains=word)
    latest = F("last_moved_at").desc(nulls_last=True)
    rows = list(found.order_by("is_open", latest, "pk")[:21])
    rows = [row for row in rows if row.no_kind] or rows
    if not rows:
        raise Stop(
            f"No application at {company} is known. See them with: onward list",
            ExitCode.NOT_FOUND,
        )
    if len(rows) > 1:
        lines = "\n".join(f"  {row.company} · {row.role}" for row in rows[:20])
        raise Stop(
            f"More than one application fits:\n{lines}\n"
            "Give more of the name, or --role.",
            ExitCode.USAGE,
        )
    return story_of(person, rows[0])
