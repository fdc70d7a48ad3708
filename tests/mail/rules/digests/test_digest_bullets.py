from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.digests.bullets import openings_listed
from onward.mail.rules.digests.listed import listed_in
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Because, Message, Verdict


def letter(text: str, *, subject: str = "Your applications") -> Message:
    return Message(
        key="k",
        message_id="k@bright-harbour.example",
        sent_at=None,
        sender=Address("Kim Alder", "kim@bright-harbour.example"),
        subject=subject,
        text=text,
    )


SAID = Because("no", "Unfortunately we cannot offer you", "body", 0, 0)
NOES = {
    "en": (
        "Dear Robin,\n\nthank you for your interest in Bright Harbour. Unfortunately we "
        "cannot offer you the following positions:\n\n- Night Porter\n- Front Desk Clerk "
        "(Ref. 4711)\n\nWe wish you all the best.\n\nKim Alder"
    ),
    "en numbered": (
        "Dear Robin,\n\nthank you for applying to Bright Harbour. Unfortunately we have "
        "decided not to take your applications further for:\n1. Night Porter\n"
        "2. Front Desk Clerk\n\nKim Alder"
    ),
    "de": (
        "Sehr geehrte Frau Vale,\n\nvielen Dank für Ihre Bewerbungen. Leider müssen wir "
        "Ihnen für die folgenden Stellen absagen:\n\n• Nachtportier (m/w/d)\n"
        "• Empfangskraft (m/w/d)\n\nMit freundlichen Grüßen\nKim Alder"
    ),
    "fr": (
        "Bonjour,\n\nNous ne pouvons malheureusement pas retenir vos candidatures pour "
        "les postes suivants :\n\n- Réceptionniste\n- Assistante administrative\n\n"
        "Cordialement"
    ),
}


@pytest.mark.parametrize("text", NOES.values(), ids=NOES)
def test_a_no_to_a_list_of_openings_is_one_for_each(text: str) -> None:
    message = letter(text)
    reading = read_message(message)
    assert reading.verdict is Verdict.REJECTION
    parts = listed_in(message, reading=reading)
    assert [part.reading.verdict for part in parts] == [Verdict.REJECTION] * 2
    assert len({part.reading.role for part in parts}) == 2
    assert len({part.message.key for part in parts}) == 2


def test_numbers_of_openings_are_kept() -> None:
    openings = openings_listed(letter(NOES["en"]), language="en", because=[SAID])
    assert [(each.role, each.requisition) for each in openings] == [
        ("Night Porter", ""),
        ("Front Desk Clerk", "4711"),
    ]


def test_a_receipt_for_several_is_one_for_each() -> None:
    message = letter(
        "Dear Robin,\n\nThank you for applying. We received your applications for the "
        "following roles at Bright Harbour:\n\nNight Porter\nFront Desk Clerk\n\nKim"
    )
    parts = listed_in(message, reading=read_message(message))
    assert [part.reading.role for part in parts] == ["Night Porter", "Front Desk Clerk"]


@pytest.mark.parametrize(
    "below",
    [
        "You may also like these openings:\n- Front Desk Clerk\n- Housekeeper",
        "Have a look at these other open positions:\n- Front Desk Clerk\n- Housekeeper",
        "The following positions are still open:\n- Front Desk Clerk\n- Housekeeper",
        "We decided on your application for these reasons:\n- experience\n- languages",
        "The following positions:\n- Front Desk Clerk",
        "The following positions:\n- Front Desk Clerk\n- We will keep your papers here",
        "Positions",
        "> the following positions:\n> - Front Desk Clerk\n> - Housekeeper",
    ],
)
def test_what_is_no_list_of_the_readers_openings_is_none(below: str) -> None:
    message = letter(
        "Unfortunately we decided against your application for Night Porter at Bright "
        f"Harbour.\n\n{below}\n\nKim"
    )
    assert openings_listed(message, language="en", because=()) == ()


@given(st.text(alphabet="-•1. :\nabcPorterClk", max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = openings_listed(
        letter(f"Your applications:\n{text}"), language="en", because=()
    )
    assert len(found) != 1


@pytest.mark.parametrize(
    "lead",
    [
        "Other people who applied for this job also viewed:",
        "Candidates like you applied for these jobs:",
        "Based on your application, others also saved:",
    ],
)
def test_what_others_looked_at_is_none_of_the_readers_applications(lead: str) -> None:
    text = (
        "Hi Robin,\n\nyour application has been sent to Quarry Vale Ltd.\n\n"
        f"{lead}\n- Night Porter, Larkhill\n- Front Desk Clerk, Elmford\n\nThe jobs team"
    )
    message = letter(text, subject="Your application for Cook has been sent")
    assert openings_listed(message, language="en", because=()) == ()
