"""What would explain mail that was left out: by it a known file is read whole again, and only then.

Own mail is kept only beside what it answers, a few words only in their conversation. Of what
a reading could not place, digests of its ends are kept: which mail it answers, and whom it
is to or from. Once stored mail has one of those ends, the file may tell more than it did.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from onward.mail.models import MailMessage
from onward.mail.notes import answered_by
from onward.mail.rules.facts.employers.names import (
    company_key,
    label_variants,
    registrable_label,
)
from onward.mail.rules.types import Message, Source
from onward.mail.services.conversations import as_domains_spell
from onward.mail.services.providers import provider_hosts
from onward.mail.services.rows import references_of
from onward.mail.services.talks import TELLING_LABEL, is_of_firm
from onward.mail.sources.raw import RawMessage
from onward.people.models import Person

MOST_CLUES = 200_000
"""How many of them are kept of one file at most."""

_BYTES = 4
"""Of each digest: enough that hardly any two are the same, too few to read anything back."""


@dataclass(slots=True)
class LeftOut:
    """The clues to what a run left out, by the path that it was read from."""

    by_path: dict[str, set[int]] = field(
        default_factory=lambda: defaultdict(set[int]), init=False
    )

    def add(self, message: Message, *, source: Source, own: Collection[str]) -> None:
        """Remember a mail that nothing explains yet."""
        is_own = message.is_sent or message.sender.address in own
        entry = message.calendar
        named = [message.message_id, *references_of(message), entry.get("UID", "")]
        ends = [to.address for to in message.to] if is_own else [message.sender.address]
        ends.append(entry.get("ORGANIZER", ""))
        if message.returned is not None:
            named += [message.returned.message_id, *message.returned.answered]
            ends += message.returned.addresses
        self._add(source, named=named, ends=ends, own=own)

    def add_note(self, note: RawMessage, *, own: Collection[str]) -> None:
        """Remember an answer that nobody has read yet."""
        named, host = answered_by(note)
        self._add(note.source, named=named, ends=[f"@{host}"], own=own)

    def of(self, path: str) -> set[int]:
        """Return the clues of a file, or of all that an archive holds."""
        inside = f"{path}/"
        found = (
            clues
            for each, clues in self.by_path.items()
            if each == path or each.startswith(inside)
        )
        return set().union(*found)

    def _add(
        self,
        source: Source,
        *,
        named: Iterable[str],
        ends: Iterable[str],
        own: Collection[str],
    ) -> None:
        clues = self.by_path[source.path]
        if len(clues) < MOST_CLUES:
            clues.update(map(_clue, filter(None, named)))
            theirs = {end.lower() for end in ends} - {*own, ""}
            clues.update(map(_clue, theirs))
            for domain in _firms(theirs):
                spelled = label_variants(registrable_label(domain))
                clues.update(map(_clue, (domain, *spelled)))


def told_by(person: Person) -> set[int]:
    """Return the clues that this person's stored mail answers to."""
    rows = MailMessage.objects.for_person(person)
    hosts = provider_hosts(person)
    told: set[str] = set()
    names = ("message_id", "references", "sender_address", "contact_address")
    more = ("recipients", "is_sent", "company", "calendar")
    firms: set[str] = set()
    for (
        name,
        references,
        sender,
        contact,
        to,
        is_sent,
        company,
        entry,
    ) in rows.values_list(*names, *more).order_by():
        ends = {each.lower() for each in (to if is_sent else (sender, contact))}
        told.update((name, *references, entry.get("UID", ""), *ends))
        told.update(_firms(ends) - hosts)
        firms.add(company)
    for company in firms:
        told.update(_spelled(company))
    return set(map(_clue, told - {""}))


def packed(clues: Collection[int]) -> bytes:
    """Return clues as they are stored."""
    return b"".join(each.to_bytes(_BYTES, "big") for each in sorted(clues)[:MOST_CLUES])


def unpacked(stored: bytes | memoryview) -> set[int]:
    """Return stored clues."""
    whole = bytes(stored)
    places = range(0, len(whole), _BYTES)
    return {int.from_bytes(whole[place : place + _BYTES], "big") for place in places}


def _firms(addresses: Iterable[str]) -> set[str]:
    domains = {address.rpartition("@")[2] for address in addresses}
    return set(filter(is_of_firm, domains))


def _spelled(company: str) -> Iterator[str]:
    """Yield how the domain of an employer may spell its name."""
    yield from as_domains_spell(company)
    first = company_key(company).split()[:1]
    yield from (word for word in first if len(word) >= TELLING_LABEL)


def _clue(end: str) -> int:
    digest = hashlib.blake2b(end.encode(errors="replace"), digest_size=_BYTES)
    return int.from_bytes(digest.digest(), "big")
