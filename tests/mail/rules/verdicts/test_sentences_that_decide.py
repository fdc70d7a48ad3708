from __future__ import annotations

import tomllib

import pytest

from onward.mail.rules.verdicts.classify import classify
from tests.mail.rules.letters import FOLDER, make_message

BLOCKS = [
    block
    for path in sorted((FOLDER / "sentences").glob("*.toml"))
    for block in tomllib.loads(path.read_text(encoding="utf-8"))["block"]
]
CASES = [(block, sentence) for block in BLOCKS for sentence in block["sentences"]]


@pytest.mark.parametrize(
    ("block", "sentence"), CASES, ids=lambda value: value if str(value) == value else ""
)
def test_a_sentence_decides_or_does_not(block: dict[str, str], sentence: str) -> None:
    message = make_message(block["subject"], block["shell"].format(sentence))
    assert classify(message).verdict == block["verdict"]
