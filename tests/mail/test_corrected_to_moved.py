"""Mail that was read as a no, or as a talk of its own, and in truth moves one or calls it off."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import arrange, rounds_of
from onward.mail.models import LearnedExample, MailMessage, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.learning import learn
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import ME, THEM, import_story, raw

pytestmark = pytest.mark.django_db

SUBJECT = "Night Porter at Bright Harbour"
INVITED = (
    "Dear Robin,\n\nWe would like to invite you to an interview for the Night Porter "
    "position on 3 December 2026 at 10:00.\n\nKim Alder"
)
NO = "Dear Robin,\n\nUnfortunately, we will not be moving forward with your application.\n\nKim Alder"


@pytest.fixture
def zone(owner: Person) -> ZoneInfo:
    return ZoneInfo(owner.time_zone)


def misread(person: Person, path: Path) -> MailMessage:
    """Return what came after an invitation to 3 December, 10:00, and was read as a no."""
    story = [
        raw(number=1, sender=THEM, to=ME, subject=SUBJECT, text=INVITED),
        raw(number=2, sender=THEM, to=ME, subject=SUBJECT, text=NO, answers=1),
    ]
    import_story(person, path, story)
    return MailMessage.objects.for_person(person).latest("sent_at")


def only(person: Person) -> Application:
    return Application.objects.for_person(person).get(merged_into=None)


def held(person: Person) -> Round:
    (one,) = rounds_of(person, only(person))
    return one


def say(client: Client, message: MailMessage, kind: str, **data: str) -> str:
    url = reverse("mail:correct", args=[message.pk])
    answer = client.post(url, {"kind": kind, **data}, follow=True)
    return answer.content.decode()


@pytest.mark.parametrize(
    ("kind", "hours", "begins", "outcome"),
    [
        ("interview_moved", {"day": "2026-12-04", "time": "14:30"}, (4, 14, 30), None),
        ("interview_moved", {"day": "", "time": ""}, None, Outcome.MOVED),
        ("interview_off", {}, (3, 10, 0), Outcome.CANCELLED),
    ],
)
def test_a_no_that_moves_a_talk_or_calls_it_off_is_corrected_to_that(
    owner: Person,
    owner_client: Client,
    tmp_path: Path,
    zone: ZoneInfo,
    kind: str,
    hours: dict[str, str],
    begins: tuple[int, int, int] | None,
    outcome: Outcome | None,
) -> None:
    message = misread(owner, tmp_path)
    assert only(owner).no_kind == "they_said_no"
    page = say(owner_client, message, kind, **hours)
    assert "Corrected: the interview is" in page
    assert only(owner).no_kind == ""
    at = begins and datetime(2026, 12, *begins, tzinfo=zone)
    assert (held(owner).starts_at, held(owner).outcome) == (at, outcome)
    commit_mail(owner, now=NOW)
    assert only(owner).no_kind == ""


def test_one_undo_brings_the_no_back(
    owner: Person, owner_client: Client, tmp_path: Path, zone: ZoneInfo
) -> None:
    message = misread(owner, tmp_path)
    say(owner_client, message, "interview_off")
    done = Event.objects.get(kind=EventKind.ARRANGED)
    owner_client.post(reverse("applications:undo", args=[done.pk]))
    assert only(owner).no_kind == "they_said_no"
    assert held(owner).starts_at == datetime(2026, 12, 3, 10, tzinfo=zone)
    assert held(owner).outcome is None
    message.refresh_from_db()
    assert message.review == Review.NONE


def test_a_second_talk_that_is_the_first_one_moved_leaves_one_at_its_hour(
    owner: Person, owner_client: Client, tmp_path: Path, zone: ZoneInfo
) -> None:
    message = misread(owner, tmp_path)
    say(owner_client, message, "interview", day="2026-12-08", time="14:30")
    assert len(rounds_of(owner, only(owner))) == 2
    say(owner_client, message, "interview_moved")
    assert held(owner).starts_at == datetime(2026, 12, 8, 14, 30, tzinfo=zone)


def test_what_called_a_talk_off_moved_it(
    owner: Person, owner_client: Client, tmp_path: Path, zone: ZoneInfo
) -> None:
    message = misread(owner, tmp_path)
    say(owner_client, message, "interview_off")
    say(owner_client, message, "interview_moved")
    assert (held(owner).starts_at, held(owner).outcome) == (None, Outcome.MOVED)
    say(owner_client, message, "rejection")
    assert only(owner).no_kind == "they_said_no"
    assert Event.objects.filter(kind="arranged", voided_by=None).count() == 0


def test_where_no_talk_is_known_it_is_kept_and_said(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    story = [raw(number=2, sender=THEM, to=ME, subject=SUBJECT, text=NO)]
    import_story(owner, tmp_path, story)
    message = MailMessage.objects.for_person(owner).get()
    assert "No interview of before this mail is known" in say(
        owner_client, message, "interview_off"
    )
    assert only(owner).no_kind == ""


def test_it_goes_for_this_mail_alone(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    message = misread(owner, tmp_path)
    assert "read so from now on" not in say(owner_client, message, "interview_off")
    learn(owner)
    assert not LearnedExample.objects.exists()


def test_pressed_twice_it_is_said_once(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    message = misread(owner, tmp_path)
    for _ in range(2):
        say(owner_client, message, "interview_off")
    assert Event.objects.filter(kind=EventKind.ARRANGED).count() == 1


def test_own_mail_moves_no_talk_of_theirs(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    text = "Dear Kim,\n\nI would like to withdraw my application.\n\nRobin"
    story = [
        raw(number=1, sender=THEM, to=ME, subject=SUBJECT, text=INVITED),
        raw(number=2, sender=ME, to=THEM, subject=SUBJECT, text=text, answers=1, labels="Sent"),
    ]  # fmt: skip
    import_story(owner, tmp_path, story)
    message = MailMessage.objects.for_person(owner).latest("sent_at")
    say(owner_client, message, "interview_off")
    assert only(owner).no_kind == "i_said_no"


def test_the_timeline_says_what_it_was_corrected_to(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    message = misread(owner, tmp_path)
    say(owner_client, message, "interview_off")
    page = owner_client.get(reverse("applications:detail", args=[only(owner).pk]))
    text = page.content.decode()
    assert "to “Interview called off”" in text
    assert "What was arranged" not in text


def test_the_only_talk_that_is_known_was_moved_by_nothing(
    owner: Person, owner_client: Client, tmp_path: Path, zone: ZoneInfo
) -> None:
    story = [raw(number=1, sender=THEM, to=ME, subject=SUBJECT, text=INVITED)]
    import_story(owner, tmp_path, story)
    message = MailMessage.objects.for_person(owner).get()
    assert "so nothing is changed" in say(owner_client, message, "interview_moved")
    assert held(owner).starts_at == datetime(2026, 12, 3, 10, tzinfo=zone)


def test_later_words_on_a_second_talk_go_for_the_first_one_that_it_moved(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    message = misread(owner, tmp_path)
    say(owner_client, message, "interview", day="2026-12-08", time="14:30")
    talk = Event.objects.get(source_id=message.pk, kind=EventKind.INTERVIEW)
    arrange(owner, talk, details={"place": "Dock Road 9"}, now=NOW)
    say(owner_client, message, "interview_moved")
    assert held(owner).place == "Dock Road 9"
