"""What needs no question: a recorded interview that was handed in, and a job that ended."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict

_HIREVUE = Address("HireVue", "no-reply@hirevue.com")
_OFFICE = Address("Human Resources", "hr@medfirstpartners.example")


def _read(sender: Address, subject: str, text: str) -> Verdict:
    return read_message(
        Message("k", "k@x.example", None, sender, subject, text)
    ).verdict


def test_a_recorded_interview_that_was_submitted_is_a_test_that_is_done() -> None:
    text = "Hi Dana,\n\nGreat job! Your OnDemand interview for Claims Analyst with Ohio Plains Insurance was submitted. The hiring team has been notified."
    assert _read(_HIREVUE, "Your interview has been submitted", text) is (
        Verdict.ASSESSMENT
    )


@pytest.mark.parametrize(
    "text",
    [
        "As discussed, your position as Medical Billing Specialist with MedFirst Partners has been eliminated effective June 30, 2026. Attached is your separation agreement. Please sign within 45 days. We thank you for your service and wish you the best in your future endeavors.",
        "Attached is your severance agreement. Your last paycheck follows on Friday.",
    ],
)
def test_a_lay_off_is_no_word_on_an_application(text: str) -> None:
    assert _read(_OFFICE, "Separation information", text) is Verdict.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "The position that you applied for has been eliminated. Thank you for your application.",
        "Thank you for your application as Claims Analyst. The position has been eliminated for budget reasons.",
    ],
)
def test_an_opening_that_was_eliminated_is_word_on_it(text: str) -> None:
    assert _read(_OFFICE, "Your application", text) is not Verdict.OTHER
