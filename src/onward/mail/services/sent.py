"""Mail that the person wrote: kept only where it belongs to an application."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from django.db.models import Q, QuerySet

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import ImapAccount, MailMessage
from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.basics.text import fold
from onward.mail.rules.facts.contact import has_given_name, is_person
from onward.mail.rules.facts.employers.mailbox import mailbox_name, spelled_by_mailbox
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    label_variants,
    registrable_label,
    says_kind,
)
from onward.mail.rules.facts.employers.shown_name import (
    shown_employer,
    shown_in_full,
    shown_with_article,
)
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.gate import has_word_of_hiring
from onward.mail.rules.talks.applies_outright import employer_outright
from onward.mail.rules.talks.feedback_taken import takes_feedback
from onward.mail.rules.talks.offer_answer import yes_to_offer
from onward.mail.rules.talks.own_firm import (
    company_of_domain,
    company_written_to,
    firm_written,
)
from onward.mail.rules.talks.own_letter import APPLIES
from onward.mail.rules.talks.own_mail import (
    OFFER_ANSWERS,
    OWN_WORDS,
    SentMeaning,
    meaning_of_sent,
    own_words,
    sends_papers,
    weighed,
)
from onward.mail.rules.talks.own_title import (
    bare_subject,
    is_reply,
    role_applied_for,
    role_of_subject,
)
from onward.mail.rules.types import Address, Message, Reading, Source, Verdict
from onward.mail.services.awaiting import awaited_by
from onward.mail.services.providers import provider_hosts
from onward.mail.services.put_forward import company_proposed, proposed_by_no, says_yes
from onward.mail.services.rows import message_row, references_of
from onward.mail.services.said_mail import SETTLED_KEY
from onward.mail.services.talks import is_of_firm
from onward.mail.wanted import Wanted
from onward.people.models import Person

_TELLING = 4
"""Shorter words of a name are often left out of a domain: "de", "und", "the"."""

_SPELLED_OUT = 10
"""Letters of two words or more of a name that a domain spells by no accident."""

_ONE_WORD = 6
"""Letters of a name of one word, which a domain is called by: "lindenhof"."""

_NOES = (Verdict.REJECTION.value, Verdict.POSITION_CLOSED.value)

_TO_FIRMS = OWN_WORDS | {SentMeaning.FOLLOW_UP, SentMeaning.FEEDBACK}
"""What may be written to where nobody but a machine wrote from."""

_WORDS_OF_PERSON = 2

_LEAST_WRITERS = 4
"""Of an interview by several people two or three may write, and all be written to."""

_PLAIN = sorted(
    {each.value for each in Verdict} - {"ambiguous", "other", "job_alert"}
    | {SentMeaning.APPLIED.value}
)
"""Meanings by which a mail is plainly about an application."""

_EARLIEST = datetime.min.replace(tzinfo=UTC)


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

    def opening_in(self, message: Message) -> str:
        """Return the number of a known opening that a mail names, upper case; "" for none."""
        said = f"{message.subject}\n{own_words(message.text)}".upper()
        named = _NUMBERS.findall(said) if self.openings else ()
        return next((each for each in named if each in self.openings), "")


_NUMBERS = re.compile(r"[A-Z0-9](?:[A-Z0-9/._-]*[A-Z0-9])?")
_TELLING_DIGITS = 5
"""Figures of an opening's number that stand in other mail by no accident."""


Flags = tuple[bool, bool, bool, bool]
"""What is known of an own mail: its conversation, whom it goes to, their firm, and if they answer."""


def kept_of_sent(
    person: Person,
    sent: Sequence[tuple[Message, Source]],
    *,
    now: datetime,
    refused: dict[str, Flags] | None = None,
) -> Iterator[tuple[MailMessage, SentMeaning]]:
    """Yield the rows of own mail that belongs to hiring, oldest first, not saved yet.

    Args:
        refused: What was known of mail that did not belong to it, by key: with no more known
            it does not either. Kept up to date.
    """
    if not sent:
        return
    own = {message.sender.domain for message, _ in sent}
    known = known_of(person, own_domains=own)
    themselves = own_addresses(person) | {m.sender.address for m, _ in sent}
    for message, source in sorted(sent, key=lambda pair: pair[0].sent_at or _EARLIEST):
        flags = _flags(message, known=known)
        if refused is not None and refused.get(message.key) == flags:
            continue
        is_in_thread, is_to_contact, is_to_firm, is_answered = flags
        meaning = meaning_of_sent(
            message,
            is_in_thread=is_in_thread,
            is_to_contact=is_to_contact,
            is_to_firm=is_to_firm,
            is_answered=is_answered,
        )
        if meaning is SentMeaning.APPLIED and _is_draft(message, own=themselves):
            meaning = SentMeaning.NONE
        if meaning in OFFER_ANSWERS and not known.is_of_application(message):
            meaning = SentMeaning.THREAD
        if meaning is SentMeaning.NONE:
            if refused is not None:
                refused[message.key] = flags
            continue
        is_thread = meaning is SentMeaning.THREAD
        taken = _short_yes(message, known=known) if is_thread else meaning
        if taken is SentMeaning.ACCEPTANCE:
            meaning = taken
        proposed = _proposed(person, message, meaning=meaning, known=known)
        # "Thank you for the feedback, and yes, consider me for that": the job is meant.
        meaning = SentMeaning.APPLIED if proposed is not None else taken
        known.ids.add(message.message_id)
        row = _row(
            person, message, meaning=meaning, known=known, source=source, now=now
        )
        company, title = proposed or ("", "")
        row.company, row.role = company or row.company, row.role or title
        if meaning is SentMeaning.APPLIED and row.recipients:
            known.learn(address=row.recipients[0], company=row.company)
            known.learn_sure(message_id=row.message_id, addresses=row.recipients[:1])
        yield row, meaning


def _is_draft(message: Message, *, own: Collection[str]) -> bool:
    """Say whether a letter goes to no other mailbox than the person's own."""
    return all(to.address.lower() in own for to in message.to)


def known_of(person: Person, *, own_domains: Collection[str] = ()) -> Known:
    """Return what this person's stored mail tells of conversations.

    Args:
        own_domains: From where they write the mail that is to be read, beside those known.
    """
    stored = {address.rpartition("@")[2] for address in own_addresses(person)}
    hosts = provider_hosts(person)
    known = Known(own_domains=hosts.union(stored, own_domains), providers=hosts)
    rows = MailMessage.objects.for_person(person)
    known.ids.update(rows.values_list("message_id", flat=True))
    human = rows.filter(accepts_replies=True).exclude(contact_address="")
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
    came = rows.filter(is_sent=False).exclude(company="")
    for number, company in came.exclude(requisition="").values_list(
        "requisition", "company"
    ):
        if sum(sign.isdigit() for sign in number) >= _TELLING_DIGITS:
            known.openings.setdefault(number.upper(), company)
    for address, company in came.values_list("sender_address", "company").distinct():
        known.learn_firm(address=address.lower(), company=company)
        for spelled in _as_domains_spell(company):
            known.names.setdefault(spelled, company)
    return known


def _in_events(person: Person) -> QuerySet[Any, Any]:
    """Return the messages that stand in the story of an application."""
    told = Event.objects.for_person(person).filter(voided_by=None)
    return told.exclude(source_id=None).values("source_id")


def _as_domains_spell(company: str) -> Iterator[str]:
    """Yield a name run together, and without its last words where enough is left."""
    words = company_key(company).split()
    for count in range(len(words), 0, -1):
        spelled = "".join(words[:count])
        shortest = _SPELLED_OUT if len(words) > 1 else _ONE_WORD
        if (count > 1 or len(words) == 1) and len(spelled) >= shortest:
            yield spelled


def _flags(message: Message, *, known: Known) -> Flags:
    return (
        not known.ids.isdisjoint(references_of(message)),
        _is_to_contact(message, known=known),
        bool(known.opening_in(message))
        or any(known.firm_of(to.domain) for to in message.to),
        message.message_id in known.answered,
    )


def _proposed(
    person: Person, message: Message, *, meaning: SentMeaning, known: Known
) -> tuple[str, str] | None:
    """Return the employer and the title that own mail says yes to; None where it says none."""
    is_thread = meaning is SentMeaning.THREAD
    if title := proposed_by_no(person, message) if is_thread else "":
        return "", title
    if _answers_approach(message, meaning=meaning, known=known):
        return company_proposed(person, message), ""
    return None


def _answers_approach(message: Message, *, meaning: SentMeaning, known: Known) -> bool:
    """Say whether own mail sends papers, or says yes, to somebody who had only written first.

    Whoever is found by a recruiter applies by sending a résumé, or letting them pass it on, once.
    """
    asked = known.approaches.intersection(references_of(message))
    if not asked or meaning is SentMeaning.WITHDRAWAL:
        return False
    if not (sends_papers(message) or says_yes(message)):
        return False
    known.approaches -= asked
    return True


def _short_yes(message: Message, *, known: Known) -> SentMeaning:
    """Return what own mail takes that the mail right above it offers: a job, or a talk about a no."""
    above, own = references_of(message)[-1:], own_words(message.text)
    if not known.offers.isdisjoint(above) and yes_to_offer(fold(own)) is not None:
        return SentMeaning.ACCEPTANCE
    if not known.noes.isdisjoint(above) and takes_feedback(own):
        return SentMeaning.FEEDBACK
    return SentMeaning.THREAD


def _is_to_contact(message: Message, *, known: Known) -> bool:
    return any(
        to.address in known.contacts or to.domain in known.companies
        for to in message.to
    )


def _as_they_write_it(domain: str, *, known: Known) -> str:
    """Return a firm's name as its own mail writes it, where its domain spells that too.

    "Mairie de Villebourg" rather than "Mairie Villebourg"; a client that an agency writes
    for is not in its domain.
    """
    name = known.firms.get(domain, "")
    words = [word for word in company_key(name).split() if len(word) >= _TELLING]
    spelled = compact(company_key(domain))
    return name if words and all(word in spelled for word in words) else ""


def _as_shown(to: Sequence[Address], *, company: str) -> str:
    """Return how the person writes an employer, where their own mail tells no more than a domain.

    "Bäckerei Am Tor <info@baeckereiamtor.example>" is told as "Bäckerei Amtor".
    """
    name = compact(company_key(company))
    for each in to if name and not has_legal_form(company) else ():
        shown = shown_employer(each)
        is_domain = company_key(company) == company_key(company_of_domain(each.domain))
        is_run_together = name in label_variants(registrable_label(each.domain))
        is_parted = is_run_together and _is_in(company, shown=shown)
        # "Pat Rathduff Motors": somebody's given name before the firm's.
        is_parted = is_parted and not has_given_name(shown.partition(" ")[0])
        if shown and (is_domain or is_parted):
            return shown
    return company


def _is_in(company: str, *, shown: str) -> bool:
    """Say whether a name stands in another, its words in whatever order: "Szkoła Polska" in "Polska Szkoła w Lublinie"."""
    words = {*company_key(company).split()}
    is_told = len(words) > 1 and words <= {*company_key(shown).split()}
    return is_told or compact(company_key(company)) in compact(company_key(shown))


def _as_written(message: Message, *, company: str, hosts: Collection[str]) -> str:
    """Return the employer as the person's own words have it, where but a domain tells it."""
    own = fold(own_words(message.text))
    if not company:
        return (
            _of_free_mailbox(message, hosts=hosts)
            or employer_outright(own)
            or _called_at_provider(message, hosts=hosts)
        )
    for each in message.to:
        if company_key(company) == company_key(company_of_domain(each.domain)):
            said = f"{fold(message.subject)}\n{own}"
            written = firm_written(said, domain=each.domain)
            return written or employer_outright(own) or company
    return company


def _of_free_mailbox(message: Message, *, hosts: Collection[str]) -> str:
    """Return an employer with no more than a free mailbox, by its letters in the person's words.

    "oldmillcafe@…" is written to as "the Old Mill Café".
    """
    own = fold(own_words(message.text))
    free = (to.local_part for to in _at_provider(message, hosts=hosts))
    return next(
        filter(None, (firm_written(own, domain=f"{name}.example") for name in free)), ""
    )


def _at_provider(message: Message, *, hosts: Collection[str]) -> list[Address]:
    """Return whom own mail goes to where anybody has a mailbox, or the person, too."""
    return [to for to in message.to if is_free_mail(to.domain) or to.domain in hosts]


def _called_at_provider(message: Message, *, hosts: Collection[str]) -> str:
    """Return how an employer at a provider is shown, or its mailbox called; "" where that may be a person."""
    found = (
        shown_with_article(to)
        or mailbox_name(to.local_part)
        or ("" if is_person(to) else spelled_by_mailbox(to.local_part))
        for to in _at_provider(message, hosts=hosts)
    )
    return next(filter(None, found), "")


def _as_first_written_to(to: Sequence[Address], *, company: str) -> str:
    """Return the employer that the person wrote to, where the answer may name but its writer.

    "Annet Hooi <boer@dewinde.example>" answers what went to "Zorgboerderij De Winde".
    """
    is_maybe_name = len(company.split()) == _WORDS_OF_PERSON and not says_kind(company)
    for each in to if is_maybe_name and not has_legal_form(company) else ():
        shown = compact(company_key(shown_employer(each)))
        spelled = label_variants(registrable_label(each.domain))
        is_other = not any(x in compact(company_key(company)) for x in spelled)
        if is_other and any(shown.endswith(x) for x in spelled):
            return shown_employer(each)
    return company


def _row(
    person: Person,
    message: Message,
    *,
    meaning: SentMeaning,
    known: Known,
    source: Source,
    now: datetime,
) -> MailMessage:
    domains = [to.domain for to in message.to]
    company = next((known.companies[d] for d in domains if d in known.companies), "")
    company = _as_shown(message.to, company=company)
    role = requisition = ""
    if meaning in _TO_FIRMS:
        company = company or next(filter(None, map(known.firm_of, domains)), "")
        requisition = known.opening_in(message)
        company = company or known.openings.get(requisition, "")
    if meaning in OWN_WORDS:
        role = role_of_subject(message.subject)
    if meaning is SentMeaning.APPLIED:
        names = (
            _as_shown([to], company=_as_they_write_it(to.domain, known=known))
            or shown_employer(to)
            or company_written_to(to, hosts=known.providers)
            for to in message.to
            if not system_of_host(to.domain).name
        )
        company = shown_in_full(message.to) or company or next(filter(None, names), "")
        company = _as_first_written_to(message.to, company=company)
        company = _as_written(message, company=company, hosts=known.providers)
        subject = "" if is_reply(message.subject) else message.subject
        role = role_applied_for(subject, fold(own_words(message.text)))
    confidence, because = weighed(message, meaning=meaning)
    reading = Reading(
        Verdict.OTHER,
        confidence,
        because=because,
        company=company,
        role=role,
        requisition=requisition,
    )
    row = message_row(person, message, reading, source=source, now=now)
    row.verdict = meaning.value
    row.is_sent = True
    return row
