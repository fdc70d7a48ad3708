from __future__ import annotations

import pytest

from onward.mail.rules.facts.towns import is_plain_town, is_town, town_key


@pytest.mark.parametrize(
    "name",
    [
        *("Leeds", "München", "Munich", "Köln", "Wien", "Sevilla", "Zürich", "Genf", "New York"),
        *("Łódź", "Kraków", "Göteborg", "İzmir", "São Paulo", "Stoke-on-Trent", "St. Gallen"),
        *("Saint-Étienne", "Bengaluru", "Kilwinning", "Bremen-Neustadt", "Frankfurt"),
    ],
)  # fmt: skip
def test_a_town_is_known_by_the_name_that_mail_has(name: str) -> None:
    assert is_plain_town(name)


@pytest.mark.parametrize(
    "name", ["Reading", "Nice", "Bath", "Essen", "Sale", "March", "Orange", "Mobile"]
)
def test_a_town_that_is_called_like_a_word_is_not_plain(name: str) -> None:
    assert is_town(name)
    assert not is_plain_town(name)


@pytest.mark.parametrize(
    "name",
    ["leeds", "Voice", "Finance", "Teilzeit", "Pflege", "Person", "German", "HR", ""],
)
def test_what_no_town_is_called_is_none(name: str) -> None:
    assert not is_town(name)


def test_a_name_is_found_without_its_accents_and_hyphens() -> None:
    assert town_key("Saint-Étienne") == town_key("St. Etienne") == "st etienne"
