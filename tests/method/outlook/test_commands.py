from __future__ import annotations

import json
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner
from django.utils import timezone

from onward.applications.commands import add_command
from onward.method.outlook.commands import outlook_command
from onward.method.plan.commands import no_command
from onward.people.models import Person


@pytest.fixture(autouse=True)
def own_clock(owner: Person) -> Iterator[None]:
    """A home of its own; each command puts the clock of its person in use."""
    yield
    timezone.deactivate()


def onward(command: click.Command, *words: str) -> str:
    done = CliRunner().invoke(command, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_an_empty_home_says_what_published_searches_say() -> None:
    said = onward(outlook_command)
    assert "Too early to say anything from your own numbers." in said
    assert "by searches that people published" in said
    assert "Applications that led to an interview: 2 to 42 %" in said


def test_json_has_the_same_numbers_for_other_programs() -> None:
    onward(add_command, "Oak Mill", "--applied", "2026-03-01")
    record = json.loads(onward(outlook_command, "--json", "--weekly", "3"))
    assert record["rates"]["interview"]["resolved"] == 1
    assert [entry["applications"] for entry in record["ahead"]][-2:] == [3, 12]
    assert not record["is_resting"]


def test_in_a_quiet_time_the_numbers_rest_unless_asked_for() -> None:
    onward(add_command, "Oak Mill")
    onward(no_command, "Oak Mill")
    assert "the numbers rest" in onward(outlook_command)
    assert json.loads(onward(outlook_command, "--json")) == {"is_resting": True}
    assert "How usual is this?" in onward(outlook_command, "--anyway")
