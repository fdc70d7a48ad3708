"""A mail that sets two talks: both stand, each is moved and taken back by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import rounds_of, take_back
from onward.mail.models import MailMessage
from onward.mail.services.committing import commit_mail
from onward.mail.services.reviewing import correct, reopen, set_apart
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw, story

pytestmark = pytest.mark.django_db
BEFORE = story()[:2]
LATER = datetime(2026, 4, 1, tzinfo=UTC)
BOTH = (
    "Dear Robin,\n\nwe would like to invite you to two interviews for the Night Porter "
    "position: with the team on Monday, 16 March 2026 at 10:00 and with our director on "
    "Wednesday, 18 March 2026 at 14:00. Please confirm both.\n\nKim Alder"
)
MONDAY, WEDNESDAY = "2026-03-16T10:00:00", "2026-03-18T14:00:00"


def mail(number: int, text: str, *, sender: str = THEM, answers: int = 2) -> bytes:
    return raw(
        number=number,
        sender=sender,
        to=THEM if sender == ME else ME,
        subject="Re: Application for Night Porter",
        text=text,
        answers=answers,
        labels="Sent" if sender == ME else "Inbox",
    )


def stand(person: Person) -> list[str]:
    (application,) = Application.objects.for_person(person).filter(merged_into=None)
    return [
        each.starts_at.replace(tzinfo=None).isoformat()
        for each in rounds_of(person, application)
        if each.starts_at is not None and each.outcome is not Outcome.CANCELLED
    ]


def test_both_talks_stand_and_reading_again_adds_none(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [*BEFORE, mail(5, BOTH)])
    assert stand(owner) == [MONDAY, WEDNESDAY]
    commit_mail(owner, now=LATER)
    import_story(owner, tmp_path, [*BEFORE, mail(5, BOTH)])
    assert stand(owner) == [MONDAY, WEDNESDAY]


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Dear Robin, we have to move your interview on Wednesday 18 March: it is on Friday "
            "20 March at 9:00 instead.\n\nKim Alder",
            [MONDAY, "2026-03-20T09:00:00"],
        ),
        (
            "Dear Robin, we have to move your interview on Monday 16 March: it is on Tuesday 17 "
            "March at 11:00 instead.\n\nKim Alder",
            ["2026-03-17T11:00:00", WEDNESDAY],
        ),
        (
            "Dear Robin, unfortunately we have to cancel your interview on Wednesday 18 March; "
            "the director is ill. The rest stays as it is.\n\nKim Alder",
            [MONDAY],
        ),
        (
            "Thank you for confirming the interview. See you on Monday 16 March at 10:00.\n\n"
            "Kim Alder",
            [MONDAY, WEDNESDAY],
        ),
    ],
)
def test_a_later_mail_is_about_the_talk_whose_day_it_names(
    owner: Person, tmp_path: Path, text: str, left: list[str], step: int
) -> None:
    mails = [*BEFORE, mail(5, BOTH), mail(8, text, answers=5)]
    import_story(owner, tmp_path, mails[::step])
    assert stand(owner) == left


@pytest.mark.parametrize("step", [1, -1])
def test_what_tells_of_a_known_talk_and_a_new_one_adds_the_new_one(
    owner: Person, tmp_path: Path, step: int
) -> None:
    one = (
        "Dear Robin, we would like to invite you to an interview for the Night Porter position "
        "on Monday, 16 March 2026 at 10:00.\n\nKim Alder"
    )
    mails = [*BEFORE, mail(4, one), mail(5, BOTH, answers=4)]
    import_story(owner, tmp_path, mails[::step])
    assert stand(owner) == [MONDAY, WEDNESDAY]


def message(person: Person) -> MailMessage:
    return MailMessage.objects.for_person(person).get(verdict="interview")


def test_what_is_set_apart_goes_with_both_and_comes_back_with_both(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [*BEFORE, mail(5, BOTH)])
    set_apart(owner, message(owner), now=LATER)
    assert stand(owner) == []
    reopen(owner, message(owner), now=LATER + timedelta(hours=1))
    assert stand(owner) == [MONDAY, WEDNESDAY]


def test_a_corrected_mail_says_one_thing_and_its_undo_both_talks(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [*BEFORE, mail(5, BOTH)])
    said = correct(owner, message(owner), kind=EventKind.REJECTION, now=LATER)
    assert said is not None
    assert stand(owner) == []
    noes = Event.objects.for_person(owner).filter(kind__in=list(NoKind), voided_by=None)
    assert noes.filter(kind=EventKind.REJECTION).count() <= 1
    assert (
        Event.objects.for_person(owner)
        .filter(kind=EventKind.REJECTION, voided_by=None)
        .count()
        == 1
    )
    take_back(owner, said, now=LATER + timedelta(hours=1))
    assert stand(owner) == [MONDAY, WEDNESDAY]


def test_one_of_two_is_taken_back_by_itself(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [*BEFORE, mail(5, BOTH)])
    second = Event.objects.for_person(owner).get(key__endswith=":2")
    take_back(owner, second, now=LATER)
    commit_mail(owner, now=LATER + timedelta(hours=1))
    assert stand(owner) == [MONDAY]


TEST_TOO = (
    "Dear Robin,\n\nwe would like to invite you to an interview for the Night Porter position: "
    "written test on Monday, 16 March 2026 at 10:00, panel interview on Wednesday, 18 March "
    "2026 at 14:00.\n\nKim Alder"
)
GERMAN = (
    "Sehr geehrte Frau Vale,\n\nwir laden Sie zum Vorstellungsgespräch ein: am Montag, "
    "16.03.2026, um 10:00 Uhr zum schriftlichen Test und am Mittwoch, 18.03.2026, um 14:00 "
    "Uhr zum Gespräch.\n\nKim Alder"
)


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("text", [TEST_TOO, GERMAN])
def test_a_test_beside_a_talk_is_kept_as_one_with_its_hour(
    owner: Person, tmp_path: Path, text: str, step: int
) -> None:
    mails = [*BEFORE, mail(5, text)][::step]
    import_story(owner, tmp_path, mails)
    commit_mail(owner, now=LATER)
    events = Event.objects.for_person(owner).filter(voided_by=None)
    told = {
        event.kind: event.payload.get("starts_at", "")[:19]
        for event in events
        if event.kind in {EventKind.INTERVIEW, EventKind.ASSESSMENT}
    }
    assert told == {
        EventKind.INTERVIEW: WEDNESDAY,
        EventKind.ASSESSMENT: MONDAY,
    }


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Dear Robin, we have to move your interview on Wednesday 18 March: it is on Friday "
            "20 March at 9:00 instead.\n\nKim Alder",
            [MONDAY, "2026-03-20T09:00:00"],
        ),
        (
            "Dear Robin, we have to move your written test on Monday 16 March: it is on Tuesday "
            "17 March at 11:00 instead.\n\nKim Alder",
            ["2026-03-17T11:00:00", WEDNESDAY],
        ),
        (
            "Dear Robin, a reminder of your written test on Monday 16 March at 10:00. We look "
            "forward to seeing you.\n\nKim Alder",
            [MONDAY, WEDNESDAY],
        ),
    ],
)
def test_a_later_mail_moves_the_talk_or_the_test_that_it_names(
    owner: Person, tmp_path: Path, text: str, left: list[str]
) -> None:
    import_story(
        owner, tmp_path, [*BEFORE, mail(5, TEST_TOO), mail(8, text, answers=5)]
    )
    assert sorted(stand(owner)) == left
