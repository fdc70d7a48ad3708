"""An employer who said no writes again about work and the person answers: it is open again."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from onward.applications.models import Event
from onward.applications.rules.history import summarise
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.applications.services import commit_events, timeline_events
from onward.core.parts import parts
from onward.mail.models import MailMessage
from onward.mail.rules.talks.taken_up import takes_up
from onward.mail.rules.types import Verdict
from onward.mail.services.by_rule import draft_by_rule
from onward.mail.services.replies import AT_ONCE, Replies, answered_among, untold
from onward.mail.services.stored import StoredMail
from onward.mail.services.told_hours import own_words
from onward.people.models import Person

KEY = "opened:"


def note_opened(
    person: Person,
    rows: Mapping[str, StoredMail],
    *,
    replies: Replies,
    now: datetime,
    batch: uuid.UUID | None = None,
) -> None:
    """Record that an application is open again whose employer came back after a no, once the person said yes.

    Being written to alone opens nothing: it may be a word to many. Nor does an answer that
    only thanks, nor one behind a further no, by mail or by hand. Once for each message, so
    that it stays closed where the person took that back.
    """
    came = [row for row in rows.values() if row.verdict == Verdict.OUTREACH.value]
    events = _after_a_no(person, came)
    waiting = untold(person, [row for row in came if row.pk in events], key=KEY)
    drafts = []
    for each in answered_among(person, waiting, replies=replies):
        event = events[each.row.pk]
        answer = _answer(person, event, each.replies)
        if answer is not None:
            draft = draft_by_rule(
                answer,
                head=event.application_id,
                kind=EventKind.REOPENED,
                payload={},
                key=f"{KEY}{each.row.key}",
                batch=batch,
            )
            drafts.append(draft)
    commit_events(person, drafts, now=now)


def _after_a_no(person: Person, rows: Sequence[StoredMail]) -> dict[uuid.UUID, Event]:
    """Return the events of messages that came to an application closed by then, by message."""
    found: dict[uuid.UUID, Event] = {}
    for some in parts(rows, size=AT_ONCE):
        own = Event.objects.for_person(person).filter(
            source_id__in=[row.pk for row in some],
            kind=EventKind.OUTREACH,
            voided_by=None,
        )
        by_head: dict[uuid.UUID, list[Event]] = defaultdict(list)
        for event in own.select_related("application__merged_into"):
            by_head[event.application.head.pk].append(event)
        for events in by_head.values():
            found |= _closed_by_then(person, events)
    return found


def _closed_by_then(person: Person, events: Sequence[Event]) -> dict[uuid.UUID, Event]:
    """Return those of one application's events, at least one, before which it was closed."""
    found: dict[uuid.UUID, Event] = {}
    history = list(timeline_events(person, events[0].application.head))
    for event in events:
        before = [each.as_past() for each in history if each.at < event.at]
        if any(each.kind in NO_KINDS for each in before):
            is_closed = summarise(before).no_kind is not None
            if is_closed and event.source_id is not None:
                found[event.source_id] = event
    return found


def _answer(
    person: Person, event: Event, replies: Sequence[MailMessage]
) -> MailMessage | None:
    """Return the first answer that says yes or offers a time, before any further no."""
    noes = timeline_events(person, event.application.head).filter(
        kind__in=[kind.value for kind in NO_KINDS], voided_by=None, at__gte=event.at
    )
    ends = noes.values_list("at", flat=True).first()
    own = MailMessage.objects.for_person(person).filter(
        pk__in=[reply.pk for reply in replies]
    )
    own = own.exclude(verdict__in=[kind.value for kind in NO_KINDS])
    if ends is not None:
        own = own.filter(sent_at__lt=ends)
    answers = own.order_by("sent_at", "key")
    return next((each for each in answers if takes_up(own_words(each))), None)
