"""Mail of somebody else at the employer, which names no employer, from file to ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage, Review
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw

COLLEAGUE = "Ines Duarte <ines@agencianebula.example>"
OTHERS = ("agencianebula.example", "nebula.example", "nebula-agencia.example")
TEXTS = {
    "en": "Hello Robin,\n\nWe would like to invite you to an interview on Tuesday, "
    "17 March 2026 at 10:00. Please bring your passport.\n\nBest wishes\nInes",
    "de": "Guten Tag Robin Vale,\n\nwir laden Sie herzlich zum Vorstellungsgespräch am "
    "Dienstag, 17. März 2026 um 10:00 Uhr ein.\n\nViele Grüße\nInes",
    "es": "Hola, Robin:\n\nNos gustaría invitarte a una entrevista el martes 17 de marzo "
    "de 2026 a las 10:00.\n\nUn saludo\nInes",
    "fr": "Bonjour Robin,\n\nNous souhaitons vous inviter à un entretien le mardi 17 mars "
    "2026 à 10h00.\n\nBien à vous\nInes",
}
pytestmark = pytest.mark.django_db


def from_colleague(
    text: str, *, subject: str = "Interview", sender: str = COLLEAGUE, number: int = 6
) -> bytes:
    return raw(number=number, sender=sender, to=ME, subject=subject, text=text)


def agency(domain: str = "agencianebula.example", *, role: str = "") -> list[bytes]:
    """Return how an application at "Agencia Nébula" began."""
    named = role or "Night Porter"
    return [
        raw(
            number=2 + bool(role),
            sender=f"Agencia Nebula <kim@{domain}>",
            to=ME,
            subject=f"Your application as {named} at Agencia Nebula",
            text=f"Thank you, we received your application as {named} at Agencia Nebula."
            "\n\nKim Alder\nAgencia Nebula",
        )
    ]


def waiting() -> list[str]:
    rows = MailMessage.objects.filter(review=Review.UNMATCHED)
    return list(rows.values_list("subject", flat=True))


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("domain", OTHERS)
@pytest.mark.parametrize("language", TEXTS)
def test_a_colleague_who_names_no_firm_writes_of_the_open_application(
    owner: Person, tmp_path: Path, language: str, domain: str, step: int
) -> None:
    invited = from_colleague(TEXTS[language], sender=f"Ines Duarte <ines@{domain}>")
    import_story(owner, tmp_path, [*agency(domain), invited][::step])
    application = Application.objects.get()
    assert application.company == "Agencia Nebula"
    assert not waiting()
    told = Event.objects.get(kind=EventKind.INTERVIEW, voided_by=None)
    assert told.application == application


@pytest.mark.parametrize("step", [1, -1])
def test_it_finds_its_home_where_the_firm_was_read_before(
    owner: Person, tmp_path: Path, step: int
) -> None:
    for letter in [*agency(), from_colleague(TEXTS["es"])][::step]:
        import_story(owner, tmp_path, [letter])
    application = Application.objects.get(merged_into=None)
    assert not waiting()
    told = Event.objects.get(kind=EventKind.INTERVIEW, voided_by=None)
    assert told.application == application


@pytest.mark.parametrize("step", [1, -1])
def test_of_several_open_applications_the_role_tells_which(
    owner: Person, tmp_path: Path, step: int
) -> None:
    text = TEXTS["en"].replace("an interview", "an interview for Night Porter")
    letters = [*agency(), *agency(role="Harbour Clerk"), from_colleague(text)]
    import_story(owner, tmp_path, letters[::step])
    told = Event.objects.get(kind=EventKind.INTERVIEW, voided_by=None)
    assert told.application.role == "Night Porter"


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("domain", OTHERS)
def test_of_several_open_applications_without_a_role_the_person_says_which(
    owner: Person, tmp_path: Path, domain: str, step: int
) -> None:
    letters = [*agency(domain), *agency(domain, role="Harbour Clerk")]
    letters.append(from_colleague(TEXTS["en"], sender=f"Ines <ines@{domain}>"))
    import_story(owner, tmp_path, letters[::step])
    assert Application.objects.filter(merged_into=None).count() == 2
    assert waiting() == ["Interview"]


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    "sender", ["ines.duarte@gmail.com", "ines@agencianebula.greenhouse.io"]
)
def test_from_a_provider_or_a_vendor_it_waits(
    owner: Person, tmp_path: Path, sender: str, step: int
) -> None:
    domain = sender.rpartition("@")[2]
    invited = from_colleague(TEXTS["en"], sender=f"Ines Duarte <{sender}>")
    import_story(owner, tmp_path, [*agency(domain), invited][::step])
    assert waiting() == ["Interview"]


@pytest.mark.parametrize("step", [1, -1])
def test_where_one_domain_writes_for_two_firms_it_waits(
    owner: Person, tmp_path: Path, step: int
) -> None:
    other = agency(role="Harbour Clerk")[0].replace(b"Agencia Nebula", b"Quay Foods")
    letters = [*agency(), other, from_colleague(TEXTS["en"])]
    import_story(owner, tmp_path, letters[::step])
    assert waiting() == ["Interview"]
