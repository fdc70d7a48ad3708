from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from onward.applications.models import Application
from onward.documents.models import Advert, Version
from onward.documents.rules.kinds import AdvertSource, ReadState
from onward.documents.services import mark_sent
from onward.jobs.models import Job, JobState
from onward.jobs.services import claim_next, run_job
from onward.method.reflection.jobs import read_tailoring
from onward.method.reflection.models import TailoringSeen
from onward.method.reflection.rules.patterns import By
from onward.method.reflection.services.patterns import cases
from onward.method.reflection.services.tailoring import ask_to_read, unread_pairs
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.documents.make import make_version

ADVERT = """Baker
Requirements:
- Experience with sourdough
- Food hygiene certificate
- Willing to work early shifts
"""
FITTING = (
    "Experience\nBaker, 2019-2025: sourdough, early shifts.\nFood hygiene certificate."
)
OTHER = "Experience\nDriver, 2019-2025: parcels."


def sent(person: Person, text: str, *, company: str) -> Application:
    """Return a settled application with its advert and this résumé, both read."""
    application = make_application(
        person=person,
        company=company,
        role="Baker",
        applied_at=NOW - timedelta(days=60),
    )
    version = make_version(person=person, name=f"{company}.txt", text=text)
    Version.objects.filter(pk=version.pk).update(text=text, state=ReadState.READ)
    mark_sent(person, application, version, now=NOW)
    Advert.objects.create(
        person=person,
        application=application,
        source=AdvertSource.PASTED,
        text=ADVERT,
        state=ReadState.READ,
        digest="0" * 64,
        taken_at=NOW,
    )
    return application


def read(person: Person) -> None:
    ask_to_read(person)
    work()


def work() -> None:
    """Do the reading that waits, and leave other work alone."""
    while (job := claim_next("test", now=timezone.now())) is not None:
        if job.kind == "reflection.tailoring":
            run_job(job, read_tailoring)
            job.refresh_from_db()
            assert job.state == JobState.DONE


@pytest.mark.django_db
def test_each_pair_is_read_once_and_becomes_a_pattern(owner: Person) -> None:
    fitting = sent(owner, FITTING, company="Acme")
    other = sent(owner, OTHER, company="Borealis")
    assert len(unread_pairs(owner, limit=9)) == 2
    read(owner)
    assert unread_pairs(owner, limit=9) == []
    said = dict(TailoringSeen.objects.values_list("application", "is_tailored"))
    assert said == {fitting.pk: True, other.pk: False}
    groups = [case.groups.get(By.TAILORED) for case in cases(owner, now=NOW)]
    assert sorted(str(group) for group in groups) == ["no", "yes"]


@pytest.mark.django_db
def test_another_résumé_sent_is_read_anew(owner: Person) -> None:
    application = sent(owner, OTHER, company="Acme")
    read(owner)
    version = Version.objects.get()
    Version.objects.filter(pk=version.pk).delete()
    assert unread_pairs(owner, limit=9) == []
    better = make_version(person=owner, name="new.txt", text=FITTING)
    Version.objects.filter(pk=better.pk).update(text=FITTING, state=ReadState.READ)
    mark_sent(owner, application, better, now=NOW)
    assert len(unread_pairs(owner, limit=9)) == 1


@pytest.mark.django_db
def test_the_page_offers_the_reading_and_nobody_elses_is_read(
    owner_client: Client, owner: Person, outsider: Person
) -> None:
    sent(owner, FITTING, company="Acme")
    sent(outsider, FITTING, company="Secret")
    html = owner_client.get("/reflection/patterns/").content.decode()
    assert "1 résumé that you sent was not read" in html
    answer = owner_client.post("/reflection/tailoring/")
    job = Job.objects.get(kind="reflection.tailoring")
    assert job.person == owner
    assert str(job.pk) in answer.headers["Location"]
    work()
    assert TailoringSeen.objects.count() == 1
