"""What others wrote is marked with its language, so that it is read aloud as it is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage
from onward.mail.templatetags.quoting import written_in
from onward.method.feedback.models import FeedbackRequest
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.test_feedback_answers import BY_HERSELF, BY_SYSTEM, NO, read

pytestmark = pytest.mark.django_db


def page(client: Client, name: str, key: object) -> str:
    return client.get(reverse(name, args=[key])).content.decode()


@pytest.mark.parametrize(("mail", "code"), [(BY_SYSTEM, "es"), (NO, "en")])
def test_a_message_and_its_deciding_words_say_their_language(
    owner: Person, owner_client: Client, tmp_path: Path, mail: bytes, code: str
) -> None:
    read(owner, tmp_path, mail)
    html = page(owner_client, "mail:message", MailMessage.objects.get().pk)
    assert f'<div class="message__text" lang="{code}">' in html
    assert f'<dd lang="{code}">' in html
    html = page(owner_client, "applications:detail", Application.objects.get().pk)
    assert f'by the words <mark lang="{code}">' in html


def test_a_draft_and_what_they_said_say_their_language(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    read(owner, tmp_path, BY_SYSTEM, BY_HERSELF)
    no = Event.objects.get(kind=EventKind.REJECTION)
    request = FeedbackRequest.objects.create(
        person=owner,
        application=no.application,
        origin=no,
        to_name="Kim Alder",
        language="es",
        subject="Mi candidatura",
        body="Gracias por tu respuesta.",
        made_at=NOW,
    )
    html = page(owner_client, "feedback:draft", request.pk)
    for name in ("subject", "body"):
        field = html.partition(f'name="{name}"')[2].partition(">")[0]
        assert 'lang="es"' in field
    assert 'lang="es"' not in html.partition('name="to_name"')[2].partition(">")[0]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Buenas tardes, les agradezco mucho su respuesta y su interés.", "", "es"),
        ("Guten Tag, vielen Dank für Ihre Nachricht, das passt mir gut.", "", "de"),
        ("OK", "", ""),
        ("", "", ""),
        ("Thank you", "sv", "sv"),
    ],
)
def test_what_was_not_read_tells_its_language_by_its_words(
    text: str, language: str, code: str
) -> None:
    assert written_in(MailMessage(text=text, language=language)) == code
