"""The real program in a home of its own, and a real Chromium looking at it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, Request
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from onward.demo.mailbox import write_mailbox
from onward.project.cli import main
from tests.program import PROGRAM, environment

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/e2e" in item.path.as_posix():
            item.add_marker(pytest.mark.e2e)


@dataclass
class Onward:
    """A running program and the home it serves."""

    home: Path
    address: str
    process: subprocess.Popen[str]
    first_link: str | None = None

    def run(self, *words: str) -> str:
        """Return what a command of the same home prints."""
        return run_in(self.home, *words)

    def launch_link(self) -> str:
        """Return a one-time link that nobody followed: the first start's, then a second's."""
        link, self.first_link = self.first_link, None
        return link or find_link(self.run("run", "--no-browser"))


def find_link(text: str) -> str:
    """Return the launch link in what the program printed."""
    found = re.search(r"http://127\.0\.0\.1:\d+/launch/[\w-]+/", text)
    assert found, text
    return found.group()


def start_onward(home: Path) -> Onward:
    """Start the program on `home` and return once it has printed its link."""
    process = subprocess.Popen(
        [PROGRAM, "run", "--port", "0", "--no-browser"],
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    link = find_link(process.stdout.readline())
    return Onward(home, link.split("/launch/")[0], process, first_link=link)


def stop_onward(onward: Onward) -> None:
    """Stop the program as a person would, and be sure that it is gone."""
    onward.process.terminate()
    onward.process.wait(timeout=20)


def run_in(home: Path, *words: str) -> str:
    """Return what a command prints on a home."""
    done = subprocess.run(
        [PROGRAM, *words],
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


Commands = tuple[tuple[str, ...], ...]


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Commands], Path]:
    """Homes on which commands were run, each once for all tests that begin with them."""

    @cache
    def home_after(commands: Commands) -> Path:
        home = tmp_path_factory.mktemp("begun") / "home"
        if before := commands[:-1]:
            shutil.copytree(home_after(before), home)
        run_in(home, *commands[-1])
        return home

    return home_after


@pytest.fixture
def onward(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    begun: Callable[[Commands], Path],
) -> Iterator[Onward]:
    """The program on an empty home, or on one where the commands of `after` were run."""
    commands = request.node.get_closest_marker("after")
    home = tmp_path / "home"
    if commands is not None:
        shutil.copytree(begun(commands.args), home)
    program = start_onward(home)
    yield program
    stop_onward(program)


@pytest.fixture
def address(live_server: LiveServer, settings: Settings, tmp_path: Path) -> str:
    """Where an empty home is served, by its number: the tests ask nothing of any name."""
    settings.HOME = tmp_path
    found: str = live_server.url.replace("localhost", "127.0.0.1")
    return found


@dataclass
class Pages:
    """The pages of a home, served by the tests themselves: no program starts, none works beside."""

    address: str

    def run(self, *words: str) -> str:
        """Return what a command prints on the same home."""
        done = CliRunner().invoke(main, words, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.stdout

    def launch_link(self) -> str:
        """Return a one-time link that nobody followed."""
        from onward.people.services import local_person, make_launch_token

        return f"{self.address}/launch/{make_launch_token(local_person())}/"


@pytest.fixture
def pages(request: pytest.FixtureRequest, address: str) -> Iterator[Pages]:
    """An empty home's pages, or those of one where the commands of `after` were run."""
    served = Pages(address)
    commands = request.node.get_closest_marker("after")
    for words in commands.args if commands is not None else ():
        served.run(*words)
    yield served
    timezone.deactivate()


@pytest.fixture(scope="session")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample mailbox, ending today."""
    path = tmp_path_factory.mktemp("mail") / "sample.mbox"
    write_mailbox(path, ends_on=(datetime.now(UTC) - timedelta(hours=12)).date())
    return path


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, mailbox: Path) -> Iterator[Onward]:
    """The program on a home with the sample mailbox read; tests leave it as it is."""
    program = start_onward(tmp_path_factory.mktemp("filled") / "home")
    program.run("import", str(mailbox), "--quiet")
    yield program
    stop_onward(program)


@pytest.fixture
def strangers(context: BrowserContext) -> Iterator[list[str]]:
    """Asserts at the end that nothing was asked of anybody but the own origin."""
    asked: list[str] = []

    def note(request: Request) -> None:
        is_own = request.url.startswith(("http://127.0.0.1:", "data:", "blob:"))
        if not is_own:
            asked.append(request.url)

    context.on("request", note)
    yield asked
    assert asked == []


@pytest.fixture
def visitor(page: Page, strangers: list[str]) -> Page:
    """A page whose requests are watched."""
    return page
