"""The last day to answer an invitation, once the person's own mail answered it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from onward.applications.models import Application
from onward.applications.services import rounds_of
from onward.people.models import Person
from tests.mail.own_story import import_story
from tests.mail.test_asked_to_move import BEFORE, talk

INVITED = (
    "Hi Robin, we would like to invite you to an interview for the Night Porter position "
    "on Tuesday 17 March at 10:00. Please let us know by Friday 13 March whether you can "
    "make it.\n\nKim Alder"
)
ANSWER = "Hi Kim, thank you, Tuesday at ten suits me well."
TO_ANSWER = "To be answered by"


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_an_answered_invitation_asks_for_no_answer(
    owner_client: Client, owner: Person, tmp_path: Path, step: int
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk((INVITED, ANSWER, ""))[:2]][::step])
    application = Application.objects.get()
    (found,) = rounds_of(owner, application)
    assert found.starts_at is not None
    assert found.until is None
    assert not found.is_settled, "it has still to take place"
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert TO_ANSWER not in page
    assert "You wrote to them" in page


@pytest.mark.django_db
def test_an_unanswered_one_does(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk((INVITED, ANSWER, ""))[:1]])
    application = Application.objects.get()
    (found,) = rounds_of(owner, application)
    assert found.until is not None
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert TO_ANSWER in page
