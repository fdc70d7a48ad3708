"""What an employer answers to somebody who said no by a telephone, and recorded that by hand."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind
from onward.applications.services import add_event
from onward.mail.services.committing import commit_mail
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import ME, OFFER, RECEIPT, START, import_story, raw

pytestmark = pytest.mark.django_db

_ANSWERS = [
    "What a pity, but I understand. Get in touch if you change your mind, else we will go "
    "on with the next candidate on Monday.",
    "Dear Robin, I'm sorry you won't be joining us. We have given the job to somebody else "
    "now, all the best!",
    "Thanks for letting me know. I've closed your application for Night Porter on our side.",
    "We have decided not to proceed with your application for Night Porter.",
    "That is a shame. The position of Night Porter has been filled now. Good luck!",
    "Så tråkigt, men jag förstår dig. Hör av dig om du ändrar dig, annars går vi vidare med "
    "nästa kandidat på måndag.",
    "Schade, aber ich verstehe Sie. Dann nehmen wir die andere Bewerberin. Alles Gute!",
    "Peccato, ma capisco. Se cambi idea fatti sentire, altrimenti lunedì sentiamo un altro.",
    "Szkoda, ale rozumiem. Jeśli zmienisz zdanie, daj znać.",
    "Quel dommage, mais je comprends. Nous avons retenu une autre personne. Bonne continuation !",
    "Qué lástima, pero lo entiendo. Seguimos con otra candidata. ¡Mucha suerte!",
]


@pytest.mark.parametrize("text", _ANSWERS)
@pytest.mark.parametrize("kind", [EventKind.OFFER_DECLINED, EventKind.WITHDRAWAL])
@pytest.mark.parametrize("subject", ["Night Porter", "Re: Job offer: Night Porter"])
def test_a_friendly_answer_to_an_own_no_by_hand_is_no_no_of_theirs(
    owner: Person, tmp_path: Path, kind: EventKind, text: str, subject: str
) -> None:
    import_story(owner, tmp_path, [RECEIPT, OFFER])
    application = Application.objects.get()
    at = START + timedelta(days=5)
    add_event(owner, application, kind=kind, at=at, now=NOW)
    answer = raw(
        number=9,
        sender="Bright Harbour <jobs@bright-harbour.example>",
        to=ME,
        subject=subject,
        text=text,
    )
    import_story(owner, tmp_path, [answer])
    commit_mail(owner, now=NOW)
    application.refresh_from_db()
    assert application.no_kind == NoKind.I_SAID_NO
    noes = Event.objects.filter(
        kind__in=[EventKind.REJECTION, EventKind.POSITION_CLOSED], voided_by=None
    )
    assert not noes.exists()
