"""Which folders of a mailbox are heard at once, and how many connections that may take."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from onward.mail.imap.folders import Use
from onward.mail.models import ImapAccount, ImapFolder

MOST_CONNECTIONS = 4
"""For listening to one mailbox without NOTIFY. Reading takes one more, a mail program some
five, and servers often allow ten in all."""
LIMIT_HOLDS = timedelta(days=1)
"""How long a server's limit is believed: other programs may have held the connections."""

_MOST_NAMED = 5
_ORDER = (Use.INBOX, Use.ALL, Use.SENT, Use.OTHER, Use.ARCHIVE, Use.SPAM)
"""A folder of another use that held mail about hiring goes before what was sent."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What listening to a mailbox came to.

    Attributes:
        is_limited: The server let in fewer connections than were asked for.
    """

    folders: tuple[str, ...]
    connections: int
    is_limited: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What a person is told of listening, in words of folders.

    Attributes:
        is_limited: The server lets in too few connections for all of them.
    """

    at_once: Sequence[str]
    by_the_clock: Sequence[str]
    is_limited: bool

    @property
    def now_words(self) -> str:
        """Return the folders that are heard at once, as part of a sentence."""
        count = len(self.at_once)
        otherwise = _("all folders that are read")
        if self.by_the_clock:
            otherwise = _("%(count)s folders, named below") % {"count": count}
        return _named(self.at_once, otherwise=otherwise)

    @property
    def later_words(self) -> str:
        """Return the other folders, as the beginning of a sentence."""
        return _named(self.by_the_clock, otherwise=_("The other folders"))


def folders_to_hear(account: ImapAccount) -> list[str]:
    """Return the chosen folders in which mail appears, the most important first.

    The person's yes to another hour lies in what they sent.
    """
    chosen = [folder for folder in account.folders.all() if folder.is_chosen]
    coming = [folder for folder in chosen if folder.use != Use.TRASH]
    return [folder.name for folder in sorted(coming or chosen, key=_importance)]


def _importance(folder: ImapFolder) -> tuple[int, int, str]:
    use = Use(folder.use or Use.OTHER)
    place = _ORDER.index(use) if use in _ORDER else len(_ORDER)
    if use is Use.OTHER and folder.hiring:
        place = _ORDER.index(Use.ALL)
    return place, -folder.hiring, folder.name


def connections_for(account: ImapAccount, *, now: datetime) -> int:
    """Return how many connections may wait on this mailbox; 0 where even one is too many."""
    if account.most_connections is None or not is_limited(account, now=now):
        return MOST_CONNECTIONS
    return min(account.most_connections, MOST_CONNECTIONS)


def is_limited(account: ImapAccount, *, now: datetime) -> bool:
    """Return whether the server said lately that it lets in no more connections."""
    return account.limited_at is not None and account.limited_at + LIMIT_HOLDS > now


@transaction.atomic
def note_hearing(key: UUID, hearing: Hearing) -> None:
    """Keep what is heard at once of a mailbox, for whoever shows it."""
    rows = ImapFolder.objects.filter(account_id=key)
    rows.exclude(name__in=hearing.folders).filter(is_heard=True).update(is_heard=False)
    rows.filter(name__in=hearing.folders).update(is_heard=True)
    facts: dict[str, object] = {"connections": hearing.connections}
    if hearing.is_limited:
        facts |= _limit(hearing.connections)
    ImapAccount.objects.filter(pk=key).update(**facts)


def note_silence(keys: Collection[UUID], *, worker: str) -> None:
    """Leave these mailboxes to others: this worker listens to them no more."""
    rows = ImapAccount.objects.filter(pk__in=keys, listened_by=worker)
    mine = list(rows.values_list("pk", flat=True))
    ImapFolder.objects.filter(account_id__in=mine).update(is_heard=False)
    rows.update(listened_by="", listened_until=None, connections=0)


def make_room(account: ImapAccount) -> None:
    """Let one connection fewer wait from now on, since reading finds none."""
    row = ImapAccount.objects.filter(pk=account.pk).first()
    if row is not None and row.is_listened_to and row.connections:
        facts = _limit(row.connections - 1)
        ImapAccount.objects.filter(pk=account.pk).update(**facts)


def heard_of(account: ImapAccount) -> Heard:
    """Return which chosen folders are heard at once now, and which wait for the clock."""
    chosen = account.folders.filter(is_chosen=True).order_by("name")
    names: dict[bool, list[str]] = {True: [], False: []}
    for folder in chosen:
        names[folder.is_heard and account.is_listened_to].append(folder.name)
    limited = is_limited(account, now=timezone.now())
    return Heard(names[True], names[False], limited)


def _named(names: Sequence[str], *, otherwise: str) -> str:
    """Return a few names as words; of many, what they are in common."""
    if len(names) > _MOST_NAMED:
        return otherwise
    return str(get_text_list(list(names), _("and")))


def _limit(most: int) -> dict[str, object]:
    return {"most_connections": most, "limited_at": timezone.now()}
