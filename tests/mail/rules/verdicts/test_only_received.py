"""Receipts that say nothing else, in one language or two, and the noes that begin like them."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.letters import make_message

_FRENCH = (
    "Bonjour Ida Lark,\n\nNous confirmons avoir reçu votre candidature au poste Analyste, paie "
    "(2600714). Nous vous remercions de l'intérêt que vous portez à Assurances Orme-Nord.\n\n"
    "Équipe d'acquisition de talents"
)
_ENGLISH = (
    "Hello Ida Lark,\n\nThis is to confirm that we have received your application for the "
    "position Analyst, Payroll (2600714). Thank you for your interest in Elm-North "
    "Insurance.\n\nTalent Acquisition Team"
)
_AUTOMATIC = (
    "\n\nCe message vous a été envoyé automatiquement, prière de ne pas y répondre."
)


@pytest.mark.parametrize(
    "text",
    [
        _FRENCH,
        _ENGLISH,
        f"{_FRENCH}{_AUTOMATIC}\n\n-----\n\n{_ENGLISH}",
        f"{_ENGLISH}\n\n-----\n\n{_FRENCH}{_AUTOMATIC}",
        "Bonjour,\n\nNous avons reçu votre candidature pour le poste d'analyste, paie. Nous vous "
        "remercions de l'intérêt que vous portez à notre organisation.\n\nL'équipe des "
        "ressources humaines",
    ],
)
def test_a_receipt_alone_is_one_in_either_language(text: str) -> None:
    message = make_message(
        "Analyste, paie (2600714)", text, sender="cv@elmnorth.example"
    )
    assert read_message(message).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "more",
    [
        "Nous ne pouvons malheureusement pas y donner suite.",
        "Nous avons choisi une autre personne.",
        "We have chosen to go ahead with other applicants.",
    ],
)
def test_a_no_behind_a_receipt_is_one(more: str) -> None:
    text = f"{_FRENCH}\n\n{more}\n\n-----\n\n{_ENGLISH}"
    message = make_message(
        "Analyste, paie (2600714)", text, sender="cv@elmnorth.example"
    )
    assert read_message(message).verdict in ENDINGS
