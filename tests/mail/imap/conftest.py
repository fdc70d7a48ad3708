from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends import fail

from onward.mail.models import ImapAccount
from onward.mail.services.accounts import (
    AccountFacts,
    add_account,
    begin_reading,
    tested,
)
from onward.people.models import Person
from tests.builders import NOW
from tests.dovecot import PASSWORD, Dovecot, make_dovecot, trusting

_numbers = itertools.count()


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    server = make_dovecot()
    with trusting(server.authority):
        yield server
    server.stop()


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    """As on a server: without a keyring of this machine's own."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def own_home(settings: Any, tmp_path: Path) -> None:
    """A data folder in which no other test left a password."""
    settings.HOME = tmp_path


@pytest.fixture
def address(dovecot: Dovecot) -> str:
    """A mailbox of its own, empty."""
    name = f"robin{next(_numbers)}@person.example"
    dovecot.seed(user=name)
    return name


@pytest.fixture
def account(owner: Person, dovecot: Dovecot, address: str) -> ImapAccount:
    return make_account(owner, address, port=dovecot.tls_port)


def make_account(
    person: Person, address: str, *, port: int, security: str = "tls"
) -> ImapAccount:
    facts = AccountFacts(
        address=address, host="127.0.0.1", port=port, security=security
    )
    folders = tested(person, facts, password=PASSWORD)
    account = add_account(person, facts, password=PASSWORD, folders=folders, now=NOW)
    begin_reading(account, now=NOW)
    return account
