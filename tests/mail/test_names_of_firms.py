"""How an application's employer is written: as somebody wrote it rather than as a domain spells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw


@pytest.mark.django_db
def test_a_second_import_keeps_the_sign_in_a_name(
    owner: Person, tmp_path: Path
) -> None:
    own = raw(
        number=1,
        sender=ME,
        to="info@larchandsons.example",
        subject="Office Manager position",
        text="Dear Mr. Larch,\n\nI would like to apply for the Office Manager position at "
        "Larch & Sons. Resume attached.\n\nRobin",
        labels="Sent",
        file="cv.pdf",
    )
    answer = raw(
        number=2,
        sender="Tom Larch <info@larchandsons.example>",
        to=ME,
        subject="Re: Office Manager position",
        text="Dear Robin,\n\nUnfortunately we have decided to go with another candidate."
        "\n\nTom Larch Jr.",
        answers=1,
    )
    import_story(owner, tmp_path, [own])
    assert Application.objects.get().company == "Larch & Sons"
    import_story(owner, tmp_path, [own, answer])
    assert Application.objects.get().company == "Larch & Sons"


@pytest.mark.django_db
def test_a_firm_is_called_as_it_shows_itself_once_it_answers(
    owner: Person, tmp_path: Path
) -> None:
    own = raw(
        number=1,
        sender=ME,
        to="hello@thewoolnook.example",
        subject="Seasonal help",
        text="Hi there! I saw the sign about seasonal sales help and would love to apply. "
        "Resume attached.\n\nRobin",
        labels="Sent",
        file="cv.pdf",
    )
    answer = raw(
        number=2,
        sender="The Wool Nook <hello@thewoolnook.example>",
        to=ME,
        subject="Re: Seasonal help",
        text="Hi Robin! Unfortunately we have decided to go with another candidate.\n\nxo Shel",
        answers=1,
    )
    import_story(owner, tmp_path, [own, answer])
    assert Application.objects.get().company == "The Wool Nook"
