from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.awaited import (
    Awaited,
    is_awaited,
    names_awaited,
    read_as_awaited,
)
from onward.mail.rules.types import Address, Because, Message, Reading, Verdict

SINCE = datetime(2026, 11, 2, 9, tzinfo=UTC)
WANTED = (Awaited("dana@b.example", frozenset({"one@me.example"}), SINCE),)
LETTER = Message(
    key="k",
    message_id="two@b.example",
    sent_at=SINCE,
    sender=Address("Dana", "dana@b.example"),
    subject="Re: Hello",
    text="Sure.",
)


@pytest.mark.parametrize(
    ("message", "references", "is_it"),
    [
        (LETTER, (), True),
        (replace(LETTER, sender=Address("Sam", "sam@b.example")), (), False),
        (
            replace(LETTER, sender=Address("Sam", "sam@b.example")),
            ("one@me.example",),
            True,
        ),
        (replace(LETTER, sent_at=SINCE - timedelta(seconds=1)), (), False),
        (replace(LETTER, sent_at=None), (), False),
        (replace(LETTER, is_sent=True), ("one@me.example",), False),
    ],
)
def test_an_answer_is_told_by_sender_or_thread(
    message: Message, references: tuple[str, ...], is_it: bool
) -> None:
    assert is_awaited(message, references=references, awaited=WANTED) == is_it
    assert not is_awaited(message, references=references, awaited=())


def test_an_unknown_address_awaits_nobody_without_one() -> None:
    nobody = (Awaited("", frozenset(), SINCE),)
    letter = replace(LETTER, sender=Address())
    assert not is_awaited(letter, references=(), awaited=nobody)
    assert not names_awaited("From: x", awaited=nobody)


@given(st.sampled_from(["Dana <dana@b.example>", "DANA@B.EXAMPLE", "x@y.example"]))
def test_the_cheap_look_at_the_head_lets_every_awaited_answer_through(
    sender: str,
) -> None:
    address = sender.rpartition("<")[2].rstrip(">").lower()
    letter = replace(LETTER, sender=Address("", address))
    if is_awaited(letter, references=(), awaited=WANTED):
        assert names_awaited(sender, awaited=WANTED)
    assert names_awaited(f"{sender}\n<one@me.example>", awaited=WANTED)


@pytest.mark.parametrize(
    ("verdict", "rule", "told"),
    [
        (Verdict.AMBIGUOUS, "", Verdict.OTHER),
        (Verdict.AMBIGUOUS, "voice:decline", Verdict.OTHER),
        (Verdict.OUTREACH, "en:saw-your-profile", Verdict.OTHER),
        (Verdict.AMBIGUOUS, "en:not-picking-you", Verdict.AMBIGUOUS),
        (Verdict.REJECTION, "voice:decline", Verdict.REJECTION),
        (Verdict.INTERVIEW, "voice:invite", Verdict.INTERVIEW),
    ],
)
def test_what_is_waited_for_is_asked_about_once(
    verdict: Verdict, rule: str, told: Verdict
) -> None:
    words = (Because(rule, "a bit more on costs", "body", 0, 19),) if rule else ()
    reading = Reading(verdict, 0.6, because=words)
    assert read_as_awaited(reading) == replace(reading, verdict=told)
