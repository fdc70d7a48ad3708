from __future__ import annotations

import logging

import pytest

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.method.plan.models import CarePlan
from onward.people.models import Person
from onward.project.periodic import catch_up_everyone
from tests.builders import make_application, make_no

pytestmark = pytest.mark.django_db


def test_trouble_with_ones_history_holds_up_nobody_elses_steps(
    owner: Person, outsider: Person, caplog: pytest.LogCaptureFixture
) -> None:
    make_no(application=make_application(person=owner))
    make_no(application=make_application(person=outsider))
    # As a hand in the database may have left it.
    own = Event.objects.for_person(owner).filter(kind=EventKind.REJECTION)
    assert own.update(payload=["odd"]) == 1
    with caplog.at_level(logging.ERROR):
        catch_up_everyone()
    assert CarePlan.objects.for_person(outsider).count() == 1
    assert str(owner.pk) in caplog.text
