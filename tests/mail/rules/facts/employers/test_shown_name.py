from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.employers.display import bare_name
from tests.mail.rules.facts_corpus import read_case


def _company(sender: str, subject: str, text: str) -> str:
    return read_case({"from": sender, "subject": subject, "text": text}).found.company


@pytest.mark.parametrize(
    ("display", "name"),
    [
        ("Sorrel Air Pilot Recruitment", "Sorrel Air"),
        ("Larkhill Moss Graduate Programme", "Larkhill Moss"),
        ("Quince Optics (via DocuSign)", "Quince Optics"),
        ("Quince Optik über JobPortal", "Quince Optik"),
        ("Quince Optics Hiring Team", "Quince Optics"),
        ("Offene Küche", "Offene Küche"),
        ("Sorrel Orthopaedics Physician Recruitment", "Sorrel Orthopaedics"),
        ("Universität Rabenau, Berufungen", "Universität Rabenau"),
        ("Larch Grid, Inc", "Larch Grid, Inc"),
        ("", ""),
    ],
)
def test_who_wrote_is_taken_off_a_shown_name(display: str, name: str) -> None:
    assert bare_name(display) == name


@given(st.text(max_size=60))
def test_a_shown_name_never_grows(display: str) -> None:
    assert len(bare_name(display)) <= len(display)


SIGNED = [
    (
        "Rebhof Käse Büro <buero@rebhof-kaese.example>",
        "AW: Bewerbung",
        "Guten Tag,\n\nwir wissen erst im Herbst mehr.\n\nRebhof Käse Büro",
        "Rebhof Käse",
    ),
    (
        "Tierpark Ödenau <post@oedenau.example>",
        "Ihre Bewerbung",
        "Vielen Dank für Ihre Bewerbung.\n\nTierpark Ödenau",
        "Tierpark Ödenau",
    ),
    (
        "Holzbau Rempe <rempe@bau-rempe.example>",
        "Ihre Bewerbung",
        "Sehr geehrter Herr Vale, es hat leider nicht gereicht. Holzbau Rempe",
        "Holzbau Rempe",
    ),
    (
        "Bundesanstalt für Gezeiten <noreply@bund-bewerbung.example>",
        "Eingang BFG-12",
        "Ihre Bewerbung ist eingegangen.\n\nBundesanstalt für Gezeiten",
        "Bundesanstalt für Gezeiten",
    ),
    (
        "Segreteria Officine Larice <info@officinelarice.example>",
        "Colloquio",
        "La invitiamo a un colloquio lunedì alle 9.\n\nOfficine Larice",
        "Officine Larice",
    ),
    (
        "Secretariaat Staalhuis Vecht <info@staalhuisvecht.example>",
        "Gesprek",
        "We nodigen je uit voor een gesprek op maandag.\n\nGroet,\nStaalhuis Vecht",
        "Staalhuis Vecht",
    ),
    (
        "Data Tansy <no-reply@ashbyhq.com>",
        "Confirmed: Data Tansy onsite",
        "You are confirmed for Tuesday.",
        "Data Tansy",
    ),
    (
        "Verein der Gärtner Lindtal <post@gartenlindtal.example>",
        "Einladung",
        "Wir laden Sie am 9. ein.\n\nVerein der Gärtner Lindtal",
        "Verein der Gärtner Lindtal",
    ),
    (
        "Quince Optics (via DocuSign) <dse@docusign.net>",
        "Please sign: offer.pdf",
        "Your offer for Lens Grinder at Quince Optics.\n\nREVIEW DOCUMENT",
        "Quince Optics",
    ),
]


@pytest.mark.parametrize(("sender", "subject", "text", "company"), SIGNED)
def test_the_sender_s_name_counts_where_the_mail_signs_with_it(
    sender: str, subject: str, text: str, company: str
) -> None:
    assert _company(sender, subject, text) == company


@pytest.mark.parametrize(
    "sender",
    [
        "Ottilie Krems <ottilie@rebhof.example>",
        "Pádraic Moyle <padraic@rebhof.example>",
        "Dr. R. Krems <praxis@rebhof.example>",
        "Sowmya R <sowmya.hr@rebhof.example>",
        "Bernadette Tull <head@rebhof.example>",
        "Marijke Sluis <werkplaats@rebhof.example>",
    ],
)
def test_a_person_who_signs_is_no_employer(sender: str) -> None:
    name = sender.partition(" <")[0]
    text = f"We chose somebody else for the post of Gardener.\n\n{name}\nRebhof Dairy"
    assert _company(sender, "Your application", text) == "Rebhof Dairy"


@pytest.mark.parametrize("word", ["Nige", "Thiele", "PLAY NOW", "Viel Glück", "Peace"])
def test_a_word_under_a_mail_that_stands_nowhere_else_is_no_employer(word: str) -> None:
    text = f"We chose somebody else for the post of Gardener.\n\n{word}"
    assert _company("Nigel <nigel@post.example>", "Your application", text) != word


@pytest.mark.parametrize(
    "text",
    [
        "Your application for Welder has been sent directly to Larch Grid.",
        "Good news, your application for Welder is with Larch Grid.",
        "We've emailed your application for Welder to Larch Grid.",
        "Larch Grid has invited you to interview for Welder.",
        "Ihre Bewerbung wurde an die Larch Grid erfolgreich übermittelt.",
    ],
)
def test_who_carries_applications_is_not_the_employer(text: str) -> None:
    sender = "Trades Corner <noreply@tradescorner.example>"
    signed = f"{text}\n\nTrades Corner"
    assert _company(sender, "Your application", signed) == "Larch Grid"


def test_a_name_of_two_that_share_an_end_is_taken_whole() -> None:
    sender = "Kinder- und Jugendhilfe Rabenau <post@kjh-rabenau.example>"
    text = "Vielen Dank.\n\nKinder- und Jugendhilfe Rabenau"
    found = _company(sender, "Ihre Bewerbung", text)
    assert found == "Kinder- und Jugendhilfe Rabenau"
