"""What is said of a flat that somebody applied for is ordinary mail; what a housing company says to who applies there is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Address, Verdict
from tests.mail.rules.letters import make_message

_NO = "Leider müssen wir Ihnen mitteilen, dass wir uns für eine andere Bewerberin entschieden haben."


def read(sender: str, subject: str, text: str, *, is_known: bool = False) -> Verdict:
    message = make_message(subject, text)
    message = replace(message, sender=Address(sender, "post@homes.example"))
    return read_message(message, is_known=is_known).verdict


_OF_FLATS = [
    (
        "Wartgut Immobilien AG",
        "Re: Bewerbung 3.5-Zimmer-Wohnung Tösstalstrasse 40",
        f"Vielen Dank für Ihre Bewerbung und das Interesse an unserem Objekt. {_NO}",
    ),
    (
        "Wartgut Immobilien AG",
        "Ihre Bewerbung",
        f"Vielen Dank für Ihre Bewerbung um das Mietobjekt. {_NO}",
    ),
    (
        "Wartgut Immobilien AG",
        "Ihre Bewerbung: 4.5-Zimmerwohnung",
        f"Vielen Dank für Ihre Bewerbung. {_NO}",
    ),
    (
        "Wartgut Immobilien AG",
        "3.5-Zi-Whg Tösstalstrasse 40",
        f"Vielen Dank für Ihr Interesse an der Wohnung. {_NO}",
    ),
    (
        "Hausverwaltung Nord",
        "Ihre Anfrage",
        "Guten Tag, vielen Dank für Ihre Bewerbung um die 2-Zimmer-Wohnung in der Parkallee. Leider"
        " haben wir uns anders entschieden.",
    ),
    (
        "Maple Court Rentals",
        "Your rental application",
        "Hi Ida, thank you for your application. Unfortunately, we have decided to go with another"
        " applicant.",
    ),
    (
        "Maple Court",
        "Application update",
        "Hi Ida, unfortunately the owner has decided to go with another applicant for unit 3B. We have"
        " 5A opening in September.",
    ),
    (
        "Maple Court",
        "2 bedroom apartment, Elm Street",
        "Hi Ida, thank you for applying. We have selected another applicant.",
    ),
    (
        "Harbour Lets",
        "Your application",
        "Dear Ida, thank you for your application for the two-bed flat on Mill Lane. Unfortunately,"
        " you have not been successful on this occasion.",
    ),
    (
        "Agence du Port",
        "Votre dossier",
        "Bonjour, nous avons bien étudié votre candidature pour l'appartement de la rue Foch."
        " Malheureusement, votre dossier n'a pas été retenu.",
    ),
    (
        "Régie du Lac",
        "Candidature appartement 3 pièces",
        "Bonjour, nous sommes au regret de vous informer que votre candidature n'a pas été retenue.",
    ),
    (
        "Inmobiliaria Sol",
        "Su solicitud de alquiler",
        "Estimada Ida: lamentamos comunicarle que su solicitud no ha sido seleccionada. Hemos optado"
        " por otro candidato.",
    ),
    (
        "Imobiliária Mar",
        "Candidatura ao apartamento T2",
        "Cara Ida, infelizmente a sua candidatura não foi selecionada. Escolhemos outro candidato.",
    ),
    (
        "Emlak Deniz",
        "Kiralık daire başvurunuz",
        "Merhaba Ida, maalesef başka bir adayla ilerlemeye karar verdik. İlginiz için teşekkürler.",
    ),
]


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(("sender", "subject", "text"), _OF_FLATS)
def test_a_flat_that_goes_to_another_is_no_no(
    sender: str, subject: str, text: str, is_known: bool
) -> None:
    said = read(sender, subject, text, is_known=is_known)
    assert said in ({*NOT_HIRING, Verdict.AMBIGUOUS} if is_known else NOT_HIRING)


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        (
            "Wartgut Immobilien AG",
            "Ihre Bewerbung als Hauswartin",
            f"Vielen Dank für Ihre Bewerbung. {_NO}",
        ),
        (
            "Wartgut Immobilien AG",
            "Ihre Bewerbung als Hauswart, 3.5-Zimmer-Wohnung inklusive",
            f"Vielen Dank für Ihre Bewerbung. {_NO}",
        ),
        (
            "Wartgut Immobilien AG",
            "Bewerbung Hauswartin, 4-Zimmer-Wohnung",
            f"Vielen Dank für Ihre Bewerbung. {_NO}",
        ),
        (
            "Maple Court",
            "Apartment Manager, 2 bedroom apartment included",
            "Hi Ida, thank you for applying. We have selected another applicant.",
        ),
        (
            "Wartgut Immobilien AG",
            "Ihre Bewerbung",
            f"Vielen Dank für Ihre Bewerbung. {_NO}",
        ),
        (
            "Wartgut Immobilien AG",
            "Ihre Bewerbung als Sachbearbeiterin Vermietung Wohnungen",
            f"Vielen Dank für Ihre Bewerbung. {_NO}",
        ),
        (
            "Betreutes Wohnen Nord",
            "Bewerbung Betreuung Wohngruppe",
            f"Vielen Dank für Ihre Bewerbung und Ihr Interesse an unserem Haus. {_NO}",
        ),
        (
            "Hotel Alpina",
            "Ihre Bewerbung",
            "Vielen Dank für Ihre Bewerbung als Köchin. Eine Wohnung hätten wir gehabt, aber wir haben"
            " uns für eine andere Bewerberin entschieden.",
        ),
        (
            "Maple Court Rentals",
            "Leasing consultant",
            "Hi Ida, thank you for your application. Unfortunately, we have decided to go with another"
            " applicant.",
        ),
        (
            "Maple Court",
            "Apartment maintenance technician",
            "Hi Ida, thank you for applying. We have selected another candidate for the position.",
        ),
        (
            "Maple Court",
            "Your application: Apartment Manager",
            "Hi Ida, thank you for applying. We have selected another applicant.",
        ),
        (
            "Harbour Homes",
            "Your application",
            "Dear Ida, thank you for your application for the post of housing officer. Unfortunately,"
            " you have not been successful on this occasion.",
        ),
        (
            "Régie du Lac",
            "Candidature gérante d'immeubles",
            "Bonjour, nous sommes au regret de vous informer que votre candidature n'a pas été retenue.",
        ),
        (
            "Immobiliare Sole",
            "Candidatura agente immobiliare",
            "Gentile Ida, purtroppo la sua candidatura non è stata accolta. Abbiamo scelto un altro"
            " candidato.",
        ),
        (
            "Woningbouw Zuid",
            "Sollicitatie verhuurmedewerker",
            "Beste Ida, helaas moeten we je meedelen dat we voor een andere kandidaat hebben gekozen.",
        ),
        (
            "Hyresbostäder Syd",
            "Din ansökan som fastighetsskötare",
            "Hej Ida! Tyvärr har vi valt att gå vidare med en annan sökande.",
        ),
        (
            "Studio Nine",
            "Your application for the studio assistant role",
            "Hi Ida, thank you for your application. Unfortunately, we have decided to go with another"
            " applicant.",
        ),
        (
            "Room Two Design",
            "Your application",
            "Hi Ida, thank you for applying to Room Two. Unfortunately, we have decided to go with"
            " another applicant.",
        ),
    ],
)
def test_a_house_that_hires_says_no(sender: str, subject: str, text: str) -> None:
    assert read(sender, subject, text) in ENDINGS


def test_an_interview_at_a_housing_company_is_read() -> None:
    text = (
        "Vielen Dank für Ihre Bewerbung als Bewirtschafterin. Gerne laden wir Sie zum"
        " Vorstellungsgespräch ein: Mittwoch, 11. November, 14.30 Uhr, Büro neben der Wohnung 12."
    )
    assert read("Wartgut Immobilien AG", "Einladung", text) is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Eingang Ihrer Bewerbung - Talwiesenstrasse 9",
            "Wir bestätigen den Eingang Ihrer Bewerbung für die Wohnung Talwiesenstrasse 9, 2. OG.",
        ),
        (
            "Ihre Bewerbung",
            "Ihre Bewerbung um die freie Wohnung an der Seestrasse 4 ist eingegangen.",
        ),
        (
            "Ihre Bewerbung",
            "Besten Dank für Ihre Bewerbung für die Wohnung. Wir melden uns.",
        ),
        (
            "Conferma ricezione - Via Lago 9",
            "Abbiamo ricevuto la Sua candidatura per l'appartamento di Via Lago 9.",
        ),
        (
            "Votre candidature - Rue du Lac 9",
            "Nous avons bien reçu votre candidature pour le logement Rue du Lac 9.",
        ),
    ],
)
def test_the_receipt_of_a_flat_is_ordinary_mail(subject: str, text: str) -> None:
    assert read("Wartgut Immobilien AG", subject, text) in NOT_HIRING


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Eingang Ihrer Bewerbung - Vermieter/in",
            "Wir bestätigen den Eingang Ihrer Bewerbung als Bewirtschafter Wohnungen.",
        ),
        (
            "Eingang Ihrer Bewerbung",
            "Wir bestätigen den Eingang Ihrer Bewerbung für die Stelle als Hauswart der Wohnung Talweg 9.",
        ),
        (
            "Eingang Ihrer Bewerbung als Immobilienbewirtschafter",
            "Wir bestätigen den Eingang Ihrer Bewerbung. Wir vermieten 2000 Wohnungen.",
        ),
        (
            "Ihre Bewerbung",
            "Wir bestätigen den Eingang Ihrer Bewerbung für die Wohngruppe Talwiesenstrasse als Betreuer.",
        ),
        (
            "Eingang Ihrer Bewerbung - Köchin",
            "Danke für Ihre Bewerbung. Wir stellen Ihnen eine Personalwohnung an der Seestrasse 4.",
        ),
        (
            "Ihre Bewerbung als Fachfrau",
            "Wir haben Ihre Bewerbung für die Wohnungspflege in Uster erhalten.",
        ),
        (
            "Votre candidature",
            "Nous avons bien reçu votre candidature pour le Logement Solidaire.",
        ),
        (
            "La Sua candidatura",
            "Abbiamo ricevuto la Sua candidatura per l'appartamento protetto come educatrice.",
        ),
        (
            "Votre candidature",
            "Nous avons bien reçu votre candidature au poste de gérant d'appartements.",
        ),
    ],
)
def test_the_receipt_of_a_housing_company_stays(subject: str, text: str) -> None:
    assert read("Wartgut Immobilien AG", subject, text) is Verdict.CONFIRMATION
