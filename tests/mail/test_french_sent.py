"""Own mail in French and Spanish: what it means, and what it changes on a timeline."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind
from onward.mail.rules.appointments.chosen_time import chosen_time
from onward.mail.rules.talks.own_mail import SentMeaning, meaning_of_sent
from onward.mail.rules.talks.own_title import role_of_subject
from onward.mail.rules.types import Address, Message
from onward.mail.services.committing import commit_mail
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import ME, START, THEM, import_story, raw


def own(subject: str, text: str, *, files: tuple[str, ...] = ("CV.pdf",)) -> Message:
    return Message(
        key="k",
        message_id="k@x.example",
        sent_at=START,
        sender=Address("Lou", "lou@mail.example"),
        to=(Address("", "rh@quai-vert.example"),),
        subject=subject,
        text=text,
        attachment_names=files,
        is_sent=True,
    )


def meaning(message: Message, *, is_in_thread: bool) -> SentMeaning:
    return meaning_of_sent(
        message, is_in_thread=is_in_thread, is_to_contact=is_in_thread
    )


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Poste de vendeuse",
            "Bonjour,\n\nJe vous transmets ma candidature (CV et lettre ci-joints).",
        ),
        (
            "Votre annonce - vendeuse",
            "Bonjour,\n\nJe suis très intéressée par le poste de vendeuse. Mon CV est "
            "joint à ce message.",
        ),
        ("CV - dependienta", "Buenos días:\n\nOs envío mi CV por si encaja."),
        (
            "Solicitud proceso selectivo Conserje (exp. 31)",
            "Adjunto la instancia para participar en el proceso selectivo.",
        ),
    ],
)
def test_an_application_is_one_in_french_and_spanish(subject: str, text: str) -> None:
    assert meaning(own(subject, text), is_in_thread=False) is SentMeaning.APPLIED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tras pensarlo, he decidido no continuar en el proceso.", "withdrawal"),
        ("Après réflexion, je ne souhaite pas poursuivre le processus.", "withdrawal"),
        ("Pourriez-vous me dire ce que j'aurais pu mieux montrer ?", "feedback_asked"),
        ("¿Qué podría haber mejorado en la entrevista?", "feedback_asked"),
        ("Avez-vous pu avancer dans votre choix ?", "follow_up"),
        ("¿Hay alguna novedad sobre el proceso?", "follow_up"),
        ("Merci, c'est noté pour mardi.", "sent"),
        ("Perfecto, el martes a las 10 allí estaré.", "sent"),
    ],
)
def test_what_own_answers_mean(text: str, expected: str) -> None:
    message = own("Re: Candidature", text, files=())
    assert meaning(message, is_in_thread=True) == expected


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Candidature au poste de chargée de paie H/F", "chargée de paie"),
        (
            "Candidature - Chargé(e) de projets culturels - réf. 7",
            "Chargé(e) de projets culturels",
        ),
        ("Candidatura ayudante de cocina", "ayudante de cocina"),
        ("Candidatura a la plaza de conserje", "conserje"),
        ("Candidatura: Técnico/a de cultura", "Técnico/a de cultura"),
        ("Candidature spontanée", ""),
    ],
)
def test_the_role_that_a_subject_names(subject: str, role: str) -> None:
    assert role_of_subject(subject) == role


OFFERED = (
    "Deux créneaux : mardi 10 mars à 14h ou jeudi 12 mars à 9h. Votre préférence ?"
)


@pytest.mark.parametrize(
    ("answer", "clock"),
    [
        ("Le jeudi 12 mars à 9h me conviendrait parfaitement.", "12 09:00"),
        ("Mardi 10 mars à 14h, merci !", "10 14:00"),
        ("Le vendredi 13 mars à 9h serait-il possible ?", ""),
        ("Le jeudi 12 mars à 11h serait mieux.", ""),
        ("Les deux me vont.", ""),
    ],
)
def test_only_a_time_that_was_offered_is_chosen(answer: str, clock: str) -> None:
    found = chosen_time(
        offered=OFFERED,
        offered_on=date(2026, 3, 2),
        answer=answer,
        answered_on=date(2026, 3, 3),
    )
    assert (f"{found:%d %H:%M}" if found else "") == clock


def read(owner: Person, folder: Path, *messages: bytes) -> None:
    import_story(owner, folder, list(messages))
    commit_mail(owner, now=NOW)


def talk(number: int, text: str, *, answers: int = 0) -> bytes:
    return raw(
        number=number,
        sender=THEM,
        to=ME,
        subject="Interview for Night Porter at Bright Harbour",
        text=text,
        answers=answers,
    )


def reply(number: int, text: str, *, answers: int) -> bytes:
    return raw(
        number=number,
        sender=ME,
        to=THEM,
        subject="Re: Interview for Night Porter at Bright Harbour",
        text=text,
        answers=answers,
        labels="Sent",
    )


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_the_time_that_the_person_chose_is_the_interviews(
    owner: Person, tmp_path: Path, step: int
) -> None:
    offered = talk(
        1,
        "Dear Robin, we would like to invite you to an interview for Night Porter. Would "
        "Monday 16 March at 10:00 or Wednesday 18 March at 14:30 suit you?\n\nKim Alder",
    )
    chosen = reply(2, "Wednesday 18 March at 14:30 suits me well.", answers=1)
    read(owner, tmp_path, *[offered, chosen][::step])
    arranged = Event.objects.get(kind=EventKind.ARRANGED, voided_by=None)
    assert arranged.payload["starts_at"] == "2026-03-18T14:30:00"
    read(owner, tmp_path, offered, chosen)
    assert Event.objects.filter(kind=EventKind.ARRANGED).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_the_time_after_a_wish_for_another_is_no_second_interview(
    owner: Person, tmp_path: Path, step: int
) -> None:
    first = talk(
        1,
        "Dear Robin, we would like to invite you to an interview for Night Porter on "
        "Monday 16 March at 10:00.\n\nKim Alder",
    )
    wish = reply(
        2, "I am afraid I can't make Monday. Would Tuesday be possible?", answers=1
    )
    second = talk(
        3,
        "Dear Robin, then we invite you to the interview for Night Porter on Tuesday 17 "
        "March at 11:30.\n\nKim Alder",
        answers=2,
    )
    read(owner, tmp_path, *[first, wish, second][::step])
    talks = Event.objects.filter(kind=EventKind.INTERVIEW, voided_by=None)
    assert talks.count() == 1
    arranged = Event.objects.filter(kind=EventKind.ARRANGED, voided_by=None)
    moved = arranged.exclude(payload__has_key="own_wish").get()
    assert moved.payload["starts_at"] == "2026-03-17T11:30:00"


@pytest.mark.django_db
def test_who_goes_no_further_in_spanish_said_no(owner: Person, tmp_path: Path) -> None:
    first = talk(
        1, "We invite you to an interview for Night Porter on Monday 16 March."
    )
    last = reply(2, "He decidido no continuar en el proceso. Gracias.", answers=1)
    read(owner, tmp_path, first, last)
    assert Application.objects.get().no_kind == NoKind.I_SAID_NO
