"""What the reader does not have yet is a reason, and what is said behind it a fact."""

from __future__ import annotations

import pytest

from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.classify import classify
from tests.mail.rules.letters import make_message

NOES = [
    "As you do not yet have the required licence, we are unable to offer you the position.",
    "Because you have not yet finished your degree, we will not be taking your application forward.",
    "You have not yet completed your training, so we cannot offer you the position.",
    "Da diese Voraussetzungen derzeit noch nicht gegeben sind, können wir Ihnen leider keine Zusage geben.",
    "Weil Sie die Prüfung noch nicht abgelegt haben, können wir Sie nicht berücksichtigen.",
    "Sie haben die Ausbildung noch nicht beendet, daher können wir Ihre Bewerbung nicht berücksichtigen.",
]
OPEN = [
    "As we have not yet read your papers, we cannot offer you the position today.",
    "We have not yet decided, so we cannot offer you the position today.",
    "Da wir noch nicht alle Gespräche geführt haben, können wir Ihnen derzeit keine Zusage geben.",
    "Da noch nicht alle Bewerbungen vorliegen, können wir Ihnen derzeit keine Zusage geben.",
    "Da Sie bisher nicht geantwortet haben, können wir Ihnen noch keine Zusage geben.",
]


@pytest.mark.parametrize("text", NOES)
def test_a_lack_is_the_reason_of_a_no(text: str) -> None:
    said = classify(make_message("Your application / Ihre Bewerbung", text))
    assert said.verdict is Verdict.REJECTION


@pytest.mark.parametrize("text", OPEN)
def test_what_is_not_decided_yet_stays_open(text: str) -> None:
    said = classify(make_message("Your application / Ihre Bewerbung", text))
    assert said.verdict is not Verdict.REJECTION
