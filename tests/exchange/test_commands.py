from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onward.core.exit_codes import ExitCode
from onward.exchange.commands import export_command
from onward.people.models import Person
from tests.builders import make_application


def run(*words: str) -> Result:
    return CliRunner().invoke(export_command, words)


def test_json_goes_to_standard_output(owner: Person) -> None:
    make_application(person=owner, company="Zürich AG")
    result = run()
    assert result.exit_code == ExitCode.OK
    whole = json.loads(result.stdout_bytes.decode())
    assert whole["applications"][0]["company"] == "Zürich AG"


def test_a_dash_means_standard_output_too(owner: Person) -> None:
    assert run("--format", "csv", "--output", "-").stdout.startswith("id,company,")


def test_a_file_is_written_for_its_owner_alone(owner: Person, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    result = run("--format", "csv", "--events", "--output", str(path))
    assert result.exit_code == ExitCode.OK
    assert str(path) in result.stderr
    assert result.stdout == ""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_stays_without_force(
    owner: Person, tmp_path: Path
) -> None:
    path = tmp_path / "out.json"
    path.write_text("old", encoding="utf-8")
    result = run("--output", str(path))
    assert result.exit_code == ExitCode.DISK
    assert "--force" in result.output
    assert path.read_text(encoding="utf-8") == "old"
    assert run("--output", str(path), "--force").exit_code == ExitCode.OK
    assert json.loads(path.read_text(encoding="utf-8"))["applications"] == []


def test_a_folder_that_is_not_there_gets_a_sentence(
    owner: Person, tmp_path: Path
) -> None:
    result = run("--output", str(tmp_path / "nowhere" / "out.json"))
    assert result.exit_code == ExitCode.DISK
    assert "no folder" in result.output


def test_events_are_asked_of_a_table_only(db: None) -> None:
    result = run("--events")
    assert result.exit_code == ExitCode.USAGE
    assert "--events is for CSV" in result.output


@pytest.mark.parametrize("says", ["Example: onward export", "Exit codes: 0 done"])
def test_the_help_ends_with_an_example_and_exit_codes(says: str) -> None:
    assert says in run("--help").output
