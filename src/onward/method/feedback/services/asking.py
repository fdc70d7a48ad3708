"""A request from draft to asked: kept, sent by the person, taken back; never sent by itself."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import (
    EventDraft,
    bring_back,
    commit_events,
    standing_version,
    take_back,
)
from onward.mail.services.awaiting import await_answer, stop_awaiting
from onward.method.feedback.models import FeedbackRequest, NoToAskAbout
from onward.method.feedback.rules.kinds import RequestState, SendProblem, Way
from onward.people.models import Person

DRAFT_FIELDS = ("to_name", "to_address", "subject", "body")


def save_draft(request: FeedbackRequest, **fields: str) -> bool:
    """Keep what the person wrote, and return whether it is; only a draft can be changed.

    A changed draft is another message: it gets an identity of its own when it is sent, and
    what kept the earlier one from being sent is no news any more. That one may have left
    stays said.
    """
    changed = {name: fields[name].strip() for name in DRAFT_FIELDS if name in fields}
    if all(getattr(request, name) == value for name, value in changed.items()):
        return True
    changed["message_id"] = ""
    if request.problem != SendProblem.NOT_CONFIRMED:
        changed |= {"problem": "", "problem_said": ""}
    rows = FeedbackRequest.objects.for_person(request.person).filter(pk=request.pk)
    if not rows.filter(state=RequestState.DRAFT).update(**changed):
        return False
    for name, value in changed.items():
        setattr(request, name, value)
    return True


def delete_draft(request: FeedbackRequest) -> bool:
    """Delete a draft that did not leave; return whether it was one."""
    rows = FeedbackRequest.objects.for_person(request.person).filter(pk=request.pk)
    is_taken_back = Q(way=Way.BY_HAND, asked_event__voided_by__isnull=False)
    deleted, _by_kind = rows.filter(
        Q(asked_event=None) | is_taken_back, state=RequestState.DRAFT, answers=None
    ).delete()
    return bool(deleted)


@transaction.atomic
def mark_asked(
    request: FeedbackRequest, *, way: Way, at: datetime, now: datetime
) -> bool:
    """Record that a request left; return whether that was news. Twice is the same as once."""
    person = request.person
    rows = FeedbackRequest.objects.for_person(person).filter(pk=request.pk)
    fields = {
        "state": RequestState.ASKED,
        "way": way,
        "problem": "",
        "problem_said": "",
    }
    if not rows.exclude(state=RequestState.ASKED).update(sending_since=None, **fields):
        return False
    request.refresh_from_db()
    if request.asked_event is not None:
        bring_back(person, request.asked_event, now=now)
    else:
        draft = EventDraft(
            application_id=request.application_id,
            kind=EventKind.FEEDBACK_ASKED,
            at=at,
            decided_by=DecidedBy.PERSON,
            payload={
                "record": str(request.pk),
                "title": request.to_name or request.to_address,
            },
            key=f"feedback-asked:{request.pk}",
        )
        request.asked_event = commit_events(person, [draft], now=now)[0]
        request.save(update_fields=["asked_event"])
    wait_for_answer(request)
    return True


def take_asking_back(request: FeedbackRequest, *, now: datetime) -> bool:
    """Record that what was noted as sent by hand was not; return whether that was news."""
    is_by_hand = request.way == Way.BY_HAND and request.is_asked
    if request.asked_event is None or not is_by_hand:
        return False
    standing: Event | None = request.asked_event
    while standing is not None:
        # A day that was corrected would stand again as it was told first.
        take_back(request.person, standing, now=now)
        standing = standing_version(request.person, standing)
    follow_undo(request.person, application_id=request.asked_event.application_id)
    return True


def wait_for_answer(request: FeedbackRequest) -> None:
    """Let the mail room keep what answers this request, whatever its words are about."""
    if request.asked_event is None:
        return
    await_answer(
        request.person,
        record=request.pk,
        address=request.to_address,
        message_ids=[request.message_id, request.in_reply_to],
        since=request.asked_event.at,
    )


def follow_undo(person: Person, *, application_id: uuid.UUID) -> None:
    """Let requests follow what was taken back, or brought back, on a timeline.

    Those found in sent mail follow that mail: see `sent_mail`.
    """
    rows = FeedbackRequest.objects.for_person(person).filter(
        asked_event__application=application_id
    )
    rows = rows.exclude(way=Way.OWN_MAIL)
    for request in rows.select_related("asked_event"):
        if request.is_asked:
            rows.filter(pk=request.pk).update(state=RequestState.ASKED)
            wait_for_answer(request)
        else:
            rows.filter(pk=request.pk).update(state=RequestState.DRAFT)
            stop_awaiting(person, record=request.pk)


def note_no(
    person: Person,
    *,
    origin: Event,
    application_id: uuid.UUID,
    said_on: date,
    learned_at: datetime,
) -> None:
    """Keep that this no may ask something, so that asking can be offered in its time."""
    NoToAskAbout.objects.update_or_create(
        origin=origin,
        defaults={
            "person": person,
            "application_id": application_id,
            "said_on": said_on,
            "learned_at": learned_at,
        },
    )


def drop_no(person: Person, *, origin_id: uuid.UUID) -> None:
    """Forget a no that asks nothing any more; drafts and what was sent stay."""
    NoToAskAbout.objects.for_person(person).filter(origin=origin_id).delete()


def let_go(person: Person, *, origin_id: uuid.UUID, now: datetime) -> None:
    """Ask nothing about this no any more, by the person's word."""
    rows = NoToAskAbout.objects.for_person(person).filter(origin=origin_id)
    rows.filter(let_go_at=None).update(let_go_at=now)
