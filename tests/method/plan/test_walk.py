from __future__ import annotations

from datetime import timedelta

from django.test import Client

from onward.applications.rules.kinds import EventKind
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no


def test_pages_answer(owner: Person, owner_client: Client) -> None:
    assert owner_client.get("/").status_code == 200
    application = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - timedelta(days=3)),)
    )
    no = make_no(application=application)
    catch_up(owner, now=NOW)
    for path in (
        "/",
        f"/no/{no.pk}/",
        "/no/",
        "/help/",
        "/about/",
        "/feelings/",
        f"/feelings/no/{no.pk}/",
        f"/feelings/no/{no.pk}/write/",
        "/sw.js",
    ):
        answer = owner_client.get(path)
        assert answer.status_code == 200, path
