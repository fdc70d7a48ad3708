"""Mail that lists several applications, from the file to the timelines and the review page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage, Review
from onward.mail.rules.read import read_message
from onward.mail.scan import Scanned, read_mail
from onward.mail.services.importing import import_paths
from onward.mail.services.rows import message_row
from onward.mail.sources import open_sources
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.raw_mail import make_mbox
from tests.mail.rules.digests.test_digest_shapes import ACKERMANN, TABLE, WORKDAY

pytestmark = pytest.mark.django_db


def _raw(subject: str, text: str, *, sender: str, day: int, number: int) -> bytes:
    return (
        f"From: {sender}\nTo: robin@person.example\nSubject: {subject}\n"
        f"Message-ID: <{number}@mail.example>\n"
        f"Date: {day:02d} Mar 2026 09:15:00 +0000\n\n{text}\n"
    ).encode()


def _receipt(company: str, role: str, *, number: int) -> bytes:
    text = (
        f"Thank you for applying to {company}. We received your application for {role}."
    )
    name = company.split()[0].lower()
    return _raw(
        f"Your application to {company}",
        text,
        sender=f"{company} <jobs@{name}.example>",
        day=1,
        number=number,
    )


def weekly_list(text: str, *, day: int, number: int) -> bytes:
    return _raw(
        "Your applications this week",
        f"Here is where your applications stand:\n\n{text}\n\nYour board",
        sender="Total Board <no-reply@totalboard.example>",
        day=day,
        number=number,
    )


RECEIPTS = (
    _receipt("Larch Grid", "Data Engineer", number=1),
    _receipt("Quince Optics", "Data Analyst", number=2),
    _receipt("Rebhof Dairy", "Cheese Maker", number=3),
)
LISTED = (
    "Data Engineer at Larch Grid - Not selected\n"
    "Data Analyst at Quince Optics - Under review\n"
    "Cheese Maker at Rebhof Dairy - Interview\n"
    "Tanner at Vale Leather - Not selected"
)


def _import(owner: Person, folder: Path, *messages: bytes) -> None:
    path = folder / f"{len(list(folder.iterdir()))}.mbox"
    path.write_bytes(make_mbox(*messages))
    import_paths(owner, [path], progress=quiet)


def _kinds(owner: Person, company: str) -> list[str]:
    events = Event.objects.for_person(owner).filter(
        application__company=company, voided_by=None
    )
    told = events.exclude(kind=EventKind.DESCRIBED).order_by("number")
    return list(told.values_list("kind", flat=True))


def test_each_entry_is_news_of_its_own_application(
    owner: Person, tmp_path: Path
) -> None:
    _import(owner, tmp_path, *RECEIPTS, weekly_list(LISTED, day=9, number=4))
    assert _kinds(owner, "Larch Grid") == ["confirmation", "rejection"]
    assert _kinds(owner, "Quince Optics") == ["confirmation"]
    assert _kinds(owner, "Rebhof Dairy") == ["confirmation"]
    assert _kinds(owner, "Vale Leather") == ["rejection"]
    asked = MailMessage.objects.for_person(owner).filter(review=Review.AMBIGUOUS)
    assert [(row.company, row.role) for row in asked] == [
        ("Rebhof Dairy", "Cheese Maker")
    ]


def test_the_next_week_s_list_tells_only_what_is_new(
    owner: Person, tmp_path: Path
) -> None:
    _import(owner, tmp_path, *RECEIPTS, weekly_list(LISTED, day=9, number=4))
    later = LISTED.replace("Under review", "Not selected")
    _import(owner, tmp_path, weekly_list(later, day=16, number=5))
    assert _kinds(owner, "Larch Grid") == ["confirmation", "rejection"]
    assert _kinds(owner, "Quince Optics") == ["confirmation", "rejection"]


def test_an_unknown_application_that_only_waits_is_left_to_the_person(
    owner: Person, tmp_path: Path
) -> None:
    text = "Tanner at Vale Leather - Under review\nDyer at Larch Grid - In progress"
    _import(owner, tmp_path, weekly_list(text, day=9, number=4))
    assert not Application.objects.for_person(owner).exists()
    waiting = MailMessage.objects.for_person(owner).filter(review=Review.UNMATCHED)
    assert waiting.count() == 2


def test_the_review_page_quotes_the_entry_and_proposes_its_application(
    client: Client, owner: Person, tmp_path: Path
) -> None:
    _import(owner, tmp_path, *RECEIPTS, weekly_list(LISTED, day=9, number=4))
    client.force_login(owner)
    page = client.get("/mail/review/").content.decode()
    assert "<mark>Cheese Maker at Rebhof Dairy - Interview</mark>" in page
    row = MailMessage.objects.for_person(owner).get(review=Review.AMBIGUOUS)
    dairy = Application.objects.for_person(owner).get(company="Rebhof Dairy")
    answer = client.get(f"/mail/messages/{row.pk}/")
    assert answer.context["form"].initial["application"] == dairy.pk
    assert "<mark>Cheese Maker at Rebhof Dairy" in answer.content.decode()


def test_an_outsider_sees_nothing_of_a_weekly_list(
    client: Client, owner: Person, outsider: Person, tmp_path: Path
) -> None:
    _import(owner, tmp_path, *RECEIPTS, weekly_list(LISTED, day=9, number=4))
    row = MailMessage.objects.for_person(owner).get(review=Review.AMBIGUOUS)
    client.force_login(outsider)
    assert client.get(f"/mail/messages/{row.pk}/").status_code == 404


def _prose(*, number: int) -> bytes:
    return _raw(
        "Ihre Bewerbungen beim Verlagshaus Steinweg",
        ACKERMANN,
        sender="Ruth Ackermann <r.ackermann@verlagshaus-steinweg.example>",
        day=9,
        number=number,
    ).replace(b"\n\n", b"\nContent-Type: text/plain; charset=utf-8\n\n", 1)


def _standing(owner: Person) -> dict[str, list[str]]:
    applications = Application.objects.for_person(owner).filter(merged_into=None)
    return {
        one.role: [
            event.kind
            for event in Event.objects.for_person(owner)
            .filter(application=one, voided_by=None)
            .exclude(kind=EventKind.DESCRIBED)
            .order_by("number")
        ]
        for one in applications
    }


def test_a_digest_told_in_sentences_is_three_applications(
    owner: Person, tmp_path: Path
) -> None:
    raw = _raw(
        "Workday Inbox - Your Daily Digest",
        WORKDAY,
        sender="Workday <fennimore@myworkday.com>",
        day=9,
        number=7,
    )
    _import(owner, tmp_path, raw)
    assert _standing(owner) == {
        "Buyer, Fresh Produce": ["confirmation"],
        "Warehouse Planner": ["rejection"],
        "Category Assistant": ["interview"],
    }
    found = Application.objects.for_person(owner).get(role="Warehouse Planner")
    assert (found.company, found.requisition) == ("Fennimore Foods", "R-3342")
    _import(owner, tmp_path, raw)
    assert sum(map(len, _standing(owner).values())) == 3


def test_a_table_in_html_is_an_application_a_row(owner: Person, tmp_path: Path) -> None:
    raw = _raw(
        "Ihre Bewerbungen im Überblick",
        TABLE,
        sender="Talentboard <service@talentboard.example>",
        day=9,
        number=8,
    )
    html = b"\nContent-Type: text/html; charset=utf-8\n\n"
    _import(owner, tmp_path, raw.replace(b"\n\n", html, 1))
    assert _standing(owner) == {
        "Einkäuferin": ["confirmation"],
        "Assistentin der Geschäftsführung": ["rejection"],
        "Teamassistenz Logistik": ["interview"],
    }
    names = Application.objects.for_person(owner).values_list("company", flat=True)
    assert set(names) == {"Gerber & Wolff GmbH", "Autohaus Reimann", "Klinikum Lindenau"}  # fmt: skip


def test_a_no_and_an_invitation_of_one_letter_each_have_their_own_page(
    client: Client, owner: Person, tmp_path: Path
) -> None:
    receipts = [
        _raw(
            f"Ihre Bewerbung als {role}",
            f"Vielen Dank für Ihre Bewerbung als {role} beim Verlagshaus Steinweg. Sie ist bei uns eingegangen.",
            sender="Verlagshaus Steinweg <bewerbung@verlagshaus-steinweg.example>",
            day=1,
            number=number,
        ).replace(b"\n\n", b"\nContent-Type: text/plain; charset=utf-8\n\n", 1)
        for number, role in enumerate(
            ("Vertriebsassistentin", "Mitarbeiterin Honorare und Lizenzen"), start=20
        )
    ]
    _import(owner, tmp_path, *receipts, _prose(number=9))
    assert _standing(owner) == {
        "Vertriebsassistentin": ["confirmation", "rejection"],
        "Mitarbeiterin Honorare und Lizenzen": ["confirmation", "interview"],
    }
    invited = Event.objects.for_person(owner).get(kind=EventKind.INTERVIEW)
    assert invited.payload["starts_at"] == "2026-12-01T11:00:00"
    client.force_login(owner)
    page = client.get(f"/applications/{invited.application_id}/").content.decode()
    assert "zu einem Gespräch einladen" in page
    assert "leider absagen" not in page


def test_a_letter_that_earlier_rules_kept_as_one_says_nothing_twice(
    owner: Person, tmp_path: Path
) -> None:
    path = tmp_path / "old.mbox"
    path.write_bytes(make_mbox(_prose(number=9)))
    now = datetime(2026, 3, 9, 12, tzinfo=UTC)
    for found in read_mail(open_sources([path]), now=now):
        assert isinstance(found, Scanned)
        assert found.message is not None
        reading = read_message(found.message)
        message_row(owner, found.message, reading, source=found.source, now=now).save()
    import_paths(owner, [path], progress=quiet)
    assert MailMessage.objects.for_person(owner).count() == 1


def test_an_absence_note_leaves_no_trace(owner: Person, tmp_path: Path) -> None:
    raw = _raw(
        "Automatische Antwort: Bewerbung als Tischlerin",
        "Vielen Dank. Ich bin bis zum 23. November nicht im Haus und antworte danach. In dringenden Fällen rufen Sie bitte unter 0000 12345 an.",
        sender="Zimmerei <info@zimmerei-hallbauer.example>",
        day=9,
        number=10,
    )
    by_itself = (
        b"\nAuto-Submitted: auto-replied\nContent-Type: text/plain; charset=utf-8\n\n"
    )
    _import(owner, tmp_path, raw.replace(b"\n\n", by_itself, 1))
    assert not Application.objects.for_person(owner).exists()
    assert not MailMessage.objects.for_person(owner).exists()
