"""One application becomes two, and the new one is called what the person says."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from onward.people.services import local_person
from tests.builders import make_application, make_no
from tests.e2e.test_feedback import enter, look

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_agencys_second_role_is_parted_under_its_own_title(
    visitor: Page, address: str
) -> None:
    enter(visitor, address)
    application = make_application(
        person=local_person(), company="Harker Reid", role="Data Analyst"
    )
    make_no(application=application)
    visitor.goto(f"{address}/applications/{application.pk}/split/")
    visitor.get_by_label("They said no").check()
    expect(visitor.get_by_label("Company of the new one")).to_have_value("Harker Reid")
    visitor.get_by_label("Role of the new one").fill("BI Developer")
    look(visitor, "split-called")
    visitor.get_by_role("button", name="Save").click()
    expect(
        visitor.get_by_text("This is an application of its own now.")
    ).to_be_visible()
    expect(visitor.get_by_text("BI Developer").first).to_be_visible()
    look(visitor, "split-done")
    visitor.get_by_role("button", name="Undo", exact=True).first.click()
    expect(visitor.get_by_text("Data Analyst").first).to_be_visible()
    expect(visitor.get_by_text("They said no").first).to_be_visible()
