"""Mail that the person wrote: kept only where it belongs to an application."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime

from onward.mail.models import MailMessage
from onward.mail.rules.basics.text import fold
from onward.mail.rules.facts.employers.shown_name import shown_employer, shown_in_full
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.talks.feedback_taken import takes_feedback
from onward.mail.rules.talks.offer_answer import yes_to_offer
from onward.mail.rules.talks.own_employer import (
    as_first_written_to,
    as_shown,
    as_written,
)
from onward.mail.rules.talks.own_firm import company_written_to
from onward.mail.rules.talks.own_mail import (
    OFFER_ANSWERS,
    OWN_WORDS,
    SentMeaning,
    declines_offer,
    meaning_of_sent,
    own_words,
    sends_papers,
    weighed,
)
from onward.mail.rules.talks.own_title import (
    is_reply,
    role_applied_for,
    role_of_subject,
)
from onward.mail.rules.types import Message, Reading, Source, Verdict
from onward.mail.services.conversations import Known, known_of
from onward.mail.services.own_addresses import own_addresses

# reader.py takes both from here.
from onward.mail.services.put_forward import company_proposed, proposed_by_no, says_yes
from onward.mail.services.rows import message_row, references_of
from onward.people.models import Person

_TO_FIRMS = OWN_WORDS | {SentMeaning.FOLLOW_UP, SentMeaning.FEEDBACK}
"""What may be written to where nobody but a machine wrote from."""


_EARLIEST = datetime.min.replace(tzinfo=UTC)


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
        meaning = _meaning(message, flags=flags, known=known, own=themselves)
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


def _meaning(
    message: Message, *, flags: Flags, known: Known, own: Collection[str]
) -> SentMeaning:
    """Return what own mail means, beside what is known of where it goes."""
    is_in_thread, is_to_contact, is_to_firm, is_answered = flags
    meaning = meaning_of_sent(
        message,
        is_in_thread=is_in_thread,
        is_to_contact=is_to_contact,
        is_to_firm=is_to_firm,
        is_answered=is_answered,
    )
    if meaning is SentMeaning.APPLIED and _is_draft(message, own=own):
        return SentMeaning.NONE
    if meaning is SentMeaning.WITHDRAWAL and _declines(message, known=known):
        meaning = SentMeaning.OFFER_DECLINED
    if meaning in OFFER_ANSWERS and not known.is_of_application(message):
        return SentMeaning.THREAD
    return meaning


def _is_draft(message: Message, *, own: Collection[str]) -> bool:
    """Say whether a letter goes to no other mailbox than the person's own."""
    return all(to.address.lower() in own for to in message.to)


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


def _declines(message: Message, *, known: Known) -> bool:
    """Say whether own mail that may step back says no to the offer in its conversation."""
    is_answer = not known.offers.isdisjoint(references_of(message))
    return is_answer and declines_offer(message)


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
    company = as_shown(message.to, company=company)
    role = requisition = ""
    if meaning in _TO_FIRMS:
        company = company or next(filter(None, map(known.firm_of, domains)), "")
        requisition = known.opening_in(message)
        company = company or known.openings.get(requisition, "")
    if meaning in OWN_WORDS:
        role = role_of_subject(message.subject)
    if meaning is SentMeaning.APPLIED:
        names = (
            as_shown([to], company=known.written_by(to.domain))
            or shown_employer(to)
            or company_written_to(to, hosts=known.providers)
            for to in message.to
            if not system_of_host(to.domain).name
        )
        company = shown_in_full(message.to) or company or next(filter(None, names), "")
        company = as_first_written_to(message.to, company=company)
        company = as_written(message, company=company, hosts=known.providers)
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
