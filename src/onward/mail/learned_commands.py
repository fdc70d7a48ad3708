"""What was learned, on the command line: `onward learned` lists it, and forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help

if TYPE_CHECKING:
    from onward.mail.models import LearnedExample
    from onward.people.models import Person

_SHOWN_ID = 12


@click.group(
    "learned",
    invoke_without_command=True,
    epilog="Example: onward learned forget 0193a1b2c3d4 --with-changes\n\n"
    + exit_code_help(ExitCode.NOT_FOUND, ExitCode.DATABASE),
)
@click.pass_context
def learned_command(ctx: click.Context) -> None:
    """List what you taught Onward about mail, or let it forget."""
    from onward.project.setup import start

    start()
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_command)


@learned_command.command("list")
def list_command() -> None:
    """List your examples, what you said of each, and how many messages it changed."""
    from onward.mail.meanings import MEANING_LABELS
    from onward.mail.rules.types import Meaning
    from onward.mail.services.learning import changes_of, counting, learn, said_on
    from onward.people.services import local_person

    person = local_person()
    learn(person)
    rows = counting(person)
    if not rows:
        click.echo("Nothing yet. Say what a mail means, in the app: Mail, To look at.")
    for row in rows:
        meaning = MEANING_LABELS[Meaning(row.meaning)]
        count = changes_of(person, [row]).count()
        click.echo(
            f"{_short(row)}  {said_on(row, person=person)}  {meaning}  {row}  "
            f"({row.domain or 'no address'}; {count:,} changed since)"
        )


@learned_command.command("forget")
@click.argument("key", metavar="ID")
@click.option("--with-changes", is_flag=True, help="Take back what it did so far.")
def forget_command(key: str, with_changes: bool) -> None:
    """Read later mail without an example; ID is what the list shows first.

    With --with-changes the messages that it changed are read as before, and what you said
    of its own mail is taken back. An application that you began by saying it goes, too,
    unless there is more in it.
    """
    from django.utils import timezone

    from onward.mail.meanings import forgotten_words
    from onward.mail.services.unlearning import forget
    from onward.people.services import local_person

    person = local_person()
    row = _example(person, key)
    done = forget(person, row, with_changes=with_changes, now=timezone.now())
    for line in forgotten_words(done):
        click.echo(line)


def _short(row: LearnedExample) -> str:
    # The end differs most: the beginning of these ids is the time.
    return row.pk.hex[-_SHOWN_ID:]


def _example(person: Person, key: str) -> LearnedExample:
    from onward.mail.services.learning import counting

    wanted = key.replace("-", "").lower()
    found = [row for row in counting(person) if row.pk.hex.endswith(wanted)]
    if not wanted or len(found) != 1:
        raise Stop(
            f"No example, or more than one, is called {key}. See: onward learned",
            ExitCode.NOT_FOUND,
        )
    return found[0]
