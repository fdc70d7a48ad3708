"""A no that only the ear hears, of an opening that nobody names, begins no application."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.mail.models import MailMessage, Review
from onward.people.models import Person
from tests.mail.own_story import ME, RECEIPT, import_story, raw

pytestmark = pytest.mark.django_db

THANKS = (
    "Dear Miss Vale,\n\nTamsin told us that you are going. She wanted to give up the cello"
    " and now she has the offer from Tolmen. Thank you for all of it. We wish you good luck"
    " with the new job.\n\nGrace Adeyo"
)


def thanks(*, sender: str) -> bytes:
    return raw(
        number=5, sender=sender, to=ME, subject="Thank you from us all", text=THANKS
    )


def test_a_pupils_thanks_begin_no_application(owner: Person, tmp_path: Path) -> None:
    import_story(
        owner, tmp_path, [RECEIPT, thanks(sender="Grace Adeyo <grace@inklet.example>")]
    )
    assert Application.objects.count() == 1
    message = MailMessage.objects.get(subject="Thank you from us all")
    assert (message.verdict, message.review) == ("rejection", Review.UNMATCHED)
