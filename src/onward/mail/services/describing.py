"""What mail says that an application is: company, role and so on, by all of its messages."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from onward.applications.models import Event
from onward.applications.rules.history import QUIET_KINDS
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import EventDraft
from onward.core.parts import ROWS_AT_ONCE, parts
from onward.mail.models import MailMessage
from onward.mail.rules.facts.pay import offered_facts
from onward.mail.rules.folding.cluster import Cluster
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.times.closing_day import CLOSING_SIGNS, closing_day
from onward.mail.rules.types import Verdict
from onward.mail.services import told_hours
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

FACTS_KEY = "facts:"


class Descriptions:
    """What mail said so far of a person's applications, so that nothing is said twice."""

    def __init__(self, person: Person) -> None:
        self._counts: Counter[uuid.UUID] = Counter()
        self._standing: dict[uuid.UUID, dict[str, str]] = {}
        said = Event.objects.for_person(person).filter(key__startswith=FACTS_KEY)
        undone = _Undone(person)
        self._asleep: set[uuid.UUID] = set()
        columns = ("application_id", "payload", "voided_by")
        for head, payload, voided_by in said.order_by("number").values_list(*columns):
            self._counts[head] += 1
            # What the person took back was said: saying it again would undo that.
            if voided_by is None or undone.is_refused(voided_by, head=head):
                self._standing.setdefault(head, {}).update(payload)
            elif undone.is_asleep(voided_by, head=head):
                self._asleep.add(head)

    def is_outdated(
        self, cluster: Cluster, items: Iterable[FoldItem], *, head: uuid.UUID
    ) -> bool:
        """Return whether an application is no longer what was said of it, without its mail."""
        if head in self._asleep:
            return False
        contacts = [item.contact for item in items if item.contact and not item.is_sent]
        now = {
            "company": cluster.company,
            "role": cluster.role,
            "requisition": cluster.requisition,
            "system": cluster.system,
            "contact_address": contacts[-1] if contacts else "",
        }
        said = self._standing.get(head, {})
        return any(said.get(name, "") != value for name, value in now.items())

    def draft(
        self, cluster: Cluster, rows: Sequence[StoredMail], *, head: uuid.UUID
    ) -> EventDraft | None:
        """Return what an application is said to be now; None where that was the last word.

        Args:
            rows: All messages of the cluster, oldest first; the texts of offers are read, and
                of receipts those that `read_closing` reads.
        """
        if head in self._asleep:
            return None
        said = self._standing.get(head, {})
        # What only a message said that went elsewhere is no longer so.
        known = dict.fromkeys(said, "") | _facts(cluster, rows)
        if said == known:
            return None
        self._standing[head] = known
        # The same can be said again after something else was.
        count = self._counts[head]
        self._counts[head] += 1
        again = f":{count}" if count else ""
        return EventDraft(
            application_id=head,
            kind=EventKind.DESCRIBED,
            at=rows[0].sent_at,
            decided_by=DecidedBy.RULE,
            source_kind=SourceKind.MESSAGE,
            payload=known,
            key=f"{FACTS_KEY}{head}:{_digest(known)}{again}",
        )

    def wake(self, head: uuid.UUID) -> None:
        """Let an application be described anew that was undone whole: something counts again."""
        self._asleep.discard(head)

    def forget(self, head: uuid.UUID) -> None:
        """Let nothing be said of an application: it was taken back."""
        self._standing.pop(head, None)


class _Undone:
    """What the person took back of descriptions: these alone, or with all there was."""

    def __init__(self, person: Person) -> None:
        own = Event.objects.for_person(person)
        lasting = own.filter(voided_by=None)
        by_hand = lasting.filter(kind=EventKind.VOID, decided_by=DecidedBy.PERSON)
        columns = ("number", "application_id", "at", "payload__event")
        self._presses: dict[int, tuple[uuid.UUID, datetime]] = {}
        self._taken: dict[tuple[uuid.UUID, datetime], set[str]] = defaultdict(set)
        for number, head, at, event in by_hand.values_list(*columns):
            self._presses[number] = head, at
            self._taken[head, at].add(event)
        self._counting: dict[uuid.UUID, list[tuple[int, str]]] = defaultdict(list)
        told = own.filter(key__startswith=FACTS_KEY).exclude(voided_by=None)
        rows = lasting.exclude(kind__in=QUIET_KINDS).filter(
            application__in=told.values("application")
        )
        for head, number, event in rows.values_list("application_id", "number", "pk"):
            self._counting[head].append((number, str(event)))

    def is_refused(self, void: int, *, head: uuid.UUID) -> bool:
        """Say whether the person took a description back and left what it was read from."""
        press = self._presses.get(void)
        return press is not None and any(
            number < void and event not in self._taken[press]
            for number, event in self._counting[head]
        )

    def is_asleep(self, void: int, *, head: uuid.UUID) -> bool:
        """Say whether the person took it back and nothing counts in its application."""
        return void in self._presses and not self._counting[head]


def _facts(cluster: Cluster, rows: Sequence[StoredMail]) -> dict[str, str]:
    contact = _contact(rows)
    facts = {
        "company": cluster.company,
        "role": cluster.role,
        "requisition": cluster.requisition,
        "place": _place(rows),
        "system": cluster.system,
        "contact_name": contact.contact_name if contact else "",
        "contact_address": contact.contact_address if contact else "",
    }
    known = {name: value for name, value in facts.items() if value}
    return known | _closing(rows) | _offered(rows)


def _place(rows: Sequence[StoredMail]) -> str:
    """Return where the work would be done, as the latest message says it."""
    return next((row.place for row in reversed(rows) if row.place), "")


def _contact(rows: Sequence[StoredMail]) -> StoredMail | None:
    """Return the latest message that a person wrote, who can be answered."""
    human = (row for row in reversed(rows) if row.accepts_replies)
    return next((row for row in human if row.contact_address), None)


def _offered(rows: Sequence[StoredMail]) -> dict[str, str]:
    """Return what the latest of these offers pays, where it says so plainly."""
    for row in reversed(rows):
        if row.verdict == Verdict.OFFER and not row.is_sent:
            found = offered_facts(told_hours.own_words(row))
            if found:
                return found
    return {}


def read_closing(person: Person, rows: Iterable[StoredMail]) -> None:
    """Read the texts of the receipts that may name a last day to apply, in few queries."""
    unread = {row.pk: row for row in rows if _is_receipt(row) and not row.has_text}
    is_named = reduce(or_, (Q(text__icontains=sign) for sign in CLOSING_SIGNS))
    for part in parts(list(unread), size=ROWS_AT_ONCE):
        own = MailMessage.objects.for_person(person)
        found = own.filter(is_named, pk__in=part)
        for pk, text in found.values_list("pk", "text"):
            unread[pk].text = text


def _closing(rows: Sequence[StoredMail]) -> dict[str, str]:
    """Return the last day to apply, as the latest receipt that names one says it."""
    for row in reversed(rows):
        if _is_receipt(row):
            text = told_hours.own_words(row) if row.has_text else ""
            said = f"{row.subject}\n{text}"
            day = closing_day(said, told_on=row.sent_at.date())
            if day is not None:
                return {"deadline": day.isoformat()}
    return {}


def _is_receipt(row: StoredMail) -> bool:
    return row.verdict == Verdict.CONFIRMATION and not row.is_sent


def _digest(facts: Mapping[str, str]) -> str:
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
