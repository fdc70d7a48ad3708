from __future__ import annotations

from onward.mail.forms import SettleForm
from onward.mail.models import MailMessage
from onward.people.models import Person
from tests.builders import make_application


def mail_from(person: Person, address: str) -> MailMessage:
    return MailMessage(person=person, sender_address=address, company="Elm House")


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
