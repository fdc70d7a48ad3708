"""Stored mail as the fold sees it: columns, not rows, since all of it is read each time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from onward.applications.models import Event
from onward.applications.rules.kinds import SourceKind
from onward.mail.models import MailMessage
from onward.mail.rules.around.costs import asks_for_money
from onward.mail.rules.around.returned import RETURNED
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.facts.contact import is_office_box
from onward.mail.rules.facts.employers.scheduling import is_tool
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.folding.spoken_of import spoken_of
from onward.mail.rules.folding.standing import is_of_one_before
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.types import ENDINGS, HELD, NOT_HIRING, Meaning, Verdict
from onward.mail.rules.verdicts.deciding import BY_EAR
from onward.mail.rules.verdicts.ruled import ON_RESERVE
from onward.mail.services.providers import provider_hosts
from onward.mail.services.talks import is_of_firm
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

# The person's own mail: an application begins one as its receipt does; the rest joins
# what is there, or nothing. So does what a person taught to be a mere reply.
_FOLDED_AS = {verdict.value: verdict for verdict in Verdict} | {
    SentMeaning.APPLIED.value: Verdict.CONFIRMATION,
    SentMeaning.FOLLOW_UP.value: Verdict.AMBIGUOUS,
    SentMeaning.FEEDBACK.value: Verdict.AMBIGUOUS,
    SentMeaning.WITHDRAWAL.value: Verdict.AMBIGUOUS,
    SentMeaning.ACCEPTANCE.value: Verdict.AMBIGUOUS,
    SentMeaning.OFFER_DECLINED.value: Verdict.AMBIGUOUS,
    SentMeaning.THREAD.value: Verdict.AMBIGUOUS,
    RETURNED: Verdict.AMBIGUOUS,
    Meaning.REPLY.value: Verdict.AMBIGUOUS,
}

_COLUMNS = (
    *("key", "sent_at", "verdict", "company", "role", "requisition", "system"),
    *("is_sent", "recipients", "contact_address", "accepts_replies"),
    *("sender_address", "message_id", "references", "thread", "calendar"),
    *("contact_name", "subject", "because", "kept_in"),
)
# What lies in spam or the bin may still be one's own receipt or no, which was read and thrown away.
_PUT_AWAY = frozenset({Verdict.CONFIRMATION, *ENDINGS})
_MAY_COST = (Verdict.OFFER, Verdict.INFORMATION_REQUEST, Verdict.INTERVIEW)


def fold_items(person: Person) -> Iterator[FoldItem]:
    """Return this person's messages as the fold sees them."""
    rows = MailMessage.objects.for_person(person).order_by("sent_at", "key")
    # An answer that was waited for belongs to whoever asked, not to the ledger.
    rows = rows.exclude(verdict__in=list(NOT_HIRING))
    ending = rows.filter(verdict__in=list(ENDINGS), accepts_replies=True)
    named = {
        key: spoken_of(text)
        for key, text in ending.values_list("key", "text").iterator(chunk_size=500)
    }
    costly = _costly(person, rows)
    standing = _standing(rows)
    hosts = provider_hosts(person)
    for row in rows.values_list(*_COLUMNS).iterator(chunk_size=2000):
        item = _item(*row, hosts=hosts)
        yield replace(
            item,
            spoken_of=named.get(item.key, frozenset()),
            begins_nothing=item.begins_nothing or item.key in costly,
            goes_on=item.goes_on or item.key in standing,
        )


def _costly(person: Person, rows: OwnedQuerySet[MailMessage]) -> set[str]:
    """Return the mail with good news that asks for money, or for account and papers.

    What is told on an application is none of it: no application that stands is taken back.
    """
    events = Event.objects.for_person(person).filter(
        source_kind=SourceKind.MESSAGE, voided_by=None
    )
    # All at once: asked mail by mail, SQLite walks through the whole ledger for each.
    known = set(events.values_list("source_id", flat=True))
    told = rows.filter(verdict__in=_MAY_COST, is_sent=False)
    texts = told.values_list("pk", "key", "text").iterator(chunk_size=500)
    return {key for pk, key, text in texts if pk not in known and asks_for_money(text)}


def _standing(rows: OwnedQuerySet[MailMessage]) -> set[str]:
    """Return the mail that tells how an application stands, of those read as receipts."""
    receipts = rows.filter(verdict=Verdict.CONFIRMATION, is_sent=False)
    told = receipts.values_list("key", "subject", "text").iterator(chunk_size=500)
    return {key for key, subject, text in told if is_of_one_before(subject, text)}


def _item(
    key: str,
    sent_at: Any,
    verdict: str,
    company: str,
    role: str,
    requisition: str,
    system: str,
    is_sent: bool,
    recipients: list[str],
    contact_address: str,
    accepts_replies: bool,
    sender_address: str,
    message_id: str,
    references: list[str],
    thread: str,
    calendar: dict[str, str],
    contact_name: str,
    subject: str,
    because: list[dict[str, Any]],
    kept_in: str,
    *,
    hosts: Collection[str],
) -> FoldItem:
    # The address on the other side: who wrote, or to whom the person did.
    contact = contact_address if accepts_replies else ""
    if is_sent:
        contact = recipients[0] if recipients else ""
    other = (contact if is_sent else sender_address).lower()
    firm = other.rpartition("@")[2]
    is_house = is_of_firm(firm) and (firm not in hosts or is_office_box(other))
    is_tools = not is_sent and is_tool(system_of_host(firm))
    return FoldItem(
        key,
        sent_at,
        _FOLDED_AS[verdict],
        company,
        role,
        requisition,
        system,
        contact,
        message_id,
        tuple(references),
        thread,
        calendar.get("UID", "") if calendar else "",
        is_sent,
        bool(calendar) or verdict in HELD,
        firm if is_house else "",
        "" if is_sent else sender_address.lower().partition("@")[0],
        "" if is_sent else lower(fold(contact_name)),
        fold(subject) if is_tools else "",
        "" if is_sent or not calendar else calendar.get("ORGANIZER", "").lower(),
        subject="" if is_sent or not contact else fold(subject),
        is_heard=bool(because)
        and all(each["rule"].startswith(BY_EAR) for each in because),
        goes_on=any(each["rule"] in ON_RESERVE for each in because),
        begins_nothing=bool(kept_in) and _FOLDED_AS[verdict] not in _PUT_AWAY,
    )
