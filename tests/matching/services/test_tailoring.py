from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import take_back
from onward.core.dates import zone
from onward.jobs.models import Job
from onward.matching.models import TailoringRow
from onward.matching.rules.own import Correction
from onward.matching.rules.tailoring import Rule
from onward.matching.services import say, tailoring_of, tailorings
from onward.matching.services.tailoring import make_tailorings, tailorings_so_far
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.matching.conftest import RESUME, keep_advert, keep_text, send


def test_a_summary_counts_the_must_haves_of_the_version_that_was_sent(
    owner: Person, application: Application
) -> None:
    found = tailoring_of(owner, application)
    assert found is not None
    assert (found.asked, found.shown, found.rule) == (4, 2, Rule.THRESHOLD)
    assert found.is_tailored is False


def test_the_version_that_goes_out_most_is_the_measure(
    owner: Person, application: Application
) -> None:
    usual = keep_text(owner, "Ada\n\nSkills\nKubernetes\n", name="Usual")
    for number in range(3):
        send(make_application(person=owner, company=f"Acme {number}"), usual)
    found = tailoring_of(owner, application)
    assert found is not None
    assert (found.rule, found.shown, found.shown_usually) == (Rule.USUAL_VERSION, 2, 1)
    assert found.is_tailored is True


def test_what_is_known_is_not_made_again_until_something_changes(
    owner: Person, application: Application
) -> None:
    tailorings(owner)
    row = TailoringRow.objects.get()
    TailoringRow.objects.update(shown=4)
    again = tailorings(owner)[application.pk]
    assert again.shown == 4
    say(owner, application, key="skill: Rust", said=Correction.HAVE, now=NOW)
    assert tailorings(owner)[application.pk].shown == 3
    assert TailoringRow.objects.get().pk == row.pk


@pytest.mark.parametrize("applied_at", [datetime(2026, 11, 1, 23, tzinfo=UTC), None])
@pytest.mark.parametrize("zone_name", ["UTC", "Europe/Berlin", "Pacific/Auckland"])
def test_what_a_worker_made_by_its_own_clock_is_known_to_the_page(
    owner: Person, zone_name: str, applied_at: datetime | None
) -> None:
    owner.time_zone = zone_name
    owner.save()
    resume = keep_text(owner, RESUME)
    for number in range(2):
        made = make_application(
            person=owner, company=f"Acme {number}", applied_at=applied_at
        )
        keep_advert(made)
        send(made, resume)
    # No person's clock is set while a worker works.
    with timezone.override(UTC):
        make_tailorings(owner, progress=lambda **_counts: None)
    with timezone.override(zone(zone_name)):
        known, left = tailorings_so_far(owner, most=0)
    assert (len(known), left) == (2, 0)
    assert not Job.objects.exists()


def test_without_an_advert_that_counts_there_is_no_summary(
    owner: Person, application: Application
) -> None:
    bare = make_application(person=owner)
    assert tailoring_of(owner, bare) is None
    take_back(owner, Event.objects.get(kind=EventKind.ADVERT), now=NOW)
    assert tailoring_of(owner, application) is None


def test_an_outsider_has_no_summaries(
    outsider: Person, application: Application
) -> None:
    assert tailorings(outsider) == {}


def test_many_known_summaries_take_as_many_queries_as_one(
    owner: Person,
    application: Application,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    resume = keep_text(owner, "Ada\n\nSkills\nSQL\n", name="Second")
    for number in range(4):
        other = make_application(person=owner, company=f"Acme {number}")
        keep_advert(other, f"Requirements\n- SQL\n- Rust\n- Java\n- Skill {number}\n")
        send(other, resume)
    tailorings(owner)
    with django_assert_max_num_queries(8):
        assert len(tailorings(owner)) == 5
