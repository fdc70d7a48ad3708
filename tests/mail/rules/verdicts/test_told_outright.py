"""A no that the reader is told outright, in mail that is heard as a receipt."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict

_SYSTEM = Address("Fennel Fintech", "no-reply@eu.greenhouse-mail.io")


def _read(text: str, subject: str = "Fennel Fintech | Risk Analyst") -> Verdict:
    return read_message(
        Message("k", "k@x.example", None, _SYSTEM, subject, text)
    ).verdict


@pytest.mark.parametrize(
    "said",
    [
        "I'm getting in touch to let you know that you haven't been successful at CV review for Risk Analyst. We received 640 applications.",
        "I'm getting in touch to let you know that you haven't been successful at CV review for Risk Analyst. We received 640 applications, so we can't give individual feedback.",
        "I'm getting in touch to let you know that you haven't been successful at CV review for Risk Analyst.",
        "You haven't been successful at CV review for Risk Analyst. We received 640 applications, and we keep your CV for six months.",
        "I'm writing to let you know that you have not been successful at the screening stage for Risk Analyst. We had more than 500 applications.",
        "I'm emailing to let you know that you've been unsuccessful at first sift for the Risk Analyst role. There were 312 applicants.",
        "Just to let you know that your application didn't make it past CV review for Risk Analyst. We received 640 applications.",
        "This is to let you know that your application has not been shortlisted. We received 212 applications for Risk Analyst.",
    ],
)
def test_a_no_that_is_told_outright_is_one_whatever_is_received(said: str) -> None:
    text = f"Hi Kofi,\n\nThank you for applying to Fennel. {said}\n\nTake care,\nFennel People"
    assert _read(text) is Verdict.REJECTION


@pytest.mark.parametrize(
    "said",
    [
        "I'm getting in touch to let you know that we received your application. We have 640 of them, so those who are not successful may not hear from us.",
        "We received 640 applications. If you have not heard from us in three weeks, you have not been successful at CV review.",
        "I'm writing to let you know that candidates who are not shortlisted will get an email from us.",
        "We will let you know if your application has not been successful.",
        "You will get an email letting you know that the position has been filled.",
        "Your application for Risk Analyst has landed on our desk.",
        "Just to let you know that your application has reached us. There is nothing for you to do just now.",
        "Your application has been passed to the team now, and you will be told if it is not successful.",
        "We read every application ourselves. Not everyone will make it through, but either way we'll email you.",
        "I'm getting in touch to let you know that your application hasn't been looked at yet. We received 640 applications.",
        "Your application will not be read before 1 September, as we received 640 of them.",
        "You may not hear from us again about this opening should you not be successful.",
    ],
)
def test_what_receipts_say_of_noes_is_none(said: str) -> None:
    text = f"Hi Kofi,\n\nThank you for applying to Fennel. {said}\n\nOur team reads in the order in which letters arrive, which takes about three weeks at this time of the year.\n\nTake care,\nFennel People"
    assert _read(text) is not Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Vielen Dank für Ihre Bewerbung. Ich melde mich, um Ihnen mitzuteilen, dass Sie leider nicht in die engere Auswahl gekommen sind. Wir haben 640 Bewerbungen erhalten.",
        "Merci pour votre candidature. Je vous écris pour vous informer que vous n'avez pas été retenu après l'examen de votre CV. Nous avons reçu 640 candidatures.",
        "Gracias por tu candidatura. Te escribimos para informarte de que tu candidatura no ha sido seleccionada tras la revisión de CV. Hemos recibido 640 candidaturas.",
        "Grazie per la sua candidatura. Le scriviamo per informarla che la sua candidatura non è stata selezionata dopo la lettura dei CV. Abbiamo ricevuto 640 candidature.",
        "Obrigado pela sua candidatura. Escrevemos para informar que a sua candidatura não foi selecionada após a análise de CV. Recebemos 640 candidaturas.",
        "Bedankt voor je sollicitatie. Wij laten je weten dat je niet bent uitgenodigd. We hebben 640 sollicitaties ontvangen.",
        "Dziękujemy za aplikację. Piszę, aby poinformować, że Twoja kandydatura nie została wybrana po analizie CV. Otrzymaliśmy 640 zgłoszeń.",
        "Tack för din ansökan. Jag vill meddela dig att du inte har gått vidare efter urvalet. Vi har fått 640 ansökningar.",
        "Başvurunuz için teşekkür ederiz. Başvurunuz özgeçmiş incelemesi sonucunda olumlu değerlendirilmemiştir. 640 başvuru aldık.",
    ],
)
def test_it_is_told_in_each_language(text: str) -> None:
    assert _read(text) is Verdict.REJECTION
