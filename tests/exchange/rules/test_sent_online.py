"""Words of a receipt that say an application was sent online, and words that do not."""

from __future__ import annotations

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
        ("de", "Wir haben deine Bewerbung über unser Karriereportal erhalten."),
        ("de", "Sie haben sich über unsere Website beworben."),
        ("en", "Thank you for your online application."),
        ("en", "Your application was submitted through our careers website."),
        ("en", "You applied for Clerk via our job portal."),
        ("en", "Your application has been sent to the advertiser."),
        ("fr", "Nous avons bien reçu votre candidature en ligne."),
        ("fr", "Votre candidature a été transmise à l'annonceur."),
        ("fr", "Vous avez postulé via notre site."),
        ("es", "Gracias por su solicitud en línea."),
        ("es", "Tu candidatura ha sido enviada al anunciante."),
        ("it", "Grazie per la sua candidatura online."),
        ("it", "La tua candidatura è stata inviata tramite il nostro portale."),
        ("nl", "Bedankt voor je online sollicitatie."),
        ("nl", "Uw sollicitatie is via onze website ontvangen."),
        ("pt", "Recebemos a sua candidatura online."),
        ("pt", "A sua candidatura foi submetida através do nosso portal."),
        ("sv", "Tack för din webbansökan."),
        ("sv", "Din ansökan har skickats till annonsören."),
        ("pl", "Twoja aplikacja została przesłana przez naszą stronę."),
        ("pl", "Dziękujemy, Pani aplikacja internetowa do nas dotarła."),
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
