"""A no that is taken back waits to be looked at; no rule opens an application again by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage, Review
from onward.people.models import Person
from tests.mail.test_broken_off import BEGINNING, END, NO, mail, read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    [
        "please disregard the rejection of this morning; it was sent in error. Your "
        "application as Data Analyst is still under review.",
        "unsere Absage von gestern wurde versehentlich verschickt. Ihre Bewerbung als "
        "Data Analyst ist weiterhin im Verfahren.",
        "veuillez ne pas tenir compte de notre refus d'hier, envoyé par erreur. Votre "
        "candidature est toujours à l'étude.",
    ],
)
def test_it_waits(owner: Person, tmp_path: Path, text: str) -> None:
    read(owner, tmp_path / "a.mbox", mail(BEGINNING), mail(NO + END, number=2))
    read(
        owner,
        tmp_path / "b.mbox",
        mail(f"Dear Robin,\n\n{text}\n\n{END}", date="05 Mar", number=3),
    )
    message = MailMessage.objects.latest("sent_at")
    assert message.review == Review.AMBIGUOUS
    told = Event.objects.filter(source_id=message.pk, voided_by=None)
    assert not told.exists()
    assert Event.objects.filter(kind=EventKind.REJECTION).count() == 1
    assert not Application.objects.get().is_open
