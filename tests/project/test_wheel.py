"""The wheel, built and started in a fresh environment, as a person installs it."""

from __future__ import annotations

import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.program import environment

pytestmark = pytest.mark.wheel

CHECKOUT = Path(__file__).resolve().parents[2]


def _run(*words: str | Path) -> None:
    subprocess.run(words, check=True, cwd=CHECKOUT, timeout=600)


def test_the_wheel_alone_shows_the_demo_with_its_look(tmp_path: Path) -> None:
    uv = Path(sys.executable).with_name("uv")
    _run(uv, "build", "--quiet", "--wheel", "--out-dir", tmp_path / "dist")
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    _run(sys.executable, "-m", "venv", tmp_path / "fresh")
    pip = tmp_path / "fresh" / "bin" / "pip"
    requirements = CHECKOUT / "requirements" / "runtime.txt"
    _run(pip, "install", "--quiet", "--require-hashes", "-r", requirements)
    _run(pip, "install", "--quiet", "--no-deps", wheel)
    demo = subprocess.Popen(
        [tmp_path / "fresh" / "bin" / "onward", "demo", "--no-browser"],
        cwd=tmp_path,
        env=environment(tmp_path / "unused"),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert demo.stdout is not None
        link = None
        for line in demo.stdout:
            link = re.search(r"http://127\.0\.0\.1:\d+/launch/\S+", line)
            if link:
                break
        assert link
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        page = opener.open(link.group()).read().decode()
        assert "Today" in page
        for sheet in re.findall(r'href="(/static/[^"]+\.css)"', page):
            address = link.group().split("/launch/")[0] + sheet
            assert opener.open(address).status == 200
    finally:
        demo.terminate()
        demo.wait(timeout=20)
    assert not (tmp_path / "unused").exists()
