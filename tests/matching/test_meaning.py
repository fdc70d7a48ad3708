from __future__ import annotations

import subprocess
import sys

import pytest

from onward.matching.meaning import Letters, load_meaning
from onward.matching.rules.types import Meaning


def _installed() -> list[Meaning]:
    found = []
    for name in ("letters", "static", "model"):
        try:
            found.append(load_meaning(name))
        except LookupError:
            continue
    return found


@pytest.mark.parametrize("meaning", _installed(), ids=lambda meaning: meaning.name)
def test_the_same_words_are_nearest(meaning: Meaning) -> None:
    passages = ["supervising student projects", "baking bread", "stock control"]
    (row,) = meaning.similarities(["supervises students' projects"], passages)
    assert max(range(3), key=row.__getitem__) == 0
    assert row[0] >= meaning.related
    assert row[1] < meaning.related


@pytest.mark.parametrize("meaning", _installed(), ids=lambda meaning: meaning.name)
def test_the_table_has_a_row_for_each_phrase_and_empty_texts_are_no_trouble(
    meaning: Meaning,
) -> None:
    assert list(meaning.similarities([], ["a"])) == []
    table = meaning.similarities(["", "stock control"], ["", "…", "stock control"])
    assert [len(row) for row in table] == [3, 3]
    assert all(value == value for row in table for value in row)


def test_the_static_model_comes_with_the_program() -> None:
    assert load_meaning("static").name == "static"
    assert load_meaning().name in {"static", "model"}


def test_a_name_that_is_not_installed_is_said() -> None:
    assert Letters().name == "letters"
    with pytest.raises(KeyError):
        load_meaning("another")


def test_the_room_loads_no_model_before_it_is_asked() -> None:
    code = (
        "import sys, onward.matching.meaning, onward.matching.rules.compare;"
        "print([m for m in ('numpy', 'tokenizers', 'onnxruntime', 'safetensors', 'wordllama', 'requests')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
