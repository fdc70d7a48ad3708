from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


def test_settings_lead_to_what_is_set_elsewhere(owner_client: Client) -> None:
    page = owner_client.get(reverse("people:settings")).content.decode()
    start = page.index("Set where it is used")
    links = re.findall(r'href="([^"]+)"', page[start : page.index("</section>", start)])
    assert len(links) == 6
    for link in links:
        assert owner_client.get(link).status_code == 200, link


def test_whoever_shares_an_onward_is_offered_no_watched_folders(
    owner_client: Client, outsider_client: Client
) -> None:
    url = reverse("people:settings")
    assert "watched folders" in owner_client.get(url).content.decode()
    page = outsider_client.get(url).content.decode()
    assert "watched folders" not in page
    assert "Mail servers" in page


def test_commands_are_named_as_this_onward_was_started(
    owner_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = "/home/robin/.cache/uv/archive-v0/Zk3/bin/onward"
    monkeypatch.setattr("sys.argv", [started, "run"])
    page = owner_client.get("/settings/").content.decode()
    assert "uvx onward backup" in page
    assert "uvx onward delete-everything" in page
