"""Mail accounts: add, test, choose folders, remove; secrets stay out of the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from onward.core.passwords import Place, forget_password, keep_password, read_password
from onward.mail.imap.connection import Connection, connect
from onward.mail.imap.folders import Folder, Use, suggested
from onward.mail.imap.oauth import Client, Tokens, refreshed
from onward.mail.imap.providers import SignInPlace
from onward.mail.imap.server import Server
from onward.mail.imap.troubles import NEEDS_PERSON, Trouble, TroubleKind
from onward.mail.models import ImapAccount, ImapFolder, SignIn
from onward.people.models import Person
from onward.people.reach import reach_of

SECONDS_TO_TEST = 15
_SECRETS = ("password", "refresh", "client")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountFacts:
    """What a person says of a mailbox; nothing secret."""

    address: str
    host: str
    port: int
    security: str
    user: str = ""
    sign_in: str = SignIn.PASSWORD.value
    client_id: str = ""
    endpoints: Mapping[str, str] | None = None
    every_minutes: int = 15
    stays_connected: bool = False
    since: date | None = None


def tested(person: Person, facts: AccountFacts, *, password: str) -> list[Folder]:
    """Return the folders of a mailbox that is not kept yet.

    Raises:
        Trouble: With a sentence, if it cannot be opened.
    """
    server = Server(
        host=facts.host,
        port=facts.port,
        security=facts.security,
        user=facts.user or facts.address,
        password=password,
        reach=reach_of(person),
    )
    with connect(server, seconds=SECONDS_TO_TEST) as connection:
        return connection.folders()


def add_account(
    person: Person,
    facts: AccountFacts,
    *,
    password: str = "",
    client_secret: str = "",
    folders: Sequence[Folder] = (),
    now: datetime,
) -> ImapAccount:
    """Keep a mailbox, its secret where secrets go, and its folders; the usual ones ticked.

    Nothing is read yet: that begins with `choose_folders`, or `begin_reading`.

    Raises:
        OSError: If the secret cannot be kept; then nothing is.
    """
    with transaction.atomic():
        account = ImapAccount(person=person, created_at=now)
        _describe(account, facts)
        account.save(force_insert=True)
        _keep(account, "password", password)
        _keep(account, "client", client_secret)
        account.save(update_fields=["secret_place"])
        if folders:
            set_folders(account, folders)
    return account


def begin_reading(account: ImapAccount, *, now: datetime) -> None:
    """Read the ticked folders from now on, by the clock that the person chose."""
    account.next_at = now if account.every_minutes else None
    ImapAccount.objects.filter(pk=account.pk).update(next_at=account.next_at)


def change_account(
    account: ImapAccount, facts: AccountFacts, *, password: str = "", now: datetime
) -> None:
    """Change a mailbox's facts; an empty password leaves the one that is kept.

    Its folders are read anew where it is another mailbox now, or earlier mail is wanted.

    Raises:
        OSError: If the password cannot be kept.
    """
    is_read_anew = _is_another(account, facts) or _is_earlier(account, facts)
    _describe(account, facts)
    _keep(account, "password", password)
    account.trouble = account.trouble_words = ""
    account.troubles_in_a_row = 0
    if account.has_begun:
        account.next_at = now if account.every_minutes else None
    with transaction.atomic():
        account.save()
        if is_read_anew:
            account.folders.update(
                uid_validity=0, last_uid=0, waiting=[], read=0, hiring=0
            )


def facts_of(account: ImapAccount) -> AccountFacts:
    """Return what is kept of a mailbox, as whoever adds one says it."""
    names = [field.name for field in fields(AccountFacts)]
    return AccountFacts(**{name: getattr(account, name) for name in names})


def leads_elsewhere(account: ImapAccount, facts: AccountFacts) -> bool:
    """Return whether these facts mean another connection than the account's own."""
    names = ("address", "host", "port", "security", "user")
    return any(getattr(account, name) != getattr(facts, name) for name in names)


def kept_password(account: ImapAccount) -> str:
    """Return the password that is kept.

    Raises:
        Trouble: If there is none any more.
    """
    kept = _secret(account, "password")
    if not kept:
        raise Trouble(TroubleKind.NO_PASSWORD, host=account.host, port=account.port)
    return kept


def remove_account(account: ImapAccount) -> None:
    """Forget a mailbox and its secrets; what was read from it stays."""
    forget_secrets(account)
    account.delete()


def forget_secrets(account: ImapAccount) -> None:
    """Delete the secrets of a mailbox wherever they are kept; all it takes is its identity."""
    for kind in _SECRETS:
        forget_password(_name(account, kind), folder=settings.HOME)


def keep_tokens(account: ImapAccount, tokens: Tokens, *, now: datetime) -> None:
    """Keep what a sign-in gave; only the refresh token outlives it. Reading goes on at once."""
    if tokens.refresh:
        _keep(account, "refresh", tokens.refresh)
        account.trouble = account.trouble_words = ""
        account.troubles_in_a_row = 0
        if account.has_begun:
            account.next_at = now if account.every_minutes else None
        account.save()


def is_in_file(account: ImapAccount) -> bool:
    """Return whether the secret lies in the owner-only file, for want of a keyring."""
    return account.secret_place == Place.FILE


def is_signed_in(account: ImapAccount) -> bool:
    """Return whether a permission from the provider is kept."""
    return bool(_secret(account, "refresh"))


def stopped_accounts(person: Person) -> list[ImapAccount]:
    """Return the person's mailboxes of which no mail comes in until they do something."""
    own = ImapAccount.objects.for_person(person)
    return list(own.filter(trouble__in=NEEDS_PERSON).order_by("address"))


def open_account(account: ImapAccount, *, seconds: float | None = None) -> Connection:
    """Return a signed-in connection to the account's server.

    Raises:
        Trouble: With a sentence, if that is not possible.
    """
    server = server_of(account)
    return connect(server) if seconds is None else connect(server, seconds=seconds)


def server_of(account: ImapAccount) -> Server:
    """Return the account's server and how to get in, by a fresh permission where one is used.

    Raises:
        Trouble: If there is no password or permission any more.
    """
    is_oauth = account.sign_in == SignIn.OAUTH
    return Server(
        host=account.host,
        port=account.port,
        security=account.security,
        user=account.login,
        password="" if is_oauth else kept_password(account),
        token=_access_token(account) if is_oauth else "",
        reach=reach_of(account.person),
    )


def oauth_client(
    account: ImapAccount, *, client_id: str = "", client_secret: str = ""
) -> Client:
    """Return the person's own registration at the account's provider.

    Args:
        client_id: Another registration than the one that is kept; its secret is its own.
    """
    is_another = client_id not in {"", account.client_id}
    kept = "" if is_another else _secret(account, "client")
    return Client(
        place=SignInPlace(**account.endpoints),
        client_id=client_id or account.client_id,
        client_secret=client_secret or kept,
        reach=reach_of(account.person),
    )


def keep_registration(account: ImapAccount, client: Client) -> None:
    """Sign in by this registration from now on.

    Raises:
        OSError: If its secret cannot be kept.
    """
    if client.client_secret:
        _keep(account, "client", client.client_secret)
    else:
        forget_password(_name(account, "client"), folder=settings.HOME)
    account.client_id = client.client_id
    account.save(update_fields=["client_id", "secret_place"])


def refresh_folders(account: ImapAccount) -> None:
    """Bring the list of folders in line with the server; new ones are not chosen.

    Raises:
        Trouble: With a sentence, if the server cannot be asked.
    """
    with open_account(account, seconds=SECONDS_TO_TEST) as connection:
        folders = connection.folders()
    set_folders(account, folders)


@transaction.atomic
def set_folders(account: ImapAccount, folders: Sequence[Folder]) -> None:
    """Store the server's folders; the first time, those worth reading are chosen."""
    known = {row.name: row for row in account.folders.all()}
    chosen = suggested(folders) if not known else frozenset()
    there = {folder.name for folder in folders}
    account.folders.filter(name__in=set(known) - there, is_chosen=False).delete()
    for folder in folders:
        if folder.name in known:
            known[folder.name].use = folder.use.value
            known[folder.name].save(update_fields=["use"])
        else:
            ImapFolder.objects.create(
                person=account.person,
                account=account,
                name=folder.name,
                delimiter=folder.delimiter,
                use=folder.use.value,
                is_chosen=folder.name in chosen,
            )


def offered_folders(account: ImapAccount) -> QuerySet[ImapFolder]:
    """Return the folders that can be chosen, by name: drafts are never read."""
    return account.folders.exclude(use=Use.DRAFTS).order_by("name")


@transaction.atomic
def choose_folders(
    account: ImapAccount, names: Collection[str], *, now: datetime
) -> None:
    """Read these folders from now on, and no others; where each was read to stays."""
    account.folders.exclude(name__in=names).update(is_chosen=False)
    account.folders.filter(name__in=names).update(is_chosen=True)
    if not account.trouble:
        begin_reading(account, now=now)


def _is_another(account: ImapAccount, facts: AccountFacts) -> bool:
    """Return whether these facts name another mailbox: the numbers of mail mean nothing there."""
    login = facts.user or facts.address
    return (account.host, account.login) != (facts.host, login)


def _is_earlier(account: ImapAccount, facts: AccountFacts) -> bool:
    """Return whether mail is wanted now that was left out as too old."""
    before = account.since
    return before is not None and (facts.since is None or facts.since < before)


def _describe(account: ImapAccount, facts: AccountFacts) -> None:
    account.address = facts.address
    account.user = facts.user
    account.host = facts.host
    account.port = facts.port
    account.security = facts.security
    account.sign_in = facts.sign_in
    account.client_id = facts.client_id
    account.endpoints = dict(facts.endpoints or {})
    account.every_minutes = facts.every_minutes
    account.stays_connected = facts.stays_connected
    account.can_tell = account.most_connections = account.limited_at = None
    account.since = facts.since


def _access_token(account: ImapAccount) -> str:
    """Return a fresh access token; the provider may hand out a new refresh token."""
    kept = _secret(account, "refresh")
    if not kept:
        raise Trouble(TroubleKind.REVOKED, host=account.host, port=account.port)
    tokens = refreshed(oauth_client(account), refresh=kept)
    if tokens.refresh and tokens.refresh != kept:
        _keep(account, "refresh", tokens.refresh)
    return tokens.access


def _secret(account: ImapAccount, kind: str) -> str:
    return read_password(_name(account, kind), folder=settings.HOME) or ""


def _keep(account: ImapAccount, kind: str, secret: str) -> None:
    if secret:
        place = keep_password(_name(account, kind), secret, folder=settings.HOME)
        account.secret_place = place.value


def _name(account: ImapAccount, kind: str) -> str:
    return f"imap:{settings.HOME_MARK}:{account.pk}:{kind}"
