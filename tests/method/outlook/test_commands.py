from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.program import PROGRAM, environment


def onward(*words: str, home: Path) -> str:
    done = subprocess.run(
        [PROGRAM, *words],
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def test_an_empty_home_says_what_published_searches_say(tmp_path: Path) -> None:
    said = onward("outlook", home=tmp_path)
    assert "Too early to say anything from your own numbers." in said
    assert "by searches that people published" in said
    assert "Applications that led to an interview: 2 to 42 %" in said


def test_json_has_the_same_numbers_for_other_programs(tmp_path: Path) -> None:
    onward("add", "Oak Mill", "--applied", "2026-03-01", home=tmp_path)
    record = json.loads(onward("outlook", "--json", "--weekly", "3", home=tmp_path))
    assert record["rates"]["interview"]["resolved"] == 1
    assert [entry["applications"] for entry in record["ahead"]][-2:] == [3, 12]
    assert not record["is_resting"]


def test_in_a_quiet_time_the_numbers_rest_unless_asked_for(tmp_path: Path) -> None:
    onward("add", "Oak Mill", home=tmp_path)
    onward("no", "Oak Mill", home=tmp_path)
    assert "the numbers rest" in onward("outlook", home=tmp_path)
    assert json.loads(onward("outlook", "--json", home=tmp_path)) == {
        "is_resting": True
    }
    assert "How usual is this?" in onward("outlook", "--anyway", home=tmp_path)
