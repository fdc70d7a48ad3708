"""A talk by telephone that the person said yes to: nothing of it is asked about any more."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.applications.services import rounds_of
from onward.mail.models import MailMessage, Review
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw

JENNY = "Jenny Holm <jenny.holm@sundbemanning.example>"
pytestmark = pytest.mark.django_db

_ASKED = [
    (
        "Hej Robin!\n\nJag gillar din ansökan till receptionistjobbet i Hyllie. Har du tid för "
        "en kort telefonavstämning på torsdag kl. halv två? Jag ringer dig.\n\n/Jenny",
        "Hej Jenny,\n\nJa, det passar.\n\nRobin",
    ),
    (
        "Hej Robin!\n\nDin ansökan som receptionist ser bra ut. Hinner du prata en stund i "
        "telefon på torsdag kl. 13.30? Jag ringer upp.\n\n/Jenny",
        "Hej! Ja, torsdag halv två går bra.\n\nRobin",
    ),
    (
        "Hoi Robin,\n\nje sollicitatie als receptionist spreekt me aan. Heb je donderdag om half "
        "twee tijd voor een kort telefoontje? Ik bel je.\n\nJenny",
        "Hoi Jenny,\n\nja, dat past.\n\nRobin",
    ),
    (
        "Hi Robin,\n\nThanks for applying as a receptionist. Would Thursday at 1:30 pm suit for a "
        "short phone call? I'll ring you.\n\nJenny",
        "Yes, that suits me.\n\nRobin",
    ),
]


@pytest.mark.parametrize(("asked", "answer"), _ASKED)
def test_a_talk_by_telephone_that_was_answered_is_asked_about_no_more(
    owner: Person, tmp_path: Path, asked: str, answer: str
) -> None:
    receipt = raw(
        number=1,
        sender="Sund Bemanning <no-reply@sundbemanning.example>",
        to=ME,
        subject="Thank you for your application",
        text="Hi Robin,\n\nThank you for your application for the position of Receptionist at "
        "Sund Bemanning. We read every application.",
    )
    call = raw(
        number=2, sender=JENNY, to=ME, subject="Receptionist - ringer", text=asked
    )
    own = raw(
        number=3,
        sender=ME,
        to=JENNY,
        subject="Re: Receptionist - ringer",
        text=answer,
        answers=2,
        labels="Sent",
    )
    import_story(owner, tmp_path, [receipt, call, own])
    assert not MailMessage.objects.exclude(review=Review.NONE).exists()
    (found,) = rounds_of(owner, Application.objects.get())
    assert found.starts_at is not None
    assert found.starts_at.time() == time(13, 30)
