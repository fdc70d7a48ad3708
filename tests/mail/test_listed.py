"""Mail that lists several applications, from the file to the timelines and the review page."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage, Review
from onward.mail.services import import_paths
from onward.people.models import Person
from tests.mail.raw_mail import make_mbox
from tests.mail.test_import import quiet

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
    assert answer.context["form"].initial["application"] == dairy
    assert "<mark>Cheese Maker at Rebhof Dairy" in answer.content.decode()


def test_an_outsider_sees_nothing_of_aweekly_list(
    client: Client, owner: Person, outsider: Person, tmp_path: Path
) -> None:
    _import(owner, tmp_path, *RECEIPTS, weekly_list(LISTED, day=9, number=4))
    row = MailMessage.objects.for_person(owner).get(review=Review.AMBIGUOUS)
    client.force_login(outsider)
    assert client.get(f"/mail/messages/{row.pk}/").status_code == 404
