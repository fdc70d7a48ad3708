from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from onward.applications.models import Application
from onward.mail.forms import SettleForm
from onward.mail.models import MailMessage
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.mail.test_learning import ROLES, waiting


def mail_from(person: Person, address: str) -> MailMessage:
    return MailMessage(
        person=person, sender_address=address, company="Elm House", sent_at=NOW
    )


def test_the_one_application_of_the_sender_stands_first(owner: Person) -> None:
    theirs = make_application(
        person=owner, company="Elm House Care", contact_address="nia@elm.example"
    )
    make_application(person=owner, company="Other", contact_address="bo@oak.example")
    form = SettleForm(person=owner, message=mail_from(owner, "Nia@elm.example"))
    assert form["application"].value() == theirs.pk


def test_of_several_of_the_sender_none_stands_first(owner: Person) -> None:
    for _ in range(2):
        make_application(person=owner, contact_address="nia@elm.example")
    form = SettleForm(person=owner, message=mail_from(owner, "nia@elm.example"))
    assert form["application"].value() == ""


def test_an_application_of_someone_else_never_stands_first(
    owner: Person, outsider: Person
) -> None:
    make_application(person=outsider, contact_address="nia@elm.example")
    form = SettleForm(person=owner, message=mail_from(owner, "nia@elm.example"))
    assert form["application"].value() == "new"


def receipt_of_a_board(person: Person, *, role: str = "Cook") -> MailMessage:
    """Mail of a job board that names the job, and not whose it is."""
    message = waiting(person, ROLES[0])
    message.company, message.role, message.sender_address = "", role, "no@jobs.example"
    message.references, message.verdict, message.sent_at = [], "confirmation", NOW
    message.save()
    return message


@pytest.mark.parametrize(
    ("days", "role", "is_preselected"),
    [(0, "cook", True), (-1, "Cook", True), (-9, "Cook", False), (0, "Porter", False)],
)
def test_a_receipt_without_an_employer_is_of_what_was_applied_for_in_these_days(
    owner: Person, days: int, role: str, is_preselected: bool
) -> None:
    theirs = make_application(person=owner, company="La Tajadera", role=role)
    at = NOW + timedelta(days=days)
    Application.objects.filter(pk=theirs.pk).update(applied_at=at)
    form = SettleForm(person=owner, message=receipt_of_a_board(owner))
    expected = theirs.pk if is_preselected else "new"
    assert form["application"].value() == expected


@pytest.mark.parametrize(("days", "is_preselected"), [(30, True), (90, False)])
def test_where_no_day_of_applying_is_known_what_came_after_the_receipt_counts(
    owner: Person, days: int, is_preselected: bool
) -> None:
    theirs = make_application(person=owner, company="La Tajadera", role="Cook")
    told = {"applied_at": None, "last_moved_at": NOW + timedelta(days=days)}
    Application.objects.filter(pk=theirs.pk).update(**told)
    form = SettleForm(person=owner, message=receipt_of_a_board(owner))
    expected = theirs.pk if is_preselected else "new"
    assert form["application"].value() == expected


def test_of_several_of_the_same_title_the_person_chooses(owner: Person) -> None:
    for company in ("La Tajadera", "La Traca"):
        theirs = make_application(person=owner, company=company, role="Cook")
        Application.objects.filter(pk=theirs.pk).update(applied_at=NOW)
    form = SettleForm(person=owner, message=receipt_of_a_board(owner))
    assert form["application"].value() == ""


@pytest.mark.parametrize(("company", "is_said"), [("La Tajadera", True), ("X", False)])
def test_that_a_new_application_is_there_already_is_said_beside_its_undo(
    owner_client: Client, owner: Person, company: str, is_said: bool
) -> None:
    make_application(person=owner, company="La Tajadera", role="Cook")
    message = receipt_of_a_board(owner)
    data = {"kind": "confirmation", "application": "new", "role": "Cook"}
    url = reverse("mail:settle", args=(message.pk,))
    page = owner_client.post(url, data | {"company": company}, follow=True)
    html = page.content.decode()
    assert ("Another one of yours has the same employer and title" in html) == is_said
    assert reverse("mail:reopen", args=(message.pk,)) in html


def test_all_applications_are_read_once(
    owner: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_application(person=owner, company="La Tajadera", role="Cook")
    message = receipt_of_a_board(owner)
    with django_assert_num_queries(1):
        SettleForm(person=owner, message=message)
