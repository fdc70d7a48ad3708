"""What was asked and said follows its event: to what that was corrected to, or moved to."""

from __future__ import annotations

import uuid

from onward.applications.models import Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.applications.services import standing_version
from onward.method.feedback.models import Feedback, FeedbackRequest, NoToAskAbout
from onward.method.feedback.rules.kinds import Origin, Way
from onward.method.noes import origin_of
from onward.method.versions import left_behind, told_by
from onward.people.models import Person


def follow_event(event: Event) -> None:
    """Let what was asked and said stand on what stands now; what the person made of it stays."""
    told = told_by(event)
    if told.kind == EventKind.SPLIT and not told.is_void:
        _follow_move(event.person, part=uuid.UUID(told.payload["application"]))
    elif event.kind == EventKind.VOID or event.payload.get("corrects"):
        _follow_versions(event, told)


def _follow_move(person: Person, *, part: uuid.UUID) -> None:
    rows = Feedback.objects.for_person(person).filter(event__application=part)
    rows.update(application=part)
    moved = Event.objects.for_person(person).filter(
        application=part, kind__in=list(NO_KINDS), voided_by=None
    )
    asked_about = NoToAskAbout.objects.for_person(person)
    # What was found in sent mail stays where that mail is.
    requests = FeedbackRequest.objects.for_person(person).exclude(way=Way.OWN_MAIL)
    for no in moved:
        origin = origin_of(person, no)
        asked_about.filter(origin=origin).update(application=part)
        requests.filter(origin=origin).update(application=part)


def _follow_versions(event: Event, told: Event) -> None:
    rows = Feedback.objects.for_person(event.person)
    for row in left_behind(rows, by="event", event=event, told=told):
        standing = _standing(row.event)
        if standing is not None and standing.kind in _kinds(row):
            row.event, row.application_id = standing, standing.application_id
            row.came_from = came_from(standing) if row.start >= 0 else row.came_from
            row.save(update_fields=["event", "application", "came_from"])
    requests = FeedbackRequest.objects.for_person(event.person)
    for request in left_behind(requests, by="asked_event", event=event, told=told):
        standing = _standing(request.asked_event)
        if standing is not None and standing.kind == EventKind.FEEDBACK_ASKED:
            request.asked_event = standing
            request.save(update_fields=["asked_event"])


def _standing(event: Event | None) -> Event | None:
    return standing_version(event.person, event) if event is not None else None


def _kinds(row: Feedback) -> set[EventKind]:
    """Return as what the words of a row still stand: a sentence of a mail may be in its no."""
    in_mail = {EventKind.REJECTION} if row.start >= 0 else set()
    return {EventKind.FEEDBACK_RECEIVED} | in_mail


def came_from(event: Event) -> Origin:
    """Return how a sentence came that stands in the mail of this event."""
    is_no = event.kind == EventKind.REJECTION
    return Origin.REJECTION if is_no else Origin.TOLD
