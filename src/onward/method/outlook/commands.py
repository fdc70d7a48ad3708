"""The command `onward outlook`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from onward.core.exit_codes import ExitCode, exit_code_help
from onward.project.setup import start_for_person

if TYPE_CHECKING:
    from onward.method.outlook.show import HomePage


@click.command(
    epilog="\b\nExample: onward outlook --weekly 4\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK)
)
@click.option(
    "--weekly",
    type=click.IntRange(1, 30),
    help="Applications a week to reckon with; your own pace if you leave it out.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON for other programs.")
@click.option("--anyway", is_flag=True, help="Show the numbers in a quiet time, too.")
def outlook_command(weekly: int | None, as_json: bool, anyway: bool) -> None:
    """Show the longer view: rates, what going on may bring, what is usual."""
    person = start_for_person()
    from django.utils import timezone

    from onward.method.outlook.show import home_page
    from onward.project.setup import is_resting

    now = timezone.now()
    if not anyway and is_resting(person, now=now):
        if as_json:
            click.echo(json.dumps({"is_resting": True}))
        else:
            click.echo(
                "It is quiet for now, and the numbers rest. To see them: --anyway"
            )
        return
    page = home_page(person, weekly=weekly, now=now)
    if as_json:
        click.echo(json.dumps(_record(page), ensure_ascii=False, indent=2))
    else:
        _print(page)


def _record(page: HomePage) -> dict[str, Any]:
    found = page.numbers
    return {
        "is_resting": False,
        "uses_prior": found.uses_prior,
        "is_enough": found.is_enough,
        "rates": {
            question.value: {
                "successes": estimate.seen.successes,
                "resolved": estimate.seen.resolved,
                "waiting": estimate.seen.waiting,
                "low": round(estimate.low, 4),
                "high": round(estimate.high, 4),
            }
            for question, estimate in found.whole.items()
        },
        "ahead": [
            {
                "applications": outlook.count,
                "interviews": [outlook.interviews.low, outlook.interviews.high],
                "some_interview": round(outlook.interviews.some, 4),
                "offers": [outlook.offers.low, outlook.offers.high],
                "some_offer": round(outlook.offers.some, 4),
            }
            for outlook in (*found.forecast, *found.paced)
        ],
    }


def _print(page: HomePage) -> None:
    if page.own:
        for sentence in page.own:
            click.echo(sentence)
        click.echo("It isn't a promise, and it can't see the market.")
    else:
        click.echo("Too early to say anything from your own numbers.")
        click.echo(page.too_early)
    if page.ahead:
        whose = "" if page.own else ", by searches that people published"
        click.echo(f"\nOf so many further applications, 8 times in 10{whose}:")
        for line in (*page.ahead, *page.paced):
            click.echo(
                f"  {line.count:>3}: {line.interviews} interviews "
                f"(one or more: {line.interview}), {line.offers} offers "
                f"(one or more: {line.offer})"
            )
    click.echo("\nHow usual is this?")
    for entry in page.usual:
        click.echo(f"  {entry.title}: {entry.range}. Yours: {entry.own}.")
