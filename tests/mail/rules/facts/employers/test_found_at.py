"""Where somebody came upon the reader, and in which building one meets, employs nobody."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.found_at import is_found_at
from tests.mail.rules.facts.employers.reading import employer


def _is_found(text: str) -> bool:
    start, end = text.index("<"), text.index(">") - 1
    bare = text.replace("<", "").replace(">", "")
    return is_found_at(bare, start=start, end=end)


@pytest.mark.parametrize(
    "text",
    [
        "I found your CV on <Total Jobs Board> today.",
        "I came across your profile at <Find A Job>.",
        "ich bin in der <Jobbörse der Arbeitsagentur> auf Ihr Profil gestoßen.",
        "über das <Portal Stellenspatz> bin ich auf Ihren Lebenslauf aufmerksam geworden.",
        "J'ai trouvé votre CV sur <France Travail>.",
        "He encontrado su perfil en <Infotrabajo>.",
        "Ho trovato il suo profilo su <Trovalavoro>.",
        "Ik heb je cv gevonden op <Werk Nederland>.",
        "Encontrei o seu perfil no <Netvagas>.",
        "znalazłam Pana CV w <Centralnej Bazie Ofert>.",
        "<İşbul> üzerinden özgeçmişinizi gördüm.",
        "Jag hittade din profil på <Platslistan>.",
    ],
)
def test_a_place_where_the_reader_was_come_upon_is_told(text: str) -> None:
    assert _is_found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying at <Larch Foods>. We found your CV impressive.",
        "I saw your profile and thought of the Cook job at <Larch Foods>.",
        "<Larch Foods> is looking for a cook, I found your CV.",
        "We saw you at <Larch Foods>.",
        "Your profile fits the opening at <Larch Foods>.",
        "Please send your CV to <Larch Foods>.",
        "wir suchen für die <Nordpack Logistik GmbH> Verstärkung.",
        "Ihre Bewerbung bei <Nordpack> haben wir gelesen.",
        "Ihr Profil passt zu <Nordpack>.",
        "Votre candidature chez <Quai Vert> a été vue.",
        "Je cv is doorgestuurd naar <Groene Kade>.",
        "I found <Larch Foods> for you.",
        "ich bin bei <Nordpack> für das Recruiting zuständig und auf Ihr Profil gestoßen.",
        "je recrute chez <Quai Vert> et je suis tombée sur votre profil.",
        "I recruit in <Larch Foods> and found your profile.",
    ],
)
def test_other_places_may_employ(text: str) -> None:
    assert not _is_found(text)


@pytest.mark.parametrize(
    ("said", "company"),
    [
        (
            "ich bin in der Jobbörse der Arbeitsagentur auf Ihr Profil gestoßen.",
            "Jobwerk Personal GmbH",
        ),
        ("ich habe Ihr Profil bei Stellenspatz gefunden.", "Jobwerk Personal GmbH"),
        (
            "wir suchen für die Nordpack Logistik GmbH, Ihr Profil habe ich auf Jobspur Talent gesehen.",
            "Nordpack Logistik GmbH",
        ),
    ],
)
def test_an_agency_tells_where_it_found_somebody(said: str, company: str) -> None:
    text = (
        f"Guten Tag Herr Kuhnert,\n\n{said} Wir suchen einen Leiter Kommissionierung (m/w/d). Haben Sie"
        " Interesse?\n\nBeste Grüße\nMandy Kolbe\nJobwerk Personal GmbH"
    )
    found = employer(
        "Leiter Kommissionierung",
        text,
        shown="Mandy Kolbe",
        at="m.kolbe@jobwerk-personal.example",
    )
    assert found == company


@pytest.mark.parametrize(
    "place",
    [
        "Saalestern Umschlaghalle B",
        "Saalestern Lager 3",
        "Saalestern Verwaltungsgebäude 2",
        "Saalestern Halle Nord",
    ],
)
def test_a_building_of_the_house_is_where_one_meets(place: str) -> None:
    text = (
        "Hallo Torsten,\n\nwir möchten dich zum Vorstellungsgespräch einladen: Mittwoch, 18.11.2026, 13:30 Uhr,"
        f" {place}, Am Flughafen 12, Schkeuditz.\n\nLiebe Grüße\nJule"
    )
    found = employer(
        "Rundgang",
        text,
        shown="Jule Hempel (Saalestern)",
        at="recruiting@saalestern.personia.example",
    )
    assert found == "Saalestern"


@pytest.mark.parametrize("house", ["Theater Halle 7", "Studio Werk 9"])
def test_a_house_that_is_called_after_its_building_stays(house: str) -> None:
    text = f"Guten Tag,\n\nvielen Dank für Ihre Bewerbung als Techniker bei {house}. Sie ist eingegangen.\n\n{house}"
    at = f"hallo@{house.lower().replace(' ', '')}.example"
    assert employer("Ihre Bewerbung", text, shown=house, at=at) == house


def test_what_an_agent_works_on_is_no_client() -> None:
    text = (
        "Hi Fiona,\n\nI'm working on a search for a devices group. They need a Senior Tax Manager, two days a week in"
        " the office. Would you be open to a call this week?\n\nKind regards,\nRebecca\n\n"
        "Rebecca Lyle | Director, Finance Practice | Larch Search"
    )
    found = employer(
        "Senior Tax Manager, Dublin - confidential",
        text,
        shown="Rebecca Lyle",
        at="rebecca.lyle@larchsearch.example",
    )
    assert found != "Finance Practice"
