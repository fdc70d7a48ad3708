"""Whatever a person presses, in whatever order: what is stored follows from the events."""

from __future__ import annotations

import uuid
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import (
    CORRECTABLE,
    PERSON_KINDS,
    DecidedBy,
    EventKind,
)
from onward.applications.services import (
    EventDraft,
    add_event,
    archive,
    bring_back,
    bring_back_batch,
    commit_events,
    correct_event,
    describe,
    disagreements,
    merge,
    move_event,
    new_batch,
    split,
    take_back,
    take_back_batch,
    timeline_events,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_person
from tests.conftest import LESS

PRESSES = ("add", "correct", "back", "again", "join", "split", "move", "edit", "shelve")
presses = st.lists(
    st.tuples(
        st.sampled_from(PRESSES),
        st.integers(min_value=0, max_value=50),
        st.integers(min_value=0, max_value=50),
        st.sampled_from(PERSON_KINDS),
    ),
    max_size=12,
)


class Ledger:
    """A person's ledger, and somebody who presses whatever can be pressed."""

    def __init__(self) -> None:
        self.person: Person = make_person()
        for company in ("Acme", "Quill", "Lantern"):
            make_application(person=self.person, company=company)

    def read(self) -> uuid.UUID:
        """Record for each application what one reading of mail found; return that press."""
        batch = new_batch()
        kinds = (EventKind.CONFIRMATION, EventKind.REPLY, EventKind.OFFER)
        drafts = [
            EventDraft(
                application_id=head.pk,
                kind=kind,
                at=NOW,
                decided_by=DecidedBy.RULE,
                payload={},
                batch=batch,
            )
            for head in self.heads()
            for kind in kinds
        ]
        commit_events(self.person, drafts, now=NOW)
        return batch

    def counting(self) -> dict[uuid.UUID, uuid.UUID]:
        """Return what counts, each with the application that it shows under."""
        return {
            event.pk: event.application.head.pk for event in self.events(is_void=False)
        }

    def heads(self) -> list[Application]:
        own = Application.objects.for_person(self.person).filter(merged_into=None)
        return list(own.order_by("pk"))

    def events(self, *, is_void: bool) -> list[Event]:
        own = Event.objects.for_person(self.person).exclude(kind=EventKind.VOID)
        rows = own.filter(voided_by__isnull=not is_void).order_by("number")
        return list(rows.select_related("application__merged_into"))

    def press(self, what: str, one: int, two: int, kind: EventKind) -> None:
        heads = self.heads()
        head, other = heads[one % len(heads)], heads[two % len(heads)]
        events = self.events(is_void=what == "again")
        event = events[one % len(events)] if events else None
        if what == "add":
            day = NOW - timedelta(days=two)
            add_event(self.person, head, kind=kind, at=day, now=NOW)
        elif what == "edit":
            describe(self.person, head, facts={"role": f"Role {two}"}, now=NOW)
        elif what == "shelve":
            archive(self.person, head, now=NOW)
        elif what == "join" and head != other:
            merge(self.person, head, other=other, now=NOW)
        elif event is not None:
            self.press_event(what, event, other=other, kind=kind)

    def press_event(
        self, what: str, event: Event, *, other: Application, kind: EventKind
    ) -> None:
        if what == "back":
            take_back(self.person, event, now=NOW)
        elif what == "again":
            bring_back(self.person, event, now=NOW)
        elif event.kind not in CORRECTABLE:
            return
        elif what == "correct":
            correct_event(self.person, event, kind=kind, at=event.at, now=NOW)
        elif what == "split":
            split(self.person, event.application.head, events=[event], now=NOW)
        elif what == "move" and event.application.head != other:
            move_event(self.person, event, to=other, now=NOW)

    def shown(self) -> list[int]:
        return [
            event.number
            for head in self.heads()
            for event in timeline_events(self.person, head)
        ]

    def counted_versions(self) -> list[int]:
        """Return how many versions of each event count, corrections being versions."""
        events = {str(e.pk): e for e in Event.objects.for_person(self.person)}
        counted = dict.fromkeys(events, 0)
        for key, event in events.items():
            first = key
            while "corrects" in events[first].payload:
                first = events[first].payload["corrects"]
            counted[first] += not event.is_void
        return list(counted.values())


class AnyOrder(TestCase):
    @settings(max_examples=40 // LESS, deadline=None)
    @given(presses)
    def test_the_ledger_stays_whole(
        self, pressed: list[tuple[str, int, int, EventKind]]
    ) -> None:
        ledger = Ledger()
        for press in pressed:
            ledger.press(*press)
        last = Event.objects.for_person(ledger.person).count()
        assert disagreements(ledger.person) == []
        assert sorted(ledger.shown()) == list(range(1, last + 1))
        assert max(ledger.counted_versions()) <= 1

    @settings(max_examples=20 // LESS, deadline=None)
    @given(presses, st.integers(min_value=0, max_value=50))
    def test_undo_and_bringing_back_leave_every_application_as_it_was(
        self, pressed: list[tuple[str, int, int, EventKind]], which: int
    ) -> None:
        ledger = Ledger()
        for press in pressed:
            ledger.press(*press)
        lasting = ledger.events(is_void=False)
        event = lasting[which % len(lasting)] if lasting else None
        before = {head.pk: (head.stage, head.no_kind) for head in ledger.heads()}
        if event is not None:
            take_back(ledger.person, event, now=NOW)
            bring_back(ledger.person, event, now=NOW)
        after = {head.pk: (head.stage, head.no_kind) for head in ledger.heads()}
        assert after == before

    @settings(max_examples=40 // LESS, deadline=None)
    @given(presses)
    def test_what_was_put_right_stays_so_where_a_whole_press_is_undone_and_brought_back(
        self, pressed: list[tuple[str, int, int, EventKind]]
    ) -> None:
        ledger = Ledger()
        batch = ledger.read()
        for press in pressed:
            ledger.press(*press)
        before = ledger.counting()
        if take_back_batch(ledger.person, batch, now=NOW):
            bring_back_batch(ledger.person, batch, now=NOW)
            assert ledger.counting() == before
        else:
            bring_back_batch(ledger.person, batch, now=NOW)
        assert disagreements(ledger.person) == []
        assert max(ledger.counted_versions()) <= 1
