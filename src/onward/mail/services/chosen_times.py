"""The time of an interview that the person chose of several: their own answer names it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import own_hour
from onward.applications.rules.round import begins_at
from onward.applications.services import commit_events
from onward.core.dates import day_in
from onward.core.parts import parts
from onward.mail.models import MailMessage
from onward.mail.rules.appointments.chosen_time import chosen_time
from onward.mail.rules.basics.text import fold, own_text
from onward.mail.rules.talks.own_mail import own_words
from onward.mail.rules.types import Verdict
from onward.mail.services.by_rule import draft_by_rule
from onward.mail.services.replies import (
    AT_ONCE,
    Answered,
    Replies,
    answered_among,
    untold,
)
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

KEY = "chosen:"


def note_chosen_times(
    person: Person,
    rows: Mapping[str, StoredMail],
    *,
    replies: Replies,
    now: datetime,
    batch: uuid.UUID | None = None,
) -> None:
    """Record when an interview begins once the person's own mail took one of its times.

    Once for each message, so that it stays open where the person took that back.
    """
    offers = [row for row in rows.values() if _offers(row)]
    talks = _open_talks(person, offers)
    waiting = untold(person, [row for row in offers if row.pk in talks], key=KEY)
    asked = answered_among(person, waiting, replies=replies)
    mails = [(each.message, *each.replies) for each in asked]
    texts = _texts(person, chain.from_iterable(mails))
    drafts = []
    for each in asked:
        taken = _taken(person, each, texts=texts)
        if taken is not None:
            talk, (reply, begins) = talks[each.row.pk], taken
            hour = own_hour(begins, own=person.time_zone)
            draft = draft_by_rule(
                reply,
                head=talk.application_id,
                kind=EventKind.ARRANGED,
                payload={"event": str(talk.pk), **hour, "outcome": ""},
                key=f"{KEY}{each.row.key}",
                batch=batch,
            )
            drafts.append(draft)
    commit_events(person, drafts, now=now)


def _offers(row: StoredMail) -> bool:
    return row.verdict == Verdict.INTERVIEW and not (row.is_sent or row.calendar)


def _open_talks(person: Person, offers: Sequence[StoredMail]) -> dict[uuid.UUID, Event]:
    """Return the interviews that these messages ask to, while nothing says when they begin."""
    own = Event.objects.for_person(person)
    found: dict[uuid.UUID, Event] = {}
    for part in parts(sorted(row.pk for row in offers), size=AT_ONCE):
        events = own.filter(
            source_id__in=part, kind=EventKind.INTERVIEW, voided_by=None
        )
        for event in events:
            if event.source_id is not None and begins_at(event.payload) is None:
                found[event.source_id] = event
    if not found:
        return {}
    homes = {event.application_id for event in found.values()}
    later = own.filter(kind=EventKind.ARRANGED, application__in=homes, voided_by=None)
    arranged = {
        payload.get("event")
        for payload in later.values_list("payload", flat=True)
        if payload.get("starts_at") or payload.get("outcome")
    }
    return {pk: event for pk, event in found.items() if str(event.pk) not in arranged}


def _texts(person: Person, mails: Iterable[MailMessage]) -> dict[uuid.UUID, str]:
    found: dict[uuid.UUID, str] = {}
    for part in parts(sorted({mail.pk for mail in mails}), size=AT_ONCE):
        rows = MailMessage.objects.for_person(person).filter(pk__in=part)
        found |= dict(rows.values_list("pk", "text"))
    return found


def _taken(
    person: Person, asked: Answered, *, texts: Mapping[uuid.UUID, str]
) -> tuple[MailMessage, datetime] | None:
    """Return the first answer that takes one of the times, and that time."""
    zone_name, offer = person.time_zone, asked.message
    # What it quotes was written on other days, at other hours.
    offered = fold(f"{offer.subject}\n{own_text(texts[offer.pk])}")
    for reply in asked.replies:
        begins = chosen_time(
            offered=offered,
            offered_on=day_in(offer.sent_at, zone_name=zone_name),
            answer=fold(own_words(texts[reply.pk])),
            answered_on=day_in(reply.sent_at, zone_name=zone_name),
        )
        if begins is not None:
            return reply, begins
    return None
