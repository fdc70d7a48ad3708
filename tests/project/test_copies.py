"""The commands of docs/user/several_people.md, run as they are written."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.program import PROGRAM, environment

DOCS = Path(__file__).parents[2] / "docs" / "user" / "several_people.md"
needs_postgresql = pytest.mark.skipif(
    "ONWARD_DATABASE" not in os.environ, reason="asks for a PostgreSQL of its own"
)


def blocks(heading: str) -> list[str]:
    """Return the blocks of commands under a heading, in order."""
    part = DOCS.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"(?:^    .*\n)+", part, flags=re.MULTILINE)


@pytest.fixture
def database() -> str:
    """A database whose role owns nothing else, as the docs have it made."""
    import psycopg

    address = os.environ["ONWARD_DATABASE"]
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS copies")
        connection.execute("DROP ROLE IF EXISTS service")
        connection.execute("CREATE ROLE service LOGIN")
        connection.execute("CREATE DATABASE copies OWNER service")
    return address.replace("onward@", "service@").rpartition("/")[0] + "/copies"


def run(script: str, *, home: Path, database: str) -> str:
    surroundings = environment(home) | {"ONWARD_DATABASE": database}
    surroundings["PATH"] = f"{PROGRAM.parent}:{surroundings['PATH']}"
    ended = subprocess.run(
        ["bash", "-euc", script.replace("/srv/onward", str(home))],
        env=surroundings,
        cwd=home.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.mark.postgresql
@needs_postgresql
def test_a_copy_comes_back_over_what_a_newer_version_left(
    database: str, tmp_path: Path
) -> None:
    import psycopg

    home = tmp_path / "home"
    copy, bring_back = blocks("Copies")
    run("onward people add robin@mail.example", home=home, database=database)
    run(copy, home=home, database=database)
    for name in ("onward.dump", "onward-files.tgz"):
        assert (tmp_path / name).stat().st_mode & 0o077 == 0
    run("onward people remove --yes robin@mail.example", home=home, database=database)
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "CREATE TABLE of_a_newer_room (person uuid REFERENCES people_person)"
        )
    (home / "secret.key").unlink()
    # The workers are stopped still, which is the one thing that doctor finds.
    tolerant = bring_back.replace("onward doctor", "onward doctor || test $? = 1")
    said = run(tolerant, home=home, database=database)
    troubles = [line for line in said.splitlines() if line.startswith("- ")]
    assert len(troubles) == 1, said
    assert "No worker was seen" in troubles[0]
    assert "robin@mail.example" in said
    with psycopg.connect(database) as connection:
        rows = connection.execute("SELECT to_regclass('of_a_newer_room')").fetchone()
    assert rows == (None,)
