"""Unclear mail whose calendar entry says what it does: understood, and so not asked about."""

from __future__ import annotations

from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import rounds_of, void_event
from onward.mail.models import MailMessage, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.said_rounds import held_round
from onward.mail.services.waiting import waiting
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import ME, RECEIPT, START, import_story, raw

pytestmark = pytest.mark.django_db

SORRY = "Sorry, nog een keer verzet: onze manager moet naar Antwerpen.\n\nIlse"


def entry(
    number: int, text: str, *, day: int, method: str = "REQUEST", uid: str = "harbour-1"
) -> bytes:
    mail = raw(
        number=number,
        sender="Ilse Brouwer <i.brouwer@bright-harbour.example>",
        to=ME,
        subject="Bijgewerkt: Kennismaking Night Porter",
        text="TEXT",
    )
    head, _ = mail.decode().split("\n\n", 1)
    calendar = "\n".join(
        (
            "BEGIN:VCALENDAR",
            f"METHOD:{method}",
            "BEGIN:VEVENT",
            f"UID:{uid}",
            f"SEQUENCE:{number}",
            f"DTSTART:202604{day:02}T100000Z",
            f"DTEND:202604{day:02}T110000Z",
            "END:VEVENT",
            "END:VCALENDAR",
        )
    )
    return (
        f'{head}\nContent-Type: multipart/alternative; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        f"--b\nContent-Type: text/calendar; charset=utf-8; method={method}\n\n"
        f"{calendar}\n--b--\n"
    ).encode()


INVITED = entry(2, "Hierbij de uitnodiging voor het kennismakingsgesprek.", day=2)
MOVED = entry(3, SORRY, day=9)
OFF = entry(4, "", day=9, method="CANCEL")


def of_sorry() -> MailMessage:
    return MailMessage.objects.get(text__contains="Antwerpen")


def the_round(owner: Person) -> Round:
    return next(iter(rounds_of(owner, Application.objects.get())))


@pytest.mark.parametrize("story", [[INVITED, MOVED], [INVITED, MOVED, OFF]])
def test_an_entry_that_moved_an_interview_asks_nothing(
    owner: Person, tmp_path: Path, story: list[bytes]
) -> None:
    import_story(owner, tmp_path, [RECEIPT, *story])
    message = of_sorry()
    assert (message.verdict, message.review) == ("ambiguous", Review.NONE)
    assert not waiting(owner)
    assert Event.objects.get(source_id=message.pk).kind == "arranged"


def test_the_same_words_without_a_known_entry_are_asked_about(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT, entry(3, SORRY, day=9, uid="other")])
    assert of_sorry().review == Review.AMBIGUOUS


@pytest.mark.parametrize("by_page", [True, False])
def test_what_is_undone_of_it_is_asked_about_again(
    owner: Person, owner_client: Client, tmp_path: Path, by_page: bool
) -> None:
    import_story(owner, tmp_path, [RECEIPT, INVITED, MOVED])
    event = Event.objects.get(source_id=of_sorry().pk)
    if by_page:
        owner_client.post(reverse("applications:undo", args=[event.pk]))
    else:
        void_event(owner, event, now=NOW)
    commit_mail(owner, now=NOW)
    event.refresh_from_db()
    assert event.is_void
    assert of_sorry().review == Review.AMBIGUOUS


def say(
    client: Client, message: MailMessage, application: Application, *, kind: str
) -> int:
    data = {"kind": kind, "application": str(application.pk), "day": "", "time": ""}
    return client.post(reverse("mail:settle", args=[message.pk]), data).status_code


def test_a_word_on_it_is_taken_though_later_mail_called_the_interview_off(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT, INVITED, MOVED, OFF])
    message, application = of_sorry(), Application.objects.get()
    void_event(owner, Event.objects.get(source_id=message.pk), now=NOW)
    assert of_sorry().review != Review.SETTLED
    status = say(owner_client, message, application, kind="interview_moved")
    assert status == HTTPStatus.FOUND
    # What came after that mail is the last word still.
    assert the_round(owner).outcome == Outcome.CANCELLED
    own = Event.objects.get(
        source_id=message.pk, decided_by=DecidedBy.PERSON, kind="arranged"
    )
    owner_client.post(reverse("applications:undo", args=[own.pk]))
    assert of_sorry().review == Review.AMBIGUOUS


def test_mail_after_an_interview_was_called_off_moves_none(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT, INVITED, MOVED, OFF])
    application = Application.objects.get()
    day: datetime = START + timedelta(days=4, hours=1)
    assert held_round(owner, application, at=day) is None
    assert held_round(owner, application, at=START + timedelta(days=3)) is not None
