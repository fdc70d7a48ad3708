"""Own mail whose papers are called a dossier, as they are in Switzerland: for work, or for else."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.own_mail import SentMeaning, meaning_of_sent
from onward.mail.rules.types import Address, Message
from tests.mail.own_story import START

FOR_WORK = [
    (
        "Ihr Inserat Logistiker",
        "Wie telefonisch besprochen erhalten Sie in der Beilage mein Dossier für die Stelle als Logistiker.",
    ),
    (
        "Bewerbungsdossier",
        "Anbei mein Bewerbungsdossier für die Stelle als Magaziner, Pensum 80 %.",
    ),
    (
        "Ihr Inserat: Mitarbeiter Lager und Spedition",
        "Wie telefonisch besprochen schicke ich Ihnen mein Bewerbungsdossier für die Stelle als Mitarbeiter Lager und Spedition.",
    ),
    (
        "Stellenausschreibung Lagerist",
        "Ihr Inserat hat mein Interesse geweckt. Gerne überlasse ich Ihnen mein vollständiges Dossier.",
    ),
    (
        "Stellenausschreibung Lagerist",
        "Ihr Inserat hat mein Interesse geweckt. Gerne sende ich Ihnen meine vollständigen Bewerbungsunterlagen.",
    ),
    (
        "Postulation magasinier",
        "Je vous fais parvenir mon dossier pour le poste de magasinier.",
    ),
    (
        "Offre spontanée",
        "Je me permets de vous adresser mon offre de service pour un poste de magasinier.",
    ),
    ("Spontanbewerbung", "Ich erlaube mir, mich bei Ihnen als Logistiker zu bewerben."),
    ("Anfrage", "Ich erlaube mir, mich bei Ihnen als Logistiker zu bewerben."),
    (
        "Lager",
        "Hiermit gestatte ich mir, mich auf Ihre Stelle als Staplerfahrer zu bewerben.",
    ),
    (
        "Spontanbewerbung Logistik / Lager",
        "Ich bin 54 und gelernter Logistiker. Mein Dossier liegt bei.",
    ),
    (
        "Stelleninserat Chauffeur",
        "Gerne lasse ich Ihnen mein Dossier zukommen und freue mich auf ein Vorstellungsgespräch.",
    ),
    (
        "Polymechaniker 100 %",
        "Im Anhang mein komplettes Dossier für die ausgeschriebene Stelle.",
    ),
    (
        "Köchin gesucht",
        "Ihr Inserat in der Zeitung spricht mich sehr an. Mein Bewerbungsdossier finden Sie im Anhang.",
    ),
    (
        "Poste de vendeuse",
        "Veuillez trouver ci-joint mon dossier complet pour le poste de vendeuse.",
    ),
    ("Annonce vendeuse", "Suite à votre annonce, je vous remets mon dossier."),
    (
        "Candidatura spontanea",
        "Mi permetto di inviarle il mio dossier di candidatura quale magazziniere.",
    ),
    ("Posto di magazziniere", "Le invio il mio dossier per il posto di magazziniere."),
    (
        "Warehouse lead",
        "As discussed, please find attached my application dossier for the position of warehouse lead.",
    ),
    ("Dossier", "Please find my dossier for the post of buyer attached."),
]

FOR_ELSE = [
    (
        "3.5-Zimmer-Wohnung Talwiesenstrasse",
        "Wie besprochen erhalten Sie in der Beilage mein Dossier für die Wohnung.",
    ),
    (
        "Bewerbungsdossier",
        "Anbei mein Bewerbungsdossier für die 3.5-Zimmer-Wohnung an der Talwiesenstrasse 9.",
    ),
    (
        "Ihr Inserat: 4-Zimmer-Wohnung",
        "Ihr Inserat hat mein Interesse geweckt. Gerne überlasse ich Ihnen mein vollständiges Dossier.",
    ),
    (
        "Anmeldung Höhere Fachschule",
        "Anbei mein Dossier für die Aufnahme in den Lehrgang.",
    ),
    (
        "Studium Sozialarbeit",
        "Je vous fais parvenir mon dossier pour l'admission au bachelor.",
    ),
    (
        "Termin",
        "Anbei mein Dossier mit den Röntgenbildern und dem Bericht von Dr. Keller.",
    ),
    ("Schadenfall 22.114", "Wie verlangt erhalten Sie mein Dossier zum Unfall."),
    ("IV-Anmeldung", "Anbei mein Dossier für die IV-Stelle Zürich."),
    (
        "Dossier complet",
        "Veuillez trouver ci-joint mon dossier pour la location de l'appartement de la rue du Lac.",
    ),
    ("Dossier", "Je vous envoie mon dossier médical."),
    ("Inscription crèche", "Ci-joint mon dossier pour une place à la crèche."),
    ("Steuern 2025", "Anbei mein Dossier für die Steuererklärung, wie letztes Jahr."),
    (
        "Hypothek",
        "Anbei mein Dossier für die Hypothek. Mein Arbeitsvertrag für die neue Stelle liegt bei.",
    ),
    ("Einbürgerung", "In der Beilage mein Dossier für die Einbürgerung."),
    (
        "Dossier Küche",
        "Anbei unser Dossier mit den Massen, wir haben Ihr Inserat gesehen.",
    ),
    ("RAV", "Anbei mein Dossier mit den Nachweisen für Oktober."),
    (
        "Frage",
        "Ich überlege, mich bei Ihnen als Logistiker zu bewerben. Ist die Stelle noch offen?",
    ),
    ("Wohnung", "Ich erlaube mir, mich um die Wohnung an der Seestrasse zu bewerben."),
    (
        "Offre de service",
        "Nous nous permettons de vous adresser notre offre de service pour le nettoyage de vos bureaux.",
    ),
    ("Offerta", "Le invio il mio dossier per l'appartamento di Lugano."),
    ("Mon dossier", "Je vous transmets mon dossier pour le sinistre du 3 mai."),
    (
        "Kinderkrippe",
        "Ich erlaube mir, mich um einen Platz in der Krippe zu bewerben. Unterlagen anbei.",
    ),
    ("Arzt", "Anbei meine vollständigen Unterlagen für die Untersuchung."),
    (
        "Kaufofferte",
        "Hiermit erhalten Sie mein Dossier für das Grundstück. Der Entscheid der Bank liegt bei.",
    ),
    (
        "Stipendium",
        "Anbei mein Dossier für das Stipendium. Ich freue mich auf ein Gespräch.",
    ),
    (
        "Anmeldung Turnverein",
        "Anbei mein Bewerbungsdossier für den Vorstand des Turnvereins.",
    ),
]


def meaning(subject: str, text: str, *, files: tuple[str, ...]) -> SentMeaning:
    message = Message(
        key="k",
        message_id="k@x.example",
        sent_at=START,
        sender=Address("Robin Vale", "robin@person.example"),
        to=(Address("", "info@steinbock-lager.example"),),
        subject=subject,
        text=f"Guten Tag\n\n{text}\n\nFreundliche Grüsse\nRobin Vale",
        attachment_names=files,
        is_sent=True,
    )
    return meaning_of_sent(message, is_in_thread=False, is_to_contact=False)


@pytest.mark.parametrize(("subject", "text"), FOR_WORK)
def test_a_dossier_for_work_is_an_application(subject: str, text: str) -> None:
    assert meaning(subject, text, files=("Dossier.pdf",)) is SentMeaning.APPLIED


@pytest.mark.parametrize(("subject", "text"), FOR_ELSE)
def test_a_dossier_for_anything_else_is_none(subject: str, text: str) -> None:
    assert meaning(subject, text, files=("Dossier.pdf",)) is SentMeaning.NONE


def test_a_dossier_that_is_not_there_is_none() -> None:
    text = "Darf ich Ihnen mein Dossier für die Stelle als Lagerist schicken?"
    assert meaning("Frage", text, files=()) is SentMeaning.NONE
