"""Joining two applications on the pages: whose name stays is said before and after."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_application
from onward.people.models import Person
from tests.builders import make_application

pytestmark = pytest.mark.django_db


def html(client: Client, name: str, *args: object) -> str:
    return client.get(reverse(f"applications:{name}", args=args)).content.decode()


def test_whose_name_stays_is_said_before_and_after(
    owner: Person, owner_client: Client
) -> None:
    one = make_application(person=owner, company="Oakmere Foods", role="Driver")
    other = make_application(person=owner, company="Lind Recruitment", role="Driver")
    for page in (one, other):
        told = html(owner_client, "join", page.pk)
        assert "These look alike" in told
        assert "Join, and keep “Oakmere Foods”" in told
        assert "Join, and keep “Lind Recruitment”" in told
    path = reverse("applications:join", args=(one.pk,))
    answer = owner_client.post(path, {"application": str(other.pk)}, follow=True)
    assert "It stays “Driver · Oakmere Foods”." in answer.content.decode()
    row = _first_row(html(owner_client, "changes"))
    assert row.index("Driver · Oakmere Foods") < row.index("Driver · Lind Recruitment")
    undone = one.events.get(kind=EventKind.MERGE)
    owner_client.post(reverse("applications:undo", args=(undone.pk,)))
    row = _first_row(html(owner_client, "changes"))
    assert "undone" in row
    assert row.index("Driver · Oakmere Foods") < row.index("Driver · Lind Recruitment")


def test_the_name_of_the_other_can_be_kept(owner: Person, owner_client: Client) -> None:
    one = make_application(person=owner, company="Oakmere Foods", role="Driver")
    other = make_application(person=owner, company="Lind Recruitment", role="Driver")
    path = reverse("applications:join", args=(one.pk,))
    data = {"application": str(other.pk), "keep": "other"}
    answer = owner_client.post(path, data, follow=True)
    assert answer.redirect_chain[-1][0] == f"/applications/{other.pk}/"
    assert "It stays “Driver · Lind Recruitment”." in answer.content.decode()
    one.refresh_from_db()
    assert one.merged_into == other


def test_an_application_that_was_undone_is_named_by_what_it_was(
    owner: Person, owner_client: Client
) -> None:
    now = timezone.now()
    facts = {"company": "Oakmere Foods", "role": "Driver"}
    added = add_application(owner, facts=facts, applied_at=now, now=now)
    batch = added.events.get(kind=EventKind.APPLIED).batch
    owner_client.post(reverse("applications:undo_batch", args=(batch,)))
    row = _first_row(html(owner_client, "changes"))
    assert "undone" in row
    assert "Driver · Oakmere Foods" in row
    assert "a company" not in row


def _first_row(page: str) -> str:
    row = re.search(r'<li class="row row--apart" id="change-.*?</li>', page, re.DOTALL)
    assert row
    return row[0]
