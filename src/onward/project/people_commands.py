"""`onward people`: who signs in to an Onward that several people share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help

if TYPE_CHECKING:
    from onward.people.models import Person


@click.group(
    "people",
    epilog="Example: onward people add robin@mail.example --name Robin\n\n"
    + exit_code_help(ExitCode.TROUBLE, ExitCode.NOT_FOUND, ExitCode.DATABASE),
)
def people_command() -> None:
    """List, add, shut out or remove the people who share this Onward."""
    from onward.project.setup import start

    start()


@people_command.command("list")
def list_command() -> None:
    """List who signs in here, and when they last did."""
    from onward.people.models import Person

    people = Person.objects.filter(is_local=False).order_by("email")
    if not people:
        click.echo("Nobody signs in here yet. Add somebody: onward people add ADDRESS")
    for person in people:
        last = person.last_login
        seen = f"last signed in {last:%Y-%m-%d}" if last else "not signed in yet"
        shut = "" if person.is_active else "  shut out"
        click.echo(f"{person.email}  {person.name}  {seen}{shut}")


@people_command.command("add")
@click.argument("address")
@click.option("--name", default="", help="What they are called; they can change it.")
@click.option(
    "--time-zone",
    default="",
    help="As Europe/Berlin; without it this computer's. They can change it.",
)
def add_command(address: str, name: str, time_zone: str) -> None:
    """Add somebody, and print the link by which they choose a password."""
    from onward.people.services import add_person

    try:
        person = add_person(email=address, name=name, time_zone=time_zone)
    except ValueError as error:
        raise Stop(str(error)) from error
    click.echo(f"{person.email} can sign in from now on.")
    _print_link(person)


@people_command.command("link")
@click.argument("address")
def link_command(address: str) -> None:
    """Print a new link for somebody who forgot the password; earlier links end."""
    person = _person(address)
    if not person.is_active:
        raise Stop(
            f"{person.email} is shut out. Let them in first: "
            f"onward people let-in {person.email}"
        )
    _print_link(person)


@people_command.command("address")
@click.argument("address")
@click.argument("new_address")
def address_command(address: str, new_address: str) -> None:
    """Let somebody sign in with another address; all that is theirs stays."""
    from onward.people.services import change_address

    person = _person(address)
    try:
        change_address(person, email=new_address)
    except ValueError as error:
        raise Stop(str(error)) from error
    if person.has_usable_password():
        click.echo(
            f"{person.email} is what they sign in with from now on, and the password is "
            "the same. Links that were sent before open nothing."
        )
        return
    click.echo(
        f"{person.email} is what they sign in with from now on. Links that were sent "
        f"before open nothing. {_without_password(person)}"
    )


@people_command.command("shut-out")
@click.argument("address")
def shut_out_command(address: str) -> None:
    """Let somebody in no more, at once; what they keep here stays."""
    from onward.method.plan.calendar import revoke_address
    from onward.people.services import close_account

    person = _person(address)
    close_account(person)
    revoke_address(person)
    click.echo(
        f"{person.email} is not let in any more, and no mail of theirs is read. Their "
        "sessions and the private address of their calendar have ended for good."
    )


@people_command.command("let-in")
@click.argument("address")
def let_in_command(address: str) -> None:
    """Let somebody in again who was shut out."""
    from onward.people.services import open_account

    person = _person(address)
    open_account(person)
    if person.has_usable_password():
        click.echo(
            f"{person.email} can sign in again, with the password of before. Where "
            "somebody else may know it, print a link by which they choose another: "
            f"onward people link {person.email}"
        )
        return
    click.echo(f"{person.email} is let in again. {_without_password(person)}")


@people_command.command("remove")
@click.argument("address")
@click.option("--yes", is_flag=True, help="Do not ask before removing.")
def remove_command(address: str, yes: bool) -> None:
    """Remove somebody with everything of theirs, for good."""
    from onward.project.removing import kept_of, remove_person

    person = _person(address)
    kept = kept_of(person)
    if not yes:
        # What kinds of entries there are is nobody else's to know.
        click.echo(f"{sum(kept.values())} rows of {person.email} are kept, and files.")
        click.confirm("Remove all of it, for good?", abort=True)
    email = person.email
    try:
        remove_person(person)
    except OSError as error:
        raise Stop(
            f"A file of {email} could not be deleted ({error}). They are shut out; put "
            "its rights right, then run this again.",
            ExitCode.DISK,
        ) from error
    click.echo(
        f"{email} is removed, with {sum(kept.values())} rows, all files and passwords. "
        "Copies that you made before still hold them."
    )


def _person(address: str) -> Person:
    from onward.people.services import find_person

    person = find_person(address)
    if person is None:
        raise Stop(
            f"Nobody signs in as {address}. See: onward people list", ExitCode.NOT_FOUND
        )
    return person


def _without_password(person: Person) -> str:
    return (
        "They have no password yet. Print a link by which they choose one: "
        f"onward people link {person.email}"
    )


def _print_link(person: Person) -> None:
    from django.conf import settings

    from onward.people.services import make_launch_token

    path = f"/launch/{make_launch_token(person)}/"
    click.echo("Send them this link; it works once, for seven days:")
    if settings.OWN_ADDRESS:
        click.echo(f"{settings.OWN_ADDRESS.origin}{path}")
        return
    click.echo(f"(the address of your Onward){path}")
    click.echo("With ONWARD_ADDRESS=https://… set, the whole link is printed.")
