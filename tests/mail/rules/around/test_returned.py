from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.returned import reported, says_returned, trouble_in
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Trouble, Verdict
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("550 5.1.1 User unknown", Trouble.NO_MAILBOX),
        (
            "550-5.1.1 The email account that you tried to reach does not exist",
            Trouble.NO_MAILBOX,
        ),
        ("550 No such user here", Trouble.NO_MAILBOX),
        ("5.4.4 Host or domain name not found", Trouble.NO_HOST),
        ("Unrouteable address", Trouble.NO_HOST),
        ("552 5.2.2 Over quota", Trouble.FULL),
        ("Das Postfach ist voll", Trouble.FULL),
        ("552 5.3.4 Message too big for system", Trouble.TOO_LARGE),
        ("554 5.7.1 Message rejected as spam", Trouble.REFUSED),
        ("550 5.7.26 Unauthenticated", Trouble.REFUSED),
        ("4.4.1 connection timed out", Trouble.LATE),
        ("retry timeout exceeded", Trouble.LATE),
        ("something else", Trouble.NOT_SAID),
    ],
)
def test_the_reason_is_read_from_status_and_words(said: str, trouble: Trouble) -> None:
    assert trouble_in(said) is trouble


@pytest.mark.parametrize(
    ("sender", "subject", "is_told"),
    [
        ("MAILER-DAEMON@mx.example", "Undelivered Mail Returned to Sender", True),
        ("postmaster@firm.example", "Unzustellbar: Bewerbung als Koch", True),
        (
            "Mail Delivery Subsystem <mailer-daemon@mx.example>",
            "Delivery Status Notification (Failure)",
            True,
        ),
        ("postmaster@firm.example", "Non remis : Candidature", True),
        ("postmaster@firm.example", "Your application as Postmaster", False),
        ("jobs@firm.example", "Undelivered Mail Returned to Sender", False),
    ],
)
def test_a_report_in_words_needs_sender_and_subject(
    sender: str, subject: str, is_told: bool
) -> None:
    told = says_returned(
        content_type="text/plain", failed="", sender=sender, subject=lambda: subject
    )
    assert told is is_told


def test_only_recipients_that_failed_count() -> None:
    told = reported(
        [
            {
                "final-recipient": "rfc822; a@firm.example",
                "action": "failed",
                "status": "5.1.1",
            },
            {
                "final-recipient": "rfc822; b@firm.example",
                "action": "relayed",
                "status": "2.0.0",
            },
        ],
        headers={},
        text="a@firm.example b@firm.example",
        subject="",
    )
    assert told.addresses == ("a@firm.example",)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["action", "final-recipient", "status"]),
            st.text(max_size=40),
        ),
        max_size=4,
    ),
    st.dictionaries(
        st.sampled_from(["message-id", "references"]), st.text(max_size=60)
    ),
    st.text(max_size=300),
)
def test_any_report_is_read(
    recipients: list[dict[str, str]], headers: dict[str, str], text: str
) -> None:
    told = reported(recipients, headers=headers, text=text, subject=text[:20])
    assert all("@" in address for address in told.addresses)


def test_a_report_that_somebody_sends_on_is_no_word_of_an_employer() -> None:
    text = (
        "This is the mail system. I was not able to deliver your message to the following"
        " addresses.\n\n<people@bright-harbour.example>:\nSorry, no mailbox here by that name."
    )
    for subject in (
        "Undelivered Mail Returned to Sender",
        "Fwd: Unzustellbar: Bewerbung",
    ):
        message = make_message(subject, text, sender="kim@home.example")
        assert read_message(message).verdict is Verdict.OTHER
    no = "We are sorry, but we have chosen another candidate for the position of Night Porter."
    message = make_message("Undelivered Mail Returned to Sender", no)
    assert read_message(message).verdict is Verdict.REJECTION
