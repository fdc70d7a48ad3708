"""A receipt that says how long an answer may take: until then no word to them is proposed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event, follow_ups
from onward.people.models import Person
from tests.mail.own_story import APPLIED, ME, START, THEM, import_story, raw

pytestmark = pytest.mark.django_db

LONG = "Please note that processing may take up to six weeks."


def received(words: str = "", *, number: int = 1) -> bytes:
    text = f"Thank you for your application for Night Porter at Bright Harbour. We have received it. {words}"
    subject = "Your application for Night Porter"
    return raw(number=number, sender=THEM, to=ME, subject=subject, text=text)


def offered_on(person: Person, *, days: int) -> int:
    now = START + timedelta(days=days)
    return len(follow_ups(person, now=now, today=now.date()))


@pytest.mark.parametrize(
    ("words", "first"), [("", 8), (LONG, 50), ("We answer within 5 days.", 8)]
)
def test_what_it_says_holds_a_follow_up_back(
    owner: Person, tmp_path: Path, words: str, first: int
) -> None:
    import_story(owner, tmp_path, [received(words)])
    assert offered_on(owner, days=first - 1) == 0
    assert offered_on(owner, days=first) == 1


def test_a_word_of_theirs_since_counts_from_its_own_day(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [received(LONG)])
    application = Application.objects.get()
    at = START + timedelta(days=5)
    add_event(owner, application, kind=EventKind.REPLY, at=at, now=at)
    application.refresh_from_db()
    assert application.waiting_since == at


def test_a_later_receipt_that_names_no_time_changes_nothing(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [received(), received(number=3)])
    assert Application.objects.get().waiting_since == START + timedelta(days=1)
    assert not Event.objects.filter(payload__has_key="takes_days").exists()


def test_where_a_machine_alone_confirmed_it_there_is_nobody_to_ask(
    owner: Person, tmp_path: Path
) -> None:
    text = "Thank you for your application for Night Porter at Bright Harbour. We have received it."
    receipt = raw(
        number=1,
        sender="Bright Harbour <no-reply@bright-harbour.example>",
        to=ME,
        subject="Your application for Night Porter",
        text=text,
    )
    import_story(owner, tmp_path, [receipt])
    assert Application.objects.get().contact_address == ""
    assert offered_on(owner, days=9) == 0


def test_what_the_person_sent_by_mail_went_to_somebody(
    owner: Person, tmp_path: Path
) -> None:
    text = "Thank you for your application for Night Porter at Bright Harbour. We have received it."
    receipt = raw(
        number=2,
        sender="Bright Harbour <no-reply@bright-harbour.example>",
        to=ME,
        subject="Re: Application for Night Porter",
        text=text,
        answers=1,
    )
    import_story(owner, tmp_path, [APPLIED, receipt])
    assert offered_on(owner, days=9) == 1
