from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onward.applications.models import Application
from onward.core.exit_codes import ExitCode
from onward.matching.commands import match_command
from onward.people.models import Person
from tests.builders import make_application
from tests.matching.conftest import keep_advert

ADVERT = "Requirements\n- Kubernetes\n- SQL\n- Rust\nNice to have\n- Go\n"
RESUME = "Ada\n\nSkills\nk8s, PostgreSQL\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(match_command, words)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    advert, resume = tmp_path / "advert.txt", tmp_path / "resume.txt"
    advert.write_text(ADVERT, encoding="utf-8")
    resume.write_text(RESUME, encoding="utf-8")
    return ["--advert", str(advert), "--resume", str(resume)]


def test_it_tells_each_requirement_with_its_status_in_words(files: list[str]) -> None:
    result = run(*files)
    assert result.exit_code == ExitCode.OK
    lines = [" ".join(line.split()) for line in result.output.splitlines()]
    assert "Found Kubernetes" in lines
    assert "Said otherwise, close SQL" in lines
    assert "Not found Rust" in lines
    assert lines.index("Nice to have") < lines.index("Not found Go")
    assert "%" not in result.output


def test_it_tells_the_same_as_json(files: list[str]) -> None:
    told = json.loads(run(*files, "--json").output)
    assert [(one["asks"], one["status"]) for one in told] == [
        ("Kubernetes", "found"),
        ("SQL", "otherwise"),
        ("Rust", "missing"),
        ("Go", "missing"),
    ]
    assert told[0]["places"][0]["section"] == "Skills"


def test_an_advert_that_asks_nothing_gets_a_sentence(
    files: list[str], tmp_path: Path
) -> None:
    (tmp_path / "advert.txt").write_text("Hello", encoding="utf-8")
    assert "names nothing" in run(*files).output


def test_what_cannot_be_read_gets_one_sentence(
    files: list[str], tmp_path: Path
) -> None:
    (tmp_path / "resume.txt").write_bytes(b"")
    result = run(*files)
    assert result.exit_code == ExitCode.UNREADABLE
    assert "resume.txt: " in result.output


def test_a_file_that_is_not_there_is_named(files: list[str], tmp_path: Path) -> None:
    (tmp_path / "resume.txt").unlink()
    result = run(*files)
    assert result.exit_code == ExitCode.NOT_FOUND
    assert "resume.txt" in result.output


@pytest.mark.parametrize("words", [[], ["Quill", "--advert", "a.txt"]])
def test_an_application_or_two_files_have_to_be_named(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == ExitCode.USAGE
    assert "Name an application" in result.output


def test_an_application_is_read_out_by_its_company(application: Application) -> None:
    result = run("quill harbor", "--json")
    assert result.exit_code == ExitCode.OK
    told = {one["asks"]: one["status"] for one in json.loads(result.output)}
    assert told["Kubernetes"] == "found"


def test_what_is_not_kept_yet_is_said_with_what_to_do(owner: Person) -> None:
    made = make_application(person=owner, company="Acme")
    assert "onward advert" in run("acme").output
    keep_advert(made)
    result = run("acme")
    assert result.exit_code == ExitCode.NOT_FOUND
    assert "onward document add" in result.output
