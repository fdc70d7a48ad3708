"""An offer that its own mail takes back is asked about; one that stands is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.undone_offer import of_undone_offer


def _mail(subject: str, text: str) -> Message:
    sender = Address("Joan Marsh", "joan@ferncombe.example")
    return Message("k", "m@x.example", None, sender, subject, text)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your offer", "Last week we told you the job is yours. We have to take that back: the client cancelled the contract."),
        ("Job", "We said you could start on Monday. I'm afraid that's off, the contract fell through."),
        ("Ihr Vertrag", "Sie haben den Job, hieß es am Montag. Heute hat die Zentrale die Stelle gestrichen."),
        ("Votre contrat", "Nous vous avions proposé le poste. Nous devons malheureusement revenir dessus."),
    ],
)  # fmt: skip
def test_what_is_taken_back_is_no_offer(subject: str, text: str) -> None:
    assert read_message(_mail(subject, text)).verdict is not Verdict.OFFER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Offer", "We are pleased to offer you the position of Clerk. If you take a day off in May, tell us now."),
        ("Your offer", "We would love to offer you the job as Driver! Monday is a day off."),
        ("Angebot", "Wir freuen uns, Ihnen die Stelle als Köchin anzubieten. Daran ändert sich nichts."),
    ],
)  # fmt: skip
def test_what_stands_is_one(subject: str, text: str) -> None:
    assert read_message(_mail(subject, text)).verdict is Verdict.OFFER


@given(st.text(max_size=200), st.sampled_from(list(Verdict)))
def test_only_an_offer_is_asked_about(text: str, verdict: Verdict) -> None:
    found = of_undone_offer(Classification(verdict, 0.9), message=_mail("", text))
    assert found.verdict is verdict or verdict is Verdict.OFFER
