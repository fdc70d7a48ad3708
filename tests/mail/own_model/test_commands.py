from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from onward.demo.mailbox import write_mailbox
from onward.demo.story import STORY_ENDS_ON
from tests.mail.own_model import model_server as behave
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

    nothing = onward("ask-model")
    assert nothing.returncode == 7
    assert "No language model is set up, and none is needed" in nothing.stderr
    mailbox = tmp_path / "all.mbox"
    write_mailbox(mailbox, ends_on=STORY_ENDS_ON)
    onward("import", str(mailbox), "--quiet")
    assert server.asked == []
    run(sys.executable, "-c", _SET_UP, server.address)

    assert "as: They said no." in onward("ask-model", "--test").stdout
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
    assert "Asked about           0" in onward("ask-model", "--quiet").stdout
    server.behave = behave.always("hm")
    odd = onward("ask-model", "--test")
    assert odd.returncode == 3
    assert "would be let go" in odd.stderr
    assert "All is well" in onward("doctor").stdout
    help_words = onward("ask-model", "--help").stdout
    assert "Example: onward ask-model --test" in help_words
    assert "Exit codes: 0 done" in help_words
