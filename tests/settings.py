"""The product's settings on a private home, and on a real PostgreSQL where asked for."""

from __future__ import annotations

import os
import tempfile

# Before the product's settings read it: tests never touch the home of whoever runs them.
os.environ["ONWARD_HOME"] = tempfile.mkdtemp(prefix="onward-tests-")
os.environ.pop("ONWARD_DATABASE", None)

if os.environ.get("ONWARD_TEST_DATABASE") == "postgresql":
    from tests.postgresql import start_cluster

    os.environ["ONWARD_DATABASE"] = start_cluster()

from onward.project.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
