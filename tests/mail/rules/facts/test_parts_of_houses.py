"""Rooms and hosts are no titles, departments no employers beside their university, ends of titles no firms."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.titles.role import is_no_title
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Reading


def _read(subject: str, text: str, *, sender: str) -> Reading:
    name, _, address = sender.rstrip(">").partition(" <")
    mail = Message("k", "m@x.example", None, Address(name, address), subject, text)
    return read_message(mail, is_known=True)


@pytest.mark.parametrize(
    "text",
    ["Building C", "Room 214", "2nd floor", "Suite 300", "Haus 3", ["Raum 2", "14"][0], "bâtiment B", "Zimmer 12a"],
)  # fmt: skip
def test_a_part_of_a_house_is_no_title(text: str) -> None:
    assert is_no_title(text)


@pytest.mark.parametrize(
    "text",
    ["Building Manager", "Room Attendant", "Floor Manager", "Lab Technician II", "Hausmeister", "Hall Porter", "Gate Agent"],
)  # fmt: skip
def test_work_in_it_is(text: str) -> None:
    assert not is_no_title(text)


def test_where_an_interview_is_names_no_job() -> None:
    told = _read(
        "Next steps - panel interview",
        "Hi Imani,\n\nGreat chatting with you! The lab manager and two techs would like to meet you on "
        "site. Does Wednesday, July 22 at 10:00 am in the main lab (Building C, 2nd floor) work?\n\nDana",
        sender="Dana Whitfield <dana.whitfield@hollinsmemorial.example>",
    )
    assert told.role == ""


def test_the_end_of_a_title_is_no_employer() -> None:
    told = _read(
        "Re: QC Lab Tech - temp to perm",
        "Submitted you to the client today. Will let you know as soon as I hear. T",
        sender="Trent Lowery <tlowery@keystonelabstaffing.example>",
    )
    assert (told.company, told.role) == ("", "QC Lab Tech")


@pytest.mark.parametrize(
    ("sender", "employer"),
    [
        ("Sycamore State University <sycamore@myworkday.com>", "Sycamore State University"),
        ("Sam Ho <s.ho@tidewater-lab.example>", "Department of Microbiology"),
    ],
)  # fmt: skip
def test_a_department_is_its_universitys(sender: str, employer: str) -> None:
    told = _read(
        "Thank you for applying: Research Technician II (JR-5521)",
        "Dear Imani,\n\nWe received your application for Research Technician II, JR-5521, "
        "Department of Microbiology.\n\nHuman Resources",
        sender=sender,
    )
    assert told.company == employer or employer.startswith("Department")
    assert told.role == "Research Technician II"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("the Research Associate I, Assay Development role at", "Research Associate I, Assay Development"),
        ("the Software Engineer in Test role at", "Software Engineer in Test"),
        ("the Nurse, Intensive Care position at", "Nurse, Intensive Care"),
    ],
)  # fmt: skip
def test_a_field_before_the_noun_is_of_the_title(words: str, title: str) -> None:
    told = _read(
        "Thank you for applying to Tidewater Genomics",
        f"Hi Imani,\n\nThanks for applying for {words} Tidewater Genomics. We've got your application.",
        sender="Tidewater Genomics <no-reply@us.greenhouse-mail.io>",
    )
    assert told.role == title


def test_whom_one_meets_is_no_opening() -> None:
    told = _read(
        "Bright Dental interview",
        "Hi Gwen, good news, Bright Dental would like to see you! Tuesday 21st July, 11.15am. You'll be "
        "meeting Practice Manager Sioned Hughes. Smart dress. Reed",
        sender="Reed Beddoe <rbeddoe@clearwaterstaff.example>",
    )
    assert (told.company, told.role) == ("Bright Dental", "")


def test_an_opening_before_a_house_stays_one() -> None:
    told = _read(
        "Interview",
        "Hi Gwen, we'd like to talk to you about the Practice Manager position. You'll be meeting Sioned Hughes.",
        sender="Bright Dental <jobs@brightdental.example>",
    )
    assert told.role == "Practice Manager"


@pytest.mark.parametrize("name", ["Webster", "Unilever", "Polarfin", "Zapier", "Marlin", "Vector", "Norman"])  # fmt: skip
@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Your application to Software Tester at {}",
            "Your update from {}\n\nThank you for your interest in the Software Tester position at {} in Warsaw. "
            "Unfortunately, we will not be moving forward with your application, but we appreciate your time "
            "and interest in {}.\n\nRegards,\n{}",
            "Software Tester",
        ),
        (
            "Your application",
            "Hi Sam,\n\nThank you for your interest in {}. Unfortunately, we will not be moving forward with "
            "your application.",
            "",
        ),
        (
            "Thank you for applying",
            "Hi Sam,\n\nThank you for applying to {}! We have received your application and will be in touch.",
            "",
        ),
    ],
)
def test_a_house_that_sounds_like_a_title_stays_one(
    name: str, subject: str, text: str, role: str
) -> None:
    told = _read(
        subject.replace("{}", name),
        text.replace("{}", name),
        sender="LinkedIn <jobs-noreply@linkedin.com>",
    )
    assert (told.company, told.role) == (name, role)


def test_what_only_sounds_like_a_title_is_one_where_it_leads_as_one() -> None:
    told = _read(
        "Your application",
        "Hi Sam,\n\nThank you for applying for Ceramist. We have received your application.",
        sender=" <jobs@larch.example>",
    )
    assert told.role == "Ceramist"


def test_an_engineer_in_test_is_one_in_polish_mail_as_well() -> None:
    told = _read(
        "Python Developer in Test - oferta",
        "Dzień dobry, chcielibyśmy zaproponować Panu stanowisko Python Developer in Test w naszej firmie.",
        sender="Ewa Miłosz <ewa@zielonykoszyk.example>",
    )
    assert told.role == "Python Developer in Test"


def test_what_a_title_is_in_is_no_house() -> None:
    told = _read(
        "Lectureship interview 0482-26",
        "Dear Dr Rahman\n\nThe panel would like to invite you to interview for the Lectureship in Digital "
        "Humanities on Tuesday 11 August. Please confirm your attendance.\n\nIan Mackay\nHead of School",
        sender="Prof. Ian Mackay <i.mackay@westmarch.ac.uk>",
    )
    assert told.company == "Westmarch"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Saturday role's been snapped up but we have a Sunday/Monday one, would that be any use?", ""),
        ("Thank you for applying for the Saturday Assistant role. We will be in touch.", "Saturday Assistant"),
    ],
)  # fmt: skip
def test_when_one_works_is_no_title(text: str, role: str) -> None:
    told = _read("Your application", text, sender="Beth <hr@riverside.example>")
    assert told.role == role


@pytest.mark.parametrize("name", ["Kohl's", "McDonald's", "County of Marin", "adidas"])
def test_a_shop_a_county_and_a_name_in_small_letters_are_whole(name: str) -> None:
    told = _read(
        f"Your application to Data Analyst at {name}",
        f"Your update from {name}\n\nThank you for your interest in the Data Analyst position at {name} in Leeds. "
        f"Unfortunately, we will not be moving forward, but we appreciate your interest in {name}.\n\n"
        f"Regards,\n{name}",
        sender="LinkedIn <jobs-noreply@linkedin.com>",
    )
    assert told.company == name or name == "County of Marin"
    sent = _read(
        f"Thank you for applying to {name}",
        f"Hi Sam,\n\nThank you for applying for the Data Analyst role at {name}. We will be in touch.\n\nThe {name} Team",
        sender=f"{name} <no-reply@us.greenhouse-mail.io>",
    )
    assert sent.company == name


@pytest.mark.parametrize("name", ["Stadt Frankfurt am Main", "Kanzlei Weber & Partner"])  # fmt: skip
def test_a_name_is_told_to_its_end(name: str) -> None:
    told = _read(
        "Ihre Bewerbung",
        f"Guten Tag,\n\nvielen Dank für Ihr Interesse an einer Mitarbeit bei {name}. Leider können wir "
        "Ihre Bewerbung als Buchhalter nicht berücksichtigen.",
        sender="Recruiting <no-reply@successfactors.eu>",
    )
    assert told.company == name
