"""Who the person is in their mail: the addresses they write from, and their name."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import PurePath

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import ImapAccount, MailMessage
from onward.mail.rules.facts.employers.names import registrable_label
from onward.mail.rules.talks.own_letter import APPLIES
from onward.mail.rules.types import Verdict
from onward.mail.services.awaiting import awaited_by
from onward.mail.services.said_mail import SETTLED_KEY
from onward.mail.services.talks import is_of_firm
from onward.mail.wanted import Wanted
from onward.people.models import Person

_LEAST_WRITERS = 4
"""Of an interview by several people two or three may write, and all be written to."""


def own_addresses(person: Person) -> frozenset[str]:
    """Return the addresses that this person is known to write from, lower case."""
    sent = MailMessage.objects.for_person(person).filter(is_sent=True)
    accounts = ImapAccount.objects.for_person(person)
    letters = Event.objects.for_person(person).filter(
        key__startswith=SETTLED_KEY, kind=EventKind.APPLIED, voided_by=None
    )
    theirs = MailMessage.objects.for_person(person).filter(
        pk__in=letters.values("source_id"), because__0__rule=APPLIES
    )
    found = {
        person.email or "",
        *sent.values_list("sender_address", flat=True).distinct(),
        *accounts.values_list("address", flat=True),
        *theirs.values_list("sender_address", flat=True).distinct(),
    }
    return frozenset(address.lower() for address in found if "@" in address)


def written_to(person: Person) -> frozenset[str]:
    """Return the addresses that employers who do not know each other write to.

    They are the person's own, though no folder says which mail they wrote themselves: whoever
    else a firm writes to is written to by that firm alone. One is of all stored mail; a
    second mailbox's own is of its file or folder, where no mail goes to the person otherwise.
    """
    rows = MailMessage.objects.for_person(person).filter(is_sent=False)
    told = rows.exclude(verdict=Verdict.OTHER.value).exclude(recipients=[])
    everywhere: _Letters = []
    places: dict[str, _Letters] = defaultdict(list)
    for sender, recipients, path in told.values_list(
        "sender_address", "recipients", "path"
    ):
        letter = _writer(sender), frozenset(map(str.lower, recipients))
        everywhere.append(letter)
        # Mail that is a file each is one mailbox by its folder.
        for place in {path, str(PurePath(path).parent)}:
            places[place].append(letter)
    found = _most_written_to(everywhere, known=frozenset())
    known = own_addresses(person) | found
    return found.union(*(_most_written_to(s, known=known) for s in places.values()))


_Letters = list[tuple[str, frozenset[str]]]
"""Who wrote, and to which addresses."""


def _most_written_to(letters: _Letters, *, known: frozenset[str]) -> frozenset[str]:
    """Return the address that most letters go to, by many writers, beside none that is known."""
    writers: dict[str, set[str]] = defaultdict(set)
    mails: Counter[str] = Counter()
    for writer, recipients in letters:
        if known.isdisjoint(recipients):
            mails.update(recipients)
            for address in recipients:
                writers[address].add(writer)
    most = max(writers, key=lambda a: (len(writers[a]), mails[a], a), default="")
    is_written_by_many = most and len(writers[most]) >= _LEAST_WRITERS
    is_in_most = 2 * mails[most] > len(letters)
    return frozenset({most} if is_written_by_many and is_in_most else ())


def _writer(address: str) -> str:
    """Return the firm that an address is of, or the address itself where it is of none."""
    domain = address.rpartition("@")[2].lower()
    return registrable_label(domain) if is_of_firm(domain) else address.lower()


def wanted_by(person: Person) -> Wanted:
    """Return what is let in for this person without a word of hiring, as it is known now."""
    return Wanted(own_addresses(person) | written_to(person), awaited_by(person))


def own_name(person: Person) -> str:
    """Return the name under which this person writes most of their own mail; "" if none."""
    sent = MailMessage.objects.for_person(person).filter(is_sent=True)
    names = sent.exclude(sender_name="").values_list("sender_name", flat=True)
    (name, _), *_rest = [*Counter(names).most_common(1), ("", 0)]
    return "" if "@" in name else name
