"""What begins a subject and says what the mail is about is no house."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.facts.employers.told_parts import is_matter
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message
from tests.mail.rules.letters import make_message

WRITER = "ines.hale@meridian-translations.example"


def message_of(subject: str, text: str, *, sender: str = WRITER) -> Message:
    message = make_message(subject, text)
    return replace(message, sender=Address("Ines Hale", sender))


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Next step: short exercise (Junior Project Manager)",
            "Dear Robin,\n\nAs a next step we ask you to do a short scheduling exercise (attached). Please send it back by Friday, 27 November, 6pm.\n\nBest wishes,\nInes",
        ),
        (
            "Next step: interview for Junior Project Manager",
            "Dear Robin,\n\nNext step is an interview with our team. Are you free on Thursday?\n\nInes",
        ),
        (
            "Quick question - Junior Project Manager",
            "Dear Robin,\n\nQuick question: could you send us your certificates?\n\nInes",
        ),
        (
            "Aufgabe: Projektmanager (m/w/d)",
            "Liebe Robin,\n\nim Anhang finden Sie eine Aufgabe. Bitte lösen Sie die Aufgabe bis Freitag als Teil Ihrer Bewerbung.\n\nInes",
        ),
        (
            "Der nächste Schritt: Projektmanager (m/w/d)",
            "Liebe Robin,\n\nDer nächste Schritt ist ein Vorstellungsgespräch am Donnerstag, 3. Dezember um 15 Uhr.\n\nInes",
        ),
        (
            "Étape suivante : Chef de projet",
            "Bonjour Robin,\n\nÉtape suivante de votre candidature : un test, à rendre vendredi.\n\nInès",
        ),
        (
            "Siguiente paso: Gestor de proyectos",
            "Hola, Robin:\n\nComo siguiente paso te pedimos una prueba breve. El siguiente paso es una entrevista el jueves 3 de diciembre a las 16:00.\n\nInés",
        ),
        (
            "Una domanda: Project Manager",
            "Ciao Robin,\n\nUna domanda sulla tua candidatura: puoi inviarci i certificati?\n\nInes",
        ),
        (
            "Próximo passo: Gestor de Projetos",
            "Olá Robin,\n\nPróximo passo: uma entrevista na quinta-feira, 3 de dezembro, às 15h.\n\nInês",
        ),
        (
            "Opdracht: Projectmanager",
            "Hoi Robin,\n\nOpdracht als bijlage, graag voor het gesprek maken. De opdracht duurt een uur.\n\nInes",
        ),
        (
            "Następny krok: Kierownik projektu",
            "Dzień dobry,\n\nNastępny krok w rekrutacji: rozmowa kwalifikacyjna w czwartek 3 grudnia o 15:00.\n\nInes",
        ),
        (
            "Nästa steg: Projektledare",
            "Hej Robin,\n\nNästa steg i rekryteringen är en intervju torsdag 3 december kl. 15.\n\nInes",
        ),
        (
            "Sonraki adım: Proje Yöneticisi",
            "Merhaba Robin,\n\nSonraki adım bir mülakat. Mülakat 3 Aralık Perşembe saat 15:00'te.\n\nInes",
        ),
    ],
)
def test_what_a_mail_is_about_is_no_house(subject: str, text: str) -> None:
    reading = read_message(message_of(subject, text))
    assert reading.company == "Meridian Translations"
    assert reading.role in subject


@pytest.mark.parametrize(
    ("subject", "text", "company"),
    [
        (
            "Step One: Junior Project Manager",
            "Dear Robin,\n\nThank you for applying to Step One.\n\nInes",
            "Step One",
        ),
        (
            "Acme: Junior Project Manager",
            "Dear Robin,\n\nThank you for your application. Acme is glad to invite you to an interview.\n\nInes",
            "Acme",
        ),
        (
            "Next Level Gaming - Junior Project Manager",
            "Dear Robin,\n\nThank you for applying to Next Level Gaming.\n\nInes",
            "Next Level Gaming",
        ),
        (
            "Aufgabenhelden: Projektmanager (m/w/d)",
            "Liebe Robin,\n\nvielen Dank für Ihre Bewerbung bei Aufgabenhelden.\n\nInes",
            "Aufgabenhelden",
        ),
        (
            "First Steps: Nursery Nurse",
            "Dear Robin,\n\nThank you for applying to First Steps.\n\nInes",
            "First Steps",
        ),
    ],
)
def test_a_house_that_sounds_so_stays(subject: str, text: str, company: str) -> None:
    message = message_of(subject, text, sender="no-reply@post.example")
    assert read_message(message).company == company


def test_a_step_that_sends_the_mail_is_a_house() -> None:
    message = message_of(
        "Next Step: Youth Worker",
        "Dear Robin,\n\nThank you for your application. The next step is up to us.\n\nInes",
        sender="jobs@nextstep.example",
    )
    assert read_message(message).company == "Next Step"


@pytest.mark.parametrize(
    "part",
    [
        "Acme",
        "Step One",
        "Stepping Stones",
        "Aufgabenhelden",
        "Fragezeichen Verlag",
        "Steps Dance",
        "Etape Verkehr",
        "Paso Doble",
        "Passo a Passo",
        "Stap voor Stap",
        "Zadanie Plus",
        "Nästa Generation",
        "Adım Atölye",
        "Question Mark Ltd",
        "Exercise First",
    ],
)
def test_other_parts_may_be_houses(part: str) -> None:
    assert not is_matter(part)
