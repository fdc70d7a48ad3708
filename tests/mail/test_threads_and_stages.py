"""Which mail is one application, and how far it is: each sentence of that, read from files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.applications.services import (
    add_event,
    correct_event,
    describe,
    take_back,
    timeline,
)
from onward.mail.models import MailMessage
from onward.mail.services.committing import commit_mail
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.own_story import ME, import_story, raw
from tests.mail.raw_mail import make_mbox
from tests.mail.test_any_order import bring_in, story

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
KIM = "Kim Alder <kim@bright-harbour.example>"
RECEIPT = (
    "We received your application for the position of Night Porter at Bright Harbour."
)
NO = (
    "Thank you for your application for the position of Night Porter at Bright Harbour."
    " Unfortunately we will not be moving forward with your application."
)


def mail(number: int, text: str, *, headers: str = "", sender: str = KIM) -> bytes:
    made = raw(number=number, sender=sender, to=ME, subject="Night Porter", text=text)
    return headers.encode() + made


def read(owner: Person, folder: Path, *messages: bytes) -> list[Application]:
    path = folder / f"{len(list(folder.iterdir()))}.mbox"
    path.write_bytes(make_mbox(*messages))
    import_paths(owner, [path], progress=quiet)
    own = Application.objects.for_person(owner)
    return list(own.filter(merged_into=None, is_archived=False).order_by("applied_at"))


def told(key: str, day: int, verdict: str, **facts: object) -> dict[str, object]:
    return {"key": key, "day": day, "verdict": verdict, **facts}


OAKMERE: Mapping[str, str] = {"company": "Oakmere Foods", "role": "Driver"}


def application(owner: Person) -> Application:
    own = Application.objects.for_person(owner)
    return own.get(merged_into=None, is_archived=False)


# Folding


def test_one_number_is_one_application_whatever_the_titles(owner: Person) -> None:
    number = {"company": "Oakmere Foods", "requisition": "R-17"}
    first = told("a", 0, "confirmation", role="Driver (m/w/d)", **number)
    bring_in(owner, [first, told("b", 9, "rejection", role="Night shift", **number)])
    assert application(owner).stage == Stage.CLOSED


def test_a_role_is_the_same_however_it_is_written(owner: Person) -> None:
    at = {"company": "Oakmere Foods"}
    first = told("a", 0, "confirmation", role="Sr. Data Engineer (f/m/x)", **at)
    no = told("b", 9, "rejection", role="Senior Data Engineer - Remote", **at)
    bring_in(owner, [first, no])
    assert application(owner).stage == Stage.CLOSED


def test_the_providers_thread_joins_a_persons_nameless_mail(
    owner: Person, tmp_path: Path
) -> None:
    thread = "X-GM-THRID: 1790000000000000077\n"
    answer = "Hi Robin, we would like to invite you to an interview next week.\n\nKim"
    first = mail(1, RECEIPT, headers=thread)
    (found,) = read(owner, tmp_path, first, mail(5, answer, headers=thread))
    assert found.stage == Stage.INTERVIEW


def test_references_join_a_persons_nameless_mail(owner: Person, tmp_path: Path) -> None:
    answer = "Hi Robin, we would like to invite you to an interview next week.\n\nKim"
    later = mail(5, answer, headers="References: <m1@mail.example>\n")
    (found,) = read(owner, tmp_path, mail(1, RECEIPT), later)
    assert found.stage == Stage.INTERVIEW


def test_one_invitation_is_one_application_whatever_else_is_named(
    owner: Person,
) -> None:
    entry = {"METHOD": "REQUEST", "UID": "u9", "DTSTART": "20270301T090000Z"}
    first = told("a", 0, "interview", calendar=entry, **OAKMERE)
    off = {"METHOD": "CANCEL", "UID": "u9", "SEQUENCE": "1"}
    bring_in(owner, [first, told("b", 3, "rejection", calendar=off)])
    assert application(owner).stage == Stage.CLOSED


# The person's own mail


def test_a_feedback_request_is_read_from_what_the_person_sent(
    owner: Person, tmp_path: Path
) -> None:
    asked = raw(
        number=8,
        sender=ME,
        to=KIM,
        subject="Re: Night Porter",
        text="Thank you. I would be grateful for any feedback on my interview.",
        answers=5,
        labels="Sent",
    )
    (found,) = read(owner, tmp_path, mail(1, RECEIPT), mail(5, NO), asked)
    kinds = found.events.exclude(kind=EventKind.DESCRIBED).order_by("at")
    assert list(kinds.values_list("kind", flat=True)) == [
        *(EventKind.CONFIRMATION, EventKind.REJECTION, EventKind.FEEDBACK_ASKED),
    ]
    # Asking what to learn opens nothing again.
    assert found.stage == Stage.CLOSED


def test_what_the_person_recorded_of_their_asking_is_not_told_twice(
    owner: Person,
) -> None:
    bring_in(owner, [told("a", 0, "confirmation", **OAKMERE)])
    found = application(owner)
    at = NOW - timedelta(days=380)
    add_event(owner, found, kind=EventKind.FOLLOW_UP, at=at, now=NOW)
    MailMessage.objects.create(
        person=owner,
        key="own",
        message_id="own@mail.example",
        references=["a@mail.example"],
        sent_at=at - timedelta(hours=5),
        is_sent=True,
        verdict="follow_up",
        path="a.mbox",
        recorded_at=NOW,
    )
    commit_mail(owner, now=NOW)
    assert Event.objects.filter(kind=EventKind.FOLLOW_UP).count() == 1


def test_an_application_sent_by_mail_after_a_no_is_a_new_one(
    owner: Person, tmp_path: Path
) -> None:
    again = raw(
        number=60,
        sender=ME,
        to="people@bright-harbour.example",
        subject="Application for Night Porter",
        text="Dear team, my CV is attached.",
        labels="Sent",
        file="cv.pdf",
    )
    found = read(owner, tmp_path, mail(1, RECEIPT), mail(5, NO), again)
    assert [each.stage for each in found] == [Stage.CLOSED, Stage.APPLIED]


# Stages


def test_a_reply_after_silence_opens_it_again(owner: Person) -> None:
    bring_in(owner, [told("a", 0, "confirmation", **OAKMERE)])
    silence = NOW - timedelta(days=350)
    add_event(owner, application(owner), kind=EventKind.SILENCE, at=silence, now=NOW)
    assert not application(owner).is_open
    bring_in(owner, [told("b", 60, "interview", **OAKMERE)])
    found = application(owner)
    assert (found.stage, found.no_kind) == (Stage.INTERVIEW, "")


def test_after_the_no_another_receipt_of_the_same_employer_is_a_new_application(
    owner: Person,
) -> None:
    first = [
        told("a", 0, "confirmation", **OAKMERE),
        told("b", 9, "rejection", **OAKMERE),
    ]
    bring_in(owner, first)
    bring_in(owner, [told("c", 40, "confirmation", **OAKMERE)])
    own = Application.objects.for_person(owner).filter(merged_into=None)
    assert sorted(own.values_list("stage", "no_kind")) == [
        (Stage.APPLIED, ""),
        (Stage.CLOSED, NoKind.THEY_SAID_NO),
    ]


@pytest.mark.parametrize("late", ["confirmation", "information_request", "assessment"])
def test_what_comes_later_does_not_put_it_back(owner: Person, late: str) -> None:
    mails = [
        told("a", 0, "confirmation", **OAKMERE),
        told("b", 5, "interview", **OAKMERE),
        told("c", 6, late, **OAKMERE),
    ]
    bring_in(owner, mails)
    assert application(owner).stage == Stage.INTERVIEW


def test_only_a_mail_that_says_so_ends_it(owner: Person) -> None:
    bring_in(
        owner,
        [
            told("a", 0, "confirmation", **OAKMERE),
            told("b", 5, "offer", **OAKMERE),
            told("c", 9, "position_closed", **OAKMERE),
        ],
    )
    found = application(owner)
    assert (found.stage, found.reached) == (Stage.CLOSED, Stage.OFFER)
    assert found.no_kind == NoKind.JOB_WENT_AWAY


# What an earlier reading put elsewhere

ONE = told("a", 10, "confirmation", company="Oakmere Foods", role="Driver")
OTHER = told("b", 12, "confirmation", company="Oakmere Foods", role="Clerk")
NAMELESS = told("c", 20, "rejection", company="Oakmere Foods")
NAMED = told("d", 15, "rejection", company="Oakmere Foods", role="Driver")


def standing(owner: Person) -> list[str]:
    events = Event.objects.for_person(owner).filter(
        kind=EventKind.REJECTION, voided_by=None
    )
    return sorted(event.application.head.role for event in events)


def test_a_nameless_no_moves_to_the_application_that_later_mail_shows(
    owner: Person,
) -> None:
    bring_in(owner, [ONE, NAMELESS])
    assert standing(owner) == ["Driver"]
    no = Event.objects.get(kind=EventKind.REJECTION)
    bring_in(owner, [OTHER, NAMED])
    assert standing(owner) == ["Clerk", "Driver"]
    no.refresh_from_db()
    assert no.application.head.role == "Clerk"
    # How it came there stands in the history, decided by a rule.
    moves = Event.objects.filter(kind__in=[EventKind.SPLIT, EventKind.MERGE])
    assert set(moves.values_list("decided_by", flat=True)) == {"rule"}


def test_a_nameless_no_that_fits_two_is_asked_about_instead(owner: Person) -> None:
    bring_in(owner, [ONE, NAMELESS])
    bring_in(owner, [OTHER])
    assert standing(owner) == []
    assert MailMessage.objects.get(key="c").review == "unmatched"
    bring_in(owner, [NAMED])
    assert standing(owner) == ["Clerk", "Driver"]
    assert MailMessage.objects.get(key="c").review == ""


def test_what_a_rule_laid_aside_is_not_said_to_be_undone_by_the_person(
    owner: Person,
) -> None:
    bring_in(owner, [ONE, NAMELESS])
    bring_in(owner, [OTHER])
    bring_in(owner, [NAMED])
    for each in Application.objects.for_person(owner).filter(merged_into=None):
        entries = timeline(owner, each)
        noes = [e for e in entries if e.event.kind == EventKind.REJECTION]
        assert [entry.event.is_void for entry in noes] == [False]


def test_a_move_by_rule_can_be_taken_back_and_stays_so(owner: Person) -> None:
    bring_in(owner, [ONE, NAMELESS])
    bring_in(owner, [OTHER, NAMED])
    merge = Event.objects.get(kind=EventKind.MERGE)
    take_back(owner, merge, now=NOW)
    no = Event.objects.get(key="mail:c")
    assert no.application.head.role == "Driver"
    commit_mail(owner, now=NOW)
    no.refresh_from_db()
    assert no.application.head.role == "Driver"


@pytest.mark.parametrize("hand", ["describe", "confirm", "note"])
def test_what_a_person_had_a_hand_in_keeps_its_mail(owner: Person, hand: str) -> None:
    bring_in(owner, [ONE, NAMELESS])
    found, no = application(owner), Event.objects.get(kind=EventKind.REJECTION)
    if hand == "describe":
        describe(owner, found, facts={"place": "Leeds"}, now=NOW)
    elif hand == "confirm":
        correct_event(owner, no, kind=EventKind.POSITION_CLOSED, at=no.at, now=NOW)
    else:
        add_event(owner, found, kind=EventKind.NOTE, at=NOW, now=NOW, note="Their no.")
    before = [(e.application_id, e.voided_by) for e in found.events.order_by("number")]
    bring_in(owner, [OTHER, NAMED])
    after = [
        (e.application_id, e.voided_by)
        for e in Event.objects.order_by("number")[: len(before)]
    ]
    assert after == before
    assert Application.objects.filter(role="Clerk", merged_into=None).count() == 1


def test_in_parts_or_at_once_a_nameless_no_is_in_the_same_place(
    owner: Person, outsider: Person
) -> None:
    bring_in(owner, [ONE, OTHER, NAMELESS, NAMED])
    for letter in (NAMELESS, NAMED, ONE, OTHER):
        bring_in(outsider, [letter])
    assert story(outsider) == story(owner)


def test_two_shops_at_one_provider_are_two_employers(
    owner: Person, tmp_path: Path
) -> None:
    """Any country's provider, not only the best known, is the name of no employer."""
    no = "thank you for your application. We have decided to go with another candidate."
    mails = [
        raw(
            number=number,
            sender=sender,
            to=ME,
            subject="Your application as a baker",
            text=f"Dear Robin,\n\n{no}\n\nKind regards\n{signed}",
        )
        for number, sender, signed in (
            (1, "Anna Visser <anna.visser@ziggo.nl>", "Anna Visser\nVisser Bakery"),
            (2, "Piet Bakema <p.bakema@ziggo.nl>", "Piet Bakema\nSmit Catering"),
        )
    ]
    import_story(owner, tmp_path, mails)
    names = sorted(Application.objects.values_list("company", flat=True))
    assert names == ["Smit Catering", "Visser Bakery"]
