"""What a newer program reads otherwise in stored mail: proposed, taken over, left, undone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, NoKind
from onward.applications.services import (
    bring_back,
    bring_back_batch,
    take_back_batch,
    take_back_one,
)
from onward.jobs.services import Cancelled
from onward.mail import periodic
from onward.mail.models import (
    LearnedExample,
    MailMessage,
    NewerReading,
    NewerState,
    ReadingMark,
    Review,
)
from onward.mail.parse import parse_message
from onward.mail.program import program_digest
from onward.mail.rules.read import read_message
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.types import NOT_HIRING, Source, Verdict
from onward.mail.services import newer, newer_taken, read_by
from onward.mail.services.committing import commit_mail
from onward.mail.services.learning import learn
from onward.mail.services.newer import (
    alike_newer,
    find_newer,
    queue_reading_again,
)
from onward.mail.services.newer_taken import (
    is_last_word,
    keep,
    take_over,
    undo,
    undo_press,
)
from onward.mail.services.read_by import see_program, to_read_again, waiting_newer
from onward.mail.services.rereading import message_of_row
from onward.mail.services.reviewing import correct, reopen, set_apart, settle, standing
from onward.mail.services.rows import message_row
from onward.method.feelings.services.quiet import open_window
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, quiet
from tests.mail.test_learning import ROLES, about, read, receipt

pytestmark = pytest.mark.django_db

NO = (
    "Dear Robin,\n\nthank you for applying for the position of {role}. We have decided not\n"
    "to move forward with your application, and wish you well for your search.\n\n"
    "Kind regards\nThe desk\n"
)
TALK = (
    "Dear Robin,\n\nthank you for applying for the position of {role}. We would like to invite\n"
    "you to an interview on 17 December 2026 at 10:00.\n\nKind regards\nThe desk\n"
)
CAKES = (
    "Dear all,\n\nthe cakes for the street party are baked on Saturday in the yard, and whoever\n"
    "has a spare table brings it along. The choir sings from noon on.\n\nSee you there\nMaud\n"
)
LONG_AGO = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
FIXTURES = Path(__file__).parent.parent / "fixtures" / "mail" / "verdicts" / "rules"


def stored(
    person: Person,
    role: str = ROLES[0],
    *,
    verdict: str = Verdict.INTERVIEW,
    text: str = NO,
    sent_at: datetime = LONG_AGO,
    **facts: Any,
) -> MailMessage:
    """Return a message as an older program had stored it, with what it made of it."""
    values: dict[str, Any] = {
        "sender_name": "Quillmoor",
        "sender_address": "jobs@quillmoor.example",
        "subject": f"Your application: {role}",
        "confidence": 0.8,
        "language": "en",
        "company": "Quillmoor",
        "role": role,
        "path": "x.mbox",
        "because": [{"rule": "x", "words": "", "where": "body", "start": 0, "end": 4}],
        "recorded_at": NOW - timedelta(days=9),
    }
    message = MailMessage.objects.create(
        person=person,
        key=f"stored {role} {verdict}",
        message_id=f"{role}-{verdict}@quillmoor.example",
        sent_at=sent_at,
        text=text.format(role=role),
        verdict=verdict,
        **{**values, **facts},
    )
    commit_mail(person, now=NOW)
    message.refresh_from_db()
    return message


def found(person: Person) -> list[NewerReading]:
    """Return what a newer program reads otherwise."""
    find_newer(person, progress=quiet, now=NOW)
    return list(waiting_newer(person).order_by("message__key"))


def again(person: Person) -> list[NewerReading]:
    """Return what waits once a program after that has read everything again."""
    marks = ReadingMark.objects.for_person(person)
    marks.update(program="an older one", since=NOW, reached=None)
    return found(person)


def story(person: Person) -> list[str]:
    """Return what counts of what mail says."""
    events = Event.objects.for_person(person).filter(voided_by=None)
    events = events.exclude(source_id=None).exclude(kind=EventKind.VOID)
    return [event.kind for event in events.order_by("at", "number")]


def test_what_reads_otherwise_is_proposed_and_changes_nothing(owner: Person) -> None:
    message = stored(owner)
    stored(owner, ROLES[1], verdict=Verdict.REJECTION)
    before = Event.objects.count()
    [reading] = found(owner)
    assert (reading.message, reading.was, reading.meaning) == (
        message,
        "interview",
        "rejection",
    )
    assert "not" in reading.after["because"][0]["words"]
    message.refresh_from_db()
    assert message.verdict == Verdict.INTERVIEW
    assert Event.objects.count() == before
    assert story(owner) == ["interview", "rejection"]


def test_one_program_reads_a_message_once(owner: Person) -> None:
    stored(owner)
    assert len(found(owner)) == 1
    told: list[int] = []

    def watch(*, done: int, total: int = 0, message: str = "") -> None:
        told.append(total)

    find_newer(owner, progress=watch, now=NOW)
    assert told == []
    assert len(again(owner)) == 1
    assert NewerReading.objects.count() == 1


def test_what_this_program_has_read_itself_is_not_read_again(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    mark = ReadingMark.objects.get(person=owner)
    assert not to_read_again(owner, mark=mark).exists()
    assert queue_reading_again(owner, now=NOW) is None
    stored(owner, ROLES[1], recorded_at=mark.since - timedelta(days=1))
    assert to_read_again(owner, mark=mark).count() == 1


def test_reading_again_is_queued_once_and_goes_on_a_day_later(owner: Person) -> None:
    stored(owner)
    job = queue_reading_again(owner, now=NOW)
    assert job is not None
    assert queue_reading_again(owner, now=NOW) is None
    job.created_at, job.finished_at = NOW, NOW
    job.save()
    assert queue_reading_again(owner, now=NOW + timedelta(hours=5)) is None
    assert queue_reading_again(owner, now=NOW + timedelta(days=2)) is not None


def test_a_reading_that_was_stopped_goes_on_where_it_was(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newer, "AT_ONCE", 1)
    monkeypatch.setattr(newer, "_TELL_EVERY", 1000)
    for role in ROLES:
        stored(owner, role)

    def stop(*, done: int, total: int = 0, message: str = "") -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        find_newer(owner, progress=stop, now=NOW)
    assert waiting_newer(owner).count() == 2
    mark = see_program(owner, now=NOW)
    assert to_read_again(owner, mark=mark).count() == 2
    assert len(found(owner)) == 4


def test_a_no_that_is_taken_over_corrects_the_story_and_teaches_nothing(
    owner: Person,
) -> None:
    message = stored(owner)
    press = take_over(owner, found(owner), now=NOW)
    assert press.count == 1
    event = standing(owner, message)
    assert event is not None
    assert (event.kind, event.at) == (EventKind.REJECTION, LONG_AGO)
    assert event.decided_by == DecidedBy.PERSON
    assert "not" in event.payload["words"]
    assert Application.objects.get().no_kind == NoKind.THEY_SAID_NO
    message.refresh_from_db()
    assert message.verdict == Verdict.REJECTION
    learn(owner)
    assert not LearnedExample.objects.exists()
    assert not waiting_newer(owner).exists()
    assert take_over(owner, NewerReading.objects.all(), now=NOW).count == 0


def test_what_is_undone_reads_as_before_and_is_not_proposed_again(
    owner: Person,
) -> None:
    message = stored(owner)
    before = MailMessage.objects.values().get(pk=message.pk)
    press = take_over(owner, found(owner), now=NOW)
    assert undo_press(owner, press.batch, now=NOW) == 1
    assert MailMessage.objects.values().get(pk=message.pk) == before
    assert story(owner) == ["interview"]
    assert Application.objects.get().no_kind == ""
    assert NewerReading.objects.get().state == NewerState.TAKEN_BACK
    assert undo_press(owner, press.batch, now=NOW) == 0
    assert again(owner) == []


def test_what_is_kept_is_not_asked_again_but_by_another_difference(
    owner: Person,
) -> None:
    message = stored(owner)
    keep(owner, found(owner), now=NOW)
    assert story(owner) == ["interview"]
    assert again(owner) == []
    MailMessage.objects.filter(pk=message.pk).update(text=CAKES)
    [other] = again(owner)
    assert other.meaning not in {"interview", "rejection"}


def test_what_was_kept_waits_again_once_that_is_undone(owner: Person) -> None:
    stored(owner)
    press = keep(owner, found(owner), now=NOW)
    assert undo_press(owner, press.batch, now=NOW) == 1
    assert waiting_newer(owner).count() == 1


@pytest.mark.parametrize("sent_at", [LONG_AGO, NOW - timedelta(hours=30)])
def test_a_no_of_months_ago_opens_no_quiet_time_and_one_of_yesterday_does(
    owner: Person, sent_at: datetime
) -> None:
    stored(owner, sent_at=sent_at)
    catch_up(owner, now=NOW)
    press = take_over(owner, found(owner), now=NOW)
    catch_up(owner, now=NOW)
    is_quiet = open_window(owner, now=NOW + timedelta(minutes=1)) is not None
    assert is_quiet == (sent_at != LONG_AGO)
    undo_press(owner, press.batch, now=NOW)
    catch_up(owner, now=NOW)
    assert open_window(owner, now=NOW + timedelta(minutes=1)) is None


def test_several_that_differ_alike_are_taken_and_undone_in_one_press(
    owner: Person,
) -> None:
    for role in ROLES[:3]:
        stored(owner, role)
    find_newer(owner, progress=quiet, now=NOW)
    [group] = alike_newer(owner, most=2)
    assert (group.was, group.meaning, group.count, group.more) == (
        "interview",
        "rejection",
        3,
        1,
    )
    press = take_over(owner, waiting_newer(owner), now=NOW)
    assert story(owner) == ["rejection"] * 3
    [one] = NewerReading.objects.filter(message__role=ROLES[1])
    assert undo(owner, [one], now=NOW) == 1
    assert sorted(story(owner)) == ["interview", "rejection", "rejection"]
    assert undo_press(owner, press.batch, now=NOW) == 2
    assert story(owner) == ["interview"] * 3


@pytest.mark.parametrize("review", [Review.AMBIGUOUS, Review.UNMATCHED])
def test_mail_that_waits_is_told_of_once_it_is_taken_over(
    owner: Person, review: Review
) -> None:
    verdict = Verdict.AMBIGUOUS if review == Review.AMBIGUOUS else Verdict.INTERVIEW
    company = "Quillmoor" if review == Review.AMBIGUOUS else ""
    message = stored(
        owner, verdict=verdict, review=review, company=company, role=company
    )
    stood = story(owner)
    press = take_over(owner, found(owner), now=NOW)
    message.refresh_from_db()
    assert message.verdict == Verdict.REJECTION
    assert message.review == Review.NONE
    assert story(owner) == ["rejection"]
    undo_press(owner, press.batch, now=NOW)
    message.refresh_from_db()
    assert message.verdict == verdict
    assert story(owner) == stood
    assert again(owner) == []


def test_mail_that_is_not_about_the_search_leaves_the_story_and_comes_back(
    owner: Person,
) -> None:
    facts: dict[str, Any] = {
        "sender_address": "maud@street.example",
        "subject": "The street party",
    }
    message = stored(owner, text=CAKES, **facts)
    application = Application.objects.get()
    press = take_over(owner, found(owner), now=NOW)
    message.refresh_from_db()
    assert (message.verdict, message.review) == ("other", Review.SETTLED)
    assert story(owner) == []
    application.refresh_from_db()
    assert application.company == ""
    undo_press(owner, press.batch, now=NOW)
    message.refresh_from_db()
    application.refresh_from_db()
    assert (message.verdict, message.review) == ("interview", Review.NONE)
    assert story(owner) == ["interview"]
    assert application.company == "Quillmoor"


def test_the_hour_of_an_interview_is_that_of_its_mail(owner: Person) -> None:
    sent_at = NOW - timedelta(days=1)
    message = stored(owner, verdict=Verdict.CONFIRMATION, text=TALK, sent_at=sent_at)
    take_over(owner, found(owner), now=NOW)
    event = standing(owner, message)
    assert event is not None
    assert event.kind == EventKind.INTERVIEW
    assert event.payload["starts_at"].startswith("2026-12-17T10:00")


def test_undone_and_redone_under_what_was_changed_the_mail_follows(
    owner: Person,
) -> None:
    message = stored(owner)
    press = take_over(owner, found(owner), now=NOW)
    take_back_batch(owner, press.batch, now=NOW)
    message.refresh_from_db()
    assert message.verdict == Verdict.INTERVIEW
    assert NewerReading.objects.get().state == NewerState.TAKEN_BACK
    assert again(owner) == []
    bring_back_batch(owner, press.batch, now=NOW)
    message.refresh_from_db()
    assert message.verdict == Verdict.REJECTION
    assert NewerReading.objects.get().state == NewerState.TAKEN
    learn(owner)
    assert not LearnedExample.objects.exists()


def test_what_left_the_story_follows_where_it_is_brought_back_elsewhere(
    owner: Person,
) -> None:
    facts: dict[str, Any] = {
        "sender_address": "maud@street.example",
        "subject": "The street party",
    }
    message = stored(owner, text=CAKES, **facts)
    event = standing(owner, message)
    assert event is not None
    take_over(owner, found(owner), now=NOW)
    bring_back(owner, event, now=NOW)
    message.refresh_from_db()
    assert (message.verdict, message.review) == ("interview", Review.NONE)
    assert NewerReading.objects.get().state == NewerState.TAKEN_BACK


def test_what_the_person_said_is_never_proposed_to_be_something_else(
    owner: Person,
) -> None:
    first, second, third = (stored(owner, role) for role in ROLES[:3])
    correct(owner, first, kind=EventKind.ASSESSMENT, now=NOW)
    set_apart(owner, second, now=NOW)
    event = standing(owner, third)
    assert event is not None
    take_back_one(owner, event, now=NOW)
    stored(owner, ROLES[3], verdict=SentMeaning.APPLIED.value, is_sent=True)
    assert found(owner) == []


def test_what_the_person_taught_goes_before_what_a_newer_program_reads(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    correct(owner, about(owner, ROLES[0]), kind=EventKind.ASSESSMENT, now=NOW)
    learn(owner)
    like = about(owner, ROLES[0])
    stored(
        owner,
        ROLES[1],
        verdict=Verdict.INTERVIEW,
        text=like.text.replace(ROLES[0], "{role}"),
        recorded_at=LONG_AGO,
    )
    assert found(owner) == []


def test_what_the_person_says_meanwhile_stands(owner: Person) -> None:
    message = stored(owner)
    readings = found(owner)
    correct(owner, message, kind=EventKind.OFFER, now=NOW)
    assert take_over(owner, readings, now=NOW).count == 0
    assert story(owner) == ["offer"]


def test_one_of_a_list_of_applications_is_left_as_the_list_told_it(
    owner: Person,
) -> None:
    message = stored(owner)
    name = f"one@quillmoor.example#{message.key[:12]}"
    MailMessage.objects.filter(pk=message.pk).update(message_id=name)
    assert found(owner) == []


def test_nobody_finds_or_takes_over_what_is_another_persons(
    owner: Person, outsider: Person
) -> None:
    stored(owner)
    readings = found(owner)
    assert found(outsider) == []
    assert take_over(outsider, readings, now=NOW).count == 0
    assert undo(outsider, readings, now=NOW) == 0
    assert story(owner) == ["interview"]


def test_a_stored_message_reads_as_it_did_without_the_headers_that_are_not_kept(
    owner: Person,
) -> None:
    for path in sorted(FIXTURES.glob("*.eml"))[::12]:
        message = parse_message(path.read_bytes(), now=NOW)
        reading = read_message(message)
        if reading.verdict in NOT_HIRING:
            continue
        row = message_row(owner, message, reading, source=Source("x"), now=NOW)
        assert read_message(message_of_row(row)).verdict == reading.verdict, path.name


def test_what_the_person_says_meanwhile_is_proposed_no_more(owner: Person) -> None:
    first, second, third = (stored(owner, role) for role in ROLES[:3])
    assert len(found(owner)) == 3
    correct(owner, first, kind=EventKind.OFFER, now=NOW)
    lesson = {"verdict": Verdict.ASSESSMENT, "review": Review.NONE}
    MailMessage.objects.filter(pk=second.pk).update(**lesson)
    assert [reading.message for reading in waiting_newer(owner)] == [third]
    assert [group.count for group in alike_newer(owner, most=5)] == [1]
    said = standing(owner, first)
    assert said is not None
    take_back_one(owner, said, now=NOW)
    assert {reading.message for reading in waiting_newer(owner)} == {first, third}


def test_an_older_program_beside_a_newer_one_changes_nothing(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(program: str) -> int:
        monkeypatch.setattr(read_by, "program_digest", lambda: program)
        monkeypatch.setattr(periodic, "program_digest", lambda: program)
        return len(found(owner))

    run("first")
    stored(owner)
    ReadingMark.objects.update(since=NOW)
    assert run("second") == 1
    before = ReadingMark.objects.values().get()
    [waiting] = NewerReading.objects.all()
    stored(owner, ROLES[1])
    assert run("first") == 1
    assert ReadingMark.objects.values().get() == before
    assert NewerReading.objects.get() == waiting
    assert queue_reading_again(owner, now=NOW) is None
    assert not periodic.has_older_readings()
    assert run("third") == 2
    assert ReadingMark.objects.get().superseded == ["first", "second"]


def test_what_a_program_found_once_a_newer_one_began_is_not_kept(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newer, "AT_ONCE", 1)
    monkeypatch.setattr(newer, "_TELL_EVERY", 1)
    for role in ROLES[:2]:
        stored(owner, role)
    told: list[int] = []

    def begin(*, done: int, total: int = 0, message: str = "") -> None:
        told.append(done)
        marks = ReadingMark.objects.filter(program=program_digest())
        mine = program_digest()
        marks.update(program="a newer one", superseded=[mine], reached=None)

    assert find_newer(owner, progress=begin, now=NOW) == 0
    assert not NewerReading.objects.exists()
    assert ReadingMark.objects.get().reached is None
    assert len(told) == 2


def taken_and_waiting(owner: Person) -> MailMessage:
    """Return a message that was taken over, and that no application is found for."""
    facts: dict[str, Any] = {"review": Review.UNMATCHED, "company": "", "role": ""}
    facts |= {"sender_address": "no@post.example", "sender_name": "", "subject": "Re:"}
    message = stored(owner, text=NO.replace(" of {role}", ""), **facts)
    [reading] = found(owner)
    named = reading.after.keys() & {"company", "role", "requisition", "place"}
    reading.after |= dict.fromkeys(named, "")
    take_over(owner, [reading], now=NOW)
    message.refresh_from_db()
    assert message.verdict == Verdict.REJECTION
    assert standing(owner, message) is None
    return message


def test_what_the_person_said_of_a_mail_since_outlasts_undoing_what_was_taken_over(
    owner: Person,
) -> None:
    message = taken_and_waiting(owner)
    theirs = make_application(person=owner, company="Elsewhere")
    settle(owner, message, kind=EventKind.REJECTION, application=theirs, now=NOW)
    [reading] = NewerReading.objects.all()
    assert undo(owner, [reading], now=NOW) == 0
    reading.refresh_from_db()
    assert reading.state == NewerState.TAKEN
    assert story(owner) == ["rejection"]


def test_a_word_on_top_of_what_was_taken_over_is_taken_back_alone(
    owner: Person,
) -> None:
    first, second = (stored(owner, role) for role in ROLES[:2])
    take_over(owner, found(owner), now=NOW)
    first.refresh_from_db()
    correct(owner, first, kind=EventKind.WITHDRAWAL, now=NOW)
    assert not is_last_word(owner, NewerReading.objects.get(message=first))
    reopen(owner, first, now=NOW)
    assert story(owner) == ["rejection"] * 2
    assert is_last_word(owner, NewerReading.objects.get(message=first))
    assert is_last_word(owner, NewerReading.objects.get(message=second))


def test_taking_many_over_and_undoing_it_costs_no_more_for_each_than_for_few(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newer_taken, "AT_ONCE", 2)
    facts: dict[str, Any] = {"sender_address": "maud@street.example"}
    for number in range(6):
        stored(owner, f"Baker {number}", text=CAKES, subject="The party", **facts)
    find_newer(owner, progress=quiet, now=NOW)
    with CaptureQueriesContext(connection) as done:
        press = take_over(owner, waiting_newer(owner), now=NOW)
    assert press.count == 6
    assert story(owner) == []
    begun = [q for q in done.captured_queries if q["sql"].startswith("SAVEPOINT")]
    assert len(begun) >= 3
    with CaptureQueriesContext(connection) as undone:
        assert undo_press(owner, press.batch, now=NOW) == 6
    voids = [
        query
        for query in undone.captured_queries
        if '"applications_event"."kind" = \'void\'' in query["sql"]
        and press.batch.hex in query["sql"].replace("-", "")
    ]
    assert len(voids) == 1
    assert story(owner) == ["interview"] * 6
