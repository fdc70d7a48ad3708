from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.company import is_address
from onward.mail.rules.facts.employers.streets import is_street


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Tisserands", "Rendez-vous au 8 rue des Tisserands à 9h."),
        ("Pasteur", "Nous sommes boulevard Pasteur, bd Pasteur côté cour."),
        ("Garibaldi", "L'ufficio è in via Garibaldi 4."),
        ("Mayor", "Estamos en la plaza Mayor."),
        ("Flores", "Fica na rua das Flores, 12."),
        ("Długa", "Zapraszamy, ul. Długa 7."),
        ("Fenner Row", "We meet in our office on Fenner Row."),
        ("Sir Aldan Quill's Quay", "It is in our offices on Sir Aldan Quill's Quay."),
        ("Quill's Dock", "You find the building at Quill's Dock, second floor."),
        ("Fenner Row", "Come to 5 Fenner Row, the red door."),
        ("Amber Court", "Our office is at One Amber Court."),
        ("Mill Lane", "The shop is on Mill Lane."),
    ],
)
def test_what_stands_behind_the_word_for_a_street_is_one(name: str, text: str) -> None:
    assert is_street(name, text=text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Pasteur", "La clinique Pasteur est au 3 rue Pasteur."),
        ("Atelier Nord", "Atelier Nord, 3 rue Haute"),
        ("Amber Court", "Thank you for applying to Amber Court."),
        ("Amber Court", "The post is at Amber Court, a home for forty people."),
        ("Fenner Row", "Fenner Row has its office on Fenner Row."),
        ("Bright Wharf", "We will send you news on Bright Wharf."),
        ("Fenner Group", "In our office at Fenner Group we are nine."),
        ("Atelier Nord", ""),
    ],
)
def test_a_firm_that_is_named_elsewhere_is_none(name: str, text: str) -> None:
    assert not is_street(name, text=text)


@pytest.mark.parametrize(
    "text",
    [
        "She runs the nursing home based at Ashdown Court and will meet you there.",
        "Please come to the surgery at Larch Grove on Monday.",
    ],
)
def test_a_house_that_is_called_like_a_street_is_none(text: str) -> None:
    name = "Ashdown Court" if "Ashdown" in text else "Larch Grove"
    assert not is_street(name, text=text)


@pytest.mark.parametrize(
    "name",
    [
        "88 Polaris Ct",
        "4 Pine Trl",
        "12 Old Mill Cir.",
        "2 Eastern",
        "3 Central",
        "3 Pacific Time",
        "11 ET",
    ],
)
def test_a_short_street_and_an_hour_by_a_zone_are_no_house(name: str) -> None:
    assert is_address(name)


@pytest.mark.parametrize(
    "name",
    [
        "7 Hills Brewing",
        "22 Squared",
        "3 Day Blinds",
        "Mountain Dental",
        "Central Ohio Care",
        "Pacific 12",
        "84 Lumber",
        "Eastern Gas",
        "1 Mountain Outfitters",
        "5 Central Dental",
        "5 Star Pl",
        "4 Seasons Pl",
    ],
)
def test_a_house_that_begins_with_a_number_is_one(name: str) -> None:
    assert not is_address(name)
