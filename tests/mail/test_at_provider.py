"""Employers with no more than a mailbox at a provider: of the reader's own domain, or free mail."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.applications.rules.kinds import Stage
from onward.mail.models import MailMessage, Review
from onward.mail.rules.facts.contact import is_office_box
from onward.mail.rules.facts.employers.mailbox import spelled_by_mailbox
from onward.mail.rules.facts.employers.shown_name import shown_with_article
from onward.mail.rules.talks.own_firm import company_written_to
from onward.mail.rules.types import Address
from onward.mail.services.providers import provider_hosts
from onward.people.models import Person
from tests.mail.own_story import import_story, raw

RUTH = "Ruth Pelling <ruth.pelling@valleymail.example>"
PUBS = ("thefoxandfiddle", "quayhotel", "minersrest.snailbeck")


def applied(number: int, to: str, *, text: str = "", sender: str = RUTH) -> bytes:
    return raw(
        number=number,
        sender=sender,
        to=to,
        subject="Application for cook",
        text=text
        or "Dear Sir,\n\nI would like to apply for the cook's job. My CV is attached.",
        labels="Sent",
        file="CV.pdf",
    )


def reply(number: int, sender: str, text: str, *, to: str = RUTH) -> bytes:
    return raw(
        number=number + 10,
        sender=sender,
        to=to,
        subject="Re: Application for cook",
        text=text,
        answers=number,
    )


def told() -> set[tuple[str, str, str]]:
    return set(Application.objects.values_list("company", "role", "stage"))


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_three_houses_at_the_readers_provider_are_three_once_two_are_heard(
    owner: Person, tmp_path: Path, step: int
) -> None:
    host = "valleymail.example"
    mails = [applied(n, f"{pub}@{host}") for n, pub in enumerate(PUBS, start=1)]
    mails += [
        reply(
            1,
            f"The Fox and Fiddle <{PUBS[0]}@{host}>",
            "Hi Ruth,\n\nThanks for your application. Sorry, we have given the cook's job to "
            "somebody else.\n\nDave",
        ),
        reply(
            2,
            f"Quay Hotel <{PUBS[1]}@{host}>",
            "Dear Ruth,\n\nThank you for applying for the job of cook. Could you come for an "
            "interview on Thursday 20 August at 10am?\n\nMeg",
        ),
    ]
    import_story(owner, tmp_path, mails[::step])
    assert told() == {
        ("The Fox and Fiddle", "cook", Stage.CLOSED),
        ("Quay Hotel", "cook", Stage.INTERVIEW),
        ("Minersrest Snailbeck", "cook", Stage.APPLIED),
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("to", "company"),
    [
        ("pub6@btinternet.com", "Pub6"),
        ("The Miners Rest <minersrest7@gmail.com>", "The Miners Rest"),
        ("info.gasthauslinde@web.de", "Gasthauslinde"),
        ("Lark Meadow Care Home <larkmeadow@btinternet.com>", "Lark Meadow Care Home"),
        ("jobs@valleymail.example", "Valley Mail"),
        ("people@bright-harbour.example", "Bright Harbour"),
    ],
)
def test_an_application_to_a_mailbox_is_one(
    owner: Person, tmp_path: Path, to: str, company: str
) -> None:
    import_story(owner, tmp_path, [applied(1, to)])
    assert told() == {(company, "cook", Stage.APPLIED)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "to", ["jane.doyle@gmail.com", "Jane Doyle <jdoyle@gmail.com>", "jane@gmail.com"]
)
def test_whom_a_person_applied_to_is_asked_where_it_may_be_a_friend(
    owner: Person, owner_client: Client, tmp_path: Path, to: str
) -> None:
    import_story(owner, tmp_path, [applied(1, to)])
    message = MailMessage.objects.get()
    assert message.review == Review.UNMATCHED
    assert told() == set()
    page = owner_client.get(reverse("mail:review")).content.decode()
    assert "You applied: to whom?" in page
    said = {"kind": "applied", "application": "new", "company": "The Plough"}
    owner_client.post(reverse("mail:settle", args=[message.pk]), said)
    assert told() == {("The Plough", "cook", Stage.APPLIED)}
    message.refresh_from_db()
    assert message.review == Review.SETTLED


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("to", "text"),
    [
        ("jane@gmail.com", "Hi Jane, can you check this? My CV is attached."),
        (
            "jane@gmail.com",
            "Hi Jane, here is my draft: I would like to apply for the cook's job. My CV is "
            "attached. How does it sound?",
        ),
        (
            "careershelp@gmail.com",
            "Hello Jo, would you mind looking at this? I would like to apply for the cook's job. "
            "CV attached.",
        ),
        (RUTH, "I would like to apply for the cook's job. My CV is attached."),
        ("mum@valleymail.example", "Attached is my CV, as you asked. Love you!"),
        ("minersrest@gmail.com", "Could we book a table for six on Sunday?"),
        (
            "letgoflats@gmail.com",
            "I would like to apply for the flat. References attached.",
        ),
    ],
)
def test_papers_for_a_friend_or_oneself_are_none(
    owner: Person, tmp_path: Path, to: str, text: str
) -> None:
    import_story(owner, tmp_path, [applied(1, to, text=text)])
    assert told() == set()
    assert not MailMessage.objects.exclude(review=Review.NONE).exists()


@pytest.mark.parametrize(
    ("local_part", "name"),
    [
        ("boathouse.tearoom", "Boathouse Tearoom"),
        ("minersrest7", "Minersrest"),
        ("pub6", "Pub6"),
        ("info.oldmill", "Oldmill"),
        ("jobs", ""),
        ("jane.doyle", ""),
        ("jane", ""),
    ],
)
def test_a_mailbox_spells_a_house_and_no_person(local_part: str, name: str) -> None:
    assert spelled_by_mailbox(local_part) == name


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("The Miners Rest", "The Miners Rest"),
        ("Zum Goldenen Hirsch", "Zum Goldenen Hirsch"),
        ("Chez Lulu", "Chez Lulu"),
        ("Les Brown", ""),
        ("Jane Doyle", ""),
        ("Theo Lang", ""),
        ("", ""),
    ],
)
def test_nobody_is_called_with_an_article(shown: str, name: str) -> None:
    assert shown_with_article(Address(shown, "x@gmail.com")) == name


def test_an_office_has_its_mailbox() -> None:
    assert is_office_box("jobs.north@oldmill.example")
    assert not is_office_box("foxandfiddle@oldmill.example")


NURSE = "Robin Vale <robin.vale@elmhospital.example>"
STUDENT = "Robin Vale <rvale3@uni-elm.example>"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sender", "to", "company"),
    [
        (NURSE, "anna.berg@elmhospital.example", "Elm Hospital"),
        (NURSE, "Anna Berg <anna.berg@elmhospital.example>", "Elm Hospital"),
        (NURSE, "ward7@elmhospital.example", "Elm Hospital"),
        (NURSE, "kitchen@elmhospital.example", "Elm Hospital"),
        (STUDENT, "prof.kern@uni-elm.example", "Uni Elm"),
        (STUDENT, "Prof. Kern <prof.kern@uni-elm.example>", "Uni Elm"),
        (STUDENT, "hiwi.stellen@uni-elm.example", "Uni Elm"),
    ],
)
def test_who_applies_within_their_own_house_is_written_to_it(
    owner: Person, tmp_path: Path, sender: str, to: str, company: str
) -> None:
    import_story(owner, tmp_path, [applied(1, to, sender=sender)])
    assert told() == {(company, "cook", Stage.APPLIED)}


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_colleagues_answer_for_the_house_that_the_reader_is_of(
    owner: Person, tmp_path: Path, step: int
) -> None:
    mails = [
        applied(1, "anna.berg@elmhospital.example", sender=NURSE),
        reply(
            1,
            "Paul Reid <paul.reid@elmhospital.example>",
            "Dear Robin,\n\nThank you for your application for the job of cook. Unfortunately we "
            "have decided on another candidate.\n\nPaul Reid",
            to=NURSE,
        ),
    ]
    import_story(owner, tmp_path, mails[::step])
    assert told() == {("Elm Hospital", "cook", Stage.CLOSED)}


@pytest.mark.parametrize(
    "local_part",
    ["prof.kern", "dr.kern", "ward7", "station3", "kitchen", "night.shift", "team2"],
)
def test_neither_a_title_nor_a_ward_is_a_house(local_part: str) -> None:
    assert spelled_by_mailbox(local_part) == ""


def test_a_domain_of_the_writers_own_names_no_firm() -> None:
    hosts = {"valleymail.example"}
    assert company_written_to(Address("", "fox@valleymail.example"), hosts=hosts) == ""
    assert (
        company_written_to(Address("", "jobs@valleymail.example"), hosts=hosts)
        == "Valley Mail"
    )


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_houses_that_share_a_domain_with_nobody_the_reader_knows_are_several(
    owner: Person, tmp_path: Path, step: int
) -> None:
    me, host = "Ruth Pelling <ruth.pelling@gmail.com>", "localnet.example"
    boxes = ("thefoxandfiddle", "quayhotel", "boathouse.tearoom")
    mails = [
        applied(n, f"{box}@{host}", sender=me) for n, box in enumerate(boxes, start=1)
    ]
    names = ("The Fox and Fiddle", "Quay Hotel")
    texts = (
        "Thanks for your application. Sorry, we have given the cook's job to somebody else.",
        "Thank you for applying for the job of cook. Could you come for an interview on "
        "Thursday 20 August at 10am?",
    )
    mails += [
        reply(n, f"{name} <{boxes[n - 1]}@{host}>", f"Hi Ruth,\n\n{text}\n\nKim", to=me)
        for n, (name, text) in enumerate(zip(names, texts, strict=True), start=1)
    ]
    import_story(owner, tmp_path, mails[::step])
    assert {company for company, _, _ in told()} == {*names, "Boathouse Tearoom"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "senders",
    [
        # Colleagues of one firm.
        (
            "Jane Doyle <jane.doyle@localnet.example>",
            "Paul Reid <paul.reid@localnet.example>",
        ),
        # Offices of one firm.
        (
            "Localnet Careers <careers@localnet.example>",
            "Localnet <jobs@localnet.example>",
        ),
        # One house at a group's domain.
        ("Quay Hotel <quayhotel@bigchain.example>", "Big Chain <hr@bigchain.example>"),
        # On the list of providers anyhow.
        (
            "Quay Hotel <quayhotel@gmail.com>",
            "Boathouse Tearoom <boathousetearoom@gmail.com>",
        ),
    ],
)
def test_the_domain_of_one_firm_is_no_providers(
    owner: Person, tmp_path: Path, senders: tuple[str, str]
) -> None:
    text = "Unfortunately we have decided on another candidate for the job of cook."
    mails = [reply(n, sender, text) for n, sender in enumerate(senders, start=1)]
    import_story(owner, tmp_path, mails)
    assert provider_hosts(owner) == frozenset()
