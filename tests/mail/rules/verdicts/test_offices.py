from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Verdict
from tests.mail.rules.letters import make_message


def read(
    sender: str, subject: str, text: str, *, at: str = "post@office.example"
) -> Verdict:
    message = make_message(subject, text)
    return read_message(replace(message, sender=Address(sender, at))).verdict


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (
            "Agentur für Arbeit Leipzig",
            "Sehr geehrter Herr Vale,\n\nbitte kommen Sie am 12.03.2026 um 08:45 Uhr zu mir. Ich"
            " möchte mit Ihnen über Ihr Bewerberangebot und Ihre berufliche Situation sprechen.",
        ),
        (
            "K. Sommer",
            "Sehr geehrter Herr Vale,\n\nich lade Sie zu einem Gespräch am 10.03.2026 um 10:30"
            " Uhr ein. Wir besprechen Ihren Kooperationsplan und Ihre berufliche Situation."
            "\n\nMit freundlichen Grüßen\nK. Sommer\nJobcenter Dortmund",
        ),
        (
            "Intreo Centre",
            "Dear Robin,\n\nYou are invited to an interview with your case officer on 12 March"
            " 2026 at 11.00 to discuss your jobseeker's allowance.",
        ),
        (
            "France Travail",
            "Bonjour Monsieur Vale,\n\nJe vous invite à un entretien de suivi le jeudi 12 mars à"
            " 14h00. Nous actualiserons votre projet personnalisé d'accès à l'emploi.",
        ),
        (
            "Arbetsförmedlingen",
            "Hej!\n\nVi vill boka in dig på ett telefonsamtal den 12 mars klockan 13.30 för att"
            " följa upp din handlingsplan.",
        ),
        (
            "UWV WERKbedrijf",
            "Beste Robin Vale,\n\nIk nodig u uit voor een gesprek op donderdag 12 maart om 10.00"
            " uur. We bespreken uw sollicitatieactiviteiten. Neem uw cv mee.",
        ),
        (
            "Centro per l'Impiego di Torino",
            "Gentile Robin Vale,\n\nè convocato per un colloquio di orientamento giovedì 12 marzo"
            " alle ore 10:00 per la stipula del patto di servizio personalizzato.",
        ),
        (
            "İŞKUR",
            "Sayın Robin Vale,\n\niş ve meslek danışmanınız sizi 12 Mart 2026 Perşembe günü saat"
            " 10.00'da görüşmeye davet ediyor. İşsizlik ödeneğiniz ele alınacaktır.",
        ),
        (
            "Julie Brun",
            "Bonjour Robin Vale,\n\nVous êtes convoqué à une rencontre d'évaluation de votre"
            " démarche de recherche d'emploi le jeudi 12 mars à 10 h au Centre local d'emploi de"
            " Laval.\n\nJulie Brun\nAgente d'aide à l'emploi\nServices Québec",
        ),
        (
            "Julie Brun",
            "Bonjour Robin Vale,\n\nJe vous propose une rencontre de suivi de votre démarche de"
            " recherche d'emploi le jeudi 12 mars à 14 h.\n\nJulie Brun, Services Québec",
        ),
        (
            "ORP",
            "Monsieur,\n\nNous vous convoquons à un entretien de conseil le jeudi 12 mars à"
            " 10h00.\n\nVotre conseillère ORP",
        ),
        (
            "Centro per l'impiego",
            "Gentile Robin Vale,\n\nla convochiamo per un colloquio giovedì 12 marzo alle ore 10"
            " per parlare della sua ricerca di lavoro.",
        ),
        (
            "J. de Wit",
            "Beste Robin Vale,\n\nIk nodig u uit voor een gesprek op donderdag 12 maart om 10.00"
            " uur. We bespreken hoe het zoeken naar werk gaat.\n\nJ. de Wit\nAdviseur, UWV",
        ),
        (
            "IEFP",
            "Exmo. Senhor,\n\nFica convocado para uma entrevista no dia 12 de março às 10h00,"
            " para acompanhamento da sua procura de trabalho.",
        ),
        (
            "Ann Poe",
            "Hello Robin,\n\nWe would like to meet you on Thursday, March 12 at 10 am to talk"
            " about your job search and your EI claim.\n\nAnn Poe\nService Canada",
        ),
        (
            "Kim Lo",
            "Hi Robin,\n\nCan you come in for an interview on Thursday 12 March at 10 am? We will"
            " go over your return to work plan.\n\nKim Lo, Employment counsellor",
        ),
    ],
)
def test_the_talk_of_an_office_with_people_without_work_is_no_interview(
    sender: str, text: str, is_known: bool
) -> None:
    message = make_message("Termin", text)
    message = replace(message, sender=Address(sender, "post@office.example"))
    assert read_message(message, is_known=is_known).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (
            "Agentur für Arbeit Leipzig",
            "Sehr geehrter Herr Vale,\n\nnach unserem Gespräch über Ihre berufliche Situation: der"
            " Arbeitgeber Bäckerei Krume GmbH möchte Sie kennenlernen und lädt Sie zu einem"
            " Vorstellungsgespräch als Bäcker am 12.03.2026 um 10:00 Uhr ein.",
        ),
        (
            "Jobcentre Plus",
            "Dear Robin,\n\nHarrow Foods would like to interview you for the role of warehouse"
            " operative on Thursday 12 March at 10am. It counts for your claimant commitment.",
        ),
        (
            "Maya Lowe",
            "Hi Robin,\n\nyour work coach passed me your CV, to look at with your claimant"
            " commitment. Could you come in for an interview on Thursday 12 March at 10am?"
            "\n\nMaya\nLowe Foods",
        ),
        (
            "France Travail",
            "Bonjour Monsieur Vale,\n\nL'entreprise Boulangerie Martin souhaite vous rencontrer"
            " pour un entretien d'embauche le 12 mars à 10h pour le poste de boulanger, dans le"
            " cadre de votre recherche d'emploi.",
        ),
        (
            "Arbetsförmedlingen",
            "Hej Robin,\n\nFöretaget Lundbergs Bageri vill träffa dig för en anställningsintervju"
            " torsdagen den 12 mars kl. 10.00. Skriv det i din aktivitetsrapport.",
        ),
        (
            "UWV",
            "Beste Robin,\n\nBakkerij De Korenaar wil graag kennismaken. Je bent uitgenodigd voor"
            " een sollicitatiegesprek voor de vacature bakker op donderdag 12 maart om 10.00 uur."
            " Zet het ook in je werkmap.",
        ),
    ],
)
def test_an_invitation_that_an_office_hands_on_stays_one(
    sender: str, text: str
) -> None:
    assert read(sender, "Termin", text) is Verdict.INTERVIEW


def test_an_office_that_takes_somebody_on_invites_to_an_interview() -> None:
    text = (
        "Sehr geehrte Frau Vale,\n\nvielen Dank für Ihre Bewerbung als Fachassistentin im Bereich"
        " Arbeitslosengeld. Wir laden Sie herzlich zum Vorstellungsgespräch am 12.03.2026 um"
        " 9:00 Uhr ein.\n\nAgentur für Arbeit Köln"
    )
    assert (
        read("Agentur für Arbeit Köln", "Gespräch", text, at="post@amt.example")
        is Verdict.INTERVIEW
    )


RECEIPT = "Guten Tag,\n\nIhre Unterlagen sind vollständig bei uns eingegangen. Wir melden uns in Kürze."


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("Krankenkasse Nord", RECEIPT),
        ("Finanzamt Köln-Süd", RECEIPT),
        (
            "Northern Health Insurance",
            "Dear Robin,\n\nwe have received your documents and will be in touch shortly.",
        ),
        (
            "Zorgverzekeraar Noord",
            "Beste heer Vale,\n\nwij hebben uw documenten in goede orde ontvangen. U hoort binnen"
            " twee weken van ons.",
        ),
        (
            "Försäkringskassan",
            "Hej Robin,\n\nvi har tagit emot dina handlingar. Du får svar inom två veckor.",
        ),
        (
            "Seguridad Social",
            "Estimado Robin:\n\nhemos recibido su documentación correctamente. En breve nos"
            " pondremos en contacto con usted.",
        ),
    ],
)
def test_the_receipt_of_an_insurer_or_the_like_is_ordinary_mail(
    sender: str, text: str
) -> None:
    assert read(sender, "Unterlagen", text) is Verdict.OTHER


@pytest.mark.parametrize(
    ("sender", "at", "text"),
    [
        ("Zimmerei Brett", "info@brett.example", RECEIPT),
        ("Krankenkasse Nord", "personal@kk-nord.example", RECEIPT),
        (
            "Krankenkasse Nord",
            "service@kk-nord.example",
            RECEIPT.replace("Unterlagen", "Bewerbungsunterlagen"),
        ),
        (
            "Northern Health Insurance",
            "service@nhi.example",
            "Dear Robin,\n\nthank you for your application as a claims adviser. We have received"
            " your documents and will be in touch shortly.",
        ),
    ],
)
def test_a_receipt_of_a_firm_or_of_an_insurer_that_takes_people_on_is_one(
    sender: str, at: str, text: str
) -> None:
    assert read(sender, "Unterlagen", text, at=at) is Verdict.CONFIRMATION


def test_the_receipt_of_an_insurer_that_was_applied_to_is_one() -> None:
    message = make_message("Unterlagen", RECEIPT, sender="service@krankenkasse.example")
    assert read_message(message, is_known=True).verdict is Verdict.CONFIRMATION


def test_what_an_office_says_of_the_search_is_no_no_for_sounding_like_one() -> None:
    verdict = read(
        "Tanya Brill",
        "Follow up from today",
        "Hi Robin,\n\nNice meeting you at your RESEA this morning. As discussed: 2 work search"
        " activities a week, keep the log. I attached the resume workshop calendar (next one Wed"
        " 4/1 at 1:00 p.m., optional but counts as an activity). Also the apprenticeship list, you"
        " said you already applied with Tri-Rivers.\n\nTanya Brill\nWorkforce Specialist, Carver"
        " County Job Center",
    )
    assert verdict is Verdict.OTHER


COACH = "Dear Robin,\n\n{}\n\nMira Stone\nWork Coach, Jobcentre Plus"
VERMITTLERIN = "Sehr geehrter Herr Vale,\n\n{}\n\nMira Stein\nAgentur für Arbeit Erlau"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Vacancy you may like: Warehouse Operative, Elmbridge",
            COACH.format(
                "As we discussed, here is a vacancy on Find a Job: Warehouse Operative, "
                "Elmbridge, 40 hours. Please apply and tell me how it went at your next review."
            ),
        ),
        (
            "Warehouse Operative, Elmbridge",
            COACH.format(
                "I have found this vacancy for you: Warehouse Operative, Elmbridge. Please "
                "apply by Friday and note it in your journal."
            ),
        ),
        (
            "Stellenangebot",
            VERMITTLERIN.format(
                "anbei ein Stellenangebot für Sie: Lagerhelfer in Erlau, Vollzeit. Bitte "
                "bewerben Sie sich umgehend und teilen Sie mir das Ergebnis mit."
            ),
        ),
    ],
)
def test_an_opening_that_an_office_points_to_is_no_offer_and_no_no(
    subject: str, text: str
) -> None:
    assert read("Mira Stone", subject, text) is Verdict.OUTREACH


@pytest.mark.parametrize(
    "text",
    [
        "Elmbridge Stores have told us that they have decided not to progress your application "
        "for Warehouse Operative. Please apply for the others on your list.",
        "Elmbridge went with one of their own lads in the end, sorry. Please apply for the others.",
    ],
)
def test_a_no_that_an_office_hands_on_stays_one(text: str) -> None:
    text = COACH.format(text)
    assert read("Mira Stone", "Warehouse Operative", text) is Verdict.REJECTION


_JAKOB = (
    "Liebe Frau Vale,\n\nFrau Doktor ist am 15.12. auf Fortbildung, wir müssen Jakobs Termin "
    "leider verschieben. Ginge es am Donnerstag, 18.12., um 15:15 Uhr?{}\n\nOrdination Dr. Larch"
)


def test_a_practice_moves_a_patients_day() -> None:
    desk = "ordination@zahn-larch.example"
    told = read(
        "Ordination Dr. Larch", "Terminverschiebung", _JAKOB.format(""), at=desk
    )
    assert told is Verdict.OTHER


def test_a_practice_that_speaks_of_the_work_invites() -> None:
    text = _JAKOB.format(" Wir freuen uns auf das Vorstellungsgespräch mit Ihnen.")
    told = read("Ordination Dr. Larch", "Ihre Bewerbung", text)
    assert told is Verdict.INTERVIEW


def test_a_dentist_in_person_moves_a_talk() -> None:
    text = (
        "Liebe Frau Vale,\n\nMittwoch passt mir gut. Sagen wir Viertel nach eins? Frau Stolle "
        "wird auch dabei sein, die kann Ihnen den Alltag bei uns am besten schildern."
        "\n\nDr. Almut Larch"
    )
    at = "praxis@zahnarzt-larch.example"
    told = read("Dr. med. dent. Almut Larch", "Re: Re: Termin", text, at=at)
    assert told is Verdict.INTERVIEW
