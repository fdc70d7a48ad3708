"""Who cannot offer a parking space or a higher wage says no no; who has no place here, does."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict


def _read(text: str, *, subject: str) -> Verdict:
    sender = Address("Joan Marsh", "joan@ferncombe.example")
    mail = Message("k", "m@ferncombe.example", None, sender, subject, text)
    # From whom the person applied to: there a sure rule alone is a no.
    return read_message(mail, is_known=True).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Offer", "We can't offer you a parking space but we are very pleased to offer you the job at £24,000."),
        ("Offer", "Unfortunately we can't offer you more than 12 an hour."),
        ("Re: Offer", "I'm afraid we cannot offer a higher wage than that, but we'd love you to start in May."),
        ("Angebot", "Mehr als 16 Euro kann ich leider nicht anbieten, aber ich würde mich freuen, wenn du anfängst."),
        ("Ihr Vertrag", "Mehr als 30 Stunden können wir Ihnen derzeit nicht anbieten, der Vertrag liegt bei."),
    ],
)  # fmt: skip
def test_what_else_is_not_offered_is_no_no(subject: str, text: str) -> None:
    assert _read(text, subject=subject) not in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your application", "We can't offer you a permanent position."),
        ("Your application", "Unfortunately we are unable to offer you the role."),
        ("Your applications", "Neither of your applications has been taken forward."),
        ("Chef de partie", "The role here has gone, but I have passed your details to our sister restaurant in Leith."),
        ("Your application", "Thank you for coming in. The role has been staffed. Kind regards, Joan"),
        ("Ihre Bewerbung", "Wir können Ihnen leider keine Stelle anbieten."),
        ("Absage", "Sehr geehrte Frau Vale, anbei erhalten Sie unser Absageschreiben."),
    ],
)  # fmt: skip
def test_what_is_no_place_at_all_is_a_no(subject: str, text: str) -> None:
    assert _read(text, subject=subject) in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text", "is_no"),
    [
        ("Re: HGV driver", "Got your CV. Insurance won't take anyone with under 2 years so it's a non starter mate, sorry.", True),
        ("Re: HGV driver", "Hi Kev, sorry, we filled it on Friday. Good luck", True),
        ("Form", "Please sign the attached form, I filled it already for you. We need it back by Friday.", False),
        ("Interview", "Tuesday's a no go for me I'm afraid, could we do Wednesday at 10 instead?", False),
    ],
)  # fmt: skip
def test_what_is_filled_or_no_starter_is_the_job(
    subject: str, text: str, is_no: bool
) -> None:
    assert (_read(text, subject=subject) in ENDINGS) is is_no
