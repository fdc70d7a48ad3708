"""Letters as employers in Québec write them: posts that are filled, tests, places, last days."""

from __future__ import annotations

from datetime import date

import pytest

from onward.mail.rules.facts.place import place_of_work
from onward.mail.rules.read import read_message
from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.test_french_and_spanish import letter

_SUBJECT = "Poste 2211 - agente de bureau"


@pytest.mark.parametrize(
    "text",
    [
        "Merci d'avoir pris le temps de nous rencontrer. Le poste 2211, agente de bureau, a été "
        "octroyé à une employée de l'interne.",
        "Le poste a été octroyé à une personne de l'interne.",
        "Le poste de commis a été accordé à une candidate de l'interne.",
        "Nous avons comblé le poste à l'interne.",
        "Le poste de commis a été comblé par un employé de l'interne. Merci de votre intérêt.",
    ],
)
def test_a_post_that_somebody_was_given_is_a_no_by_those_words(text: str) -> None:
    told = read_message(letter(_SUBJECT, f"Bonjour,\n\n{text}\n\nRessources humaines"))
    assert told.verdict is Verdict.REJECTION
    assert told.because[0].rule in {"fr:une-autre-personne", "fr:poste-pourvu"}


@pytest.mark.parametrize(
    "text",
    [
        "Ce poste sera octroyé à la personne ayant le plus d'ancienneté. Vous recevrez une "
        "réponse d'ici vendredi.",
        "Nous cherchons à combler le poste d'ici janvier. Souhaitez-vous poser votre candidature?",
        "Nous avons bien reçu votre candidature. Si le poste a été comblé par une autre personne, "
        "vous serez avisée.",
    ],
)
def test_a_post_that_is_still_to_be_filled_is_no_no(text: str) -> None:
    told = read_message(letter(_SUBJECT, f"Bonjour,\n\n{text}\n\nRessources humaines"))
    assert told.verdict not in ENDINGS


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Pour faire suite à votre candidature au poste de commis, vous êtes convoquée à un "
            "examen écrit :\n\nDate : le mercredi 9 septembre 2026\nHeure : 9 h (durée : 2 h 30)\n"
            "Lieu : Hôtel de ville, salle B-12\n\nLa note de passage est de 60 %.",
            Verdict.ASSESSMENT,
        ),
        (
            "J'ai adoré notre conversation. Deuxième rencontre à nos bureaux avec Paul et l'équipe "
            ": jeudi le 19 novembre, 9 h à 10 h 30. On vous fera faire un petit cas pratique.",
            Verdict.INTERVIEW,
        ),
        (
            "On aimerait vous rencontrer de nouveau lundi à 14 h pour le poste. Prévoyez un court "
            "exercice de 20 minutes sur Excel.",
            Verdict.INTERVIEW,
        ),
        (
            "Merci! Vos réponses à l'entrevue vidéo de l'Université du Haut-Orme (Commis) ont bien "
            "été envoyées. L'équipe de recrutement communiquera avec vous.",
            Verdict.ASSESSMENT,
        ),
    ],
)
def test_an_exam_is_a_test_and_a_meeting_with_a_task_is_none(
    text: str, verdict: Verdict
) -> None:
    told = read_message(letter("Candidature - commis", f"Bonjour,\n\n{text}"))
    assert told.verdict is verdict


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Vous disposez de 5 jours ouvrables pour enregistrer vos réponses. Le lien expirera le "
            "lundi 9 mars à 23 h 59.",
            "to_do",
            date(2026, 3, 9),
        ),
        ("El enlace caducará el lunes 9 de marzo.", "to_do", date(2026, 3, 9)),
        ("Il link scadrà lunedì 9 marzo.", "to_do", date(2026, 3, 9)),
        ("Länken slutar gälla måndag 9 mars.", "to_do", date(2026, 3, 9)),
    ],
)
def test_a_link_that_will_expire_has_a_last_day(
    text: str, kind: str, day: date
) -> None:
    assert last_day(text, told_on=date(2026, 3, 2), kind=kind) == day


def test_an_answer_wished_for_has_a_last_day_and_a_promise_has_none() -> None:
    told_on = date(2026, 3, 2)
    offer = (
        "On aimerait vous offrir le poste. Me dire d'ici vendredi si ça vous convient."
    )
    assert last_day(offer, told_on=told_on, kind="to_answer") == date(2026, 3, 6)
    promise = (
        "Nous devrions être en mesure de vous donner une réponse d'ici le 20 mars."
    )
    assert last_day(promise, told_on=told_on) is None
    asked = "Pourriez-vous m'envoyer deux références, idéalement d'ici mercredi?"
    assert last_day(f"{promise} {asked}", told_on=told_on) == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Convocation - concours 2026-118-E",
            "Madame,\n\nVous êtes convoquée à un examen écrit :\n\nDate : le mercredi 9 septembre "
            "2026\nHeure : 9 h\nLieu : Hôtel de ville, 75, rue Principale, salle B-12",
            "",
        ),
        (
            "SOU-26-0412",
            "Bonjour,\n\nLe poste a été octroyé à une employée de l'interne qui détenait la "
            "priorité en vertu de la convention collective.",
            "",
        ),
        (
            "Votre CV",
            "Bonjour,\n\nNous avons bien reçu votre candidature. Une conseillère communiquera avec "
            "vous si votre profil correspond à un mandat.",
            "",
        ),
        (
            "Accusé de réception",
            "Bonjour,\n\nNous avons bien reçu votre candidature pour le poste d'agente ou d'agent de "
            "soutien administratif, classe I, au Centre de services scolaire des Pins.",
            "agente ou agent de soutien administratif, classe I",
        ),
        (
            "Entrevue - agente de bureau classe I (SOU-26-0412)",
            "Bonjour,\n\nNous souhaitons vous rencontrer en entrevue pour le poste d'agente de "
            "bureau, classe I, le vendredi 11 septembre à 13 h 30.",
            "agente de bureau classe I",
        ),
        (
            "Candidature, secrétaire d'école, affichage SOU-26-0412",
            "Bonjour,\n\nNous accusons réception de votre candidature (affichage SOU-26-0412).",
            "secrétaire d'école",
        ),
    ],
)
def test_a_title_has_its_class_and_is_no_place_and_nobody_spoken_of(
    subject: str, text: str, role: str
) -> None:
    assert read_message(letter(subject, text)).role == role


def test_of_two_languages_the_first_names_the_job_and_the_house() -> None:
    text = (
        "Bonjour,\n\nNous confirmons avoir reçu votre candidature au poste Analyste, paie "
        "(2600714). Nous vous remercions de l'intérêt que vous portez à Assurances Orme-Nord."
        "\n\n-----\n\nHello,\n\nThis is to confirm that we have received your application for the "
        "position Analyst, Payroll (2600714). Thank you for your interest in Elm-North Insurance."
    )
    told = read_message(letter("Accusé de réception / Acknowledgement", text))
    assert told.company == "Assurances Orme-Nord"
    assert told.role.startswith("Analyste")


def test_the_page_of_a_system_is_no_place_to_work() -> None:
    text = "You can check the status of your application in Candidate Home."
    told = letter("Your application: Accounting Clerk", text)
    place = place_of_work(
        told, verdict=Verdict.CONFIRMATION, role="Accounting Clerk", company="Quai Vert"
    )
    assert place == ""
