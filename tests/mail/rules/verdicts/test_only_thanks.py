"""Short thanks for an application, which are heard as a no, and the noes that begin like them."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Receptionist", "Hi Robin,\n\nThank you for applying for the Receptionist role at Elm Dental.\n\nTom Reed, Practice Manager"),
        ("Warehouse Shift Manager", "Thanks for applying for the Warehouse Shift Manager role.\n\nHannah"),
        ("Care Assistant", "Thanks for applying for the Care Assistant role.\n\nHannah"),
        ("Veterinary Nurse", "Hi Robin, thank you for applying for our Veterinary Nurse role at Park Vets. Jo"),
        ("Receptionist", "I would like to thank you for applying for the Receptionist role at Elm Dental.\n\nTom"),
        ("Bürokauffrau", "Guten Tag Frau Vale,\n\ndanke für Ihre Bewerbung auf die Stelle als Bürokauffrau.\n\nMit freundlichen Grüßen\nHanna Groß\nInhaberin"),
        ("Schichtleiter Lager", "Hallo Robin, vielen Dank für deine Bewerbung als Schichtleiter Lager. Gruß Hanna"),
    ],
)  # fmt: skip
def test_thanks_alone_say_no_no(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Receptionist", "Hi Robin,\n\nThank you for applying for the Receptionist role. We went with somebody else.\n\nTom Reed"),
        ("Porter", "Thanks for applying for the Porter job but it went to my nephew. Tom"),
        ("Warehouse job", "Thanks for applying for the warehouse job\n\nwe went with somebody else\n\nTom"),
        ("Fahrer", "Hallo, danke für Ihre Bewerbung als Fahrer, aber wir haben schon jemand. Gruß Pavlovic"),
        ("Konstrukteurin", "Sehr geehrte Frau Vale,\n\nwir haben Ihre Bewerbung für die Stelle Konstrukteurin geprüft und uns entschlossen, den Auswahlprozess mit anderen fortzuführen.\n\nWir danken Ihnen für Ihr Interesse."),
    ],
)  # fmt: skip
def test_a_no_that_thanks_first_is_one(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict in ENDINGS
