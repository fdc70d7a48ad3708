from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from onward.core.errors import BadSetting
from onward.project.address import own_address
from onward.project.database import database_settings
from tests.program import PROGRAM, environment


def test_an_address_is_a_scheme_and_a_host() -> None:
    address = own_address("https://Onward.office.example/")
    assert address is not None
    assert address.origin == "https://onward.office.example"
    assert address.host == "onward.office.example"
    assert address.is_https
    assert own_address("") is None
    with_port = own_address("http://10.0.0.5:8080")
    assert with_port is not None
    assert (with_port.host, with_port.is_https) == ("10.0.0.5", False)


@pytest.mark.parametrize(
    "text",
    [
        "onward.office.example",
        "ftp://a.example",
        "https://a.example/onward",
        "http://[bad",
    ],
)
def test_what_is_no_address_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(BadSetting, match="scheme and a host"):
        own_address(text)


def test_the_databases_own_options_are_handed_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = "postgresql://onward:p%40ss@db.example:5433/o?sslmode=require"
    monkeypatch.setenv("ONWARD_DATABASE", address)
    found = database_settings()
    assert (found["PASSWORD"], found["PORT"]) == ("p@ss", "5433")
    assert found["OPTIONS"] == {"sslmode": "require"}
    monkeypatch.setenv("ONWARD_DATABASE", "postgresql:///o?host=/var/run/postgresql")
    assert database_settings()["HOST"] == "/var/run/postgresql"


@pytest.mark.parametrize(
    ("name", "value"),
    [("ONWARD_DATABASE", "mysql://a"), ("ONWARD_ADDRESS", "onward.office.example")],
)
def test_a_setting_that_cannot_be_meant_ends_in_a_sentence(
    tmp_path: Path, name: str, value: str
) -> None:
    ended = subprocess.run(
        [PROGRAM, "list"],
        env={**environment(tmp_path), name: value},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 2
    assert name in ended.stderr
    assert "Traceback" not in ended.stderr


def test_with_https_cookies_are_protected_and_forms_come_through_a_proxy(
    tmp_path: Path,
) -> None:
    words = (
        "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE, "
        "s.CSRF_COOKIE_SECURE, s.CSRF_TRUSTED_ORIGINS, s.ALLOWED_HOSTS[3:], "
        "s.SESSION_COOKIE_HTTPONLY)"
    )
    told = subprocess.run(
        [PROGRAM.with_name("python"), "-c", words],
        env={
            **environment(tmp_path),
            "DJANGO_SETTINGS_MODULE": "onward.project.settings",
            "ONWARD_ADDRESS": "https://onward.office.example",
            "PATH": os.environ["PATH"],
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == (
        "True True ['https://onward.office.example'] ['onward.office.example'] True"
    )


def test_a_web_server_that_starts_first_makes_one_key_and_private_files(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    words = (
        "import onward.project.wsgi; from pathlib import Path; "
        "from django.conf import settings as s; print(s.SECRET_KEY); "
        "(s.HOME / 'uploads' / 'one').mkdir(parents=True)"
    )
    keys = {
        subprocess.run(
            [PROGRAM.with_name("python"), "-c", words.replace("one", name)],
            env=environment(home),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for name in ("one", "two")
    }
    assert keys == {(home / "secret.key").read_text()}
    open_to_others = [p for p in (home, *home.rglob("*")) if p.stat().st_mode & 0o077]
    assert open_to_others == []
