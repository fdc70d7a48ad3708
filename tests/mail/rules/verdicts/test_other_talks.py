"""A skills assessment and the welcome of volunteers have their talks, and hire nobody."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Verdict


def _read(subject: str, text: str) -> Verdict:
    sender = Address("Firm", "hr@firm.example")
    mail = Message("k", "k@firm.example", None, sender, subject, text)
    return read_message(mail).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Bilan de compétences", "Bonjour,\n\nVotre rendez-vous de bilan de compétences est confirmé le lundi 7 décembre à 14 heures.\n\nLe centre"),
        ("Bilan de compétences", "Bonjour,\n\nVotre deuxième entretien de bilan de compétences aura lieu le lundi 7 décembre à 14 heures avec Mme Sauret.\n\nLe centre"),
        ("Votre bilan", "Bonjour,\n\nJe vous confirme notre entretien du lundi 7 décembre à 14 heures dans le cadre de votre bilan de compétences.\n\nMme Sauret"),
        ("Bénévolat", "Bonjour,\n\nMerci pour votre candidature comme bénévole ! Nous vous proposons un entretien d'accueil le samedi 5 décembre à 10 heures.\n\nLes Restos"),
        ("Bénévolat", "Bonjour,\n\nNous vous proposons un entretien d'accueil des bénévoles le samedi 5 décembre à 10 heures à la banque alimentaire.\n\nLa banque alimentaire"),
        ("Devenir bénévole", "Bonjour,\n\nVous souhaitez devenir bénévole : un entretien d'accueil est prévu jeudi à 18 heures au local.\n\nL'équipe"),
        ("Volunteering", "Hi Mireille,\n\nThank you for offering to volunteer at the food bank! We would like to invite you to a volunteer welcome interview on Saturday 5 December at 10 am.\n\nThe food bank"),
        ("Career counselling", "Hi Mireille,\n\nYour career counselling interview is confirmed for Monday 7 December at 2 pm.\n\nThe centre"),
        ("Ehrenamt", "Liebe Frau Chastang,\n\ndanke für Ihr Interesse am Ehrenamt bei der Tafel! Wir laden Sie zu einem Kennenlerngespräch für neue Ehrenamtliche am Samstag, 5. Dezember, um 10 Uhr ein.\n\nTafel"),
        ("Voluntariado", "Hola:\n\nGracias por tu interés como voluntaria. Te proponemos una entrevista de acogida para voluntarios el sábado 5 de diciembre a las 10 h.\n\nBanco de alimentos"),
    ],
)  # fmt: skip
def test_a_talk_of_no_employer_is_ordinary_mail(subject: str, text: str) -> None:
    assert _read(subject, text) in NOT_HIRING


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Coordinateur des bénévoles", "Bonjour,\n\nNous vous invitons à un entretien pour le poste de coordinatrice des bénévoles le lundi 7 décembre à 14 heures.\n\nRH"),
        ("Consultant bilan de compétences", "Bonjour,\n\nNous vous invitons à un entretien pour le poste de consultante en bilan de compétences le lundi 7 décembre à 14 heures.\n\nRH"),
    ],
)  # fmt: skip
def test_a_job_about_them_is_one(subject: str, text: str) -> None:
    assert _read(subject, text) is Verdict.INTERVIEW
