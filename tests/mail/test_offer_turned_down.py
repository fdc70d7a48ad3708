"""An offer that the person's own mail turns down since another place is theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind
from onward.mail.models import MailMessage
from onward.people.models import Person
from tests.mail.own_story import ME, OFFER, RECEIPT, THEM, answer, import_story, raw

TALK = raw(
    number=2,
    sender=THEM,
    to=ME,
    subject="Your application for Night Porter at Bright Harbour",
    text="We would like to invite you to an interview for Night Porter on Friday at 10:00.",
)


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    "text",
    [
        "Thank you so much for the offer and for how you've all treated me. I've accepted another role, so I'll have to say no this time.",
        "Thank you for the offer. I've accepted another role, so I have to turn yours down.",
        "Thanks for the offer! I have already signed elsewhere, so I must decline it.",
        "Vielen Dank für Ihr Angebot. Ich habe bereits woanders zugesagt und muss es daher ablehnen.",
    ],
)
def test_an_offer_turned_down_for_another_place_is_declined(
    owner: Person, tmp_path: Path, step: int, text: str
) -> None:
    import_story(owner, tmp_path, [RECEIPT, OFFER, answer(text)][::step])
    application = Application.objects.get()
    assert Event.objects.get(kind=EventKind.OFFER_DECLINED).application == application
    assert application.no_kind == NoKind.I_SAID_NO
    assert not MailMessage.objects.exclude(review="").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the offer. If I accept another role, I'll have to say no.",
        "Thank you for the offer. I've been offered another role, may I have until Monday?",
        "Thank you for the offer. I've turned down another role to join you.",
        "Thank you for the offer. I haven't accepted another role yet.",
        "Thank you for the offer. Could we talk about the salary?",
        "Thank you for the offer. Should I take another role, I would have to turn yours down.",
        "I've accepted another role, so please withdraw my application.",
        "My colleague has accepted another role. I am glad to accept your offer.",
    ],
)
def test_what_turns_no_offer_down_is_none_declined(
    owner: Person, tmp_path: Path, text: str
) -> None:
    import_story(owner, tmp_path, [RECEIPT, OFFER, answer(text)])
    assert not Event.objects.filter(kind=EventKind.OFFER_DECLINED).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "Thank you for inviting me. I've accepted another role, so I'll have to say no this time.",
        "I've accepted another role, so I have to decline.",
        "Thanks! I have already signed elsewhere, so I must decline it.",
    ],
)
def test_without_an_offer_none_is_declined(
    owner: Person, tmp_path: Path, text: str
) -> None:
    import_story(owner, tmp_path, [RECEIPT, TALK, answer(text)])
    assert not Event.objects.filter(kind=EventKind.OFFER_DECLINED).exists()
