"""Who is known from the search, and which application a later mail of theirs is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from onward.mail.models import MailMessage
from onward.mail.rules.appointments.time_answer import calls_off
from onward.mail.rules.around.returned import RETURNED
from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.facts.contact import is_no_reply
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    registrable_label,
)
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.folding.growing import WINDOW
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.talks.own_title import bare_subject, is_reply
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Message, Verdict
from onward.mail.services.rows import references_of
from onward.people.models import Person

_OVER = ENDINGS | {
    *(SentMeaning.FEEDBACK.value, SentMeaning.WITHDRAWAL.value),
    SentMeaning.OFFER_DECLINED.value,
}

TELLING_LABEL = 6
"""Letters of a domain that is the first word of a name by no accident."""

_ASKED = {each.value: each for each in (Verdict.ASSESSMENT, Verdict.OFFER)}


@dataclass(frozen=True, slots=True)
class KnownMail:
    """One stored mail about hiring, as far as it tells what a later one is about.

    Attributes:
        is_over: It is a no, theirs or the person's, or what was asked after one.
        is_interview: It is about an interview, or answers such a mail; an offer ends that.
        asked: It brings a test or an offer, or answers the mail that did: that verdict.
        is_doubtful: It waits for the person to say whether it is about hiring at all.
        subject: What it is called, to know an answer by that names no mail.
    """

    at: datetime
    company: str
    is_application: bool = False
    is_over: bool = False
    is_interview: bool = False
    asked: Verdict | None = None
    is_doubtful: bool = False
    subject: str = ""


@dataclass(slots=True)
class Talks:
    """Stored mail by its Message-ID, the latest by who wrote it, and by the firm."""

    by_id: dict[str, KnownMail] = field(default_factory=dict)
    by_sender: dict[str, list[KnownMail]] = field(default_factory=dict)
    by_firm: dict[str, list[KnownMail]] = field(default_factory=dict)

    def answered(self, message: Message) -> KnownMail | None:
        """Return the latest stored mail of those that a mail answers."""
        for name in reversed(references_of(message)):
            if name in self.by_id:
                return self.by_id[name]
        return None

    def of(self, message: Message) -> KnownMail | None:
        """Return the stored mail that a mail answers, else one that the same person wrote."""
        found = self.answered(message)
        if found is not None or is_no_reply(message.sender.address):
            return found
        return _latest(self.by_sender.get(message.sender.address, []), message)

    def named_by(self, message: Message) -> KnownMail | None:
        """Return the latest mail of the same person about the employer that a subject names.

        Or the one whose subject it says again: they answer their own mail, which nobody did. None where no interview there was spoken of, or it is over: an agency writes of
        several at a time.
        """
        subject = compact(company_key(message.subject))
        again = bare_subject(message.subject) if is_reply(message.subject) else ""
        known = [
            each
            for each in self.by_sender.get(message.sender.address, [])
            if ((name := compact(company_key(each.company))) and name in subject)
            or (again and each.subject == again)
        ]
        latest = _latest(known, message)
        if latest is None or latest.is_over or is_no_reply(message.sender.address):
            return None
        return latest if any(each.is_interview for each in known) else None

    def with_firm_of(self, message: Message) -> KnownMail | None:
        """Return what `of` does, else the latest mail with the firm of who writes.

        Where that firm hires for several, its name is left open.
        """
        found = self.of(message)
        if found is not None or is_no_reply(message.sender.address):
            return found
        known = self.by_firm.get(message.sender.domain, [])
        latest = _latest(known, message)
        if latest is None:
            return None
        names = {each.company for each in known if each.company}
        return KnownMail(latest.at, latest.company if len(names) == 1 else "")

    def called_as_domain(self, message: Message) -> KnownMail | None:
        """Return the latest sure mail about the employer whose first word a domain is.

        "voordel.example" writes for "Voordel Noord", of which a machine elsewhere wrote.
        """
        if not is_of_firm(message.sender.domain):
            return None
        label = registrable_label(message.sender.domain)
        known = [
            each
            for each in self.by_id.values()
            if not (each.is_doubtful or each.is_over)
            and company_key(each.company).split()[:1] == [label]
        ]
        return _latest(known, message) if len(label) >= TELLING_LABEL else None

    def learn(
        self,
        message_id: str,
        *,
        at: datetime,
        company: str,
        verdict: str,
        references: Iterable[str],
        subject: str = "",
    ) -> KnownMail:
        """Know a mail about hiring from now on by its id, as it was read."""
        answered = [self.by_id[name] for name in references if name in self.by_id]
        goes_on = verdict != Verdict.OFFER and any(
            each.is_interview for each in answered[-1:]
        )
        told = [verdict, *(each.asked for each in reversed(answered) if each.asked)]
        known = KnownMail(
            at,
            company,
            is_application=verdict == SentMeaning.APPLIED,
            is_over=verdict in _OVER,
            is_interview=verdict == Verdict.INTERVIEW or goes_on,
            asked=next((_ASKED[each] for each in told if each in _ASKED), None),
            is_doubtful=verdict == Verdict.AMBIGUOUS,
            subject=bare_subject(subject),
        )
        self.by_id[message_id] = known
        return known

    def learn_row(self, row: MailMessage) -> None:
        """Know a mail that is about to be stored."""
        self.learn(
            row.message_id,
            at=row.sent_at,
            company=row.company,
            verdict=row.verdict,
            references=row.references,
            subject=row.subject,
        )

    def is_sure_of(self, message: Message) -> bool:
        """Say whether any mail with its writer or their firm is about hiring for sure."""
        sender = message.sender
        known = [
            *self.by_sender.get(sender.address, []),
            *self.by_firm.get(sender.domain, []),
        ]
        answered = self.answered(message)
        return any(
            not each.is_doubtful for each in (*known, *filter(None, (answered,)))
        )


def takes_back(message: Message, *, known: KnownMail) -> bool:
    """Say whether a mail calls a day off after an offer: a start, if it is what it seems."""
    is_of_offer = known.asked is Verdict.OFFER and not known.is_interview
    return is_of_offer and calls_off(message)


def _latest(known: Iterable[KnownMail], message: Message) -> KnownMail | None:
    at = message.sent_at
    if at is None:
        return None
    before = [each for each in known if each.at < at <= each.at + WINDOW]
    return max(before, key=lambda each: each.at, default=None)


def talks_of(person: Person, *, own: Collection[str] = ()) -> Talks:
    """Return what this person's stored mail tells of who they are in touch with.

    Args:
        own: The addresses that the person writes from. Family and friends may write from the
            same host: it is no firm's.
    """
    own_hosts = {address.rpartition("@")[2] for address in own}
    talks = Talks()
    names = ("message_id", "sent_at", "company", "verdict", "is_sent")
    more = ("sender_address", "accepts_replies", "recipients", "references", "subject")
    rows = MailMessage.objects.for_person(person).exclude(
        verdict__in=[*NOT_HIRING, RETURNED]
    )
    for row in rows.order_by("sent_at", "key").values_list(*names, *more):
        message_id, at, company, verdict, is_sent, sender, can_answer, *rest = row
        to, refs, subject = rest
        known = talks.learn(
            message_id,
            at=at,
            company=company,
            verdict=verdict,
            references=refs,
            subject=subject,
        )
        if can_answer and not is_sent:
            talks.by_sender.setdefault(sender.lower(), []).append(known)
        for domain in _firms(to if is_sent else [sender]) - own_hosts:
            talks.by_firm.setdefault(domain, []).append(known)
    return talks


def _firms(addresses: Iterable[str]) -> set[str]:
    """Return the hosts of addresses that are of one firm, not of a provider or a vendor."""
    domains = {address.lower().rpartition("@")[2] for address in addresses}
    return set(filter(is_of_firm, domains))


def is_of_firm(domain: str) -> bool:
    """Say whether a domain is of one firm, not of a mail provider or a vendor."""
    if not domain or is_free_mail(domain):
        return False
    return not system_of_host(domain).name
