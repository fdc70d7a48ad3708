from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from pytest_django import Settings

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.method.feedback.services.situation import Story, story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.method.feedback.letters import (
    SIGNED,
    make_message,
    put_on_timeline,
)

DAY = timedelta(days=1)
SAID_NO_AT = NOW  # a Friday
ASKING = datetime(2026, 11, 24, 10, tzinfo=NOW.tzinfo)  # the Tuesday after


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """No keyring, and a folder of one's own for passwords."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    settings.HOME = tmp_path
    yield tmp_path
    keyring.set_keyring(before)


@pytest.fixture
def final_round(owner: Person) -> Application:
    """An application that a person said no to, after two interviews, on a Friday."""
    application = make_application(person=owner, applied_at=NOW - 30 * DAY)
    for days, subject in ((20, "Interview"), (9, "Second interview")):
        invitation = make_message(
            person=owner,
            subject=subject,
            verdict="interview",
            sent_at=NOW - days * DAY,
            text="Hi Robin,\n\nwould Tuesday at 10 suit you?" + SIGNED,
        )
        put_on_timeline(invitation, application)
    no = make_message(
        person=owner,
        subject="Operations Coordinator",
        text="Hi Robin,\n\nit was close, but we decided to go on with somebody else. "
        "They had more hands-on experience in planning night shifts." + SIGNED,
    )
    put_on_timeline(no, application)
    catch_up(owner, now=NOW)
    application.refresh_from_db()
    return application


@pytest.fixture
def machine_no(owner: Person) -> Application:
    """An application that a machine said no to."""
    application = make_application(
        person=owner, company="Oakmere Foods", role="Stock Planner"
    )
    no = make_message(
        person=owner,
        sender=("Oakmere Foods", "no-reply@oakmere.example"),
        text="Unfortunately, we will not move forward with your application.",
        replies=False,
    )
    put_on_timeline(no, application)
    catch_up(owner, now=NOW)
    application.refresh_from_db()
    return application


@pytest.fixture
def story(owner: Person, final_round: Application) -> Story:
    return story_of(owner, final_round)


def the_no(application: Application) -> Event:
    return Event.objects.get(application=application, kind=EventKind.REJECTION)
