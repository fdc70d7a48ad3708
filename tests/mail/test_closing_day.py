from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.applications.services import describe
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import ME, import_story, raw

pytestmark = pytest.mark.django_db
SENDER = "Bright Harbour Recruitment <noreply@bright-harbour.example>"
CLOSES = "The closing date is 30 April 2026 and interviews are expected on 12 May 2026."


def mail(number: int, subject: str, text: str) -> bytes:
    return raw(number=number, sender=SENDER, to=ME, subject=subject, text=text)


RECEIPT = mail(
    1,
    "Application received: Night Porter",
    f"Thank you for applying for Night Porter at Bright Harbour. {CLOSES}",
)
LATER = mail(
    2,
    "Your application for Night Porter: interview",
    "Thank you for your application for Night Porter at Bright Harbour. We would like to "
    "invite you to an interview on 12 May 2026 at 10:00.",
)


def test_the_last_day_to_apply_that_a_receipt_names_is_kept(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT])
    assert Application.objects.get().deadline == "2026-04-30"
    import_story(owner, tmp_path, [LATER])
    assert Application.objects.get().deadline == "2026-04-30"


def test_what_the_person_wrote_stays(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [RECEIPT])
    own = Application.objects.get()
    describe(owner, own, facts={"deadline": "2026-05-02"}, now=NOW)
    import_story(owner, tmp_path, [RECEIPT, LATER])
    assert Application.objects.get().deadline == "2026-05-02"
