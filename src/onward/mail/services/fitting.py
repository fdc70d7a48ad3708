"""Which of the person's applications a stored message may be about."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import SourceKind, Stage
from onward.applications.services import choosable
from onward.core.parts import parts
from onward.mail.models import MailMessage
from onward.mail.rules.folding.fitting import Candidate, Fitting, fitting
from onward.mail.rules.talks.own_mail import OFFER_ANSWERS
from onward.mail.services.talks import is_of_firm
from onward.people.models import Person

_NEAR = timedelta(days=2)
"""So far from an application a receipt of it is sent at most."""

_LONGEST_TALK = 20
"""So many answers back a conversation is followed."""

_LATER = timedelta(days=60)
"""So long after its receipt the first mail of an employer comes at most."""


def fitting_applications(
    person: Person, message: MailMessage, *, among: Iterable[Application] | None = None
) -> Fitting:
    """Return which applications a message may be about, and the one where that is plain.

    Args:
        among: All that it may belong to, where they are loaded already.
    """
    return next(fittings(person, [message], among=among))


def fittings(
    person: Person,
    messages: Sequence[MailMessage],
    *,
    among: Iterable[Application] | None = None,
) -> Iterator[Fitting]:
    """Yield of each message which applications it may be about; read together, reckoned one by one.

    Args:
        among: All that they may belong to, where they are loaded already.
    """
    mine = choosable(person) if among is None else among
    each_of = [(each, _candidate(each)) for each in sorted(mine, key=_by_movement)]
    talks = _heads(person, conversations(person, messages))
    for message in messages:
        others = message.recipients if message.is_sent else [message.sender_address]
        yield fitting(
            [
                replace(candidate, is_near=True)
                if _is_near(each, message)
                else candidate
                for each, candidate in each_of
            ],
            company=message.company,
            role=message.role,
            addresses={address.lower() for address in others if address},
            hosts=_hosts(message, others),
            conversation=talks[message.pk],
            answers_offer=message.verdict in OFFER_ANSWERS,
        )


def _candidate(each: Application) -> Candidate:
    return Candidate(
        id=each.pk,
        company=each.company,
        role=each.role,
        address=each.contact_address,
        has_offer=each.stage == Stage.OFFER,
    )


def _hosts(message: MailMessage, others: Iterable[str]) -> set[str]:
    """Return the hosts of firms that a person's mail comes from, or goes to."""
    if not (message.is_sent or message.accepts_replies):
        return set()
    hosts = {address.lower().rpartition("@")[2] for address in others}
    return {host for host in hosts if is_of_firm(host)}


def _by_movement(each: Application) -> tuple[bool, bool, float, str]:
    moved = each.last_moved_at.timestamp() if each.last_moved_at else 0.0
    return each.is_archived, not each.is_open, -moved, str(each.pk)


def _is_near(each: Application, message: MailMessage) -> bool:
    if each.applied_at is not None:
        return abs(message.sent_at - each.applied_at) <= _NEAR
    # Nothing told of the day: what tells of it came after the receipt.
    moved = each.last_moved_at
    return moved is not None and -_NEAR <= moved - message.sent_at <= _LATER


def _heads(
    person: Person, talks: Mapping[uuid.UUID, set[uuid.UUID]]
) -> dict[uuid.UUID, set[uuid.UUID]]:
    """Return the applications in which mail stands of each of these conversations."""
    told: dict[uuid.UUID | None, set[uuid.UUID]] = {}
    for part in parts(sorted({pk for talk in talks.values() for pk in talk})):
        events = Event.objects.for_person(person).filter(
            source_kind=SourceKind.MESSAGE, source_id__in=part, voided_by=None
        )
        heads = events.annotate(
            head=Coalesce("application__merged_into_id", "application_id")
        )
        for source_id, head in heads.values_list("source_id", "head"):
            told.setdefault(source_id, set()).add(head)
    return {
        key: {head for one in talk for head in told.get(one, ())}
        for key, talk in talks.items()
    }


def conversation(person: Person, message: MailMessage) -> set[uuid.UUID]:
    """Return the stored mail that a message answers, what that answers, and what answers it."""
    return conversations(person, [message])[message.pk]


def conversations(
    person: Person, messages: Iterable[MailMessage]
) -> dict[uuid.UUID, set[uuid.UUID]]:
    """Return of each message the rest of its conversation, step by step of all at once."""
    own = MailMessage.objects.for_person(person)
    talks = [_Talk.of(message) for message in messages]
    read: dict[str, list[tuple[uuid.UUID, list[str]]]] = {}
    for _step in range(_LONGEST_TALK):
        missing = {each for talk in talks for each in talk.asked} - read.keys()
        read |= {each: [] for each in missing}
        for part in parts(sorted(missing)):
            rows = own.filter(message_id__in=part)
            for key, pk, references in rows.values_list(
                "message_id", "pk", "references"
            ):
                read[key].append((pk, references))
        for talk in talks:
            talk.go_on(read)
    # Providers thread what machines send of one subject, whatever it is about.
    people = own.filter(Q(is_sent=True) | Q(accepts_replies=True))
    there: dict[str, set[uuid.UUID]] = {}
    for part in parts(sorted({talk.thread for talk in talks} - {""})):
        rows = people.filter(thread__in=part)
        for thread, pk in rows.values_list("thread", "pk"):
            there.setdefault(thread, set()).add(pk)
    return {
        talk.id: (talk.found | there.get(talk.thread, set())) - {talk.id}
        for talk in talks
    }


@dataclass(slots=True)
class _Talk:
    """A conversation as far as it was followed from one message."""

    id: uuid.UUID
    thread: str
    asked: set[str]
    known: set[str]
    found: set[uuid.UUID] = field(default_factory=set)

    @classmethod
    def of(cls, message: MailMessage) -> _Talk:
        own = {message.message_id}
        return cls(message.pk, message.thread, set(message.references) - own, own)

    def go_on(self, read: Mapping[str, list[tuple[uuid.UUID, list[str]]]]) -> None:
        """Take up the mail that was asked for; ask for what that answers next."""
        self.known |= self.asked
        rows = [row for each in self.asked for row in read[each] if row[0] != self.id]
        self.found.update(pk for pk, _references in rows)
        self.asked = {each for _pk, references in rows for each in references}
        self.asked -= self.known
