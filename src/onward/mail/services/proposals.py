"""Readings that the person's own model proposed: placed, accepted in one press, dismissed."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.core.parts import parts
from onward.mail.models import AnswerState, MailMessage, ModelAnswer, Review
from onward.mail.rules.folding.fold import fold
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.own_model.answers import DISCARDED, Outcome
from onward.mail.rules.types import NOT_HIRING, Verdict
from onward.mail.services.folding import fold_items
from onward.mail.services.reviewing import set_aside, settle
from onward.mail.services.stored import CLUSTERS_AT_ONCE
from onward.mail.services.waiting import waiting_mail
from onward.people.models import Person


@dataclass(frozen=True, slots=True)
class AnswerCounts:
    """What the model said so far about mail that is still ambiguous."""

    proposed: int
    unclear: int
    discarded: dict[str, int]


def proposals(person: Person) -> QuerySet[ModelAnswer]:
    """Return the readings that wait for the person, on messages that are still ambiguous."""
    return ModelAnswer.objects.for_person(person).filter(
        outcome=Outcome.PROPOSED,
        state=AnswerState.WAITING,
        message__review=Review.AMBIGUOUS,
        message__in=waiting_mail(person),
    )


def answer_counts(person: Person) -> AnswerCounts:
    """Return how often the model proposed, could not tell, or was not to be believed."""
    rows = ModelAnswer.objects.for_person(person)
    waiting = rows.filter(message__review=Review.AMBIGUOUS, state=AnswerState.WAITING)
    counted = Counter(waiting.values_list("outcome", flat=True))
    return AnswerCounts(
        proposed=counted[Outcome.PROPOSED],
        unclear=counted[Outcome.UNCLEAR],
        discarded={
            outcome.value: counted[outcome]
            for outcome in Outcome
            if outcome in DISCARDED and counted[outcome]
        },
    )


def place_proposals(person: Person) -> None:
    """Find the application that each proposed reading would be recorded on.

    All mail is folded as if the rules had read it so; nothing of that is written but
    where the reading belongs. What fits several applications is left to the person.
    """
    unplaced = proposals(person).filter(application=None)
    waiting = {
        answer.message.key: answer
        for answer in unplaced.exclude(verdict__in=list(NOT_HIRING)).select_related(
            "message"
        )
    }
    if not waiting:
        return
    folded = fold([_as_proposed(item, waiting) for item in fold_items(person)])
    for cluster in folded.clusters:
        for key in waiting.keys() & set(cluster.keys):
            _place(person, waiting.pop(key), keys=cluster.keys)
    left = [answer.pk for answer in waiting.values()]
    unplaced.filter(pk__in=left).update(is_placed=False)


def _as_proposed(item: FoldItem, waiting: dict[str, ModelAnswer]) -> FoldItem:
    answer = waiting.get(item.key)
    if answer is None:
        return item
    return replace(item, verdict=Verdict(answer.verdict), is_heard=False)


def _place(person: Person, answer: ModelAnswer, *, keys: Sequence[str]) -> None:
    """Keep the one application that these messages' events are on; several are left open."""
    heads: set[uuid.UUID] = set()
    for part in parts(list(keys), size=CLUSTERS_AT_ONCE):
        mail = MailMessage.objects.for_person(person).filter(key__in=part)
        events = Event.objects.for_person(person).filter(
            source_id__in=list(mail.values_list("pk", flat=True)), voided_by=None
        )
        heads |= set(
            events.annotate(
                head=Coalesce("application__merged_into_id", "application_id")
            ).values_list("head", flat=True)
        )
    is_known = len(heads) == 1 or (not heads and bool(answer.message.company))
    ModelAnswer.objects.for_person(person).filter(pk=answer.pk).update(
        application=next(iter(heads)) if len(heads) == 1 else None, is_placed=is_known
    )


@transaction.atomic
def accept(person: Person, answer: ModelAnswer, *, now: datetime) -> Event | None:
    """Record a proposed reading as the person's own decision; None where it says "nothing".

    Raises:
        ValueError: If it is not to be accepted: not placed, or decided already.
    """
    mine = proposals(person).filter(pk=answer.pk)
    if not can_be_accepted(answer) or mine.update(state=AnswerState.ACCEPTED) != 1:
        raise ValueError("this reading does not wait for a decision")
    message = answer.message
    if answer.verdict in NOT_HIRING:
        set_aside(person, message)
        return None
    # The event keeps the words that the person saw and agreed with.
    message.because = [answer.quote]
    return settle(
        person,
        message,
        kind=EventKind(answer.verdict),
        application=_head(person, answer),
        now=now,
    )


def can_be_accepted(answer: ModelAnswer) -> bool:
    """Return whether one press is enough: it is known where it would be recorded."""
    is_new = answer.is_placed and bool(answer.message.company)
    return answer.verdict in NOT_HIRING or is_new or answer.application_id is not None


def _head(person: Person, answer: ModelAnswer) -> Application | None:
    """Return where it is recorded now; since it was placed, that may have been joined."""
    found = answer.application
    if found is None or found.merged_into_id is None:
        return found
    return Application.objects.for_person(person).get(pk=found.merged_into_id)


def dismiss(person: Person, answer: ModelAnswer) -> None:
    """Let a proposed reading go; the message stays as ambiguous as it was."""
    proposals(person).filter(pk=answer.pk).update(state=AnswerState.DISMISSED)
