"""Builders of rows: keyword-only, only what matters in the test is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_application, add_event
from onward.people.models import Person

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
"""The moment at which tests happen."""


def make_person(*, name: str = "Robin", is_local: bool = False) -> Person:
    """Return a new person; `email` is made from the name."""
    email = None if is_local else f"{name.lower()}@mail.example"
    return Person.objects.create(name=name, email=email, is_local=is_local)


def make_application(
    *,
    person: Person,
    company: str = "Bright Harbour",
    role: str = "Operations Coordinator",
    applied_at: datetime | None = NOW - timedelta(days=20),
    events: tuple[tuple[EventKind, datetime], ...] = (),
    **facts: str,
) -> Application:
    """Return an application recorded by hand, with these further events."""
    application = add_application(
        person,
        facts={"company": company, "role": role, **facts},
        applied_at=applied_at,
        now=NOW,
    )
    for kind, at in events:
        add_event(person, application, kind=kind, at=at, now=NOW)
    application.refresh_from_db()
    return application


def make_no(
    *,
    application: Application,
    at: datetime = NOW,
    kind: EventKind = EventKind.REJECTION,
) -> Event:
    """Return the event of a no on this application."""
    return add_event(application.person, application, kind=kind, at=at, now=NOW)


def quiet(*, done: int, total: int = 0, message: str = "") -> None:
    """A progress that nobody watches."""
