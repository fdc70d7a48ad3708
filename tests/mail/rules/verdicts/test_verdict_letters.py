from __future__ import annotations

import dataclasses
from email import message_from_bytes, policy
from itertools import chain
from pathlib import Path

import pytest

from onward.mail.rules.facts.titles.words import title_words
from onward.mail.rules.types import Address, Message
from onward.mail.rules.verdicts.classify import classify, classify_with
from onward.mail.rules.verdicts.lexicon import Rule, languages
from onward.mail.rules.verdicts.signals import Engine, engine_for
from onward.mail.rules.verdicts.vocabulary import Vocabulary
from tests.mail.rules.letters import FOLDER

RULES = [rule for language in languages() for rule in language.rules]
LETTERS = sorted(FOLDER.glob("*/*.eml"))


def read(path: Path) -> tuple[Message, str]:
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    body = mail.get_body()
    assert body is not None
    message = Message(
        key=path.stem,
        message_id=str(mail["Message-ID"]).strip("<>"),
        sent_at=None,
        sender=Address("", str(mail["From"])),
        subject=str(mail["Subject"]),
        text=body.get_content(),
        headers={name.lower(): str(value) for name, value in mail.items()},
    )
    return message, str(mail["X-Expected-Verdict"])


def engine_without(rule: Rule, *, message: Message) -> Engine:
    """Return the engine that reads a mail, but for one rule."""
    known = [
        dataclasses.replace(
            language, rules=tuple(x for x in language.rules if x.name != rule.name)
        )
        for language in engine_for(message).languages
    ]
    return Engine([Vocabulary(known, more=chain.from_iterable(title_words()))])


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_letter_has_its_verdict(path: Path) -> None:
    message, expected = read(path)
    assert classify(message).verdict == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_without_a_rule_its_letter_is_read_wrong(rule: Rule) -> None:
    path = FOLDER / "rules" / f"{rule.name.replace(':', '-')}.eml"
    message, expected = read(path)
    found = classify(message)
    assert rule.name in [because.rule for because in found.because]
    assert (
        classify_with(engine_without(rule, message=message), message).verdict
        != expected
    )


def test_the_words_that_decided_stand_where_they_are_said_to_stand() -> None:
    for path in LETTERS:
        message, _ = read(path)
        for because in classify(message).because:
            text = message.subject if because.where == "subject" else message.text
            assert text[because.start : because.end] == because.words != ""
