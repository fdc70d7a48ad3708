"""Who the reader is by letters of application: they wrote these, and the other mail is to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from onward.mail.models import MailMessage
from onward.mail.rules.talks.own_letter import APPLIES
from onward.mail.rules.types import Message, Verdict
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

Letter = tuple[str, frozenset[str]]
"""Who wrote, and to which addresses, lower case."""


def is_letter(row: MailMessage) -> bool:
    """Say whether a stored message was read as one in which its writer applies."""
    return any(each.get("rule") == APPLIES for each in row.because)


def applicant_in(
    person: Person, held: Iterable[Message], *, known: Collection[str]
) -> frozenset[str]:
    """Return the address of the one writer of letters of application who is the reader.

    Where a few saved mails are all there is, neither a folder nor many writers tell whose
    mailbox it is. Of a friend's letter, sent to be looked at, the other mail is not to the
    friend. Several who apply are nobody, and whose mail is known already needs no guess.

    Args:
        held: Letters that wait, not stored yet.
        known: The addresses that the person is known to write from.
    """
    if known:
        return frozenset()
    rows = MailMessage.objects.for_person(person).filter(is_sent=False)
    stored = rows.filter(because__0__rule=APPLIES)
    letters = [
        *((e.sender.address, frozenset(to.address for to in e.to)) for e in held),
        *_letters(stored),
    ]
    if not letters:
        return frozenset()
    told = rows.exclude(verdict=Verdict.OTHER.value)
    others = _letters(told.exclude(pk__in=stored.values("pk")))
    return _applicant(letters, others)


def _letters(rows: OwnedQuerySet[MailMessage]) -> list[Letter]:
    return [
        (sender.lower(), frozenset(map(str.lower, recipients)))
        for sender, recipients in rows.values_list("sender_address", "recipients")
    ]


def _applicant(letters: list[Letter], others: list[Letter]) -> frozenset[str]:
    writers: dict[str, list[frozenset[str]]] = defaultdict(list)
    for writer, recipients in letters:
        if writer:
            writers[writer].append(recipients - {writer})
    told = [each for each in others if each[0] not in writers]
    if len(writers) != 1:
        return frozenset()
    (writer, sent), *_ = writers.items()
    is_plain = _is_to_one(told, writer) if told else _is_to_several(sent)
    return frozenset({writer} if is_plain else ())


def _is_to_one(told: list[Letter], address: str) -> bool:
    """Say whether most of the other mail is to one address, and less to any beside it."""
    mails = Counter(each for _, recipients in told for each in recipients)
    most = max((n for each, n in mails.items() if each != address), default=0)
    return 2 * mails[address] > len(told) and mails[address] > most


def _is_to_several(sent: list[frozenset[str]]) -> bool:
    """Say whether letters went to two who have nothing to do with each other."""
    return any(
        first and other and first.isdisjoint(other) and _hosts(first) != _hosts(other)
        for place, first in enumerate(sent)
        for other in sent[place + 1 :]
    )


def _hosts(addresses: Iterable[str]) -> set[str]:
    return {address.rpartition("@")[2] for address in addresses}
