from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import (
    EventDraft,
    add_round,
    arrange,
    commit_events,
    rounds_of,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

BEGINS = NOW + timedelta(days=3)


def moved_by_mail(application: Application, held: Event) -> Event:
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.ARRANGED,
        at=NOW,
        decided_by=DecidedBy.RULE,
        payload={
            "event": str(held.pk),
            "starts_at": (BEGINS + timedelta(days=1)).isoformat(),
        },
    )
    (event,) = commit_events(application.person, [draft], now=NOW)
    return event


def test_what_mail_moved_is_listed_where_events_are_parted(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner)
    held = add_round(owner, application, details={"starts_at": BEGINS}, now=NOW)
    by_hand = arrange(owner, held, details={"place": "Room 4"}, now=NOW)
    assert by_hand is not None
    split = reverse("applications:split", args=(application.pk,))
    assert "takes along" not in owner_client.get(split).content.decode()
    moved = moved_by_mail(application, held)
    shown = owner_client.get(split).content.decode()
    assert "takes along" in shown
    assert "20 November 2026: Interview, to begin 23 November 2026, " in shown
    assert "20 November 2026: Interview moved, to begin 24 November 2026, " in shown
    assert str(by_hand.pk) not in shown
    owner_client.post(split, {"events": [str(moved.pk)]})
    moved.refresh_from_db()
    assert moved.application != application
    assert rounds_of(owner, application)[0].starts_at == BEGINS


def parted(client: Client, application: Application, **called: str) -> Application:
    """Return the application that the no of this one became by itself, called so."""
    no = make_no(application=application)
    url = reverse("applications:split", args=(application.pk,))
    client.post(url, {"events": [str(no.pk)], **called})
    no.refresh_from_db()
    assert no.application != application
    return no.application


@pytest.mark.parametrize(
    ("called", "company", "role"),
    [
        ({"company": "Harker", "role": "BI Developer"}, "Harker", "BI Developer"),
        ({"company": "Harker", "role": ""}, "Harker", ""),
        ({"company": "Harker", "role": "Head of Data"}, "Harker", "Head of Data"),
        ({"company": "Stonecross", "role": "Head of Data"}, "Stonecross", "Head of Data"),
        ({}, "Harker", "Head of Data"),
    ],
)  # fmt: skip
def test_what_is_parted_is_called_as_the_person_says(
    owner_client: Client, owner: Person, called: dict[str, str], company: str, role: str
) -> None:
    application = make_application(person=owner, company="Harker", role="Head of Data")
    part = parted(owner_client, application, **called)
    assert (part.company, part.role) == (company, role)
    application.refresh_from_db()
    assert (application.company, application.role) == ("Harker", "Head of Data")


def test_one_undo_takes_the_new_name_along(owner_client: Client, owner: Person) -> None:
    application = make_application(person=owner, company="Harker", role="Head of Data")
    parted(owner_client, application, company="Harker", role="BI Developer")
    done = application.events.get(kind=EventKind.SPLIT)
    owner_client.post(reverse("applications:undo", args=(done.pk,)))
    application.refresh_from_db()
    assert (application.company, application.role) == ("Harker", "Head of Data")
    owner_client.post(reverse("applications:bring_back", args=(done.pk,)))
    part = Application.objects.get(merged_into=None, role="BI Developer")
    application.refresh_from_db()
    assert (part.company, application.role) == ("Harker", "Head of Data")


def test_what_was_typed_stands_where_nothing_was_ticked(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner, company="Harker", role="Head of Data")
    make_no(application=application)
    url = reverse("applications:split", args=(application.pk,))
    assert 'value="Head of Data"' in owner_client.get(url).content.decode()
    answer = owner_client.post(url, {"company": "Harker", "role": "BI Developer"})
    assert answer.status_code == 422
    assert 'value="BI Developer"' in answer.content.decode()
