"""Committing: the one place where what mail says becomes history."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import (
    ARRANGED_KINDS,
    NO_KINDS,
    DecidedBy,
    EventKind,
    SourceKind,
)
from onward.applications.services import EventDraft, commit_events, merge
from onward.applications.services.ledger import parts
from onward.mail.models import MailMessage, Review
from onward.mail.rules.fold import Cluster, Folded, FoldItem, fold
from onward.mail.rules.learned import Meaning
from onward.mail.rules.pay import pay_facts, pay_in
from onward.mail.rules.types import NOT_HIRING, Verdict
from onward.mail.rules_sent import SentMeaning
from onward.mail.services import rearranging
from onward.people.models import Person

CLUSTERS_AT_ONCE = 200
_KEY = "mail:"
# The verdicts whose message is a later word on an interview, and no event of its own.
_HELD = frozenset({Verdict.INTERVIEW.value, Verdict.ASSESSMENT.value})
_EVENT_VERDICTS = frozenset(kind.value for kind in EventKind)
# The person's own mail: an application begins one as its receipt does; the rest joins
# what is there, or nothing. So does what a person taught to be a mere reply.
_FOLDED_AS = {
    SentMeaning.APPLIED.value: Verdict.CONFIRMATION,
    SentMeaning.FOLLOW_UP.value: Verdict.AMBIGUOUS,
    SentMeaning.THREAD.value: Verdict.AMBIGUOUS,
    Meaning.REPLY.value: Verdict.AMBIGUOUS,
}


@dataclass(slots=True)
class LedgerCounts:
    """What the ledger and the review page hold now."""

    applications: int = 0
    noes: int = 0
    interviews: int = 0
    offers: int = 0
    unmatched: int = 0
    ambiguous: int = 0


@dataclass(slots=True)
class _Placed:
    """Where the messages' events are: message key → application (its head)."""

    heads: dict[str, uuid.UUID] = field(default_factory=dict)
    touched: set[uuid.UUID] = field(default_factory=set)


def commit_mail(person: Person, *, now: datetime) -> None:
    """Bring the ledger in line with all stored messages of `person`.

    The fold looks at every message, in the order of their dates, so the result does not
    depend on the order of files or runs, nor on where an earlier run was cut off. Events
    that are there already stay; what a person merged, split or took back is left alone.
    """
    items = {item.key: item for item in fold_items(person)}
    result = fold(list(items.values()))
    placed = _placed(person)
    for part in parts(result.clusters, size=CLUSTERS_AT_ONCE):
        _commit_clusters(person, part, placed=placed, now=now)
    _mark_for_review(person, result)


def fold_items(person: Person) -> Iterator[FoldItem]:
    """Return this person's messages as the fold sees them."""
    rows = MailMessage.objects.for_person(person).order_by("sent_at", "key")
    # An answer that was waited for belongs to whoever asked, not to the ledger.
    rows = rows.exclude(verdict__in=list(NOT_HIRING))
    for row in rows.defer("text").iterator(chunk_size=2000):
        yield FoldItem(
            key=row.key,
            sent_at=row.sent_at,
            verdict=_FOLDED_AS.get(row.verdict) or Verdict(row.verdict),
            company=row.company,
            role=row.role,
            requisition=row.requisition,
            system=row.system,
            contact=_correspondent(row),
            message_id=row.message_id,
            references=tuple(row.references),
            thread=row.thread,
            calendar_uid=row.calendar.get("UID", ""),
        )


def _correspondent(row: MailMessage) -> str:
    """Return the address on the other side: who wrote, or to whom the person did."""
    if row.is_sent:
        return row.recipients[0] if row.recipients else ""
    return row.contact_address if row.accepts_replies else ""


def _placed(person: Person) -> _Placed:
    placed = _Placed()
    mail = Event.objects.for_person(person).filter(
        Q(key__startswith=_KEY) | Q(key__startswith=rearranging.KEY)
    )
    for key, head, own in mail.annotate(
        head=F("application__merged_into_id")
    ).values_list("key", "head", "application_id"):
        placed.heads[key.split(":")[1]] = head or own
    by_hand = Event.objects.for_person(person).filter(
        kind__in=[EventKind.MERGE, EventKind.SPLIT, EventKind.VOID],
        decided_by=DecidedBy.PERSON,
    )
    placed.touched = set(by_hand.values_list("application_id", flat=True))
    return placed


@transaction.atomic
def _commit_clusters(
    person: Person, clusters: Sequence[Cluster], *, placed: _Placed, now: datetime
) -> None:
    rows = _rows_of(person, clusters)
    told = [cluster.keys for cluster in clusters if cluster.makes_application]
    again = rearranging.rearranged(person, told, rows=rows)
    fresh = [row for key, row in rows.items() if key not in placed.heads]
    rearranging.load_words(person, fresh)
    drafts: list[EventDraft] = []
    new: list[Application] = []
    for cluster in clusters:
        if not cluster.makes_application:
            continue
        heads = list(
            dict.fromkeys(placed.heads[k] for k in cluster.keys if k in placed.heads)
        )
        if not heads:
            application = Application(person=person)
            new.append(application)
            heads = [application.pk]
        drafts += _drafts(
            cluster, rows, head=heads[0], placed=placed, again=again, person=person
        )
        _join(person, heads, placed=placed, now=now)
    Application.objects.bulk_create(new)
    commit_events(person, drafts, now=now)
    rearranging.arrange_anew(person, again, rows=rows, now=now)


def _rows_of(person: Person, clusters: Sequence[Cluster]) -> Mapping[str, MailMessage]:
    keys = [key for cluster in clusters for key in cluster.keys]
    rows: dict[str, MailMessage] = {}
    for part in parts(keys, size=CLUSTERS_AT_ONCE):
        found = MailMessage.objects.for_person(person).filter(key__in=part)
        rows |= {row.key: row for row in found.defer("text")}
    return rows


def _drafts(
    cluster: Cluster,
    rows: Mapping[str, MailMessage],
    *,
    head: uuid.UUID,
    placed: _Placed,
    again: Mapping[str, str],
    person: Person,
) -> Iterator[EventDraft]:
    fresh = [key for key in cluster.keys if key not in placed.heads]
    if fresh:
        yield _description(cluster, rows, head=head, fresh=fresh)
    for key in fresh:
        row = rows[key]
        is_later_word = key in again and row.verdict in _HELD
        if row.verdict in _EVENT_VERDICTS and not is_later_word:
            yield _event_draft(row, head=head, zone_name=person.time_zone)


def _description(
    cluster: Cluster,
    rows: Mapping[str, MailMessage],
    *,
    head: uuid.UUID,
    fresh: Sequence[str],
) -> EventDraft:
    contact = _contact([rows[key] for key in cluster.keys])
    facts = {
        "company": cluster.company,
        "role": cluster.role,
        "requisition": cluster.requisition,
        "place": _place([rows[key] for key in cluster.keys]),
        "system": cluster.system,
        "contact_name": contact.contact_name if contact else "",
        "contact_address": contact.contact_address if contact else "",
    }
    known = {name: value for name, value in facts.items() if value}
    known |= _offered([rows[key] for key in fresh])
    return EventDraft(
        application_id=head,
        kind=EventKind.DESCRIBED,
        at=rows[fresh[0]].sent_at,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        payload=known,
        key=f"facts:{head}:{hash_of(known)}",
    )


def _place(rows: Sequence[MailMessage]) -> str:
    """Return where the work would be done, as the latest message says it."""
    return next((row.place for row in reversed(rows) if row.place), "")


def _offered(rows: Sequence[MailMessage]) -> dict[str, str]:
    """Return what the latest of these offers pays, where it says so plainly."""
    offers = [row for row in rows if row.verdict == Verdict.OFFER and not row.is_sent]
    pays = [pay_in(rearranging.own_words(row)) for row in offers]
    found = next((pay for pay in reversed(pays) if pay is not None), None)
    return pay_facts(found) if found is not None else {}


def _contact(rows: Sequence[MailMessage]) -> MailMessage | None:
    """Return the latest message that a person wrote, who can be answered."""
    human = [row for row in rows if row.accepts_replies and row.contact_address]
    return human[-1] if human else None


def _event_draft(row: MailMessage, *, head: uuid.UUID, zone_name: str) -> EventDraft:
    kind = EventKind(row.verdict)
    return EventDraft(
        application_id=head,
        kind=kind,
        at=row.sent_at,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=row.pk,
        payload=payload_of(row, kind=kind, zone_name=zone_name),
        key=f"{_KEY}{row.key}",
    )


def event_of(person: Person, row: MailMessage) -> Event | None:
    """Return the event that reading a message made, whether it counts or not."""
    own = Event.objects.for_person(person).filter(
        Q(key=f"{_KEY}{row.key}")
        | Q(key__startswith=f"{rearranging.KEY}{row.key}:", voided_by=None)
    )
    events = own.select_related("application__merged_into")
    # A later word on an interview stands in place of an event of its own.
    return events.filter(voided_by=None).first() or events.first()


def payload_of(row: MailMessage, *, kind: EventKind, zone_name: str) -> dict[str, Any]:
    """Return what an event keeps of its message: what decided, and what it arranges.

    Args:
        zone_name: The person's time zone, in which words name a clock time.
    """
    payload = rearranging.told_by(row)
    if kind in ARRANGED_KINDS:
        payload |= rearranging.told_in_words(row, kind=kind, zone_name=zone_name)
        payload |= rearranging.arrangement_by(row)
    return payload


def hash_of(facts: Mapping[str, str]) -> str:
    """Return a short digest of facts, so that the same description is written once."""
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _join(
    person: Person, heads: Sequence[uuid.UUID], *, placed: _Placed, now: datetime
) -> None:
    """Merge applications that turned out to be one, unless the person has had a say."""
    if len(heads) < 2 or placed.touched.intersection(heads):
        return
    first, *others = heads
    applications = Application.objects.for_person(person).in_bulk(heads)
    for other in others:
        merge(
            person,
            applications[first],
            other=applications[other],
            now=now,
            decided_by=DecidedBy.RULE,
        )
        placed.heads = {
            key: first if head == other else head for key, head in placed.heads.items()
        }


def _mark_for_review(person: Person, result: Folded) -> None:
    """Say of each message whether it waits for the person, and why."""
    approaches = [
        key
        for cluster in result.clusters
        if not cluster.makes_application
        for key in cluster.keys
    ]
    _mark(person, result.unmatched, review=Review.UNMATCHED)
    _mark(person, approaches, review=Review.APPROACH)


def _mark(person: Person, keys: Sequence[str], *, review: Review) -> None:
    waiting = MailMessage.objects.for_person(person).exclude(verdict=Verdict.AMBIGUOUS)
    # What the person wrote needs no explaining to them.
    waiting = waiting.exclude(is_sent=True)
    still = waiting.filter(review=review)
    keep: list[uuid.UUID] = []
    for part in parts(list(keys), size=CLUSTERS_AT_ONCE):
        rows = waiting.filter(key__in=part, review__in=[Review.NONE, review])
        keep += rows.values_list("pk", flat=True)
        rows.exclude(review=review).update(review=review)
    # A later mail may have told where an earlier one belongs.
    for settled in parts(
        sorted(set(still.values_list("pk", flat=True)) - set(keep)),
        size=CLUSTERS_AT_ONCE,
    ):
        MailMessage.objects.for_person(person).filter(pk__in=settled).update(
            review=Review.NONE
        )


def ledger_counts(person: Person) -> LedgerCounts:
    """Return what the ledger and the review page of `person` hold now."""
    applications = Application.objects.for_person(person).filter(merged_into=None)
    events = Event.objects.for_person(person).filter(voided_by=None)
    messages = MailMessage.objects.for_person(person)

    def with_event(kind: EventKind) -> int:
        rows = events.filter(kind=kind)
        return rows.values("application").distinct().count()

    return LedgerCounts(
        applications=applications.count(),
        noes=events.filter(kind__in=list(NO_KINDS)).count(),
        interviews=with_event(EventKind.INTERVIEW),
        offers=with_event(EventKind.OFFER),
        unmatched=messages.filter(review=Review.UNMATCHED).count(),
        ambiguous=messages.filter(review=Review.AMBIGUOUS).count(),
    )
