"""Another time for an interview that was called off, in a mail that answers none."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.applications.services import rounds_of
from onward.mail.models import MailMessage
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw

pytestmark = pytest.mark.django_db
AGENT = "Sven Oltmanns <oltmanns@talentbruecke.example>"
SIGNED = "\n\nViele Grüße\nSven Oltmanns"


def mail(number: int, subject: str, text: str, *, sender: str = AGENT) -> bytes:
    said = f"Hallo Frau Vale,\n\n{text}{SIGNED}"
    return raw(number=number, sender=sender, to=ME, subject=subject, text=said)


OF_ONE = (
    mail(
        1,
        "Einladung: Gespräch Möbelhaus Ostertor",
        "gute Nachrichten: Das Möbelhaus Ostertor möchte Sie am Mittwoch, 11. März 2026, "
        "um 11 Uhr zum Vorstellungsgespräch kennenlernen.",
    ),
    mail(
        5,
        "Abgesagt: Gespräch Möbelhaus Ostertor",
        "das Vorstellungsgespräch beim Möbelhaus Ostertor am 11. März muss leider "
        "entfallen. Ich melde mich mit einem neuen Termin.",
    ),
)
# The same agent writes for another employer, too.
FIRST = (
    *OF_ONE,
    mail(
        7,
        "Rückmeldung Bremer Kaffeekontor",
        "heute kam die Rückmeldung vom Bremer Kaffeekontor: Man hat Ihre Bewerbung als "
        "Lageristin erhalten und meldet sich in drei Wochen.",
    ),
)
ANEW = "der neue Termin steht: Dienstag, 24. März 2026, 15 Uhr, Lagerweg 2."
AT = [(24, 15, 0)]


def begins(person: Person) -> list[tuple[int, int, int]]:
    told = rounds_of(person, Application.objects.get(company__contains="Ostertor"))
    starts = [each.begins(zone_name="UTC") for each in told if not each.is_settled]
    return [(at.day, at.hour, at.minute) for at in starts if at]


@pytest.mark.parametrize("step", [1, -1])
def test_it_is_told_where_its_subject_names_the_employer(
    owner: Person, tmp_path: Path, step: int
) -> None:
    anew = mail(12, "Neuer Termin Möbelhaus Ostertor", ANEW)
    import_story(owner, tmp_path, [*FIRST, anew][::step])
    assert begins(owner) == AT


def test_of_somebody_else_it_is_not(owner: Person, tmp_path: Path) -> None:
    praxis = "Praxis Lind <praxis@lind.example>"
    anew = mail(12, "Neuer Termin Möbelhaus Ostertor", ANEW, sender=praxis)
    import_story(owner, tmp_path, [*FIRST, anew])
    assert begins(owner) == []
    assert MailMessage.objects.count() == len(FIRST)


def test_after_a_no_it_is_not(owner: Person, tmp_path: Path) -> None:
    no = mail(
        9,
        "Möbelhaus Ostertor",
        "das Möbelhaus Ostertor hat sich leider für eine andere Bewerberin entschieden.",
    )
    anew = mail(12, "Neuer Termin Möbelhaus Ostertor", ANEW)
    import_story(owner, tmp_path, [*FIRST, no, anew])
    assert begins(owner) == []
