from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onward.core.exit_codes import ExitCode
from onward.demo.mailbox import write_mailbox
from onward.demo.story import STORY_ENDS_ON
from onward.mail.own_model_commands import ask_model_command
from onward.people.services import local_person
from tests.mail.own_model import model_server as behave
from tests.mail.own_model.conftest import make_message, make_model
from tests.mail.own_model.model_server import ModelServer as Server
from tests.program import PROGRAM, environment

_SET_UP = """
import sys
from onward.project.setup import start
start()
from django.utils import timezone
from onward.mail.rules.own_model.address import model_address
from onward.mail.services.own_model import ModelFacts, keep_model
from onward.people.services import local_person
facts = ModelFacts(address=model_address(sys.argv[1]), name="small")
keep_model(local_person(), facts, key="sesame-key", now=timezone.now())
"""


def test_unclear_mail_is_asked_about_on_the_command_line(
    server: Server, tmp_path: Path
) -> None:
    surroundings = {
        **environment(tmp_path / "home"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words, env=surroundings, capture_output=True, text=True, timeout=120
        )

    def onward(*words: str) -> subprocess.CompletedProcess[str]:
        return run(str(PROGRAM), *words)

    mailbox = tmp_path / "all.mbox"
    write_mailbox(mailbox, ends_on=STORY_ENDS_ON)
    onward("import", str(mailbox), "--quiet")
    assert server.asked == []
    run(sys.executable, "-c", _SET_UP, server.address)

    server.behave = behave.raw(b"{}", status=401)
    refused = onward("ask-model")
    assert refused.returncode == 3
    assert "does not accept the key" in refused.stderr
    doctor = onward("doctor")
    assert doctor.returncode == 1
    assert "Your language model small could not be asked." in doctor.stdout
    server.behave = behave.always(behave.reading("other", "not in this e-mail"))
    asked = onward("ask-model")
    assert asked.returncode == 0, asked.stderr
    assert "Asked about           2" in asked.stdout
    assert "Readings              1" in asked.stdout
    assert "Let go                1   quoted words" in asked.stdout
    assert "All is well" in onward("doctor").stdout


def run_here(*words: str) -> Result:
    return CliRunner().invoke(ask_model_command, words)


@pytest.mark.django_db
def test_without_a_model_the_command_says_that_none_is_needed() -> None:
    nothing = run_here()
    assert nothing.exit_code == ExitCode.NOT_FOUND
    assert "No language model is set up, and none is needed" in nothing.output


@pytest.mark.django_db
def test_a_model_is_asked_about_an_invented_no_before_any_mail(server: Server) -> None:
    make_model(person=local_person(), address=server.address)
    assert "as: They said no." in run_here("--test").output
    server.behave = behave.always("hm")
    odd = run_here("--test")
    assert odd.exit_code == ExitCode.UNREADABLE
    assert "would be let go" in odd.output


@pytest.mark.django_db
def test_what_was_asked_about_is_not_asked_again(server: Server) -> None:
    make_model(person=local_person(), address=server.address)
    make_message(person=local_person())
    assert "Asked about           1" in run_here("--quiet").output
    assert "Asked about           0" in run_here("--quiet").output


def test_the_help_has_an_example_and_the_exit_codes() -> None:
    told = run_here("--help").output
    assert "Example: onward ask-model --test" in told
    assert "Exit codes: 0 done" in told
