"""The words that end a letter as they are written in Switzerland: no employer's name."""

from __future__ import annotations

import pytest

from onward.mail.parse import parse_message
from onward.mail.rules.facts.contact import closings
from onward.mail.rules.facts.employers.company import is_company
from onward.mail.rules.read import read_message

HEAD = "To: robin@person.example\nDate: Tue, 01 Sep 2026 08:00:00 +0200\n"
AGENCY = "From: Marco Gisler <m.gisler@alpenjob.example>\nSubject: Logistikleiter Ref. 4471\n"
FIRM = (
    "From: Pharmalog AG <n@pharmalog.example>\nSubject: Ihre Bewerbung als Logistiker\n"
)
PLAIN = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"

GREETINGS = [
    "Liebi Grüess",
    "Liebi Gruess",
    "Bescht Grüess",
    "Fründlichi Grüess",
    "Herzlichi Grüess",
    "Freundlichi Grüess",
    "Freundliche Grüsse",
    "Freundliche Gruesse",
    "Schöne Grüsse",
    "Sonnige Grüsse",
    "Liebe Grüsse",
    "Mit freundlichen Grüssen",
]


def company(head: str, text: str) -> str:
    raw = f"{head}{HEAD}{PLAIN}\n{text}\n"
    return read_message(parse_message(raw.encode())).company


@pytest.mark.parametrize("greeting", GREETINGS)
def test_a_swiss_greeting_is_no_employer(greeting: str) -> None:
    told = "Hoi Reto\n\nLeider möchte der Kunde dein Dossier nicht weiterverfolgen."
    assert company(AGENCY, f"{told}\n\n{greeting}\nMarco") == "Alpenjob"
    told = "Guten Tag\n\nDanke für Ihre Bewerbung. Ihr Link: https://a.example/t/1"
    signed = f"{told}\n\n{greeting}\nPharmalog Talent Acquisition"
    assert company(FIRM, signed) == "Pharmalog AG"


def test_each_closing_is_known_in_its_swiss_spelling() -> None:
    assert {words.replace("ß", "ss") for words in closings()} <= {*closings()}


@pytest.mark.parametrize(
    "name",
    [
        "Gruss AG",
        "Grüsse GmbH",
        "Malerei Gruss",
        "Gruss & Partner",
        "Gruyère Käse",
        "Grüessbach Hof",
        "Grüezi Handwerk",
        "Freundlich Logistik",
        "Liebi Haus",
        "Herzlich Pflege",
    ],
)
def test_a_firm_whose_name_is_like_it_stays(name: str) -> None:
    assert is_company(name)
