from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    is_plausible_name,
    is_system_name,
    label_variants,
    name_of_label,
    parted_label,
    registrable_label,
    tidy,
    trimmed_label,
    with_legal_form,
    without_legal_form,
    without_team_words,
)


@pytest.mark.parametrize(
    "name",
    [
        "Acme Robotics",
        "Acme Robotics GmbH",
        "ACME ROBOTICS, Inc.",
        "Acme Robotics Sp. z o.o.",
        "the Acme Robotics Ltd.",
        "Acme  Robotics GmbH & Co. KG",
        "Acme-Robotics AG",
    ],
)
def test_one_employer_has_one_key(name: str) -> None:
    assert company_key(name) == "acme robotics"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Müller & Söhne KG", "mueller and soehne"),
        ("Mueller und Soehne", "mueller and soehne"),
        ("Café Noir", "cafe noir"),
        ("37 Lanterns", "37 lanterns"),
        ("AG", "ag"),
        ("McDuff's", "mcduffs"),
        ("", ""),
    ],
)
def test_spellings_are_evened_out(name: str, key: str) -> None:
    assert company_key(name) == key


def test_a_name_inside_a_name_is_another() -> None:
    assert company_key("Meta") != company_key("Metaverse")


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(name: str) -> None:
    key = company_key(name)
    assert company_key(key) in {key, company_key(company_key(key))}
    assert compact(key) == key.replace(" ", "")
    assert key == key.strip()


def test_a_legal_form_is_seen_and_taken_off() -> None:
    assert has_legal_form("Lebenswege e. V.")
    assert not has_legal_form("Agency")
    assert without_legal_form("Haus & Hof GmbH & Co. KG") == "Haus & Hof"


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Acme Careers", "Acme"),
        ("Acme Talent Acquisition Team", "Acme"),
        ("Personalabteilung Acme", "Acme"),
        ("Acme Human Resources", "Acme"),
        ("Willow University Jobs", "Willow University"),
        ("HR Partner Süd GmbH", "HR Partner Süd GmbH"),
        ("Ihre Nordlicht GmbH", "Nordlicht GmbH"),
        ("Bright People", "Bright People"),
        ("Acme | Recruiting", "Acme"),
        ("Ekipa Nowy Brzeg", "Nowy Brzeg"),
        ("Recruiting Team", ""),
        ("Rewerk Logistik JobBot", "Rewerk Logistik"),
        ("Kubus Cloud People Ops", "Kubus Cloud"),
        ("A-Team", "A-Team"),
        ("Cyber Ops", "Cyber Ops"),
    ],
)
def test_words_of_hiring_around_a_name_go(shown: str, name: str) -> None:
    assert without_team_words(shown) == name


@pytest.mark.parametrize(
    ("domain", "label"),
    [
        ("jobs.acme.co.uk", "acme"),
        ("acme-robotics.example", "acme-robotics"),
        ("mail.acme.example.com", "acme"),
        ("localhost", ""),
        ("co.uk", ""),
    ],
)
def test_the_owner_of_a_domain_is_its_registrable_label(
    domain: str, label: str
) -> None:
    assert registrable_label(domain) == label


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("acme-robotics", "Acme Robotics"),
        ("ibx", "IBX"),
        ("acme-careers", "Acme"),
        ("join-acme", "Acme"),
    ],
)
def test_a_domain_label_becomes_a_name(label: str, name: str) -> None:
    assert name_of_label(label) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("kestrelvets", "Kestrel Vets"),
        ("thornhillbrewing", "Thornhill Brewing"),
        ("aldermoorfarmmachinery", "Aldermoor Farm Machinery"),
        ("pooleandsons", "Poole and Sons"),
        ("thousand", ""),
        ("vets", ""),
        ("noordexpress", "Noord Express"),
        ("nachtpostexpress", "Nachtpost Express"),
        ("larchresearch", "Larch Research"),
        ("kanaalnetwork", "Kanaal Network"),
        ("muellerelektrotechnik", "Mueller Elektrotechnik"),
        ("brinkgroothandel", "Brink Groothandel"),
        ("hillmotorcycles", "Hill Motorcycles"),
        ("express", ""),
        ("research", ""),
        ("millhousepress", "Millhouse Press"),
        ("millracesearch", "Millrace Search"),
    ],
)
def test_a_label_run_together_is_parted_at_its_kind(label: str, name: str) -> None:
    assert parted_label(label) == name


def test_a_label_may_stand_for_several_spellings() -> None:
    assert "acme" in label_variants("acmehq")
    assert "acme" in label_variants("joinacme")
    assert trimmed_label("acme") == "acme"


@pytest.mark.parametrize("name", ["Greenhouse", "linkedin", "SuccessFactors", "XING"])
def test_vendors_are_known_by_name(name: str) -> None:
    assert is_system_name(name)


def test_a_firm_that_begins_like_a_vendor_is_none() -> None:
    assert not is_system_name("Monster Drinks")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('  "Acme" ', "Acme"),
        ("Acme)", "Acme"),
        ("(Acme", "Acme"),
        ("Acme\u200b\n Robotics -", "Acme Robotics"),
    ],
)
def test_marks_around_a_name_go(text: str, name: str) -> None:
    assert tidy(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "a@b.example",
        "https://a.example",
        "one two three four five six seven",
        "Part 2",
        "Für das Landesamt",
        "Keine Zeit? Absagen",
    ],
)
def test_what_cannot_be_a_name_is_refused(text: str) -> None:
    assert not is_plausible_name(text)


def test_a_name_takes_its_legal_form_from_the_text() -> None:
    text = "Ihre Bewerbung bei der Auenwerk gGmbH ist da. Auenwerk dankt."
    assert with_legal_form("Auenwerk", text=text) == "Auenwerk gGmbH"
    assert with_legal_form("Auenwerk AG", text=text) == "Auenwerk AG"
    assert with_legal_form("Werk", text="Das Werk liegt am Fluss.") == "Werk"


@pytest.mark.parametrize(
    ("name", "text", "whole"),
    [
        ("Zielony Most Sp", "w Zielony Most Sp. z o.o. Niestety", "Zielony Most Sp. z o.o."),
        ("Zielony Most Sp.z", "at Zielony Most Sp.z o.o. as Buyer", "Zielony Most Sp.z o.o."),
        ("Zielony Most S.A", "w Zielony Most S.A. Niestety", "Zielony Most S.A."),
        ("Pont Vert S.A.R.L", "chez Pont Vert S.A.R.L. Hélas", "Pont Vert S.A.R.L."),
        ("Bright Harbour", "at Bright Harbour Ltd, we", "Bright Harbour Ltd"),
        ("Bright Harbour Spa", "at Bright Harbour Spa. We", "Bright Harbour Spa"),
        ("Bright Harbour", "at Bright Harbour. We", "Bright Harbour"),
    ],
)  # fmt: skip
def test_a_name_gets_its_legal_form_whole(name: str, text: str, whole: str) -> None:
    assert with_legal_form(name, text=text) == whole
