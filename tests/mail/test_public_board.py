"""A board of the public service passes an application on to "die Behörde": that names no employer."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw

CITY = "Stadt Ellernhausen - Personalamt <personalamt@stadt-ellernhausen.example>"
RECEIVED = """Sehr geehrte Frau Vale,

hiermit bestätigen wir den Eingang Ihrer Bewerbung auf die Stelle "Sachbearbeitung Bürgerbüro" (Kennziffer 33-2026-14).

Im Auftrag
Wiegand
Magistrat der Stadt Ellernhausen"""


def _passed_on(to: str, *, city: str = "Stadt Ellernhausen, ") -> bytes:
    return raw(
        number=1,
        sender="Interamt <noreply@interamt.example>",
        to=ME,
        subject="Interamt: Ihre Bewerbung auf das Stellenangebot ID 1187423",
        text=f"""Guten Tag Robin Vale,

Ihre Bewerbung auf das Stellenangebot

  Sachbearbeiter/in (m/w/d) Bürgerbüro, EG 8 TVöD, Kennziffer 33-2026-14
  {city}Stellenangebots-ID 1187423

wurde erfolgreich an {to} übermittelt.""",
    )


@pytest.mark.django_db
@pytest.mark.parametrize("city", ["Stadt Ellernhausen, ", ""])
def test_what_a_board_passed_on_is_one_with_what_the_city_received(
    owner: Person, tmp_path: Path, city: str
) -> None:
    received = raw(
        number=8,
        sender=CITY,
        to=ME,
        subject="Eingangsbestätigung - Stellenausschreibung 33-2026-14",
        text=RECEIVED,
    )
    told = [_passed_on("die Behörde", city=city), received]
    import_story(owner, tmp_path, told)
    (found,) = Application.objects.all()
    assert found.company == "Stadt Ellernhausen"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["Umweltbehörde Ellernhausen", "Stadtwerke Ellernhausen"]
)
def test_whom_a_board_names_is_the_employer(
    owner: Person, tmp_path: Path, name: str
) -> None:
    import_story(owner, tmp_path, [_passed_on(f"die {name}", city="")])
    assert Application.objects.get().company == name
