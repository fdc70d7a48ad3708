"""Hours that mail tells without a zone are the person's own, whichever zone they name later."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from onward.applications.models import Event
from onward.applications.services import disagreements
from onward.mail.models import MailMessage
from onward.mail.services.committing import commit_mail
from onward.people.models import Person
from onward.people.new_zone import name_zone
from tests.builders import NOW
from tests.mail.test_rearranging import INVITED, interviews, keep, read

MADRID = "Europe/Madrid"
IN_WORDS = {
    "key": "invited",
    "hours": 0,
    "text": "Hola Robin:\n\nTe esperamos el martes 24 de noviembre a las 12:00 en el hotel.",
}
pytestmark = pytest.mark.django_db


def begins(person: Person) -> list[datetime | None]:
    return [each.starts_at for each in interviews(person)]


def test_an_hour_in_words_stays_as_it_is_written(owner: Person) -> None:
    read(owner, IN_WORDS)
    assert begins(owner) == [datetime(2026, 11, 24, 12, tzinfo=UTC)]
    name_zone(owner, MADRID)
    assert begins(owner) == [datetime(2026, 11, 24, 11, tzinfo=UTC)]
    assert interviews(owner)[0].time_zone == ""
    assert disagreements(owner) == []
    name_zone(owner, "UTC")
    assert begins(owner) == [datetime(2026, 11, 24, 12, tzinfo=UTC)]


@pytest.mark.parametrize(
    "letter",
    [
        IN_WORDS | {"text": "We would like to meet you on 24 November at 15:00 CET."},
        INVITED,
        {
            "key": "invited",
            "hours": 0,
            "calendar": {"UID": "u", "DTSTART": "20261124T140000Z"},
        },
    ],
)
def test_an_hour_with_a_zone_of_its_own_is_a_moment(
    owner: Person, letter: dict[str, object]
) -> None:
    read(owner, letter)
    assert begins(owner) == [datetime(2026, 11, 24, 14, tzinfo=UTC)]
    for name in (MADRID, "Asia/Tokyo"):
        name_zone(owner, name)
        assert begins(owner) == [datetime(2026, 11, 24, 14, tzinfo=UTC)]


def test_an_hour_that_words_move_goes_by_the_clock_it_was_told_by(
    owner: Person,
) -> None:
    moved = {
        "key": "moved",
        "hours": 24,
        "text": "Dear Robin,\n\nI have to reschedule your interview: it will now be on "
        "25 November at 10:30.",
    }
    read(owner, IN_WORDS, moved)
    assert begins(owner) == [datetime(2026, 11, 25, 10, 30, tzinfo=UTC)]
    name_zone(owner, MADRID)
    assert begins(owner) == [datetime(2026, 11, 25, 9, 30, tzinfo=UTC)]
    later = moved | {
        "key": "again",
        "hours": 48,
        "text": "Dear Robin,\n\nI have to reschedule your interview: it will now be on "
        "26 November at 16:00.",
    }
    keep(owner, later)
    commit_mail(owner, now=NOW)
    assert begins(owner) == [datetime(2026, 11, 26, 15, tzinfo=UTC)]
    name_zone(owner, "UTC")
    assert begins(owner) == [datetime(2026, 11, 26, 16, tzinfo=UTC)]


def test_a_mailbox_that_is_still_being_read_when_the_zone_is_named(
    owner: Person,
) -> None:
    reading = Person.objects.get(pk=owner.pk)
    name_zone(owner, MADRID)
    read(reading, IN_WORDS)
    assert begins(owner) == [datetime(2026, 11, 24, 11, tzinfo=UTC)]


def test_when_the_mail_came_is_a_moment(owner: Person) -> None:
    read(owner, IN_WORDS)
    sent = MailMessage.objects.get().sent_at
    name_zone(owner, MADRID)
    assert Event.objects.get(kind="interview").at == sent


def test_its_page_says_the_hour_once_and_as_written(
    owner_client: Client, owner: Person
) -> None:
    application = read(owner, IN_WORDS)
    owner_client.post(reverse("people:clock"), {"time_zone": MADRID, "choice": "take"})
    address = reverse("applications:detail", args=(application.pk,))
    page = owner_client.get(address).content.decode()
    assert "Tuesday 24 November 2026, 12:00" in page
    assert "UTC" not in page


def test_hours_read_before_are_marked_where_no_zone_stood_beside_them(
    owner: Person,
) -> None:
    other = IN_WORDS | {"key": "other", "company": "Alder & Byrne"}
    for letter in (
        IN_WORDS,
        other | {"text": "We would like to meet you on 24 November at 15:00 UTC."},
        INVITED | {"key": "third", "company": "Third"},
    ):
        keep(owner, letter)
    commit_mail(owner, now=NOW)
    held = Event.objects.filter(kind="interview").order_by("source_id")
    marks = {e.pk: e.payload.get("own_clock") for e in held}
    assert sorted(map(bool, marks.values())) == [False, False, True]
    for event in held:
        event.payload.pop("own_clock", None)
        event.save()
    import_module("onward.mail.migrations.0012_mark_hours_in_words").mark(apps, None)
    assert {e.pk: e.payload.get("own_clock") for e in held.all()} == marks
