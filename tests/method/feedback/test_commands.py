from __future__ import annotations

import pytest
import time_machine
from click.testing import CliRunner, Result

from onward.applications.commands import add_command
from onward.applications.models import Application
from onward.core.exit_codes import ExitCode
from onward.method.feedback.commands import feedback_command
from onward.method.feedback.plain import feedback_lines
from onward.method.feedback.rules.kinds import Way
from onward.method.feedback.services.asking import mark_asked
from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.situation import Story
from onward.method.plan.commands import no_command
from onward.people.models import Person
from tests.builders import NOW
from tests.method.feedback.conftest import ASKING, DAY
from tests.method.feedback.letters import DANA, make_message


def test_the_list_says_what_waits_what_was_asked_and_what_was_said(
    owner: Person, story: Story
) -> None:
    lines = list(feedback_lines(owner, now=ASKING))
    assert lines[0] == "Where asking may be worth a message:"
    assert lines[1].startswith("  Operations Coordinator · Bright Harbour: You spoke")
    assert lines[-2] == "What was said:"
    assert "planning night shifts" in lines[-1]
    request = begin_request(story, to_name=DANA[0], to_address=DANA[1], now=NOW)
    mark_asked(request, way=Way.BY_HAND, at=ASKING, now=ASKING)
    make_message(person=owner, sent_at=ASKING + DAY)
    lines = list(feedback_lines(owner, now=ASKING + DAY))
    assert "  Asked: Operations Coordinator · Bright Harbour (Dana Whitcombe)" in lines
    assert any("This looks like the answer" in line for line in lines)


def test_while_it_is_quiet_nothing_asks_and_what_was_said_stays_folded(
    owner: Person, story: Story
) -> None:
    lines = list(feedback_lines(owner, now=ASKING, is_resting=True))
    assert not any("planning night shifts" in line for line in lines)
    assert "Where asking may be worth a message:" not in lines
    assert any("folded away while it is quiet" in line for line in lines)
    with time_machine.travel(NOW, tick=False):
        run = CliRunner()
        quiet = run.invoke(feedback_command).output
        assert "folded away" in quiet
        assert "planning night shifts" not in quiet
        anyway = run.invoke(feedback_command, ["--anyway"]).output
        assert "planning night shifts" in anyway


def test_nothing_is_listed_where_nothing_is(
    owner: Person, machine_no: Application
) -> None:
    assert list(feedback_lines(owner, now=ASKING)) == []


def test_the_command_tells_what_they_said_and_asks_further(
    owner: Person, final_round: Application, machine_no: Application
) -> None:
    def draft(*words: str) -> Result:
        return CliRunner().invoke(feedback_command, ["draft", *words])

    done = draft("Bright Harbour")
    assert "# They said something about it already:" in done.stderr
    assert "planning night shifts" in done.stderr
    assert "what would you work on first" in done.stdout
    done = draft("Bright Harbour", "--focus", "skill")
    assert "Apart from that, could I ask you one thing: which skill" in done.stdout
    assert "They said something" not in draft("Oakmere").stderr
    refused = draft("Oakmere", "--focus", "next")
    assert refused.exit_code == ExitCode.USAGE
    assert "Nothing that they said about it is kept here." in refused.output


def test_the_command_prints_a_draft_and_keeps_nothing(owner: Person) -> None:
    run = CliRunner().invoke
    assert "Nothing here yet." in run(feedback_command).stdout
    run(no_command, ["Oakmere Foods", "--role", "Planner"])
    words = ["draft", "Oakmere", "--to", "dana@oakmere.example"]
    done = run(feedback_command, words)
    assert done.exit_code == 0, done.stderr
    assert "No person is known here" in done.stderr
    assert done.stdout.startswith("To: <dana@oakmere.example>\nSubject: My application")
    assert "for the Planner role" in done.stdout
    assert "Nothing here yet." in run(feedback_command).stdout
    missing = run(feedback_command, ["draft", "Nowhere"])
    assert (missing.exit_code, missing.stdout) == (7, "")
    run(add_command, ["Fernhill"])
    still = run(feedback_command, ["draft", "Fernhill"])
    assert still.exit_code == 2
    assert "nothing to ask about yet" in still.stderr


@pytest.mark.parametrize("words", [(), ("draft",)])
def test_the_help_has_an_example(words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(feedback_command, [*words, "--help"])
    assert "Example: onward feedback draft" in done.stdout
    assert "Exit codes:" in done.stdout
