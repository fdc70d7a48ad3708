"""A day that nobody can mean, from a mail, an advert or a form, stops no page."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import last_day, starts_at
from onward.applications.services import describe, rounds_of
from onward.applications.services.ledger import record
from onward.core.dates import is_in_reach
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import make_application, quiet

pytestmark = pytest.mark.django_db
PAGES = ("/", "/calendar/", "/calendar/onward.ics", "/applications/ahead/")
MORE = ("/applying/", "/exchange/proof/", "/outlook/", "/reflection/patterns/")
INVITED = """From: Kim Roe <kim.roe@brightharbour.example>
To: Robin Vale <robin@person.example>
Subject: Interview invitation: Operations Coordinator
Date: {now:%a, %d %b %Y %H:%M:%S} +0000
Message-ID: <b@brightharbour.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain

Dear Robin,

we would like to invite you to an interview for the position of Operations Coordinator
at Bright Harbour. Please find the invitation attached.

Kim Roe
Bright Harbour
--b
Content-Type: text/calendar; method=REQUEST

BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:abc-1@brightharbour.example
DTSTART:{day}
SUMMARY:Interview Operations Coordinator
SEQUENCE:0
END:VEVENT
END:VCALENDAR
--b--
"""


def are_shown(client: Client, application: Application) -> None:
    for page in (*PAGES, *MORE, f"/applications/{application.pk}/"):
        assert client.get(page).status_code == 200, page


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
@pytest.mark.parametrize("day", ["99991231T235900Z", "00010101T000000Z"])
def test_an_invitation_to_no_day_has_none(
    owner: Person, owner_client: Client, tmp_path: Path, day: str, zone: str
) -> None:
    owner.time_zone = zone
    owner.save()
    path = tmp_path / "invited.eml"
    now = timezone.now() - timedelta(days=1)
    path.write_text(INVITED.format(now=now, day=day))
    import_paths(owner, [path], progress=quiet)
    application = Application.objects.get()
    (found,) = rounds_of(owner, application)
    assert found.starts_at is None
    are_shown(owner_client, application)


def test_what_was_stored_before_stops_nothing(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner)
    now = timezone.now()
    for kind, said in (
        (EventKind.INTERVIEW, {"starts_at": "9999-12-31T23:59:00+00:00"}),
        (EventKind.REMINDER, {"until": "9999-12-31"}),
    ):
        record(owner, application, kind=kind, at=now, payload=said, now=now)
    describe(owner, application, facts={"deadline": "9999-12-31"}, now=now)
    application.refresh_from_db()
    are_shown(owner_client, application)


def test_what_is_out_of_reach_is_no_day() -> None:
    assert starts_at({"starts_at": "9999-12-31T00:00:00+00:00"}) is None
    assert last_day({"until": "0001-01-01"}) is None
    assert last_day({"until": "2100-12-31"}) == date(2100, 12, 31)
    assert is_in_reach(datetime(1900, 1, 1, tzinfo=UTC))
