"""Which application somebody means who says no in a few words."""

from __future__ import annotations

import pytest

from onward.applications.models import Application
from onward.applications.services import resembling
from onward.method.plan.recording import may_be_meant, meant
from onward.people.models import Person
from tests.builders import NOW, make_application


@pytest.mark.postgresql
def test_of_several_the_one_that_moved_last_is_likeliest(owner: Person) -> None:
    still = make_application(person=owner, company="Fernhill")
    Application.objects.filter(pk=still.pk).update(last_moved_at=None)
    make_application(person=owner, company="Fernhill", role="Buyer", applied_at=NOW)
    roles = ["Buyer", "Operations Coordinator"]
    assert [row.role for row in meant(owner, company="Fernhill")] == roles
    assert [row.role for row in may_be_meant(owner, company="Fernhil")] == roles
    other = make_application(person=owner, company="Fernhill", role="Baker")
    assert [row.role for row in resembling(owner, other)] == roles
