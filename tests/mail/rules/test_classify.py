from __future__ import annotations

from onward.mail.rules.classify import classify
from tests.mail.rules.letters import first_letters, message_of


def test_the_letters_written_before_the_rules_are_read_right() -> None:
    letters = list(first_letters())
    wrong = [x for x in letters if classify(message_of(x)).verdict != x.verdict]
    assert len(wrong) <= len(letters) * 0.03, wrong
