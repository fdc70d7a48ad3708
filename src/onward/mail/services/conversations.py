"""What stored mail tells of conversations: who wrote, of what firm, about which opening."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from onward.applications.models import Application, Event
from onward.mail.models import MailMessage
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    label_variants,
    registrable_label,
)
from onward.mail.rules.gate import has_word_of_hiring
from onward.mail.rules.talks.own_mail import SentMeaning, own_words
from onward.mail.rules.talks.own_title import bare_subject
from onward.mail.rules.types import Message, Verdict
from onward.mail.services.own_addresses import own_addresses
from onward.mail.services.providers import provider_hosts
from onward.mail.services.rows import references_of
from onward.mail.services.talks import is_of_firm
from onward.people.models import Person

_TELLING = 4
"""Shorter words of a name are often left out of a domain: "de", "und", "the"."""

_SPELLED_OUT = 10
"""Letters of two words or more of a name that a domain spells by no accident."""

_ONE_WORD = 6
"""Letters of a name of one word, which a domain is called by: "lindenhof"."""

_NOES = (Verdict.REJECTION.value, Verdict.POSITION_CLOSED.value)

_PLAIN = sorted(
    {each.value for each in Verdict} - {"ambiguous", "other", "job_alert"}
    | {SentMeaning.APPLIED.value}
)
"""Meanings by which a mail is plainly about an application."""

_NUMBERS = re.compile(r"[A-Z0-9](?:[A-Z0-9/._-]*[A-Z0-9])?")
_TELLING_DIGITS = 5
"""Figures of an opening's number that stand in other mail by no accident."""


@dataclass(slots=True)
class Known:
    """What stored mail tells of conversations: ids, addresses, and firms by domain.

    Attributes:
        people: Addresses of those who wrote about an application and read answers.
        approaches: Message-IDs of those who wrote to the person first.
        offers: Message-IDs of mail that offers a job.
        noes: Message-IDs of noes that somebody wrote who reads answers.
        contacts: Those, and the machines of firms, which take mail all the same.
        own_domains: From where the person writes, as family and friends may, or several
            firms do: no firm's.
        providers: Where several firms have mailboxes.
        names: Employers by their name as a domain spells it: "brookpharmacy", of a group too.
        sure: Ids, addresses and domains of mail that is plainly about an application.
        answered: Ids of what stored mail about hiring answers.
        openings: Whose an opening is, by its number.
    """

    ids: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    approaches: set[str] = field(default_factory=set)
    offers: set[str] = field(default_factory=set)
    noes: set[str] = field(default_factory=set)
    contacts: set[str] = field(default_factory=set)
    companies: dict[str, str] = field(default_factory=dict)
    firms: dict[str, str] = field(default_factory=dict)
    own_domains: frozenset[str] = frozenset()
    providers: frozenset[str] = frozenset()
    names: dict[str, str] = field(default_factory=dict)
    sure: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    openings: dict[str, str] = field(default_factory=dict)

    def learn_sure(self, *, message_id: str, addresses: Iterable[str]) -> None:
        """Remember mail that is plainly about an application, and whose it is."""
        self.sure.add(message_id)
        for address in addresses:
            domain = address.rpartition("@")[2]
            self.sure.update(
                {address, domain} if self._is_of_firm(domain) else {address}
            )

    def is_of_application(self, message: Message) -> bool:
        """Say whether own mail goes to where an application is plainly spoken of.

        A sister whose joke could not be told from an offer is known too, but not so: to
        her only a subject of hiring counts.
        """
        named = {*references_of(message), *(to.address.lower() for to in message.to)}
        domains = {to.domain for to in message.to}
        return not self.sure.isdisjoint(named | domains) or has_word_of_hiring(
            bare_subject(message.subject), ""
        )

    def learn(self, *, address: str, company: str) -> None:
        """Remember somebody whom an answer reaches, and whose firm that is."""
        self.contacts.add(address)
        domain = address.rpartition("@")[2]
        if company and self._is_of_firm(domain):
            self.companies.setdefault(domain, company)

    def learn_firm(self, *, address: str, company: str) -> None:
        """Remember from where a firm writes about hiring, be it a machine's address."""
        domain = address.rpartition("@")[2]
        if company and self._is_of_firm(domain):
            self.firms.setdefault(domain, company)
            self.contacts.add(address)

    def _is_of_firm(self, domain: str) -> bool:
        return domain not in self.own_domains and is_of_firm(domain)

    def firm_of(self, domain: str) -> str:
        """Return whose domain it is, "" where nobody knows.

        A vendor carries a firm's mail, and the person writes to "hr@brookpharmacy.example":
        all that tells whose that is are the letters of the name.
        """
        if domain in self.firms or not self._is_of_firm(domain):
            return self.firms.get(domain, "")
        spelled = label_variants(registrable_label(domain))
        return next((self.names[each] for each in spelled if each in self.names), "")

    def written_by(self, domain: str) -> str:
        """Return a firm's name as its own mail writes it, where its domain spells that too.

        "Mairie de Villebourg" rather than "Mairie Villebourg"; a client that an agency writes
        for is not in its domain.
        """
        name = self.firms.get(domain, "")
        words = [word for word in company_key(name).split() if len(word) >= _TELLING]
        spelled = compact(company_key(domain))
        return name if words and all(word in spelled for word in words) else ""

    def opening_in(self, message: Message) -> str:
        """Return the number of a known opening that a mail names, upper case; "" for none."""
        said = f"{message.subject}\n{own_words(message.text)}".upper()
        named = _NUMBERS.findall(said) if self.openings else ()
        return next((each for each in named if each in self.openings), "")


def known_of(person: Person, *, own_domains: Collection[str] = ()) -> Known:
    """Return what this person's stored mail tells of conversations.

    Args:
        own_domains: From where they write the mail that is to be read, beside those known.
    """
    stored = {address.rpartition("@")[2] for address in own_addresses(person)}
    hosts = provider_hosts(person)
    known = Known(own_domains=hosts.union(stored, own_domains), providers=hosts)
    rows = MailMessage.objects.for_person(person)
    # Of two firms of one address the first counts, in whatever order they were stored.
    in_turn = rows.order_by("sent_at", "key")
    known.ids.update(rows.values_list("message_id", flat=True))
    human = in_turn.filter(accepts_replies=True).exclude(contact_address="")
    for address, company in human.values_list("contact_address", "company"):
        known.learn(address=address.lower(), company=company)
        known.people.add(address.lower())
    plain = rows.filter(Q(verdict__in=_PLAIN) | Q(pk__in=_in_events(person)))
    for row in plain.only("message_id", "sender_address", "recipients", "is_sent"):
        others = row.recipients if row.is_sent else [row.sender_address]
        known.learn_sure(message_id=row.message_id, addresses=map(str.lower, others))
    contacts = Application.objects.for_person(person).exclude(contact_address="")
    for address in contacts.values_list("contact_address", flat=True):
        known.sure.add(address.lower())
    approaches = rows.filter(verdict=Verdict.OUTREACH.value)
    known.approaches.update(approaches.values_list("message_id", flat=True))
    offers = rows.filter(verdict=Verdict.OFFER.value, is_sent=False)
    known.offers.update(offers.values_list("message_id", flat=True))
    noes = rows.filter(verdict__in=_NOES, is_sent=False, accepts_replies=True)
    known.noes.update(noes.values_list("message_id", flat=True))
    told = rows.filter(is_sent=False).exclude(verdict=Verdict.AMBIGUOUS.value)
    for references in told.values_list("references", flat=True):
        known.answered.update(references)
    came = in_turn.filter(is_sent=False).exclude(company="")
    for number, company in came.exclude(requisition="").values_list(
        "requisition", "company"
    ):
        if sum(sign.isdigit() for sign in number) >= _TELLING_DIGITS:
            known.openings.setdefault(number.upper(), company)
    for address, company in dict.fromkeys(
        came.values_list("sender_address", "company")
    ):
        known.learn_firm(address=address.lower(), company=company)
        for spelled in as_domains_spell(company):
            known.names.setdefault(spelled, company)
    return known


def _in_events(person: Person) -> QuerySet[Any, Any]:
    """Return the messages that stand in the story of an application."""
    told = Event.objects.for_person(person).filter(voided_by=None)
    return told.exclude(source_id=None).values("source_id")


def as_domains_spell(company: str) -> Iterator[str]:
    """Yield a name run together, and without its last words where enough is left."""
    words = company_key(company).split()
    for count in range(len(words), 0, -1):
        spelled = "".join(words[:count])
        shortest = _SPELLED_OUT if len(words) > 1 else _ONE_WORD
        if (count > 1 or len(words) == 1) and len(spelled) >= shortest:
            yield spelled
