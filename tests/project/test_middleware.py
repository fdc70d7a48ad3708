"""What a page says where the database does not answer, as while it is started anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
from django.db import OperationalError, connection
from django.test import Client


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


def test_what_was_typed_meanwhile_is_said_to_be_in_the_browser(away: Client) -> None:
    answer = away.post("/applications/add/", {"company": "Acme"})
    assert answer.status_code == 503
    assert "What you typed is still in your browser" in answer.content.decode()


def test_the_session_goes_on_afterwards(owner_client: Client) -> None:
    with connection.execute_wrapper(_no_answer):
        owner_client.get("/")
    assert owner_client.get("/settings/").status_code == 200
