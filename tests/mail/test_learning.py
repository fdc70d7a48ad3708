"""What a person says of one mail, and what it does to mail like it: stored, new, taken back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import correct_event, take_back
from onward.exchange.rules.export import Format
from onward.exchange.services.export import export_pieces
from onward.mail.models import LearnedChange, LearnedExample, MailMessage, Review
from onward.mail.rules.types import Verdict
from onward.mail.services.importing import import_paths
from onward.mail.services.learning import counting, learn, lessons_of
from onward.mail.services.reviewing import correct, reopen, set_apart, settle
from onward.mail.services.unlearning import (
    Forgotten,
    forget,
    offers,
    remember,
    take_back_change,
    take_back_press,
    take_offer,
)
from onward.mail.services.watching import look_into, watch
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.raw_mail import make_mbox, make_raw

pytestmark = pytest.mark.django_db

ROLES = ("Night Porter", "Shop Assistant", "Data Analyst", "Head Gardener")
RECEIPT = (
    "Dear Robin,\n\nthank you for applying for the position of {role}. We have received your\n"
    "application and will look at it by and by. The kettle is on the green stove.\n\n"
    "Kind regards\nThe desk\n"
)


def receipt(role: str, *, text: str = RECEIPT) -> bytes:
    return make_raw(
        text.format(role=role),
        subject=f"Your application: {role}",
        message_id=f"<{role.replace(' ', '-')}-{len(text)}@quillmoor.example>",
    )


def read(person: Person, folder: Path, *mails: bytes, name: str = "a") -> None:
    path = folder / f"{name}.mbox"
    path.write_bytes(make_mbox(*mails))
    import_paths(person, [path], progress=quiet)


def about(person: Person, role: str) -> MailMessage:
    return MailMessage.objects.for_person(person).get(subject__endswith=role)


def event_about(person: Person, role: str) -> Event:
    return Event.objects.for_person(person).get(
        source_id=about(person, role).pk, voided_by=None
    )


def waiting(person: Person, role: str, **facts: Any) -> MailMessage:
    """Return a message that the words of which did not decide."""
    return MailMessage.objects.create(
        person=person,
        key=f"waiting {role}",
        message_id=f"{role}@quillmoor.example",
        sent_at=datetime(2026, 3, 10, 9, 0, tzinfo=UTC),
        sender_name="Quillmoor",
        sender_address="jobs@quillmoor.example",
        subject=f"Your application: {role}",
        text=RECEIPT.format(role=role),
        verdict=Verdict.AMBIGUOUS,
        confidence=0.5,
        language="en",
        company="Quillmoor",
        role=role,
        review=Review.AMBIGUOUS,
        path="x.mbox",
        recorded_at=NOW,
        **facts,
    )


def example_of_a_no(person: Person) -> LearnedExample:
    """Return what was learned of a mail that waited and that the person called a no."""
    settle(
        person,
        waiting(person, ROLES[0]),
        kind=EventKind.REJECTION,
        application=None,
        now=NOW,
    )
    learn(person)
    return LearnedExample.objects.get()


@pytest.fixture
def taught(owner: Person, tmp_path: Path) -> LearnedExample:
    """A receipt of which the person said that it is a test, and what was learned of it."""
    read(owner, tmp_path, receipt(ROLES[0]))
    message = about(owner, ROLES[0])
    assert message.verdict == Verdict.CONFIRMATION
    correct(owner, message, kind=EventKind.ASSESSMENT, now=NOW)
    learn(owner)
    return LearnedExample.objects.get()


def test_mail_like_a_corrected_one_is_read_as_the_person_said(
    owner: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[1]), name="later")
    message = about(owner, ROLES[1])
    assert message.verdict == EventKind.ASSESSMENT
    assert message.confidence > 0.9
    assert message.because[0]["words"].startswith("you said so of a mail like this on")
    event = event_about(owner, ROLES[1])
    assert event.kind == EventKind.ASSESSMENT
    assert "you said so" in event.payload["words"]
    change = LearnedChange.objects.get()
    assert (change.example, change.message) == (taught, message)
    assert change.before["verdict"] == Verdict.CONFIRMATION


def test_mail_of_other_words_is_read_by_its_own(
    owner: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    other = RECEIPT.replace("The kettle is on the green stove.", "Bring a hat.")
    read(owner, tmp_path, receipt(ROLES[1], text=other), name="later")
    assert about(owner, ROLES[1]).verdict == Verdict.CONFIRMATION
    assert not LearnedChange.objects.exists()


def test_nobody_learns_from_somebody_else(
    outsider: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    read(outsider, tmp_path, receipt(ROLES[1]), name="later")
    assert about(outsider, ROLES[1]).verdict == Verdict.CONFIRMATION
    assert not lessons_of(outsider)


def test_a_correction_on_the_timeline_teaches_as_well(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    event = event_about(owner, ROLES[0])
    correct_event(owner, event, kind=EventKind.INTERVIEW, at=event.at, now=NOW)
    read(owner, tmp_path, receipt(ROLES[1]), name="later")
    assert about(owner, ROLES[1]).verdict == EventKind.INTERVIEW


def test_what_is_settled_on_the_review_page_teaches(
    owner: Person, tmp_path: Path
) -> None:
    message = waiting(owner, ROLES[0])
    settle(owner, message, kind=EventKind.REJECTION, application=None, now=NOW)
    read(owner, tmp_path, receipt(ROLES[1]))
    assert about(owner, ROLES[1]).verdict == Verdict.REJECTION


def test_a_correction_that_is_undone_teaches_no_more_and_redone_it_does(
    owner: Person, taught: LearnedExample
) -> None:
    assert taught.event is not None
    take_back(owner, taught.event, now=NOW)
    assert counting(owner) == []
    taught.event.refresh_from_db()
    assert not LearnedExample.objects.get().counts
    assert event_about(owner, ROLES[0]).kind == EventKind.CONFIRMATION
    learn(owner)
    assert LearnedExample.objects.count() == 1


def test_placing_a_message_as_it_was_read_is_no_correction(owner: Person) -> None:
    message = waiting(owner, ROLES[0])
    message.verdict = Verdict.REJECTION
    message.save()
    settle(owner, message, kind=EventKind.REJECTION, application=None, now=NOW)
    learn(owner)
    assert not LearnedExample.objects.exists()


def test_corrections_that_contradict_each_other_leave_mail_open(
    owner: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    message = waiting(owner, ROLES[2])
    settle(owner, message, kind=EventKind.OFFER, application=None, now=NOW)
    read(owner, tmp_path, receipt(ROLES[1]), name="later")
    found = about(owner, ROLES[1])
    assert found.verdict == Verdict.AMBIGUOUS
    assert found.review == Review.AMBIGUOUS
    assert len(found.because) == 2


def test_what_is_not_about_the_search_is_put_aside_and_so_is_mail_like_it(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    set_apart(owner, about(owner, ROLES[0]), now=NOW)
    assert not Event.objects.filter(
        kind=EventKind.CONFIRMATION, voided_by=None
    ).exists()
    read(owner, tmp_path, receipt(ROLES[1]), name="later")
    found = about(owner, ROLES[1])
    assert (found.verdict, found.review) == (Verdict.OTHER, Review.SETTLED)
    assert not Event.objects.filter(source_id=found.pk).exists()
    change = LearnedChange.objects.get()
    take_back_change(owner, change, now=NOW)
    assert event_about(owner, ROLES[1]).kind == EventKind.CONFIRMATION


def test_taking_back_that_it_is_not_about_the_search_brings_everything_back(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    message = about(owner, ROLES[0])
    set_apart(owner, message, now=NOW)
    reopen(owner, message, now=NOW)
    assert event_about(owner, ROLES[0]).kind == EventKind.CONFIRMATION
    assert message.review == Review.NONE
    assert counting(owner) == []


def test_mere_replies_are_learned_and_join_the_application(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[0]))
    correct(owner, about(owner, ROLES[0]), kind=EventKind.REPLY, now=NOW)
    opening = (
        "Dear Robin,\n\nwe have received your application for {role}.\n\nThe desk\n"
    )
    read(
        owner,
        tmp_path,
        receipt(ROLES[1], text=opening),
        receipt(ROLES[1], text=RECEIPT),
        name="later",
    )
    replies = Event.objects.filter(kind=EventKind.REPLY, decided_by="rule")
    assert [reply.application.role for reply in replies] == [ROLES[1]]


def test_stored_mail_that_waits_is_offered_and_never_changed_by_itself(
    owner: Person,
) -> None:
    settled, other = waiting(owner, ROLES[0]), waiting(owner, ROLES[1])
    settle(owner, settled, kind=EventKind.REJECTION, application=None, now=NOW)
    (offer,) = offers(owner)
    assert [message.pk for message in offer.messages] == [other.pk]
    other.refresh_from_db()
    assert other.verdict == Verdict.AMBIGUOUS


def test_an_offer_is_taken_in_one_press_and_undone_in_one(owner: Person) -> None:
    settled = waiting(owner, ROLES[0])
    others = [waiting(owner, role) for role in ROLES[1:]]
    settle(owner, settled, kind=EventKind.REJECTION, application=None, now=NOW)
    learn(owner)
    (offer,) = offers(owner)
    batch, count = take_offer(owner, offer.example, now=NOW)
    assert count == len(others)
    noes = Event.objects.filter(kind=EventKind.REJECTION, voided_by=None)
    assert noes.count() == len(others) + 1
    assert offers(owner) == []

    assert take_back_press(owner, batch, now=NOW) == len(others)
    assert noes.count() == 1
    for message in others:
        message.refresh_from_db()
        assert message.verdict == Verdict.AMBIGUOUS
        assert message.review == Review.AMBIGUOUS
        assert message.because == []
    assert Application.objects.filter(is_archived=False).count() == 1
    # What was put back is not offered by the same example again.
    assert offers(owner) == []
    assert take_back_press(owner, batch, now=NOW) == 0


def test_an_application_that_had_more_in_it_stays_when_an_offer_is_undone(
    owner: Person, tmp_path: Path
) -> None:
    settled = waiting(owner, ROLES[0])
    settle(owner, settled, kind=EventKind.REJECTION, application=None, now=NOW)
    opening = (
        "Dear Robin,\n\nwe have received your application for {role}.\n\nThe desk\n"
    )
    read(owner, tmp_path, receipt(ROLES[1], text=opening))
    waiting(owner, ROLES[1])
    learn(owner)
    (offer,) = offers(owner)
    batch, _count = take_offer(owner, offer.example, now=NOW)
    application = Application.objects.get(role=ROLES[1])
    assert application.no_kind
    take_back_press(owner, batch, now=NOW)
    application.refresh_from_db()
    assert not application.no_kind
    assert not application.is_archived


def test_forgetting_an_example_stops_it_and_leaves_what_it_did(
    owner: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[1]), name="later")
    assert forget(owner, taught, with_changes=False, now=NOW) == Forgotten()
    read(owner, tmp_path, receipt(ROLES[2]), name="last")
    assert about(owner, ROLES[1]).verdict == EventKind.ASSESSMENT
    assert about(owner, ROLES[2]).verdict == Verdict.CONFIRMATION
    remember(owner, taught, now=NOW)
    read(owner, tmp_path, receipt(ROLES[3]), name="again")
    assert about(owner, ROLES[3]).verdict == EventKind.ASSESSMENT


def test_forgetting_an_example_with_what_it_did_puts_that_back(
    owner: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[1]), receipt(ROLES[2]), name="later")
    assert forget(owner, taught, with_changes=True, now=NOW).messages == 2
    for role in ROLES[1:3]:
        assert about(owner, role).verdict == Verdict.CONFIRMATION
        assert event_about(owner, role).kind == EventKind.CONFIRMATION
    # So is the mail of which it was said.
    assert event_about(owner, ROLES[0]).kind == EventKind.CONFIRMATION
    learn(owner)
    assert counting(owner) == []


def test_what_a_person_said_of_a_changed_message_is_not_put_back(
    owner: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[1]), name="later")
    correct(owner, about(owner, ROLES[1]), kind=EventKind.OFFER, now=NOW)
    forget(owner, taught, with_changes=True, now=NOW)
    assert event_about(owner, ROLES[1]).kind == EventKind.OFFER


def test_reading_the_same_mail_again_changes_nothing(
    owner: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        read(owner, tmp_path, receipt(ROLES[0]), receipt(ROLES[1]), name=name)
    assert about(owner, ROLES[0]).verdict == Verdict.CONFIRMATION
    assert LearnedChange.objects.count() == 1
    assert LearnedExample.objects.count() == 1


def test_a_watched_folder_goes_by_the_examples(
    owner: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    folder = tmp_path / "dropped"
    folder.mkdir()
    (folder / "one.eml").write_bytes(receipt(ROLES[1]))
    look_into(watch(owner, str(folder), now=NOW), progress=quiet)
    assert about(owner, ROLES[1]).verdict == EventKind.ASSESSMENT


def test_examples_of_an_older_shape_are_made_anew(
    owner: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    LearnedExample.objects.update(shapes="old", template="old", kindred="old")
    read(owner, tmp_path, receipt(ROLES[1]), name="later")
    assert about(owner, ROLES[1]).verdict == EventKind.ASSESSMENT


def test_an_export_holds_what_was_taught_and_what_it_changed(
    owner: Person, taught: LearnedExample, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(ROLES[1]), name="later")
    whole = json.loads("".join(export_pieces(owner, form=Format.JSON, now=NOW)))
    (record,) = whole["learned"]
    assert (record["meaning"], record["read_as"]) == ("assessment", "confirmation")
    assert record["changed"][0]["before"] == "confirmation"


def test_without_examples_a_reading_asks_the_database_twice(owner: Person) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert not lessons_of(owner)
    assert len(asked) == 2


NEARLY = RECEIPT.replace("the green stove", "the green stove of quillmoor wexcombe")


def test_mail_in_nearly_the_same_words_is_read_so_says_it_and_can_be_put_back(
    owner: Person, tmp_path: Path
) -> None:
    stoves = [f"{NEARLY} {NEARLY}".replace("quillmoor", x) for x in ("ashby", "torv")]
    read(owner, tmp_path, receipt(ROLES[0], text=stoves[0]))
    correct(owner, about(owner, ROLES[0]), kind=EventKind.ASSESSMENT, now=NOW)
    read(owner, tmp_path, receipt(ROLES[1], text=stoves[1]), name="later")
    message = about(owner, ROLES[1])
    assert message.verdict == EventKind.ASSESSMENT
    assert "in nearly the same words" in message.because[0]["words"]
    change = LearnedChange.objects.get()
    assert change.is_nearly
    whole = json.loads("".join(export_pieces(owner, form=Format.JSON, now=NOW)))
    assert whole["learned"][0]["changed"][0]["nearly_the_same_words"]
    forget(owner, change.example, with_changes=True, now=NOW)
    assert event_about(owner, ROLES[1]).kind == EventKind.CONFIRMATION


def test_stored_mail_in_nearly_the_same_words_is_offered(owner: Person) -> None:
    settled, other = waiting(owner, ROLES[0]), waiting(owner, ROLES[1])
    for message, stove in ((settled, "ashby"), (other, "torv")):
        message.text = f"{NEARLY} {NEARLY}".replace("quillmoor", stove)
        message.save()
    settle(owner, settled, kind=EventKind.REJECTION, application=None, now=NOW)
    (offer,) = offers(owner)
    _batch, count = take_offer(owner, offer.example, now=NOW)
    assert count == 1
    assert LearnedChange.objects.get().is_nearly
