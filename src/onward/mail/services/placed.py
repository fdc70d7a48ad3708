"""Where mail stands in the ledger already, and what the person had a hand in there."""

from __future__ import annotations

import uuid
from collections.abc import Container, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from onward.applications.models import Event, KeptApart
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.mail.models import MailMessage, Review
from onward.mail.services.drafting import KEY
from onward.mail.services.feedback_answers import FEEDBACK_KEY
from onward.mail.services.said_mail import Said, said_mail
from onward.mail.services.undone_talks import ARRANGED_KEY
from onward.people.models import Person

_HEAD = Coalesce("application__merged_into_id", "application_id")


@dataclass(slots=True)
class Placed:
    """Where messages' events are: message key → application (its head), and whose word that is.

    Attributes:
        recorded: The application itself that each message's events are on, itself part of
            another or not.
        settled: Messages of which the person said what they are, or that they need nothing.
        rearranging: Messages that stand as a later word on an interview.
        said: What the person said of messages that stand by their word alone.
        laid_aside: Messages whose events a rule took back, since they fitted nowhere.
        handled: Applications in which the person did something; no mail leaves these.
        divided: Applications that the person joined, split, or took something back in;
            these are not joined by a rule.
        joined: Applications that the person made of several.
        apart: Pairs of applications that the person said are two.
    """

    heads: dict[str, uuid.UUID]
    recorded: dict[str, uuid.UUID]
    settled: set[str]
    rearranging: set[str]
    said: dict[str, Said]
    laid_aside: set[str]
    handled: set[uuid.UUID]
    divided: set[uuid.UUID]
    joined: set[uuid.UUID]
    apart: set[frozenset[uuid.UUID]]

    def rename(self, old: uuid.UUID, *, new: uuid.UUID) -> None:
        """Let all messages of one application be in another, which it became part of."""
        for key, head in self.heads.items():
            if head == old:
                self.heads[key] = new


def placed_mail(person: Person) -> Placed:
    """Return where this person's mail stands now."""
    own = Event.objects.for_person(person)
    by_hand = own.filter(decided_by=DecidedBy.PERSON)
    heads, recorded, void = _heads(own)
    said = {
        k: word for k, word in said_mail(person).items() if not _stands(k, heads, void)
    }
    for key, word in said.items():
        heads[key] = recorded[key] = word.head
        void.pop(key, None)
    arranged = own.filter(key__startswith=ARRANGED_KEY, voided_by=None)
    names = arranged.values_list("key", flat=True)
    settled = MailMessage.objects.for_person(person).filter(review=Review.SETTLED)
    return Placed(
        heads=heads,
        recorded=recorded,
        settled=set(settled.values_list("key", flat=True)),
        rearranging={name.split(":", 2)[1] for name in names},
        said=said,
        laid_aside=_laid_aside(by_hand, void),
        handled=_of(by_hand),
        divided=_of(
            by_hand.filter(kind__in=[EventKind.MERGE, EventKind.SPLIT, EventKind.VOID])
        ),
        joined=_of(by_hand.filter(kind=EventKind.MERGE, voided_by=None)),
        apart=kept_apart(person),
    )


def kept_apart(person: Person) -> set[frozenset[uuid.UUID]]:
    """Return the pairs that the person said are two, as they stand now: of what was joined, its head."""
    one, other = (
        Coalesce(f"{name}__merged_into_id", f"{name}_id") for name in ("one", "other")
    )
    pairs = KeptApart.objects.for_person(person).values_list(one, other)
    # What the person joined after all is one.
    return {pair for pair in map(frozenset, pairs) if len(pair) == 2}


def _heads(
    own: QuerySet[Event],
) -> tuple[dict[str, uuid.UUID], dict[str, uuid.UUID], dict[str, list[int]]]:
    """Return where each message stands, with and without what joined applications, and
    what took back those that stand nowhere."""
    mail = own.filter(
        Q(key__startswith=KEY)
        | Q(key__startswith=ARRANGED_KEY)
        | Q(key__startswith=FEEDBACK_KEY)
    ).order_by("number")
    heads: dict[str, uuid.UUID] = {}
    recorded: dict[str, uuid.UUID] = {}
    void: dict[str, list[int]] = {}
    standing: set[str] = set()
    columns = ("key", _HEAD, "application_id", "voided_by")
    for name, head, part, voided_by in mail.values_list(*columns):
        key = name.split(":", 2)[1]
        if voided_by is None:
            heads[key], recorded[key] = head, part
            standing.add(key)
        else:
            heads.setdefault(key, head)
            recorded.setdefault(key, part)
            void.setdefault(key, []).append(voided_by)
    laid = {key: by for key, by in void.items() if key not in standing}
    return heads, recorded, laid


def _stands(key: str, heads: Mapping[str, uuid.UUID], void: Container[str]) -> bool:
    """Say whether anything counts that reading a message made."""
    return key in heads and key not in void


def _laid_aside(by_hand: QuerySet[Event], void: dict[str, list[int]]) -> set[str]:
    if not void:
        return set()
    taken_back = by_hand.filter(kind=EventKind.VOID).values_list("number", flat=True)
    by_person = set(taken_back)
    return {key for key, by in void.items() if by_person.isdisjoint(by)}


def _of(events: QuerySet[Event]) -> set[uuid.UUID]:
    """Return the applications, and what they became part of, of these events."""
    rows = events.values_list("application_id", _HEAD).distinct()
    return {key for row in rows for key in row}
