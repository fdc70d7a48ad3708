"""An opening that was filled from inside went away, also where the mail sounds like any no."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from onward.applications.models import Application
from onward.applications.rules.kinds import NoKind
from onward.people.models import Person
from tests.mail.test_sent import ME, import_story, raw

pytestmark = pytest.mark.django_db


def no_because(reason: str) -> bytes:
    return raw(
        number=3,
        sender="Dana Fields <dana@bright-harbour.example>",
        to=ME,
        subject="Your application for Night Porter",
        text="Thank you for your application for Night Porter at Bright Harbour. "
        f"Unfortunately we will not be taking it further: {reason}\n\nDana Fields",
    )


def test_what_was_filled_inside_is_told_as_a_job_that_went_away(
    tmp_path: Path, owner: Person, owner_client: Client
) -> None:
    import_story(owner, tmp_path, [no_because("the role has been filled internally.")])
    application = Application.objects.get()
    assert application.no_kind == NoKind.JOB_WENT_AWAY
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert "The job went away" in page
    assert "the role has been filled internally" in page


def test_somebody_else_who_was_chosen_is_their_no(
    tmp_path: Path, owner: Person
) -> None:
    import_story(owner, tmp_path, [no_because("we chose another applicant.")])
    assert Application.objects.get().no_kind == NoKind.THEY_SAID_NO
