from __future__ import annotations

import html
import re

import pytest
from django import forms
from django.test import Client

from onward.people.models import Person
from onward.people.zones import ZoneField, clock_words, zone_label


class ZoneForm(forms.Form):
    zone = ZoneField(required=False, empty="My own")


def listed(field: ZoneField) -> set[str]:
    return set(re.findall(r'value="([^"]*)"', field.widget.render("zone", None)))


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Europe/Berlin", "Europe / Berlin"),
        ("Indian/Maldives", "Indian Ocean / Maldives"),
        ("America/Argentina/Buenos_Aires", "America / Argentina / Buenos Aires"),
        ("US/Eastern", "US / Eastern"),
        ("UTC", "UTC"),
        ("Etc/UTC", "UTC"),
        ("Japan", "Japan"),
    ],
)
def test_a_zone_is_named_in_words(name: str, label: str) -> None:
    assert str(zone_label(name)) == label


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Asia/Tokyo", "18:00 in Asia / Tokyo"),
        ("Etc/UTC", "18:00 UTC"),
        ("Etc/GMT-2", "18:00 UTC+2"),
    ],
)
def test_an_hour_elsewhere_is_said_plainly(name: str, words: str) -> None:
    assert str(clock_words("18:00", name=name)) == words


def test_the_list_says_what_utc_is() -> None:
    assert "UTC (the same everywhere)" in ZoneField().widget.render("zone", None)


def test_the_list_has_one_way_to_say_my_own_and_the_world_s_time() -> None:
    names = listed(ZoneField(empty="My own"))
    assert {"", "UTC", "Europe/Berlin"} <= names
    assert not {"Factory", "localtime", "GMT+0", "Zulu"} & names
    assert "" not in listed(ZoneField())


def test_the_world_s_time_is_listed_once_however_the_machine_spells_it() -> None:
    field = ZoneField()
    field.keep("Etc/UTC")
    assert "Etc/UTC" in listed(field)
    assert "UTC" not in listed(field)


@pytest.mark.parametrize("name", ["Asia/Calcutta", "US/Eastern", "Japan", "UTC", ""])
def test_what_was_chosen_earlier_stays_listed_and_counts(name: str) -> None:
    field = ZoneField(required=False, empty="My own")
    field.keep(name)
    assert name in listed(field)
    assert ZoneForm({"zone": name}).is_valid()
    field.keep("")
    assert "Asia/Calcutta" not in listed(field)


def test_what_is_no_zone_is_not_taken() -> None:
    assert not ZoneForm({"zone": "Mars/Olympus"}).is_valid()


def test_settings_list_cities_by_part_of_the_world(
    owner_client: Client, owner: Person
) -> None:
    owner.time_zone = "Asia/Calcutta"
    owner.save()
    page = html.unescape(owner_client.get("/settings/").content.decode())
    assert '<optgroup label="Europe">' in page
    assert ">Europe / Berlin</option>" in page
    assert '<option value="Asia/Calcutta" selected>Asia / Calcutta</option>' in page
    assert "localtime" not in page
