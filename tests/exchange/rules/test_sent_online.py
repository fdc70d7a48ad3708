"""Words of a receipt that say an application was sent online, and words that do not."""

from __future__ import annotations

import time
from datetime import date

import pytest

from onward.exchange.rules.proof_ways import Sending, Way, WayKind, way_of
from onward.exchange.rules.sent_online import says_online

ON = date(2026, 11, 4)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ihre Bewerbung wurde an den Inserenten weitergeleitet."),
        ("de", "Deine Bewerbung haben wir an die Inserentin übermittelt."),
        ("de", "Guten Tag\n\nVielen Dank für Ihre Online-Bewerbung als Köchin."),
        ("de", "Ihre Onlinebewerbung ist eingegangen."),
        ("en", "Thank you for your online application."),
        ("en", "Your application has been sent to the advertiser."),
        ("fr", "Nous avons bien reçu votre candidature en ligne."),
        ("fr", "Votre candidature a été transmise à l'annonceur."),
        ("es", "Gracias por su solicitud en línea."),
        ("es", "Tu candidatura ha sido enviada al anunciante."),
        ("it", "Grazie per la sua candidatura online."),
        ("nl", "Bedankt voor je online sollicitatie."),
        ("pt", "Recebemos a sua candidatura online."),
        ("sv", "Tack för din webbansökan."),
        ("sv", "Din ansökan har skickats till annonsören."),
        (
            "de",
            "Deine Bewerbung wurde an den Arbeitgeber über das Portal weitergeleitet.",
        ),
        ("en", "Thank you for applying online for the post of Clerk."),
        ("en", "We have received your online application."),
        ("it", "Abbiamo ricevuto la tua candidatura online."),
        ("nl", "We hebben je online sollicitatie ontvangen."),
        ("pl", "Dziękujemy za Pani aplikację internetową."),
        ("tr", "Online başvurunuz için teşekkür ederiz."),
        ("tr", "Online başvurunuz bize ulaştı."),
        ("tr", "Başvurunuz ilan sahibine iletildi."),
    ],
)
def test_that_it_was_sent_online_is_said(language: str, text: str) -> None:
    assert says_online(text, language=language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ihre Bewerbung ist eingegangen."),
        ("de", "Bitte reichen Sie Ihre Online-Bewerbung über unser Portal ein."),
        ("de", "Wir haben Ihre Bewerbung an den Arbeitgeber weitergeleitet."),
        ("de", "Ihre Bewerbung haben wir an das Fachteam weitergeleitet."),
        ("de", "Ihre Bewerbung auf die über unser Portal ausgeschriebene Stelle."),
        ("de", "Künftig ist Ihre Online-Bewerbung auf unserer Website möglich."),
        ("de", "Den Stand Ihrer Bewerbung sehen Sie jederzeit in unserem Portal."),
        ("de", "Ihre Online-Bewerbung konnte nicht übermittelt werden."),
        ("de", "Danke.\n\nAm 4.11. schrieb Kim:\n> Ihre Online-Bewerbung kam an."),
        ("en", "Thank you for your application."),
        ("en", "Please send your online application by Friday."),
        ("en", "If your online application is complete, we will write."),
        ("en", "You applied for the job that you saw on our website."),
        ("en", "Your application was received by email."),
        ("en", "You can follow your application in our portal."),
        ("en", "We passed your application on to the employer."),
        ("en", "Your application for Online Marketing Manager was received."),
        ("en", "Your application was received for Online Marketing Manager."),
        ("en", "You applied for Online Editor last week."),
        ("fr", "Veuillez déposer votre candidature en ligne."),
        ("fr", "Votre candidature a été transmise à l'employeur."),
        ("es", "Puede seguir su solicitud en línea."),
        ("it", "La sua candidatura per Redattore Online è arrivata."),
        ("nl", "Je sollicitatie als online redacteur is ontvangen."),
        ("pt", "Pode acompanhar a sua candidatura online."),
        ("sv", "Om du vill skicka din webbansökan igen, skriv till oss."),
        ("pl", "Prosimy, aby Twoja aplikacja została przesłana przez formularz."),
        ("tr", "Lütfen online başvurunuzu tamamlayın."),
        (
            "de",
            "Ihre Bewerbung haben wir per Post erhalten und im Bewerberportal erfasst.",
        ),
        (
            "de",
            "Ihre Unterlagen haben Sie persönlich abgegeben. Vielen Dank für Ihre Online-Bewerbung.",
        ),
        (
            "de",
            "Wir haben Ihre Anfrage per E-Mail erhalten und freuen uns auf Ihre Online-Bewerbung.",
        ),
        (
            "de",
            "Ihre persönlich abgegebene Bewerbung wird über unser Portal bearbeitet.",
        ),
        ("de", "Schließen Sie Ihre Online-Bewerbung ab."),
        ("de", "Wir haben Ihre Bewerbung über unser Portal erhalten."),
        ("en", "We received your letter by post. Start your online application today."),
        ("en", "Thank you for your online application. Your papers came by post."),
        ("en", "Complete your online application."),
        ("en", "We received your CV by email. Thank you for your online application."),
        ("fr", "Finalisez votre candidature en ligne."),
        ("fr", "Merci pour votre candidature en ligne, reçue par courrier."),
        ("es", "Complete su solicitud en línea."),
        ("es", "Gracias por su solicitud en línea. La recibimos por correo."),
        ("it", "Completa la tua candidatura online."),
        ("it", "Grazie per la sua candidatura online, consegnata a mano."),
        ("nl", "Rond je online sollicitatie af."),
        ("nl", "Bedankt voor je online sollicitatie, die per post kwam."),
        ("pt", "Conclua a sua candidatura online."),
        ("pt", "Recebemos a sua candidatura online por correio."),
        ("sv", "Slutför din webbansökan."),
        ("sv", "Tack för din webbansökan, som kom per post."),
        ("pl", "Dokończ swoją aplikację online."),
        ("pl", "Dziękujemy za aplikację online przesłaną pocztą."),
        ("tr", "Online başvurunuzu tamamlayın."),
        ("tr", "Posta ile gelen online başvurunuz için teşekkür ederiz."),
        ("xx", "Thank you for your online application."),
        ("", "Thank you for your online application."),
    ],
)
def test_other_words_say_nothing_of_how_it_was_sent(language: str, text: str) -> None:
    assert not says_online(text, language=language)


def test_a_named_system_and_own_mail_say_more_than_words() -> None:
    words = Sending(ON, is_online=True)
    assert way_of([words]) == Way(WayKind.ONLINE)
    assert way_of([words, Sending(ON, system="Personio")]).name == "Personio"
    assert way_of([words, Sending(ON, is_own_mail=True)]) == Way(WayKind.EMAIL)
    assert way_of([words], found_at="A friend") == Way(WayKind.ONLINE)


def test_one_very_long_word_takes_no_time() -> None:
    begun = time.process_time()
    says_online("online başvurunuz bize ulaştı " + "a" * 50_000, language="tr")
    assert time.process_time() - begun < 2
