from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.program import environment

_LOGS = """
import logging, django
django.setup()
log = logging.getLogger("django.request")
log.warning("%s: %s", "Unprocessable Entity", "/launch/s3cret_token-1/", exc_info=None)
log.warning("Not Found: /calendar/feed/s3cret.ics")
logging.getLogger("django.security.csrf").warning("Forbidden: /launch/s3cret/?next=/")
log.warning("Not Found: /applications/add/")
"""


def test_the_log_lets_nobody_in(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", _LOGS],
        env=environment(tmp_path)
        | {"DJANGO_SETTINGS_MODULE": "onward.project.settings"},
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    assert "s3cret" not in said
    assert "/launch/…/" in said
    assert "/calendar/feed/…" in said
    assert "Not Found: /applications/add/" in said


_STRANGER = """
import onward.project.wsgi
from django.test import Client
print(Client().get("/", headers={"host": "stranger.example"}).status_code)
"""


def test_a_name_that_is_not_ours_is_one_line_of_the_log(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _STRANGER],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == "400\n"
    (said,) = ended.stderr.splitlines()
    assert "stranger.example" in said
    assert "ONWARD_HOSTS" in said
