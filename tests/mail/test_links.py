"""Links of a mail, from the file to the timeline on which they can be pressed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from onward.applications.models import Application, Event
from onward.mail.models import MailMessage
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.raw_mail import make_mbox, make_raw

pytestmark = pytest.mark.django_db

TEXT = (
    "Thank you for applying to Quillmoor. Please complete the online assessment within five days.\n"
    "Start the assessment: https://tests.quillmoor.example/t/42?utm_source=mail&key=7\n"
    "Unsubscribe: https://quillmoor.example/unsubscribe\n"
)


def _import(owner: Person, folder: Path) -> Application:
    path = folder / "mail.mbox"
    raw = make_raw(TEXT, subject="Your assessment for Baker at Quillmoor")
    path.write_bytes(make_mbox(raw))
    import_paths(owner, [path], progress=quiet)
    return Application.objects.for_person(owner).get()


def test_a_link_is_kept_with_its_event_without_trackers(
    owner: Person, tmp_path: Path
) -> None:
    application = _import(owner, tmp_path)
    kept = [{"kind": "test", "url": "https://tests.quillmoor.example/t/42?key=7"}]
    assert MailMessage.objects.for_person(owner).get().links == kept
    event = Event.objects.for_person(owner).get(
        application=application, kind="assessment"
    )
    assert event.payload["links"] == kept


def test_the_timeline_shows_the_link_and_its_host(
    owner: Person, client: Client, tmp_path: Path
) -> None:
    application = _import(owner, tmp_path)
    client.force_login(owner)
    page = client.get(f"/applications/{application.pk}/").content.decode()
    assert 'href="https://tests.quillmoor.example/t/42?key=7"' in page
    assert 'rel="noreferrer noopener"' in page
    assert ">tests.quillmoor.example</span>" in page
    assert "unsubscribe" not in page


def test_an_outsider_sees_no_link(
    owner: Person, outsider: Person, client: Client, tmp_path: Path
) -> None:
    application = _import(owner, tmp_path)
    client.force_login(outsider)
    assert client.get(f"/applications/{application.pk}/").status_code == 404


def test_place_and_writer_are_kept_with_the_message(
    owner: Person, client: Client, tmp_path: Path
) -> None:
    path = tmp_path / "mail.mbox"
    text = (
        "Thank you for applying to Quillmoor. We received your application.\n\n"
        "Location: Leeds\n\nKind regards\nRosa Ott\nTalent Partner\n"
    )
    raw = make_raw(text, subject="Your application as Baker at Quillmoor")
    path.write_bytes(
        make_mbox(raw.replace(b"Quillmoor <jobs@", b"Rosa Ott <rosa.ott@"))
    )
    import_paths(owner, [path], progress=quiet)
    application = Application.objects.for_person(owner).get()
    assert application.place == "Leeds"
    row = MailMessage.objects.for_person(owner).get()
    assert (row.contact_name, row.contact_role) == ("Rosa Ott", "Talent Partner")
    client.force_login(owner)
    page = client.get(f"/mail/messages/{row.pk}/").content.decode()
    assert "Rosa Ott, Talent Partner" in page


def test_a_link_to_the_call_is_the_interview_s_link(
    owner: Person, tmp_path: Path
) -> None:
    path = tmp_path / "mail.mbox"
    text = (
        "We would like to invite you to an interview for Baker at Quillmoor on 12 March 2026 at 10:00.\n"
        "Join here: https://quillmoor.zoom.us/j/42\n"
    )
    raw = make_raw(text, subject="Interview invitation: Baker at Quillmoor")
    path.write_bytes(make_mbox(raw))
    import_paths(owner, [path], progress=quiet)
    event = Event.objects.for_person(owner).get(kind="interview")
    assert event.payload["link"] == "https://quillmoor.zoom.us/j/42"
