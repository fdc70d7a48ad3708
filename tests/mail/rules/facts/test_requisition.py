from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.extract import Facts, extract_facts
from onward.mail.rules.facts.requisition import (
    find_requisition,
    is_other_number,
    requisition_key,
    without_label,
)
from onward.mail.rules.types import Address, Message


@pytest.mark.parametrize(
    ("subject", "body", "number"),
    [
        ("Application R-12345 Analyst", "", "R-12345"),
        ("JR001234 Analyst", "", "JR001234"),
        ("Analyst (REQ-2024-001)", "", "REQ-2024-001"),
        ("", "Job ID: 12345", "12345"),
        ("", "Requisition # 88-1", "88-1"),
        ("", "Job reference: 377-2211-A&C", "377-2211-A&C"),
        ("", "Kennziffer 47/2025", "47/2025"),
        ("", "Referenznummer: AB-991", "AB-991"),
        ("", "Stellen-ID: 2231", "2231"),
        ("", "Announcement Number: NV-12677310-25-DE", "NV-12677310-25-DE"),
        ("Analyst (Ref: JL/WH/224)", "", "JL/WH/224"),
        ("Analyst - 51233 - received", "", "51233"),
        ("Analyst (#51233)", "", "51233"),
        ("51233 - Analyst", "Job ID: 7781", "7781"),
        ("RU-LAW-18: Outcome", "", "RU-LAW-18"),
        ("ML/2026/041", "", "ML/2026/041"),
        ("Ausschreibung BfGS 12/26", "", "BfGS 12/26"),
        ("LKO 17-26: Abbruch des Verfahrens", "", "LKO 17-26"),
        ("Ref DRW/2291/26 - acknowledgement", "", "DRW/2291/26"),
        ("", "auf die Ausschreibung BIS 77-26 (Juristin)", "BIS 77-26"),
        ("Interview - Req-3307", "", "Req-3307"),
        ("", "Book your interview - Ref NF-7780", "NF-7780"),
        ("Clerk - Ref PT/JAN", "", "PT/JAN"),
        ("", "the Payroll Clerk role (Ref 5521/MW)", "5521/MW"),
        ("Client interview - Ref 47-QA", "", "47-QA"),
        ("", "the post of Archivist (part time), competition number 022417", "022417"),
        ("", "Announcement: DRW-2210-AB-24-KT", "DRW-2210-AB-24-KT"),
        ("", "the position of Cashier - Full Time 40 Hrs (1900318M).", "1900318M"),
        ("", "Re: Auditor, Grade 7/8 - 0000C7QD", "0000C7QD"),
    ],
)
def test_numbers_of_openings_are_found(subject: str, body: str, number: str) -> None:
    assert find_requisition(subject, body=body) == number


@pytest.mark.parametrize(
    "body",
    [
        "Your application ID is 99812345",
        "Bewerbungsnummer: 118822",
        "Security code: 448812",
        "Meeting ID: 8812 3345",
        "on 12.03.2025 at 10:00",
        "Reference: your call of 2025",
        "Phone: 030 1234567",
        "in 2025 and 2026",
        "position 3 of 5",
        "Ausschreibung KW 17-18",
        "reference UTC/GMT-2 and ISO-9001",
    ],
)
def test_other_numbers_are_not(body: str) -> None:
    assert find_requisition("", body=body) == ""


@pytest.mark.parametrize(
    ("subject", "body", "role"),
    [
        ("Bewerbungsnummer 2026-0381: Sachstand", "", ""),
        ("Your application", "as Analyst (application number R-20381)", "Analyst"),
        ("Analyst (#51233)", "Your candidate number: 51233", ""),
    ],
)
def test_an_applicants_own_number_is_none_wherever_else_it_stands(
    subject: str, body: str, role: str
) -> None:
    assert find_requisition(subject, body=body, role=role) == ""


@pytest.mark.parametrize(
    "body",
    [
        "applied for Clerk (10562) at Acme",
        "applied for Clerk - 10562 today",
        "applied for 10562 Clerk",
    ],
)
def test_a_number_beside_the_title_is_the_openings(body: str) -> None:
    assert find_requisition("", body=body, role="Clerk") == "10562"


def test_a_year_beside_the_title_is_a_year() -> None:
    assert (
        find_requisition("Graduate 2026", body="Graduate 2026", role="Graduate") == ""
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("REQ-0012", "req 12"), ("R-12345", "12345"), ("JR001234", "1234"), ("#77", "77")],
)
def test_numbers_are_compared_without_their_marks(one: str, other: str) -> None:
    assert requisition_key(one) == requisition_key(other)


def test_different_numbers_stay_different() -> None:
    assert requisition_key("51-2025/07") != requisition_key("51-2025/08")


@given(st.text(max_size=80), st.text(max_size=200), st.text(max_size=20))
def test_any_text_gives_one_number_or_none(subject: str, body: str, role: str) -> None:
    number = find_requisition(subject, body=body, role=role)
    assert number == "" or any(c.isdigit() for c in number)
    assert " " not in number


@pytest.mark.parametrize(
    ("body", "role", "code"),
    [
        ("as Customs Declarant (EL-40) on Friday", "Customs Declarant", "EL-40"),
        ("for Branch Manager, HBS2310. We are", "Branch Manager", "HBS2310"),
        ("the vacancy 118-PO-11 Podiatrist is", "Podiatrist", "118-PO-11"),
        ("as Assistant, 20 hours a week", "Assistant", ""),
    ],
)
def test_a_short_code_beside_the_title_is_the_opening(
    body: str, role: str, code: str
) -> None:
    assert find_requisition("Your application", body=body, role=role) == code


@pytest.mark.parametrize(
    "subject",
    ["Teacher, Years 3-4", "COVID-19: interview moved", "TV-L 13", "Call, 2-3pm"],
)
def test_what_looks_like_a_code_is_not_always_one(subject: str) -> None:
    assert find_requisition(subject, body="") == ""


@pytest.mark.parametrize(
    ("subject", "body", "role"),
    [
        ("Results: Clerk (GS-0318-05)", "Position: Clerk, GS-0318-05", "Clerk"),
        ("Clerk (Grade 9/10)", "Your application as Clerk, Grade 9/10", "Clerk"),
        ("Clerk, Band 3/401", "", "Clerk"),
        ("Status: Received – Forestry Aid GS-0462-03", "", ""),
        ("Your application", "the Clerk APS6, Regional Water", "Clerk"),
        ("Interview", "confirms your panel interview for the APS6 Clerk", "Clerk"),
        ("Opportunity", "for Clerk - Exp: 6-100 yrs", "Clerk"),
        ("Control Room Officer (999/101)", "", "Control Room Officer"),
    ],
)
def test_what_is_paid_or_called_in_need_is_no_number_of_an_opening(
    subject: str, body: str, role: str
) -> None:
    assert find_requisition(subject, body=body, role=role) == ""


def test_a_title_that_was_read_with_its_number_still_has_it() -> None:
    body = "Thank you for applying for Boat Builder (7KR22) with us."
    role = "Boat Builder, 7KR22"
    assert find_requisition("Receipt: Boat Builder", body=body, role=role) == "7KR22"


def _read(subject: str, text: str) -> Facts:
    message = Message(
        key="a",
        message_id="a@tarnwood.example",
        subject=subject,
        sender=Address("HR", "hr@tarnwood.example"),
        sent_at=None,
        text=text,
    )
    return extract_facts(message, system=carrier(message))


def test_a_pay_grade_is_no_number_however_sure_the_finder_is() -> None:
    text = (
        "Dear Orla,\n\nThis refers to your application for the position below:\n\n"
        "Position: Records Clerk, GS-0305-04\nAgency: Bureau of Tarnwood Mills\n"
        "Announcement number: 23-5518\n\nYou have been found eligible."
    )
    subject = "Notification of results: 23-5518 Records Clerk (GS-0305-04)"
    assert _read(subject, text).requisition == "23-5518"


def test_the_title_that_is_settled_on_may_have_the_number_beside_it() -> None:
    text = (
        "Hello Keisha,\n\nYou're scheduled for a phone interview!\n\n"
        "Position: Patient Access Representative (3381)\nRecruiter: Wen Ito\n"
        "Date and time: Tuesday, May 9, 11:00 AM\n\nBe well,\nTarnwood Health"
    )
    facts = _read("Your telephone interview with Tarnwood Health", text)
    assert facts.requisition == "3381"


@pytest.mark.parametrize("code", ["GA-2", "KWP12", "SM/T/3", "CLS/AC"])
def test_a_short_code_in_brackets_behind_the_title_is_read(code: str) -> None:
    body = f"Your application for Clerk ({code}) is here."
    assert find_requisition("", body=body, role="Clerk") == code


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Kennziffer 07/2026", "07/2026"),
        ("Job-ID: 4411", "4411"),
        ("Reference AB-12", "AB-12"),
        ("REQ-12", "REQ-12"),
        ("Reference", "Reference"),
    ],
)
def test_what_a_number_is_called_is_no_part_of_it(written: str, number: str) -> None:
    assert without_label(written) == number
    assert requisition_key(written) == requisition_key(number)


@pytest.mark.parametrize(
    ("subject", "body", "number"),
    [
        ("Your application JR-00123", "Application number: JR-00123-7781", "JR-00123"),
        ("Analyst (REQ-104)", "Application ID: REQ-1047", "REQ-104"),
        ("Kennziffer 2026/14", "Bewerbungsnummer: 2026/1402", "2026/14"),
    ],
)
def test_a_number_with_which_an_applicants_begins_is_still_the_openings(
    subject: str, body: str, number: str
) -> None:
    assert find_requisition(subject, body=body) == number


def test_the_year_of_a_programme_is_no_number_of_it() -> None:
    body = "Your answers are part of your application for the Risk Graduate Programme 2027."
    assert find_requisition("", body=body, role="Risk Graduate Programme") == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("3/12/2025", "Mit Beschluss vom 3/12/2025 wurde sie widerrufen."),
        ("2025/26", "Chef de Partie, Winter 2025/26"),
        ("CH-9400", "Hotel Lark\nCH-9400 Tolmau"),
    ],
)
def test_a_day_a_season_and_a_place_are_no_number_of_an_opening(
    number: str, said: str
) -> None:
    assert is_other_number(number, subject="", body=said)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("2025/26", "Kennziffer: 2025/26"),
        ("2025/31", "Stelle 2025/31"),
        ("011-4/2025", "Zl. 011-4/2025"),
        ("11-3/2024", "Auswahlverfahren 11-3/2024"),
        ("REQ-9400", "REQ-9400"),
    ],
)
def test_what_is_called_the_openings_number_is_one(number: str, said: str) -> None:
    assert not is_other_number(number, subject="", body=said)


@pytest.mark.parametrize(
    "label",
    [
        *("Req-ID ", "Req-ID: ", "REQ ID ", "Req. ID ", "Job-ID ", "Job ID: "),
        *("Ref. ", "ref.", "Ref: ", "Kennziffer ", "Vacancy ID ", "Position ID "),
        *("réf. ", "Réf : ", "Référence ", "N° de poste ", "Numéro d'offre "),
        *("Stellen-Nr. ", "Referenz-Nr.: ", "Anzeigen-ID ", "Vacature-ID "),
        *("Nr ref. ", "İlan No ", "Ref nr ", "Annons-ID ", "Rif. "),
        *("Código da vaga ", "Código de la oferta: ", "Requisition ID: ", "Posting "),
    ],
)
def test_no_label_is_part_of_a_number(label: str) -> None:
    assert without_label(f"{label}20418") == "20418"
    # One that was stored with the word meets those without.
    assert requisition_key(f"{label}20418") == requisition_key("20418")


@pytest.mark.parametrize(
    "number",
    [
        *("R-118204", "JR001234", "REQ-0012", "BfGS 12/26", "RU-LAW-18", "R 12345"),
        *("ML/2026/041", "MCC/4602", "REF-A12", "PN2026-4", "Refurb-204", "Folio123"),
        *("P-4455", "LKO 17-26", "Edital-12", "BIS 77-26"),
    ],
)
def test_letters_of_a_number_stay(number: str) -> None:
    assert without_label(number) == number


@pytest.mark.parametrize(
    ("receipt", "subject"),
    [
        ("Req-ID 20418", "Ihre Bewerbung bei Hagedorn - Req-ID 20418"),
        ("Req-ID: 20418", "Ihre Bewerbung bei Hagedorn - 20418"),
        ("REQ-ID 20418", "Ihre Bewerbung bei Hagedorn (Req ID 20418)"),
        ("Anzeigen-ID 20418", "Ihre Bewerbung bei Hagedorn - Anzeigen-ID 20418"),
        ("Stellennr. 20418", "Ihre Bewerbung bei Hagedorn - Stellennr. 20418"),
        ("İlan No 20418", "Ihre Bewerbung bei Hagedorn - 20418"),
    ],
)
def test_a_receipt_and_a_no_have_one_number(receipt: str, subject: str) -> None:
    first = (
        "Guten Tag,\n\nwir haben Ihre Bewerbung für die Position Lagerist (m/w/d) - Markt Günthersdorf"
        f" ({receipt}) erhalten. Vielen Dank."
    )
    last = (
        "Guten Tag,\n\nfür die Position Lagerist (m/w/d) - Markt Günthersdorf haben wir uns für einen anderen"
        " Bewerber entschieden."
    )
    found = [
        extract_facts(message, system=carrier(message)).requisition
        for message in (_of_hagedorn("Eingang", first), _of_hagedorn(subject, last))
    ]
    assert found == ["20418", "20418"]


def _of_hagedorn(subject: str, text: str) -> Message:
    return Message(
        key="k",
        message_id="k@hagedorn.example",
        sent_at=None,
        sender=Address("Hagedorn Karriere", "noreply@karriere.hagedorn.example"),
        subject=subject,
        text=text,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Your interview is scheduled for 11/24/26 1:30 PM EST.",
        "Your interview is on 11/24/26.",
        "We received it on 3/5/26 at our office.",
        "Interview: Tue, 11/24/26",
    ],
)
def test_a_day_in_short_numbers_is_none_of_an_opening(text: str) -> None:
    number = next(word.strip(".,") for word in text.split() if word.count("/") == 2)
    assert is_other_number(number, subject="Interview", body=text)


@pytest.mark.parametrize(
    "text", ["Our file 11/24/26 is open.", "Ihre Bewerbung, Kennziffer 03/26/17"]
)
def test_short_numbers_of_no_day_may_be_one(text: str) -> None:
    number = next(word.strip(".,") for word in text.split() if word.count("/") == 2)
    assert not is_other_number(number, subject="Interview", body=text)
