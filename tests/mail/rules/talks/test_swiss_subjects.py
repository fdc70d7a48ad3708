"""Titles in the subjects of Swiss applications, without what leads up to them."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.titles.role import clean_role
from onward.mail.rules.talks.own_title import role_applied_for, role_of_subject


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Bewerbung auf Dauerstelle Logistikleiter", "Logistikleiter"),
        ("Bewerbung um Teilzeitstelle als Lagerist", "Lagerist"),
        ("Bewerbung auf die Vollzeitstelle Disponent", "Disponent"),
        ("Postulation gestionnaire de stock", "gestionnaire de stock"),
        ("Postulation magasinier", "magasinier"),
        ("Bewerbungsdossier Lagerist", "Lagerist"),
        ("Spontanbewerbung als Logistiker", "Logistiker"),
        ("Bewerbung Mitarbeiter Werkhof/Lager 60 %", "Mitarbeiter Werkhof/Lager"),
        ("Bewerbung Koch/Hotel Seeblick", "Koch"),
        ("Bewerbung Kauffrau/Kaufmann EFZ", "Kauffrau/Kaufmann EFZ"),
        ("Bewerbung Mitarbeiter Logistik/Seeblick AG", "Mitarbeiter Logistik"),
        ("Bewerbung als Pflegefachfrau HF/FH", "Pflegefachfrau HF"),
        ("Bewerbung als Lagerist / Logistiker", "Lagerist / Logistiker"),
        ("Spontanbewerbung", ""),
    ],
)
def test_a_subject_names_its_title(subject: str, role: str) -> None:
    assert role_of_subject(subject) == role


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("Dauerstelle Logistikleiter", "Logistikleiter"),
        ("auf Dauerstelle Logistikleiter", "Logistikleiter"),
        ("Teilzeitstelle als Lagerist", "Lagerist"),
        ("Stellenleiter", "Stellenleiter"),
        ("Dauerstellenberater", "Dauerstellenberater"),
        ("Lehrstelle Logistiker", "Lehrstelle Logistiker"),
        ("Teilzeitstelle", "Teilzeitstelle"),
    ],
)
def test_for_how_long_is_no_part_of_a_title(told: str, role: str) -> None:
    assert clean_role(told) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anbei mein Bewerbungsdossier für die Stelle als Logistiker.", "Logistiker"),
        (
            "Je vous fais parvenir mon dossier pour le poste de magasinier.",
            "magasinier",
        ),
        ("Anbei meine Unterlagen für die Stelle bei Ihnen.", ""),
        ("Mein Dossier für die Stelle am Empfang.", ""),
    ],
)
def test_words_name_the_title_that_a_dossier_is_for(text: str, role: str) -> None:
    assert role_applied_for("Ihr Inserat", text) == role
