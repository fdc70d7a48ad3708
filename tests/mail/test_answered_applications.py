"""First letters without papers that a firm answers, and what the person calls that firm."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.mail.models import MailMessage
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw


def _letter(*, to: str, subject: str, text: str) -> bytes:
    return raw(number=1, sender=ME, to=to, subject=subject, text=text, labels="Sent")


def _answer(*, sender: str, subject: str, text: str, answers: int = 1) -> bytes:
    return raw(
        number=3, sender=sender, to=ME, subject=subject, text=text, answers=answers
    )


ASKED_IN = (
    "Hoi Robin,\n\nWat een leuk bericht over de functie! Kom je dinsdag 7 april om 18.45 uur op "
    "gesprek? Dan laat ik je de groepen zien.\n\nWietske"
)


@pytest.mark.django_db
@pytest.mark.parametrize(("answers", "count"), [(1, 1), (0, 0)])
def test_a_letter_without_papers_that_is_answered_is_an_application(
    owner: Person, tmp_path: Path, answers: int, count: int
) -> None:
    letter = _letter(
        to="Kinderopvang Het Kwetternest <planning@kwetternest.example>",
        subject="Sollicitatie groepshulp",
        text="Mijn buurvrouw vertelde dat jullie iemand zoeken. Mag ik eens langskomen?",
    )
    answer = _answer(
        sender="Wietske Dijk <wietske@kwetternest.example>",
        subject="Re: Sollicitatie groepshulp" if answers else "Gesprek",
        text=ASKED_IN,
        answers=answers,
    )
    import_story(owner, tmp_path, [letter, answer])
    assert MailMessage.objects.filter(verdict="applied").count() == count
    if count:
        assert Application.objects.get().company == "Kinderopvang Het Kwetternest"


@pytest.mark.django_db
def test_a_question_how_an_application_stands_is_no_application_once_answered(
    owner: Person, tmp_path: Path
) -> None:
    question = _letter(
        to="Spedition Breitner <dispo@breitner.example>",
        subject="Bewerbung als Disponent",
        text="Guten Tag, ich wollte nachfragen, wie der Stand meiner Bewerbung ist.",
    )
    answer = _answer(
        sender="Jo Breitner <dispo@breitner.example>",
        subject="Re: Bewerbung als Disponent",
        text="Hallo Robin, wir laden Sie zum Vorstellungsgespräch am 7. April um 10 Uhr ein.",
    )
    import_story(owner, tmp_path, [question, answer])
    assert not MailMessage.objects.filter(verdict="applied").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("to", "sender", "company"),
    [
        (
            "Bakkerij Ten Brinke <info@bakkerijtenbrinke.example>",
            "Henk ten Brinke <info@bakkerijtenbrinke.example>",
            "Bakkerij Ten Brinke",
        ),
        (
            "Zorgboerderij De Hooimijt <boer@dehooimijt.example>",
            "Annet Hooiveld <boer@dehooimijt.example>",
            "Zorgboerderij De Hooimijt",
        ),
        (
            "Pat Rathmore Motors <pat@rathmoremotors.example>",
            "Pat Quill <pat@rathmoremotors.example>",
            "Rathmore Motors",
        ),
    ],
)
def test_an_employer_is_called_as_the_person_wrote_to_it(
    owner: Person, tmp_path: Path, to: str, sender: str, company: str
) -> None:
    letter = _letter(
        to=to,
        subject="Sollicitatie verkoopster",
        text="Graag solliciteer ik als verkoopster. Mijn cv doe ik erbij.",
    )
    answer = _answer(
        sender=sender, subject="Re: Sollicitatie verkoopster", text=ASKED_IN
    )
    import_story(owner, tmp_path, [letter, answer])
    assert Application.objects.get().company == company


@pytest.mark.django_db
def test_the_employer_is_called_as_the_person_wrote_it_where_its_answers_name_none(
    owner: Person, tmp_path: Path
) -> None:
    letter = _letter(
        to="lab@leatwater.example",
        subject="Laboratory Analyst vacancy",
        text="Dear Mr Broad,\n\nI'm writing about the Laboratory Analyst job at Leat Water Analysis,"
        " which I saw in your window. My CV is attached.\n\nRobin Vale",
    )
    answer = _answer(
        sender="Steve Broad <lab@leatwater.example>",
        subject="Re: Laboratory Analyst vacancy",
        text="Robin thanks for this. Can you come for an interview on Thursday at 4? Bring nothing.\nSteve",
    )
    import_story(owner, tmp_path, [letter, answer])
    assert Application.objects.get().company == "Leat Water Analysis"


@pytest.mark.django_db
def test_a_task_that_the_person_sent_back_leaves_the_employer_its_name(
    owner: Person, tmp_path: Path
) -> None:
    receipt = raw(
        number=1,
        sender="Meridian Translations <jobs@meridian-translations.example>",
        to=ME,
        subject="We received your application - Junior Project Manager",
        text="Dear Robin,\n\nThank you for your application for the position of Junior Project"
        " Manager at Meridian Translations.",
    )
    task = raw(
        number=9,
        sender="Ines Hale <ines.hale@meridian-translations.example>",
        to=ME,
        subject="Next step: short exercise (Junior Project Manager)",
        text="Dear Robin,\n\nAs a next step we ask you to do a short scheduling exercise"
        " (attached). Please send it back by Friday, 20 March, 6pm.\n\nBest wishes,\nInes",
    )
    back = raw(
        number=16,
        sender=ME,
        to="ines.hale@meridian-translations.example",
        subject="Re: Next step: short exercise (Junior Project Manager)",
        text="Dear Ines,\n\nPlease find attached my solution.\n\nRobin",
        labels="Sent",
        answers=9,
        file="solution.pdf",
    )
    import_story(owner, tmp_path, [receipt, task, back])
    application = Application.objects.get()
    assert application.company == "Meridian Translations"
    assert application.role == "Junior Project Manager"
