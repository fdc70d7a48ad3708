from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from onward.people.models import LaunchToken, Person
from onward.people.services import (
    local_person,
    machine_time_zone,
    make_launch_token,
    use_launch_token,
)

pytestmark = pytest.mark.django_db


def test_the_launch_link_opens_once(owner: Person, client: Client) -> None:
    token = make_launch_token(owner)
    assert client.get(f"/launch/{token}/").headers["Location"] == "/"
    assert client.get("/settings/").status_code == 200
    assert Client().get(f"/launch/{token}/").status_code == 403


def test_an_old_link_stays_shut(owner: Person) -> None:
    token = make_launch_token(owner)
    later = timezone.now() + timedelta(hours=13)
    assert use_launch_token(token, now=later) is None


def test_the_token_itself_is_not_kept(owner: Person) -> None:
    token = make_launch_token(owner)
    assert token not in str(LaunchToken.objects.values_list())


def test_there_is_one_local_person() -> None:
    assert local_person() == local_person()


def test_without_a_session_every_page_asks_for_the_link(client: Client) -> None:
    for path in ("/", "/applications/", "/mail/", "/jobs/", "/settings/"):
        answer = client.get(path)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/launch/")
    assert "link" in client.get("/launch/").content.decode()


def test_a_foreign_host_is_refused(client: Client) -> None:
    assert client.get("/launch/", headers={"host": "evil.example"}).status_code == 400


def test_every_answer_forbids_foreign_content(client: Client) -> None:
    policy = client.get("/launch/").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'")
    assert "unsafe" not in policy


def test_settings_are_kept_and_wrong_ones_are_said(
    owner_client: Client, owner: Person
) -> None:
    good = {
        "name": "Ro",
        "time_zone": "Europe/Berlin",
        "week_starts_on": "6",
        "theme": "dark",
    }
    assert owner_client.post("/settings/", good).status_code == 302
    owner.refresh_from_db()
    assert (owner.time_zone, owner.theme) == ("Europe/Berlin", "dark")
    assert 'data-theme="dark"' in owner_client.get("/settings/").content.decode()
    assert owner_client.post("/settings/", {**good, "theme": "loud"}).status_code == 422


def test_leaving_closes_the_session(owner_client: Client) -> None:
    owner_client.post("/leave/")
    assert owner_client.get("/settings/").status_code == 302


def test_the_machines_zone_is_a_real_one() -> None:
    assert machine_time_zone()


@pytest.mark.parametrize(
    ("told", "zone_name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Asia/Tokyo", "Asia/Tokyo"),
        ("Somewhere/Else", None),
        ("", None),
    ],
)
def test_a_container_says_its_zone_by_a_variable(
    settings: Any, told: str, zone_name: str | None
) -> None:
    settings.TOLD_TIME_ZONE = ""
    usual = machine_time_zone()
    settings.TOLD_TIME_ZONE = told
    assert machine_time_zone() == (zone_name or usual)


def test_the_variable_is_read_before_django_sets_it() -> None:
    words = (
        "from onward.people.services import machine_time_zone as zone; print(zone())"
    )
    told = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {words}"],
        env={
            **os.environ,
            "TZ": "Asia/Tokyo",
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "Asia/Tokyo"


def test_a_browsers_clock_is_taken_or_left_as_the_person_says(
    owner: Person, owner_client: Client
) -> None:
    left = {"time_zone": "Europe/Warsaw", "choice": "keep"}
    assert owner_client.post("/settings/clock/", left).status_code == 302
    owner.refresh_from_db()
    assert owner.time_zone == "UTC"
    assert 'data-clock-kept="Europe/Warsaw"' in owner_client.get("/").content.decode()
    owner_client.post("/settings/clock/", {**left, "choice": "take"})
    owner.refresh_from_db()
    assert owner.time_zone == "Europe/Warsaw"


@pytest.mark.parametrize("zone_name", ["", "Mars/Olympus", "Europe/Berlin\x00"])
def test_an_unknown_clock_changes_nothing_and_is_said(
    owner: Person, owner_client: Client, zone_name: str
) -> None:
    wrong = {"time_zone": zone_name, "choice": "take"}
    page = owner_client.post("/settings/clock/", wrong, follow=True)
    assert "does not know this clock" in page.content.decode()
    owner.refresh_from_db()
    assert owner.time_zone == "UTC"
