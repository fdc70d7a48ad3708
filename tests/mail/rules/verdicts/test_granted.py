"""What an office grants is applied for in the words of hiring; an office that hires names the job."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Address, Verdict
from tests.mail.rules.letters import make_message


def read(sender: str, subject: str, text: str) -> Verdict:
    message = make_message(subject, text)
    sent = replace(message, sender=Address(sender, "noreply@office.example"))
    return read_message(sent).verdict


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        (
            "Larkin County Treasurer",
            "Homestead exemption application",
            "Your application for the homestead exemption was received on 10/29/2026. You will be"
            " notified of the decision by mail.",
        ),
        (
            "Ohio BMV",
            "Application received",
            "Your application for a disability placard has been received. You will be notified of the"
            " decision by mail.",
        ),
        (
            "Larkin County Building Dept",
            "Permit application",
            "Your application for a fence permit was received on 10/29/2026.",
        ),
        (
            "SNAP Benefits",
            "Application received",
            "Your application for SNAP benefits has been received. You will be"
            " notified of the decision.",
        ),
        (
            "Larkin County JFS",
            "Your SNAP application",
            "Dear Ida Vale,\n\nYour phone interview for SNAP benefits is scheduled for Thursday,"
            " October 15 at 10:00 AM. Have your papers ready.",
        ),
        (
            "Medicaid",
            "Notice",
            "Your application for Medicaid was denied because your income exceeds the limit. You may"
            " request a hearing.",
        ),
        (
            "Columbus Metro Housing",
            "Voucher interview",
            "Your eligibility interview for the Housing Choice Voucher is scheduled for 12/8/2026 at"
            " 2:00 PM. Your application will be closed if you do not attend.",
        ),
        (
            "Home Office",
            "Citizenship",
            "Your interview for British citizenship is on 12 March at 10am. Bring your passport.",
        ),
        (
            "Stadt Rabenau",
            "Ihr Antrag",
            "Ihr Antrag auf Wohngeld ist bei uns eingegangen. Bitte reichen Sie die fehlenden"
            " Unterlagen nach.",
        ),
        (
            "Stadt Rabenau",
            "Einbürgerung",
            "Wir haben Ihr Gesuch um Einbürgerung geprüft und laden Sie zum Gespräch ein: Mittwoch,"
            " 11. November, 14.30 Uhr, Zimmer 12.",
        ),
        (
            "Préfecture du Rhône",
            "Entretien de naturalisation",
            "Madame, suite à votre demande de naturalisation, vous êtes convoquée à un entretien le"
            " jeudi 12 novembre à 10h.",
        ),
        (
            "Caf du Rhône",
            "Votre demande",
            "Nous avons bien reçu votre demande d'allocation logement. Votre dossier est en cours"
            " d'étude.",
        ),
        (
            "Comune di Lodi",
            "Domanda ricevuta",
            "Abbiamo ricevuto la sua domanda di assegno unico. La informeremo dell'esito.",
        ),
        (
            "Gemeente Zuid",
            "Uw aanvraag",
            "Wij hebben uw aanvraag voor een parkeervergunning ontvangen. U hoort binnen vier weken"
            " van ons.",
        ),
        (
            "Urząd Miasta",
            "Wniosek",
            "Otrzymaliśmy Pani wniosek o zasiłek rodzinny. O decyzji poinformujemy listownie.",
        ),
        (
            "Câmara Municipal",
            "Pedido recebido",
            "Recebemos o seu pedido de autorização de residência. Será informada da decisão.",
        ),
        (
            "Kommunen",
            "Din ansökan",
            "Vi har tagit emot din ansökan om bostadsbidrag. Du får besked inom fyra veckor.",
        ),
        (
            "Nüfus Müdürlüğü",
            "Vatandaşlık başvurusu",
            "Vatandaşlık başvurunuz alınmıştır. 12 Kasım Perşembe saat 10.00'da görüşmeye davetlisiniz.",
        ),
    ],
)
def test_what_an_office_grants_is_no_job(sender: str, subject: str, text: str) -> None:
    assert read(sender, subject, text) in NOT_HIRING


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (
            "OhioMeansWork Center Larkin County",
            "Dear Ida Vale,\n\nYou have been selected for the Reemployment Services and Eligibility"
            " Assessment program. Your interview is scheduled for Tuesday, 9/1/2026 at 1:30 PM at the"
            " OhioMeansWork Center, 1111 E Broad St. Failure to attend may affect your benefits. Bring"
            " your resume and work search log.",
        ),
        (
            "American Job Center",
            "Your RESEA interview is scheduled for Tuesday, 11/24 at 1:30 PM. Bring your work search"
            " log.",
        ),
        (
            "Workforce Center",
            "Your interview is scheduled for Tuesday, September 1 at 1:30 PM at the center. Failure to"
            " attend may affect your benefits. Bring your resume.",
        ),
    ],
)
def test_the_review_of_somebody_without_work_is_no_interview(
    sender: str, text: str
) -> None:
    assert read(sender, "RESEA appointment - mandatory", text) in NOT_HIRING


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        (
            "Larkin County Treasurer",
            "Deputy clerk interview",
            "Dear Ida, we would like to interview you for the deputy clerk position in the homestead"
            " exemption office on Tuesday, December 1 at 11 am.",
        ),
        (
            "Larkin County JFS",
            "Interview: SNAP Eligibility Specialist",
            "Dear Ida, your interview for the SNAP Eligibility Specialist position is scheduled for"
            " Thursday, October 15 at 10:00 AM.",
        ),
        (
            "Columbus Metro Housing",
            "Housing Voucher Coordinator",
            "Dear Ida, thank you for applying. Your interview is scheduled for 12/8/2026 at 2:00 PM.",
        ),
        (
            "Larkin County Building Dept",
            "Permit Technician",
            "Dear Ida, we would like to interview you for permit technician on Tuesday, December 1 at"
            " 11 am.",
        ),
        (
            "OhioMeansWork Center",
            "Interview with Cedar Hollow Hospital",
            "Hi Ida, Cedar Hollow Hospital would like to interview you for the medical biller job on"
            " Tuesday, December 1 at 11 am.",
        ),
        (
            "Stadt Rabenau",
            "Vorstellungsgespräch",
            "Wir laden Sie zum Vorstellungsgespräch als Sachbearbeiterin Einbürgerung ein: Mittwoch,"
            " 11. November, 14.30 Uhr, Zimmer 12.",
        ),
        (
            "Stadt Rabenau",
            "Fachstelle Ergänzungsleistungen",
            "Vielen Dank für Ihre Bewerbung. Gerne laden wir Sie zum Gespräch ein: Mittwoch, 11."
            " November, 14.30 Uhr.",
        ),
        (
            "Mairie de Lyon",
            "Entretien",
            "Madame, suite à votre candidature au poste d'instructrice des permis de construire, nous"
            " vous invitons à un entretien le jeudi 12 novembre à 10h.",
        ),
        (
            "Comune di Lodi",
            "Colloquio",
            "Gentile Ida, La invitiamo al colloquio di lavoro per l'ufficio cittadinanza giovedì 12"
            " novembre alle ore 10.",
        ),
        (
            "Gemeente Zuid",
            "Sollicitatiegesprek",
            "Beste Ida, graag nodigen we je uit voor een sollicitatiegesprek voor de functie medewerker"
            " parkeervergunningen op donderdag 12 november om 10 uur.",
        ),
        (
            "Kommunen",
            "Intervju",
            "Hej Ida! Vi vill träffa dig på intervju för tjänsten som handläggare av bostadsbidrag"
            " torsdag den 12 november kl. 10.",
        ),
    ],
)
def test_an_office_that_hires_is_read(sender: str, subject: str, text: str) -> None:
    said = read(sender, subject, text)
    assert said in {Verdict.INTERVIEW, Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    "text",
    [
        "Your application for Eligibility Specialist (Medicaid) was received on 10/29/2026.",
        "Thank you for applying for the Passport Agent position. We have received your application.",
    ],
)
def test_nor_is_its_receipt_lost(text: str) -> None:
    assert read("Larkin County", "Application received", text) is Verdict.CONFIRMATION


def test_nor_its_no() -> None:
    text = "Your application for Building Permit Clerk was not successful on this occasion."
    assert read("Larkin County", "Your application", text) in ENDINGS


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (
            "Jo Lamm (Snap)",
            "Hi Ida, your interview for Snap is scheduled for Thursday, October 15 at 10:00 AM.",
        ),
        (
            "Jo Lamm (Heap)",
            "Hi Ida, we would like to interview you for Heap on Thursday, October 15 at 10:00 AM.",
        ),
        (
            "Passport Labs",
            "Hi Ida, your interview for Passport is scheduled for Thursday, October 15 at 10 AM.",
        ),
    ],
)
def test_a_firm_called_like_a_benefit_is_read(sender: str, text: str) -> None:
    assert read(sender, "Interview", text) is Verdict.INTERVIEW
