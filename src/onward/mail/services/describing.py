"""What mail says that an application is: company, role and so on, by all of its messages."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import EventDraft
from onward.mail.rules.facts.pay import offered_facts
from onward.mail.rules.folding.fold import Cluster, FoldItem
from onward.mail.rules.types import Verdict
from onward.mail.services import rearranging
from onward.mail.services.stored import Mail
from onward.people.models import Person

FACTS_KEY = "facts:"


class Descriptions:
    """What mail said so far of a person's applications, so that nothing is said twice."""

    def __init__(self, person: Person) -> None:
        self._counts: Counter[uuid.UUID] = Counter()
        self._standing: dict[uuid.UUID, dict[str, str]] = {}
        said = Event.objects.for_person(person).filter(key__startswith=FACTS_KEY)
        refused = _taken_back_by_hand(person)
        columns = ("application_id", "payload", "voided_by")
        for head, payload, voided_by in said.order_by("number").values_list(*columns):
            self._counts[head] += 1
            # What the person took back was said: saying it again would undo that.
            if voided_by is None or voided_by in refused:
                self._standing.setdefault(head, {}).update(payload)

    def is_outdated(
        self, cluster: Cluster, items: Iterable[FoldItem], *, head: uuid.UUID
    ) -> bool:
        """Return whether an application is no longer what was said of it, without its mail."""
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
        self, cluster: Cluster, rows: Sequence[Mail], *, head: uuid.UUID
    ) -> EventDraft | None:
        """Return what an application is said to be now; None where that was the last word.

        Args:
            rows: All messages of the cluster, oldest first; the texts of offers are read.
        """
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

    def forget(self, head: uuid.UUID) -> None:
        """Let nothing be said of an application: it was taken back."""
        self._standing.pop(head, None)


def _taken_back_by_hand(person: Person) -> set[int]:
    own = Event.objects.for_person(person).filter(kind=EventKind.VOID)
    by_hand = own.filter(decided_by=DecidedBy.PERSON, voided_by=None)
    return set(by_hand.values_list("number", flat=True))


def _facts(cluster: Cluster, rows: Sequence[Mail]) -> dict[str, str]:
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
    return {name: value for name, value in facts.items() if value} | _offered(rows)


def _place(rows: Sequence[Mail]) -> str:
    """Return where the work would be done, as the latest message says it."""
    return next((row.place for row in reversed(rows) if row.place), "")


def _contact(rows: Sequence[Mail]) -> Mail | None:
    """Return the latest message that a person wrote, who can be answered."""
    human = (row for row in reversed(rows) if row.accepts_replies)
    return next((row for row in human if row.contact_address), None)


def _offered(rows: Sequence[Mail]) -> dict[str, str]:
    """Return what the latest of these offers pays, where it says so plainly."""
    for row in reversed(rows):
        if row.verdict == Verdict.OFFER and not row.is_sent:
            found = offered_facts(rearranging.own_words(row))
            if found:
                return found
    return {}


def _digest(facts: Mapping[str, str]) -> str:
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
