from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from onward.core.errors import BadSetting, Stop
from onward.project.address import own_address
from onward.project.database import database_settings
from onward.project.setup import load
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
        "https://a.example:eighty",
        "https://a.example#onward",
        "https://a b.example",
        "https://*",
        "https://",
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
    for command, code in (("list", 2), ("doctor", 1)):
        ended = _ended(command, tmp_path, **{name: value})
        assert ended.returncode == code
        said = ended.stdout + ended.stderr
        assert said.count(name) == 1
        assert "Traceback" not in said


def test_a_data_folder_that_cannot_be_made_ends_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    for command, code in (("list", 6), ("doctor", 1), ("worker", 6)):
        ended = _ended(command, file / "home")
        assert ended.returncode == code
        said = ended.stdout + ended.stderr
        assert said.count("cannot be written") == 1
        assert "Traceback" not in said


def test_doctor_names_what_would_be_taken_in_silence(tmp_path: Path) -> None:
    hosts = "https://x.example, b.example,c.example:80,*,.d.example,[::1]"
    ended = _ended(
        "doctor",
        tmp_path,
        ONWARD_HOSTS=hosts,
        ONWARD_ADDRESS="http://office.example:8080",
        ONWARD_MODEL_ADDRESSES="models",
    )
    assert ended.returncode == 1
    said = ended.stdout
    assert [
        row.split("“")[1].split("”")[0] for row in said.splitlines() if "“" in row
    ] == [
        "https://x.example",
        "c.example:80",
        "*",
        "models",
    ]
    assert "“*”, which lets in every host" in said
    assert "ONWARD_ADDRESS is http://office.example:8080, without TLS" in said
    for own in ("http://127.0.0.1:8731", "https://office.example"):
        fine = _ended("doctor", tmp_path, ONWARD_ADDRESS=own)
        assert "All is well." in fine.stdout


def test_a_database_that_nothing_here_speaks_to_ends_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def not_installed() -> None:
        raise ImproperlyConfigured("Error loading psycopg2 or psycopg module")

    monkeypatch.setattr("django.setup", not_installed)
    with pytest.raises(Stop, match=r"onward\[postgres\]"):
        load()


def _ended(
    command: str, home: Path, **settings: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, command],
        env={**environment(home), **settings},
        capture_output=True,
        text=True,
    )


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
