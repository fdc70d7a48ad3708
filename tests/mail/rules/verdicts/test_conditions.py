"""What stands under a condition tells no no, however its sentence says the condition."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your application", "Thank you for your application. It has arrived. Without hearing from us by 3 May, we were unfortunately unable to consider your application."),
        ("Your application", "Thank you for your application as a teacher, we have received it. Our work depends on the county's licence. Should this not be granted, employment is not possible."),
        ("Ihre Bewerbung", "Wir haben Ihre Bewerbung als Koch erhalten. Ohne Rückmeldung von uns bis 3. Mai konnten wir Ihre Bewerbung leider nicht berücksichtigen."),
        ("Ihre Bewerbung", "Vielen Dank für Ihre Bewerbung als Lehrer, sie liegt uns vor. Kommt die Klasse nicht zustande, ist eine Anstellung ausgeschlossen."),
        ("Ihre Bewerbung", "Vielen Dank für Ihre Bewerbung, sie liegt der Leitung vor. Wir brauchen eine Erlaubnis des Amtes. Wird diese versagt, ist eine Anstellung ausgeschlossen."),
        ("Votre candidature", "Bonjour, nous avons bien reçu votre candidature au poste de cuisinier. En l'absence de réponse de notre part sous trois semaines, votre candidature n'aura pas été retenue."),
        ("Tu candidatura", "Hola Ana, hemos recibido tu candidatura al puesto de cocinera. Sin noticias nuestras en tres semanas, tu candidatura no ha sido seleccionada."),
        ("La tua candidatura", "Ciao Anna, abbiamo ricevuto la tua candidatura come cuoca. Senza nostre notizie entro tre settimane la candidatura non è stata selezionata."),
        ("A sua candidatura", "Olá Ana, recebemos a sua candidatura ao cargo de cozinheira. Na falta de resposta da nossa parte em três semanas, a sua candidatura não foi selecionada."),
        ("Je sollicitatie", "Hallo Anna, we hebben je sollicitatie als kok goed ontvangen. Zonder bericht van ons binnen drie weken is je sollicitatie helaas niet geselecteerd."),
        ("Je sollicitatie", "Hallo Anna, we hebben je sollicitatie als leraar goed ontvangen. Wordt deze vergunning niet verleend, dan kunnen wij je helaas niet aannemen."),
        ("Din ansökan", "Hej Anna, vi har tagit emot din ansökan som kock. Utan besked från oss inom tre veckor har du tyvärr inte gått vidare i processen."),
        ("Twoja aplikacja", "Dzień dobry, otrzymaliśmy Twoją aplikację na stanowisko kucharza. Bez odpowiedzi z naszej strony w ciągu trzech tygodni Twoja aplikacja nie została wybrana."),
        ("Başvurunuz", "Merhaba Ayşe, aşçı pozisyonu için başvurunuz bize ulaştı. Belgeleri cuma gününe kadar gönderiniz, aksi halde başvurunuz değerlendirmeye alınmayacaktır."),
    ],
)  # fmt: skip
def test_a_receipt_with_a_condition_is_one(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Letter of intent", "Dear Sid, we are pleased to inform you that you have been selected for the position of Trainee. Kindly return a signed copy within 7 days, failing which the offer shall stand withdrawn."),
        ("Ihr Vertrag", "Sehr geehrte Frau Roe, wir freuen uns, Ihnen die Stelle als Köchin anzubieten. Senden Sie den Vertrag bis Freitag zurück, andernfalls müssen wir das Angebot zurückziehen."),
        ("Offre", "Bonjour Léa, nous avons le plaisir de vous proposer le poste de cuisinière. Merci de retourner le contrat signé sous huit jours, faute de quoi l'offre sera retirée."),
    ],
)  # fmt: skip
def test_an_offer_that_would_lapse_is_one(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.OFFER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your application", "Sorry for the weeks without word from us. We've decided to go with another candidate for the chef's post."),
        ("Your application", "Thank you for applying. In the absence of a licence we cannot consider your application for the post of driver."),
        ("Your offer", "You did not return the papers by Monday, so we have withdrawn our offer of the post."),
        ("Ihre Bewerbung", "Ihre ansonsten sehr gute Bewerbung als Köchin können wir leider nicht berücksichtigen."),
        ("Ihre Bewerbung", "Vielen Dank für Ihre Bewerbung als Koch. Sie waren lange ohne Nachricht von uns. Wir haben uns für eine andere Bewerberin entschieden."),
    ],
)  # fmt: skip
def test_a_no_in_such_words_stays_one(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.REJECTION
