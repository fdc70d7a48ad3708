"""What an office that pays who has no work writes, and what it and others write of a job."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Verdict
from tests.mail.rules.letters import make_message

_OFFICE = Address("Lark Jobless Benefits", "donotreply@unemployment.lark-jobs.example")


def _read(subject: str, text: str, *, sender: Address = _OFFICE) -> Verdict:
    return read_message(replace(make_message(subject, text), sender=sender)).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Your application has been received",
            "Dear IDA LARK,\n\nYour application for unemployment benefits has been received. A "
            "determination will be issued within 21 days.",
        ),
        (
            "Reemployment interview",
            "You have been selected for an interview with a reemployment specialist on Thursday, "
            "November 12 at 10:00 AM. Failure to attend may result in denial of benefits.",
        ),
        (
            "Notice",
            "You are scheduled for an interview with a re-employment counselor on November 12 at "
            "10:00 AM. If you do not attend, your benefits may be denied.",
        ),
        (
            "Fact-finding interview",
            "A telephone interview has been scheduled for November 12 at 10:00 AM about your "
            "separation from Lark Medical. Benefits may be denied if you do not take part.",
        ),
        (
            "Decision",
            "Your application for unemployment benefits has been denied because you did not earn "
            "enough wages.",
        ),
        (
            "Determination",
            "Your application for unemployment benefits has been approved. Your last employer "
            "reported your job as Billing Specialist.",
        ),
        (
            "Application received",
            "Your application for a cosmetology license has been received. We will review it "
            "within 30 days.",
        ),
        (
            "Application received",
            "Your application for the Small Business Recovery Grant has been received.",
        ),
    ],
)
def test_a_benefit_a_licence_and_a_grant_are_no_job(subject: str, text: str) -> None:
    assert _read(subject, text) in NOT_HIRING


@pytest.mark.parametrize(
    ("name", "subject", "text"),
    [
        (
            "Agentur für Arbeit",
            "Eingangsbestätigung",
            "Guten Tag Frau Lark,\n\nIhr Antrag auf Arbeitslosengeld ist eingegangen.",
        ),
        (
            "France Travail",
            "Accusé de réception",
            "Bonjour,\n\nVotre demande d'allocation chômage a bien été reçue.",
        ),
        (
            "SEPE",
            "Solicitud recibida",
            "Estimada Ida:\n\nHemos recibido su solicitud de prestación por desempleo.",
        ),
        (
            "INPS",
            "Domanda ricevuta",
            "Gentile Ida,\n\nla sua domanda di NASpI è stata ricevuta.",
        ),
        (
            "UWV",
            "Aanvraag ontvangen",
            "Beste mevrouw,\n\nWij hebben uw aanvraag voor een WW-uitkering ontvangen.",
        ),
        (
            "Urząd Pracy",
            "Wniosek",
            "Dzień dobry,\n\nPani wniosek o zasiłek dla bezrobotnych został przyjęty.",
        ),
        (
            "Segurança Social",
            "Pedido recebido",
            "Cara Ida,\n\no seu pedido de subsídio de desemprego foi recebido.",
        ),
        (
            "A-kassan",
            "Ansökan mottagen",
            "Hej Ida,\n\nVi har tagit emot din ansökan om arbetslöshetsersättning.",
        ),
        (
            "İŞKUR",
            "Başvurunuz alındı",
            "Sayın Ida Lark,\n\nİşsizlik ödeneği başvurunuz alınmıştır.",
        ),
    ],
)
def test_a_benefit_is_none_in_any_language(name: str, subject: str, text: str) -> None:
    sender = Address(name, "noreply@lark-jobs.example")
    assert _read(subject, text, sender=sender) in NOT_HIRING


_CAREERS = Address("Lark County Careers", "careers@lark-jobs.example")


@pytest.mark.parametrize(
    ("verdict", "subject", "text"),
    [
        (
            Verdict.CONFIRMATION,
            "Your application has been received",
            "Dear Ida,\n\nYour application for Unemployment Claims Examiner has been received. We "
            "will contact you if you are selected.",
        ),
        (
            Verdict.CONFIRMATION,
            "Your application",
            "Dear Ida,\n\nYour application for the Unemployment Benefits Specialist position has "
            "been received.",
        ),
        (
            Verdict.INTERVIEW,
            "Interview",
            "Dear Ida,\n\nYou have been selected for an interview for the Reemployment Specialist "
            "position on Thursday, November 12 at 10:00 AM.",
        ),
        (
            Verdict.INTERVIEW,
            "Interview with Corvane",
            "Dear Ida,\n\nCorvane would like to interview you on Thursday, November 12 at 10:00 "
            "AM. Your reemployment specialist referred you for the Claims Reviewer job.",
        ),
        (
            Verdict.REJECTION,
            "Your application",
            "Dear Ida,\n\nThank you for your interest in the Benefits Clerk position with the "
            "unemployment office. We selected another candidate.",
        ),
        (
            Verdict.CONFIRMATION,
            "Application received",
            "Dear Ida,\n\nYour application for License Examiner has been received. We will review "
            "it.",
        ),
        (
            Verdict.CONFIRMATION,
            "Grant Writer",
            "Dear Ida,\n\nYour application for Grant Writer has been received.",
        ),
        (
            Verdict.CONFIRMATION,
            "Your application",
            "Dear Ida,\n\nYour application for the Grants Manager position has been received.",
        ),
        (
            Verdict.CONFIRMATION,
            "Ihre Bewerbung",
            "Guten Tag Frau Lark,\n\nIhre Bewerbung als Sachbearbeiterin Arbeitslosengeld ist "
            "eingegangen.",
        ),
        (
            Verdict.CONFIRMATION,
            "Votre candidature",
            "Bonjour,\n\nVotre candidature au poste de gestionnaire des allocations chômage a "
            "bien été reçue.",
        ),
    ],
)
def test_a_job_at_such_an_office_is_one(
    verdict: Verdict, subject: str, text: str
) -> None:
    assert _read(subject, text, sender=_CAREERS) is verdict


def test_an_application_for_a_numbered_flat_is_none() -> None:
    text = "Hi Ida,\n\nYour application for unit 4B has been received. We review it within 3 days."
    sender = Address("Lark Court", "leasing@larkcourt.example")
    assert _read("Your application", text, sender=sender) in NOT_HIRING
