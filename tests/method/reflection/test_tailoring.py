"""Whether the résumé answered its advert, as matching reads it, becomes a pattern."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from onward.applications.models import Application
from onward.documents.models import Version
from onward.jobs.models import Job, JobState
from onward.jobs.services import enqueue
from onward.matching.models import TailoringRow
from onward.method.reflection import views
from onward.method.reflection.rules.patterns import By
from onward.method.reflection.services.patterns import cases
from onward.people.models import Person
from onward.project.worker import work_once
from tests.builders import NOW, make_application
from tests.matching.conftest import keep_advert, keep_text, send

ADVERT = "Cook at Quill Harbor\n\nRequirements\n- Kubernetes\n- SQL\n- Rust\n"
FITTING = "Ada\n\nSkills\nKubernetes, SQL, Rust\n"
OTHER = "Ada\n\nSkills\nParcels\n"

pytestmark = pytest.mark.django_db


def sent(person: Person, text: str, *, company: str) -> Application:
    """Return a settled application with its advert and this résumé, both read."""
    application = make_application(
        person=person, company=company, applied_at=NOW - timedelta(days=60)
    )
    keep_advert(application, ADVERT)
    send(application, keep_text(person, text, name=company))
    return application


def groups_of(person: Person) -> list[str]:
    found = (case.groups.get(By.TAILORED) for case in cases(person, now=NOW)[0])
    return sorted(str(group) for group in found)


def test_a_résumé_that_answers_its_advert_is_in_another_group(owner: Person) -> None:
    sent(owner, FITTING, company="Acme")
    sent(owner, OTHER, company="Borealis")
    make_application(person=owner, applied_at=NOW - timedelta(days=60))
    assert groups_of(owner) == ["None", "no", "yes"]


def test_another_résumé_sent_is_read_anew(owner: Person) -> None:
    application = sent(owner, OTHER, company="Acme")
    assert groups_of(owner) == ["no"]
    Version.objects.all().delete()
    assert groups_of(owner) == ["None"]
    send(application, keep_text(owner, FITTING, name="Better"))
    assert groups_of(owner) == ["yes"]


def test_nobody_elses_are_read(owner: Person, outsider: Person) -> None:
    sent(outsider, FITTING, company="Secret")
    assert cases(owner, now=NOW) == ([], 0)


def test_the_page_needs_no_press_first(owner: Person, owner_client: Client) -> None:
    sent(owner, FITTING, company="Acme")
    html = owner_client.get("/reflection/patterns/").content.decode()
    assert "was not read" not in html
    assert owner_client.post("/reflection/tailoring/").status_code == 404


def _kept() -> dict[Any, tuple[str, Any]]:
    """Return all that is kept of each reading."""
    rows = TailoringRow.objects.order_by("application")
    return {row.application_id: (row.basis, row.as_tailoring()) for row in rows}


def test_a_request_reads_some_adverts_and_a_worker_the_rest(
    owner: Person, owner_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "MOST_READ_WHILE_WAITING", 3)
    resume = keep_text(owner, FITTING)
    for number in range(8):
        application = make_application(
            person=owner, company=f"Acme {number}", applied_at=NOW - timedelta(days=60)
        )
        keep_advert(application, f"{ADVERT}- Parcels {number}\n")
        send(application, resume)
    first = owner_client.get("/reflection/patterns/").content.decode()
    assert "adverts of 5 applications are still being read" in first
    assert TailoringRow.objects.count() == 3
    kept = _kept()
    second = owner_client.get("/reflection/patterns/").content.decode()
    assert "adverts of 2 applications are still being read" in second
    assert TailoringRow.objects.count() == 6
    assert Job.objects.get().kind == "matching.tailoring"
    assert work_once("here")
    assert Job.objects.get().result == {"read": 2}
    last = owner_client.get("/reflection/patterns/").content.decode()
    assert "still being read" not in last
    in_parts = _kept()
    assert kept.items() <= in_parts.items()
    TailoringRow.objects.all().delete()
    assert owner_client.get("/reflection/patterns/").status_code == 200
    cases(owner, now=NOW)
    assert _kept() == in_parts


def test_what_is_not_read_yet_is_in_no_group(owner: Person) -> None:
    for number in range(3):
        sent(owner, f"{FITTING}{number}\n", company=f"Acme {number}")
    found, unread = cases(owner, now=NOW, most_read=1)
    assert (len(found), unread) == (3, 2)
    assert [case.groups.get(By.TAILORED) for case in found].count(None) == 2


def test_work_of_the_kind_that_is_gone_is_stopped_by_the_update(
    owner: Person,
) -> None:
    for kind in ("reflection.tailoring", "mail.import"):
        enqueue(owner, kind=kind, title=kind, arguments={})
    migration: Any = __import__(
        "onward.method.reflection.migrations.0002_tailoring_is_read_by_matching",
        fromlist=["stop_what_waits"],
    )
    migration.stop_what_waits(apps, connection.schema_editor())
    assert Job.objects.get(kind="reflection.tailoring").state == JobState.STOPPED
    assert Job.objects.get(kind="mail.import").state == JobState.WAITING
