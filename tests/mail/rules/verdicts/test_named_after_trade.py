"""Whose name is that of a trade moves an appointment, and no interview: "Physio am Graben"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Verdict
from tests.mail.rules.letters import make_message

_MOVED = (
    "Grüezi Herr Ammann, leider müssen wir Ihren Termin vom Montag {verb}. "
    "Wir schlagen Mittwoch, 9. September, 16.15 Uhr vor. Freundliche Grüsse, {name}"
)


def read(name: str, subject: str, text: str) -> Verdict:
    message = make_message(subject, text)
    sender = Address(name, "info@am-graben.example")
    return read_message(replace(message, sender=sender)).verdict


@pytest.mark.parametrize("verb", ["absagen", "verschieben"])
@pytest.mark.parametrize(
    "name",
    [
        "Physio am Graben",
        "Garage am Tor",
        "Fotograf Keller",
        "Coiffeur Lia",
        "Garage Bösch",
        "Zahnarzt Meier",
        "Optiker Sutter",
        "Steuerberater Lanz",
        "Schreiner Huber",
        "Tierarzt Wehr",
    ],
)
def test_a_moved_appointment_is_ordinary_mail(name: str, verb: str) -> None:
    text = _MOVED.format(verb=verb, name=name)
    assert read(name, "Terminverschiebung", text) in NOT_HIRING


@pytest.mark.parametrize(
    ("name", "subject", "text"),
    [
        (
            "Physio am Graben",
            "Vorstellungsgespräch - Terminverschiebung",
            _MOVED.format(verb="absagen", name="Physio am Graben"),
        ),
        (
            "Physio am Graben",
            "Terminverschiebung",
            "Guten Tag, leider müssen wir das Vorstellungsgespräch als Physiotherapeut vom Montag "
            "verschieben. Wir schlagen Mittwoch, 9. September, 16.15 Uhr vor. Physio am Graben",
        ),
        (
            "Garage am Tor",
            "Ihre Bewerbung",
            "Guten Tag, gern laden wir Sie am Mittwoch, 9. September, 16.15 Uhr zum "
            "Vorstellungsgespräch ein. Hebamme am Tor",
        ),
    ],
)
def test_their_interview_stays_one(name: str, subject: str, text: str) -> None:
    assert read(name, subject, text) is Verdict.INTERVIEW
