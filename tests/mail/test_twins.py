"""Two applications that may be one: asked about where mail waits, joined or kept apart."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, KeptApart
from onward.applications.rules.kinds import EventKind, NoKind
from onward.applications.services import merge
from onward.mail.services.placed import placed_mail
from onward.mail.services.twins import keep_apart, twins_of
from onward.method.plan.plain import today_lines
from onward.method.plan.services import catch_up
from onward.method.plan.today import today
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no
from tests.mail.raw_mail import make_raw
from tests.mail.test_learning import read

pytestmark = pytest.mark.django_db

LATER = NOW - timedelta(days=10)


@pytest.fixture
def receipt(owner: Person) -> Application:
    """What a board's receipt began."""
    return make_application(person=owner, company="Rebhof Lift & Tor", role="Disponent")


@pytest.fixture
def rest(owner: Person) -> Application:
    """What the employer wrote under another name."""
    return make_application(
        person=owner,
        company="Rebhof Torservice GmbH",
        role="Disponent/in",
        applied_at=None,
        events=((EventKind.INTERVIEW, LATER),),
    )


def review(client: Client) -> str:
    answer = client.get(reverse("mail:review"))
    assert answer.status_code == 200
    return answer.content.decode()


def press(client: Client, name: str, one: Application, other: Application) -> int:
    answer = client.post(
        reverse(f"mail:{name}", args=(one.pk,)), {"application": str(other.pk)}
    )
    return answer.status_code


def test_two_that_may_be_one_are_asked_about_and_joined_and_that_is_undone(
    owner: Person, owner_client: Client, receipt: Application, rest: Application
) -> None:
    assert twins_of(owner) == [(rest, receipt)]
    text = review(owner_client)
    assert "Are these two one application?" in text
    assert f"Joined, they stay “{rest}”." in text
    assert "Nothing to look at" not in text
    assert "may be one" in owner_client.get(reverse("mail:home")).content.decode()
    assert press(owner_client, "twins_join", rest, receipt) == 302
    receipt.refresh_from_db()
    assert receipt.merged_into == rest
    joined = review(owner_client)
    assert "The two are one application now." in joined
    assert f"It stays “{rest}”." in joined
    assert "Are these two one application?" not in joined
    merge = rest.events.get(kind=EventKind.MERGE)
    owner_client.post(reverse("applications:undo", args=(merge.pk,)))
    receipt.refresh_from_db()
    assert receipt.merged_into is None
    assert twins_of(owner) == [(rest, receipt)]


def test_two_that_another_window_joined_already_are_said_to_be_one(
    owner_client: Client, receipt: Application, rest: Application
) -> None:
    for words in ("The two are one application now.", "one application already"):
        assert press(owner_client, "twins_join", rest, receipt) == 302
        assert words in review(owner_client)
    assert rest.events.filter(kind=EventKind.MERGE).count() == 1


def test_what_is_said_to_be_two_is_not_asked_about_again(
    owner: Person, owner_client: Client, receipt: Application, rest: Application
) -> None:
    assert press(owner_client, "twins_apart", rest, receipt) == 302
    assert press(owner_client, "twins_apart", receipt, rest) == 302
    assert KeptApart.objects.for_person(owner).count() == 1
    assert twins_of(owner) == []
    assert "Nothing to look at" in review(owner_client)


def test_an_application_is_no_twin_of_itself_and_an_odd_choice_changes_nothing(
    owner: Person, owner_client: Client, receipt: Application
) -> None:
    assert press(owner_client, "twins_apart", receipt, receipt) == 302
    assert "its timeline can part it into two" in review(owner_client)
    assert press(owner_client, "twins_join", receipt, receipt) == 302
    assert "one application already; nothing was joined" in review(owner_client)
    assert not KeptApart.objects.exists()
    address = reverse("mail:twins_join", args=(receipt.pk,))
    assert owner_client.post(address, {"application": "x"}).status_code == 404
    assert owner_client.get(address).status_code == 405


def test_an_outsider_joins_and_keeps_apart_nothing_of_the_owner(
    outsider_client: Client, receipt: Application, rest: Application
) -> None:
    assert "Are these two" not in review(outsider_client)
    for name in ("twins_join", "twins_apart"):
        assert press(outsider_client, name, rest, receipt) == 404
    receipt.refresh_from_db()
    assert receipt.merged_into is None
    assert not KeptApart.objects.exists()


def conversation(*, answered: str) -> bytes:
    """Return a no that names the mail of two applications, and answers one."""
    return make_raw(
        "Dear Robin,\n\nwe are sorry to tell you that we will not be moving forward with "
        "your\napplication.\n\nKind regards\nKim Roe\n",
        subject="Re: your application",
        message_id="<no@quillmoor.example>",
        extra="References: <cook@quillmoor.example> <porter@quillmoor.example>\n"
        f"In-Reply-To: <{answered}@quillmoor.example>\n",
    ).replace(b"03 Mar", b"13 Mar")


def test_two_that_stay_two_are_not_joined_by_mail_that_names_both(
    owner: Person, tmp_path: Path
) -> None:
    for name, role in (("cook", "Cook"), ("porter", "Night Porter")):
        text = f"We have received your application as {role} at Quillmoor.\n"
        subject = f"Your application as {role}"
        raw = make_raw(text, subject=subject, message_id=f"<{name}@quillmoor.example>")
        read(owner, tmp_path, raw, name=name)
    cook, porter = Application.objects.order_by("role")
    keep_apart(owner, cook, other=porter)
    read(owner, tmp_path, conversation(answered="porter"), name="no")
    assert Application.objects.filter(merged_into=None).count() == 2
    cook.refresh_from_db()
    porter.refresh_from_db()
    assert (cook.role, porter.role) == ("Cook", "Night Porter")
    assert (cook.no_kind, porter.no_kind) == ("", NoKind.THEY_SAID_NO)


def test_two_that_were_joined_after_all_are_one_to_later_mail(
    owner: Person, receipt: Application, rest: Application
) -> None:
    keep_apart(owner, receipt, other=rest)
    assert placed_mail(owner).apart == {frozenset({receipt.pk, rest.pk})}
    merge(owner, rest, other=receipt, now=NOW)
    assert placed_mail(owner).apart == set()


def test_what_is_said_to_be_two_stays_so_once_one_of_them_is_part_of_a_third(
    owner: Person, receipt: Application, rest: Application
) -> None:
    keep_apart(owner, receipt, other=rest)
    third = make_application(
        person=owner,
        company="Rebhof Torservice",
        role="Disponent/in",
        applied_at=None,
        events=((EventKind.INTERVIEW, LATER),),
    )
    merge(owner, third, other=rest, now=NOW)
    assert twins_of(owner) == []
    assert placed_mail(owner).apart == {frozenset({receipt.pk, third.pk})}


NAMESAKE = (
    "Hola Inés:\n\nHemos recibido tu candidatura para Jefa de turno de explanada en Sagunto "
    "Sur Terminal. Gracias por tu interés.\n\nRecursos Humanos\n"
)


def test_what_was_begun_by_hand_and_its_receipt_are_asked_about(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    owner_client.post(
        "/applications/add/",
        {
            "company": "Sagunto Sur",
            "role": "Jefa de turno de explanada",
            "state": "applied",
            "day": "2026-03-02",
            "note": "me lo dijo Vicent",
        },
    )
    mail = make_raw(NAMESAKE, subject="Candidatura recibida")
    mail = mail.replace(
        b"From: Quillmoor <jobs@quillmoor.example>",
        b"From: Sagunto Sur Terminal <rrhh@saguntosur.example>",
    )
    read(owner, tmp_path, mail)
    ((one, other),) = twins_of(owner)
    assert {one.company, other.company} == {"Sagunto Sur", "Sagunto Sur Terminal"}
    told = "Two of your applications may be one"
    assert told in owner_client.get("/").content.decode()
    assert told in "\n".join(today_lines(today(owner, NOW)))
    make_no(application=make_application(person=owner, company="Quillmoor"))
    catch_up(owner, now=NOW)
    assert told not in "\n".join(today_lines(today(owner, NOW)))
