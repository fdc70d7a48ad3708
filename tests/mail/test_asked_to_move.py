from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import rounds_of
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw, story

BEFORE = story()[:2]
ENGLISH = (
    "Dear Robin, we would like to invite you to an interview for the Night Porter "
    "position on Tuesday, 17 March 2026 at 10:00 in our office.\n\nKim Alder",
    "Dear Kim, thank you. Tuesday is difficult for me. Would Thursday, 19 March work?",
    "Dear Robin, Thursday, 19 March at 14:00 is fine. See you then.\n\nKim Alder",
)
GERMAN = (
    "Guten Tag Robin Vale, wir laden Sie zum Vorstellungsgespräch als Nachtportier am "
    "Dienstag, 17. März 2026 um 10:00 Uhr ein.\n\nKim Alder",
    "Guten Tag, am Dienstag kann ich leider nicht. Ginge Donnerstag, der 19. März?",
    "Guten Tag, dann laden wir Sie am Donnerstag, 19. März um 14:00 Uhr zum "
    "Vorstellungsgespräch ein. Bis dann.\n\nKim Alder",
)


def talk(texts: tuple[str, str, str]) -> list[bytes]:
    return [
        raw(
            number=4 + place,
            sender=sender,
            to=THEM if sender == ME else ME,
            subject="Re: Interview for Night Porter",
            text=text,
            answers=3 + place if place else 2,
            labels="Sent" if sender == ME else "Inbox",
        )
        for place, (sender, text) in enumerate(
            zip((THEM, ME, THEM), texts, strict=True)
        )
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("texts", [ENGLISH, GERMAN], ids=["en", "de"])
def test_the_time_that_the_person_asked_for_takes_the_place_of_the_first(
    owner: Person, tmp_path: Path, texts: tuple[str, str, str], step: int
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk(texts)][::step])
    (found,) = rounds_of(owner, Application.objects.get())
    begins = found.begins(zone_name="UTC")
    assert begins is not None
    assert begins.replace(tzinfo=None) == datetime(2026, 3, 19, 14)  # noqa: DTZ001
    told = Event.objects.filter(kind=EventKind.ARRANGED, voided_by=None)
    wishes = [event.payload.get("own_wish") for event in told.order_by("at")]
    assert wishes == [True, None]


@pytest.mark.django_db
def test_without_the_wish_a_second_talk_is_one_of_its_own(
    owner: Person, tmp_path: Path
) -> None:
    first, _, _ = ENGLISH
    agreed = "Dear Kim, Tuesday at ten suits me well."
    second = (
        "Dear Robin, so that you can plan: the second interview, with our director, "
        "is on Thursday, 19 March at 14:00.\n\nKim Alder"
    )
    import_story(owner, tmp_path, [*BEFORE, *talk((first, agreed, second))])
    assert len(rounds_of(owner, Application.objects.get())) == 2
