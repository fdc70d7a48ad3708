"""Mail servers on the command line: `onward mailbox`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help

if TYPE_CHECKING:
    from onward.mail.imap.oauth import Tokens
    from onward.mail.models import ImapAccount
    from onward.mail.services.accounts import AccountFacts
    from onward.people.models import Person


_IN_FILE = (
    "This computer has no keyring: the password lies in a file in the data folder that "
    "only your account can read."
)


def accounts_named(person: Person, address: str | None) -> list[ImapAccount]:
    """Return the mailbox of an address, or all of them; say so and stop where there is none."""
    from onward.mail.models import ImapAccount

    rows = ImapAccount.objects.for_person(person).order_by("address")
    found = list(rows.filter(address__iexact=address) if address else rows)
    if not found:
        named = f"No mailbox {address} is on your list." if address else ""
        raise Stop(
            f"{named or 'No mailbox is on your list yet.'} "
            "Add one with: onward mailbox add ADDRESS",
            ExitCode.NOT_FOUND,
        )
    return found


@click.group(
    "mailbox",
    epilog="Example: onward mailbox add robin@mail.example\n\n"
    + exit_code_help(ExitCode.UNREADABLE, ExitCode.NOT_FOUND, ExitCode.DATABASE),
)
def mailbox_command() -> None:
    """List, add or remove the mail servers that are read."""
    from onward.project.setup import start

    start()


@mailbox_command.command("list")
def list_command() -> None:
    """List your mailboxes, and how reading them went."""
    from onward.people.services import local_person

    for account in accounts_named(local_person(), None):
        state = account.trouble_words or (
            f"read {account.worked_at:%Y-%m-%d %H:%M} UTC"
            if account.worked_at
            else "not read yet"
        )
        count = account.folders.filter(is_chosen=True).count()
        folders = "1 folder" if count == 1 else f"{count} folders"
        click.echo(f"{account}  {account.host}  {folders}  {state}")
        for folder in account.unread_folders:
            click.echo(f"  {folder}: {folder.note}")


@mailbox_command.command(
    "sign-in",
    epilog="Example: onward mailbox sign-in robin@outlook.com --client-id YOURS\n\n"
    + exit_code_help(ExitCode.UNREADABLE, ExitCode.NOT_FOUND),
)
@click.argument("address")
@click.option("--client-id", default="", help="Your registration at the provider.")
@click.option("--client-secret", default="", help="Google's desktop clients have one.")
@click.option(
    "--at",
    "keeper",
    type=click.Choice(["google", "microsoft"]),
    help="Who keeps the mailbox, where the address does not say it.",
)
def sign_in_command(
    address: str, client_id: str, client_secret: str, keeper: str | None
) -> None:
    """Add a mailbox at Gmail or Outlook by a sign-in there, or sign in to it again."""
    import time

    from onward.mail.imap.troubles import Trouble
    from onward.mail.models import ImapAccount, SignIn
    from onward.mail.services.accounts import (
        keep_registration,
        oauth_client,
        remove_account,
    )
    from onward.mail.services.signing_in import sign_in
    from onward.people.services import local_person

    person = local_person()
    rows = ImapAccount.objects.for_person(person).filter(sign_in=SignIn.OAUTH)
    known = rows.filter(address__iexact=address).first()
    account = known or _new_with_sign_in(
        person, address=address, client_id=client_id, secret=client_secret, at=keeper
    )
    client = oauth_client(
        account, client_id=client_id.strip(), client_secret=client_secret
    )
    try:
        tokens = sign_in(client, say=click.echo, wait=time.sleep)
        keep_registration(account, client)
        _keep_sign_in(account, tokens)
    except BaseException as error:
        if known is None:
            remove_account(account)
        if isinstance(error, Trouble):
            raise Stop(str(error), ExitCode.UNREADABLE) from error
        if isinstance(error, KeyboardInterrupt):
            raise Stop("Stopped. Nothing is changed.", ExitCode.STOPPED) from error
        raise


def _new_with_sign_in(
    person: Person, *, address: str, client_id: str, secret: str, at: str | None
) -> ImapAccount:
    """Return a mailbox that is not signed in to yet."""
    from django.utils import timezone

    from onward.mail.account_forms import AS_IT_COMES, SignInAccountForm
    from onward.mail.services.accounts import add_account

    typed = {"address": address, "client_id": client_id, "client_secret": secret}
    more = {"keeper": at or "", "security": "tls", "every_minutes": AS_IT_COMES}
    form = SignInAccountForm({**typed, **more})
    if not client_id:
        raise Stop("Name your own registration there: --client-id ID")
    if not form.is_valid():
        raise Stop(" ".join(str(e) for es in form.errors.values() for e in es))
    _stop_if_there(person, form.facts())
    now = timezone.now()
    return add_account(person, form.facts(), client_secret=secret, now=now)


def _keep_sign_in(account: ImapAccount, tokens: Tokens) -> None:
    from django.utils import timezone

    from onward.mail.services.accounts import (
        begin_reading,
        is_in_file,
        keep_tokens,
        refresh_folders,
    )

    keep_tokens(account, tokens, now=timezone.now())
    refresh_folders(account)
    begin_reading(account, now=timezone.now())
    chosen = account.folders.filter(is_chosen=True).order_by("name")
    click.echo(f"Signed in. Folders that are read: {', '.join(map(str, chosen))}.")
    if is_in_file(account):
        click.echo(_IN_FILE)


@mailbox_command.command(
    "folders",
    epilog="Example: onward mailbox folders robin@mail.example --read INBOX --read Jobs"
    "\n\n" + exit_code_help(ExitCode.UNREADABLE, ExitCode.NOT_FOUND),
)
@click.argument("address")
@click.option(
    "--read", "names", multiple=True, help="Read this folder; may be repeated."
)
def folders_command(address: str, names: tuple[str, ...]) -> None:
    """List a mailbox's folders, and with --read choose those that are read from now on."""
    from django.utils import timezone

    from onward.mail.imap.troubles import Trouble
    from onward.mail.services.accounts import choose_folders, refresh_folders
    from onward.mail.services.hearing import heard_of
    from onward.people.services import local_person

    for account in accounts_named(local_person(), address):
        try:
            refresh_folders(account)
        except Trouble as trouble:
            raise Stop(str(trouble), ExitCode.UNREADABLE) from trouble
        if names:
            choose_folders(account, _there(account, names), now=timezone.now())
        at_once = heard_of(account).at_once
        click.echo(f"{account}  x is read; nothing else is")
        for folder in account.folders.order_by("name"):
            mark = "x" if folder.is_chosen else " "
            heard = "  heard at once" if folder.name in at_once else ""
            click.echo(f"  {mark}  {folder}{heard}")


def _there(account: ImapAccount, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names, if they are folders that can be read."""
    from onward.mail.services.accounts import offered_folders

    offered = [folder.name for folder in offered_folders(account)]
    missing = [name for name in names if name not in offered]
    if missing:
        raise Stop(
            f"{', '.join(missing)} cannot be read. Folders there: {', '.join(offered)}",
            ExitCode.NOT_FOUND,
        )
    return names


@mailbox_command.command(
    "password", epilog=exit_code_help(ExitCode.UNREADABLE, ExitCode.NOT_FOUND)
)
@click.argument("address")
@click.option("--password", help="Better typed when asked for than given here.")
def password_command(address: str, password: str | None) -> None:
    """Give a mailbox its new password; it is opened once to see that it works."""
    from django.utils import timezone

    from onward.mail.imap.troubles import Trouble
    from onward.mail.models import SignIn
    from onward.mail.services.accounts import (
        change_account,
        facts_of,
        set_folders,
        tested,
    )
    from onward.people.services import local_person

    for account in accounts_named(local_person(), address):
        if account.sign_in == SignIn.OAUTH:
            raise Stop(
                f"{account} has no password: onward mailbox sign-in {account}",
                ExitCode.NOT_FOUND,
            )
        given = password or _asked_password()
        facts = facts_of(account)
        try:
            set_folders(account, tested(account.person, facts, password=given))
        except Trouble as trouble:
            raise Stop(str(trouble), ExitCode.UNREADABLE) from trouble
        change_account(account, facts, password=given, now=timezone.now())
        click.echo(f"{account} can be opened. The new password is kept.")


def _asked_password() -> str:
    """Return the password as it is typed, unseen; from a pipe, its first line."""
    import sys

    if sys.stdin.isatty():
        answer: str = click.prompt("Password", hide_input=True)
        return answer
    return sys.stdin.readline().rstrip("\r\n")


@mailbox_command.command("add", epilog=exit_code_help(ExitCode.UNREADABLE))
@click.argument("address")
@click.option("--host", default="", help="The IMAP server; known for large providers.")
@click.option("--port", type=int, help="993 for TLS, 143 for STARTTLS.")
@click.option(
    "--security",
    type=click.Choice(["tls", "starttls", "plain"]),
    default="tls",
    show_default=True,
    help="plain is for servers on this computer alone.",
)
@click.option("--user", default="", help="The user name, where it is not the address.")
@click.option("--password", help="Better typed when asked for than given here.")
def add_command(
    address: str,
    host: str,
    port: int | None,
    security: str,
    user: str,
    password: str | None,
) -> None:
    """Add a mailbox; it is opened once to see that it works."""
    from django.utils import timezone

    from onward.mail.imap.troubles import Trouble
    from onward.mail.services.accounts import (
        add_account,
        begin_reading,
        is_in_file,
        tested,
    )
    from onward.people.services import local_person

    typed = {"address": address, "host": host, "port": port, "security": security}
    password = password or _asked_password()
    facts = _facts(**typed, user=user, password=password)
    person = local_person()
    _stop_if_there(person, facts)
    try:
        folders = tested(person, facts, password=password)
    except Trouble as trouble:
        raise Stop(str(trouble), ExitCode.UNREADABLE) from trouble
    account = add_account(
        person, facts, password=password, folders=folders, now=timezone.now()
    )
    begin_reading(account, now=timezone.now())
    chosen = account.folders.filter(is_chosen=True).order_by("name")
    click.echo(f"Added. Folders that are read: {', '.join(map(str, chosen))}.")
    if is_in_file(account):
        click.echo(_IN_FILE)


def _facts(**typed: object) -> AccountFacts:
    from onward.mail.account_forms import AS_IT_COMES, PasswordAccountForm

    form = PasswordAccountForm({**typed, "every_minutes": AS_IT_COMES})
    if not form.is_valid():
        raise Stop(" ".join(str(e) for es in form.errors.values() for e in es))
    return form.facts()


def _stop_if_there(person: Person, facts: AccountFacts) -> None:
    from onward.mail.models import ImapAccount

    rows = ImapAccount.objects.for_person(person)
    if rows.filter(address=facts.address, host=facts.host, port=facts.port).exists():
        raise Stop(
            f"The mailbox {facts.address} is on your list already. "
            "See: onward mailbox list"
        )


@mailbox_command.command("remove", epilog=exit_code_help(ExitCode.NOT_FOUND))
@click.argument("address")
def remove_command(address: str) -> None:
    """Forget a mailbox and its password; what was read from it stays."""
    from onward.mail.services.accounts import remove_account
    from onward.people.services import local_person

    for account in accounts_named(local_person(), address):
        remove_account(account)
        click.echo(f"Removed {account}. What was read from it stays.")
