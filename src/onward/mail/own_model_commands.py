"""The person's own language model on the command line: `onward ask-model`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help

if TYPE_CHECKING:
    from onward.jobs.models import Job
    from onward.jobs.services import Progress
    from onward.mail.models import OwnModel
    from onward.mail.services.asking import Asked
    from onward.people.models import Person


@click.command(
    "ask-model",
    epilog="Example: onward ask-model --test && onward ask-model\n\n"
    + exit_code_help(
        ExitCode.UNREADABLE, ExitCode.DATABASE, ExitCode.NOT_FOUND, ExitCode.STOPPED
    ),
)
@click.option("--test", "is_test", is_flag=True, help="Only ask about an invented no.")
@click.option("--quiet", is_flag=True, help="Only the summary, no progress bar.")
def ask_model_command(is_test: bool, quiet: bool) -> None:
    """Ask the language model that you set up in the app, under Mail, about unclear messages.

    Off until you turn it on there. Only messages whose words do not decide are sent, and
    what it says waits on the review page: nothing is recorded without you.
    """
    from onward.project.setup import start

    start()

    from onward.people.services import local_person

    person = local_person()
    row = _on(person)
    if is_test:
        _test(row)
        return
    try:
        asked = _ask_here(person, row, is_quiet=quiet)
    except KeyboardInterrupt as error:
        raise Stop(
            "Stopped. What was answered is kept; the next run goes on from there.",
            ExitCode.STOPPED,
        ) from error
    _print(asked)


def _on(person: Person) -> OwnModel:
    from onward.mail.services.own_model import own_model

    row = own_model(person)
    if row is None or not row.is_on:
        state = "set up" if row is None else "turned on"
        raise Stop(
            f"No language model is {state}, and none is needed. In the app: Mail, A "
            "language model of your own.",
            ExitCode.NOT_FOUND,
        )
    return row


def _test(row: OwnModel) -> None:
    from onward.mail.own_model.troubles import ModelTrouble
    from onward.mail.own_model.words import OUTCOME_WORDS, VERDICT_WORDS
    from onward.mail.services.own_model import try_out

    try:
        judged = try_out(row)
    except ModelTrouble as trouble:
        raise Stop(str(trouble), ExitCode.UNREADABLE) from trouble
    if judged.verdict is None:
        raise Stop(
            f"It answers, but that answer would be let go: it "
            f"{OUTCOME_WORDS[judged.outcome]}. A larger model may do better.",
            ExitCode.UNREADABLE,
        )
    click.echo(f"It read an invented no as: {VERDICT_WORDS[judged.verdict]}.")


def _ask_here(person: Person, row: OwnModel, *, is_quiet: bool) -> Asked:
    from onward.jobs.services import run_here
    from onward.mail.services.asking import ask_about_ambiguous
    from onward.mail.services.own_model import JOB
    from onward.mail.terminal import ProgressBar

    done: list[Asked] = []

    def work(_job: Job, progress: Progress) -> dict[str, Any]:
        done.append(ask_about_ambiguous(person, progress=progress))
        return asdict(done[-1])

    with ProgressBar(is_quiet=is_quiet) as bar:
        run_here(
            person,
            work,
            kind=JOB,
            title=f"Asking {row}",
            arguments={},
            watch=bar,
        )
    return done[-1]


def _print(asked: Asked) -> None:
    from onward.mail.own_model.words import OUTCOME_WORDS
    from onward.mail.rules.own_model.answers import Outcome

    rows = [
        ("Asked about", asked.asked, ""),
        ("Readings", asked.proposed, "in the app: Mail, To look at"),
        ("Unclear still", asked.unclear, OUTCOME_WORDS[Outcome.UNCLEAR]),
    ]
    rows += [
        ("Let go", count, OUTCOME_WORDS[Outcome(name)])
        for name, count in sorted(asked.discarded.items())
    ]
    rows.append(("Not asked yet", asked.left, ""))
    for label, count, words in rows:
        click.echo(f"{label:<14}{count:>9,}{f'   {words}' if words else ''}")
    if asked.trouble:
        raise Stop(asked.trouble, ExitCode.UNREADABLE)
