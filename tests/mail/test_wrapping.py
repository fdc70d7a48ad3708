from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import wrapping as wrapping_package
from benchmarks.wrapping.words import words_of
from benchmarks.wrapping.wraps import WRAPPINGS, Bare, wrapped
from onward.mail.parse import parse_message
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Verdict

ENGLISH = Bare(
    key="one",
    sender=Address("Quillmoor Press", "jobs@quillmoor.example"),
    subject="Your application as an editor",
    text=(
        "Dear Ada,\n\nthank you for your application as an editor. Unfortunately we have "
        "decided to go ahead with another candidate.\n\nKind regards\nQuillmoor Press"
    ),
    language="en",
    firm="Quillmoor Press",
    verdict=Verdict.REJECTION,
    is_hiring=True,
)
GERMAN = Bare(
    key="two",
    sender=Address("Fähre Süd GmbH", "bewerbung@faehre.example"),
    subject="Ihre Bewerbung als Köchin",
    text=(
        "Sehr geehrte Frau Groß,\n\nvielen Dank für Ihre Bewerbung als Köchin. Leider haben "
        "wir uns für eine andere Bewerberin entschieden.\n\nMit freundlichen Grüßen\n"
        "Fähre Süd GmbH"
    ),
    language="de",
    firm="Fähre Süd GmbH",
    verdict=Verdict.REJECTION,
    is_hiring=True,
)

SECOND_HAND = Path(wrapping_package.__file__).parent / "second_hand.toml"


@pytest.mark.parametrize("wrapping", list(WRAPPINGS))
@pytest.mark.parametrize("mail", [ENGLISH, GERMAN], ids=["en", "de"])
def test_a_plain_no_is_read_in_every_wrapping_by_both_parsers(
    mail: Bare, wrapping: str
) -> None:
    for seed in range(4):
        raw = wrapped(mail, wrapping=wrapping, seed=seed)
        message = parse_message(raw)
        assert message == parse_message(raw, parser="stdlib")
        reading = read_message(message)
        assert reading.verdict is Verdict.REJECTION
        assert reading.company == mail.firm


def test_the_same_seed_makes_the_same_message() -> None:
    for wrapping in WRAPPINGS:
        first = wrapped(ENGLISH, wrapping=wrapping)
        assert first == wrapped(ENGLISH, wrapping=wrapping)
        assert first != wrapped(ENGLISH, wrapping=wrapping, seed=8)


@pytest.mark.parametrize("wrapping", list(WRAPPINGS))
@pytest.mark.parametrize("mail", [ENGLISH, GERMAN], ids=["en", "de"])
def test_a_plain_no_is_read_in_wrappings_whose_wording_nobody_taught(
    mail: Bare, wrapping: str
) -> None:
    for seed in range(3):
        raw = wrapped(mail, wrapping=wrapping, seed=seed, source=SECOND_HAND)
        message = parse_message(raw)
        assert message == parse_message(raw, parser="stdlib")
        assert read_message(message).verdict is Verdict.REJECTION


def test_the_words_of_another_hand_are_those_of_its_file() -> None:
    words = words_of("nl", source=SECOND_HAND)
    assert words.disclaimers != words_of("nl").disclaimers
    assert words.thread == words_of("nl").thread
    assert set(words.foreign).isdisjoint(words.disclaimers)
