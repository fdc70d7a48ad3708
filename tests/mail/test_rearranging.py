"""Mail that moves or calls off an interview: one interview, whatever order it came in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import (
    add_event,
    arrange,
    asks,
    correct_event,
    disagreements,
    rounds_of,
    take_back,
    timeline,
)
from onward.mail.models import MailMessage
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.services.committing import commit_mail
from onward.people.models import Person
from tests.builders import NOW, make_person
from tests.conftest import LESS

LONDON = ZoneInfo("Europe/London")
SENT = NOW - timedelta(days=10)


def entry(begins: str, **said: str) -> dict[str, str]:
    return {
        "METHOD": "REQUEST",
        "UID": "u1@calendar.example",
        "DTSTART": begins,
        "TZID": "Europe/London",
        "LOCATION": "Ropewalk Mill",
    } | said


INVITED = {"key": "invited", "hours": 0, "calendar": entry("20261124T140000")}
MOVED = {
    "key": "moved",
    "hours": 24,
    "calendar": entry("20261125T103000", SEQUENCE="1"),
}
OFF = {
    "key": "off",
    "hours": 48,
    "calendar": entry("20261125T103000", SEQUENCE="2", METHOD="CANCEL"),
}
SAID = {
    "key": "said",
    "hours": 30,
    "text": "Dear Robin,\n\nI am afraid I have to reschedule your interview.",
}
NO = {"key": "no", "hours": 60, "verdict": "rejection", "text": "We chose another."}


def keep(person: Person, letter: dict[str, Any]) -> MailMessage:
    said = dict(letter)
    key, hours = said.pop("key"), said.pop("hours")
    return MailMessage.objects.create(
        person=person,
        message_id=f"{key}@mail.example",
        key=key,
        sent_at=SENT + timedelta(hours=hours),
        path="a.mbox",
        recorded_at=NOW,
        **{"company": "Pennine Table", "verdict": "interview"} | said,
    )


def read(person: Person, *letters: dict[str, Any]) -> Application:
    """Keep the letters and fold them, each batch as one import would."""
    for letter in letters:
        keep(person, letter)
    commit_mail(person, now=NOW)
    return Application.objects.for_person(person).get(merged_into=None)


def interviews(person: Person) -> list[Round]:
    head = Application.objects.for_person(person).get(merged_into=None)
    return rounds_of(person, head)


def event_of(person: Person, kind: EventKind) -> Event:
    return Event.objects.for_person(person).get(kind=kind, voided_by=None)


pytestmark = pytest.mark.django_db


def test_a_moved_interview_is_one_at_its_new_time(owner: Person) -> None:
    read(owner, INVITED, MOVED)
    (found,) = interviews(owner)
    assert found.starts_at == datetime(2026, 11, 25, 10, 30, tzinfo=LONDON)
    assert found.moved_from == datetime(2026, 11, 24, 14, tzinfo=LONDON)
    assert (found.place, found.time_zone) == ("Ropewalk Mill", "Europe/London")
    kinds = Event.objects.exclude(kind=EventKind.DESCRIBED).values_list(
        "kind", flat=True
    )
    assert list(kinds.order_by("number")) == ["interview", "arranged"]
    assert len(asks(owner, now=NOW)) == 1


def test_a_move_is_undone_and_comes_back_and_reading_again_changes_nothing(
    owner: Person,
) -> None:
    read(owner, INVITED, MOVED)
    take_back(owner, event_of(owner, EventKind.ARRANGED), now=NOW)
    for _again in range(2):
        (found,) = interviews(owner)
        assert found.starts_at == datetime(2026, 11, 24, 14, tzinfo=LONDON)
        commit_mail(owner, now=NOW)


def test_what_is_called_off_is_off_the_agenda_and_its_story_stays(
    owner: Person,
) -> None:
    application = read(owner, INVITED, MOVED, OFF)
    (found,) = interviews(owner)
    assert found.outcome == Outcome.CANCELLED
    assert asks(owner, now=NOW) == []
    told = [e.arranged.change for e in timeline(owner, application) if e.arranged]
    assert told == ["moved", "cancelled"]
    take_back(owner, Event.objects.get(key__startswith="arranged:off"), now=NOW)
    assert [ask.round.starts_at for ask in asks(owner, now=NOW)] == [
        datetime(2026, 11, 25, 10, 30, tzinfo=LONDON)
    ]


def test_another_invitation_after_it_was_called_off_puts_it_on_again(
    owner: Person,
) -> None:
    again = {
        "key": "again",
        "hours": 72,
        "calendar": entry("20261127T090000", SEQUENCE="3"),
    }
    read(owner, INVITED, OFF, again)
    (found,) = interviews(owner)
    assert found.outcome is None
    assert found.starts_at == datetime(2026, 11, 27, 9, tzinfo=LONDON)


def test_words_alone_take_the_time_away_until_the_next_one_is_named(
    owner: Person,
) -> None:
    read(owner, INVITED, SAID)
    (found,) = interviews(owner)
    assert (found.starts_at, found.outcome) == (None, Outcome.MOVED)
    assert found.moved_from == datetime(2026, 11, 24, 14, tzinfo=LONDON)
    later = {
        "key": "later",
        "hours": 33,
        "calendar": entry("20261126T120000", UID="u2@calendar.example"),
        "text": "Here is the new time for your interview.",
    }
    read(owner, later)
    (found,) = interviews(owner)
    assert found.starts_at == datetime(2026, 11, 26, 12, tzinfo=LONDON)
    assert found.outcome is None


def test_words_that_name_the_new_time_move_it_there_and_again_from_there(
    owner: Person,
) -> None:
    moved = {
        "key": "moved in words",
        "hours": 30,
        "text": "We have to move your interview to 26 November at 9:30.",
    }
    read(owner, INVITED, moved)
    (found,) = interviews(owner)
    assert found.starts_at is not None
    assert found.starts_at.isoformat().startswith("2026-11-26T09:30")
    assert found.moved_from == datetime(2026, 11, 24, 14, tzinfo=LONDON)
    assert found.outcome is None
    again = {
        "key": "again in words",
        "hours": 40,
        "text": "The interview on 26 November at 9:30 has to be moved once more.",
    }
    read(owner, again)
    (found,) = interviews(owner)
    assert (found.starts_at, found.outcome) == (None, Outcome.MOVED)


def test_a_no_that_calls_the_interview_off_is_a_no_and_calls_it_off(
    owner: Person,
) -> None:
    application = read(owner, INVITED, NO | {"calendar": OFF["calendar"]})
    (found,) = interviews(owner)
    assert found.outcome == Outcome.CANCELLED
    assert application.no_kind == "they_said_no"


def test_what_was_called_off_before_its_invitation_was_ever_seen_lies_not_ahead(
    owner: Person,
) -> None:
    read(owner, OFF)
    assert asks(owner, now=NOW) == []
    assert [found.outcome for found in interviews(owner)] == [Outcome.CANCELLED]


def test_the_answer_that_the_person_sends_arranges_nothing(owner: Person) -> None:
    answer = {
        "key": "answer",
        "hours": 12,
        "is_sent": True,
        "verdict": SentMeaning.THREAD.value,
        "calendar": entry("20261124T140000", METHOD="REPLY"),
    }
    read(owner, INVITED, answer)
    assert not Event.objects.filter(kind=EventKind.ARRANGED).exists()


def test_a_talk_that_is_moved_to_a_screen_has_no_place_any_more(owner: Person) -> None:
    moved = entry("20261125T103000", SEQUENCE="1", LOCATION="Microsoft Teams Meeting")
    read(owner, INVITED, MOVED | {"calendar": moved})
    (found,) = interviews(owner)
    assert found.place == ""


def test_an_invitation_to_a_screen_has_no_place(owner: Person) -> None:
    on_screen = entry("20261124T140000", LOCATION="Microsoft Teams-Besprechung")
    read(owner, INVITED | {"calendar": on_screen})
    (found,) = interviews(owner)
    assert (found.place, found.link) == ("", "")


def test_an_older_version_that_came_late_changes_nothing(owner: Person) -> None:
    late = {"key": "late", "hours": 50, "calendar": entry("20261124T140000")}
    read(owner, INVITED, MOVED, late)
    (found,) = interviews(owner)
    assert found.starts_at == datetime(2026, 11, 25, 10, 30, tzinfo=LONDON)


def test_what_the_person_arranged_stays_and_what_mail_says_later_wins(
    owner: Person,
) -> None:
    read(owner, INVITED)
    event = event_of(owner, EventKind.INTERVIEW)
    day_after = SENT + timedelta(hours=12)
    arrange(owner, event, details={"people": "Ana", "place": "Room 4"}, now=day_after)
    read(owner, MOVED)
    (found,) = interviews(owner)
    assert (found.people, found.place) == ("Ana", "Ropewalk Mill")
    arrange(owner, event, details={"place": "Room 5"}, now=NOW)
    read(owner, {"key": "early", "hours": 20, "calendar": entry("20261124T150000")})
    assert [found.place for found in interviews(owner)] == ["Room 5"]


def test_an_earlier_mail_found_later_takes_the_interview_over_with_all_that_was_said(
    owner: Person,
) -> None:
    application = read(owner, MOVED)
    first = event_of(owner, EventKind.INTERVIEW)
    arrange(owner, first, details={"people": "Ana"}, now=NOW)
    read(owner, INVITED)
    (found,) = interviews(owner)
    assert found.people == "Ana"
    assert found.starts_at == datetime(2026, 11, 25, 10, 30, tzinfo=LONDON)
    assert found.event != str(first.pk)
    void = Event.objects.get(kind=EventKind.VOID)
    assert void.decided_by == DecidedBy.RULE
    told = [(e.event.kind, e.event.is_void) for e in timeline(owner, application)]
    assert ("interview", True) not in told
    count = Event.objects.count()
    commit_mail(owner, now=NOW)
    assert Event.objects.count() == count


def test_what_the_person_took_back_or_corrected_is_left_alone(owner: Person) -> None:
    read(owner, MOVED)
    first = event_of(owner, EventKind.INTERVIEW)
    correct_event(owner, first, kind=EventKind.REPLY, at=first.at, now=NOW)
    read(owner, INVITED)
    assert not Event.objects.filter(kind=EventKind.ARRANGED).exists()
    assert len(interviews(owner)) == 1


def test_the_time_that_a_person_corrects_wins_over_what_mail_said_before(
    owner: Person,
) -> None:
    read(owner, INVITED, MOVED)
    first = event_of(owner, EventKind.INTERVIEW)
    at = NOW + timedelta(days=12)
    corrected = correct_event(owner, first, kind=EventKind.INTERVIEW, at=at, now=NOW)
    (found,) = interviews(owner)
    assert found.starts_at == at
    take_back(owner, corrected, now=NOW)
    (found,) = interviews(owner)
    assert found.starts_at == datetime(2026, 11, 25, 10, 30, tzinfo=LONDON)


def test_a_moved_interview_opens_what_was_closed_for_silence(owner: Person) -> None:
    application = read(owner, INVITED)
    quiet = SENT + timedelta(hours=1)
    add_event(owner, application, kind=EventKind.SILENCE, at=quiet, now=NOW)
    application.refresh_from_db()
    assert application.no_kind == "went_quiet"
    application = read(owner, MOVED)
    assert (application.no_kind, application.stage) == ("", "interview")
    assert application.last_moved_at == SENT + timedelta(hours=24)


def test_the_pages_say_what_was_moved_and_from_when(
    owner: Person, owner_client: Client
) -> None:
    application = read(owner, INVITED, MOVED)
    address = f"/applications/{application.pk}/"
    page = owner_client.get(address).content.decode()
    assert "Interview moved" in page
    assert (
        "Now Wednesday 25 November 2026, 10:30, and not Tuesday 24 November 2026, 14:00"
        in page
    )
    assert "Moved: it was to begin Tuesday 24 November 2026, 14:00" in page
    with time_machine.travel(SENT + timedelta(hours=30), tick=False):
        assert "Interview moved" in owner_client.get("/").content.decode()
        ahead = owner_client.get("/applications/ahead/").content.decode()
    assert ahead.count('<div class="round">') == 1
    assert "Pennine Table" in ahead
    assert "Wednesday 25 November 2026, 10:30" in ahead
    read(owner, OFF)
    page = owner_client.get(address).content.decode()
    assert "Interview called off" in page
    assert "It was to begin Wednesday 25 November 2026, 10:30" in page
    with time_machine.travel(SENT + timedelta(hours=50), tick=False):
        ahead = owner_client.get("/applications/ahead/").content.decode()
    assert "Pennine Table" not in ahead


ELSEWHEN = {
    "key": "elsewhen",
    "hours": 31,
    "text": "We have to move your interview to 26 November at 9:30.",
}
LETTERS = (INVITED, MOVED, OFF, SAID, ELSEWHEN, NO)


def story(person: Person) -> Any:
    """Return the ledger as it stands, without identities and what was taken back."""
    head = Application.objects.for_person(person).get(merged_into=None)
    named = {"event", "replaces"}
    events = [
        (
            entry.event.kind,
            entry.event.at,
            entry.event.key.split(":")[1],
            {k: v for k, v in entry.event.payload.items() if k not in named},
            entry.arranged,
        )
        for entry in timeline(person, head)
        if entry.event.kind != EventKind.DESCRIBED
    ]
    found = [
        (each.starts_at, each.moved_from, each.outcome, each.place, each.recorded_at)
        for each in rounds_of(person, head)
    ]
    summary = (head.stage, head.no_kind, head.last_moved_at, head.waiting_since)
    return events, found, summary


class AnyOrder(TestCase):
    @settings(max_examples=30 // LESS, deadline=None)
    @given(
        st.permutations(range(len(LETTERS))),
        st.lists(st.booleans(), min_size=len(LETTERS), max_size=len(LETTERS)),
        st.integers(1, len(LETTERS)),
    )
    def test_any_order_of_import_gives_the_same_ledger(
        self, order: Sequence[int], cuts: list[bool], count: int
    ) -> None:
        chosen = sorted(order[:count])
        at_once, in_parts = make_person(name="Robin"), make_person(name="Kim")
        read(at_once, *(LETTERS[place] for place in chosen))
        for place in order[:count]:
            keep(in_parts, LETTERS[place])
            if cuts[place]:
                commit_mail(in_parts, now=NOW)
        commit_mail(in_parts, now=NOW)
        assert story(in_parts) == story(at_once)
        before = Event.objects.count()
        for person in (at_once, in_parts):
            commit_mail(person, now=NOW)
            assert disagreements(person) == []
        assert Event.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "done",
    [
        "Thank you, you have completed the online assessment.",
        "Vos réponses à l'entrevue vidéo ont bien été envoyées.",
    ],
)
def test_a_test_that_mail_reminds_of_and_confirms_is_one_and_done(
    owner: Person, done: str
) -> None:
    def task(key: str, hours: int, text: str) -> MailMessage:
        letter = {"key": key, "hours": hours, "verdict": "assessment", "text": text}
        return keep(owner, letter)

    last_day = "by 20 November 2026"
    task("asked", 0, f"Please complete the online assessment {last_day}.")
    task("again", 24, f"You still have to complete the assessment {last_day}.")
    commit_mail(owner, now=NOW)
    (found,) = rounds_of(owner, Application.objects.get())
    assert not found.is_settled
    task("done", 30, done)
    commit_mail(owner, now=NOW)
    (found,) = rounds_of(owner, Application.objects.get())
    assert found.outcome == Outcome.WENT_AHEAD
    assert found.is_settled
    assert Event.objects.filter(kind=EventKind.ASSESSMENT).count() == 2
