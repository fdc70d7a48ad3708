from __future__ import annotations

import pytest

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.employers.choosing import can_employ
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.types import Address, Message
from tests.mail.rules.facts_corpus import read_case


def _company(sender: str, subject: str, text: str) -> str:
    row = {"from": sender, "subject": subject, "text": text}
    return read_case(row).found.company


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        (
            "Dr Maud Ferrow <m.ferrow@larchhillat.example>",
            "Friday",
            "We chose another.\n\nWith very best wishes,\nMaud\nHeadteacher, Larch Hill Academy Trust",
            "Larch Hill Academy Trust",
        ),
        (
            "Recruitment <jobs@tolmercu.example>",
            "Member Services Officer",
            "We hold your application for the post in Tolmer Credit Union.\n\nIs mise le meas,\nNora Tighe",
            "Tolmer Credit Union",
        ),
        (
            "Wachdienst Tolm <einsatz@wachdienst-tolm.example>",
            "Absage",
            "Die Probeschicht entfällt.\nWachdienst Tolm Einsatzleitung",
            "Wachdienst Tolm",
        ),
        (
            "Jugendhilfe Birkenhof <bewerbung@birkenhof.example>",
            "Eingang",
            "Ihre Bewerbung ist da.\nJugendhilfe Birkenhof",
            "Jugendhilfe Birkenhof",
        ),
        (
            "Tolmer Diagnostics <do-not-reply@taleo.net>",
            "Job 7731: Your Application Status Has Changed",
            "Log in for details.",
            "Tolmer Diagnostics",
        ),
        (
            "Kulturamt Tolmau <kulturamt@tolmau.example>",
            "Eingang",
            "Ihre Bewerbung ist da.\n\nBeigeordneter Ludger Thiel",
            "Kulturamt Tolmau",
        ),
        (
            "Rosa Ferrow High School <vacancies@rfhs.example>",
            "Your application to us",
            "Thank you. It is a no this time.",
            "Rosa Ferrow High School",
        ),
        (
            "Cellar Biotech <no-reply@us.greenhouse-mail.io>",
            "Update von Cellar",
            "Bei Cellar ist es diesmal nichts geworden.",
            "Cellar Biotech",
        ),
        (
            "Trac <noreply@trac.jobs>",
            "Application update",
            "Vacancy: Porter\nEmployer: Tolmerbridge Hospitals\nRef: C9330-26",
            "Tolmerbridge Hospitals",
        ),
    ],
)
def test_the_employer_is_the_one_that_the_text_names(
    sender: str, subject: str, text: str, company: str
) -> None:
    assert _company(sender, subject, text) == company


@pytest.mark.parametrize("words", ["Reschedule or cancel", "Warmly", "Mrs Tess Arnold"])
def test_what_stands_under_a_mail_is_not_always_an_employer(words: str) -> None:
    text = f"Thank you, it is a no this year.\n\n{words}"
    assert _company("", "Your application", text) != words


def test_an_agency_gives_way_to_the_client_it_names() -> None:
    text = "Feedback from Cavell Blythe: they met somebody nearer.\n\nRosa\nTolmer Personnel"
    sender = "Rosa Tolmer <rosa@tolmerpersonnel.example>"
    assert _company(sender, "Legal PA, Cavell Blythe", text) == "Cavell Blythe"


@pytest.mark.parametrize(
    "subject",
    [
        "Larch – Where Things Stand",
        "A New Chapter in Leeds",
        "Greater Leeds: a post",
    ],
)
def test_what_an_agencys_subject_alone_says_is_no_client(subject: str) -> None:
    text = "I look for a clerk for my client in Leeds.\n\nRosa"
    sender = "Rosa Tolmer <rosa@tolmersearch.example>"
    assert _company(sender, subject, text) == ""


def test_an_agency_with_a_nameless_client_is_no_employer() -> None:
    text = "My client came back and went with somebody else.\n\nRosa\nTolmer Search"
    sender = "Rosa Tolmer <rosa@tolmersearch.example>"
    assert _company(sender, "Finance Manager / Leeds", text) == ""


@pytest.mark.parametrize(
    ("subject", "text", "company"),
    [
        (
            "INTERVIEW: Oakmere Tile Works, Friday",
            "Good news! Oakmere Tile Works (the Hull client, role 2) want to meet you on Friday at 2pm.\n\nRosa\nVale Tolmer Recruitment",
            "Oakmere Tile Works",
        ),
        (
            "Second stage with Brack Boats",
            "My client Brack Boats liked you. Second stage is at their yard on 8 April at 10am.\n\nRosa\nVale Tolmer Resourcing Ltd",
            "Brack Boats",
        ),
        # A firm's own team signs so, too.
        (
            "Second stage with our Sales Director",
            "We liked you. Second stage is at our yard on 8 April at 10am.\n\nRosa\nVale Tolmer Recruitment",
            "Vale Tolmer",
        ),
    ],
)
def test_who_signs_as_an_agency_and_has_a_client_is_no_employer(
    subject: str, text: str, company: str
) -> None:
    sender = "Rosa Adler <rosa.adler@valetolmer.example>"
    assert _company(sender, subject, text) == company


@pytest.mark.parametrize(
    ("subject", "text", "company"),
    [
        ("Oakmere Homewares – update", "Heard back from Oakmere this morning. Sadly it's a no to interview from them.", "Oakmere Homewares"),
        ("Brack Boats - update", "We hear from Brack that they have chosen somebody nearer for the clerk job. Sorry!", "Brack Boats"),
    ],
)  # fmt: skip
def test_whom_an_agency_heard_from_is_the_employer(
    subject: str, text: str, company: str
) -> None:
    sender = "Rosa Adler <rosa.adler@valetolmer.example>"
    assert _company(sender, subject, f"{text}\n\nRx") == company


def test_a_greeting_is_no_client() -> None:
    text = "Morning Sunita,\n\nThe client has pulled the clerk job.\n\nRosa\nVale Tolmer Search"
    sender = "Rosa Adler <rosa.adler@valetolmer.example>"
    assert _company(sender, "Clerk - role pulled", text) == ""


def test_an_agency_that_hires_for_itself_is_the_employer() -> None:
    text = "Thanks for coming to see us at Tolmer Search. It is a no.\n\nLee"
    sender = "Lee Garth <lee@tolmersearch.example>"
    found = _company(sender, "Trainee Consultant (our office)", text)
    assert found == "Tolmer Search"


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        (
            "UK Lindau Personal <jobs@uk-lindau.example>",
            "Es ist eine Absage.\n\nUniversitätsklinikum Lindau",
            "Universitätsklinikum Lindau",
        ),
        (
            "Recruitment DT <jobs@deptides.example>",
            "Your interview with the Department of Tides is on Monday.",
            "Department of Tides",
        ),
        (
            "Rosa <rosa@rebhof.example>",
            "The committee of Rebhof Dairy Co-op will see you on Monday.",
            "Rebhof Dairy Co-op",
        ),
        (
            "Ines <ines@tansyhill.example>",
            "The Board of Tansy Hill School has met.\n\nInes",
            "Tansy Hill School",
        ),
        (
            "Rosa Ott <r.ott@larchgrid.example>",
            "References satisfactory to Larch Grid Ltd. One of the two is not.",
            "Larch Grid Ltd",
        ),
        ("Medical Staffing <staff@larkhospital.example>",
            "Your interview is moved.\n\nMedical Staffing, Lark District Hospital",
            "Lark District Hospital",
        ),
    ],
)  # fmt: skip
def test_the_full_name_is_taken_from_where_it_stands(
    sender: str, text: str, company: str
) -> None:
    assert _company(sender, "Your application", text) == company


def test_a_long_domain_that_nothing_explains_is_no_name() -> None:
    text = "It is a no, sorry.\n\nRosa"
    found = _company("Rosa Ott <rosa@qvrexliboudrantz.example>", "Hello", text)
    assert found == ""


def test_a_domain_is_parted_before_a_word_for_what_it_does() -> None:
    text = "It is a no, sorry.\n\nRosa"
    found = _company("Rosa Ott <rosa@larchbrewery.example>", "Hello", text)
    assert found == "Larch Brewery"


CARRIER = Address("Trades Corner", "noreply@tradescorner.example")
SENT_TO = Candidate("Larch Grid", "body", 12.0)
SIGNED = Candidate("Trades Corner", "signature", 3.0)


@pytest.mark.parametrize(
    ("name", "beside", "is_so"),
    [
        ("Trades Corner", (SENT_TO, SIGNED), False),
        ("Trades Corner", (SIGNED,), True),
        ("Larch Grid", (SENT_TO, SIGNED), True),
        ("Larch Grid Ltd", (SENT_TO, SIGNED), True),
        # Whom a mail was passed to is a colleague.
        ("Trades Corner", (Candidate("Claire Adams", "body", 12.0), SIGNED), True),
    ],
)
def test_who_carries_an_application_is_refused_by_whoever_asks(
    name: str, beside: tuple[Candidate, ...], is_so: bool
) -> None:
    text = "It went to Larch Grid.\n\nTrades Corner"
    message = Message("k", "k@mail.example", None, CARRIER, "Your application", text)
    material = prepare(message, system=carrier(message))
    asked = Candidate(name, "signature", 3.0)
    assert can_employ(asked, beside=beside, material=material) is is_so


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Kev Bardram <kev@bardramtyres.example>", "Bardram Tyres"),
        ("Jörg Köhlmer <j@koehlmerdachbau.example>", "Köhlmer Dachbau"),
        ("Ida Hobdal <ida@hobdalsplantsite.example>", "Hobdals Plantsite"),
    ],
)
def test_an_owner_s_domain_parts_into_their_name_and_trade(
    sender: str, company: str
) -> None:
    found = _company(sender, "the job", "Cheers for coming in. Gone with a lad nearby.")
    assert found == company


def test_an_employer_is_found_beside_a_subject_that_is_the_title() -> None:
    text = "Nos ponemos en contacto contigo por tu candidatura a Segundo/a de sala. Queremos verte.\n\nBeatriz Sanz\nDirectora de RR. HH.\nHotel Puente del Alba"
    found = _company(
        "Beatriz Sanz <bsanz@puentedelalba.example>",
        "Segundo/a de sala: te invitamos a una entrevista",
        text,
    )
    assert found in {"Hotel Puente del Alba", "Puente del Alba"}


@pytest.mark.parametrize(
    ("sender", "ending", "company"),
    [
        ("Fennwerk <jobs@fennwerk.example>", "Birte & Hauke", "Fennwerk"),
        ("Tonhaus <jobs@tonhaus.example>", "Katja und Zibbi", "Tonhaus"),
        ("Recruiting <jobs@birtehauke.example>", "Birte & Hauke", "Birte & Hauke"),
    ],
)
def test_two_who_sign_by_given_names_are_no_firm(
    sender: str, ending: str, company: str
) -> None:
    text = f"Deine Bewerbung als Trainee ist sicher bei uns angekommen.\n\n{ending}"
    assert _company(sender, "Moin!", text) == company


def test_a_time_and_a_button_are_no_firm() -> None:
    text = "Sie sind zum Gespräch eingeladen. Freitag, 11 Uhr. Passt das?\n\nZum Fragebogen"
    found = _company("Personal <post@tolmwerk.example>", "Ihre Bewerbung", text)
    assert found in {"", "Tolmwerk"}


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        (
            "Saskia Holm <saskia@larchcare.example>",
            "The task",
            "As promised here's the little task. Fake brief attached. Could you get it back to me by"
            " Wednesday 18th?\n\nSas\n\nAttachment: Larch_SPF_brief.pdf",
        ),
        (
            "Ida Roe <ida@brack.example>",
            "Your test",
            "Please do the test attached and send it back by Friday.\n\nIda\n\nOakmere_Paper_test.docx",
        ),
    ],
)
def test_the_name_of_a_file_is_no_employer(
    sender: str, subject: str, text: str
) -> None:
    found = _company(sender, subject, text)
    assert "SPF" not in found
    assert "Oakmere" not in found
