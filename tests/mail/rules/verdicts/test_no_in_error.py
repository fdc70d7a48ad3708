"""A no that is taken back is asked about; what was wrong otherwise is read as before."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Reading, Verdict

_TAKEN_BACK = [
    "please disregard the rejection that we sent you this morning; it was sent in error. Your application is still under review.",
    "Please ignore our previous email. It was sent to you by mistake and your application is still being considered.",
    "Unfortunately a system error caused a rejection email to be sent to you yesterday. You remain in the process. We apologise for the confusion.",
    "The rejection letter of Monday went out to you by accident. You are still in the running, and we will be in touch next week.",
    "bitte betrachten Sie unsere Absage als gegenstandslos, sie war ein Irrtum. Wir möchten Sie gern kennenlernen.",
    "die Absage von gestern wurde versehentlich verschickt. Ihre Bewerbung ist weiterhin im Verfahren. Bitte entschuldigen Sie.",
    "leider haben Sie von uns irrtümlich eine Absage erhalten. Ihre Bewerbung wird weiterhin geprüft.",
    "unsere gestrige Nachricht ging irrtümlich an Sie. Ihre Bewerbung ist nach wie vor im Rennen.",
    "veuillez ne pas tenir compte de notre refus d'hier, il vous a été envoyé par erreur. Votre candidature est toujours à l'étude.",
    "un message de refus vous a été adressé par erreur. Votre candidature reste en cours d'examen.",
    "merci d'ignorer notre précédent message. Votre candidature est toujours en cours d'examen.",
    "le rogamos que ignore el correo de rechazo de ayer, fue enviado por error. Su candidatura sigue en proceso.",
    "la preghiamo di ignorare l'e-mail di rifiuto di ieri, inviata per errore. La sua candidatura è ancora in fase di valutazione.",
    "odmowa z wczoraj została wysłana omyłkowo. Pani aplikacja jest nadal rozpatrywana.",
    "a resposta negativa de ontem foi enviada por engano. A sua candidatura continua em análise.",
    "avslaget som du fick igår skickades av misstag. Din ansökan är fortfarande under behandling.",
    "dün aldığınız ret mektubu yanlışlıkla gönderilmiştir. Başvurunuz hâlâ değerlendirilmektedir.",
    "de afwijzing van gisteren is per abuis verstuurd. Je sollicitatie is nog in behandeling.",
]  # fmt: skip
_STILL_A_NO = [
    "The invitation of yesterday was sent to you by mistake. Unfortunately we have decided on another candidate.",
    "Please ignore the automatic confirmation. Unfortunately we decided not to proceed with your application.",
    "Our rejection was sent without your name by mistake. Unfortunately we have decided on another candidate, as we wrote.",
    "Please disregard the rejection of yesterday, it named another job. Unfortunately we have decided on another candidate for this one too.",
    "You received our rejection twice by mistake, which we are sorry for. Unfortunately we have decided on another candidate.",
    "Unfortunately we will not be moving forward with your application. If you received this email in error, please delete it.",
    "die Einladung wurde Ihnen versehentlich geschickt. Leider haben wir uns für eine andere Bewerberin entschieden.",
    "die Absage ging Ihnen versehentlich doppelt zu. Leider haben wir uns für einen anderen Bewerber entschieden.",
    "wir haben uns leider für eine andere Person entschieden. Eine Absage ist nie leicht, bitte sehen Sie darin keinen Fehler von Ihnen.",
    "l'invitation d'hier vous a été envoyée par erreur. Malheureusement, nous avons retenu un autre candidat.",
    "Malheureusement, votre candidature n'a pas été retenue. Un refus n'est pas une erreur de votre part.",
    "Unfortunately your application was rejected because of an error in the form. You are still welcome to apply for our other jobs.",
    "leider wurde Ihre Bewerbung abgelehnt, da die Angaben einen Fehler hatten. Sie können sich noch im Frühjahr neu bewerben.",
    "Malheureusement, votre candidature a été refusée, le dossier comportait une erreur. Vous pouvez encore postuler ailleurs chez nous.",
    "l'invito di ieri è stato inviato per errore. Purtroppo abbiamo scelto un altro candidato.",
    "de uitnodiging van gisteren is per abuis verstuurd. Helaas hebben wij voor een andere kandidaat gekozen.",
    "zaproszenie zostało wysłane omyłkowo. Niestety wybraliśmy innego kandydata.",
    "o convite de ontem foi enviado por engano. Infelizmente escolhemos outro candidato.",
    "inbjudan skickades av misstag. Tyvärr har vi valt en annan kandidat.",
    "davet yanlışlıkla gönderilmiştir. Maalesef başka bir adayla devam etmeye karar verdik.",
    "la invitación de ayer fue enviada por error. Lamentablemente hemos elegido a otra persona.",
]  # fmt: skip
_STILL_RECEIVED = [
    "Thank you, we received your application as Driver. Your application is still under review.",
    "Thank you, we received your application as Driver. If you receive a rejection in error, please tell us. Your application is still being considered.",
    "We received your application as Driver twice by mistake. It is still being considered, and we will get back to you.",
    "Thank you, we received your application as Driver. Please ignore our previous email if you have sent your documents already.",
    "Ihre Bewerbung als Fahrer ist bei uns eingegangen. Die Eingangsbestätigung von gestern ging versehentlich an Sie; Ihre Bewerbung wird weiterhin geprüft.",
    "Nous avons bien reçu votre candidature. Votre dossier est toujours à l'étude.",
]  # fmt: skip


def reading(text: str) -> Reading:
    message = Message(
        key="k",
        message_id="m",
        sent_at=None,
        sender=Address(name="Kim Roe", address="kim.roe@quillmoor.example"),
        subject="Re: Your application as Driver",
        text=f"Dear Robin,\n\n{text}\n\nKim Roe\nQuillmoor",
    )
    return read_message(message)


@pytest.mark.parametrize("text", _TAKEN_BACK)
def test_it_is_asked_about(text: str) -> None:
    assert reading(text).verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize("text", _STILL_A_NO)
def test_a_no_beside_another_mistake_is_one(text: str) -> None:
    assert reading(text).verdict is Verdict.REJECTION


@pytest.mark.parametrize("text", _STILL_RECEIVED)
def test_a_receipt_stays_one(text: str) -> None:
    assert reading(text).verdict is Verdict.CONFIRMATION


def test_an_invitation_in_its_place_is_one() -> None:
    text = (
        "our rejection was sent in error. We would like to invite you to an interview on "
        "Tuesday, 25 August 2026 at 10:00."
    )
    assert reading(text).verdict is Verdict.INTERVIEW
