"""In whatever order one file holds its mail, the ledger is the same: Takeout writes the newest first."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import make_person, quiet
from tests.mail.own_story import raw
from tests.mail.raw_mail import make_mbox

pytestmark = pytest.mark.django_db

ME = "Robin Vale <robin@person.example>"
PETRA = "Petra Holm <petra.holm@staffbridge.example>"
JULES = "Jules Ferrand <jules.ferrand@relaisemploi.example>"
NADINE = "Nadine Kern <n.kern@zeitwerk-personal.example>"

ENGLISH = (
    raw(
        number=1,
        sender=PETRA,
        to=ME,
        subject="Shop assistant - a first talk",
        text="Dear Robin,\n\nI saw your application for Shop Assistant. Would you come to an "
        "interview on Thursday 12 March 2026 at 11:00?\n\nPetra Holm\nStaffbridge Ltd",
    ),
    raw(
        number=2,
        sender=ME,
        to=PETRA,
        subject="Re: Shop assistant - a first talk",
        text="Dear Petra,\n\nThursday at 11 is fine, thank you.\n\nRobin",
        answers=1,
        labels="Sent",
    ),
    raw(
        number=40,
        sender=PETRA,
        to=ME,
        subject="Oldmill Medical Centre",
        text="Dear Robin,\n\nunfortunately the client has decided to go ahead with another "
        "candidate.\n\nPetra",
    ),
)
FRENCH = (
    raw(
        number=1,
        sender=JULES,
        to=ME,
        subject="Entretien - vendeur",
        text="Bonjour,\n\nVotre candidature au poste de vendeur nous intéresse. Je vous propose "
        "un entretien le jeudi 12 mars 2026 à 11h.\n\nJules Ferrand\nRelais Emploi SARL",
    ),
    raw(
        number=2,
        sender=ME,
        to=JULES,
        subject="Re: Entretien - vendeur",
        text="Bonjour,\n\njeudi à 11h me convient, merci.\n\nRobin",
        answers=1,
        labels="Envoyés",
    ),
    raw(
        number=40,
        sender=JULES,
        to=ME,
        subject="Clinique des Tilleuls",
        text="Bonjour,\n\nmalheureusement votre candidature n'a pas été retenue par le client.\n\n"
        "Jules Ferrand",
    ),
)
GERMAN = (
    raw(
        number=1,
        sender=NADINE,
        to=ME,
        subject="Vorstellungsgespräch Verkäufer",
        text="Guten Tag,\n\nvielen Dank für Ihre Bewerbung als Verkäufer. Ich lade Sie zu einem "
        "Vorstellungsgespräch am Donnerstag, 12. März 2026 um 11 Uhr ein.\n\nNadine Kern\n"
        "Zeitwerk Personal GmbH",
    ),
    raw(
        number=2,
        sender=ME,
        to=NADINE,
        subject="AW: Vorstellungsgespräch Verkäufer",
        text="Guten Tag,\n\nDonnerstag um 11 Uhr passt mir gut.\n\nRobin",
        answers=1,
        labels="Gesendet",
    ),
    raw(
        number=40,
        sender=NADINE,
        to=ME,
        subject="Klinikum Birkenau",
        text="Guten Tag,\n\nleider hat sich der Kunde für eine andere Bewerberin entschieden.\n\n"
        "Nadine Kern",
    ),
)


def ledger_of(person: Person) -> list[tuple[str, ...]]:
    rows = Application.objects.for_person(person).filter(merged_into=None)
    return sorted((row.company, row.role, row.stage, row.no_kind) for row in rows)


@pytest.mark.parametrize("mails", [ENGLISH, FRENCH, GERMAN])
def test_the_order_of_mails_within_one_file_decides_nothing(
    tmp_path: Path, mails: tuple[bytes, ...]
) -> None:
    found = []
    for place, order in enumerate(permutations(mails)):
        person = make_person(name=f"Robin {place}")
        box = tmp_path / f"{place}.mbox"
        box.write_bytes(make_mbox(*order))
        import_paths(person, [box], progress=quiet)
        found.append(ledger_of(person))
    assert found == [found[0]] * len(found)


def test_whose_an_open_talk_is_stays_when_their_recruiter_says_no_for_another(
    owner: Person, tmp_path: Path
) -> None:
    box = tmp_path / "newest-first.mbox"
    box.write_bytes(make_mbox(*reversed(ENGLISH)))
    import_paths(owner, [box], progress=quiet)
    assert ("Staffbridge Ltd", "Shop Assistant", "interview", "") in ledger_of(owner)
