"""A quiet time whose length was chosen, and the no that it was for folded away in it."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event
from onward.method.plan.services import catch_up
from onward.people.services import local_person
from tests.builders import make_application
from tests.e2e.test_feedback import enter, look

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_days_that_were_chosen_outlive_the_fold(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    now = timezone.now()
    person = local_person()
    application = make_application(person=person, applied_at=now)
    no = add_event(person, application, kind=EventKind.REJECTION, at=now, now=now)
    catch_up(person, now=now)
    visitor.goto(f"{address}/no/{no.pk}/")
    expect(visitor.get_by_text("Folding it away ends its quiet time")).to_be_visible()
    look(visitor, "fold-ends-quiet")
    visitor.get_by_role("button", name="Two days").first.click()
    expect(visitor.get_by_text("it stays quiet as it is now")).to_be_visible()
    look(visitor, "fold-stays-quiet")
    visitor.get_by_role("button", name="Got it, fold it away").click()
    expect(visitor.get_by_text("and it stays quiet")).to_be_visible()
    expect(visitor.get_by_role("heading", name="It is quiet until")).to_be_visible()
    look(visitor, "today-still-quiet")
