"""What is no title of the opening: papers, halves of titles, a reader's own work, an advert."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.extract import extract_facts
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.facts.systems import NO_SYSTEM
from onward.mail.rules.facts.titles.nobodys import is_on_paper
from onward.mail.rules.facts.titles.role import is_no_title
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message


def _mail(subject: str, text: str, *, sender: Address | None = None) -> Message:
    return Message(
        key="k",
        message_id="k@mail.example",
        sent_at=None,
        sender=sender or Address("Human Resources", "hr@tarnwood.example"),
        subject=subject,
        text=text,
    )


def title(subject: str, text: str, *, sender: Address | None = None) -> str:
    message = _mail(subject, text, sender=sender)
    return extract_facts(message, system=carrier(message)).role


@pytest.mark.parametrize(
    "paper",
    [
        "die abgeschlossene Ausbildung zum Bankkaufmann",
        "eine abgeschlossene Berufsausbildung als Bankkauffrau",
    ],
)
def test_a_trade_that_papers_are_asked_for_is_not_the_opening(paper: str) -> None:
    text = f"Für die Beratung setzen wir {paper} voraus. Ich muss Ihnen daher absagen."
    material = prepare(_mail("Ihre Bewerbung", text), system=NO_SYSTEM)
    assert is_on_paper(paper.rpartition(" ")[2], material=material)


def test_an_advert_is_no_title_and_the_line_below_it_is() -> None:
    text = (
        "Sehr geehrter Herr Böhm,\n\nIhre Online-Bewerbung auf das Stellenangebot\n\n"
        "Sachbearbeiter/-in Vermessung\nKennung: TAR-2021-07\n"
        "Behörde: Landesamt für Vermessung Tarnau\n\nist am 11.09.2021 eingegangen.\n\n"
        "Mit freundlichen Grüßen"
    )
    sender = Address("Interamt", "noreply@interamt.de")
    subject = "Eingangsbestätigung zu Ihrer Bewerbung TAR-2021-07"
    assert is_no_title("Stellenangebot")
    assert title(subject, text, sender=sender).startswith("Sachbearbeiter/-in")


def test_an_assistant_to_somebody_is_neither_of_the_two() -> None:
    text = (
        "Good morning,\n\nCongratulations, you have been shortlisted for the Executive Assistant to the "
        "Deputy Secretary role (ref 4471).\n\nThe panel would like to invite you to an interview on "
        "Tuesday 14 May at 1.40pm. Please let us know the names of two referees, one being your "
        "current supervisor.\n\nKind regards\nRecruitment Services\nTarnwood Parks"
    )
    subject = "Interview - Executive Assistant to the Deputy Secretary (ref 4471)"
    assert title(subject, text) == "Executive Assistant to the Deputy Secretary"


def test_what_a_network_calls_the_reader_is_not_the_opening() -> None:
    text = (
        "Ida Roe\nNurse Recruitment\n\nHi Orla,\n\nI'm recruiting for a large hospital that's after "
        "Clinical Nurse Specialists. Any interest at all in hearing more?\n\nIda\n\nReply\n"
        "This email was intended for Orla Brennan (Senior Staff Nurse). "
        "You are receiving InMail notification emails. Unsubscribe"
    )
    sender = Address("Ida Roe via LinkedIn", "inmail-hit-reply@linkedin.com")
    assert "Senior Staff Nurse" not in title(
        "InMail: Opportunity in nursing", text, sender=sender
    )


def test_what_a_network_calls_a_writer_is_not_the_opening() -> None:
    text = (
        "You have 1 new message\n\nPetra Novak\nTech Recruiter at Stackmoor\n\nHi Uwe, came across your "
        "profile. My client is hiring, fully remote. Would you be open to a chat?"
    )
    sender = Address("LinkedIn", "inmail-hit-reply@linkedin.com")
    assert title("New InMail: Rust devs wanted", text, sender=sender) == ""


def test_a_writer_who_signs_with_pronouns_signs_with_their_own_title() -> None:
    text = (
        "Hi Orla,\n\nI wanted to let you know where things are with Director of Clinical Operations, "
        "because I said you'd have an answer by today. Thank you for your patience.\n\nWarmly,\nIda\n\n"
        "Ida Roe (she/her)\nSenior Talent Partner | Tarnwood Health"
    )
    sender = Address("Ida Roe", "ida.roe@tarnwoodhealth.example")
    found = title("Quick update", text, sender=sender)
    assert found == "Director of Clinical Operations"


@pytest.mark.parametrize(
    ("subject", "text", "found"),
    [
        (
            "Regarding your application (Panel Assembler / 2nd shift)",
            "Mr. Roe,\n\nWe have reviewed your application for Panel Assembler / 2nd shift and have "
            "elected to pursue other candidates.\n\nHR Department\nTarnwood Industries",
            "Panel Assembler / 2nd shift",
        ),
        (
            "Danke, deine Unterlagen sind da",
            "Hallo Mira,\n\nvielen Dank für deine Bewerbung als Illustrator*in / Grafiker*in!\n\n"
            "Wir melden uns bei dir.\n\nViele Grüße\nDein Tannwald-Team",
            "Illustrator*in / Grafiker*in",
        ),
        (
            "Kommst du zu uns?",
            "Hallo Marina,\n\nim Herbst eröffne ich den zweiten Laden. Dafür suche ich eine/n "
            "Hörakustiker/in als Filialleitung und habe sofort an dich gedacht.\n\nLG Uwe",
            "Hörakustiker/in",
        ),
        (
            "Dürfen wir uns vorstellen?",
            "Guten Tag Frau Roe\n\nWir dürfen das Spital bei der Suche nach einer Fachperson "
            "Operationstechnik HF unterstützen. Ihr Profil auf XING hat uns angesprochen.\n\nDürfen wir Sie "
            "diese Woche kurz anrufen?\n\nFreundliche Grüsse\nSara Linth",
            "Fachperson Operationstechnik HF",
        ),
        (
            "Leiter/in Finanzen 80-100% / Ihre Bewerbung",
            "Guten Tag Frau Roe\n\nWir haben uns für eine interne Lösung entschieden. Damit fällt Ihre "
            "Kandidatur für uns leider ausser Betracht.\n\nFreundliche Grüsse\nRegula Linth",
            "Leiter/in Finanzen",
        ),
    ],
)
def test_a_title_is_read_whole(subject: str, text: str, found: str) -> None:
    assert read_message(_mail(subject, text)).role == found
