"""Letters in French and Spanish as they really come, read by both voices."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.times.when import appointment
from onward.mail.rules.types import NOT_HIRING, Address, Message, Verdict

SENT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def letter(subject: str, text: str, *, sender: str = "rh@quai-vert.example") -> Message:
    return Message(
        key="k",
        message_id="k@x.example",
        sent_at=SENT,
        sender=Address("Quai Vert", sender),
        subject=subject,
        text=text,
    )


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Votre candidature pour le poste de Vendeur (H/F)",
            "Bonjour Lou,\n\nVotre candidature pour le poste de Vendeur (H/F) chez Quai "
            "Vert a été prise en compte.\n\nMerci et à bientôt !",
        ),
        (
            "RE: Solicitud proceso selectivo Conserje (exp. 2026/31)",
            "Acusamos recibo de su solicitud para participar en el proceso selectivo de "
            "Conserje, con número de registro 2026-RE-77.\n\nNegociado de Recursos "
            "Humanos\nAyuntamiento de Valdeprado",
        ),
    ],
)
def test_a_receipt_is_no_refusal(subject: str, text: str) -> None:
    assert read_message(letter(subject, text)).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Où en est votre candidature chez Quai Vert ?",
            "Bonjour Lou,\n\nVous avez postulé il y a trois mois à l'offre Vendeur H/F. "
            "Avez-vous eu une réponse ? Donnez votre avis sur votre expérience.",
        ),
        (
            "Lou, ¿te han respondido de Quai Vert?",
            "Hola Lou:\n\n¿Qué tal fue tu experiencia en el proceso de Dependiente con "
            "Quai Vert? ¿Te han llamado para una entrevista?",
        ),
    ],
)
def test_a_board_that_asks_how_it_went_says_no_no(subject: str, text: str) -> None:
    for sender in ("notification@emails.hellowork.com", "infojobs@push.infojobs.net"):
        found = read_message(letter(subject, text, sender=sender)).verdict
        assert found in NOT_HIRING


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Convocation à un entretien avec votre conseiller",
            "Bonjour,\n\nVous êtes convoquée à un entretien obligatoire avec votre "
            "conseiller référent le mardi 10 mars 2026 à 14h00 à votre agence.",
        ),
        (
            "Citación para entrevista de orientación laboral",
            "Estimada usuaria:\n\nLe citamos a una entrevista con su orientadora laboral "
            "el día 10 de marzo de 2026 a las 10:00 horas.",
        ),
    ],
)
def test_an_adviser_of_the_job_service_interviews_for_no_job(
    subject: str, text: str
) -> None:
    for sender in ("ne-pas-repondre@francetravail.fr", "no-reply@labora.gva.es"):
        found = read_message(letter(subject, text, sender=sender)).verdict
        assert found in NOT_HIRING


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Lou,\n\nSuite à votre candidature, nous vous proposons un entretien "
        "lundi prochain à 14h30.",
        "Madame,\n\nMme la Directrice vous recevra lundi 9 mars à 11h. Merci de vous "
        "présenter à l'accueil.",
        "Bonjour,\n\nSuite à notre échange téléphonique de jeudi, j'ai le plaisir de "
        "vous convier à un entretien le 9 mars à 10h15 avec notre gérante.",
        "Bonjour,\n\nVoici notre nouvelle proposition : mardi 10 mars à 17h. Dites-moi "
        "si la date de cet entretien vous convient.",
    ],
)
def test_french_ways_to_ask_to_an_interview(text: str) -> None:
    subject = "Re: Candidature au poste de vendeuse"
    assert read_message(letter(subject, text)).verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Buenos días Lou,\n\nTe escribo en relación con el proceso de selección de "
        "Dependienta. Me gustaría concertar una entrevista contigo el viernes 6 de marzo "
        "a las 12:15 en nuestra tienda.\n\nTécnica de Selección\nQuai Vert, S.A.",
        "Hola de nuevo, Lou:\n\n¿Te iría bien el lunes 9 de marzo a las 13 h? Mismo "
        "sitio.\n\nEmpar",
        "Gracias por tu interés, te convocamos a una entrevista el martes 10 a las 10:00.",
    ],
)
def test_spanish_ways_to_ask_to_an_interview(text: str) -> None:
    subject = "Proceso de selección Dependienta"
    assert read_message(letter(subject, text)).verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Escuelas infantiles: lista provisional",
            "Le comunicamos que su solicitud de plaza no ha sido admitida en la lista "
            "provisional de las escuelas infantiles.",
        ),
        (
            "Prueba de nivel",
            "Le confirmamos su inscripción a la prueba de nivel de inglés el día 22 de "
            "mayo a las 16:00 horas. Deberá aportar DNI.",
        ),
        (
            "Re: entrevista",
            "Hija, ¿cómo te fue la entrevista? No te desanimes. El domingo comemos.",
        ),
        (
            "Votre rendez-vous conseiller",
            "Bonjour, nous vous confirmons l'entretien avec votre conseillère Mme Aubin "
            "le 29 avril à 17h30 à l'agence.",
        ),
        (
            "Panier de légumes",
            "Bonjour, votre contrat est bien reçu. Première distribution jeudi à 18h30.",
        ),
    ],
)
def test_everyday_mail_is_no_hiring_mail(subject: str, text: str) -> None:
    found = read_message(letter(subject, text, sender="avis@ville.example")).verdict
    assert found in NOT_HIRING


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("le 5 mars à midi et quart dans nos locaux", "12:15"),
        ("le 5 mars à midi et demi", "12:30"),
        ("le 5 mars à midi moins le quart", "11:45"),
        ("le 5 mars à cinq heures de l'après-midi. Cela vous conviendra", "17:00"),
        ("jeudi 5 mars à dix-huit heures trente au local", "18:30"),
        ("jeudi 5 mars à quatorze heures", "14:00"),
        ("el jueves 5 de marzo a las 10 y media de la mañana", "10:30"),
        ("el jueves 5 a las 4 y media de la tarde", "16:30"),
        ("el jueves 5 de marzo a las 9 menos cuarto de la mañana", "08:45"),
    ],
)
def test_an_hour_in_words_is_read_whole(text: str, clock: str) -> None:
    found = appointment(text, told_on=date(2026, 3, 2))
    assert found is not None
    assert f"{found:%d %H:%M}" == f"05 {clock}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tienes hasta el miércoles 15 de abril a las 23:59.", "to_do"),
        ("Vous avez jusqu'au mercredi 15 avril à 18h.", "to_do"),
        (
            "Merci de nous la retourner signée avec la mention « bon pour accord » avant "
            "le 15 avril.",
            "to_answer",
        ),
    ],
)
def test_the_last_day_is_read(text: str, kind: str) -> None:
    found = last_day(text, told_on=date(2026, 4, 2), kind=kind)
    assert found == date(2026, 4, 15)
