"""The time of an interview that the person chose of several: their own answer names it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.rules.payload import own_hour
from onward.applications.rules.round import begins_at
from onward.applications.services import EventDraft, commit_events
from onward.applications.services.deriving import parts
from onward.core.dates import day_in
from onward.mail.models import MailMessage
from onward.mail.rules.appointments.chosen_time import chosen_time
from onward.mail.rules.basics.text import fold, own_text
from onward.mail.rules.talks.own_mail import own_words
from onward.mail.rules.types import Verdict
from onward.mail.services.answered import Replies, messages_of
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

KEY = "chosen:"
_AT_ONCE = 200


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
    waiting = [row for row in offers if row.pk in talks]
    if not waiting:
        return
    asked = {message.pk: message for message in messages_of(person, waiting)}
    told = {pk: replies.to(message) for pk, message in asked.items()}
    answered = [asked[pk] for pk, found in told.items() if found]
    texts = _texts(person, [*answered, *chain.from_iterable(told.values())])
    drafts = []
    for row in waiting:
        for reply in told[row.pk]:
            begins = _taken(person, offer=asked[row.pk], reply=reply, texts=texts)
            if begins is not None:
                draft = _draft(person, talks[row.pk], reply, begins, key=row.key)
                drafts.append(replace(draft, batch=batch))
                break
    commit_events(person, drafts, now=now)


def _offers(row: StoredMail) -> bool:
    return row.verdict == Verdict.INTERVIEW and not (row.is_sent or row.calendar)


def _open_talks(person: Person, offers: Sequence[StoredMail]) -> dict[uuid.UUID, Event]:
    """Return the interviews that these messages ask to, while nothing says when they begin."""
    own = Event.objects.for_person(person)
    found: dict[uuid.UUID, Event] = {}
    for part in parts(sorted(row.pk for row in offers), size=_AT_ONCE):
        events = own.filter(
            source_id__in=part, kind=EventKind.INTERVIEW, voided_by=None
        )
        for event in events:
            if event.source_id is not None and begins_at(event.payload) is None:
                found[event.source_id] = event
    if not found:
        return {}
    told = set(own.filter(key__startswith=KEY).values_list("key", flat=True))
    homes = {event.application_id for event in found.values()}
    later = own.filter(kind=EventKind.ARRANGED, application__in=homes, voided_by=None)
    arranged = {
        payload.get("event")
        for payload in later.values_list("payload", flat=True)
        if payload.get("starts_at") or payload.get("outcome")
    }
    keys = {row.pk: row.key for row in offers}
    return {
        pk: event
        for pk, event in found.items()
        if f"{KEY}{keys[pk]}" not in told and str(event.pk) not in arranged
    }


def _texts(person: Person, mails: Iterable[MailMessage]) -> dict[uuid.UUID, str]:
    found: dict[uuid.UUID, str] = {}
    for part in parts(sorted({mail.pk for mail in mails}), size=_AT_ONCE):
        rows = MailMessage.objects.for_person(person).filter(pk__in=part)
        found |= dict(rows.values_list("pk", "text"))
    return found


def _taken(
    person: Person,
    *,
    offer: MailMessage,
    reply: MailMessage,
    texts: Mapping[uuid.UUID, str],
) -> datetime | None:
    zone_name = person.time_zone
    return chosen_time(
        # What it quotes was written on other days, at other hours.
        offered=fold(f"{offer.subject}\n{own_text(texts[offer.pk])}"),
        offered_on=day_in(offer.sent_at, zone_name=zone_name),
        answer=fold(own_words(texts[reply.pk])),
        answered_on=day_in(reply.sent_at, zone_name=zone_name),
    )


def _draft(
    person: Person, event: Event, reply: MailMessage, begins: datetime, *, key: str
) -> EventDraft:
    return EventDraft(
        application_id=event.application_id,
        kind=EventKind.ARRANGED,
        at=reply.sent_at,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=reply.pk,
        payload={
            "event": str(event.pk),
            **own_hour(begins, own=person.time_zone),
            "outcome": "",
        },
        key=f"{KEY}{key}",
    )
