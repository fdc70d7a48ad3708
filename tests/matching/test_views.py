from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.applications.services import merge
from onward.documents.rules.kinds import DocumentKind
from onward.matching.models import OwnWord
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.matching.conftest import LETTER, keep_advert, keep_text, send


def page_of(application: Application) -> str:
    return reverse("matching:read_out", args=[application.pk])


def text_of(client: Client, application: Application, query: str = "") -> str:
    response = client.get(page_of(application) + query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_page_says_where_each_thing_stands(
    owner_client: Client, application: Application
) -> None:
    text = text_of(owner_client, application)
    assert "Asked for" in text
    assert "Nice to have" in text
    assert "Said otherwise, close" in text
    assert "PostgreSQL is in your résumé." in text
    assert "<mark>k8s</mark>" in text
    assert "as you sent it" in text


def test_the_page_has_no_percentage_and_no_score(
    owner_client: Client, application: Application
) -> None:
    text = text_of(owner_client, application)
    for word in ("%", "score", "fit ", "match rate"):
        assert word not in text.partition("<main")[2].lower()


def test_the_threshold_is_said_in_words(
    owner_client: Client, application: Application
) -> None:
    text = text_of(owner_client, application)
    assert "from two in three on" in text


def test_without_an_advert_the_page_says_what_is_missing(
    owner_client: Client, owner: Person
) -> None:
    bare = make_application(person=owner)
    assert "The advert is not kept yet" in text_of(owner_client, bare)
    keep_advert(bare)
    assert "No résumé to read yet" in text_of(owner_client, bare)
    keep_text(owner, "Ada\n\nSkills\nSQL\n")
    assert "choose one to compare" in text_of(owner_client, bare)


def test_another_resume_can_be_chosen(
    owner_client: Client, owner: Person, application: Application
) -> None:
    other = keep_text(owner, "Ada\n\nSkills\nTerraform, Rust\n", name="Other one")
    text = text_of(owner_client, application, f"?resume={other.pk}")
    assert "<mark>Terraform</mark>" in text
    assert "as you sent it" not in text
    nothing = text_of(owner_client, application, "?resume=nonsense")
    assert "as you sent it" in nothing


def test_an_advert_that_asks_nothing_gets_a_sentence(
    owner_client: Client, owner: Person
) -> None:
    bare = make_application(person=owner)
    keep_advert(bare, "We are a shop by the sea. Come and see us one day.")
    send(bare, keep_text(owner, "Ada\n\nSkills\nSQL\n"))
    assert "names nothing" in text_of(owner_client, bare)


def test_the_letter_is_told_beside_it(
    owner_client: Client, owner: Person, application: Application
) -> None:
    keep_text(owner, LETTER, name="Old", kind=DocumentKind.LETTER)
    letter = keep_text(owner, LETTER + "\nPS", name="New", kind=DocumentKind.LETTER)
    send(application, letter)
    text = text_of(owner_client, application)
    assert "It names the company." in text
    assert "It names the role." in text
    assert "Nearly all of it stands in your other letters too." in text


def test_a_line_can_be_struck_out_and_brought_back(
    owner_client: Client, application: Application
) -> None:
    address = reverse("matching:say", args=[application.pk])
    said = {"key": "skill: Rust", "said": "not_asked", "anchor": "r-1"}
    response = owner_client.post(address, said)
    assert response.headers["Location"] == page_of(application) + "#struck"
    text = text_of(owner_client, application)
    assert "Struck out by you" in text
    assert "<s>Rust</s>" in text
    owner_client.post(address, {**said, "said": ""})
    assert "Struck out by you" not in text_of(owner_client, application)


def test_saying_that_the_resume_has_it_keeps_the_chosen_version(
    owner_client: Client, owner: Person, application: Application
) -> None:
    other = keep_text(owner, "Ada\n\nSkills\nSQL\n", name="Other one")
    response = owner_client.post(
        reverse("matching:say", args=[application.pk]),
        {"key": "skill: Rust", "said": "have", "resume": other.pk, "anchor": "r-1"},
    )
    chosen = f"?resume={other.pk}#r-1"
    assert response.headers["Location"] == page_of(application) + chosen
    assert "You said that your résumé has this." in text_of(owner_client, application)


@pytest.mark.parametrize("posted", [{}, {"key": "x", "said": "nonsense"}])
def test_what_is_no_line_is_refused(
    owner_client: Client, application: Application, posted: dict[str, str]
) -> None:
    address = reverse("matching:say", args=[application.pk])
    assert owner_client.post(address, posted).status_code == 400
    assert not OwnWord.objects.exists()


def test_an_outsider_sees_and_says_nothing(
    outsider_client: Client, application: Application
) -> None:
    assert outsider_client.get(page_of(application)).status_code == 404
    address = reverse("matching:say", args=[application.pk])
    posted = {"key": "skill: Rust", "said": "have"}
    assert outsider_client.post(address, posted).status_code == 404
    assert not OwnWord.objects.exists()


def test_an_application_that_does_not_exist_is_not_found(owner_client: Client) -> None:
    address = reverse("matching:read_out", args=[uuid.uuid4()])
    assert owner_client.get(address).status_code == 404


def test_a_joined_application_leads_to_the_whole(
    owner_client: Client, owner: Person, application: Application
) -> None:
    whole = make_application(person=owner, company="Quill Harbor")
    merge(owner, whole, other=application, now=NOW)
    response = owner_client.get(page_of(application))
    assert response.headers["Location"] == page_of(whole)


def test_the_application_leads_here(
    owner_client: Client, application: Application
) -> None:
    response = owner_client.get(reverse("applications:detail", args=[application.pk]))
    assert page_of(application) in response.content.decode()
