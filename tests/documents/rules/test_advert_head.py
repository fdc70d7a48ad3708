from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.documents.rules.advert_facts import facts_in
from onward.documents.rules.advert_head import Head, head_of

SENTENCE = "Sie prüfen Rechnungen und buchen sie."

GERMAN = {
    "Sachbearbeiter Buchhaltung (m/w/d)\nMuster & Söhne GmbH\nLeipzig\nVollzeit": (
        "Sachbearbeiter Buchhaltung",
        "Muster & Söhne GmbH",
        "Leipzig",
    ),
    "Sachbearbeiter (m/w/d) bei Muster GmbH in Leipzig. Wir freuen uns auf Sie": (
        "Sachbearbeiter",
        "Muster GmbH",
        "Leipzig",
    ),
    "Sachbearbeiter (m/w/d) - Muster GmbH - Leipzig": (
        "Sachbearbeiter",
        "Muster GmbH",
        "Leipzig",
    ),
    "Pflegefachkraft (m/w/d) | Köln | Haus Sonne gGmbH": (
        "Pflegefachkraft",
        "Haus Sonne gGmbH",
        "Köln",
    ),
    "Muster GmbH sucht Pflegefachkraft (m/w/d) in Köln": (
        "Pflegefachkraft",
        "Muster GmbH",
        "Köln",
    ),
    "Kauffrau im Einzelhandel (m/w/d) bei der Beispiel AG in Frankfurt am Main gesucht": (
        "Kauffrau im Einzelhandel",
        "Beispiel AG",
        "Frankfurt am Main",
    ),
    "Für unseren Standort in Leipzig suchen wir zum nächstmöglichen Zeitpunkt eine/n\n"
    "Sachbearbeiter/in Buchhaltung (m/w/d)\nDie Muster GmbH baut Boote.": (
        "Sachbearbeiter/in Buchhaltung",
        "Muster GmbH",
        "Leipzig",
    ),
    "Die Stadtwerke Musterstadt AG sucht zum 1. März eine Köchin oder einen Koch (m/w/d)": (
        "Koch",
        "Stadtwerke Musterstadt AG",
        "",
    ),
    "Zur Verstärkung suchen wir ab sofort eine/n Tischler/in in Halle (Saale).": (
        "Tischler/in",
        "",
        "Halle",
    ),
    "Stellenanzeige: Tischler (m/w/d)\nTischlerei Holzwurm KG, 04109 Leipzig": (
        "Tischler",
        "Tischlerei Holzwurm KG",
        "Leipzig",
    ),
    "Muster GmbH & Co. KG\nSoftwareentwickler (all genders)\nHamburg, Hybrid": (
        "Softwareentwickler",
        "Muster GmbH & Co. KG",
        "Hamburg",
    ),
    "Merken\nErzieher/in (m/w/d)\nKita Regenbogen e.V. · Bremen · Teilzeit": (
        "Erzieher/in",
        "Kita Regenbogen e.V.",
        "Bremen",
    ),
    "Arbeitgeber\nHaus Sonne\nArbeitsort\nKöln\nStellenbezeichnung\nPflegefachkraft": (
        "Pflegefachkraft",
        "Haus Sonne",
        "Köln",
    ),
    "Buchhalter (m/w/d) Anlagen\nFirma: Ostsee Energie AG\nRostock\nVollzeit": (
        "Buchhalter Anlagen",
        "Ostsee Energie AG",
        "Rostock",
    ),
    "Die Stadt Musterau sucht zum 1. Mai eine\nSachbearbeitung (m/w/d)\nin Vollzeit": (
        "Sachbearbeitung",
        "Stadt Musterau",
        "",
    ),
    "Betreff: Stellenausschreibung Küchenhilfe (m/w/d)\nGuten Tag,": (
        "Küchenhilfe",
        "",
        "",
    ),
    "Teilen\nJunior Controller (w/m/d)\nHamburg, Deutschland · vor 2 Wochen": (
        "Junior Controller",
        "",
        "Hamburg",
    ),
    "Koch (m/w/d) in Teilzeit\nIhre Aufgaben": ("Koch in Teilzeit", "", ""),
}
ENGLISH = {
    "Night Porter at Sundial Hotels, Leeds": (
        "Night Porter",
        "Sundial Hotels",
        "Leeds",
    ),
    "Sundial Hotels is looking for a Night Porter in Leeds.\nYou welcome guests.": (
        "Night Porter",
        "Sundial Hotels",
        "Leeds",
    ),
    "About the job\nData Analyst\nBrightwater Ltd\nYork\nFull-time": (
        "Data Analyst",
        "Brightwater Ltd",
        "York",
    ),
    "Head of People at Brightwater Ltd - London": (
        "Head of People",
        "Brightwater Ltd",
        "London",
    ),
    "Night Porter\nOur team is looking for a colleague who likes nights": (
        "Night Porter",
        "",
        "",
    ),
    "Job title: Cook at Sea\nSundial Hotels Ltd, 3 Dock Road": (
        "Cook at Sea",
        "Sundial Hotels Ltd",
        "",
    ),
    "Practice Administrator\nFernhill Physio, Newry\n£26,000": (
        "Practice Administrator",
        "Fernhill Physio",
        "Newry",
    ),
    "Night Porter\nFull time, Leeds\nYou welcome guests": ("Night Porter", "", ""),
    "Manager in Training - Retail\nApply": ("Manager in Training - Retail", "", ""),
    "We are a small team and like what we do.\nCome in": ("", "", ""),
    "Employer\nPeople trust us.\nRole\nYou help people.": ("", "", ""),
}


@pytest.mark.parametrize(("text", "facts"), [*GERMAN.items(), *ENGLISH.items()])
def test_an_advert_says_title_company_and_place(
    text: str, facts: tuple[str, str, str]
) -> None:
    found = facts_in(f"{text}\n{SENTENCE}")
    assert (found.title, found.company, found.place) == facts


def test_what_is_labelled_counts_more_than_where_it_stands() -> None:
    found = facts_in("Tischler (m/w/d) - Muster GmbH - Leipzig\nArbeitsort: Gera")
    assert (found.company, found.place) == ("Muster GmbH", "Gera")


WORDS = [
    "Muster",
    "GmbH",
    "sucht",
    "suchen",
    "eine/n",
    "(m/w/d)",
    "in",
    "bei",
    "Leipzig",
    ",",
    "-",
    "|",
    "04109",
    "Standort",
    "is",
    "looking",
    "for",
    "a",
    "at",
    "Koch",
    ":",
    ".",
    "oder",
    "einen",
    "(",
    ")",
    "Arbeitgeber",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_what_is_said_stands_in_the_advert(words: list[str]) -> None:
    line = " ".join(words)
    head = head_of([line])
    assert head.company in line
    assert head.place in line
    assert head_of([]) == Head()
