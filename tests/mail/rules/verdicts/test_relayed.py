"""What a board hands on of an employer's own words is about the application, whatever they are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.facts.systems import is_relayed
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict

SENT = datetime(2026, 7, 10, 9, tzinfo=UTC)
SUBJECT = "Harbour Pets has sent you a message"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Hi Gwen, thanks for applying! Are you free for a quick call tomorrow at 4pm? Dan", Verdict.INTERVIEW),
        ("Hi Gwen sorry i missed you. We actually filled it this morning, my bad! Dan", Verdict.REJECTION),
    ],
)  # fmt: skip
def test_a_few_words_on_an_application_are_heard(text: str, verdict: Verdict) -> None:
    for host, is_heard in (
        ("indeedemail.com", True),
        ("harbourpets.example", False),
    ):
        sender = Address("Harbour Pets", f"harbour-pets-8f2@{host}")
        mail = Message("k", "m@x.example", SENT, sender, SUBJECT, text)
        assert (read_message(mail).verdict is verdict) is is_heard
        assert is_relayed(host) is is_heard


def test_what_a_person_sends_is_not_relayed() -> None:
    assert not is_relayed("")
    assert not is_relayed("indeed.com")
