"""Mail that moves or calls off an interview: a later word on the one that is known."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from onward.applications.models import Event
from onward.applications.rules.kinds import ARRANGED_KINDS, DecidedBy, EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import EventDraft, commit_events, void_event
from onward.core.parts import ROWS_AT_ONCE, parts
from onward.mail.rules.appointments.letter import mail_of
from onward.mail.rules.appointments.rearranging import Turn
from onward.mail.rules.appointments.talk import Anew
from onward.mail.services.by_rule import draft_by_rule
from onward.mail.services.payloads import OUTCOMES, change_by, told_by
from onward.mail.services.retelling import said_by_hand
from onward.mail.services.stored import Mail
from onward.mail.services.talk_times import Said, tells
from onward.mail.services.told_hours import read_texts, told_in_words
from onward.mail.services.undone_talks import ARRANGED_KEY
from onward.people.models import Person

_ASKING = frozenset({Turn.ASKED, Turn.PROPOSED})


def arrange_anew(
    person: Person,
    again: Mapping[str, Anew],
    *,
    rows: Mapping[str, Mail],
    now: datetime,
    batch: uuid.UUID | None = None,
) -> None:
    """Record each later word on an interview as one, whatever order the mail came in.

    Of what sets several talks only the first is looked at: a further one is set or is known.

    What an earlier reading took for an interview of its own, before the first mail on it was
    known, is taken back and said again as the change that it is. What a person took back,
    corrected or moved elsewhere stays as it is.
    """
    again = {key: anew for key, anew in again.items() if key == mail_of(key)}
    known = _events_on(
        person,
        [rows[mail_of(k)] for key, anew in again.items() for k in (key, anew.base)],
    )
    retold: list[_Retold] = []
    for key, anew in sorted(again.items(), key=lambda pair: rows[pair[0]].sent_at):
        row, base_key = rows[key], anew.base
        named_in = rows[anew.named_in] if anew.named_in else row
        base = _event_of(known[rows[mail_of(base_key)].pk], key=f"mail:{base_key}")
        name = f"{ARRANGED_KEY}{key}:{base_key}"
        own = [event for event in known[row.pk] if _tells_first(event)]
        standing = [event for event in own if not event.is_void]
        if base is None or any(event.key == name for event in standing):
            continue
        if any(not _is_together(event, base) for event in standing):
            continue
        if not standing and _is_taken_back(person, own):
            continue
        for event in standing:
            void_event(person, event, now=now, decided_by=DecidedBy.RULE)
        said_before = _event_of(own, key=name)
        if said_before is None:
            retold.append(_Retold(row, base, name, standing, anew, named_in))
        else:
            count_again(person, said_before, now=now)
    read_texts(person, [row for each in retold for row in (each.row, each.named_in)])
    told = [e for events in known.values() for e in events]
    by_hand = said_by_hand(person) if retold else {}
    told += [e for each in retold for e in by_hand.get(each.base.key, ())]
    said = Said(person, told, bases={each.base.pk for each in retold})
    drafts = [replace(_draft(each, said=said), batch=batch) for each in retold]
    commit_events(person, drafts, now=now)


class _Retold(NamedTuple):
    """A message that tells anew of an interview, and what it was taken for before.

    Attributes:
        anew: What its conversation makes of it.
        named_in: The message that names the new time.
    """

    row: Mail
    base: Event
    name: str
    replaced: Sequence[Event]
    anew: Anew
    named_in: Mail


def _is_taken_back(person: Person, events: Iterable[Event]) -> bool:
    """Return whether the person took one of these events back, and no rule did."""
    numbers = [event.voided_by for event in events if event.voided_by is not None]
    voids = Event.objects.for_person(person).filter(number__in=numbers)
    return voids.exclude(decided_by=DecidedBy.RULE).exists()


def count_again(person: Person, event: Event, *, now: datetime) -> None:
    """Let an event count again that a rule took back; what the person took back stays so."""
    void = Event.objects.for_person(person).get(number=event.voided_by or 0)
    if void.decided_by == DecidedBy.RULE:
        void_event(person, void, now=now, decided_by=DecidedBy.RULE)


def _events_on(person: Person, rows: Sequence[Mail]) -> dict[uuid.UUID, list[Event]]:
    """Return the events that rest on these messages, by message."""
    found: dict[uuid.UUID, list[Event]] = defaultdict(list)
    for part in parts(sorted({row.pk for row in rows}), size=ROWS_AT_ONCE):
        events = Event.objects.for_person(person).filter(source_id__in=part)
        for event in events.select_related("application"):
            if event.source_id is not None:
                found[event.source_id].append(event)
    return found


def _event_of(events: Iterable[Event], *, key: str) -> Event | None:
    return next((event for event in events if event.key == key), None)


def _tells_first(event: Event) -> bool:
    """Return whether it is that, and no further talk that the message sets."""
    name = event.key.removeprefix("mail:")
    return tells(event) and (name == event.key or name == mail_of(name))


def _is_together(one: Event, other: Event) -> bool:
    heads = [e.application.merged_into_id or e.application_id for e in (one, other)]
    return heads[0] == heads[1]


def _draft(retold: _Retold, *, said: Said) -> EventDraft:
    row, base, name, replaced, anew, named_in = retold
    payload = told_by(row) | {"event": str(base.pk)}
    if anew.turn not in _ASKING:
        payload |= change_by(row)
    if anew.turn in OUTCOMES and not {"starts_at", "on_day"} & payload.keys():
        payload["outcome"] = OUTCOMES[anew.turn].value
    if anew.turn is Turn.DONE:
        payload |= told_in_words(
            row, kind=EventKind.INTERVIEW, zone_name=said.zone_name
        )
        payload.pop("on_day", None)
    if payload.get("outcome") == Outcome.MOVED:
        payload |= said.new_time(
            named_in, name=str(base.pk), begins=anew.begins
        ) or said.new_day(named_in, name=str(base.pk))
    elif anew.turn in _ASKING:
        payload["asked_for"] = said.asked_time(
            row, name=str(base.pk), begins=anew.begins
        )
        if anew.turn is Turn.ASKED:
            payload["own_wish"] = True
    elif not {"outcome", "starts_at"} & payload.keys():
        payload |= said.time_of(row, name=str(base.pk), begins=anew.begins)
    if _takes_place(payload, base=base, turn=anew.turn):
        told = [each for each in (row, named_in) if not (each.is_sent or each.calendar)]
        payload |= said.beside(told, name=str(base.pk)) if told else {}
    said.take(str(base.pk), said_at=row.sent_at, payload=payload)
    first = [event for event in replaced if event.kind in ARRANGED_KINDS]
    if first:
        payload["replaces"] = str(first[0].pk)
    return draft_by_rule(
        row,
        head=base.application_id,
        kind=EventKind.ARRANGED,
        payload=payload,
        key=name,
    )


def _takes_place(payload: Mapping[str, Any], *, base: Event, turn: Turn | None) -> bool:
    """Say whether what a mail tells anew is a talk that takes place at a known time."""
    if base.kind != EventKind.INTERVIEW or turn in _ASKING:
        return False
    return not payload.get("outcome") and "held_on" not in payload
