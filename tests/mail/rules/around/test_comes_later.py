"""A receipt that announces what comes once they have looked is one, in ten languages; an invitation stays one."""

from __future__ import annotations

import pytest

from onward.mail.rules.around.open_answers import without_open_answers
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message

SENDER = "jobs@wolvenbeek.example"


def read(subject: str, text: str) -> Verdict:
    return read_message(make_message(subject, text, sender=SENDER)).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Ontvangstbevestiging kandidatuur", "Geachte mevrouw\n\nWij ontvingen op 23 augustus 2026 uw kandidatuur voor de functie van administratief medewerker. Na controle van de toelatingsvoorwaarden ontvangt u een uitnodiging voor het schriftelijk gedeelte.\n\nDienst HR"),
        ("Uw inschrijving", "Geachte mevrouw\n\nUw kandidatuur is goed ontvangen. Voldoet u aan de voorwaarden, dan ontvangt u een uitnodiging voor de schriftelijke proef.\n\nDienst HR"),
        ("Ontvangst kandidatuur", "Beste Noa\n\nWe hebben je kandidatuur goed ontvangen. Na de screening krijg je een uitnodiging voor een online test.\n\nHR"),
        ("Ontvangst kandidatuur", "Beste Noa\n\nBedankt voor je sollicitatie als boekhouder. Geselecteerde kandidaten worden later uitgenodigd voor een assessment.\n\nHR"),
        ("Votre candidature", "Madame,\n\nNous avons bien reçu votre candidature. Après vérification des conditions, vous recevrez une invitation à l'épreuve écrite.\n\nRH"),
        ("Accusé de réception", "Madame,\n\nVotre candidature au poste d'agent administratif nous est bien parvenue. Une fois votre dossier vérifié, vous serez invitée à l'épreuve écrite.\n\nRH"),
        ("Your application", "Dear Noa,\n\nWe received your application on 23 August 2026. Once we have checked the entry conditions you will receive an invitation to the written test.\n\nHR"),
        ("Your application", "Dear Noa,\n\nThank you, we have received your application. After the eligibility check you will be invited to a written test.\n\nHR"),
        ("Ihre Bewerbung", "Sehr geehrte Frau Lammers,\n\nwir haben Ihre Bewerbung am 23. August 2026 erhalten. Nach Prüfung der Zulassungsvoraussetzungen erhalten Sie eine Einladung zum schriftlichen Test.\n\nPersonalabteilung"),
        ("Ihre Bewerbung", "Sehr geehrte Frau Lammers,\n\nIhre Bewerbung ist eingegangen. Nach der Vorprüfung werden Sie zum schriftlichen Auswahltest eingeladen.\n\nPersonalabteilung"),
        ("Su candidatura", "Estimada Noa:\n\nHemos recibido su candidatura. Tras comprobar los requisitos, recibirá una invitación a la prueba escrita.\n\nRRHH"),
        ("Su candidatura", "Estimada Noa:\n\nConfirmamos la recepción de su candidatura al puesto de administrativa. Una vez revisada la documentación, se le convocará a la prueba escrita.\n\nRRHH"),
        ("La Sua candidatura", "Gentile Noa,\n\nabbiamo ricevuto la Sua candidatura. Dopo la verifica dei requisiti riceverà un invito alla prova scritta.\n\nUfficio Personale"),
        ("La Sua candidatura", "Gentile Noa,\n\nla Sua candidatura è stata ricevuta. Al termine della verifica dei requisiti sarà convocata alla prova scritta.\n\nUfficio Personale"),
        ("A sua candidatura", "Cara Noa,\n\nRecebemos a sua candidatura. Após a verificação dos requisitos, receberá um convite para a prova escrita.\n\nRH"),
        ("A sua candidatura", "Cara Noa,\n\nA sua candidatura foi recebida. Depois de verificados os requisitos, será convocada para a prova escrita.\n\nRH"),
        ("Twoja aplikacja", "Dzień dobry,\n\notrzymaliśmy Pani aplikację. Po sprawdzeniu warunków otrzyma Pani zaproszenie na test pisemny.\n\nKadry"),
        ("Twoja aplikacja", "Dzień dobry,\n\nPani zgłoszenie zostało przyjęte. Po weryfikacji formalnej zostanie Pani zaproszona na test pisemny.\n\nKadry"),
        ("Başvurunuz", "Sayın Noa,\n\nbaşvurunuzu aldık. Şartların kontrolünden sonra yazılı sınava davet alacaksınız.\n\nİK"),
        ("Başvurunuz", "Sayın Noa,\n\nbaşvurunuz alınmıştır. Ön incelemenin ardından yazılı sınava davet edileceksiniz.\n\nİK"),
        ("Din ansökan", "Hej Noa,\n\nvi har tagit emot din ansökan. Efter kontroll av behörigheten får du en inbjudan till det skriftliga provet.\n\nHR"),
        ("Din ansökan", "Hej Noa,\n\ndin ansökan har kommit in. När vi har granskat den kallas du till ett skriftligt test.\n\nHR"),
        ("Ontvangst", "Beste Noa\n\nWe hebben je kandidatuur goed ontvangen. Zodra je dossier nagekeken is, krijg je een uitnodiging voor de schriftelijke test.\n\nHR"),
        ("Ontvangst", "Beste Noa\n\nWe hebben je kandidatuur goed ontvangen. Je ontvangt binnenkort een uitnodiging voor de schriftelijke proef.\n\nHR"),
        ("Ontvangst", "Beste Noa\n\nWe hebben je kandidatuur goed ontvangen. In een volgende stap word je uitgenodigd voor een assessment.\n\nHR"),
        ("Ontvangst", "Geachte\n\nWij bevestigen de ontvangst van uw inschrijving. U wordt per e-mail op de hoogte gebracht van de datum van de schriftelijke proef.\n\nHR"),
        ("Accusé de réception", "Madame,\n\nNous avons bien reçu votre dossier. Dès que celui-ci aura été examiné, vous serez convoquée à l'épreuve écrite.\n\nRH"),
        ("Accusé de réception", "Madame,\n\nNous accusons réception de votre candidature. Vous recevrez prochainement une convocation à l'épreuve écrite.\n\nRH"),
        ("Accusé de réception", "Madame,\n\nNous accusons réception de votre candidature. Les candidats retenus seront invités à un test en ligne.\n\nRH"),
        ("Eingang", "Sehr geehrte Frau Lammers,\n\nIhre Bewerbung ist bei uns eingegangen. Sie erhalten in Kürze eine Einladung zum Online-Test.\n\nHR"),
        ("Received", "Dear Noa,\n\nWe have received your application. You will shortly receive an invitation to an online test.\n\nHR"),
        ("Recibida", "Estimada Noa:\n\nHemos recibido su candidatura. En breve recibirá una invitación a la prueba en línea.\n\nRRHH"),
        ("Ricevuta", "Gentile Noa,\n\nabbiamo ricevuto la Sua candidatura. A breve riceverà un invito alla prova scritta.\n\nHR"),
        ("Recebida", "Cara Noa,\n\nRecebemos a sua candidatura. Em breve receberá um convite para a prova escrita.\n\nRH"),
        ("Otrzymano", "Dzień dobry,\n\notrzymaliśmy Pani aplikację. Wkrótce otrzyma Pani zaproszenie na test online.\n\nKadry"),
        ("Mottagen", "Hej Noa,\n\nvi har tagit emot din ansökan. Inom kort får du en inbjudan till ett test.\n\nHR"),
        ("Alındı", "Sayın Noa,\n\nbaşvurunuzu aldık. Yakında yazılı sınava davet edileceksiniz.\n\nİK"),
    ],
)  # fmt: skip
def test_a_receipt_that_announces_a_test_is_one(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("verdict", "subject", "text"),
    [
        (Verdict.ASSESSMENT, "Uitnodiging schriftelijke proef", "Geachte mevrouw\n\nNa controle van uw dossier nodigen wij u uit voor de schriftelijke proef op zaterdag 12 december om 9u in het gemeentehuis.\n\nDienst HR"),
        (Verdict.ASSESSMENT, "Uitnodiging", "Geachte mevrouw\n\nWij ontvingen uw kandidatuur. Na controle van de voorwaarden wordt u uitgenodigd voor de schriftelijke proef op 12 december 2026 om 9u.\n\nDienst HR"),
        (Verdict.ASSESSMENT, "Your online test", "Dear Noa,\n\nWe received your application. Please complete the online test using this link: https://test.example/x. After reviewing your results you will be invited to an interview.\n\nHR"),
        (Verdict.ASSESSMENT, "Invitation à l'épreuve écrite", "Madame,\n\nAprès vérification de votre dossier, nous vous invitons à l'épreuve écrite du samedi 12 décembre à 9h.\n\nRH"),
        (Verdict.INTERVIEW, "Uitnodiging gesprek", "Beste Noa\n\nWe hebben je kandidatuur ontvangen en na controle van je dossier nodigen we je uit voor een gesprek op dinsdag 15 december om 14u.\n\nHR"),
        (Verdict.ASSESSMENT, "Ihr Auswahltest", "Sehr geehrte Frau Lammers,\n\nnach Prüfung Ihrer Unterlagen laden wir Sie zum schriftlichen Auswahltest am 12. Dezember um 9 Uhr ein.\n\nPersonalabteilung"),
        (Verdict.ASSESSMENT, "Online test", "Dear Noa,\n\nthank you for your application. Please complete this online assessment by Friday. Shortlisted candidates will be invited to an interview.\n\nHR"),
        (Verdict.REJECTION, "Uw kandidatuur", "Geachte mevrouw\n\nWij ontvingen uw kandidatuur. Na controle van de toelatingsvoorwaarden werd uw kandidatuur niet weerhouden. Geselecteerde kandidaten worden uitgenodigd voor de proef.\n\nDienst HR"),
        (Verdict.INTERVIEW, "Interview", "Dear Noa,\n\nThank you for your application. After reviewing it we would like to invite you to an interview next week. Which day suits you?\n\nHR"),
    ],
)  # fmt: skip
def test_what_is_asked_now_stays(verdict: Verdict, subject: str, text: str) -> None:
    assert read(subject, text) is verdict


@pytest.mark.parametrize(
    "text",
    [
        "Na controle van uw dossier nodigen wij u uit voor de proef.",
        "Na controle van uw dossier wordt u uitgenodigd voor de proef op 12 december.",
        "After reviewing your application we would like to invite you to an interview.",
        "You will be invited.",
        "Nach Prüfung Ihrer Unterlagen laden wir Sie zum Test ein.",
        "Après vérification de votre dossier, nous vous invitons à l'épreuve écrite.",
        "",
    ],
)
def test_what_has_come_or_hangs_on_nothing_stays(text: str) -> None:
    assert without_open_answers(make_message("Mail", text)) is None


def test_what_stands_before_it_in_the_sentence_stays() -> None:
    text = "Wij ontvingen uw kandidatuur en na controle ontvangt u een uitnodiging voor de proef."
    left = without_open_answers(make_message("Mail", text))
    assert left is not None
    assert left.text.rstrip(" .") == "Wij ontvingen uw kandidatuur en"
    assert len(left.text) == len(text)
