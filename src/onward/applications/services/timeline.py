"""One application's story: its events in the order in which they happened."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from django.utils.timezone import localtime

from onward.applications.models import Application, Event
from onward.applications.rules.changes import Arranged, Change, arranged
from onward.applications.rules.history import is_quiet
from onward.applications.rules.kinds import (
    CONTACT_KINDS,
    CORRECTABLE,
    NO_KINDS,
    PLANNED_KINDS,
    DecidedBy,
    EventKind,
    SourceKind,
)
from onward.applications.rules.offers import taken_back_by
from onward.applications.rules.payload import day_alone
from onward.applications.rules.receipts import says_arrived, tells_under_way
from onward.applications.rules.round import Round, begins_at
from onward.applications.rules.rounds import rounds
from onward.applications.rules.told import Told
from onward.applications.services.ledger import timeline_events
from onward.applications.services.record_keepers import gone
from onward.people.models import Person

_TOLD = frozenset(
    {
        EventKind.NOTE,
        EventKind.FOLLOW_UP,
        EventKind.FEEDBACK_ASKED,
        EventKind.FEEDBACK_RECEIVED,
    }
)
"""What moves nothing and is part of the story: what was asked, and what was learned."""

_MOVED = frozenset({Change.MOVED, Change.PUT_OFF, Change.CANCELLED, Change.ON_AGAIN})
"""What changes when an interview is, and is part of the story by whomever it was said."""

_SAID = _MOVED | {Change.WISHED}
_TAKES_DAY = _MOVED - {Change.ON_AGAIN}


@dataclass(slots=True)
class Entry:
    """One event of a timeline, with what a page needs beside it.

    Attributes:
        taken_back_at: When a person took it back; None while it counts.
        is_gone: What it told of was deleted since, and cannot be brought back.
        correction: The event that stands in its place, where it was corrected.
        corrected: What that one changed about an interview, a test …
        other: The application that a merge or a split is about.
        starts_at: When the interview or test begins, where that is known.
        on_day: The day on which it is, where no hour of it is told.
        arranged: What a later word on an interview, a test … changed about it.
        is_later_receipt: It confirms what was sent after they had been in touch, such as a
            test or a form, rather than the application.
        gives_time: It names a later last day for a test or an offer that stands above.
        is_later_reply: It was read as such a receipt, and says of nothing that it arrived.
        takes_offer_back: It is a no of theirs to whoever they had made an offer.
        is_under_way: So it was days after the first receipt, with no other word between.
    """

    event: Event
    taken_back_at: datetime | None = None
    is_gone: bool = False
    correction: Event | None = None
    corrected: Arranged | None = None
    other: Application | None = None
    starts_at: datetime | None = None
    on_day: date | None = None
    arranged: Arranged | None = None
    is_later_receipt: bool = False
    is_later_reply: bool = False
    is_under_way: bool = False
    takes_offer_back: bool = False
    gives_time: bool = False
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def when(self) -> date | None:
        """When the interview or test begins, or its day alone."""
        return self.starts_at or self.on_day

    @property
    def is_no(self) -> bool:
        """It counts, and it is one of the three kinds of no."""
        return self.event.kind in NO_KINDS and not self.event.is_void

    @property
    def has_time(self) -> bool:
        """Its time of day is known; what was recorded by day alone stands at noon."""
        is_noon = localtime(self.event.at).time() == time(12)
        return self.event.source_kind == SourceKind.MESSAGE or not is_noon

    @property
    def has_day(self) -> bool:
        """Its day is known; of how far a list had an application it is not."""
        is_of_list = self.event.decided_by == DecidedBy.IMPORT
        return self.event.kind != EventKind.MOVED or not is_of_list

    @property
    def is_quiet(self) -> bool:
        """Bookkeeping: it moved nothing and is no part of the story.

        When an interview is now is part of it, whoever said so.
        """
        if self.event.kind in _TOLD or self.is_of_mail:
            return False
        is_moved = self.arranged is not None and self.arranged.change in _SAID
        return not is_moved and is_quiet(self.event.as_past())

    @property
    def is_of_mail(self) -> bool:
        """Mail told it of an interview that was arranged: it is something that came."""
        past = self.event.as_past()
        return self.event.kind == EventKind.ARRANGED and not is_quiet(past)

    @property
    def can_be_corrected(self) -> bool:
        """It can be something else, or belong to another application."""
        return self.event.kind in CORRECTABLE and not self.event.is_void

    @property
    def is_rearranging(self) -> bool:
        """By mail an interview or a test changed; it can be said that it did not."""
        return self.is_of_mail and self.arranged is not None and not self.event.is_void

    @property
    def can_stand(self) -> bool:
        """Mail took the day of an interview or a test away that may stand all the same."""
        if not self.is_rearranging or self.arranged is None:
            return False
        is_held = self.arranged.kind in PLANNED_KINDS
        return is_held and self.arranged.change in _TAKES_DAY

    @property
    def can_be_parted(self) -> bool:
        """It can belong to another application: what happened, or what mail rearranged."""
        is_standing = not self.event.is_void
        return self.can_be_corrected or (self.is_of_mail and is_standing)


def timeline(person: Person, application: Application) -> list[Entry]:
    """Return the entries of an application and its parts, oldest first.

    An event that takes another back is no entry of its own: the other one says so. What a
    rule took back is none either: the rule told it anew in the same words.
    """
    events = list(timeline_events(person, application))
    by_number = {event.number: event for event in events}
    by_number |= _voids_elsewhere(person, events, known=by_number)
    corrections = {
        event.payload["corrects"]: event
        for event in events
        if "corrects" in event.payload
    }
    others = _others(person, events)
    changes = arranged(event.as_past() for event in events)
    entries = [
        _entry(event, by_number=by_number, corrections=corrections, others=others)
        for event in events
        if event.kind != EventKind.VOID and not _is_told_anew(event, by_number)
    ]
    deleted = gone(person, events)
    for entry in entries:
        entry.is_gone = entry.event.pk in deleted
        entry.arranged = changes.get(str(entry.event.pk))
        if entry.correction is not None:
            entry.corrected = changes.get(str(entry.correction.pk))
        if entry.arranged is not None:
            entry.starts_at = entry.arranged.starts_at
            entry.on_day = entry.arranged.on_day
    _mark_later_receipts(entries)
    past = [event.as_past() for event in events]
    taken, later = taken_back_by(past), Told.of(past).bases
    for entry in entries:
        number, is_longer = entry.event.number, bool(entry.event.payload.get("extends"))
        if entry.event.is_void and (is_longer or entry.event.kind in NO_KINDS):
            # What was taken back is called as it was while it counted.
            counting = [
                replace(e, is_void=e.is_void and e.number != number) for e in past
            ]
            taken_then, later_then = taken_back_by(counting), Told.of(counting).bases
        else:
            taken_then, later_then = taken, later
        entry.takes_offer_back = number in taken_then
        entry.gives_time = is_longer and str(entry.event.pk) in later_then
    return entries


_SENT = frozenset({EventKind.APPLIED, EventKind.CONFIRMATION})
_IN_TOUCH = CONTACT_KINDS - {EventKind.OUTREACH}


def _mark_later_receipts(entries: Iterable[Entry]) -> None:
    """Mark receipts by mail that came after an application and their answer to it.

    One that says of nothing that it arrived is a reply: "The team is still comparing notes."
    Days after the first receipt "No decision has been made" tells that it is under way. What
    was taken back keeps its name, and says nothing of the others.
    """
    was_sent = was_answered = False
    received_at: datetime | None = None
    for entry in entries:
        kind = entry.event.kind
        is_read = entry.event.decided_by == DecidedBy.RULE
        if kind == EventKind.CONFIRMATION and is_read and was_answered:
            entry.is_later_receipt = says_arrived(entry.event.payload.get("words", ""))
            entry.is_later_reply = not entry.is_later_receipt
        elif kind == EventKind.CONFIRMATION:
            words = entry.event.payload.get("words", "")
            after = entry.event.at - (received_at or entry.event.at)
            is_told = tells_under_way(words, after=after)
            entry.is_under_way = is_read and is_told
        if entry.event.is_void:
            continue
        if kind == EventKind.CONFIRMATION and not (is_read and was_answered):
            received_at = received_at or entry.event.at
        was_sent = was_sent or kind in _SENT
        was_answered = was_answered or (was_sent and kind in _IN_TOUCH)


def _voids_elsewhere(
    person: Person, events: Iterable[Event], *, known: Mapping[int, Event]
) -> dict[int, Event]:
    """Return what took back events that were moved here afterwards."""
    voided_by = {event.voided_by for event in events if event.voided_by is not None}
    numbers = voided_by - known.keys()
    if not numbers:
        return {}
    voids = Event.objects.for_person(person).filter(number__in=numbers)
    return {void.number: void for void in voids}


def _is_told_anew(event: Event, by_number: Mapping[int, Event]) -> bool:
    void = by_number.get(event.voided_by or 0)
    return void is not None and void.decided_by == DecidedBy.RULE


def entry_of(person: Person, event: Event) -> Entry | None:
    """Return an event as the timeline tells it; None where it is no entry of its own."""
    entries = timeline(person, event.application.head)
    return next((entry for entry in entries if entry.event.pk == event.pk), None)


def changes_by(person: Person, events: Iterable[Event]) -> dict[uuid.UUID, Arranged]:
    """Return what those of these events that rearrange something changed, by their identity."""
    heads = {
        event.application.head for event in events if event.kind == EventKind.ARRANGED
    }
    found: dict[uuid.UUID, Arranged] = {}
    for head in heads:
        told = arranged(event.as_past() for event in timeline_events(person, head))
        found |= {uuid.UUID(key): change for key, change in told.items()}
    return found


def rounds_in(entries: Iterable[Entry]) -> list[Round]:
    """Return the interviews, questions and reminders of a timeline as they stand now."""
    return rounds(entry.event.as_past() for entry in entries)


def _entry(
    event: Event,
    *,
    by_number: dict[int, Event],
    corrections: dict[str, Event],
    others: dict[uuid.UUID, Application],
) -> Entry:
    begins = begins_at(event.payload)
    # What was recorded at its own hour tells it once.
    entry = Entry(event=event, starts_at=begins if begins != event.at else None)
    entry.on_day = day_alone(event.payload) if begins is None else None
    if event.voided_by is not None:
        void = by_number.get(event.voided_by)
        # After a split, the event that took this one back can be in another timeline.
        entry.taken_back_at = void.recorded_at if void else event.recorded_at
        entry.correction = corrections.get(str(event.pk))
    if event.kind == EventKind.DESCRIBED:
        entry.facts = event.payload
    if event.kind in {EventKind.MERGE, EventKind.SPLIT}:
        entry.other = others.get(uuid.UUID(event.payload["application"]))
    return entry


def _others(person: Person, events: list[Event]) -> dict[uuid.UUID, Application]:
    named = {
        event.payload["application"]
        for event in events
        if event.kind in {EventKind.MERGE, EventKind.SPLIT}
    }
    if not named:
        return {}
    own = Application.objects.for_person(person).select_related("merged_into")
    return own.in_bulk([uuid.UUID(key) for key in named])
