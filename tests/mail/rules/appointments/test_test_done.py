from __future__ import annotations

import pytest

from onward.mail.rules.appointments.test_done import says_test_is_done


@pytest.mark.parametrize(
    "text",
    [
        "Du hast den Online-Test für Teamassistenz erfolgreich abgeschlossen.",
        "Vielen Dank für die Bearbeitung der Fallstudie.",
        "Ihr Online-Test ist bei uns eingegangen.",
        "You have successfully completed the assessment.",
        "Thank you for submitting your coding challenge.",
        "Merci d'avoir complété le test.",
        "Gracias por completar la prueba.",
        "Grazie per aver completato il test.",
        "Obrigado por concluir o teste.",
        "Bedankt voor het maken van de test.",
        "Dziękujemy za rozwiązanie testu.",
        "Tack för att du gjorde testet.",
        "Testi tamamladığınız için teşekkürler.",
        "Vos réponses à l'entrevue vidéo de l'Université du Haut-Orme ont bien été envoyées.",
        "Your responses to the Elm University video interview have been submitted.",
        "Ihre Antworten zum Videointerview wurden übermittelt.",
    ],
)
def test_a_test_that_was_done_is_known(text: str) -> None:
    assert says_test_is_done(subject="Ihre Bewerbung", text=f"Hallo,\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bitte schließe den Test bis Sonntag ab.",
        "Vos réponses au formulaire de candidature ont bien été envoyées.",
        "Your video interview has not been submitted yet.",
        "Sobald du den Test abgeschlossen hast, melden wir uns.",
        "Du hast den Test noch nicht abgeschlossen.",
        "Once you have completed the assessment, we will be in touch.",
        "Your assessment has not been completed yet.",
        "Please submit the task by Friday.",
        "Wir freuen uns, Sie zu einem Test einzuladen.",
    ],
)
def test_what_is_still_to_do_says_nothing(text: str) -> None:
    assert not says_test_is_done(subject="Next step", text=text)


def test_the_subject_alone_can_say_so() -> None:
    assert says_test_is_done(subject="Test abgeschlossen", text="Danke dir.")
    assert not says_test_is_done(
        subject="Test", text="Danke dir sehr.\n\n> Test abgeschlossen"
    )
