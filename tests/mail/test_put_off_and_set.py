"""An interview that was put off without a day, and for which a time is named later."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.applications.services import rounds_of
from onward.people.models import Person
from tests.mail.own_story import ME, START, THEM, import_story, raw
from tests.mail.test_asked_to_move import BEFORE

INVITED = "Dear Robin, we'd like to interview you for the Night Porter position on Thursday, 12 March at 11 am.\n\nKim Alder"
EINGELADEN = "Guten Tag Robin Vale, wir laden Sie zum Vorstellungsgespräch als Nachtportier am Donnerstag, 12. März um 11 Uhr ein.\n\nKim Alder"
OFF = "Hi Robin, so sorry, our manager is out so we have to cancel tomorrow. I'll get back to you with another day!\n\nKim"
VERSCHOBEN = "Leider müssen wir unser Gespräch vom Donnerstag verschieben. Ich melde mich mit einem neuen Termin.\n\nKim Alder"
BARE = "Guten Tag Robin Vale, gerne laden wir Sie zu einem Vorstellungsgespräch als Nachtportier ein.\n\nKim Alder"
THEN, LATER = (START.replace(month=3, day=day) for day in (11, 17))


def mails(
    *told: tuple[datetime, str], subject: str = "Re: Interview for Night Porter"
) -> list[bytes]:
    """Return mails of theirs, each in answer to the one before."""
    numbers = [(at - START).days for at, _ in told]
    return [
        raw(
            number=number,
            sender=THEM,
            to=ME,
            subject=subject if place else "Interview for Night Porter",
            text=text,
            answers=numbers[place - 1] if place else 2,
        )
        for place, (number, (_, text)) in enumerate(zip(numbers, told, strict=True))
    ]


def begins_of(owner: Person) -> list[datetime | None]:
    found = rounds_of(owner, Application.objects.get())
    return [each.begins(zone_name="UTC") for each in found]


FIRST = START.replace(month=3, day=6)


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    ("first", "off", "then", "at", "hour"),
    [
        (INVITED, OFF, "Hi Robin! ok everyone is healthy again :) could you do Thursday, March 26 at 11 am instead?\n\nKim", LATER, (26, 11)),
        (INVITED, OFF, "could you do 3/26 at 11 instead? Same address.\n\nKim", LATER, (26, 11)),
        (INVITED, OFF, "Hi Robin! could you do Thursday, March 26 at 11 am instead?\n\nKim", THEN, (26, 11)),
        (INVITED, OFF, "Hi Robin, we'd like to see you for the interview on Tuesday, 24 March at 2 pm.\n\nKim", LATER, (24, 14)),
        (EINGELADEN, VERSCHOBEN, "Neuer Vorschlag für unser Gespräch: Donnerstag, 26. März, 11.00 Uhr, gleicher Ort. Geht das?\n\nKim Alder", LATER, (26, 11)),
        (EINGELADEN, VERSCHOBEN, "Ginge stattdessen Donnerstag, 26. März, um 11 Uhr?\n\nKim Alder", LATER, (26, 11)),
    ],
)  # fmt: skip
def test_the_time_named_later_is_when_it_is(
    owner: Person,
    tmp_path: Path,
    first: str,
    off: str,
    then: str,
    at: datetime,
    hour: tuple[int, int],
    step: int,
) -> None:
    put_off = START.replace(month=3, day=10 if at is THEN else 11)
    told = mails((FIRST, first), (put_off, off), (at, then))
    import_story(owner, tmp_path, [*BEFORE, *told][::step])
    assert begins_of(owner) == [datetime(2026, 3, *hour, tzinfo=UTC)]


@pytest.mark.django_db
def test_without_a_time_no_day_of_before_is_agreed_on(
    owner: Person, tmp_path: Path
) -> None:
    then = "Hi Robin! could you do Thursday, March 26 instead?\n\nKim"
    told = mails((FIRST, INVITED), (THEN, OFF), (LATER, then))
    import_story(owner, tmp_path, [*BEFORE, *told])
    assert begins_of(owner) == [None]


@pytest.mark.django_db
def test_a_further_talk_is_another_one(owner: Person, tmp_path: Path) -> None:
    further = "Dear Robin, thank you for coming in. We invite you to a second interview on Tuesday, 24 March at 2 pm.\n\nKim Alder"
    told = mails((FIRST, INVITED), (LATER, further))
    import_story(owner, tmp_path, [*BEFORE, *told])
    hours = [(12, 11), (24, 14)]
    assert begins_of(owner) == [datetime(2026, 3, *at, tzinfo=UTC) for at in hours]


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_a_new_time_of_one_that_had_none_is_its_own(
    owner: Person, tmp_path: Path, step: int
) -> None:
    then = "Neuer Vorschlag für unser Gespräch: Donnerstag, 26. März, 11.00 Uhr, gleicher Ort. Geht das?\n\nKim Alder"
    told = mails((FIRST, BARE), (THEN, then), subject="Neuer Termin")
    import_story(owner, tmp_path, [*BEFORE, *told][::step])
    assert begins_of(owner) == [datetime(2026, 3, 26, 11, tzinfo=UTC)]


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    "then",
    [
        "Hi Robin, I'll call you on Monday, 16 March at 10 am to agree on a date.\n\nKim",
        "Hi Robin, I'll call you on Monday, 16 March at 10 am to agree on a date for the interview.\n\nKim",
        "Hi Robin, can I ring you on Monday, 16 March at 10 am about a new date?\n\nKim",
        "Hi Robin, we would like to invite you to a trial shift on Tuesday 17 March at 9 pm.\n\nKim",
        "Hi Robin, in the meantime, could you come to a trial shift on Tuesday 17 March at 9 pm?\n\nKim",
        "Hi Robin, we have an open evening on Tuesday 17 March at 6 pm, do come along.\n\nKim",
        "Hi Robin, would you like to come to our open evening on Tuesday 17 March at 6 pm? The interview will follow later.\n\nKim",
        "Guten Tag Robin Vale, ich rufe Sie am Montag, 16. März um 10 Uhr an, um einen neuen Termin zu finden.\n\nKim Alder",
        "Guten Tag Robin Vale, gerne laden wir Sie zum Probearbeiten am Dienstag, 17. März um 9 Uhr ein.\n\nKim Alder",
    ],
)
def test_another_appointment_does_not_set_what_was_put_off(
    owner: Person, tmp_path: Path, then: str, step: int
) -> None:
    told = mails((FIRST, INVITED), (THEN, OFF), (START.replace(month=3, day=13), then))
    import_story(owner, tmp_path, [*BEFORE, *told][::step])
    found = rounds_of(owner, Application.objects.get())
    off = [each for each in found if each.moved_from is not None or each.outcome]
    assert [each.begins(zone_name="UTC") for each in off] == [None]
