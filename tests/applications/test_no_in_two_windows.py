"""A no recorded in two windows, both opened before either was sent: it stands once."""

from __future__ import annotations

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.applications.services import add_event, take_back
from onward.people.models import Person
from tests.builders import make_application

pytestmark = pytest.mark.django_db
PAGES = ("detail", "close", "record")
ANOTHER = "They want somebody who speaks Finnish."


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner, company="Quill Street Press")


def opened(client: Client, application: Application, page: str) -> dict[str, str]:
    """Return what the form of a page sends by itself."""
    url = reverse(f"applications:{page}", args=(application.pk,))
    html = client.get(url).content.decode()
    (seen,) = re.findall(r'name="seen" value="(\d+)"', html)
    return {"seen": seen, "day": timezone.localdate().isoformat()}


def send(
    client: Client, application: Application, page: str, form: dict[str, str]
) -> tuple[int, str]:
    to = "record" if page == "detail" else page
    url = reverse(f"applications:{to}", args=(application.pk,))
    answer = client.post(url, {"kind": "rejection"} | form, follow=True)
    return answer.status_code, answer.content.decode()


def noes(person: Person) -> list[Event]:
    kinds = [kind.value for kind in NO_KINDS]
    return list(Event.objects.for_person(person).filter(kind__in=kinds, voided_by=None))


@pytest.mark.parametrize("second", PAGES)
@pytest.mark.parametrize("first", PAGES)
def test_the_same_no_is_recorded_once(
    owner: Person,
    owner_client: Client,
    application: Application,
    first: str,
    second: str,
) -> None:
    forms = [
        (page, opened(owner_client, application, page)) for page in (first, second)
    ]
    texts = [send(owner_client, application, page, form)[1] for page, form in forms]
    assert len(noes(owner)) == 1
    assert "recorded already" not in texts[0]
    assert "recorded already" in texts[1]


@pytest.mark.parametrize("page", PAGES)
def test_words_of_the_second_window_are_kept_as_a_note(
    owner: Person, owner_client: Client, application: Application, page: str
) -> None:
    form = opened(owner_client, application, page)
    send(owner_client, application, page, form | {"note": "By phone."})
    _, text = send(owner_client, application, page, form | {"note": ANOTHER})
    assert "kept beside it, as a note" in text
    (no,) = noes(owner)
    assert no.payload["note"] == "By phone."
    note = Event.objects.for_person(owner).get(kind=EventKind.NOTE)
    assert note.payload["note"] == ANOTHER
    assert reverse("applications:undo", args=(note.pk,)) in text
    send(owner_client, application, page, form | {"note": "By phone."})
    assert Event.objects.filter(kind=EventKind.NOTE).count() == 1


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("other", ["kind", "day"])
def test_another_no_is_asked_about_with_all_that_was_typed(
    owner: Person,
    owner_client: Client,
    application: Application,
    page: str,
    other: str,
) -> None:
    form = opened(owner_client, application, page)
    send(owner_client, application, page, form)
    earlier = (timezone.localdate() - timedelta(days=2)).isoformat()
    said = {"kind": "position_closed"} if other == "kind" else {"day": earlier}
    status, text = send(
        owner_client, application, page, form | said | {"note": ANOTHER}
    )
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert ANOTHER in text
    assert "They said no" in text
    (no,) = noes(owner)
    assert no.kind == EventKind.REJECTION
    correct = reverse("applications:correct", args=(no.pk,))
    assert correct in text
    owner_client.post(correct, {"kind": "rejection"} | form | said | {"note": ANOTHER})
    (no,) = noes(owner)
    assert no.payload["note"] == ANOTHER


def test_who_knows_of_the_no_can_record_another_one(
    owner: Person, owner_client: Client, application: Application
) -> None:
    for kind in ("rejection", "rejection", "position_closed"):
        form = opened(owner_client, application, "detail") | {"kind": kind}
        send(owner_client, application, "detail", form)
    assert sorted(no.kind for no in noes(owner)) == ["position_closed", "rejection"]


def test_a_no_that_was_undone_or_answered_since_stands_in_no_way(
    owner: Person, owner_client: Client, application: Application
) -> None:
    form = opened(owner_client, application, "close")
    send(owner_client, application, "close", form)
    take_back(owner, noes(owner)[0], now=timezone.now())
    send(owner_client, application, "close", form)
    assert len(noes(owner)) == 1
    now = timezone.now()
    add_event(owner, application, kind=EventKind.REOPENED, at=now, now=now)
    send(owner_client, application, "close", form)
    assert len(noes(owner)) == 2
