from __future__ import annotations

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict


def _message(name: str, address: str, *, subject: str, text: str) -> Message:
    return Message(
        key="k",
        message_id="1@mail.example",
        sent_at=None,
        sender=Address(name, address),
        subject=subject,
        text=text,
    )


def test_a_receipt_is_read_whole() -> None:
    reading = read_message(
        _message(
            "Quarry Bay Careers",
            "no-reply@greenhouse.io",
            subject="Thank you for applying to Quarry Bay",
            text="We have received your application for the Data Analyst position"
            " (R-10442) at Quarry Bay and will review it.",
        )
    )
    assert reading.verdict == Verdict.CONFIRMATION
    assert reading.because
    assert reading.language == "en"
    assert (reading.company, reading.role) == ("Quarry Bay", "Data Analyst")
    assert (reading.requisition, reading.system) == ("R-10442", "Greenhouse")
    assert not reading.accepts_replies
    assert reading.contact == Address()


def test_mail_about_something_else_leaves_no_facts() -> None:
    reading = read_message(
        _message(
            "Anna Lind",
            "anna.lind@acme.example",
            subject="Lunch?",
            text="The position of the sun at Acme Beach is fine. Tomorrow at noon?",
        )
    )
    assert reading.verdict == Verdict.OTHER
    assert (reading.company, reading.role, reading.contact) == ("", "", Address())


def test_a_relay_is_not_a_system() -> None:
    reading = read_message(
        _message(
            "Quarry Bay",
            "jobs@mailgun.org",
            subject="We received your application",
            text="Thank you for applying for the Clerk position at Quarry Bay.",
        )
    )
    assert reading.system == ""
    assert reading.company == "Quarry Bay"


def test_what_comes_back_undelivered_is_no_answer_of_an_employer() -> None:
    reading = read_message(
        _message(
            "Mail Delivery Subsystem",
            "mailer-daemon@mx.person.example",
            subject="Undelivered mail returned to sender",
            text="I'm sorry to inform you that your message could not be delivered. "
            "Subject: Application for Site Administrator. Your application was rejected.",
        )
    )
    assert (reading.verdict, reading.company) == (Verdict.OTHER, "")


def test_an_absence_note_is_no_receipt() -> None:
    reading = read_message(
        _message(
            "Pat Moss",
            "pat.moss@quarry.example",
            subject="Automatic reply: Application, Site Administrator",
            text="I'm on annual leave, back on 7 December. For urgent matters Jo helps.",
        )
    )
    assert reading.verdict == Verdict.OTHER


def test_a_job_centres_suggestion_is_no_offer() -> None:
    reading = read_message(
        _message(
            "Agentur für Arbeit",
            "noreply@arbeitsagentur.de",
            subject="Vermittlungsvorschlag: Verwaltungsfachkraft",
            text="Sehr geehrte Frau Brandt,\n\nich schlage Ihnen folgende Stelle vor: "
            "Verwaltungsfachkraft (m/w/d), Arbeitgeber: Quillmoor gGmbH, Arbeitsort: "
            "Celle. Bitte bewerben Sie sich umgehend schriftlich und teilen Sie uns das "
            "Ergebnis bis zum 22.05.2026 mit.\n\nAgentur für Arbeit Celle",
        )
    )
    assert reading.verdict in {Verdict.OUTREACH, Verdict.AMBIGUOUS}
