"""The person's yes to what a recruiter proposed, and applications in words of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.applications.services import rounds_of
from onward.mail.rules.talks.own_mail import SentMeaning, meaning_of_sent
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw, sent

AGENT = "Kerstin Wolf <wolf@zeitraum-personal.example>"
APPROACH = raw(
    number=1,
    sender=AGENT,
    to=ME,
    subject="Empfang in einer Kanzlei",
    text=(
        "Hallo Robin Vale,\n\nich habe eine neue Vakanz auf dem Tisch: Mitarbeiterin Empfang in einer "
        "Kanzlei in Leipzig, 30 Std., vormittags. Soll ich Ihr Profil hinschicken?\n\nViele Grüße\n"
        "Kerstin Wolf"
    ),
)


def answered(text: str, *, number: int = 2, answers: int = 1) -> bytes:
    return raw(
        number=number,
        sender=ME,
        to=AGENT,
        subject="Re: Empfang",
        text=text,
        answers=answers,
        labels="Sent",
    )


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    ("text", "is_applied"),
    [
        ("Klingt gut, bitte schicken Sie mein Profil hin.", True),
        ("Klingt gut, wie weit ist das denn?", False),
    ],
)
def test_a_yes_to_who_wrote_first_is_an_application(
    owner: Person, tmp_path: Path, text: str, step: int, *, is_applied: bool
) -> None:
    import_story(owner, tmp_path, [APPROACH, answered(text)][::step])
    assert Event.objects.filter(kind=EventKind.APPLIED).exists() is is_applied
    if is_applied:
        application = Application.objects.get()
        assert application.company == "Zeitraum Personal"
        assert "Empfang" in application.role


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_a_yes_to_what_a_no_proposes_begins_another(
    owner: Person, tmp_path: Path, step: int
) -> None:
    board = raw(
        number=1,
        sender="Stepstone <noreply@stepstone.de>",
        to=ME,
        subject="Deine Bewerbung wurde verschickt: Lagerist (m/w/d)",
        text="Deine Bewerbung ist unterwegs.\n\nLagerist (m/w/d)\nZeitraum Personal GmbH\nWurzen",
    )
    no = raw(
        number=5,
        sender=AGENT,
        to=ME,
        subject="Wurzen / neuer Vorschlag",
        text=(
            "Hallo Robin Vale,\n\nleider hat unser Kunde in Wurzen den Bedarf für das Lager komplett "
            "zurückgezogen.\n\nAber ich habe was Neues reinbekommen: Assistenz der Lagerleitung (m/w/d) "
            "in Grimma. Darf ich Ihr Profil dort vorstellen?\n\nViele Grüße\nKerstin Wolf"
        ),
    )
    yes = answered("Ja bitte, stellen Sie mich dort gern vor.", number=6, answers=5)
    import_story(owner, tmp_path, [board, no, yes][::step])
    found = {each.role: each for each in Application.objects.all()}
    assert set(found) == {"Lagerist", "Assistenz der Lagerleitung"}
    assert found["Lagerist"].no_kind == NoKind.JOB_WENT_AWAY
    assert found["Assistenz der Lagerleitung"].stage == Stage.APPLIED


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Verwaltungskraft",
            "Liebes Team, über den Aushang bin ich auf Ihre Stelle als Verwaltungskraft aufmerksam "
            "geworden. Meinen Lebenslauf hänge ich an.",
        ),
        (
            "Minijob",
            "Hallo, ich habe gehört, dass ihr jemanden fürs Büro sucht. Kurzer Lebenslauf hängt dran.",
        ),
        (
            "Bewerbung Sachbearbeiterin",
            "hiermit bewerbe ich mich um die Stelle. Wie gewünscht erhalten Sie alle Unterlagen in einer "
            "PDF-Datei.",
        ),
    ],
)
def test_papers_that_hang_on_a_letter_are_in_it(subject: str, text: str) -> None:
    message = sent(subject, text)
    meaning = meaning_of_sent(message, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.APPLIED


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("shown", "company"),
    [
        ("Hochschule Werratal, Dezernat Personal", "Hochschule Werratal"),
        ("Förderverein Alte Weberei e. V.", "Förderverein Alte Weberei e. V."),
    ],
)
def test_an_office_behind_a_comma_is_no_part_of_the_employer(
    owner: Person, tmp_path: Path, shown: str, company: str
) -> None:
    letter = raw(
        number=1,
        sender=ME,
        to=f'"{shown}" <personal@werratal.example>',
        subject="Bewerbung als Sachbearbeiterin",
        text="hiermit bewerbe ich mich. Anbei meine Unterlagen.",
        labels="Sent",
    )
    import_story(owner, tmp_path, [letter])
    assert Application.objects.get().company == company


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_a_talk_that_is_off_today_is_put_off_and_set_again(
    owner: Person, tmp_path: Path, step: int
) -> None:
    them = "Silvio Rabe <s.rabe@elektro-rabe.example>"
    letters = [
        raw(
            number=1,
            sender=ME,
            to=them,
            subject="Bewerbung als Elektriker",
            text="hiermit bewerbe ich mich. Anbei meine Unterlagen.",
            labels="Sent",
        ),
        raw(
            number=3,
            sender=them,
            to=ME,
            subject="AW: Bewerbung als Elektriker",
            text="Hallo Herr Vale, gern lade ich Sie zum Gespräch ein: Dienstag, 10.03.2026 um 16:00 Uhr.",
            answers=1,
        ),
        raw(
            number=8,
            sender=them,
            to=ME,
            subject="heute",
            text="Hallo Herr Vale, muss für heute leider absagen, liege flach. Melde mich wegen neuem Termin.",
        ),
        raw(
            number=10,
            sender=them,
            to=ME,
            subject="Re: heute",
            text="So, wieder fit. Montag 16.03. um 15:30 Uhr? Gleicher Ort",
        ),
    ]
    import_story(owner, tmp_path, letters[::step])
    application = Application.objects.get()
    assert application.no_kind == ""
    held = [each for each in rounds_of(owner, application) if each.starts_at]
    assert held[-1].starts_at is not None
    assert (held[-1].starts_at.day, held[-1].starts_at.hour) == (16, 15)
