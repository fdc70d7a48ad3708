"""A talk that is moved takes place, and people, of the mail that moves it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.applications.rules.round import Round
from onward.applications.services import asks, rounds_of
from onward.exchange.services.calendar import ledger_entries
from onward.people.models import Person
from tests.mail.own_story import import_story
from tests.mail.test_asked_to_move import BEFORE, talk

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 16, 20, tzinfo=UTC)
INVITED = (
    "Dear Robin, we would like to invite you to an interview for the Night Porter "
    "position on Tuesday, 17 March 2026 at 10:00. Please come to our office, 12 Mill Lane, "
    "Leeds. You will meet Ida Roe and Tom Hall.\n\nKim Alder"
)
YES = "Dear Kim, yes, Tuesday at ten is fine."
FIRST = ("our office, 12 Mill Lane, Leeds", "Ida Roe, Tom Hall")
AT_TEN = datetime(2026, 3, 17, 10, tzinfo=UTC)
AT_FOUR = datetime(2026, 3, 19, 16, tzinfo=UTC)


def told(person: Person, tmp_path: Path, *texts: str, step: int = 1) -> Round:
    first, second, third = texts
    import_story(person, tmp_path, [*BEFORE, *talk((first, second, third))][::step])
    (found,) = rounds_of(person, Application.objects.get())
    return found


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    ("text", "place", "people", "begins"),
    [
        (
            "Dear Robin, we have to move your interview to Thursday, 19 March at 16:00. Please come to "
            "our depot at 5 Dock Road, Leeds. You will meet Olga Winter.\n\nKim",
            "our depot at 5 Dock Road, Leeds",
            "Olga Winter",
            AT_FOUR,
        ),
        (
            "Dear Robin, we have to move your interview to Thursday, 19 March at 16:00. See you then.\n\nKim",
            *FIRST,
            AT_FOUR,
        ),
        (
            "Dear Robin, we have to move your interview to Thursday, 19 March at 16:00, in our office. "
            "You will meet Ida Roe.\n\nKim",
            *FIRST,
            AT_FOUR,
        ),
        (
            "Dear Robin, a small change: we meet in our other office, Hafenstr. 3, instead. "
            "The time stays the same.\n\nKim",
            "our other office, Hafenstr. 3",
            FIRST[1],
            AT_TEN,
        ),
        (
            "Dear Robin, the interview will now take place at 14 Dock Road, York. All else stays as "
            "agreed.\n\nKim",
            "14 Dock Road, York",
            FIRST[1],
            AT_TEN,
        ),
        (
            "Dear Robin, the interview on Tuesday is on Teams now, a link follows.\n\nKim",
            "",
            FIRST[1],
            AT_TEN,
        ),
        (
            "Dear Robin, we look forward to the interview on Tuesday at our office in Mill Lane.\n\nKim",
            *FIRST,
            AT_TEN,
        ),
    ],
    ids=["moved", "time", "said again", "place", "now at", "screen", "reminder"],
)
def test_a_later_mail_tells_place_and_people(
    owner: Person,
    tmp_path: Path,
    text: str,
    place: str,
    people: str,
    begins: datetime,
    step: int,
) -> None:
    found = told(owner, tmp_path, INVITED, YES, text, step=step)
    assert (found.place, found.people) == (place, people)
    assert found.begins(zone_name="UTC") == begins


@pytest.mark.parametrize(
    ("invited", "text", "place"),
    [
        (
            "Guten Tag Robin Vale, wir laden Sie zum Vorstellungsgespräch als Nachtportier am Dienstag, "
            "17. März 2026 um 10:00 Uhr ein. Ort: Lindenstraße 12, Köln\n\nKim Alder",
            "Guten Tag, eine kleine Änderung: Das Vorstellungsgespräch findet in der Hafenstraße 3 statt. "
            "Die Uhrzeit bleibt.\n\nKim Alder",
            "Hafenstraße 3",
        ),
        (
            "Hej Robin, vi vill bjuda in dig till en intervju för tjänsten som nattportier tisdagen den "
            "17 mars 2026 kl. 10:00 på Storgatan 4.\n\nKim Alder",
            "Hej Robin, en liten ändring: intervjun hålls på Hamngatan 9. Tiden är densamma.\n\nKim Alder",
            "Hamngatan 9",
        ),
        (
            "Buongiorno Robin, La invitiamo a un colloquio per il posto di portiere di notte martedì 17 "
            "marzo 2026 alle 10:00 in Via Garibaldi 8, Torino.\n\nKim Alder",
            "Buongiorno Robin, piccolo cambiamento: il colloquio si terrà in Via Dante 30. L'orario resta "
            "lo stesso.\n\nKim Alder",
            "Via Dante 30",
        ),
    ],
    ids=["de", "sv", "it"],
)
def test_a_place_changes_in_other_languages(
    owner: Person, tmp_path: Path, invited: str, text: str, place: str
) -> None:
    found = told(owner, tmp_path, invited, "OK, Robin", text)
    assert found.place == place
    assert found.begins(zone_name="UTC") == AT_TEN


def test_a_changed_place_is_told_wherever_the_person_looks(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    text = (
        "Dear Robin, a small change: we meet in our other office, Hafenstr. 3, instead. "
        "The time stays the same.\n\nKim"
    )
    told(owner, tmp_path, INVITED, YES, text)
    with time_machine.travel(NOW, tick=False):
        (ahead,) = asks(owner, now=NOW)
        assert ahead.round.place == "our other office, Hafenstr. 3"
        (entry,) = ledger_entries(owner, now=NOW)
        assert (entry.starts, entry.place) == (AT_TEN, "our other office, Hafenstr. 3")
        for name in ("applications:ahead", "calendar:home"):
            page = owner_client.get(reverse(name)).content.decode()
            assert "Hafenstr. 3" in page, name
            assert "12 Mill Lane" not in page, name
        key = Application.objects.get().pk
        page = owner_client.get(f"/applications/{key}/").content.decode()
        assert "Hafenstr. 3" in page
