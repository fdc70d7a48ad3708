"""Mail as it lies on a person's mail server: where each message is, and one of them whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from urllib.parse import quote

from onward.mail.attachments import MAX_MESSAGE_BYTES
from onward.mail.imap.fetched import PEEK_BYTES, Fetched
from onward.mail.imap.folders import Use
from onward.mail.models import ImapAccount, ImapFolder
from onward.mail.rules.types import Source
from onward.mail.services.accounts import open_account
from onward.mail.sources.raw import RawMessage
from onward.people.models import Person

SCHEME = "imap://"
"""What the path of a message on a server begins with."""

_MEANT = {
    Use.SPAM.value: ("spam",),
    Use.TRASH.value: ("bin",),
    Use.DRAFTS.value: ("drafts",),
}
"""What a folder is for, however it is called: "Sent" may be a colleague's."""


def place_of(account: ImapAccount, folder: ImapFolder) -> str:
    """Return what the path of each message of a folder begins with, before its number."""
    login = quote(account.login)
    return f"{SCHEME}{login}@{account.host}/{quote(folder.name)};UID="


def raw_messages(
    account: ImapAccount, folder: ImapFolder, messages: Iterable[Fetched]
) -> Iterator[RawMessage]:
    """Yield what was fetched of a folder as readers of mail take it."""
    place = place_of(account, folder)
    for message in messages:
        yield RawMessage(
            source=Source(f"{place}{message.uid}", 0, message.size),
            raw=message.raw,
            # Large files behind the words are left on the server on purpose.
            size=len(message.raw)
            if message.is_by_parts
            else min(message.size, PEEK_BYTES),
            position=0,
            labels=_MEANT.get(folder.use, ()),
            is_sent=folder.use == Use.SENT,
        )


def sent_folders(person: Person) -> list[ImapFolder]:
    """Return the folders of sent mail that are read, be it as part of all mail, with their accounts."""
    folders = ImapFolder.objects.for_person(person).select_related("account")
    chosen = folders.filter(is_chosen=True)
    of_all = set(chosen.filter(use=Use.ALL).values_list("account", flat=True))
    sent = folders.filter(use=Use.SENT).order_by("account__address", "name")
    return [each for each in sent if each.is_chosen or each.account_id in of_all]


def sent_on_server(
    folder: ImapFolder,
) -> Iterator[tuple[RawMessage, Callable[[], bytes]]]:
    """Yield the messages of a folder of sent mail, and what fetches each of them whole.

    Of a large one no more is fetched before than its words and the names of its files.

    Raises:
        Trouble: With a sentence, if the server cannot be asked.
    """
    account = folder.account
    with closing(open_account(account)) as connection:
        connection.examine(folder.name)
        numbers = connection.new_numbers(after=0, since=account.since)
        for batch in connection.batches(numbers):
            fetched = connection.fetch(batch).messages
            raws = raw_messages(account, folder, fetched)
            for message, raw in zip(fetched, raws, strict=True):
                yield raw, partial(_whole, connection.whole, message)


def _whole(fetch: Callable[..., bytes], message: Fetched) -> bytes:
    is_whole = not message.is_by_parts and message.size <= len(message.raw)
    if is_whole:
        return message.raw
    return fetch(message.uid, most_bytes=MAX_MESSAGE_BYTES)


def message_on_server(person: Person, path: str) -> bytes | None:
    """Return the whole message of such a path; None where its folder is not known any more.

    Whether it is the one that lay there once is for whoever asks to find out: a server may
    number its messages anew.

    Raises:
        Trouble: With a sentence, if the server cannot be asked.
    """
    folders = ImapFolder.objects.for_person(person).select_related("account")
    for folder in folders:
        place = place_of(folder.account, folder)
        number = path.removeprefix(place)
        if path.startswith(place) and number.isascii() and number.isdigit():
            with closing(open_account(folder.account)) as connection:
                connection.examine(folder.name)
                return connection.whole(int(number), most_bytes=MAX_MESSAGE_BYTES)
    return None
