"""Whatever parts mail comes in, and in whatever order, the ledger is the one of all of it."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import bring_back, disagreements, take_back
from onward.core.ids import uuid7
from onward.demo.mailbox import write_mailbox
from onward.demo.story import STORY_ENDS_ON
from onward.mail.models import MailMessage, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.importing import import_paths
from onward.mail.services.reader import store_messages
from onward.people.models import Person
from tests.builders import NOW, make_person
from tests.conftest import LESS

pytestmark = pytest.mark.django_db
Letter = dict[str, Any]
_BOOKKEEPING = (
    *(EventKind.DESCRIBED, EventKind.MERGE),
    *(EventKind.SPLIT, EventKind.VOID),
)
_FACTS = ("company", "role", "requisition", "system", "contact_address", "salary_min")
_DERIVED = ("stage", "reached", "no_kind", "applied_at", "last_moved_at", "is_open")

CALENDARS: tuple[dict[str, str], ...] = (
    {},
    {"METHOD": "REQUEST", "UID": "u1", "DTSTART": "20270301T090000Z", "SEQUENCE": "0"},
    {"METHOD": "REQUEST", "UID": "u1", "DTSTART": "20270302T090000Z", "SEQUENCE": "1"},
    {"METHOD": "CANCEL", "UID": "u1", "SEQUENCE": "2"},
)
TEXTS = (
    "Thank you for applying.",
    "We have to move your interview to another day.",
    "The salary is EUR 52,000 a year.",
    "The salary is EUR 58,000 a year.",
)
VERDICTS = (
    *("confirmation", "rejection", "interview", "assessment", "offer"),
    *("information_request", "ambiguous", "outreach", "position_closed"),
)


@st.composite
def letters(draw: st.DrawFn) -> list[Letter]:
    """Return invented mail to one person, a few employers and roles often named again."""
    count = draw(st.integers(1, 9))
    found: list[Letter] = []
    for place in range(count):
        answered = draw(st.sampled_from([None, *range(place)]))
        found.append(
            {
                "key": f"k{place}",
                # No two of one second: those are told in the order in which they came.
                "day": draw(st.integers(0, 30) | st.integers(0, 400)) + place / 1440,
                "verdict": draw(st.sampled_from(VERDICTS)),
                "company": draw(
                    st.sampled_from(
                        ["", "Oakmere Foods", "Oakmere", "Oakmere Foods Ltd", "Lind"]
                    )
                ),
                "role": draw(st.sampled_from(["", "Driver", "Senior Driver", "Clerk"])),
                "requisition": draw(st.sampled_from(["", "", "R-1", "R-2"])),
                "system": draw(st.sampled_from(["", "Workday", "LinkedIn"])),
                "contact": draw(st.sampled_from(["", "kim@oakmere.example"])),
                "references": [] if answered is None else [f"k{answered}@mail.example"],
                "thread": draw(st.sampled_from(["", "", "t1"])),
                "calendar": draw(st.sampled_from(CALENDARS)),
                "text": draw(st.sampled_from(TEXTS)),
            }
        )
    return found


def row_of(person: Person, letter: Letter) -> MailMessage:
    is_ambiguous = letter["verdict"] == "ambiguous"
    return MailMessage(
        person=person,
        key=letter["key"],
        message_id=f"{letter['key']}@mail.example",
        references=letter.get("references", []),
        thread=letter.get("thread", ""),
        calendar=letter.get("calendar", {}),
        sent_at=NOW - timedelta(days=400) + timedelta(days=letter["day"]),
        subject="Your application",
        text=letter.get("text", ""),
        path="invented.mbox",
        verdict=letter["verdict"],
        company=letter.get("company", ""),
        role=letter.get("role", ""),
        requisition=letter.get("requisition", ""),
        system=letter.get("system", ""),
        contact_name="Kim Roe" if letter.get("contact") else "",
        contact_address=letter.get("contact", ""),
        accepts_replies=bool(letter.get("contact")),
        review=Review.AMBIGUOUS if is_ambiguous else Review.NONE,
        recorded_at=NOW,
    )


def bring_in(person: Person, part: Sequence[Letter], *, now: datetime = NOW) -> None:
    rows = {letter["key"]: row_of(person, letter) for letter in part}
    store_messages(person, list(rows.values()))
    commit_mail(person, now=now)


def story(person: Person) -> list[Any]:
    """Return what a person sees: applications with what counts in them, without ids."""
    own = Application.objects.for_person(person)
    shown = own.filter(merged_into=None, is_archived=False)
    keys = dict(MailMessage.objects.for_person(person).values_list("pk", "key"))
    names = {
        str(event.pk): keys.get(event.source_id or event.pk, "")
        for event in Event.objects.for_person(person)
    }
    told = []
    for row in shown:
        events = Event.objects.for_person(person).filter(voided_by=None)
        together = [row.pk, *row.merged.values_list("pk", flat=True)]
        own_events = events.filter(application__in=together).exclude(
            kind__in=_BOOKKEEPING
        )
        told.append(
            (
                tuple(getattr(row, name) for name in (*_FACTS, *_DERIVED)),
                sorted(_told(event, names=names) for event in own_events),
            )
        )
    return sorted(told, key=repr)


def _told(event: Event, *, names: dict[str, str]) -> tuple[Any, ...]:
    said = {k: v for k, v in event.payload.items() if k != "replaces"}
    if "event" in said:
        said["event"] = names[said["event"]]
    return names[str(event.pk)], event.kind, event.at, repr(sorted(said.items()))


def reviews(person: Person) -> dict[str, str]:
    rows = MailMessage.objects.for_person(person)
    return dict(rows.values_list("key", "review"))


def _lasting(person: Person) -> list[Event]:
    lasting = Event.objects.for_person(person).filter(voided_by=None)
    return list(lasting.exclude(kind=EventKind.VOID).order_by("number"))


PARTS = st.lists(st.integers(0, 3), min_size=9, max_size=9)
OVERLAP = st.lists(st.integers(0, 8), max_size=3)


def _newcomer() -> Person:
    return make_person(name=f"P{uuid7().hex}")


@settings(max_examples=32 // LESS, deadline=None, report_multiple_bugs=False)
@given(mail=letters(), places=PARTS, again=OVERLAP)
def test_any_parts_in_any_order_give_the_same_ledger(
    mail: list[Letter], places: list[int], again: list[int]
) -> None:
    whole, by_parts = _newcomer(), _newcomer()
    bring_in(whole, mail)
    for part in range(4):
        chosen = [x for x, place in zip(mail, places, strict=False) if place == part]
        bring_in(by_parts, [*chosen, *(mail[n] for n in again if n < len(mail))])
    bring_in(by_parts, mail)
    assert story(by_parts) == story(whole)
    assert reviews(by_parts) == reviews(whole)
    assert disagreements(by_parts) == []
    count = Event.objects.for_person(by_parts).count()
    bring_in(by_parts, mail)
    assert Event.objects.for_person(by_parts).count() == count


@settings(max_examples=16 // LESS, deadline=None, report_multiple_bugs=False)
@given(mail=letters(), places=PARTS, chosen=st.lists(st.integers(0, 30), max_size=6))
def test_what_is_taken_back_and_brought_back_leaves_the_ledger_as_it_was(
    mail: list[Letter], places: list[int], chosen: list[int]
) -> None:
    person = _newcomer()
    for part in range(4):
        bring_in(
            person, [x for x, place in zip(mail, places, strict=False) if place == part]
        )
    before, events = story(person), _lasting(person)
    undone = [events[n] for n in dict.fromkeys(chosen) if n < len(events)]
    taken = []
    for event in undone:
        event.refresh_from_db()
        if not event.is_void:
            take_back(person, event, now=NOW)
            taken.append(event)
    assert disagreements(person) == []
    for event in reversed(taken):
        bring_back(person, event, now=NOW)
    assert story(person) == before
    assert disagreements(person) == []


@pytest.fixture(scope="module")
def raw_messages() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.mbox"
        write_mailbox(path, ends_on=STORY_ENDS_ON)
        whole = b"\n" + path.read_bytes()
    return [b"From " + each for each in whole.split(b"\nFrom ")[1:]]


def test_any_files_in_any_order_give_the_ledger_of_one(
    raw_messages: list[bytes], tmp_path: Path
) -> None:
    whole, one = _newcomer(), tmp_path / "whole.mbox"
    one.write_bytes(b"\n".join(raw_messages) + b"\n")
    import_paths(whole, [one], progress=_unwatched)
    told = story(whole), reviews(whole)
    for seed in range(max(1, 3 // LESS)):
        in_files = _newcomer()
        paths = _in_files(raw_messages, tmp_path, chance=random.Random(seed))
        import_paths(in_files, paths, progress=_unwatched)
        assert (story(in_files), reviews(in_files)) == told
        events = Event.objects.for_person(in_files).count()
        import_paths(in_files, [one, *paths], progress=_unwatched)
        assert Event.objects.for_person(in_files).count() == events


def _in_files(
    messages: list[bytes], folder: Path, *, chance: random.Random
) -> list[Path]:
    """Write all messages, some of them more than once, into four files in any order."""
    count = len(messages)
    files = [[n for n in range(count) if chance.random() < 0.5] for _ in range(2)]
    left = [n for n in range(count) if n not in {*files[0], *files[1]}]
    files = [*files, left, sorted(range(count), key=lambda _: chance.random())[:80]]
    paths = []
    for place, chosen in enumerate(files):
        chance.shuffle(chosen)
        paths.append(folder / f"{place}.mbox")
        paths[-1].write_bytes(b"\n".join(messages[n] for n in chosen) + b"\n")
    return paths


def _unwatched(*, done: int, total: int = 0, message: str = "") -> None:
    """A progress that nobody watches."""
