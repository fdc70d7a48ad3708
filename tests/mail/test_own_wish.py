"""The person asked for another time of an interview: its old day is in doubt until an answer."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import rounds_of, settle, take_back, timeline
from onward.exchange.rules.proof import ProofField, ProofPart
from onward.exchange.services import Proof, proof
from onward.mail.services.committing import commit_mail
from onward.method.feedback.services.situation import story_of
from onward.method.plan.today import what_moved
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw
from tests.mail.test_asked_to_move import BEFORE, ENGLISH, GERMAN, talk

pytestmark = pytest.mark.django_db
NO = raw(
    number=8,
    sender=THEM,
    to=ME,
    subject="Re: Interview for Night Porter",
    text="Dear Robin, we are sorry to tell you that we will not be moving forward with "
    "your application for Night Porter.\n\nKim Alder",
    answers=2,
)
AFTER = datetime(2026, 4, 1, tzinfo=UTC)


def report(person: Person) -> Proof:
    return proof(
        person,
        first=date(2026, 3, 1),
        last=date(2026, 3, 31),
        fields=(ProofField.DAY,),
        parts=(ProofPart.INTERVIEWS,),
        now=AFTER,
    )


def only(person: Person) -> Round:
    (found,) = rounds_of(person, Application.objects.for_person(person).get())
    return found


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("texts", [ENGLISH, GERMAN], ids=["en", "de"])
def test_until_an_answer_the_old_day_stands_and_is_told_as_none_that_was(
    owner: Person, tmp_path: Path, texts: tuple[str, str, str], step: int
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk(texts)[:2]][::step])
    found = only(owner)
    assert found.starts_at is not None
    assert (found.starts_at.day, found.is_own_wish) == (17, True)
    made = report(owner)
    assert (made.lines, len(made.undated)) == ((), 1)


def test_a_no_after_it_is_thanked_for_no_talk_on_that_day(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk(ENGLISH)[:2], NO])
    story = story_of(owner, Application.objects.get())
    assert (story.no is not None, story.interviewed_on) == (True, None)


def test_an_answer_tells_the_day(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk(ENGLISH)])
    assert not only(owner).is_time_asked
    assert report(owner).lines == (("19 March 2026", "Bright Harbour"),)


def test_that_it_went_ahead_the_person_says_themselves(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk(ENGLISH)[:2]])
    event = Event.objects.get(kind=EventKind.INTERVIEW)
    settle(owner, event, outcome=Outcome.WENT_AHEAD, now=AFTER)
    assert report(owner).lines == (("17 March 2026", "Bright Harbour"),)


def test_the_wish_stands_in_the_story_and_is_no_news_of_theirs(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk(ENGLISH)[:2]])
    application = Application.objects.get()
    wish = Event.objects.get(kind=EventKind.ARRANGED)
    (told,) = [e for e in timeline(owner, application) if e.event == wish]
    assert not told.is_quiet
    assert application.last_moved_at != wish.at
    url = reverse("applications:detail", args=(application.pk,))
    page = owner_client.get(url).content.decode()
    assert "You asked for another time for the interview" in page
    moved = what_moved(owner, now=wish.at)
    assert all(move.event != wish for move in moved)


def test_a_wish_that_is_taken_back_is_not_read_again(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk(ENGLISH)[:2]])
    take_back(owner, Event.objects.get(kind=EventKind.ARRANGED), now=AFTER)
    commit_mail(owner, now=AFTER)
    assert not only(owner).is_time_asked
    assert report(owner).lines == (("17 March 2026", "Bright Harbour"),)
