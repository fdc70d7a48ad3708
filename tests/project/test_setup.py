from __future__ import annotations

import pytest
from django.utils import timezone

from onward.people.models import Person
from onward.project.setup import start_for_person


@pytest.mark.django_db
def test_a_command_begins_with_whose_home_it_is_on_their_clock(owner: Person) -> None:
    owner.time_zone = "Pacific/Auckland"
    owner.save(update_fields=["time_zone"])
    try:
        assert start_for_person() == owner
        assert timezone.get_current_timezone_name() == "Pacific/Auckland"
    finally:
        timezone.deactivate()
