"""The person's own mail of one run: what it is about is known only once all else is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from onward.mail.models import MailMessage
from onward.mail.rules.around.forwarded import forwarded_to_self
from onward.mail.rules.talks.own_mail import may_be_own
from onward.mail.rules.types import Message, Source
from onward.mail.services.places import Places
from onward.mail.services.sent import Flags, kept_of_sent
from onward.mail.wanted import Wanted
from onward.people.models import Person

MOST_SENT_CHARS = 20_000_000
"""How much of the person's own mail waits in memory until it is settled."""

MOST_PERHAPS_OWN = 2_000
"""How many messages wait at most to be known as the person's own; of others only the place is noted."""

_OVERHEAD_CHARS = 500


class OwnMail:
    """Own mail that waits, what may turn out to be such, and the places of the rest."""

    def __init__(self) -> None:
        self.places = Places()
        self._waiting: dict[str, tuple[Message, Source]] = {}
        self._chars = 0
        self._perhaps: list[tuple[Message, Source]] = []
        self._refused: dict[str, Flags] = {}
        self._opened: set[str] = set()

    @property
    def is_full(self) -> bool:
        """Return whether so much waits that it has to be settled before all is read."""
        return self._chars > MOST_SENT_CHARS

    @property
    def sources(self) -> list[Source]:
        """Return where what waits whole was read from."""
        return [source for _, source in (*self._waiting.values(), *self._perhaps)]

    @property
    def waiting(self) -> list[tuple[Message, Source]]:
        """Return the own mail that waits whole."""
        return list(self._waiting.values())

    def take(self, message: Message, *, source: Source) -> None:
        """Let a mail of the person's own wait."""
        if message.key not in self._waiting:
            self._waiting[message.key] = message, source
            self._chars += len(message.text) + _OVERHEAD_CHARS

    def leave_out(self, message: Message, *, source: Source) -> None:
        """Leave a mail that says nothing of hiring, until its sender is known as the person."""
        if len(self._perhaps) < MOST_PERHAPS_OWN and may_be_own(message):
            self._perhaps.append((message, source))
        else:
            self.leave_unread(message.sender.address, source=source)

    def leave_unread(self, address: str, *, source: Source) -> None:
        """Note where a mail lies that nobody read further than to see who it is from."""
        self.places.add(address, source)

    def take_perhaps_own(self, wanted: Wanted) -> None:
        """Let those wait whose sender is known as the person by now."""
        others = []
        for message, source in self._perhaps:
            if wanted.wrote(message):
                self.take(message, source=source)
            else:
                others.append((message, source))
        self._perhaps = others

    def forwarded(self, wanted: Wanted) -> Iterator[tuple[Message, Source]]:
        """Yield, once, the mail inside of what the person forwarded to themselves."""
        for key, (message, source) in self._waiting.items():
            inner = forwarded_to_self(message, own=wanted.own)
            if inner is not None and key not in self._opened:
                self._opened.add(key)
                yield inner, source

    def let_go(self, key: str) -> None:
        """Let a mail wait no longer that is kept, or is another mail."""
        message, _ = self._waiting.pop(key)
        self._refused.pop(key, None)
        self._chars -= len(message.text) + _OVERHEAD_CHARS

    @property
    def keys(self) -> list[str]:
        """Return which mail waits."""
        return list(self._waiting)

    def known(self, person: Person, *, now: datetime) -> list[MailMessage]:
        """Return the rows of what belongs to an application, not saved yet; the rest waits on."""
        pairs = list(self._waiting.values())
        found = kept_of_sent(person, pairs, now=now, refused=self._refused)
        rows = [row for row, _ in found]
        for row in rows:
            self.let_go(row.key)
        return rows

    def make_room(self, *, for_good: bool = False) -> None:
        """Keep only the places of what waits: later mail may show what it is about.

        Args:
            for_good: Everything else is read already.
        """
        for message, source in [] if for_good else self._waiting.values():
            self.leave_unread(message.sender.address, source=source)
        self._waiting.clear()
        self._refused.clear()
        self._chars = 0
