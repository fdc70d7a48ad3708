"""A talk that took place, told in mail that looks back on it: its day is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import arrange, asks, correct_event, rounds_of
from onward.exchange.rules.proof import ProofField, ProofPart
from onward.exchange.services import proof
from onward.mail.services.committing import commit_mail
from onward.method.feedback.services.situation import story_of
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw
from tests.mail.test_asked_to_move import BEFORE

pytestmark = pytest.mark.django_db
AFTER = datetime(2026, 4, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
# Mail number n came on this day.
DAY = date(2026, 3, 8)
THANKS = (
    "Dear Robin,\n\nthank you for the call {when}. It was good to hear about your time at "
    "the station hotel. I will talk to my manager and come back to you.\n\nKim Alder"
)


def mail(number: int, text: str, *, sender: str = THEM) -> bytes:
    to = THEM if sender == ME else ME
    labels = "Sent" if sender == ME else "Inbox"
    return raw(
        number=number,
        sender=sender,
        to=to,
        subject="Re: Interview for Night Porter",
        text=text,
        answers=2,
        labels=labels,
    )


def thanks(when: str) -> bytes:
    return mail(6, THANKS.format(when=when))


def only(person: Person) -> Round:
    (found,) = rounds_of(person, Application.objects.for_person(person).get())
    return found


def reported(person: Person) -> list[str]:
    report = proof(
        person,
        first=date(2026, 3, 1),
        last=date(2026, 3, 31),
        fields=(ProofField.DAY,),
        parts=(ProofPart.INTERVIEWS,),
        now=AFTER,
    )
    assert report.undated == ()
    return [line[0] for line in report.lines]


@pytest.mark.parametrize(
    ("when", "day"),
    [("this morning", DAY), ("yesterday", date(2026, 3, 7))],
)
def test_a_call_that_was_has_the_day_on_which_it_was(
    owner: Person, owner_client: Client, tmp_path: Path, when: str, day: date
) -> None:
    import_story(owner, tmp_path, [*BEFORE, thanks(when)])
    found = only(owner)
    assert (found.held_on, found.outcome) == (day, Outcome.WENT_AHEAD)
    assert asks(owner, now=datetime(2026, 3, 9, tzinfo=UTC)) == []
    assert reported(owner) == [f"{day.day} March 2026"]
    application = Application.objects.get()
    assert story_of(owner, application).interviewed_on == day
    url = reverse("applications:detail", args=(application.pk,))
    assert f"It was on {day.day} March 2026" in owner_client.get(url).content.decode()
    commit_mail(owner, now=AFTER)
    assert only(owner) == found


@pytest.mark.parametrize("step", [1, -1])
def test_a_call_that_was_arranged_is_the_same_one(
    owner: Person, tmp_path: Path, step: int
) -> None:
    invited = (
        "Dear Robin, we would like to invite you to an interview by telephone for the "
        "Night Porter position on Sunday, 8 March 2026 at 08:00.\n\nKim Alder"
    )
    story = [*BEFORE, mail(4, invited), thanks("this morning")]
    import_story(owner, tmp_path, story[::step])
    found = only(owner)
    assert found.starts_at is not None
    assert (found.starts_at.hour, found.outcome) == (8, Outcome.WENT_AHEAD)
    assert reported(owner) == ["8 March 2026"]


def test_a_talk_that_is_to_come_is_another_one(owner: Person, tmp_path: Path) -> None:
    invited = (
        "Dear Robin, we would like to invite you to an interview for the Night Porter "
        "position on Tuesday, 17 March 2026 at 10:00 in our office.\n\nKim Alder"
    )
    import_story(owner, tmp_path, [*BEFORE, mail(4, invited), thanks("this morning")])
    found = rounds_of(owner, Application.objects.get())
    assert [each.outcome for each in found] == [None, Outcome.WENT_AHEAD]


def test_one_for_which_another_time_was_asked_was_when_they_say(
    owner: Person, tmp_path: Path
) -> None:
    invited = (
        "Dear Robin, we would like to invite you to an interview by telephone for the "
        "Night Porter position on Tuesday, 10 March 2026 at 10:00.\n\nKim Alder"
    )
    wish = "Dear Kim, thank you. Tuesday is difficult for me. Would Sunday work?"
    story = [*BEFORE, mail(4, invited), mail(5, wish, sender=ME)]
    import_story(owner, tmp_path, [*story, thanks("this morning")])
    assert reported(owner) == ["8 March 2026"]
    assert (only(owner).starts_at, only(owner).held_on) == (None, DAY)


def test_the_person_has_the_last_word_on_the_day(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [*BEFORE, thanks("this morning")])
    event = Event.objects.get(kind=EventKind.INTERVIEW)
    at = datetime(2026, 3, 5, 9, tzinfo=UTC)
    corrected = correct_event(owner, event, kind=EventKind.INTERVIEW, at=at, now=AFTER)
    assert reported(owner) == ["5 March 2026"]
    arrange(owner, corrected, details={"starts_at": at - 24 * HOUR}, now=AFTER)
    assert reported(owner) == ["4 March 2026"]
