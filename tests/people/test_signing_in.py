from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone

from onward.core.errors import Stop
from onward.people.models import LaunchToken, Person, WrongPassword
from onward.people.rules import PAUSE, TRIES_IN_A_ROW
from onward.people.services import (
    TooManyTries,
    accept_invitation,
    add_person,
    close_account,
    forget_old_tries,
    invited,
    local_person,
    make_launch_token,
    open_account,
    signed_in,
)

pytestmark = pytest.mark.django_db

PASSWORD = "seven tall boats"
EMAIL = "robin@office.example"


@pytest.fixture
def robin() -> Person:
    person = add_person(email="Robin@Office.example ", name="Robin", time_zone="UTC")
    person.set_password(PASSWORD)
    person.save()
    return person


def sign_in(client: Client, *, password: str = PASSWORD, **more: str) -> int:
    data = {"email": EMAIL, "password": password, "next": "/settings/", **more}
    return client.post("/sign-in/", data).status_code


def test_whoever_was_added_chooses_a_password_by_the_link_and_is_in(
    client: Client,
) -> None:
    person = add_person(email=EMAIL)
    address = f"/launch/{make_launch_token(person)}/"
    # Programs that check the links in mail look, too.
    for _ in range(3):
        assert EMAIL in client.get(address).content.decode()
    short = client.post(address, {"password": "boats", "again": "boats"})
    assert short.status_code == 422
    unlike = client.post(address, {"password": PASSWORD, "again": PASSWORD + "s"})
    assert "not the same" in unlike.content.decode()
    both = {"password": PASSWORD, "again": PASSWORD}
    assert client.post(address, both).headers["Location"] == "/"
    assert client.get("/settings/").status_code == 200
    assert Client().get(address).status_code == 403
    assert Client().post(address, both).status_code == 403
    assert sign_in(Client()) == 302


def test_a_new_link_ends_the_one_before_and_a_week_ends_it(robin: Person) -> None:
    now = timezone.now()
    first = make_launch_token(robin)
    second = make_launch_token(robin)
    assert invited(first, now=now) is None
    assert invited(second, now=now) == robin
    assert invited(second, now=now + timedelta(days=8)) is None


def test_of_two_presses_on_one_link_one_counts(robin: Person) -> None:
    token, now = make_launch_token(robin), timezone.now()
    assert accept_invitation(token, password=PASSWORD, now=now) == robin
    assert accept_invitation(token, password="another one", now=now) is None
    assert signed_in(email=EMAIL, password=PASSWORD, now=now) == robin


def test_without_a_session_every_page_asks_for_a_sign_in_and_comes_back(
    client: Client, robin: Person
) -> None:
    answer = client.get("/mail/", follow=True)
    assert answer.headers["X-Onward-Home"] == django_settings.HOME_MARK
    assert answer.redirect_chain[-1][0] == "/sign-in/?next=%2Fmail%2F"
    assert 'value="/mail/"' in answer.content.decode()
    data = {"email": EMAIL.upper(), "password": PASSWORD, "next": "/mail/"}
    assert client.post("/sign-in/", data).headers["Location"] == "/mail/"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "abc"])
def test_a_sign_in_leads_to_own_pages_alone(
    client: Client, robin: Person, target: str
) -> None:
    data = {"email": EMAIL, "password": PASSWORD, "next": target}
    assert client.post("/sign-in/", data).headers["Location"] == "/"
    assert client.get("/sign-in/", {"next": target}).headers["Location"] == "/"


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(
    client: Client, robin: Person
) -> None:
    pages = []
    for email in (EMAIL, "nobody@office.example"):
        data = {"email": email, "password": "wrong", "next": "/"}
        answer = client.post("/sign-in/", data)
        assert answer.status_code == 422
        pages.append(answer.content.decode().replace(email, ""))
    words = "do not go together"
    assert [words in page for page in pages] == [True, True]
    assert PASSWORD not in pages[0]


def test_after_many_wrong_ones_the_right_password_waits_too(
    client: Client, robin: Person
) -> None:
    for _ in range(TRIES_IN_A_ROW):
        assert sign_in(client, password="wrong") == 422
    assert sign_in(client) == 429
    later = timezone.now() + PAUSE + timedelta(seconds=1)
    assert signed_in(email=EMAIL, password=PASSWORD, now=later) == robin


def test_one_whose_sign_in_waits_gets_in_by_a_new_link(robin: Person) -> None:
    now = timezone.now()
    for _ in range(TRIES_IN_A_ROW):
        signed_in(email=EMAIL, password="wrong", now=now)
    with pytest.raises(TooManyTries):
        signed_in(email=EMAIL, password=PASSWORD, now=now)
    accept_invitation(make_launch_token(robin), password="four low boats", now=now)
    assert signed_in(email=EMAIL, password="four low boats", now=now) == robin


def test_neither_addresses_nor_old_tries_are_kept(robin: Person) -> None:
    now = timezone.now()
    signed_in(email=EMAIL, password="wrong", now=now)
    make_launch_token(robin)
    assert EMAIL not in str(WrongPassword.objects.values_list())
    forget_old_tries(now=now + timedelta(days=8))
    assert not WrongPassword.objects.exists()
    assert not LaunchToken.objects.exists()


def test_the_session_ends_with_the_browser_unless_it_is_kept(robin: Person) -> None:
    brief, kept = Client(), Client()
    sign_in(brief)
    sign_in(kept, stays="on")
    assert brief.session.get_expire_at_browser_close()
    assert not kept.session.get_expire_at_browser_close()


def test_whoever_is_shut_out_is_out_at_once(client: Client, robin: Person) -> None:
    sign_in(client)
    token = make_launch_token(robin)
    close_account(robin)
    assert client.get("/settings/").status_code == 302
    assert sign_in(Client()) == 422
    assert Client().get(f"/launch/{token}/").status_code == 403
    open_account(robin)
    assert sign_in(Client()) == 302


def test_the_sessions_of_one_who_is_shut_out_stay_ended_when_they_are_let_in(
    client: Client, robin: Person
) -> None:
    other = add_person(email="sasha@office.example")
    theirs = Client()
    theirs.force_login(other)
    sign_in(client, stays="on")
    close_account(robin)
    form = {"company": "Acme", "note": "It was the third time, and I wanted this one."}
    typed = client.post("/applications/add/", form)
    assert "the third time" in typed.content.decode()
    open_account(robin)
    assert client.get("/settings/").status_code == 302
    assert theirs.get("/settings/").status_code == 200


def test_another_password_ends_the_other_sessions(robin: Person) -> None:
    here, there = Client(), Client()
    sign_in(here)
    sign_in(there)
    new = "four low boats"
    wrong = {"old": "wrong", "password": new, "again": new}
    assert here.post("/settings/password/", wrong).status_code == 422
    assert (
        here.post("/settings/password/", {**wrong, "old": PASSWORD}).status_code == 302
    )
    assert here.get("/settings/").status_code == 200
    assert there.get("/settings/").status_code == 302
    assert sign_in(Client(), password=new) == 302


def test_the_local_person_has_no_password_to_change(owner_client: Client) -> None:
    assert owner_client.get("/settings/password/").status_code == 404
    assert "password/" not in owner_client.get("/settings/").content.decode()


def test_no_local_person_appears_among_people_who_sign_in(robin: Person) -> None:
    with pytest.raises(Stop, match="Several people share"):
        local_person()
    assert not Person.objects.filter(is_local=True).exists()


@pytest.mark.parametrize(
    ("email", "zone", "words"),
    [
        ("robin", "", "is not an e-mail address"),
        ("ROBIN@office.example", "", "here already"),
        ("sasha@office.example", "Mars/Base", "no time zone"),
    ],
)
def test_whom_it_cannot_add_it_says(
    robin: Person, email: str, zone: str, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        add_person(email=email, time_zone=zone)


def test_who_signs_in_is_not_told_of_a_computer_that_is_not_theirs(
    client: Client, robin: Person
) -> None:
    sign_in(client)
    for address in ("/", "/settings/", "/mail/", "/about/", "/jobs/"):
        page = client.get(address).content.decode()
        assert str(django_settings.HOME) not in page, address
        assert "this computer" not in page, address
        assert "onward backup" not in page, address
    assert "on the server of whoever runs this Onward" in page


def test_settings_say_who_changes_the_address_and_removes_one(
    client: Client, robin: Person
) -> None:
    client.force_login(robin)
    page = client.get("/settings/").content.decode()
    assert EMAIL in page
    assert "can remove you with all that is yours" in page


def test_at_ones_own_computer_its_folder_is_named(owner_client: Client) -> None:
    for address in ("/", "/settings/"):
        assert str(django_settings.HOME) in owner_client.get(address).content.decode()


def test_each_page_names_who_is_signed_in_and_closes_the_session(
    client: Client, robin: Person
) -> None:
    client.force_login(robin)
    for address in ("/", "/mail/", "/applications/", "/help/", "/about/", "/not-here/"):
        page = client.get(address).content.decode()
        header = page.partition("<main")[0]
        assert f"Signed in as <strong>{EMAIL}</strong>" in header, address
        assert 'action="/leave/"' in header, address
    client.post("/leave/")
    assert "Signed in as" not in client.get("/help/").content.decode()
    assert client.get("/settings/").status_code == 302


def test_the_header_names_the_other_once_they_signed_in_here(
    client: Client, robin: Person
) -> None:
    sasha = add_person(email="sasha@office.example")
    client.force_login(robin)
    client.force_login(sasha)
    page = client.get("/").content.decode()
    assert "Signed in as <strong>sasha@office.example</strong>" in page
    assert EMAIL not in page


def test_at_ones_own_computer_nobody_is_named_as_signed_in(
    owner_client: Client,
) -> None:
    page = owner_client.get("/").content.decode()
    assert "Signed in as" not in page
    assert 'action="/leave/"' not in page


def test_a_password_link_says_that_somebody_else_is_signed_in(
    client: Client, robin: Person
) -> None:
    sasha = add_person(email="sasha@office.example")
    link = f"/launch/{make_launch_token(sasha)}/"
    words = "Somebody else is signed in in this browser"
    assert words not in client.get(link).content.decode()
    client.force_login(sasha)
    assert words not in client.get(link).content.decode()
    client.force_login(robin)
    page = client.get(link).content.decode()
    assert f"{words}: <strong>{EMAIL}</strong>" in page
    assert "their session here is closed" in page


def test_a_password_link_at_ones_own_computer_says_that_its_session_ends(
    owner_client: Client,
) -> None:
    sasha = add_person(email="sasha@office.example")
    link = f"/launch/{make_launch_token(sasha)}/"
    page = owner_client.get(link).content.decode()
    assert "for the person at this computer" in page
    assert "Somebody else is signed in" not in page


def test_a_form_that_another_session_refuses_tells_whose_session_it_is(
    robin: Person,
) -> None:
    client = Client(enforce_csrf_checks=True)
    assert "X-Onward-Person" not in client.post("/settings/", {}).headers
    client.force_login(robin)
    refused = client.post("/settings/", {})
    assert refused.status_code == 403
    assert refused.headers["X-Onward-Person"] == str(robin.pk)
