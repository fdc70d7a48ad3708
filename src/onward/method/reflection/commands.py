"""The command `onward look-back`."""

from __future__ import annotations

import click

from onward.core.exit_codes import ExitCode, exit_code_help
from onward.project.setup import start_for_person


@click.command(
    epilog="\b\nExample: onward look-back --questions\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK)
)
@click.option("--questions", is_flag=True, help="The questions your interviews asked.")
@click.option(
    "--of",
    "outcome",
    type=click.Choice(["answered", "interview"]),
    default="answered",
    show_default=True,
    help="What the patterns count.",
)
@click.option("--anyway", is_flag=True, help="Show the counts in a quiet time, too.")
def look_back_command(questions: bool, outcome: str, anyway: bool) -> None:
    """Show the patterns of your search with their counts, or your question bank."""
    person = start_for_person()
    from django.utils import timezone

    from onward.method.reflection.plain import pattern_lines, question_lines
    from onward.project.setup import is_resting

    if not questions and not anyway and is_resting(person, now=timezone.now()):
        click.echo("It is quiet for now, and the numbers rest. To see them: --anyway")
        return
    lines = (
        question_lines(person) if questions else pattern_lines(person, outcome=outcome)
    )
    for line in lines:
        click.echo(line)
