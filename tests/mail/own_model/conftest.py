from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends import fail

from onward.mail.models import MailMessage, OwnModel, Review
from onward.mail.rules.own_model.address import model_address
from onward.mail.rules.types import Verdict
from onward.mail.services.committing import commit_mail
from onward.mail.services.own_model import ModelFacts, keep_model
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_model.model_server import ModelServer

_numbers = itertools.count(1)
NO_TEXT = (
    "Hello Robin,\n\nthe panel has met. We have given the post to somebody who\n"
    "lives closer to the workshop.\n\nQuill Street Press"
)


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    """As on a server: without a keyring of this machine's own."""
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def own_home(settings: Any, tmp_path: Path) -> None:
    """A data folder in which no other test left a key."""
    settings.HOME = tmp_path


@pytest.fixture
def server() -> Iterator[ModelServer]:
    model = ModelServer()
    yield model
    model.close()


@pytest.fixture
def row(owner: Person, server: ModelServer) -> OwnModel:
    return make_model(person=owner, address=server.address)


def make_model(
    *, person: Person, address: str, name: str = "small", key: str = ""
) -> OwnModel:
    facts = ModelFacts(address=model_address(address), name=name)
    return keep_model(person, facts, key=key, now=NOW)


def make_message(
    *,
    person: Person,
    text: str = NO_TEXT,
    subject: str = "The post",
    verdict: Verdict = Verdict.AMBIGUOUS,
    company: str = "Quill Street Press",
    role: str = "Bookbinder",
    sent_at: datetime = NOW - timedelta(days=2),
) -> MailMessage:
    """Return a stored message; an ambiguous one waits for the person."""
    number = next(_numbers)
    is_ambiguous = verdict is Verdict.AMBIGUOUS
    return MailMessage.objects.create(
        person=person,
        key=f"key-{number}",
        message_id=f"{number}@quillstreet.example",
        sent_at=sent_at,
        sender_name="Quill Street Press",
        sender_address="jobs@quillstreet.example",
        subject=subject,
        text=text,
        path="/mail/all.mbox",
        verdict=verdict,
        confidence=0.5,
        company=company,
        role=role,
        review=Review.AMBIGUOUS if is_ambiguous else Review.NONE,
        recorded_at=NOW,
    )


def make_receipt(*, person: Person, days_ago: int = 20, **facts: str) -> MailMessage:
    """Return the receipt of an application that is on the ledger."""
    receipt = make_message(
        person=person,
        text="We received your application.",
        verdict=Verdict.CONFIRMATION,
        sent_at=NOW - timedelta(days=days_ago),
        **facts,
    )
    commit_mail(person, now=NOW)
    return receipt
