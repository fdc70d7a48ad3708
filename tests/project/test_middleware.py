"""What a page says where the database does not answer, as while it is started anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
from django.db import OperationalError, connection
from django.test import Client

from onward.people.models import Person


def _no_answer(*_words: Any) -> NoReturn:
    raise OperationalError("connection refused")


@pytest.fixture
def away(owner_client: Client) -> Iterator[Client]:
    """A browser with a session, while the database does not answer."""
    with connection.execute_wrapper(_no_answer):
        yield owner_client


@pytest.mark.parametrize("address", ["/help/", "/help/?country=DE", "/about/"])
def test_help_opens_with_a_session_while_the_database_is_away(
    away: Client, address: str
) -> None:
    answer = away.get(address)
    assert answer.status_code == 200
    # Nobody is signed out by it.
    assert not answer.cookies


def test_other_pages_say_so_and_that_nothing_is_lost(away: Client) -> None:
    for address in ("/", "/applications/", "/settings/"):
        answer = away.get(address)
        page = answer.content.decode()
        assert answer.status_code == 503
        assert "This page cannot be shown at the moment" in page
        assert "What you typed" not in page
        assert "/help/" in page


WRITTEN = "It was the third time, and I wanted this one."


def test_what_was_written_meanwhile_is_given_back(away: Client) -> None:
    form = {"company": "Acme", "note": WRITTEN, "password": "seven tall boats"}
    answer = away.post("/applications/add/", form)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "This was not saved" in page
    assert WRITTEN in page
    assert "seven tall boats" not in page


def test_what_was_written_is_given_back_where_the_session_has_ended(
    client: Client, owner: Person
) -> None:
    answer = client.post("/applications/add/", {"company": "Acme", "note": WRITTEN})
    assert answer.status_code == 403
    page = answer.content.decode()
    assert WRITTEN in page
    assert 'href="/launch/"' in page
    # Where nothing was written, the way in is shown at once.
    assert client.post("/applications/add/", {"company": "Acme"}).status_code == 302


def test_a_part_of_a_page_whose_session_has_ended_loads_the_whole_page_anew(
    client: Client, owner: Person
) -> None:
    for method in (client.get, client.post):
        answer = method("/applications/add/", headers={"HX-Request": "true"})
        assert answer.headers["HX-Refresh"] == "true"
        assert answer.content == b""


@pytest.mark.parametrize(
    ("origin", "is_shown"),
    [("http://testserver", True), ("https://other.example", False), ("", False)],
)
def test_a_refused_form_gives_its_words_back_to_a_page_of_ours_alone(
    owner: Person, origin: str, is_shown: bool
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(owner)
    headers = {"Origin": origin} if origin else {}
    form = {"company": "Acme", "note": WRITTEN}
    answer = strict.post("/applications/add/", form, headers=headers)
    assert answer.status_code == 403
    assert (WRITTEN in answer.content.decode()) is is_shown


def test_where_somebody_signed_in_meanwhile_the_words_of_a_refused_form_are_covered(
    owner: Person, outsider: Person
) -> None:
    form = {"company": "Acme", "note": WRITTEN}
    for person, is_covered in ((outsider, True), (owner, False)):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(person)
        headers = {"Origin": "http://testserver"}
        answer = strict.post("/applications/add/", form, headers=headers)
        before, _, after = answer.content.decode().partition("<details")
        assert (WRITTEN in after) is is_covered
        assert (WRITTEN in before) is not is_covered
        assert ("signed in in this browser meanwhile" in before) is is_covered


def test_words_given_back_name_more_causes_where_somebody_may_have_been_shut_out(
    client: Client, outsider: Person
) -> None:
    page = client.post("/applications/add/", {"note": WRITTEN}).content.decode()
    assert "ask whoever runs Onward" in page
    outsider.delete()
    page = client.post("/applications/add/", {"note": WRITTEN}).content.decode()
    assert "Your session has ended" in page
    assert "ask whoever" not in page


def test_where_people_sign_in_no_browser_brings_back_what_was_written(
    owner: Person, outsider: Person
) -> None:
    for person, is_off in ((outsider, True), (owner, False)):
        browser = Client()
        browser.force_login(person)
        for address in ("/applications/add/", "/exchange/capture/", "/no/"):
            page = browser.get(address).content.decode()
            for field in re.findall(r'<textarea[^>]*>|<input type="text"[^>]*>', page):
                # Tags have a list of their own beside them, for everybody.
                is_own = 'name="tags"' in field
                assert ('autocomplete="off"' in field) is (is_off or is_own), field
        assert "<textarea" in browser.get("/applications/add/").content.decode()


def test_whoever_signed_in_in_another_window_is_in(owner: Person) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(owner)
    answer = strict.post("/sign-in/", {"email": "a@b.example", "password": "boats"})
    assert answer.headers["Location"] == "/sign-in/"
    assert strict.get("/sign-in/").headers["Location"] == "/"


def test_the_session_goes_on_afterwards(owner_client: Client) -> None:
    with connection.execute_wrapper(_no_answer):
        owner_client.get("/")
    assert owner_client.get("/settings/").status_code == 200
