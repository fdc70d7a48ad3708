"""What a county writes of an examination by its number belongs to the application for it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.mail.rules.facts.requisition import requisition_key
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw

COUNTY = "Larkmoor County Human Resources <info@county-jobs.example>"
RECEIPT = raw(
    number=1,
    sender=COUNTY,
    to=ME,
    subject="Application Received - Fiscal Assistant I",
    text="Dear Robin Vale,\n\nThank you for submitting your application for the position of Fiscal "
    "Assistant I (Examination No. 26-0418) with Larkmoor County.\n\nApplications will be reviewed for "
    "minimum qualifications.\n\nLarkmoor County Human Resources",
)
RESULT = raw(
    number=32,
    sender=COUNTY,
    to=ME,
    subject="Exam 26-0418 results",
    text="Your final score on Examination 26-0418, Fiscal Assistant I, is 88.50. You have been placed on "
    "the eligible list with rank 14.\n\nPlacement on an eligible list is not an offer of employment.\n\n"
    "Larkmoor County Civil Service Commission",
)


@pytest.mark.django_db
@pytest.mark.parametrize("mail", [(RECEIPT, RESULT), (RESULT, RECEIPT)])
def test_the_result_of_an_examination_belongs_to_its_application(
    owner: Person, tmp_path: Path, mail: tuple[bytes, ...]
) -> None:
    for each in mail:
        import_story(owner, tmp_path, [each])
    application = Application.objects.get(merged_into=None)
    assert application.requisition == "26-0418"


@pytest.mark.django_db
def test_the_result_of_another_examination_is_of_another(
    owner: Person, tmp_path: Path
) -> None:
    other = RESULT.replace(b"26-0418", b"26-0533").replace(b"Fiscal", b"Payroll")
    import_story(owner, tmp_path, [RECEIPT, other])
    assert Application.objects.filter(merged_into=None).count() == 2


def number_of(subject: str, text: str) -> str:
    message = Message(
        key="k",
        message_id="k@county-jobs.example",
        sent_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        sender=Address("Larkmoor County Human Resources", "info@county-jobs.example"),
        subject=subject,
        text=text,
        to=(Address("Robin Vale", "robin@person.example"),),
    )
    return read_message(message).requisition


CERTIFIED = (
    "Dear Robin Vale,\n\nYour name has been certified for a vacancy in the class of Fiscal Assistant I. "
    "You are scheduled as follows:\n\nFriday, March 13, 2026, 1:15 PM, Hall of Justice, Suite 310"
)


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("Certification 26-0418-C / Clerk of Courts - interview", "26-0418-C"),
        ("Certification 26-0418-C - interview", "26-0418-C"),
        ("Interview: Fiscal Assistant I (26-0418-C)", "26-0418-C"),
    ],
)
def test_what_parts_a_number_from_other_words_is_no_part_of_it(
    subject: str, number: str
) -> None:
    assert number_of(subject, CERTIFIED) == number


RECEIVED = "Thank you. Your application for Fiscal Assistant I has been received."


@pytest.mark.parametrize(
    "subject",
    [
        "Exam on 3/12/2026",
        "Exam 2026",
        "Exam room 114",
        "Exam day 14",
        "Exam 8:30 AM",
        "Exams and results",
        "Exam score 88.50",
        "Exam part 2",
        "Exam level B2",
        "Exam week 12-13",
        "Final exam",
    ],
)
def test_other_numbers_of_an_exam_are_none(subject: str) -> None:
    assert number_of(subject, RECEIVED) == ""


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Exam 26-0418", "26-0418", True),
        ("Examination No. 26-0418", "26-0418", True),
        ("26-0418-C", "26-0418", False),
        ("Exam 26-0419", "26-0418", False),
    ],
)
def test_what_an_examination_is_called_is_no_part_of_its_number(
    one: str, other: str, is_same: bool
) -> None:
    assert (requisition_key(one) == requisition_key(other)) is is_same
