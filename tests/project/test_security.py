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
